"""What a file from Anki holds of a bank."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from ...bank import Bank
from ...model.memory import Card
from ..reading import CardRow, CardType, Package, Queue, ReviewRow
from ..writing.notes import RETIRED
from .cards import Asked, Imported, Named, asked, notes_of


class Held(NamedTuple):
    """A note of this bank in the file."""

    guid: str
    named: Named
    is_retired: bool
    """Anki holds it suspended because nobody asks it any more."""


class Found:
    """The notes, cards and lines of the review log that are of this bank."""

    def __init__(self, package: Package, bank: Bank, imported: Imported, latest_ms: int) -> None:
        """`imported` as for `notes_of`; `latest_ms`: what is dated later cannot be."""
        self._bank = bank
        self._ours = notes_of(bank, imported)
        self.notes: dict[int, Held] = {}
        self.others = 0
        """Notes that are not of this bank."""
        self.cards: dict[Card, tuple[Asked, CardRow]] = {}
        """Those that are still asked; where several notes hold the same question, the one that changed last."""
        self.added = 0
        """Cards that the learner added to our notes."""
        self.rows: dict[Asked, list[ReviewRow]] = defaultdict(list)
        """In order."""
        self.to_come = 0
        """Lines dated later than that."""
        self.has_progress = False
        """Whether it tells how cards stand: without the progress, Anki exports all as new."""
        self._read_notes(package)
        self._read_reviews(package, self._read_cards(package), latest_ms)

    def _read_notes(self, package: Package) -> None:
        for row in package.notes():
            named = self._ours.get(row.guid)
            if named:
                self.notes[row.id] = Held(row.guid, named, RETIRED in row.tags)
            else:
                self.others += 1

    def _read_cards(self, package: Package) -> dict[int, Asked]:
        """Our cards by their ids."""
        cards: dict[int, Asked] = {}
        for row in package.cards():
            held = self.notes.get(row.note_id)
            if held is None:
                continue
            self.has_progress |= row.type != CardType.NEW
            card = asked(self._bank, held.guid, held.named, row.ord)
            if card is None:
                self.added += 1
                continue
            cards[row.id] = card
            entry = self._bank.contents[card.card.question]
            if entry.status == "ready" and entry.revision == card.revision and not held.is_retired:
                self.has_progress |= row.queue == Queue.SUSPENDED or row.flags % 8 > 0
                _, other = self.cards.get(card.card, (card, row))
                if row.mod >= other.mod:
                    self.cards[card.card] = card, row
        return cards

    def _read_reviews(self, package: Package, cards: Mapping[int, Asked], latest_ms: int) -> None:
        for row in package.reviews():
            card = cards.get(row.card_id)
            if card is None:
                continue
            self.has_progress = True
            if row.id <= latest_ms:
                self.rows[card].append(row)
            else:
                self.to_come += 1
        for rows in self.rows.values():
            rows.sort()
