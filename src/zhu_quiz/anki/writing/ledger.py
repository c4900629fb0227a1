"""What the package that is being replaced says of each note: our memory of when a question last changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple

from ...model.problem import QuizError
from ..note_types import NOTE_TYPES
from ..reading import Package, opened
from .container import MEMBERS, begins_like_ours
from .notes import AnkiNote, note_type_of

LATEST_MOD = 2**32
"""A later moment is no moment."""


class Stamp(NamedTuple):
    """What was published of a note, and when that last changed."""

    content_hash: str
    mod: int
    """Seconds since 1970."""
    note_type: str = ""
    """Its name; empty where nobody wrote it down."""


@dataclass(frozen=True, kw_only=True)
class Published:
    """A package of ours that was read back."""

    database: bytes = b""
    notes: Mapping[str, tuple[AnkiNote, int]]
    """Each note with its `mod`, by GUID."""
    decks: Mapping[str, str] = field(default_factory=dict)
    """What the deck of each note is called, by GUID."""
    looks: int = 0
    """When its note types last changed, in seconds since 1970."""
    is_readable: bool = True


NOTHING = Published(notes={})
UNREADABLE = Published(notes={}, is_readable=False)


class NotOurs(QuizError):
    """What is to be replaced is somebody else's."""


def published(package: bytes | None) -> Published:
    """What the package holds. Raises `NotOurs` where it is another's."""
    if not package:
        return NOTHING
    try:
        with opened(BytesIO(package)) as previous:
            if _is_ours(previous):
                return Published(
                    database=previous.database(),
                    notes=dict(_notes(previous)),
                    decks=_decks(previous),
                    looks=max((each.mod for each in previous.note_types.values()), default=0),
                )
    except QuizError:
        if begins_like_ours(package):
            return UNREADABLE
    raise NotOurs("It is no package of zhu-quiz.")


def _is_ours(package: Package) -> bool:
    media = len(package.members) - len(MEMBERS)
    is_like_ours = package.members == (*MEMBERS, *map(str, range(media)))
    return is_like_ours and not package.note_types.keys().isdisjoint(NOTE_TYPES)


def _notes(package: Package) -> Iterator[tuple[str, tuple[AnkiNote, int]]]:
    for row in package.notes():
        note_type = note_type_of(row.type_id, row.fields)
        if note_type and 0 < row.mod < LATEST_MOD and re.fullmatch("zq[0-9a-f]{16}", row.guid):
            note = AnkiNote(guid=row.guid, note_type=note_type, fields=row.fields, tags=row.tags)
            if note.question:
                yield row.guid, (note, row.mod)


def _decks(package: Package) -> dict[str, str]:
    decks = {row.note_id: package.decks.get(row.deck_id) for row in package.cards() if row.ord == 0}
    found = {row.guid: decks.get(row.id) for row in package.notes()}
    return {guid: deck.name for guid, deck in found.items() if deck}
