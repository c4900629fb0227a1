"""Which card of the bank a card in Anki is."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...bank import Bank
from ...bank.bank import Entry
from ...model.memory import Card
from ...questions.card import REVERSE
from ..identity import guid
from ..note_types import NOTE_TYPES

_VARIANTS = ("", *(f"@{each.name}" for each in NOTE_TYPES.values()), "@Table", "@Table turned")
"""What follows the names of a question in the GUIDs of its notes: which type it is of, or that it came by a table."""


class Asked(NamedTuple):
    """A card in Anki, by names that it has in every collection, and what it asks here."""

    guid: str
    ord: int
    card: Card
    revision: int
    """Of the question that the note holds."""


class Named(NamedTuple):
    """The question that a note holds."""

    question: str
    revision: int
    is_turned: bool = False
    """Whether its first card asks from the other side."""
    cards: Mapping[int, Card] | None = None
    """What each card asks, in a note that is not ours: it may hold several questions."""


Imported = Mapping[str, Mapping[str, tuple[str, str]]]
"""GUIDs of notes from which questions were made; of each card, by its number, the question and its side."""


def notes_of(bank: Bank, imported: Imported) -> dict[str, Named]:
    """Every note that may hold a question of the bank, by its GUID: of earlier ids and revisions, too."""
    notes = {}
    for name, made in imported.items():
        named = ((int(ord), Card(bank.renamed.get(old, old), side)) for ord, (old, side) in made.items())
        cards = {ord: card for ord, card in named if card.question in bank.contents}
        if cards:
            notes[name] = Named(next(iter(cards.values())).question, 1, cards=cards)
    for entry in bank.contents.values():
        notes |= _notes_of(entry, bank)
    return notes


def _notes_of(entry: Entry, bank: Bank) -> Iterator[tuple[str, Named]]:
    for name in (*(old for old in entry.was if old not in bank.contents), entry.id):
        for revision in range(1, entry.revision + 1):
            raised = f"@{revision}" if revision > 1 else ""
            for variant in _VARIANTS:
                named = Named(entry.id, revision, variant.endswith("turned"))
                yield guid(bank.id, name + raised + variant), named


def asked(bank: Bank, name: str, note: Named, ord: int) -> Asked | None:
    """None for a card that a learner added to the note."""
    if note.cards is not None:
        card = note.cards.get(ord)
        return Asked(name, ord, card, note.revision) if card else None
    is_turned = note.is_turned or ord == 1
    if ord > 1 or (is_turned and bank.contents[note.question].kind != "card"):
        return None
    return Asked(name, ord, Card(note.question, REVERSE if is_turned else ""), note.revision)
