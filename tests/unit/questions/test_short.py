"""Short typed answers."""

import pytest

from zhu_quiz.model.mark import Mark
from zhu_quiz.model.note import TypedNote
from zhu_quiz.model.tree import Group, Plain, planted
from zhu_quiz.questions import Question
from zhu_quiz.questions.matching import Likeness
from zhu_quiz.questions.short import Reject, Short

NEWSPAPER = Short(
    id="x", type="short", ask="Which newspaper?", answer="The Guardian", accept=("theguardian.com",),
    reject=(Reject(answer="NDTV", why="It summarises the report."), Reject(answer="Garden")),
)  # fmt: skip


@pytest.mark.parametrize(
    "typed", ["The Guardian", "guardian", " “GUARDIAN”. ", "theguardian.com", "Guárdian"]
)
def test_habits_do_not_matter(typed: str) -> None:
    assert NEWSPAPER.mark(typed) == Mark(fraction=1, expected="The Guardian")


def test_a_slip_is_right_and_told() -> None:
    assert NEWSPAPER.mark("Gaurdian") == Mark(
        fraction=1, expected="The Guardian", is_slip=True, remark="Mind the spelling: “The Guardian”."
    )


@pytest.mark.parametrize("typed", ["NDTV", "ndtv.", "n.d.t.v"])
def test_a_rejected_answer_is_told_why(typed: str) -> None:
    assert NEWSPAPER.mark(typed) == Mark(
        fraction=0, expected="The Guardian", remark="It summarises the report."
    )


@pytest.mark.parametrize("response", ["", "  ", "...", "Times", ("The Guardian",)])
def test_anything_else_is_wrong(response: str | tuple[str, ...]) -> None:
    assert NEWSPAPER.mark(response) == Mark(fraction=0, expected="The Guardian")


def test_the_note_lists_what_else_is_right() -> None:
    assert NEWSPAPER.note() == TypedNote(
        front="Which newspaper?", answer="The Guardian", also=("theguardian.com",)
    )


ENTRY: Plain = {
    "id": "x", "type": "short", "ask": "Which?", "answer": "Kyoto",
    "reject": ["Osaka", {"text": "Tokyo", "why": "Since 1868."}],
    "match": {"case": "exact", "typos": "0"},
}  # fmt: skip


def test_a_reject_is_a_text_or_has_a_why() -> None:
    group = planted(ENTRY)
    assert isinstance(group, Group)
    question, _ = Question.parse(group)
    assert isinstance(question, Short)
    assert question.reject == (Reject(answer="Osaka"), Reject(answer="Tokyo", why="Since 1868."))
    assert question.likeness == Likeness(case="exact", typos="0")
    assert question.plain() == ENTRY
