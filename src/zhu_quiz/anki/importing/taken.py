"""Which notes and cards of a package are read, and how much there is to read of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from ..reading import NoteRow, NoteType, Package
from .decks import is_within
from .faces import length_of
from .gaps import numbers_of

_MOST = 1_000
"""Cards of a note; the numbers of gaps have three figures."""
_USUAL = 3_000
"""Characters of a side; good decks have as many on each card, so that only further ones count."""


class TakenCard(NamedTuple):
    """What is needed of a card; a package may have a million of them."""

    ord: int
    deck_id: int
    place: int
    """Among those that are new; -1 once it was begun."""


class TakenCards:
    """The cards of each note, in the order of its templates, one for each."""

    def __init__(self, package: Package, deck: str) -> None:
        self._of = defaultdict[int, dict[int, TakenCard]](dict)
        self.further = Counter[int]()
        """How many more there are, by note."""
        decks = {id: not deck or is_within(each.name, deck) for id, each in package.decks.items()}
        for card in package.cards():
            if not decks.get(card.deck_id, not deck):
                continue
            of_note = self._of[card.note_id]
            if card.ord in of_note or not 0 <= card.ord < _MOST:
                self.further[card.note_id] += 1
            else:
                place = card.due if card.type == 0 else -1
                of_note[card.ord] = TakenCard(card.ord, card.deck_id, place)

    def __getitem__(self, note: int) -> tuple[TakenCard, ...]:
        return tuple(sorted(self._of.get(note, {}).values()))

    def keep(self, row: NoteRow, note_type: NoteType) -> None:
        """Only those that its templates make, or the first; gaps make as many as there are."""
        cards = self[row.id]
        kept = [card for card in cards if card.ord < len(note_type.templates)] or cards[:1]
        if not note_type.is_cloze:
            self._of[row.id] = {card.ord: card for card in kept}
            self.further[row.id] += len(cards) - len(kept)


def length_of_note(row: NoteRow, note_type: NoteType, ords: Collection[int]) -> int:
    """Characters of HTML in its fields, and those that are beyond measure on its cards."""
    values = dict(zip(note_type.fields, row.fields, strict=False))
    own = sum(map(len, row.fields))
    if not note_type.is_cloze:
        templates = [note_type.templates[ord] for ord in ords if ord < len(note_type.templates)]
        return own + sum(_beyond(side, values) for each in templates for side in (each.front, each.back))
    texts = [html for html in row.fields if "{{c" in html]
    numbers = numbers_of(texts)
    # The front is read with its gaps and without them.
    sides = [side for each in note_type.templates[:1] for side in (each.front, each.front, each.back)]
    named = {**values, **{f"c{number}": "1" for number in numbers}}
    beyond = sum(max(_beyond(side, values), _beyond(side, named)) for side in sides)
    return own + (sum(map(len, texts)) + beyond) * len(numbers)


def _beyond(side: str, values: Mapping[str, str]) -> int:
    return max(0, length_of(side, values) - _USUAL)
