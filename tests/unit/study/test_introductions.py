"""An introduction stands before the first question of its section, once."""

import pytest

from playing import asked, finish, rightly
from sample import HEAD, MONDAY, QUESTIONS, later
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study

INNER = "{id: inner, title: Inner planets"


@pytest.fixture
def introduced() -> Bank:
    """The bank whose section of inner planets has an introduction."""
    return read_text(HEAD.replace(INNER, f"{INNER}, about: Four small ones of rock.") + QUESTIONS)


@pytest.fixture
def study(introduced: Bank, journal: Journal) -> Study:
    return Study(introduced, journal)


def titles(study: Study) -> list[str]:
    """Of the introductions that a sitting shows."""
    sitting, seen = study.sit(MONDAY), []
    while turn := sitting.turn(MONDAY):
        if turn.introduction:
            seen.append(turn.introduction.title)
        rightly(sitting)
    return seen


def test_an_introduction_comes_once_and_only_where_a_section_has_one(study: Study) -> None:
    assert titles(study) == ["Inner planets"]


def test_it_comes_again_until_a_question_of_its_section_was_answered(study: Study) -> None:
    assert asked(study.sit(MONDAY)).introduction
    sitting = study.sit(MONDAY)
    assert asked(sitting).introduction
    rightly(sitting)
    assert study.sit(MONDAY).turn(MONDAY).introduction is None  # type: ignore[union-attr]  # There are more.


def test_taking_the_answer_back_brings_it_back(study: Study) -> None:
    sitting = study.sit(MONDAY)
    rightly(sitting)
    sitting.undo(MONDAY)
    assert asked(sitting).introduction


def test_days_later_it_is_known(study: Study, introduced: Bank, journal: Journal) -> None:
    finish(study.sit(MONDAY))
    sitting = Study(introduced, journal).sit(later(MONDAY, days=40))
    turns = []
    while turn := sitting.turn(later(MONDAY, days=40)):
        turns.append(turn)
        rightly(sitting, later(MONDAY, days=40))
    assert turns
    assert not any(turn.introduction for turn in turns)
