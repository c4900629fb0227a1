"""Which card of a running Anki is which of ours: by their numbers and the field ID, never by what they say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple
from unicodedata import normalize

from ...bank import Bank
from ..history.cards import Asked, Named, asked, notes_of
from ..identity import note_id
from ..reading import CardRow, NoteRow, ReviewRow, opened
from ..writing.notes import RETIRED
from .standing import NoteThere, Standing, There


class Pair(NamedTuple):
    """The same card here and there."""

    asked: Asked
    here: CardRow
    there: There
    reviews_here: tuple[ReviewRow, ...]
    reviews_there: tuple[ReviewRow, ...]
    is_flagged: bool
    """There."""
    is_away: bool
    """A filtered deck holds it."""


@dataclass(frozen=True, kw_only=True)
class Own:
    """What stands in a package of ours."""

    notes: Mapping[int, NoteRow]
    fields: Mapping[int, Mapping[str, str]]
    """Of each note, by their names."""
    cards: tuple[CardRow, ...]
    reviews: Mapping[int, list[ReviewRow]]

    @classmethod
    def of(cls, package: bytes) -> "Own":
        reviews = defaultdict[int, list[ReviewRow]](list)
        with opened(BytesIO(package), "the package") as read:
            notes = {note.id: note for note in read.notes()}
            fields = {
                id: dict(zip(read.note_types[note.type_id].fields, note.fields, strict=True))
                for id, note in notes.items()
            }
            for row in read.reviews():
                reviews[row.card_id].append(row)
            cards = tuple(read.cards())
        return cls(notes=notes, fields=fields, cards=cards, reviews=reviews)

    def is_asked(self, note: int) -> bool:
        return RETIRED not in self.notes[note].tags

    def is_newer(self, note: int, there: NoteThere) -> bool:
        """Whether Anki would take it up; where it does not tell when its own changed, whether they differ."""
        if there.mod:
            return self.notes[note].mod > there.mod
        # Anki writes one letter for a letter and its accent.
        said = {name: normalize("NFC", text) for name, text in self.fields[note].items()}
        return not said.items() <= there.fields.items() or not there.tags.issuperset(self.notes[note].tags)


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """Our package beside what Anki holds."""

    pairs: tuple[Pair, ...]
    """Of what is still asked."""
    new_notes: int
    changed_notes: int
    """Those that Anki would update, and those of which it lacks a card."""
    unasked: tuple[str, ...]
    """Questions that Anki asks and the bank has no more."""


def paired(own: Own, standing: Standing, bank: Bank) -> Pairing:
    named = notes_of(bank, {})
    notes = _counterparts(own, standing, named)
    there = {(card.note_id, card.ord): card for card in standing.cards.values()}
    found = {
        card.id: (card, there.get((notes[card.note_id].id, card.ord)))
        for card in own.cards
        if card.note_id in notes
    }
    changed = {id for id, note in notes.items() if own.is_newer(id, note)}
    lacking = {card.note_id for card, counterpart in found.values() if counterpart is None}
    asked_notes = [id for id in own.notes if own.is_asked(id)]
    return Pairing(
        pairs=tuple(_pairs(own, standing, bank, named, found)),
        new_notes=sum(id not in notes for id in asked_notes),
        changed_notes=len(changed | lacking),
        unasked=tuple(sorted(_unasked(own, standing, bank))),
    )


def _unasked(own: Own, standing: Standing, bank: Bank) -> set[str]:
    if bank.left_out:
        return set()  # An entry that cannot be read at present may be the one that is missing.
    there = {note.name.partition("/")[2] for note in standing.notes if not note.is_retired}
    here = {fields["ID"].partition("/")[2] for fields in own.fields.values()}
    return there - here - bank.contents.keys() - bank.renamed.keys()


def _counterparts(own: Own, standing: Standing, named: Mapping[str, Named]) -> dict[int, NoteThere]:
    """By our number for the note. A note with another number may be one of ours that was imported in its stead:
    if it is the only one of that name, and not that of an earlier revision."""
    numbered = {note.id: note for note in standing.notes}
    ours = {note_id(guid) for guid in named}
    strangers = defaultdict[str, list[NoteThere]](list)
    for note in standing.notes:
        if note.id not in ours and not note.is_retired:
            strangers[note.name].append(note)
    counterparts = {}
    for id, fields in own.fields.items():
        name = fields["ID"]
        if id in numbered and numbered[id].name == name:
            counterparts[id] = numbered[id]
        elif own.is_asked(id) and len(strangers[name]) == 1:
            counterparts[id] = strangers[name][0]
    return counterparts


def _pairs(
    own: Own,
    standing: Standing,
    bank: Bank,
    named: Mapping[str, Named],
    found: Mapping[int, tuple[CardRow, There | None]],
) -> Iterator[Pair]:
    for card, there in found.values():
        note = own.notes[card.note_id]
        name = named.get(note.guid)
        ours = asked(bank, note.guid, name, card.ord) if name and own.is_asked(note.id) else None
        if there and ours:
            yield Pair(
                asked=ours,
                here=card,
                there=there,
                reviews_here=tuple(own.reviews.get(card.id, ())),
                reviews_there=standing.reviews.get(there.id, ()),
                is_flagged=there.id in standing.flagged,
                is_away=there.id in standing.away,
            )
