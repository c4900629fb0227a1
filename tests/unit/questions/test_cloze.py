"""Texts with gaps."""

import pytest

from zhu_quiz.model.note import ClozeNote, Gap
from zhu_quiz.model.prompt import FillGaps
from zhu_quiz.questions.cloze import Cloze


def cloze(passage: str) -> Cloze:
    return Cloze(id="x", type="cloze", passage=passage)


MOVE = cloze("From the {{US|United States}} to {{ China::a country }} in {{2020}}.")


def test_gaps_part_the_text() -> None:
    assert MOVE.prompt(0) == FillGaps(
        stem="", pieces=("From the ", " to ", " in ", "."), hints=("", "a country", "")
    )


@pytest.mark.parametrize(
    ("response", "parts"),
    [
        (("US", "China", "2020"), (True, True, True)),
        (("united states!", "china", "2020"), (True, True, True)),
        (("us", "", "2021"), (True, False, False)),
        (("US",), (True, False, False)),
        (("US", "China", "2020", "more"), (True, True, True)),
        ("US", (True, False, False)),
    ],
)
def test_each_gap_counts(response: str | tuple[str, ...], parts: tuple[bool, ...]) -> None:
    mark = MOVE.mark(response)
    assert (mark.parts, mark.fraction) == (parts, sum(parts) / 3)


def test_a_slip_in_one_gap_is_a_slip() -> None:
    mark = MOVE.mark(("US", "Chnia", "2020"))
    assert (mark.is_right, mark.is_slip, mark.remark) == (True, True, "Mind the spelling: “China”.")


def test_a_slip_beside_a_wrong_gap_is_wrong() -> None:
    mark = MOVE.mark(("US", "Chnia", "2021"))
    assert (mark.is_right, mark.is_slip) == (False, False)


def test_a_year_has_no_typing_slips() -> None:
    assert MOVE.mark(("US", "China", "2019")).parts[2] is False


def test_the_note_keeps_text_and_gaps_in_order() -> None:
    assert cloze("{{Zhu}} moved to {{China::where}}.").note() == ClozeNote(
        stem="", parts=(Gap(answer="Zhu"), " moved to ", Gap(answer="China", hint="where"), ".")
    )


def test_the_first_variant_is_shown() -> None:
    assert MOVE.solution == ("US", "China", "2020")


def test_single_braces_are_text() -> None:
    assert cloze("{a} {{b}}").prompt(0).pieces == ("{a} ", "")
