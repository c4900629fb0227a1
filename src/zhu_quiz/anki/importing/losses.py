"""What could not be carried, in words: how much of it, and in which questions."""

from collections import Counter, defaultdict

from ...model.clean import clean
from ...model.words import some


class Losses:
    def __init__(self) -> None:
        self._numbers = Counter[str]()
        self._names = defaultdict[str, dict[str, None]](dict)
        """Each once."""

    def add(self, what: str, where: str, number: int = 1) -> None:
        """`what` in the plural, such as `sounds`; `where` is empty if nobody knows."""
        self._numbers[what] += number
        if where:
            self._names[what][" ".join(clean(where).split())[:60]] = None

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def told(self) -> tuple[str, ...]:
        """A line each, the most frequent first."""
        ordered = sorted(self._numbers.items(), key=lambda item: (-item[1], item[0]))
        return tuple(f"{what}: {number:,}{self._some(what)}" for what, number in ordered)

    def _some(self, what: str) -> str:
        names = [*self._names.get(what, ())]
        return f" ({some(names)})" if names else ""
