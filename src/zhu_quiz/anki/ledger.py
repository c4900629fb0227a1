"""What the package that is being replaced says of each note: our memory of when a question last changed."""

import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

from .notes import AnkiNote, note_type_of
from .package import DATABASE, MEMBERS

MOST_BYTES = 256 * 1024 * 1024
"""Of an unpacked database: about five times what 100 000 notes need."""

LATEST_MOD = 2**32
"""A later moment is no moment."""


class Stamp(NamedTuple):
    """What was published of a note, and when that last changed."""

    content_hash: str
    mod: int
    """Seconds since 1970."""


@dataclass(frozen=True, kw_only=True)
class Published:
    """A package of ours that was read back."""

    database: bytes = b""
    notes: Mapping[str, tuple[AnkiNote, int]]
    """Each note with its `mod`, by GUID."""


NOTHING = Published(notes={})


def published(package: bytes | None) -> Published:
    """What the package holds; nothing where it is not one of ours or cannot be read."""
    try:
        database = _database(package or b"")
        return Published(database=database, notes=dict(_notes(database)))
    except (zipfile.BadZipFile, zlib.error, sqlite3.Error, ValueError, EOFError, RuntimeError):
        return NOTHING


def _database(package: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        if tuple(archive.namelist()) != MEMBERS:
            raise ValueError("not a package of ours")
        member = archive.getinfo(DATABASE)
        if member.compress_type != zipfile.ZIP_DEFLATED or member.file_size > MOST_BYTES:
            raise ValueError("not a package of ours")
        # The stated size is a claim of the file, so the reading is bounded as well.
        with archive.open(member) as unpacked:
            return unpacked.read(member.file_size + 1)


def _notes(database: bytes) -> Iterator[tuple[str, tuple[AnkiNote, int]]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("pragma trusted_schema = off")
        connection.execute("pragma cell_size_check = on")
        connection.deserialize(database)
        connection.execute("pragma query_only = on")
        if not _is_plain(connection):
            raise ValueError("not a package of ours")
        rows = connection.execute("select guid, mid, mod, tags, flds from notes")
        for guid, mid, mod, tags, fields in rows:
            values = tuple(str(fields).split("\x1f"))
            note_type = note_type_of(mid, values)
            is_dated = isinstance(mod, int) and 0 < mod < LATEST_MOD
            if note_type and is_dated and re.fullmatch("zq[0-9a-f]{16}", str(guid)):
                note = AnkiNote(guid=guid, note_type=note_type, fields=values, tags=tuple(str(tags).split()))
                yield guid, (note, mod)


def _is_plain(connection: sqlite3.Connection) -> bool:
    """Whether it is sound and holds tables alone: a view, or a damaged tree, could yield rows for ever."""
    kinds = "select 1 from sqlite_master where type not in ('table', 'index') or sql like 'create virtual%'"
    is_strange = connection.execute(kinds).fetchone()
    return not is_strange and connection.execute("pragma quick_check").fetchone() == ("ok",)
