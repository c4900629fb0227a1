from dataclasses import replace
from pathlib import Path

import pytest

from playing import answer, asked, finish, rightly
from sample import HEAD, MONDAY, QUESTIONS, later
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.event import Action, Review
from zhu_quiz.model.mark import Unclear
from zhu_quiz.model.memory import Card, Grade
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study

NEAREST = Card("nearest")


def test_a_new_learner_is_offered_each_question_once(study: Study) -> None:
    today = study.today(MONDAY)
    assert (today.due, today.new, today.unseen, today.known) == (0, 9, 10, None)


def test_an_answer_is_in_the_log_before_anything_else_happens(study: Study, journal: Journal) -> None:
    answered = answer(study.sit(MONDAY), "Mercury")
    assert answered.review in list(journal.events("planets"))


def test_the_wrong_option_is_explained(study: Study) -> None:
    answered = answer(study.sit(MONDAY), "Venus")
    assert (answered.mark.remark, answered.review.grade) == ("It is the second.", Grade.AGAIN)


def test_a_sitting_goes_on_where_it_was_killed(study: Study, bank: Bank, tmp_path: Path) -> None:
    sitting = study.sit(MONDAY)
    for _ in range(3):
        rightly(sitting)
    stopped_at = asked(sitting)
    resumed = Study(bank, Journal.open(tmp_path / "progress.db")).sit(later(MONDAY, seconds=60))
    assert asked(resumed) == replace(stopped_at, state=asked(resumed).state)


def test_home_tells_of_the_unfinished_sitting(study: Study) -> None:
    sitting = study.sit(MONDAY)
    rightly(sitting)
    today = study.today(MONDAY)
    assert (today.answered, today.left) == (1, sitting.left)


def test_yesterdays_sitting_is_over(study: Study) -> None:
    rightly(study.sit(MONDAY))
    assert study.today(later(MONDAY, days=1)).answered == 0


def test_a_finished_sitting_is_not_resumed(study: Study) -> None:
    finish(study.sit(MONDAY))
    assert (study.today(MONDAY).answered, study.today(MONDAY).left) == (0, 0)


def test_the_other_side_of_a_card_waits_a_day(study: Study) -> None:
    assert Card("pluto", "reverse") not in finish(study.sit(MONDAY))


def test_a_missed_card_comes_again_until_it_is_right(study: Study) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    cards = finish(sitting)
    assert cards.count(NEAREST) == 1


def test_a_missed_card_does_not_come_again_at_once(study: Study) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    assert finish(sitting).index(NEAREST) >= 6


def test_giving_up_is_a_miss(study: Study) -> None:
    assert answer(study.sit(MONDAY), None).review.grade is Grade.AGAIN


def test_an_unclear_answer_costs_nothing(study: Study, journal: Journal) -> None:
    sitting = study.sit(MONDAY)
    while asked(sitting).card != Card("moons"):
        rightly(sitting)
    before = list(journal.events("planets"))
    unclear = sitting.answer("two moons", now=MONDAY, thinking_ms=1)
    assert isinstance(unclear, Unclear)
    assert list(journal.events("planets")) == before


def test_the_learners_grade_counts_as_if_it_had_come_first(study: Study, journal: Journal) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    regraded = sitting.regrade(Grade.EASY, MONDAY)
    promised = {choice.grade: choice.days for choice in regraded.turn.choices}
    state = journal.state("planets", NEAREST)
    assert state
    assert state.due_day == regraded.review.study_day + promised[Grade.EASY]
    assert (state.reps, state.lapses) == (1, 0)


@pytest.mark.parametrize(
    ("how", "grade"), [("right", Grade.GOOD), ("typo", Grade.HARD), ("guess", Grade.AGAIN)]
)
def test_the_learner_may_say_why_a_grade_is_unfair(study: Study, how: str, grade: Grade) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    assert sitting.regrade(how, MONDAY).review.grade is grade  # type: ignore[arg-type]  # one of the literals


def test_a_card_the_learner_knew_after_all_does_not_come_again(study: Study) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    sitting.regrade("right", MONDAY)
    assert NEAREST not in finish(sitting)


def test_a_grade_can_be_changed_twice(study: Study, journal: Journal) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    sitting.regrade(Grade.EASY, MONDAY)
    sitting.regrade(Grade.HARD, MONDAY)
    state = journal.state("planets", NEAREST)
    assert state
    assert (state.reps, study.today(MONDAY).unseen) == (1, 9)


def test_undo_asks_the_same_card_again(study: Study, journal: Journal) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    assert sitting.undo(MONDAY)
    assert asked(sitting).card == NEAREST
    assert study.today(MONDAY).unseen == 10


def test_undo_works_after_a_restart(study: Study, bank: Bank, tmp_path: Path) -> None:
    answer(study.sit(MONDAY), "Venus")
    restarted = Study(bank, Journal.open(tmp_path / "progress.db")).undo(later(MONDAY, seconds=60))
    assert restarted
    assert asked(restarted).card == NEAREST


def test_undo_works_on_the_finished_screen(study: Study) -> None:
    sitting = study.sit(MONDAY)
    last = finish(sitting)[-1]
    sitting.undo(MONDAY)
    assert asked(sitting).card == last


def test_undo_reaches_back_to_yesterday(study: Study) -> None:
    answer(study.sit(MONDAY), "Venus")
    tuesday = later(MONDAY, days=1)
    sitting = study.sit(tuesday)
    sitting.undo(tuesday)
    assert asked(sitting, tuesday).card == NEAREST
    assert asked(sitting, tuesday).state.memory is None


