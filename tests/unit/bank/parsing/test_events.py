from collections.abc import Callable

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.bank.parsing.events import MAX_DEPTH, Unreadable, grow
from zhu_quiz.model.tree import Group, Items, Node, Place, Text

Grow = Callable[[str], Node | None]


@pytest.fixture(params=["libyaml", "python"])
def tree(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Grow:
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    return lambda text: grow(text)[0]


def value(tree: Grow, text: str) -> str:
    group = tree(f"a: {text}\n")
    assert isinstance(group, Group)
    return group.text("a")


@pytest.mark.parametrize(
    "text",
    [
        "No",
        "yes",
        "on",
        "~",
        "null",
        "1:30",
        "010",
        "0x1F",
        "1_000",
        "1.50",
        "1e3",
        "2020-13-45",
        ".inf",
        "=",
        "?",
    ],
)
def test_text_stays_what_was_typed(tree: Grow, text: str) -> None:
    assert value(tree, text) == text


@pytest.mark.parametrize("name", ["No", "2020", "1:30", "on"])
def test_keys_are_text_as_well(tree: Grow, name: str) -> None:
    group = tree(f"{name}: x\n")
    assert isinstance(group, Group)
    assert [key.value for key, _ in group] == [name]


def test_a_text_knows_where_it_begins_and_ends(tree: Grow) -> None:
    assert tree("a:\n  - 日本 b\n") == Group(
        ((Text("a", Place(1, 1, 1, 2)), Items((Text("日本 b", Place(2, 5, 2, 9)),), Place(2, 3, 2, 9))),),
        Place(1, 1, 2, 9),
    )


def test_lists_and_groups_in_brackets_end_with_their_brackets(tree: Grow) -> None:
    group = tree("a: [x, {b: c}]  \nd: e\n")
    assert isinstance(group, Group)
    items = group.get("a")
    assert isinstance(items, Items)
    assert [items.place, items.values[1].place] == [Place(1, 4, 1, 15), Place(1, 8, 1, 14)]


@pytest.mark.parametrize("text", ["a:\n\n\nb: x\n", "a:   \nb: x\n", "a:"])
def test_an_empty_text_stands_right_after_its_key(tree: Grow, text: str) -> None:
    group = tree(text)
    assert isinstance(group, Group)
    assert group.get("a") == Text("", Place(1, 3, 1, 3))


def test_a_piece_of_a_file_keeps_the_lines_of_the_file() -> None:
    node, _ = grow("a: b\n", first_line=41)
    assert node is not None
    assert node.place.line == 41


@pytest.mark.parametrize("bracket", ["[", "{", "- ", "[{"])
def test_deep_nesting_is_refused_before_it_hurts(tree: Grow, bracket: str) -> None:
    with pytest.raises(Unreadable) as refused:
        tree(bracket * 100_000)
    assert refused.value.problem
    assert refused.value.problem.code == "ZQ011"


def test_the_depth_that_a_bank_may_have_is_read(tree: Grow) -> None:
    assert tree("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH) is not None


@settings(max_examples=200)
@given(st.text("ab:?,[]{}#&*!|>'\"%@`- \n\\", max_size=30))
def test_both_parsers_read_the_same_or_refuse_both(text: str) -> None:
    def outcome() -> object:
        try:
            return grow(text)
        except Unreadable:
            return None

    natively = outcome()
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader")
        assert outcome() == natively
