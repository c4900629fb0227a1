"""How long a learner thinks. The pace of time is given, never read."""

from collections.abc import Callable


class Stopwatch:
    """Runs from the beginning; time spent paused does not count."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._before = 0.0
        self._since: float | None = ticks()

    def pause(self) -> None:
        self._before, self._since = self._seconds, None

    def go_on(self) -> None:
        if self._since is None:
            self._since = self._ticks()

    @property
    def thinking_ms(self) -> int:
        return round(1000 * self._seconds)

    @property
    def _seconds(self) -> float:
        return self._before + (self._ticks() - self._since if self._since is not None else 0)
