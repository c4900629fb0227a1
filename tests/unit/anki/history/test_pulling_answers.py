"""How a card's lines of Anki's review log are read."""

from collections.abc import Iterable

import pytest

from sample import DAY_MS, MONDAY
from zhu_quiz.anki.history.answers import Answers, Place
from zhu_quiz.anki.history.cards import Asked
from zhu_quiz.anki.reading import ReviewRow
from zhu_quiz.bank import Bank
from zhu_quiz.memory.fsrs import remembered
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.memory.schedule import replay
from zhu_quiz.model.event import ANKI, Action, CardAction, Mode, Review
from zhu_quiz.model.memory import NEW, Card, CardState, Grade
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress.ids import is_id

LEARNING, REVIEW, RELEARNING, OUT_OF_TURN, BY_HAND, RESCHEDULED = range(6)
PLUTO = Card("pluto")


def row(day: float, ease: int, type: int = REVIEW, interval: int = 3, factor: int = 500) -> ReviewRow:
    return ReviewRow(
        id=MONDAY.at_ms + int(day * DAY_MS), card_id=1, ease=ease, interval=interval, last_interval=0,
        factor=factor, taken_ms=4000, type=type,
    )  # fmt: skip


RESET = row(5, 0, BY_HAND, 0, 0)


@pytest.fixture
def answers(bank: Bank) -> Answers:
    place = Place(bank=bank.id, moment=lambda ms: Moment(ms, 60), cutoff_hour=4, parameters=Parameters())
    return Answers(Asked("zq0", 0, PLUTO, 1), bank.questions["pluto"], place)


def state(events: Iterable[Review | CardAction]) -> CardState:
    return replay(events, Parameters()).get(PLUTO, NEW)


def grades(*of_days: tuple[int, Grade]) -> tuple[float, float]:
    memory = None
    for day, grade in of_days:
        memory = remembered(memory, grade, day, Parameters())
    assert memory
    return memory.stability, memory.difficulty


def memory(events: Iterable[Review | CardAction]) -> tuple[float, float]:
    found = state(events).memory
    assert found
    return found.stability, found.difficulty


def test_an_answer_becomes_a_review_of_that_moment(answers: Answers) -> None:
    (review,) = answers.events([row(0, 3, LEARNING, interval=4)])
    assert isinstance(review, Review)
    assert is_id(review.id)
    assert (review.at_ms, review.offset_minutes, review.sitting) == (MONDAY.at_ms, 60, ANKI)
    assert (review.grade, review.proposed, review.response) == (Grade.GOOD, Grade.GOOD, None)
    assert (review.fraction, review.thinking_ms, review.before) == (1.0, 4000, None)
    assert review.due_day == review.study_day + 4


def test_an_answer_after_midnight_belongs_to_the_day_before(answers: Answers) -> None:
    late = MONDAY.at_ms + 16 * 3_600_000  # two o'clock
    events = list(answers.events([row(0, 3, LEARNING), row(0, 3, LEARNING)._replace(id=late)]))
    assert events[0].study_day == events[1].study_day


def test_the_same_line_has_the_same_name_everywhere(answers: Answers, bank: Bank) -> None:
    other = Answers(answers.asked, bank.questions["pluto"], answers.place)
    lines = [row(0, 3, LEARNING), row(3, 1), row(3.1, 3, LEARNING)]
    assert [event.id for event in answers.events(lines)] == [event.id for event in other.events(lines)]


def test_only_the_first_answer_knows_nothing_before(answers: Answers) -> None:
    reviews = list(answers.events([row(0, 1, LEARNING), row(0.1, 3, LEARNING), row(3, 3)]))
    assert [isinstance(each, Review) and each.before is None for each in reviews] == [True, False, False]


@pytest.mark.parametrize("type", [BY_HAND, RESCHEDULED])
def test_a_day_set_by_hand_is_left_out_and_counted(answers: Answers, type: int) -> None:
    events = list(answers.events([row(0, 3, LEARNING), row(2, 0, type), row(4, 3)]))
    assert len(events) == 2
    assert answers.by_hand == 1


def test_what_is_answered_without_rescheduling_is_practice(answers: Answers) -> None:
    first, practised = answers.events([row(0, 3, LEARNING), row(2, 1, OUT_OF_TURN, factor=0)])
    assert isinstance(practised, Review)
    assert practised.mode is Mode.PRACTICE
    assert practised.before == practised.after
    assert memory([first, practised]) == memory([first])


def test_an_early_review_counts(answers: Answers) -> None:
    events = list(answers.events([row(0, 3, LEARNING), row(2, 4, OUT_OF_TURN)]))
    day = events[0].study_day
    assert memory(events) == grades((day, Grade.GOOD), (day + 2, Grade.EASY))


def test_a_reset_makes_the_card_new(answers: Answers) -> None:
    events = list(answers.events([row(0, 3, LEARNING), row(3, 3), RESET]))
    assert isinstance(events[-1], CardAction)
    assert events[-1].action is Action.RESET
    assert state(events) == NEW


def test_after_a_reset_answers_count_afresh(answers: Answers) -> None:
    events = list(answers.events([row(0, 3, LEARNING), row(3, 3), RESET, row(6, 4, LEARNING)]))
    assert memory(events) == grades((events[-1].study_day, Grade.EASY))


def test_a_card_that_is_learned_anew_was_reset_though_no_line_says_so(answers: Answers) -> None:
    events = list(answers.events([row(0, 3, LEARNING), row(3, 3), row(6, 2, LEARNING)]))
    assert memory(events) == grades((events[-1].study_day, Grade.HARD))
    assert [event.id for event in events] == sorted(event.id for event in events)


def test_steps_of_learning_belong_together(answers: Answers) -> None:
    steps = [
        row(0, 1, LEARNING),
        row(0.1, 3, LEARNING),
        row(1, 1, OUT_OF_TURN, factor=0),
        row(2, 3, LEARNING),
    ]
    events = list(answers.events(steps))
    day = events[0].study_day
    assert memory(events) == grades((day, Grade.AGAIN), (day, Grade.GOOD), (day + 2, Grade.GOOD))


def test_a_reset_of_a_new_card_is_nothing(answers: Answers) -> None:
    assert list(answers.events([RESET])) == []


@pytest.mark.parametrize(
    ("lines", "is_truncated"),
    [
        ([row(0, 3, LEARNING), row(3, 3)], False),
        ([row(3, 3)], True),
        ([row(0, 3, LEARNING), RESET, row(6, 3)], True),
        ([row(0, 3), RESET, row(6, 3, LEARNING)], False),
    ],
)
def test_a_history_without_its_beginning_is_told(
    answers: Answers, lines: list[ReviewRow], is_truncated: bool
) -> None:
    list(answers.events(lines))
    assert answers.is_truncated is is_truncated


@pytest.mark.parametrize(("interval", "days"), [(5, 5), (-600, 0), (-3 * 86_400, 3), (10**9, 36_500)])
def test_an_interval_is_in_days_or_negative_seconds(answers: Answers, interval: int, days: int) -> None:
    (review,) = answers.events([row(0, 3, LEARNING, interval=interval)])
    assert isinstance(review, Review)
    assert review.due_day == review.study_day + days
