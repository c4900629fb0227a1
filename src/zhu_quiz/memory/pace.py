"""How long a question takes this learner: for grading by time, and for estimates in minutes."""

from collections.abc import Iterable, Sequence
from statistics import median

FIRST_SECONDS = {
    "choice": 9.0, "multi": 16.0, "true-false": 7.0, "short": 11.0, "number": 10.0,
    "cloze": 13.0, "order": 25.0, "match": 25.0, "card": 10.0,
}  # fmt: skip
"""Thinking time for a right answer, by kind, until the learner's own is known."""
OTHER_SECONDS = 12.0
"""The same for any other kind."""
FEEDBACK_SECONDS = 5.0
"""For reading what follows an answer."""

_ENOUGH = 10
_LATEST = 50
_SECONDS_A_WORD = 0.25
_MOST = 60.0
_OUTLIER = 5


def expected_seconds(kind: str, thinking_ms: Sequence[int], extra_words: float = 0.0) -> float:
    """Thinking time for a right answer, at most a minute.

    `thinking_ms` are those of the learner's right answers to this kind, the latest first;
    `extra_words` are how many more the question has than its kind on average."""
    latest = thinking_ms[:_LATEST]
    usual = _usual(latest) if len(latest) >= _ENOUGH else FIRST_SECONDS.get(kind, OTHER_SECONDS)
    return min(usual + _SECONDS_A_WORD * max(0.0, extra_words), _MOST)


def minutes(seconds: Iterable[float]) -> float:
    """For questions of these thinking times, with the reading of what follows each answer."""
    return sum(each + FEEDBACK_SECONDS for each in seconds) / 60


def _usual(thinking_ms: Sequence[int]) -> float:
    """The median without the times when the learner was elsewhere."""
    middle = median(thinking_ms)
    return median(each for each in thinking_ms if each <= _OUTLIER * middle) / 1000
