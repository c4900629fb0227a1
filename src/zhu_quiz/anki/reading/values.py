"""What stands in a package, in Anki's own terms."""

from dataclasses import dataclass
from typing import NamedTuple


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
    """0 new, 1 learning, 2 review, 3 relearning."""
    queue: int
    """As the type; below 0 suspended (-1) or buried (-2, -3)."""
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
    """0 learning, 1 review, 2 relearning, 3 out of turn, 4 changed by hand, 5 rescheduled."""
