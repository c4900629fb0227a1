"""How a bank's cards stand in a running Anki."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..reading import ReviewRow
from ..writing.notes import RETIRED
from .client import AnkiConnect, numbers, present, understood


class There(NamedTuple):
    """A card in Anki."""

    id: int
    note_id: int
    ord: int
    queue: int
    mod: int
    """When it last changed, in seconds since 1970."""


class NoteThere(NamedTuple):
    id: int
    name: str
    """What its field ID says: the bank and the question."""
    mod: int
    """0 where AnkiConnect does not tell."""
    tags: frozenset[str]
    fields: Mapping[str, str]

    @property
    def is_retired(self) -> bool:
        return RETIRED in self.tags


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What Anki holds of a bank."""

    notes: tuple[NoteThere, ...]
    cards: Mapping[int, There]
    reviews: Mapping[int, tuple[ReviewRow, ...]]
    """In order, by the id of the card."""
    flagged: frozenset[int]
    away: frozenset[int]
    """Cards that a filtered deck holds at present."""


def standing(anki: AnkiConnect, bank: str) -> Standing:
    """Raises `QuizError` where an answer is not what AnkiConnect is known to say."""
    with understood():
        return _standing(anki, f'"ID:{bank}/*"')


def _standing(anki: AnkiConnect, query: str) -> Standing:
    notes = tuple(_notes(anki, anki.ask("findNotes", query=query)))
    ids = numbers(anki.ask("findCards", query=query))
    return Standing(
        notes=notes,
        cards={card.id: card for card in _cards(anki, ids)},
        reviews=dict(_reviews(anki, ids)),
        flagged=frozenset(numbers(anki.ask("findCards", query=f"{query} -flag:0"))),
        away=frozenset(numbers(anki.ask("findCards", query=f"{query} deck:filtered"))),
    )


def _notes(anki: AnkiConnect, ids: Any) -> Iterator[NoteThere]:
    for told in anki.list_of("notesInfo", "notes", numbers(ids)):
        for note in present(told):
            id, mod = numbers([note["noteId"], note.get("mod") or 0])
            fields = {name: str(field["value"]) for name, field in note["fields"].items()}
            yield NoteThere(id, fields["ID"], mod, frozenset(note["tags"]), fields)


def _cards(anki: AnkiConnect, ids: list[int]) -> Iterator[There]:
    for told in anki.list_of("cardsInfo", "cards", ids):
        for card in present(told):
            names = ("cardId", "note", "ord", "queue", "mod")
            yield There._make(numbers([card[name] for name in names]))


def _reviews(anki: AnkiConnect, ids: list[int]) -> Iterator[tuple[int, tuple[ReviewRow, ...]]]:
    names = ("ease", "ivl", "lastIvl", "factor", "time", "type")
    for told in anki.list_of("getReviewsOfCards", "cards", ids):
        for id, rows in told.items():
            read = (numbers([row["id"], id, *(row[name] for name in names)]) for row in rows)
            yield int(id), tuple(sorted(map(ReviewRow._make, read)))
