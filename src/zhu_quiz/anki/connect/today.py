"""Anki's own number for today, which its interface does not tell: found out by asking which cards are due."""

from .client import AnkiConnect

_FARTHEST = 1 << 17
"""Days."""


def days_until_due(anki: AnkiConnect, card: int) -> int:
    """Of a card that is due on a numbered day; negative where that is past."""
    low, high = -_FARTHEST, _FARTHEST
    while low < high:
        middle = (low + high) // 2
        if anki.ask("findCards", query=f"cid:{card} prop:due<={middle}"):
            high = middle
        else:
            low = middle + 1
    return low
