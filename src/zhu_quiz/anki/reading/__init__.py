"""Packages and collections of Anki, of whatever age and whoever made them; nothing in them is trusted."""

from .archive import Generation
from .package import Counts, Package, opened
from .values import CardRow, CardType, Deck, NoteRow, NoteType, Queue, ReviewRow, RowType, Template

__all__ = [
    "CardRow",
    "CardType",
    "Counts",
    "Deck",
    "Generation",
    "NoteRow",
    "NoteType",
    "Package",
    "Queue",
    "ReviewRow",
    "RowType",
    "Template",
    "opened",
]
