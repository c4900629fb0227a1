import sys

from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.model.problem import Fix
from zhu_quiz.model.tree import NOWHERE, Place
from zhu_quiz.teach.mending.edits import applied

places = st.builds(
    lambda line, column, lines, end: Place(line, column, line + lines, column + end if not lines else end + 1),
    st.integers(1, 5), st.integers(1, 8), st.integers(0, 2), st.integers(0, 8),
)  # fmt: skip
fixes = st.builds(Fix, places, st.text("xy\n", max_size=3))
texts = st.lists(st.text("ab ", max_size=6), max_size=5).map("\n".join)


def fix(line: int, column: int, end: int, text: str) -> tuple[Fix]:
    return (Fix(Place(line, column, line, end), text),)


def test_each_edit_is_made_where_it_was_placed() -> None:
    text, made = applied("one two\nthree", [fix(2, 1, 2, "T"), fix(1, 5, 8, "TWO"), fix(1, 1, 1, "> ")])
    assert (text, made) == ("> one TWO\nThree", (0, 1, 2))


def test_of_two_that_overlap_the_first_in_the_file_is_made() -> None:
    assert applied("abcdef", [fix(1, 3, 6, "?"), fix(1, 1, 4, "!")]) == ("!def", (1,))


def test_two_at_one_place_wait_for_each_other() -> None:
    assert applied("abc", [fix(1, 2, 2, "1"), fix(1, 2, 2, "2")]) == ("a1bc", (0,))


def test_fixes_that_belong_together_are_made_together_or_not() -> None:
    both = (*fix(1, 2, 3, "B"), *fix(1, 4, 5, "D"))
    assert applied("abcd", [both]) == ("aBcD", (0,))
    assert applied("abcd", [both, fix(1, 1, 3, "-")]) == ("-cd", (1,))


def test_a_column_beyond_the_end_is_the_end_of_the_line() -> None:
    assert applied("ab\r\ncd", [(Fix.of_lines(1, "AB"),)])[0] == "AB\r\ncd"
    assert applied("ab", [(Fix(Place(7, 1, 7, sys.maxsize), "!"),)])[0] == "ab!"


def test_new_lines_end_as_the_others_do() -> None:
    assert applied("a\r\nb", [fix(2, 1, 1, "x\n")])[0] == "a\r\nx\r\nb"


def test_what_stands_nowhere_is_not_edited() -> None:
    assert applied("ab", [(Fix(NOWHERE, "x"),)]) == ("ab", ())


@given(texts, st.lists(st.lists(fixes, min_size=1, max_size=2).map(tuple), max_size=5))
def test_edits_that_have_to_wait_leave_no_trace(text: str, edits: list[tuple[Fix, ...]]) -> None:
    after, made = applied(text, edits)
    again, all_of_them = applied(text, [edits[number] for number in made])
    assert after == again
    assert len(all_of_them) == len(made)


@given(texts)
def test_no_edit_changes_nothing(text: str) -> None:
    assert applied(text, []) == (text, ())
