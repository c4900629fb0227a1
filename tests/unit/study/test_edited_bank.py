"""A bank that is edited while it is studied: nothing is lost, and nothing gone is asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from playing import answer, asked, finish, rightly
from sample import HEAD, MONDAY, QUESTIONS, later
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.event import Action
from zhu_quiz.model.memory import NEW, Card
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study

NEAREST = Card("nearest")
EDITS = {
    "renamed": QUESTIONS.replace("id: nearest\n", "id: closest\n    was: [nearest]\n"),
    "removed": QUESTIONS[QUESTIONS.index("  - id: red\n") :],
    "retired": QUESTIONS.replace("id: nearest\n", "id: nearest\n    status: retired\n"),
    "left out": QUESTIONS.replace("id: nearest\n", "id: nearest\n    nonsense: 1\n    options: []\n"),
}


@pytest.fixture(params=EDITS)
def edited(request: pytest.FixtureRequest, journal: Journal) -> Callable[[], Study]:
    """Opens the edited bank."""
    return lambda: Study(read_text(HEAD + EDITS[request.param]), journal)


def test_a_sitting_goes_on_after_an_edit(study: Study, edited: Callable[[], Study]) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    rightly(sitting)
    resumed = edited().sit(later(MONDAY, seconds=60))
    assert NEAREST not in finish(resumed)
    assert resumed.summary(MONDAY).answered >= 8


def test_an_unasked_card_that_is_gone_is_not_asked(study: Study, edited: Callable[[], Study]) -> None:
    sitting = study.sit(MONDAY)
    asked(sitting)
    sitting.act(Action.FLAG, MONDAY)
    assert {*finish(edited().sit(MONDAY))} <= {*edited().bank.cards}


def test_an_answer_can_be_taken_back_after_an_edit(
    study: Study, edited: Callable[[], Study], journal: Journal
) -> None:
    rightly(study.sit(MONDAY))
    after = edited()
    sitting = after.undo(MONDAY)
    assert sitting
    assert asked(sitting).card == after.bank.cards[0]
    assert {*journal.states("planets").values()} <= {NEW}
    assert not sitting.can_undo


def test_a_renamed_card_is_asked_again_under_its_new_name(study: Study, journal: Journal) -> None:
    answer(study.sit(MONDAY), "Venus")
    sitting = Study(read_text(HEAD + EDITS["renamed"]), journal).sit(MONDAY)
    assert Card("closest") in finish(sitting)
    assert [missed.card for missed in sitting.summary(MONDAY).missed] == [Card("closest")]


def test_a_card_that_is_gone_cannot_be_practised(study: Study, edited: Callable[[], Study]) -> None:
    assert len(finish(edited().practise(study.bank.cards, MONDAY))) >= 9


def test_a_lowered_revision_blocks_no_card(study: Study, journal: Journal) -> None:
    raised = QUESTIONS.replace("id: nearest\n", "id: nearest\n    revision: 2\n")
    rightly(Study(read_text(HEAD + raised), journal).sit(MONDAY))
    tuesday = later(MONDAY, days=40)
    answered = rightly(study.sit(tuesday), tuesday)
    assert study.today(tuesday).due == 0
    assert (answered.review.due_day or 0) > answered.review.study_day


def test_what_another_program_stored_by_other_names_is_replayed(study: Study, tmp_path: Path) -> None:
    here = study.sit(MONDAY)
    rightly(here)
    renamed = read_text(HEAD + QUESTIONS.replace("id: red\n", "id: mars\n    was: [red]\n"))
    with Journal.open(tmp_path / "progress.db") as other:
        Study(renamed, other)
        rightly(here)
        assert Study(renamed, other).today(MONDAY).unseen == 8
