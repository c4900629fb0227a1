"""Packages as other programs make them, and such as nobody should: written by hand, member by member."""

import json
import sqlite3
import zipfile
from collections.abc import Mapping
from contextlib import closing
from io import BytesIO

import zstandard
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

TYPE, DECK, FILTERED = 101, 201, 202
NOTE, OTHER = 1_600_000_000_001, 1_600_000_000_002
FIELDS = ("Front", "Back")
MODELS = {
    str(TYPE): {
        "id": TYPE,
        "name": "Plain",
        "type": 0,
        "mod": 7,
        "flds": [{"name": name} for name in FIELDS],
        "tmpls": [{"name": "Card 1", "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
    }
}
DECKS = {
    str(DECK): {"id": DECK, "name": "A::B", "desc": "about", "dyn": 0},
    str(FILTERED): {"id": FILTERED, "name": "Soon", "desc": "", "dyn": 1},
}
ROWS = f"""
insert into notes values ({NOTE}, 'one', {TYPE}, 5, -1, ' tag süß::tag ', 'front' || x'1f' || 'back', '', 0, 0, '');
insert into notes values ({OTHER}, 'two', {TYPE}, 6, -1, '', '<b>漢</b>' || x'1f', '', 0, 0, '');
insert into cards values ({NOTE}, {NOTE}, {DECK}, 0, 5, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, '');
insert into cards values ({OTHER}, {OTHER}, {FILTERED}, 0, 6, -1, 2, 2, -9, 30, 2500, 3, 1, 0, 99, {DECK}, 4, '{{}}');
insert into revlog values (1600000100000, {OTHER}, -1, 3, 30, 10, 2500, 4000, 1);
"""
TABLES = """
alter table col rename column tags to ignored;
create table config (key text not null primary key, usn, mtime_secs, val blob not null) without rowid;
insert into config values ('schedVer', 0, 0, '2');
create table notetypes (id integer primary key, name text collate unicase, mtime_secs, usn, config blob);
create table fields (ntid, ord, name text collate unicase, config blob, primary key (ntid, ord)) without rowid;
create table templates
  (ntid, ord, name text collate unicase, mtime_secs, usn, config blob, primary key (ntid, ord)) without rowid;
create table decks (id integer primary key, name text collate unicase, mtime_secs, usn, common blob, kind blob);
create unique index idx_decks_name on decks (name);
update col set ver = 18, models = '', decks = '', conf = '';
"""


def database(*statements: str) -> bytes:
    """A collection of the schema that is packed into packages since 2012, after some SQL."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(APKG_SCHEMA + APKG_COL + ROWS)
        written = json.dumps(MODELS), json.dumps(DECKS), json.dumps({"schedVer": 2})
        connection.execute("update col set mod = 1600000000000, models = ?, decks = ?, conf = ?", written)
        return _changed(connection, *statements)


def latest(*statements: str) -> bytes:
    """The same in tables, as packages of the latest generation have it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        connection.deserialize(database())
        connection.executescript(TABLES)
        connection.execute("insert into notetypes values (?, 'Plain', 7, 0, ?)", (TYPE, message({1: 0})))
        for ord, name in enumerate(FIELDS):
            connection.execute("insert into fields values (?, ?, ?, x'')", (TYPE, ord, name))
        template = message({1: b"{{Front}}", 2: b"{{Back}}"})
        connection.execute("insert into templates values (?, 0, 'Card 1', 0, 0, ?)", (TYPE, template))
        home = message({1: message({1: 1, 4: b"about"})})
        connection.execute("insert into decks values (?, 'A\x1fB', 0, 0, x'', ?)", (DECK, home))
        connection.execute(
            "insert into decks values (?, 'Soon', 0, 0, x'', ?)", (FILTERED, message({2: b""}))
        )
        written = bytearray(_changed(connection, *statements))
        written[18:20] = b"\2\2"  # As Anki leaves its file: who opens it looks for a log beside it.
        return bytes(written)


def legacy_package(database: bytes, media: bytes | None = b"{}", **members: bytes) -> bytes:
    more = {} if media is None else {"media": media}
    return packed({"collection.anki2": database, **more, **members})


def latest_package(database: bytes, media: Mapping[str, bytes] | None = None) -> bytes:
    media = media or {}
    listed = b"".join(
        field(1, message({1: name.encode(), 2: len(content)})) for name, content in media.items()
    )
    members = {"meta": b"\x08\x03", "collection.anki2": b"please update"}
    members |= {"collection.anki21b": compressed(database), "media": compressed(listed)}
    members |= {str(number): compressed(content) for number, content in enumerate(media.values())}
    return packed(members)


def packed(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def compressed(content: bytes) -> bytes:
    return zstandard.ZstdCompressor(write_content_size=False).compress(content)


def message(fields: Mapping[int, int | bytes]) -> bytes:
    """In Protocol Buffers."""
    return b"".join(field(number, value) for number, value in fields.items())


def field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def varint(value: int) -> bytes:
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])


def _changed(connection: sqlite3.Connection, *statements: str) -> bytes:
    for statement in statements:
        connection.executescript(statement)
    connection.commit()
    return connection.serialize()
