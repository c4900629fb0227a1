"""What stands in a package, in Anki's own terms."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple


class CardType(IntEnum):
    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class Queue(IntEnum):
    """Where a card waits."""

    NEW = 0
    LEARNING = 1
    """Also of what is learned again."""
    REVIEW = 2
    SUSPENDED = -1
    BURIED = -3
    """By hand; -2 is by another card of its note."""


class RowType(IntEnum):
    """Of a line of the review log: how the card stood when it was answered, or why its due day changed."""

    LEARNING = 0
    REVIEW = 1
    RELEARNING = 2
    OUT_OF_TURN = 3
    BY_HAND = 4
    RESCHEDULED = 5


@dataclass(frozen=True, kw_only=True)
class Template:
    """One card of a note type."""

    name: str
    front: str
    back: str


@dataclass(frozen=True, kw_only=True)
class NoteType:
    id: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[Template, ...]
    is_cloze: bool
    mod: int = 0
    """When it last changed, in seconds since 1970."""


@dataclass(frozen=True, kw_only=True)
class Deck:
    id: int
    name: str
    """Its levels are divided by `::`."""
    description: str
    is_filtered: bool
    """Holds cards for a while that live in another."""


class NoteRow(NamedTuple):
    id: int
    guid: str
    type_id: int
    mod: int
    """When it last changed, in seconds since 1970."""
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    """HTML."""


class CardRow(NamedTuple):
    id: int
    note_id: int
    ord: int
    """Which template it is of, or which number of the gaps, less one."""
    deck_id: int
    """Where it lives, also while a filtered deck holds it; so is `due`."""
    type: int
    """`CardType`, in a sound package; `Queue` likewise."""
    queue: int
    due: int
    interval: int
    factor: int
    reps: int
    lapses: int
    flags: int
    """1 to 7; 0 for none."""
    mod: int
    data: str
    """JSON, or empty."""


class ReviewRow(NamedTuple):
    """A line of Anki's review log."""

    id: int
    """When, in milliseconds since 1970."""
    card_id: int
    ease: int
    """1 to 4, as Anki's present scheduler counts them; 0 where nothing was answered."""
    interval: int
    """Afterwards: days, or negative seconds."""
    last_interval: int
    factor: int
    taken_ms: int
    type: int
    """`RowType`, in a sound package."""

    @property
    def is_practice(self) -> bool:
        """Whether it was answered in a filtered deck that reschedules nothing."""
        return self.type == RowType.OUT_OF_TURN and not self.factor
