"""What a running Anki lacks of a learner's progress here. Pure: it is told first, then done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...model.event import ANKI, Action
from ..history.ids import ms_of
from ..history.known import MOST_MOVED
from ..history.switches import SWITCHES, Switches
from ..reading import CardRow, Queue, ReviewRow
from .pairs import Pair, Pairing

Turn = tuple[Action, int]


class Write(NamedTuple):
    """A card that is to stand as it stands here."""

    row: CardRow
    """With the id that the card has there."""
    last_review: int | None
    """In seconds since 1970."""
    is_suspended: bool
    """There; it stays so."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to bring there, and what is left as it is."""

    new_notes: int
    changed_notes: int
    writes: tuple[Write, ...]
    recomputed: tuple[int, ...]
    """Cards that get answers from before the last one there: their memory changes, their due day stays."""
    rows: tuple[ReviewRow, ...]
    """Of the review log, with the ids that the cards have there."""
    turns: tuple[Turn, ...]
    """Cards to suspend, to flag, or no longer."""
    behind: tuple[str, ...]
    """Questions answered in Anki since the last pull; their cards are left alone."""
    away: tuple[str, ...]
    """Questions that a filtered deck holds; so are theirs."""
    undone: tuple[str, ...]
    """Questions with answers that were taken back here; AnkiConnect has no way to do so there."""
    unasked: tuple[str, ...]
    """Questions that Anki asks and the bank has no more."""

    @property
    def imports(self) -> bool:
        return bool(self.new_notes or self.changed_notes)

    @property
    def is_empty(self) -> bool:
        return not (self.imports or self.writes or self.recomputed or self.rows or self.turns)


def planned(pairing: Pairing, behind: Iterable[int], switches: Switches) -> Plan:
    """`behind`: ids of cards there of which the log here does not know every answer."""
    behind, writes, recomputed, rows = {*behind}, list[Write](), list[int](), list[ReviewRow]()
    free = [pair for pair in pairing.pairs if not pair.is_away and pair.there.id not in behind]
    for pair in free:
        missing = _missing(pair)
        counted = [row for row in missing if not row.is_practice]
        if counted and max(row.id for row in counted) > _last(pair.reviews_there):
            writes.append(_write(pair))
        elif counted:
            recomputed.append(pair.there.id)
        rows += missing
    return Plan(
        new_notes=pairing.new_notes,
        changed_notes=pairing.changed_notes,
        writes=tuple(writes),
        recomputed=tuple(recomputed),
        rows=tuple(rows),
        turns=tuple(turn for pair in free for turn in _turns(pair, switches)),
        behind=_named(pair for pair in pairing.pairs if pair.there.id in behind and not pair.is_away),
        away=_named(pair for pair in pairing.pairs if pair.is_away and _missing(pair)),
        undone=_named(pair for pair in free if _undone(pair)),
        unasked=pairing.unasked,
    )


def _missing(pair: Pair) -> list[ReviewRow]:
    """Rows that the card has here and not there, with the id that it has there."""
    missing = _lacking(pair.reviews_here, pair.reviews_there)
    return [row._replace(card_id=pair.there.id) for row in missing]


def _undone(pair: Pair) -> bool:
    left = _lacking(pair.reviews_there, pair.reviews_here)
    return any(row.ease and not row.is_practice for row in left)


def _lacking(rows: Iterable[ReviewRow], others: Iterable[ReviewRow]) -> list[ReviewRow]:
    """Answers and resets among the rows that the others have not."""
    known = [(row.id, row.ease) for row in others]
    return [
        row
        for row in rows
        if (row.ease or not row.factor)
        and not any(abs(row.id - id) <= MOST_MOVED and row.ease == ease for id, ease in known)
    ]


def _write(pair: Pair) -> Write:
    answers = [row.id for row in pair.reviews_here if row.ease and not row.is_practice]
    return Write(
        row=pair.here._replace(id=pair.there.id),
        last_review=answers[-1] // 1000 if answers and pair.here.type else None,
        is_suspended=pair.there.queue == Queue.SUSPENDED,
    )


def _turns(pair: Pair, switches: Switches) -> Iterator[Turn]:
    """Only what the learner did here: what came from Anki is as it is there."""
    for (on, off), is_on_there in zip(
        SWITCHES, (pair.there.queue == Queue.SUSPENDED, pair.is_flagged), strict=True
    ):
        last = switches.last(pair.asked.card, on)
        if last is None or last.sitting == ANKI:
            continue
        if last.action is on and not is_on_there:
            yield on, pair.there.id
        elif last.action is off and is_on_there and ms_of(last) > pair.there.mod * 1000:
            yield off, pair.there.id


def _last(rows: Iterable[ReviewRow]) -> int:
    """When a card was last answered, or made new."""
    return max((row.id for row in rows if not row.is_practice and (row.ease or not row.factor)), default=0)


def _named(pairs: Iterable[Pair]) -> tuple[str, ...]:
    return tuple(sorted({pair.asked.card.question for pair in pairs}))
