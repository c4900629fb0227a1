"""Packages and collections of Anki, of whatever age and whoever made them; nothing in them is trusted."""

from .package import Package, opened
from .values import CardRow, Deck, NoteRow, NoteType, ReviewRow, Template

__all__ = ["CardRow", "Deck", "NoteRow", "NoteType", "Package", "ReviewRow", "Template", "opened"]
