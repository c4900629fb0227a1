"""A bank that is edited in the middle of a sitting: it goes on as a restart would, at the same place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playing import answer, asked, finish, rightly
from sample import HEAD, MONDAY, QUESTIONS, later
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.memory.schedule import replay
from zhu_quiz.model.event import Review
from zhu_quiz.model.memory import NEW, Card, Grade
from zhu_quiz.progress import Journal
from zhu_quiz.study import Sitting, Study

FIRST = "nearest"
NEW_ONE = "  - {id: extra, type: true-false, ask: Mars is a planet., answer: true}\n"
EDITS = {
    "reworded": QUESTIONS.replace("nearest to the Sun?", "closest to the Sun?"),
    "renamed": QUESTIONS.replace("id: nearest\n", "id: closest\n    was: [nearest]\n"),
    "removed": QUESTIONS[QUESTIONS.index("  - id: red\n") :],
    "retired": QUESTIONS.replace("id: nearest\n", "id: nearest\n    status: retired\n"),
    "left out": QUESTIONS.replace("id: nearest\n", "id: nearest\n    nonsense: 1\n    options: []\n"),
    "revised": QUESTIONS.replace("id: nearest\n", "id: nearest\n    revision: 2\n"),
    "added to": QUESTIONS + NEW_ONE,
    "turned around": QUESTIONS[QUESTIONS.index("  - id: red\n") :]
    + QUESTIONS[: QUESTIONS.index("  - id: red\n")],
}
STAYS = ("reworded", "renamed", "revised", "added to", "turned around")
GOES = ("removed", "retired", "left out")


def edited(name: str) -> Bank:
    return read_text(HEAD + EDITS[name])


def until_first(sitting: Sitting) -> Sitting:
    """Answers what comes before the question that is edited."""
    while asked(sitting).card.question != FIRST:
        rightly(sitting)
    return sitting


@pytest.mark.parametrize("edit", STAYS)
def test_the_same_card_is_asked_in_its_new_words(study: Study, edit: str) -> None:
    sitting = until_first(study.sit(MONDAY))
    bank = edited(edit)
    turn = study.reread(bank, sitting, MONDAY)
    assert turn
    assert turn.card == Card("closest" if edit == "renamed" else FIRST)
    assert turn.question == bank.questions[turn.card.question]


@pytest.mark.parametrize("edit", GOES)
def test_a_card_that_is_gone_gives_way_to_the_next(study: Study, edit: str) -> None:
    sitting = until_first(study.sit(MONDAY))
    assert study.reread(edited(edit), sitting, MONDAY) is None
    assert Card(FIRST) not in finish(sitting)


@settings(max_examples=40)
@given(
    edit=st.sampled_from(sorted(EDITS)), before=st.lists(st.booleans(), max_size=5), is_undone=st.booleans()
)
def test_it_goes_on_as_a_restart_would(
    tmp_path_factory: pytest.TempPathFactory, edit: str, before: list[bool], is_undone: bool
) -> None:
    with Journal.open(tmp_path_factory.mktemp("sitting") / "progress.db") as journal:
        study = Study(read_text(HEAD + QUESTIONS), journal)
        sitting = study.sit(MONDAY, limit=6)
        for is_right in before:
            if sitting.turn(MONDAY) is not None:
                rightly(sitting) if is_right else answer(sitting, None)
        if is_undone:
            sitting.undo(MONDAY)
        sitting.turn(MONDAY)
        study.reread(edited(edit), sitting, MONDAY)
        restarted = Study(edited(edit), journal).sit(MONDAY) if before and sitting.left else sitting
        assert (sitting.answered, sitting.left) == (restarted.answered, restarted.left)
        assert sitting.turn(MONDAY) == restarted.turn(MONDAY)
        finish(sitting)
        stored = {card: state for card, state in journal.states("planets").items() if state != NEW}
        assert stored == replay(journal.events("planets"), Parameters(), edited(edit).renamed)


@pytest.mark.parametrize("edit", STAYS)
@pytest.mark.parametrize("how", ["right", Grade.EASY])
def test_an_answer_given_before_the_edit_can_still_be_regraded(
    study: Study, journal: Journal, edit: str, how: Grade
) -> None:
    sitting = until_first(study.sit(MONDAY))
    answer(sitting, "Venus")
    bank = edited(edit)
    study.reread(bank, sitting, MONDAY)
    sitting.regrade(how, MONDAY)
    stored = {card: state for card, state in journal.states("planets").items() if state != NEW}
    assert stored == replay(journal.events("planets"), Parameters(), bank.renamed)
    assert sitting.left == study.sit(MONDAY).left


@pytest.mark.parametrize("edit", EDITS)
def test_the_answers_so_far_stay(study: Study, journal: Journal, edit: str) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, None)
    rightly(sitting)
    before = list(journal.events("planets"))
    study.reread(edited(edit), sitting, MONDAY)
    assert list(journal.events("planets")) == before


def test_a_question_that_is_mended_comes_back(study: Study) -> None:
    sitting = until_first(study.sit(MONDAY))
    study.reread(edited("left out"), sitting, MONDAY)
    study.reread(edited("reworded"), sitting, MONDAY)
    assert Card(FIRST) in finish(sitting)


def test_what_was_added_waits_for_the_next_sitting(study: Study) -> None:
    sitting = study.sit(MONDAY)
    asked(sitting)
    study.reread(edited("added to"), sitting, MONDAY)
    assert Card("extra") not in finish(sitting)
    assert study.today(MONDAY).unseen


@pytest.mark.parametrize("edit", EDITS)
def test_practice_goes_on_as_practice(study: Study, journal: Journal, edit: str) -> None:
    finish(study.sit(MONDAY))
    sitting = study.practise(study.bank.cards, later(MONDAY, seconds=60))
    rightly(sitting, later(MONDAY, seconds=90))
    total = asked(sitting, MONDAY).total
    study.reread(edited(edit), sitting, MONDAY)
    assert asked(sitting, MONDAY).total == total - (edit in GOES)
    states = journal.states("planets")
    finish(sitting, later(MONDAY, seconds=120))
    assert journal.states("planets") == states


def test_a_killed_program_finds_what_was_answered_after_the_edit(study: Study, tmp_path: Path) -> None:
    sitting = until_first(study.sit(MONDAY))
    study.reread(edited("renamed"), sitting, MONDAY)
    answer(sitting, "Venus")
    with Journal.open(tmp_path / "progress.db") as other:
        resumed = Study(edited("renamed"), other).sit(MONDAY)
        assert (resumed.answered, resumed.left) == (sitting.answered, sitting.left)
        last = [event for event in other.events("planets") if isinstance(event, Review)][-1]
    assert last.card == Card("closest")
