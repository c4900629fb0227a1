"""Note types and decks: in JSON of older collections, in tables of newer ones."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from ...model.clean import clean
from . import wire
from .database import cast
from .json_object import json_object
from .refusal import DAMAGED, Refusal
from .values import Deck, NoteType, Template

OLDEST, CONFIGURED_IN_TABLE, IN_TABLES, NEWEST = 11, 14, 15, 18
"""Versions of the schema."""
MOST_DECKS = 100_000
"""It holds as well for all fields of all note types, and for their templates."""
MOST_FIELDS = 1_000
MOST_TEXT = 64 << 20
"""Of all templates together, in bytes or characters."""
LONGEST_NAME = 1_000
TOO_MANY = "holds more decks or note types than anybody has, and so many are not read"


def version(connection: sqlite3.Connection) -> int:
    found = connection.execute("select ver from col").fetchone()
    if not found or not isinstance(found[0], int):
        raise Refusal(DAMAGED)
    if found[0] > NEWEST:
        raise Refusal("holds a collection of a newer Anki than is known here. Export it for older versions")
    if found[0] < OLDEST:
        raise Refusal("holds a collection of a very old Anki. Export it again from a present one")
    return int(found[0])


def modified_ms(connection: sqlite3.Connection) -> int:
    (found,) = connection.execute(f"select {cast('mod', 'integer')} from col").fetchone()
    return int(found)


def is_of_first_scheduler(connection: sqlite3.Connection, version: int) -> bool:
    """Whether Anki takes its ratings and states for those of its first scheduler."""
    if version < CONFIGURED_IN_TABLE:
        scheduler = _json(connection, "conf").get("schedVer")
    else:
        found = connection.execute("select cast(val as text) from config where key = 'schedVer'").fetchone()
        scheduler = 2 if found == ("2",) else 1
    # A collection in which nothing was ever learnt does not tell, and Anki leaves it as it is.
    is_used = connection.execute("select 1 from cards where queue <> 0 limit 1").fetchone()
    return scheduler != 2 and bool(is_used)


def note_types(connection: sqlite3.Connection, version: int) -> Mapping[int, NoteType]:
    """By their ids, those that have fields."""
    found = _types_in_tables(connection) if version >= IN_TABLES else _types_in_json(connection)
    by_id = {each.id: each for each in found if each.fields}
    if any(len(each.fields) > MOST_FIELDS for each in by_id.values()):
        raise Refusal(f"holds a note type of more than {MOST_FIELDS:,} fields, and so many are not read")
    return by_id


def decks(connection: sqlite3.Connection, version: int) -> Mapping[int, Deck]:
    """By their ids."""
    found = _decks_in_tables(connection) if version >= IN_TABLES else _decks_in_json(connection)
    return {each.id: each for each in found}


def _types_in_json(connection: sqlite3.Connection) -> Iterator[NoteType]:
    for id, model in _entries(connection, "models"):
        yield NoteType(
            id=id,
            name=_name(model.get("name")),
            fields=tuple(_name(field.get("name")) for field in _objects(model.get("flds"))),
            templates=tuple(
                Template(
                    name=_name(each.get("name")), front=_text(each.get("qfmt")), back=_text(each.get("afmt"))
                )
                for each in _objects(model.get("tmpls"))
            ),
            is_cloze=model.get("type") == 1,
            mod=_number(model.get("mod")),
        )


def _decks_in_json(connection: sqlite3.Connection) -> Iterator[Deck]:
    for id, deck in _entries(connection, "decks"):
        yield Deck(
            id=id,
            name=_name(deck.get("name")),
            description=_text(deck.get("desc")),
            is_filtered=deck.get("dyn") == 1,
        )


def _types_in_tables(connection: sqlite3.Connection) -> Iterator[NoteType]:
    fields: dict[int, list[str]] = {}
    for type_id, _, name in sorted(_rows(connection, "fields", "ntid integer, ord integer, name text")):
        fields.setdefault(type_id, []).append(_name(name))
    templates: dict[int, list[Template]] = {}
    columns = "ntid integer, ord integer, name text, config blob"
    for type_id, _, name, config in sorted(_rows(connection, "templates", columns)):
        template = Template(name=_name(name), front=wire.text(config, 1), back=wire.text(config, 2))
        templates.setdefault(type_id, []).append(template)
    columns = "id integer, mtime_secs integer, name text, config blob"
    for id, mod, name, config in _rows(connection, "notetypes", columns):
        yield NoteType(
            id=id,
            name=_name(name),
            fields=tuple(fields.get(id, ())),
            templates=tuple(templates.get(id, ())),
            is_cloze=wire.number(config, 1) == 1,
            mod=mod,
        )


def _decks_in_tables(connection: sqlite3.Connection) -> Iterator[Deck]:
    for id, name, kind in _rows(connection, "decks", "id integer, name text, kind blob"):
        yield Deck(
            id=id,
            name=_name(name.replace("\x1f", "::")),
            description=wire.text(wire.content(kind, 1), 4),
            is_filtered=any(field == 2 for field, _ in wire.fields(kind)),
        )


def _rows(connection: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    values = ", ".join(cast(*column.split()) for column in columns.split(", "))
    size = 0
    for count, row in enumerate(connection.execute(f"select {values} from {table}")):
        size += sum(len(value) for value in row if not isinstance(value, int))
        if count == MOST_DECKS or size > MOST_TEXT:
            raise Refusal(TOO_MANY)
        yield row


def _entries(connection: sqlite3.Connection, column: str) -> Iterator[tuple[int, dict[str, Any]]]:
    entries = _json(connection, column)
    if len(entries) > MOST_DECKS:
        raise Refusal(TOO_MANY)
    for key, entry in entries.items():
        try:
            id = int(entry.get("id", key))
        except (AttributeError, TypeError, ValueError, OverflowError) as error:
            raise Refusal(DAMAGED) from error
        if id.bit_length() > 63:
            raise Refusal(DAMAGED)
        yield id, entry


def _json(connection: sqlite3.Connection, column: str) -> dict[str, Any]:
    """An object that stands in a column of the collection."""
    (text,) = connection.execute(f"select {cast(column, 'text')} from col").fetchone()
    return json_object(text)


def _objects(found: object) -> list[dict[str, Any]]:
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _text(found: object) -> str:
    # JSON can spell halves of a character, which no file could hold.
    return found.encode(errors="replace").decode() if isinstance(found, str) else ""


def _number(found: object) -> int:
    return found if isinstance(found, int) else 0


def _name(found: object) -> str:
    """On one line, and harmless on a terminal."""
    return clean(_text(found), LONGEST_NAME).replace("\n", " ")
