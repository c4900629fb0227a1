"""Whole days from ideal intervals: spread a little, in the order of the grades, never too long."""

from collections.abc import Iterable
from hashlib import sha256

from ..model.memory import Card
from .fsrs import interval
from .parameters import Parameters


def spread(ideal: float) -> tuple[int, int]:
    """The first and the last day to which an interval may be moved, so that cards learned together part."""
    if ideal < 2.5:
        only = max(1, _rounded(ideal))
        return only, only
    if ideal < 7:
        reach = 1 + 0.15 * (ideal - 2.5)
    elif ideal < 20:
        reach = 1.675 + 0.1 * (ideal - 7)
    else:
        reach = 2.975 + 0.05 * (ideal - 20)
    return _rounded(ideal - reach), _rounded(ideal + reach)


def draw(card: Card, reps: int) -> float:
    """From 0 up to 1, the same at every replay and on every machine."""
    # 48 bits: more would round up to 1 in a float.
    return int.from_bytes(sha256(f"{card} {reps}".encode()).digest()[:6]) / 2**48


def days_after(stabilities: Iterable[float], last: int, chance: float, parameters: Parameters) -> int:
    """The interval for the last of the stabilities, which are those after Hard, Good, Easy, as far as given.

    It is longer than those of the grades below, and than the `last` interval where it ought to be."""
    days = 0
    for place, stability in enumerate(stabilities):
        ideal = interval(stability, parameters)
        longer = last if _rounded(ideal) > last else 0
        # Just met or just missed, Good may be due as soon as Hard: a day more would be a third of it forgotten.
        least = max(1, days) if not last and place == 1 else max(days, longer) + 1
        days = _placed(spread(ideal), least, chance, parameters.maximum_interval)
    return days


def _placed(days: tuple[int, int], least: int, chance: float, most: int) -> int:
    first, last = max(days[0], least), min(days[1], most)
    if last > first:
        first += int(chance * (last - first + 1))
    return min(first, most)


def _rounded(days: float) -> int:
    return int(days + 0.5)
