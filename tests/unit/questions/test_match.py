"""Items and their counterparts."""

import pytest

from zhu_quiz.model.note import BasicNote
from zhu_quiz.questions.match import Couple, Match

COUPLES = (
    Couple(item="France", match="Paris"),
    Couple(item="Spain", match="Madrid"),
    Couple(item="Italy", match="Rome"),
)
CAPITALS = Match(id="x", type="match", ask="Match.", pairs=COUPLES, extra=("Lyon",))


@pytest.mark.parametrize(
    ("response", "parts"),
    [
        (("Paris", "Madrid", "Rome"), (True, True, True)),
        (("Paris", "Rome", "Madrid"), (True, False, False)),
        (("Paris", "", "Rome"), (True, False, True)),
        (("Paris",), (True, False, False)),
        (("Rome", "Rome", "Rome", "Rome"), (False, False, True)),
    ],
)
def test_each_item_counts(response: tuple[str, ...], parts: tuple[bool, ...]) -> None:
    mark = CAPITALS.mark(response)
    assert (mark.parts, mark.fraction) == (parts, sum(parts) / 3)


def test_the_items_stay_and_the_matches_are_shuffled() -> None:
    prompts = [CAPITALS.prompt(seed) for seed in range(200)]
    assert {prompt.items for prompt in prompts} == {("France", "Spain", "Italy")}
    assert len({prompt.matches for prompt in prompts}) == 24


def test_a_blind_guess_draws_matches_without_putting_them_back() -> None:
    assert CAPITALS.mark(()).chance == 1 / 24


def test_moving_a_pair_does_not_change_the_answer_key() -> None:
    moved = Match(id="x", type="match", ask="Match.", pairs=COUPLES[::-1], extra=("Lyon",))
    assert moved.key_hash == CAPITALS.key_hash


def test_exchanging_two_matches_changes_the_answer_key() -> None:
    exchanged = (Couple(item="Spain", match="Paris"), Couple(item="France", match="Madrid"), COUPLES[2])
    assert Match(id="x", type="match", ask="Match.", pairs=exchanged).key_hash != CAPITALS.key_hash


def test_on_paper_the_matches_stand_in_the_order_of_the_alphabet() -> None:
    assert CAPITALS.note() == BasicNote(
        front="Match.\n\n- France\n- Spain\n- Italy\n\n- Lyon\n- Madrid\n- Paris\n- Rome",
        back="- France – Paris\n- Spain – Madrid\n- Italy – Rome",
    )
