"""Whether a card is suspended and flagged, as the newest collection and the learner's own actions here say."""

from collections.abc import Iterator, Sequence

from ...model.event import ANKI, Action, CardAction, Event, Undo
from ...model.memory import Card
from ..reading.values import CardRow, Queue
from .answers import Place
from .cards import Asked
from .ids import id_of, ms_of

SWITCHES = ((Action.SUSPEND, Action.RESTORE), (Action.FLAG, Action.UNFLAG))
"""On and off."""


class Switches:
    """How the cards of a log stand."""

    def __init__(self, log: Sequence[Event]) -> None:
        """`log`: in order."""
        undone = {event.undoes for event in log if isinstance(event, Undo)}
        self._last = {
            (event.card, on): event
            for event in log
            if isinstance(event, CardAction) and event.id not in undone
            for on, off in SWITCHES
            if event.action in (on, off)
        }

    def last(self, card: Card, on: Action) -> CardAction | None:
        """What was done last with that switch of the card."""
        return self._last.get((card, on))

    def turned(self, asked: Asked, row: CardRow, place: Place, modified_ms: int) -> Iterator[CardAction]:
        """What it takes for the card to stand here as it stands there. `modified_ms`: when all there last changed."""
        wanted = row.queue == Queue.SUSPENDED, row.flags % 8 > 0
        for (on, off), is_wanted in zip(SWITCHES, wanted, strict=True):
            last = self.last(asked.card, on)
            is_on = last is not None and last.action is on
            if is_wanted == is_on:
                continue
            # What the learner did here counts until it is undone there later; that a card was never
            # switched on in Anki does not undo it.
            at_ms = max(1, min(row.mod * 1000, modified_ms)) if is_wanted else modified_ms
            if last and last.sitting == ANKI:
                at_ms = max(at_ms, ms_of(last) + 1)
            elif last and (is_on or at_ms <= ms_of(last)):
                continue
            yield _turned(asked, on if is_wanted else off, at_ms, place)


def _turned(asked: Asked, action: Action, at_ms: int, place: Place) -> CardAction:
    return CardAction(
        id=id_of(at_ms, asked.guid, asked.ord, action, at_ms),
        **place.stamp(at_ms),  # type: ignore[arg-type]  # a mapping does not tell which key is what
        card=asked.card,
        action=action,
        sitting=ANKI,
    )
