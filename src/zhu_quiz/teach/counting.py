"""What rules share that say of many questions one thing: names in a row, and how much chance explains."""

from collections.abc import Callable, Iterator, Sequence
from math import sqrt

from .material import Subject
from .rule import Finding

_NAMED = 5
_SURE = 2.33
"""Standard deviations: chance alone goes further in one of a hundred banks."""


def listed(names: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    more = len(names) - _NAMED
    if more > 1:
        return f"{', '.join(names[:_NAMED])} and {more} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def exceeds_chance(hits: int, chances: Sequence[float]) -> bool:
    """Whether something happened clearly more often than it would if each time had its chance."""
    expected, variance = sum(chances), sum(chance * (1 - chance) for chance in chances)
    # Half a hit is taken off, for hits come whole: without it one in ten small banks would be blamed for luck.
    return hits - expected - 0.5 > _SURE * sqrt(variance)


def each_or_at_once(
    code: str, subjects: Sequence[Subject], message: str, at_once: Callable[[int, str], str], remedy: str
) -> Iterator[Finding]:
    """A finding for each of a few questions; one for all of them where there are many.

    Those that allow it are told apart, so that what is allowed is known."""
    allowing = [subject for subject in subjects if code in subject.question.allow]
    others = [subject for subject in subjects if code not in subject.question.allow]
    if len(others) > _NAMED:
        names = listed([subject.question.id for subject in others])
        yield Finding(at=others[0].node("id"), message=at_once(len(others), names), remedy=remedy)
        others = []
    for subject in (*allowing, *others):
        yield Finding(at=subject.node("id"), message=message, remedy=remedy, question=subject.question.id)
