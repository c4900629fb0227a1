"""FSRS-6, the memory model: how firmly something is remembered, and the chance of recalling it.

The formulas are those of FSRS-6 as published by the Open Spaced Repetition project, in the form in which
Anki and fsrs-rs 6.6 compute them; time counts in study days."""

from collections.abc import Sequence
from math import exp

from ..model.memory import Grade, MemoryState
from .parameters import DEFAULT_WEIGHTS, Parameters

__all__ = ["DEFAULT_WEIGHTS", "Parameters", "interval", "recall", "remembered", "remembered_all"]


def remembered(
    before: MemoryState | None, grade: Grade, study_day: int, parameters: Parameters
) -> MemoryState:
    """The memory after an answer; a clock that was set back counts as the same day."""
    if before is None:
        return MemoryState(parameters.weights[grade - 1], parameters.first_difficulties[grade - 1], study_day)
    elapsed = study_day - before.study_day
    stability = _stability(before.stability, before.difficulty, elapsed, grade, parameters)
    return MemoryState(stability, _difficulty(before.difficulty, grade, parameters), study_day)


def remembered_all(
    before: MemoryState | None, answers: Sequence[tuple[Grade, int]], parameters: Parameters
) -> MemoryState | None:
    """The memory after many answers, each a grade and its study day."""
    if not answers:
        return before
    first = remembered(before, *answers[0], parameters)
    # A state for every answer would make a replay a fifth slower.
    stability, difficulty, last_day = first.stability, first.difficulty, first.study_day
    for grade, study_day in answers[1:]:
        stability = _stability(stability, difficulty, study_day - last_day, grade, parameters)
        difficulty = _difficulty(difficulty, grade, parameters)
        last_day = study_day
    return MemoryState(stability, difficulty, last_day)


def recall(memory: MemoryState, study_day: int, parameters: Parameters) -> float:
    """The chance of recall on a study day, 0 to 1.

    On the day of the last answer it is always 1: the model knows nothing of forgetting within a day."""
    elapsed = max(0, study_day - memory.study_day)
    return float((1 + parameters.factor * elapsed / memory.stability) ** parameters.decay)


def interval(stability: float, parameters: Parameters) -> float:
    """Days until the chance of recall falls to the desired retention."""
    return stability * parameters.days_per_stability


def _stability(
    stability: float, difficulty: float, elapsed: int, grade: Grade, parameters: Parameters
) -> float:
    w = parameters.weights
    if elapsed <= 0:
        change = exp(w[17] * (grade - 3 + w[18])) * stability ** -w[19]
        after = stability if change < 1 < grade else stability * change
    else:
        forgotten = 1 - (1 + parameters.factor * elapsed / stability) ** parameters.decay
        if grade == 1:
            after = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * exp(forgotten * w[14])
            most = stability / parameters.least_loss
            after = after if after < most else most
        else:
            gain = parameters.growth * (11 - difficulty) * stability ** -w[9] * (exp(forgotten * w[10]) - 1)
            after = stability * (1 + gain * (w[15] if grade == 2 else w[16] if grade == 4 else 1.0))
    # Calls of min and max, here and below, would make a replay a tenth slower.
    return 0.001 if after < 0.001 else 36500.0 if after > 36500 else after


def _difficulty(difficulty: float, grade: Grade, parameters: Parameters) -> float:
    w = parameters.weights
    moved = difficulty - w[6] * (grade - 3) * (10 - difficulty) / 9
    moved = w[7] * parameters.easiest + (1 - w[7]) * moved
    return 1.0 if moved < 1 else 10.0 if moved > 10 else moved
