from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.model.markdown import Span, bare, spans


def test_a_text_without_marks_is_one_plain_run() -> None:
    assert spans("list[int] is 2 * 3 * 4") == (Span(text="list[int] is 2 * 3 * 4"),)


def test_bold_italic_and_code_are_runs_of_their_own() -> None:
    assert spans("a **b *c*** `d`") == (
        Span(text="a "),
        Span(text="b ", is_bold=True),
        Span(text="c", is_bold=True, is_italic=True),
        Span(text=" "),
        Span(text="d", is_code=True),
    )


def test_nothing_inside_code_is_a_mark() -> None:
    assert spans("`**x**`") == (Span(text="**x**", is_code=True),)


def test_fenced_code_keeps_its_lines() -> None:
    assert spans("```py\na\n  b\n```") == (Span(text="a\n  b", is_code=True),)


def test_math_keeps_its_delimiters() -> None:
    assert spans(r"so \( a*b*c \)") == (Span(text="so "), Span(text=r"\( a*b*c \)", is_math=True))


def test_only_web_addresses_become_links() -> None:
    assert spans("[a](https://b.example) [c](javascript:d)") == (
        Span(text="a", link="https://b.example"),
        Span(text=" [c](javascript:d)"),
    )


def test_a_backslash_takes_the_meaning_from_a_mark() -> None:
    assert bare(r"\*not italic\*") == "*not italic*"


@given(st.text(alphabet="ab *`[]()\\\n_"))
def test_a_text_without_marks_loses_nothing(text: str) -> None:
    assert len(bare(text)) <= len(text)


@given(st.text(alphabet="abc .,;:!?[]()<>&\n"))
def test_text_without_stars_ticks_and_backslashes_is_left_alone(text: str) -> None:
    assert bare(text) == text
