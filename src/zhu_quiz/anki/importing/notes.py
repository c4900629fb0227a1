"""A note of Anki's on its way to the bank: all that is known of it, and the questions that are made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ...model.tree import Plain
from ..reading.values import NoteType
from .markdown import Picture

Entry = dict[str, Plain]
"""A question as a bank writes it."""


@dataclass(frozen=True, kw_only=True)
class ForeignNote:
    """A note with the cards that there are of it."""

    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    """HTML."""
    cards: tuple[int, ...] = (0,)
    """Which of its templates, or gaps, it has cards of."""
    tags: tuple[str, ...] = ()

    @cached_property
    def values(self) -> Mapping[str, str]:
        """The fields by their names."""
        return dict(zip(self.note_type.fields, self.fields, strict=False))


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A question that is made of a note, or of a card of it."""

    entry: Entry
    """Without an id."""
    sides: Mapping[int, str] = field(default_factory=lambda: {0: ""})
    """Which cards of the note it stands for, and the side of the question that each asks."""
    plainer: Entry | None = None
    """The same as a simpler kind of question, should the first not do."""
    name: str = ""
    """What the id is made of; else of the words with which it asks."""
    suffix: str = ""
    """Tells it from others of the same note."""
    pictures: tuple[Picture, ...] = ()
    """What is seen when it is asked; the question takes the first."""
    lost: tuple[str, ...] = ()
    """What is not carried, such as `sounds`; each as often as it is there."""
    id: str = ""
    """The one it has, if it is one of ours."""
    bank: str = ""
    """Likewise the id of its bank."""
    section: str = ""
    """The title of its section, if the note tells it."""
    is_retired: bool = False


class NotCarried(Exception):
    """A note of which no question can be made; its words say what it is, in the plural."""
