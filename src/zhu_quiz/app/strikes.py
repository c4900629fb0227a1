"""Telling an Enter that is meant from one that follows by itself: a key held down or struck twice."""

from collections.abc import Callable

HELD = 0.7
"""Seconds. A key held down repeats sooner, its first time included."""


class Strikes:
    """Of Enter and Space, whatever they were for."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._last: float | None = None

    def is_fresh(self) -> bool:
        """Takes note of a strike; False where it came too soon after the one before."""
        before, self._last = self._last, self._ticks()
        return before is None or self._last - before >= HELD
