"""What the log knows already, under whatever number it comes back from Anki."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...model.event import ANKI, Action, CardAction, Event, Review
from ...model.memory import Card
from ..reading import ReviewRow
from .ids import ms_of

MOST_MOVED = 50
"""Milliseconds: where two rows would share a number, one moves. Nobody answers a card twice in that time."""

_Moments = Mapping[tuple[Card, int | Action], list[int]]


class Known:
    """The answers and resets of a log, also those that were undone since."""

    def __init__(self, log: Iterable[Event]) -> None:
        """`log`: with its cards by the names that their questions have now."""
        self._log = {event.id: event for event in log if isinstance(event, Review | CardAction)}
        self._ours = _moments(event for event in self._log.values() if event.sitting != ANKI)

    def is_ours(self, card: Card, row: ReviewRow) -> bool:
        """Whether it was answered here and went to Anki from here."""
        return any(abs(ms - row.id) <= MOST_MOVED for ms in self._ours.get((card, row.ease), ()))

    def unknown(self, events: Sequence[Review | CardAction]) -> list[Review | CardAction]:
        """Those of the events that the log does not know."""
        found = {event.id for event in events}
        # An event of the log stands for one row, and that of its own name is the first to have it.
        moments = _moments(event for id, event in self._log.items() if id not in found)
        fresh = (event for event in events if event.id not in self._log)
        return [event for event in fresh if not _came_back(event, moments)]


def _moments(events: Iterable[Review | CardAction]) -> _Moments:
    moments = defaultdict[tuple[Card, int | Action], list[int]](list)
    for event in events:
        moments[_what(event)].append(ms_of(event))
    return moments


def _what(event: Review | CardAction) -> tuple[Card, int | Action]:
    return event.card, event.grade if isinstance(event, Review) else event.action


def _came_back(event: Review | CardAction, moments: _Moments) -> bool:
    """Whether one of the moments is that of the event, near enough; it is then used up."""
    near = moments.get(_what(event), [])
    nearest = min(near, key=lambda ms: abs(ms - ms_of(event)), default=None)
    if nearest is None or abs(nearest - ms_of(event)) > MOST_MOVED:
        return False
    near.remove(nearest)
    return True
