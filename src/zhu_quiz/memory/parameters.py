"""The parameters of the memory model."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from math import exp

from ..model.memory import Grade
from ..model.problem import QuizError

DEFAULT_WEIGHTS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
"""Of FSRS-6, fitted to the reviews of many thousand learners."""

_RANGES = (
    (0.001, 100), (0.001, 100), (0.001, 100), (0.001, 100), (1, 10), (0.001, 4), (0.001, 4), (0.001, 0.75),
    (0, 4.5), (0, 0.8), (0.001, 3.5), (0.001, 5), (0.001, 0.25), (0.001, 0.9), (0, 4), (0, 1), (1, 6),
    (0, 2), (0, 2), (0, 0.8), (0.1, 0.8),
)  # fmt: skip
"""Where the optimisers of FSRS-6 keep the weights; far outside, the formulas overflow."""

# Optimisers compute in single precision: their 0.8 is 0.80000001.
_SLACK = 1e-6


@dataclass(frozen=True, kw_only=True)
class Parameters:
    weights: tuple[float, ...] = DEFAULT_WEIGHTS
    desired_retention: float = 0.9
    """The chance of recall at which a card comes again."""
    maximum_interval: int = 365
    """Days."""

    def __post_init__(self) -> None:
        if len(self.weights) != len(_RANGES):
            raise QuizError(
                f"The memory model needs {len(_RANGES)} weights, but {len(self.weights)} are given. "
                "Copy all of them from Anki's deck options, or leave them out."
            )
        for place, (weight, (low, high)) in enumerate(zip(self.weights, _RANGES, strict=True), start=1):
            if not low - _SLACK <= weight <= high + _SLACK:
                raise QuizError(
                    f"Weight {place} of the memory model is {weight}; it has to lie from {low} to {high}. "
                    "Copy the weights anew from Anki's deck options, or leave them out."
                )
        if not 0.7 <= self.desired_retention <= 0.97:
            raise QuizError(
                f"A desired retention of {self.desired_retention} is not possible. "
                "Choose a number from 0.70 to 0.97; 0.90 suits most learners."
            )
        if self.maximum_interval < 1:
            raise QuizError(
                f"A longest interval of {self.maximum_interval} days is not possible. Choose at least 1 day."
            )

    @cached_property
    def id(self) -> str:
        """Names these numbers, also on another machine."""
        numbers = (*map(float, self.weights), float(self.desired_retention), self.maximum_interval)
        return sha256(repr(numbers).encode()).hexdigest()[:8]

    # Constants of the formulas

    @cached_property
    def decay(self) -> float:
        return -self.weights[20]

    @cached_property
    def factor(self) -> float:
        """Makes stability the days after which the chance of recall is 0.9."""
        return float(0.9 ** (1 / self.decay)) - 1

    @cached_property
    def days_per_stability(self) -> float:
        return float(self.desired_retention ** (1 / self.decay) - 1) / self.factor

    @cached_property
    def growth(self) -> float:
        return exp(self.weights[8])

    @cached_property
    def least_loss(self) -> float:
        """Forgetting divides stability by at least this."""
        return exp(self.weights[17] * self.weights[18])

    @cached_property
    def first_difficulties(self) -> tuple[float, ...]:
        """After a first Again, Hard, Good, Easy."""
        return tuple(min(max(self._first_difficulty(grade), 1.0), 10.0) for grade in Grade)

    @cached_property
    def easiest(self) -> float:
        """Towards which all difficulties drift; may lie below 1."""
        return self._first_difficulty(Grade.EASY)

    def _first_difficulty(self, grade: Grade) -> float:
        return self.weights[4] - exp(self.weights[5] * (grade - 1)) + 1
