"""What was taken back is asked again, as it was asked before."""

from playing import answer, asked, finish, rightly
from sample import MONDAY, later
from zhu_quiz.model.event import Action, Mode
from zhu_quiz.model.memory import Card, Grade
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study

NEAREST, RED = Card("nearest"), Card("red")


def test_a_review_taken_back_in_practice_counts_when_it_is_answered_anew(
    study: Study, journal: Journal
) -> None:
    answer(study.sit(MONDAY), "Venus")
    practice = study.practise([RED], MONDAY)
    practice.undo(MONDAY)
    assert rightly(practice).review.mode is Mode.REVIEW
    state = journal.state("planets", NEAREST)
    assert state
    assert state.reps == 1


def test_practice_taken_back_in_a_review_counts_no_more_than_before(study: Study, journal: Journal) -> None:
    finish(study.sit(MONDAY))
    before = journal.states("planets")
    answer(study.practise([NEAREST], MONDAY), "Venus")
    review = study.sit_new(MONDAY)
    review.undo(MONDAY)
    again = answer(review, "Venus")
    assert (again.turn.card, again.review.mode) == (NEAREST, Mode.PRACTICE)
    assert journal.states("planets") == before


def test_a_grade_put_right_keeps_its_mode(study: Study) -> None:
    practice = study.practise([NEAREST], MONDAY)
    answer(practice, "Venus")
    assert practice.regrade("right", MONDAY).review.mode is Mode.PRACTICE


def test_all_that_was_taken_back_is_asked_the_last_first(study: Study) -> None:
    sitting = study.sit(MONDAY)
    cards = [rightly(sitting).turn.card for _ in range(4)]
    for _ in range(3):
        sitting.undo(MONDAY)
    assert [rightly(sitting).turn.card for _ in range(3)] == cards[1:]


def test_all_that_was_taken_back_at_home_is_asked(study: Study) -> None:
    cards = finish(study.sit(MONDAY))
    tuesday = later(MONDAY, days=1)
    for _ in range(3):
        sitting = study.undo(tuesday)
    assert sitting
    assert asked(sitting, tuesday).total >= 3
    assert finish(sitting, tuesday)[:3] == cards[-3:]


def test_a_recalled_card_is_one_of_the_total(study: Study) -> None:
    finish(study.sit(MONDAY))
    tuesday = later(MONDAY, days=1)
    sitting = study.undo(tuesday)
    assert sitting
    turn = asked(sitting, tuesday)
    assert turn.number == 1 <= turn.total


def test_taking_back_a_flag_does_not_ask_an_answered_card_again(study: Study) -> None:
    sitting = study.sit(MONDAY)
    rightly(sitting)
    sitting.act(Action.FLAG, MONDAY)
    sitting.undo(MONDAY)
    assert asked(sitting).card == RED


def test_who_says_it_was_a_guess_and_then_not_did_not_guess(study: Study) -> None:
    sitting = study.sit(MONDAY)
    rightly(sitting)
    assert sitting.regrade("guess", MONDAY).review.guessed
    assert not sitting.regrade(Grade.GOOD, MONDAY).review.guessed


def test_an_answer_can_be_spoken_against_as_it_deserves(study: Study) -> None:
    sitting = study.sit(MONDAY)
    assert answer(sitting, "Venus").overrules == ("right",)
    assert answer(sitting, "Jupiter").overrules == ("right", "typo")
    assert rightly(sitting).overrules == ("guess",)
    assert answer(sitting, None).overrules == ()
    assert sitting.regrade(Grade.GOOD, MONDAY).overrules == ()
