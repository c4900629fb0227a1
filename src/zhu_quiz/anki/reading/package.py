"""A package that is open for reading. Nothing is written but a temporary copy of its collection."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, NamedTuple, TypeVar

from . import schema
from .archive import MIB, Archive
from .database import connected
from .media import media_of
from .refusal import Refusal, plainly
from .rows import Rows
from .values import CardRow, Deck, NoteRow, NoteType, ReviewRow

MOST_BYTES = 1024 * MIB
"""Of an unpacked collection."""
MOST_BYTES_OF_MEDIUM = 100 * MIB
"""More than Anki itself allows for one file."""

ASTRAY = {
    "notes without a note type": "notes",
    "cards without a note": "cards",
    "reviews without a card": "revlog",
}

T = TypeVar("T")


class Counts(NamedTuple):
    """Of all rows, also of those that are passed over."""

    notes: int
    cards: int
    reviews: int
    media: int


class Package:
    """What stands in it, read when asked for; each part can raise a `QuizError`."""

    def __init__(self, name: str, archive: Archive, connection: sqlite3.Connection) -> None:
        self._name = name
        self._archive = archive
        self.generation = archive.generation
        self.members = archive.members
        version = schema.version(connection)
        self.modified_ms = schema.modified_ms(connection)
        self.note_types: Mapping[int, NoteType] = schema.note_types(connection, version)
        self.decks: Mapping[int, Deck] = schema.decks(connection, version)
        self._media, self._lost_media = media_of(archive)
        self.media: Mapping[str, int] = {name: medium.size for name, medium in self._media.items()}
        """How many bytes each has, by its name: that of a file, safe on every system."""
        is_first = schema.is_of_first_scheduler(connection, version)
        self._rows = Rows(connection, self.note_types, is_first)
        self.counts = Counts(
            notes=self._rows.count("notes"),
            cards=self._rows.count("cards"),
            reviews=self._rows.count("revlog"),
            media=len(self._media),
        )

    def notes(self) -> Iterator[NoteRow]:
        """In the order of their ids, those that have a note type, with as many fields as it has."""
        return self._read(self._rows.notes)

    def cards(self) -> Iterator[CardRow]:
        """In the order of their ids, those of these notes."""
        return self._read(self._rows.cards)

    def reviews(self) -> Iterator[ReviewRow]:
        """In the order of time, those of these cards."""
        return self._read(self._rows.reviews)

    @cached_property
    def astray(self) -> Mapping[str, int]:
        """How many of what is passed over, such as `cards without a note`; empty where all is sound."""
        with plainly(self._name):
            lost = {what: self._rows.astray(table) for what, table in ASTRAY.items()}
        lost["media that are missing or have an unsafe name"] = self._lost_media
        return {what: count for what, count in lost.items() if count}

    def medium(self, name: str) -> bytes:
        """One of `media`."""
        with plainly(self._name):
            return b"".join(self._archive.content(self._media[name].member, MOST_BYTES_OF_MEDIUM))

    def database(self) -> bytes:
        """The file of the collection, as its SQLite wrote it."""
        with plainly(self._name):
            return b"".join(self._archive.database(MOST_BYTES))

    def _read(self, rows: Callable[[], Iterator[T]]) -> Iterator[T]:
        with plainly(self._name):
            yield from rows()


@contextmanager
def opened(source: Path | BinaryIO, name: str = "") -> Iterator[Package]:
    """A package of whichever generation; where it is no file of its own, `name` stands for it in sentences."""
    with ExitStack() as stack:
        with plainly(name or str(source)):
            file = stack.enter_context(_file(source)) if isinstance(source, Path) else source
            archive = Archive(file)
            folder = stack.enter_context(TemporaryDirectory(prefix="zhu-quiz-"))
            copy = Path(folder) / "collection"
            _unpack(archive, copy)
            connection = stack.enter_context(connected(copy))
            if os.name == "posix":
                copy.unlink()  # It vanishes with the process, however that ends.
            package = Package(name or str(source), archive, connection)
        yield package


def _file(path: Path) -> BinaryIO:
    if path.is_dir():
        raise Refusal("is a folder. Name the package in it")
    # Reading from a pipe or a device might never end.
    if path.exists() and not path.is_file():
        raise Refusal("is no file")
    return path.open("rb")


def _unpack(archive: Archive, to: Path) -> None:
    with to.open("xb") as copy:
        for piece in archive.database(MOST_BYTES):
            copy.write(piece)
