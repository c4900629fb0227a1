"""Notes as the bytes of an .apkg: in genanki's tables, and the same notes always as the same bytes."""

import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from typing import Any, NamedTuple

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from .identity import Distinct, deck_id, note_id
from .note_types import CHANGED, NOTE_TYPES
from .notes import AnkiNote

DATABASE = "collection.anki2"
MEMBERS = (DATABASE, "media")

_FIRST_DAY = 1_577_851_200
"""2020-01-01 04:00 UTC: from here the collection counts its days."""
_FIRST_DECK = 1
"""Everyone's own "Default" deck."""


class Placed(NamedTuple):
    """A note in its collection."""

    note: AnkiNote
    mod: int
    """When it last changed, in seconds since 1970."""
    deck: int
    """Id of its deck."""
    due: int
    """Its place among the new cards, from 1."""


def deck(name: str, description: str) -> Any:
    """An empty deck; Anki matches decks by name."""
    return genanki.Deck(deck_id(name), name, description)


def database(decks: Iterable[Any], notes: Iterable[Placed]) -> bytes:
    """A collection of them, as SQLite writes it to disk."""
    tables, create_index, indexes = APKG_SCHEMA.partition("CREATE INDEX")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(f"pragma page_size = 4096; {tables} {APKG_COL}")
        _write_collection(connection, decks)
        numbered = _numbered(notes)
        connection.executemany(f"insert into notes values ({', '.join('?' * 11)})", _note_rows(numbered))
        connection.executemany(f"insert into cards values ({', '.join('?' * 18)})", _card_rows(numbered))
        connection.commit()
        connection.executescript(create_index + indexes)
        written = bytearray(connection.serialize())
    # The version of the SQLite library that wrote it.
    written[96:100] = bytes(4)
    return bytes(written)


def zipped(database: bytes) -> bytes:
    """The package around a collection; it carries no media."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in zip(MEMBERS, (database, b"{}"), strict=True):
            member = zipfile.ZipInfo(name)  # dated 1980
            member.create_system = 3
            member.external_attr = 0o644 << 16
            archive.writestr(member, content, zipfile.ZIP_DEFLATED, compresslevel=5)
    return buffer.getvalue()


def _write_collection(connection: sqlite3.Connection, decks: Iterable[Any]) -> None:
    conf, shipped = connection.execute("select conf, decks from col").fetchone()
    # Without it Anki takes the cards for those of its first scheduler.
    conf = json.loads(conf) | {"schedVer": 2, "sched2021": True, "creationOffset": 0}
    models = {str(each.id): each.model().to_json(CHANGED, _FIRST_DECK) for each in NOTE_TYPES.values()}
    written = json.loads(shipped) | {str(each.deck_id): _deck_json(each) for each in decks}
    connection.execute(
        "update col set crt = ?, mod = ?, scm = ?, conf = ?, models = ?, decks = ?",
        (_FIRST_DAY, CHANGED * 1000, CHANGED * 1000, *map(json.dumps, (conf, models, written))),
    )


def _deck_json(deck: Any) -> dict[str, Any]:
    # genanki leaves cards answered on some day 163, which a collection of that age takes for its own.
    untouched = {f"{what}Today": [0, 0] for what in ("new", "rev", "lrn", "time")}
    return {**deck.to_json(), **untouched}


def _numbered(notes: Iterable[Placed]) -> list[tuple[int, Placed]]:
    """Each note with its id, in the order in which SQLite packs them best."""
    free = Distinct()
    return sorted((free(note_id(placed.note.guid)), placed) for placed in notes)


def _note_rows(numbered: list[tuple[int, Placed]]) -> Iterator[tuple[int | str, ...]]:
    for id, (note, mod, _, _) in numbered:
        fields, tags = "\x1f".join(note.fields), f" {' '.join(note.tags)} "
        yield id, note.guid, note.note_type.id, mod, -1, tags, fields, note.fields[0], 0, 0, ""


def _card_rows(numbered: list[tuple[int, Placed]]) -> Iterator[tuple[int | str, ...]]:
    free = Distinct()
    for id, (note, mod, deck, due) in numbered:
        queue = -1 if note.is_retired else 0
        for ord in note.note_type.cards(note.fields):
            yield free(id + ord), id, deck, ord, mod, -1, 0, queue, due, 0, 0, 0, 0, 0, 0, 0, 0, ""
