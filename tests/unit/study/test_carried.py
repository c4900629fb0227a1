"""What of the log goes along with a bank."""

from dataclasses import replace

import pytest

from playing import asked, finish, rightly
from sample import BANK, DAY_MS, MONDAY, later
from zhu_quiz.anki.history.carrying import Progress
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.event import Action, CardAction, Mode, Review
from zhu_quiz.model.memory import NEW, Card, Grade
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.study.carried import progress

TUESDAY = later(MONDAY, days=1)
RED = Card("red")


@pytest.fixture
def bank() -> Bank:
    return read_text(BANK)


def edited(old: str, new: str) -> Bank:
    assert old in BANK
    return read_text(BANK.replace(old, new))


def of(bank: Bank, journal: Journal) -> Progress:
    return progress(bank, journal, TUESDAY)


def learn(bank: Bank, journal: Journal) -> None:
    """Every card once."""
    finish(Study(bank, journal).sit_new(MONDAY, 99))


def test_every_answer_goes_along_with_the_state_it_led_to(bank: Bank, journal: Journal) -> None:
    learn(bank, journal)
    known = of(bank, journal)
    assert {card: each.state for card, each in known.histories.items()} == journal.states(bank.id)
    answers = [event.id for event in journal.events(bank.id) if isinstance(event, Review)]
    assert sorted(review.id for each in known.histories.values() for review in each.reviews) == answers
    assert known.answers == len(answers)
    assert known.today == TUESDAY.at_ms // DAY_MS + 719_163


def test_what_was_taken_back_does_not(bank: Bank, journal: Journal) -> None:
    sitting = Study(bank, journal).sit_new(MONDAY, 99)
    rightly(sitting)
    sitting.undo(MONDAY)
    rightly(sitting)
    sitting.regrade(Grade.HARD, MONDAY)
    ((history),) = of(bank, journal).histories.values()
    assert [review.grade for review in history.reviews] == [Grade.HARD]


def test_nothing_goes_along_of_what_never_happened(bank: Bank, journal: Journal) -> None:
    known = of(bank, journal)
    assert (known.answers, dict(known.histories)) == (0, {})


def test_a_card_that_was_only_put_aside_goes_along(bank: Bank, journal: Journal) -> None:
    sitting = Study(bank, journal).sit(MONDAY)
    card = asked(sitting).card
    sitting.act(Action.SUSPEND, MONDAY)
    assert of(bank, journal).histories[card].state == replace(NEW, is_suspended=True)


def test_a_renamed_question_keeps_its_answers(bank: Bank, journal: Journal) -> None:
    learn(bank, journal)
    renamed = edited("id: red\n", "id: mars\n    was: [red]\n")
    known = of(renamed, journal)
    assert len(known.histories[Card("mars")].reviews) == 1
    assert RED not in known.histories


def test_a_retired_question_keeps_its_answers(bank: Bank, journal: Journal) -> None:
    learn(bank, journal)
    history = of(edited("id: red\n", "id: red\n    status: retired\n"), journal).histories[RED]
    assert history.reviews
    assert history.state.memory


def test_answers_to_what_is_gone_stay_behind(bank: Bank, journal: Journal) -> None:
    learn(bank, journal)
    without = edited("id: red\n", "id: blue\n")
    known = of(without, journal)
    assert RED not in known.histories
    assert known.answers == 1 + sum(len(each.reviews) for each in known.histories.values())


def test_answers_before_a_question_changed_its_meaning_stay_behind(bank: Bank, journal: Journal) -> None:
    learn(bank, journal)
    raised = edited("id: red\n", "id: red\n    revision: 2\n")
    history = of(raised, journal).histories[RED]
    assert (history.reviews, history.state.memory, history.state.revision) == ((), None, 2)
    learn(raised, journal)
    assert [review.revision for review in of(raised, journal).histories[RED].reviews] == [2]


def test_a_reset_goes_along_with_what_it_ended(bank: Bank, journal: Journal) -> None:
    learn(bank, journal)
    study = Study(bank, journal)
    sitting = study.practise([RED], MONDAY)
    asked(sitting)
    sitting.act(Action.RESET, MONDAY)
    history = of(bank, journal).histories[RED]
    assert history.state == NEW
    assert len(history.reviews) == len(history.resets) == 1


def test_practice_goes_along_and_counts_for_nothing(bank: Bank, journal: Journal) -> None:
    learn(bank, journal)
    before = of(bank, journal).histories[RED]
    finish(Study(bank, journal).practise([RED], MONDAY))
    after = of(bank, journal).histories[RED]
    assert after.state == before.state
    assert [review.mode for review in after.reviews] == [Mode.REVIEW, Mode.PRACTICE]


def test_an_undone_reset_never_happened(bank: Bank, journal: Journal) -> None:
    learn(bank, journal)
    sitting = Study(bank, journal).practise([RED], MONDAY)
    asked(sitting)
    sitting.act(Action.RESET, MONDAY)
    assert any(isinstance(event, CardAction) for event in journal.events(bank.id))
    sitting.undo(MONDAY)
    history = of(bank, journal).histories[RED]
    assert history.state.memory
    assert history.resets == ()
