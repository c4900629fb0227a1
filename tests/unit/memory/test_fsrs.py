import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

import fsrs_rs_python
import pytest
from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.memory.days import study_day
from zhu_quiz.memory.fsrs import (
    DEFAULT_WEIGHTS,
    Parameters,
    interval,
    recall,
    remembered,
    remembered_all,
)
from zhu_quiz.model.memory import Grade, MemoryState
from zhu_quiz.model.moment import Moment

PARAMETERS = Parameters()
FIRST_DAY = datetime(2026, 1, 5).toordinal()

histories = st.lists(st.tuples(st.sampled_from(Grade), st.integers(0, 400)), min_size=1, max_size=12)
"""Grades, each with the days since the one before."""
memories = st.builds(MemoryState, st.floats(0.001, 36500), st.floats(1, 10), st.just(FIRST_DAY))
weights = st.tuples(*(st.floats(weight, 1.2 * weight) for weight in DEFAULT_WEIGHTS))


def answers(history: list[tuple[Grade, int]]) -> list[tuple[Grade, int]]:
    """Grades, each with its study day."""
    days = accumulate((gap for _, gap in history), initial=FIRST_DAY)
    return [(grade, day) for (grade, _), day in zip(history, list(days)[1:], strict=True)]


def states(history: list[tuple[Grade, int]], parameters: Parameters = PARAMETERS) -> Iterator[MemoryState]:
    memory = None
    for grade, day in answers(history):
        memory = remembered(memory, grade, day, parameters)
        yield memory


def test_stability_and_difficulty_are_those_of_anki() -> None:
    with (Path(__file__).parent / "anki_parity.csv").open() as file:
        rows = list(csv.DictReader(file))
    memories: dict[str, MemoryState] = {}
    stability_error, difficulty_error = [], []
    for row in rows:
        day = study_day(Moment(at_ms=round(1000 * float(row["unix_time_utc"])), offset_minutes=0))
        assert day - datetime(1970, 1, 1).toordinal() == int(row["study_day_cutoff4_utc"])
        memory = remembered(memories.get(row["card"]), Grade(int(row["rating"])), day, PARAMETERS)
        memories[row["card"]] = memory
        stability_error.append(abs(memory.stability / float(row["anki_stability"]) - 1))
        difficulty_error.append(abs(memory.difficulty - float(row["anki_difficulty"])))
    # Anki itself rounds what it stores: stability to 4 decimals, difficulty to 3.
    assert (len(rows), max(stability_error) < 0.002, max(difficulty_error) < 0.005) == (600, True, True)


@given(histories)
def test_memories_are_those_of_py_fsrs_fed_with_study_days(history: list[tuple[Grade, int]]) -> None:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = FsrsCard(card_id=1)
    theirs = []
    for grade, day in answers(history):
        at = datetime.fromordinal(day).replace(tzinfo=UTC)
        card, _ = scheduler.review_card(card, Rating(int(grade)), at)
        # It knows no upper limit.
        if card.stability is not None and card.stability > 36500:
            return
        theirs.append((card.stability, card.difficulty))
    ours = [(memory.stability, memory.difficulty) for memory in states(history)]
    assert ours == [pytest.approx(each, rel=1e-9) for each in theirs]


@given(histories, weights)
def test_memories_are_those_of_fsrs_rs_whatever_the_weights(
    history: list[tuple[Grade, int]], weights: tuple[float, ...]
) -> None:
    item = fsrs_rs_python.FSRSItem(
        [
            fsrs_rs_python.FSRSReview(int(grade), 0 if place == 0 else gap)
            for place, (grade, gap) in enumerate(history)
        ]
    )
    theirs = fsrs_rs_python.FSRS(list(weights)).historical_memory_states(item)
    ours = states(history, Parameters(weights=weights))
    # It computes in single precision.
    assert [(memory.stability, memory.difficulty) for memory in ours] == [
        pytest.approx((each.stability, each.difficulty), rel=1e-3) for each in theirs
    ]


@given(memories, st.sampled_from([0.7, 0.8, 0.9, 0.95, 0.97]))
def test_intervals_are_those_of_fsrs_rs(memory: MemoryState, retention: float) -> None:
    theirs = fsrs_rs_python.FSRS(list(DEFAULT_WEIGHTS)).next_interval(memory.stability, retention, 3)
    ours = interval(memory.stability, Parameters(desired_retention=retention))
    assert ours == pytest.approx(theirs, rel=1e-3)


@given(st.floats(1, 36500))
def test_after_the_interval_the_desired_retention_is_left(stability: float) -> None:
    parameters = Parameters(desired_retention=0.85)
    days = round(interval(stability, parameters))
    memory = MemoryState(days / parameters.days_per_stability, 5, FIRST_DAY)
    assert recall(memory, FIRST_DAY + days, parameters) == pytest.approx(0.85)


@given(memories, st.integers(0, 1000), st.integers(1, 1000))
def test_recall_falls_with_time(memory: MemoryState, days: int, more: int) -> None:
    sooner = recall(memory, FIRST_DAY + days, PARAMETERS)
    assert 0 < recall(memory, FIRST_DAY + days + more, PARAMETERS) < sooner <= 1


@given(memories, st.integers(0, 1000))
def test_a_better_grade_never_leaves_a_weaker_memory(memory: MemoryState, days: int) -> None:
    after = [remembered(memory, grade, FIRST_DAY + days, PARAMETERS) for grade in Grade]
    assert [each.stability for each in after] == sorted(each.stability for each in after)
    assert [each.difficulty for each in after] == sorted((each.difficulty for each in after), reverse=True)


@settings(max_examples=200)
@given(histories, weights)
def test_stability_and_difficulty_keep_their_bounds(
    history: list[tuple[Grade, int]], weights: tuple[float, ...]
) -> None:
    for memory in states(history, Parameters(weights=weights)):
        assert 0.001 <= memory.stability <= 36500
        assert 1 <= memory.difficulty <= 10


@given(memories, st.sampled_from(Grade), st.integers(1, 400))
def test_a_clock_that_was_set_back_counts_as_the_same_day(
    memory: MemoryState, grade: Grade, days: int
) -> None:
    same_day = remembered(memory, grade, FIRST_DAY, PARAMETERS)
    earlier = remembered(memory, grade, FIRST_DAY - days, PARAMETERS)
    assert (earlier.stability, earlier.difficulty) == (same_day.stability, same_day.difficulty)
    assert recall(memory, FIRST_DAY - days, PARAMETERS) == 1


@given(histories)
def test_many_answers_at_once_leave_the_same_memory_as_one_by_one(history: list[tuple[Grade, int]]) -> None:
    assert remembered_all(None, answers(history), PARAMETERS) == list(states(history))[-1]


def test_no_answers_leave_the_memory_as_it_was() -> None:
    memory = MemoryState(3.0, 5.0, FIRST_DAY)
    assert remembered_all(memory, [], PARAMETERS) == memory


def test_twenty_three_hours_over_night_are_a_day() -> None:
    monday = datetime(2026, 5, 4, 20, tzinfo=UTC)
    days = [
        study_day(Moment(at_ms=round(at.timestamp() * 1000), offset_minutes=0))
        for at in (monday, monday + timedelta(hours=12))
    ]
    first = remembered(None, Grade.GOOD, days[0], PARAMETERS)
    assert recall(first, days[1], PARAMETERS) < 1
