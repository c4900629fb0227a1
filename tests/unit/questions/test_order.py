"""Items in order."""

from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.model.note import BasicNote
from zhu_quiz.questions.order import Order


def order(*items: str) -> Order:
    return Order(id="x", type="order", ask="Sort.", items=items)


FOUR = order("seed", "sprout", "tree", "wood")


@pytest.mark.parametrize(
    ("given_order", "share", "remark"),
    [
        ("seed sprout tree wood", 1, ""),
        ("sprout tree wood seed", 2 / 3, "2 of 3 neighbouring pairs are in the right order."),
        ("seed sprout wood tree", 1 / 3, "1 of 3 neighbouring pairs is in the right order."),
        ("wood tree sprout seed", 0, "0 of 3 neighbouring pairs are in the right order."),
    ],
)
def test_the_share_of_right_neighbours_is_told(given_order: str, share: float, remark: str) -> None:
    mark = FOUR.mark(tuple(given_order.split()))
    assert (mark.fraction, mark.remark) == (share, remark)


def test_the_parts_say_what_is_in_its_place() -> None:
    assert FOUR.mark(("seed", "tree", "sprout", "wood")).parts == (True, False, False, True)


@given(st.permutations(FOUR.items))
def test_only_the_right_order_is_right(items: list[str]) -> None:
    assert FOUR.mark(tuple(items)).is_right == (tuple(items) == FOUR.items)


@pytest.mark.parametrize("response", [("seed",), FOUR.items * 2, ("seed", "sprout", "tree", "tree"), "seed"])
def test_anything_but_all_the_items_is_wrong(response: str | tuple[str, ...]) -> None:
    assert FOUR.mark(response).fraction == 0


def test_it_is_never_asked_in_the_right_order() -> None:
    asked = {order("a", "b", "c").prompt(seed).items for seed in range(200)}
    assert len(asked) == factorial(3) - 1
    assert ("a", "b", "c") not in asked


def test_on_paper_the_items_stand_in_another_order_than_on_the_back() -> None:
    assert order("a", "b", "c").note() == BasicNote(front="Sort.\n\n- c\n- b\n- a", back="1. a\n2. b\n3. c")


def test_a_blind_guess_is_one_order_among_all() -> None:
    assert FOUR.mark(FOUR.items).chance == 1 / 24