def test_many_answers_can_be_taken_back(study: Study) -> None:
    sitting = study.sit(MONDAY)
    for _ in range(4):
        rightly(sitting)
    while sitting.undo(MONDAY):
        pass
    assert study.today(MONDAY).unseen == 10
    assert not sitting.can_undo


def test_a_suspended_card_is_asked_no_more(study: Study) -> None:
    sitting = study.sit(MONDAY)
    asked(sitting)
    sitting.act(Action.SUSPEND, MONDAY)
    assert NEAREST not in finish(sitting)
    assert NEAREST not in finish(study.sit(later(MONDAY, days=1)), later(MONDAY, days=1))


def test_a_buried_card_comes_tomorrow(study: Study) -> None:
    sitting = study.sit(MONDAY)
    asked(sitting)
    sitting.act(Action.BURY, MONDAY)
    assert NEAREST not in finish(sitting)
    assert NEAREST in finish(study.sit(later(MONDAY, days=1)), later(MONDAY, days=1))


def test_a_suspension_can_be_undone(study: Study) -> None:
    sitting = study.sit(MONDAY)
    asked(sitting)
    sitting.act(Action.SUSPEND, MONDAY)
    sitting.undo(MONDAY)
    assert asked(sitting).card == NEAREST


def test_practice_leaves_the_schedule_as_it_is(study: Study, journal: Journal) -> None:
    finish(study.sit(MONDAY))
    before = journal.states("planets")
    practice = study.practise([NEAREST], MONDAY)
    answer(practice, "Venus")
    assert journal.states("planets") == before


def test_two_programs_at_once_keep_both_answers(study: Study, bank: Bank, tmp_path: Path) -> None:
    other = Study(bank, Journal.open(tmp_path / "progress.db"))
    here, there = study.sit(MONDAY), other.sit(MONDAY)
    rightly(here)
    rightly(there)
    reviews = [
        event
        for event in Journal.open(tmp_path / "progress.db").events("planets")
        if isinstance(event, Review)
    ]
    assert len(reviews) == 2


def test_new_questions_come_ten_a_day(journal: Journal) -> None:
    many = "".join(f"  - {{id: q{n}, type: short, ask: Say {n}, answer: word}}\n" for n in range(25))
    study = Study(read_text(HEAD + many), journal)
    assert len(finish(study.sit(MONDAY))) == 10
    assert study.today(MONDAY).new == 0


def test_more_new_questions_are_there_for_the_asking(journal: Journal) -> None:
    many = "".join(f"  - {{id: q{n}, type: short, ask: Say {n}, answer: word}}\n" for n in range(25))
    study = Study(read_text(HEAD + many), journal)
    finish(study.sit(MONDAY))
    assert len(finish(study.sit_new(MONDAY, 5))) == 5


def test_a_limit_is_kept(study: Study) -> None:
    assert len(finish(study.sit(MONDAY, limit=3))) == 3


def test_editing_the_words_of_a_question_keeps_its_history(study: Study, journal: Journal) -> None:
    finish(study.sit(MONDAY))
    edited = Study(read_text(HEAD + QUESTIONS.replace("is nearest", "comes nearest")), journal)
    assert edited.today(MONDAY).unseen == 1


def test_a_raised_revision_makes_a_question_new(study: Study, journal: Journal) -> None:
    finish(study.sit(MONDAY))
    raised = QUESTIONS.replace("id: nearest\n", "id: nearest\n    revision: 2\n")
    assert Study(read_text(HEAD + raised), journal).today(MONDAY).unseen == 2


def test_a_renamed_question_keeps_its_history(study: Study, journal: Journal) -> None:
    finish(study.sit(MONDAY))
    renamed = QUESTIONS.replace("id: nearest\n", "id: closest\n    was: [nearest]\n")
    study = Study(read_text(HEAD + renamed), journal)
    assert study.today(MONDAY).unseen == 1
    assert study.today(later(MONDAY, days=40)).due == 9


def test_the_summary_sets_the_learners_answer_beside_the_right_one(study: Study) -> None:
    sitting = study.sit(MONDAY, limit=3)
    answer(sitting, "Venus")
    finish(sitting)
    summary = sitting.summary(MONDAY)
    assert (summary.answered, summary.right_at_first) == (3, 2)
    assert [(missed.yours, missed.right) for missed in summary.missed] == [("Venus", "Mercury")]
    assert summary.next_day == summary.today + 1


def test_the_summary_writes_down_no_answer_where_none_was_given(study: Study) -> None:
    sitting = study.sit(MONDAY)
    while turn := sitting.turn(MONDAY):
        if turn.card in (Card("gap"), Card("pluto")) and not turn.is_again:
            sitting.answer(
                None,
                now=MONDAY,
                thinking_ms=5000,
                grade=Grade.AGAIN if turn.card.question == "pluto" else None,
            )
        else:
            rightly(sitting)
    yours = {missed.card.question: missed.yours for missed in sitting.summary(MONDAY).missed}
    assert yours == {"gap": "", "pluto": None}


def test_what_is_known_grows_with_a_sitting(study: Study) -> None:
    sitting = study.sit(MONDAY)
    finish(sitting)
    summary = sitting.summary(MONDAY)
    assert summary.known_before is None
    assert summary.known_after
    assert summary.known_after > 0.5
