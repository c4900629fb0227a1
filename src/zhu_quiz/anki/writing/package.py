"""Notes as a collection: in genanki's tables, and the same notes always as the same bytes."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, time
from typing import Any, NamedTuple

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from ...memory.parameters import Parameters
from ...model.history import CardHistory
from ..history.carrying import FIRST_DAY, Progress, review_log, scheduled
from ..history.preset import preset
from ..identity import Distinct, deck_id, note_id
from ..note_types import CHANGED, NOTE_TYPES
from .notes import AnkiNote

_CREATED = int(datetime.combine(FIRST_DAY, time(4), UTC).timestamp())
"""With an offset of 0, Anki counts days from it by the clock of whoever imports it, in every zone."""
_FIRST_DECK = _DEFAULT_PRESET = 1
"""Everyone's own "Default" deck and preset."""

# Indexes for syncing, for finding duplicates and for learning, which a package needs not; they are a quarter of it.
_UNNEEDED = re.compile(r"CREATE INDEX \w+ on \w+ \((?:usn|csum|did, queue, due)\);")


class Placed(NamedTuple):
    """A note in its collection."""

    note: AnkiNote
    mod: int
    """When it last changed, in seconds since 1970."""
    deck: int
    """Id of its deck."""
    due: int
    """Its place among the new cards, from 1."""


class _Card(NamedTuple):
    id: int
    note_id: int
    ord: int
    """Its place among the cards of the note."""
    placed: Placed
    history: CardHistory | None


def deck(name: str, description: str) -> Any:
    """An empty deck; Anki matches decks by name."""
    return genanki.Deck(deck_id(name), name, description)


def database(decks: Iterable[Any], notes: Iterable[Placed], progress: Progress | None = None) -> bytes:
    """A collection of them, as SQLite writes it to disk."""
    tables, create_index, indexes = APKG_SCHEMA.partition("CREATE INDEX")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(f"pragma page_size = 4096; {tables} {APKG_COL}")
        preset_id = _DEFAULT_PRESET
        if progress and progress.with_preset:
            preset_id = _write_preset(connection, progress.parameters)
        _write_collection(connection, decks, preset_id)
        numbered = _numbered(notes)
        cards = list(_cards(numbered, progress))
        _insert(connection, "notes", 11, _note_rows(numbered))
        _insert(connection, "cards", 18, _card_rows(cards, progress))
        if progress:
            _insert(connection, "revlog", 9, _review_rows(cards, progress))
        connection.commit()
        connection.executescript(_UNNEEDED.sub("", create_index + indexes))
        written = bytearray(connection.serialize())
    # The version of the SQLite library that wrote it.
    written[96:100] = bytes(4)
    return bytes(written)


def _insert(
    connection: sqlite3.Connection, table: str, columns: int, rows: Iterator[tuple[int | str, ...]]
) -> None:
    connection.executemany(f"insert into {table} values ({', '.join('?' * columns)})", rows)


def _write_collection(connection: sqlite3.Connection, decks: Iterable[Any], preset_id: int) -> None:
    conf, shipped = connection.execute("select conf, decks from col").fetchone()
    # Without it Anki takes the cards for those of its first scheduler.
    conf = json.loads(conf) | {"schedVer": 2, "sched2021": True, "creationOffset": 0}
    models = {str(each.id): each.model().to_json(CHANGED, _FIRST_DECK) for each in NOTE_TYPES.values()}
    written = json.loads(shipped) | {str(each.deck_id): _deck_json(each, preset_id) for each in decks}
    connection.execute(
        "update col set crt = ?, mod = ?, scm = ?, conf = ?, models = ?, decks = ?",
        (_CREATED, CHANGED * 1000, CHANGED * 1000, *map(json.dumps, (conf, models, written))),
    )


def _write_preset(connection: sqlite3.Connection, parameters: Parameters) -> int:
    """Gives its id."""
    (shipped,) = connection.execute("select dconf from col").fetchone()
    presets = json.loads(shipped)
    own = preset(parameters, presets[str(_DEFAULT_PRESET)])
    presets[str(own["id"])] = own
    connection.execute("update col set dconf = ?", (json.dumps(presets),))
    return int(own["id"])


def _deck_json(deck: Any, preset_id: int) -> dict[str, Any]:
    # genanki leaves cards answered on some day 163, which a collection of that age takes for its own.
    untouched = {f"{what}Today": [0, 0] for what in ("new", "rev", "lrn", "time")}
    return {**deck.to_json(), **untouched, "conf": preset_id}


def _numbered(notes: Iterable[Placed]) -> list[tuple[int, Placed]]:
    """Each note with its id, in the order in which SQLite packs them best."""
    free = Distinct()
    return sorted((free(note_id(placed.note.guid)), placed) for placed in notes)


def _note_rows(numbered: list[tuple[int, Placed]]) -> Iterator[tuple[int | str, ...]]:
    for id, (note, mod, _, _) in numbered:
        fields, tags = "\x1f".join(note.fields), f" {' '.join(note.tags)} "
        yield id, note.guid, note.note_type.id, mod, -1, tags, fields, note.fields[0], 0, 0, ""


def _cards(numbered: list[tuple[int, Placed]], progress: Progress | None) -> Iterator[_Card]:
    free = Distinct()
    for id, placed in numbered:
        for ord in placed.note.note_type.cards(placed.note.fields):
            history = progress.of(placed.note, ord) if progress else None
            yield _Card(free(id + ord), id, ord, placed, history)


def _card_rows(cards: Iterable[_Card], progress: Progress | None) -> Iterator[tuple[int | str, ...]]:
    for id, nid, ord, (note, mod, deck, due), history in cards:
        stands = scheduled(history, due, progress, is_retired=note.is_retired)
        yield id, nid, deck, ord, mod, -1, *stands


def _review_rows(cards: Iterable[_Card], progress: Progress) -> Iterator[tuple[int | str, ...]]:
    known = ((card.id, card.history) for card in cards if card.history)
    for id, card_id, *rest in review_log(known, progress.now_ms):
        yield id, card_id, -1, *rest
