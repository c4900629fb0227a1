"""What is offered is what is asked, whatever happened elsewhere that day."""

from pathlib import Path

import pytest

from playing import answer, asked, finish, rightly
from sample import HEAD, MONDAY, later
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.event import Action, Ended
from zhu_quiz.model.memory import Card, Grade
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import CannotSave, Journal
from zhu_quiz.study import Answered, Study

NEAREST = Card("nearest")


@pytest.mark.parametrize("days", [0, 1, 2, 30])
def test_the_offers_of_a_day_are_kept(study: Study, days: int) -> None:
    sitting = study.sit(MONDAY)
    asked(sitting)
    sitting.act(Action.SUSPEND, MONDAY)
    asked(sitting)
    sitting.act(Action.BURY, MONDAY)
    finish(sitting)
    now = later(MONDAY, days=days)
    today = study.today(now)
    assert today.more_new == study.sit_new(now, 100).left
    assert today.ahead == study.sit_ahead(now, 100).left
    assert today.due + today.new == study.sit(now).left


def test_the_other_side_of_a_card_is_not_offered_the_same_day(study: Study) -> None:
    finish(study.sit(MONDAY))
    today = study.today(MONDAY)
    assert (today.unseen, today.more_new) == (1, 0)


def test_a_resumed_sitting_leaves_out_what_another_one_asked(study: Study) -> None:
    rightly(study.sit(MONDAY))
    elsewhere = {*finish(study.sit_new(MONDAY, 3))}
    assert len(elsewhere) == 3
    assert not {*finish(study.sit(MONDAY))} & elsewhere


def test_a_resumed_sitting_leaves_out_what_was_suspended_elsewhere(study: Study) -> None:
    first = study.sit(MONDAY)
    rightly(first)
    practice = study.practise([Card("red")], MONDAY)
    asked(practice)
    practice.act(Action.SUSPEND, MONDAY)
    assert Card("red") not in finish(study.sit(MONDAY))


def test_what_was_missed_elsewhere_is_asked(study: Study) -> None:
    rightly(study.sit(MONDAY))
    answer(study.sit_new(MONDAY, 1), "nonsense")
    assert Card("red") in finish(study.sit(MONDAY))


def test_a_missed_card_comes_again_after_five_minutes(study: Study) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    assert asked(sitting, later(MONDAY, seconds=299)).card != NEAREST
    assert asked(sitting, later(MONDAY, seconds=300)).card == NEAREST


def test_a_quick_answer_to_a_card_seen_today_is_not_easy(study: Study) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    now = later(MONDAY, seconds=300)
    turn = asked(sitting, now)
    answered = sitting.answer(turn.question.solution, now=now, thinking_ms=10)
    assert isinstance(answered, Answered)
    assert answered.review.grade < Grade.EASY


def test_i_was_right_is_right_in_the_summary(study: Study) -> None:
    sitting = study.sit(MONDAY)
    answer(sitting, "Venus")
    sitting.regrade("right", MONDAY)
    summary = sitting.summary(MONDAY)
    assert (summary.right_at_first, summary.missed) == (1, ())


def test_practice_of_what_is_easily_guessed_comes_to_an_end(study: Study) -> None:
    assert finish(study.practise([Card("rings")], MONDAY)) == [Card("rings")]


def test_a_resumed_sitting_does_not_say_what_was_known_before(study: Study) -> None:
    finish(study.sit(MONDAY))
    tuesday = later(MONDAY, days=40)
    fresh = study.sit(tuesday)
    rightly(fresh, tuesday)
    assert fresh.summary(tuesday).known_before
    assert study.sit(tuesday).summary(tuesday).known_before is None


def test_an_end_that_cannot_be_saved_is_saved_the_next_time(
    bank: Bank, tmp_path: Path, journal: Journal
) -> None:
    with Journal.open(tmp_path / "progress.db", patience=0) as impatient:
        sitting = Study(bank, impatient).sit(MONDAY, limit=1)
        rightly(sitting)
        with journal.writing(), pytest.raises(CannotSave):
            sitting.turn(MONDAY)
        assert sitting.turn(MONDAY) is None
        assert sitting.turn(MONDAY) is None
        assert sum(isinstance(event, Ended) for event in impatient.events("planets")) == 1


def test_a_clock_that_ran_a_year_ahead_keeps_nothing_away(study: Study) -> None:
    next_year = later(MONDAY, days=400)
    finish(study.sit(next_year), next_year)
    assert study.today(MONDAY).due == 9
    finish(study.sit(MONDAY))
    assert study.today(MONDAY).due == 0


def test_home_asks_the_file_few_questions(study: Study, journal: Journal) -> None:
    queries: list[str] = []
    rightly(study.sit(MONDAY))
    journal._file.connection.set_trace_callback(queries.append)
    study.today(MONDAY)
    journal._file.connection.set_trace_callback(None)
    kinds = {question.kind for question in study.bank.ready}
    assert len(queries) <= 5 + len(kinds)


def test_the_words_of_a_turn_survive_a_clock_set_back(study: Study) -> None:
    finish(study.sit(MONDAY))
    yesterday = Moment(MONDAY.at_ms - 86_400_000, MONDAY.offset_minutes)
    sitting = study.practise([NEAREST], yesterday)
    assert asked(sitting, yesterday).why_now.startswith("Last seen today.")


def test_one_new_question_more_is_met_at_a_time(journal: Journal) -> None:
    many = "".join(f"  - {{id: q{n}, type: short, ask: Say {n}, answer: word}}\n" for n in range(25))
    study = Study(read_text(HEAD + many), journal)
    finish(study.sit(MONDAY))
    assert (study.today(MONDAY).more_new, len(finish(study.sit_new(MONDAY)))) == (15, 5)
