import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.memory.fsrs import DEFAULT_WEIGHTS, Parameters
from zhu_quiz.model.problem import QuizError


def test_the_id_is_the_same_on_every_machine() -> None:
    assert Parameters().id == "c7c0c065"


@pytest.mark.parametrize(
    "other",
    [
        Parameters(desired_retention=0.85),
        Parameters(maximum_interval=100),
        Parameters(weights=(0.3, *DEFAULT_WEIGHTS[1:])),
    ],
)
def test_other_numbers_have_another_id(other: Parameters) -> None:
    assert other.id != Parameters().id


def test_the_id_does_not_ask_how_a_number_was_written() -> None:
    assert (
        Parameters(weights=(1, *DEFAULT_WEIGHTS[1:])).id == Parameters(weights=(1.0, *DEFAULT_WEIGHTS[1:])).id
    )


@given(st.integers(0, 20), st.sampled_from([math.nan, math.inf, -math.inf, 1000.0, -1.0]))
def test_a_weight_outside_its_range_is_refused_with_its_place(place: int, weight: float) -> None:
    weights = (*DEFAULT_WEIGHTS[:place], weight, *DEFAULT_WEIGHTS[place + 1 :])
    with pytest.raises(QuizError, match=f"Weight {place + 1} "):
        Parameters(weights=weights)


@pytest.mark.parametrize("count", [0, 17, 19, 22])
def test_another_number_of_weights_is_refused(count: int) -> None:
    with pytest.raises(QuizError, match=f"21 weights, but {count}"):
        Parameters(weights=(DEFAULT_WEIGHTS * 2)[:count])


@pytest.mark.parametrize("retention", [0.69, 0.98, 90, math.nan])
def test_a_retention_that_cannot_be_planned_for_is_refused(retention: float) -> None:
    with pytest.raises(QuizError, match=r"0\.70 to 0\.97"):
        Parameters(desired_retention=retention)


def test_a_longest_interval_below_a_day_is_refused() -> None:
    with pytest.raises(QuizError, match="at least 1 day"):
        Parameters(maximum_interval=0)


def test_weights_in_single_precision_are_accepted() -> None:
    assert Parameters(weights=(*DEFAULT_WEIGHTS[:20], 0.800000011920929))
