"""A package is a file from somewhere: what it must not hold is told in a sentence, and nothing stays behind."""

import json
import os
import sqlite3
import struct
import warnings
import zipfile
from collections import deque
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
import zstandard

from packages import (
    compressed,
    database,
    field,
    latest,
    latest_package,
    legacy_package,
    packed,
)
from zhu_quiz.anki.reading import opened
from zhu_quiz.anki.reading.media import MOST_MEDIA
from zhu_quiz.anki.reading.rows import MOST
from zhu_quiz.model.problem import QuizError

PLAIN = database()
DAMAGED = "is damaged"


def read(path: Path) -> None:
    """All that there is."""
    with opened(path) as package:
        for each in (package.notes(), package.cards(), package.reviews()):
            deque(each, maxlen=0)
        for name in package.media:
            package.medium(name)
        assert package.astray is not None


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def refused(tmp_path: Path, temporary: Path) -> Callable[[bytes], str]:
    """What is said of such a file, without its name."""

    def told(content: bytes) -> str:
        path = tmp_path / "deck.apkg"
        path.write_bytes(content)
        with pytest.raises(QuizError) as caught:
            read(path)
        assert not list(temporary.iterdir())
        said = str(caught.value)
        assert said.startswith(f"{path} ")
        assert said.endswith(".")
        return said.removeprefix(f"{path} ")

    return told


def patched(package: bytes, place: int, value: bytes) -> bytes:
    """Bytes changed in what the list of members says of the first of them."""
    at = package.index(b"PK\1\2") + place
    return package[:at] + value + package[at + len(value) :]


def twice(name: str) -> bytes:
    buffer = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        for _ in range(2):
            archive.writestr(name, PLAIN)
    return buffer.getvalue()


def list_of_members(size: int) -> bytes:
    """An end of a zip file that promises a list of so many bytes, and so many zeros."""
    return bytes(size) + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, size, 0, 0)


def wide(content: bytes) -> bytes:
    parameters = zstandard.ZstdCompressionParameters(window_log=27, enable_ldm=False)
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    return compressor.compress(content) + compressor.flush()


def with_members(**members: bytes) -> bytes:
    sound = {"meta": b"\x08\x03", "collection.anki21b": compressed(latest()), "media": compressed(b"")}
    return packed(sound | {name.replace("_", "."): content for name, content in members.items()})


NOT_A_PACKAGE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "is empty"),
    "a page": (b"\n<!doctype html><title>Sign in</title>", "is a web page"),
    "another page": (b"\xef\xbb\xbf<html>", "is a web page"),
    "a collection": (PLAIN, "is a collection itself"),
    "a text": (b"Front,Back\n", "is no package of Anki"),
    "the first half": (legacy_package(PLAIN)[:900], "breaks off"),
    "all but the end": (legacy_package(PLAIN)[:-20], "breaks off"),
    "another zip file": (packed({"book.txt": b"once upon a time"}), "holds no collection"),
    "an empty zip file": (packed({}), "holds no collection"),
    "no collection as meta says": (packed({"meta": b"\x08\x03", "collection.anki2": PLAIN}), "holds no collection"),
    "a newer package": (packed({"meta": b"\x08\x04", "collection.anki2": PLAIN}), "newer Anki"),
    "a package of no version": (packed({"meta": b"", "collection.anki2": PLAIN}), "newer Anki"),
    "nonsense for a version": (packed({"meta": b"\xff" * 20, "collection.anki2": PLAIN}), DAMAGED),
    "a trial version": (packed({"collection.anki2": PLAIN, "collection.anki21b": b""}), "trial version"),
    "a password": (patched(legacy_package(PLAIN), 8, b"\1"), "password"),
    "bzip2": (packed({"collection.anki2": PLAIN}, zipfile.ZIP_BZIP2), "compressed in a way"),
    "lzma": (packed({"collection.anki2": PLAIN}, zipfile.ZIP_LZMA), "compressed in a way"),
    "one name twice": (twice("collection.anki2"), "two members of the same name"),
    "a wrong checksum": (patched(legacy_package(PLAIN), 16, b"\0\0\0\0"), DAMAGED),
    "a member before the beginning": (patched(legacy_package(PLAIN), 42, b"\xff\xff\xff\x7f"), DAMAGED),
    "countless members": (list_of_members(9 << 20), "far more files"),
}  # fmt: skip


@pytest.mark.parametrize("what", NOT_A_PACKAGE)
def test_what_is_no_sound_package_is_named(refused: Callable[[bytes], str], what: str) -> None:
    content, said = NOT_A_PACKAGE[what]
    assert said in refused(content)


ZEROS = bytes(100 << 20)
BOMBS: dict[str, Callable[[], bytes]] = {
    "a collection": lambda: legacy_package(ZEROS),
    "a collection, twice compressed": lambda: with_members(collection_anki21b=compressed(ZEROS)),
    "a list of media": lambda: legacy_package(PLAIN, b'{"0": "a"}' + ZEROS),
    "a list of media, twice compressed": lambda: with_members(media=compressed(ZEROS)),
    "a medium": lambda: legacy_package(PLAIN, b'{"0": "a.png"}', **{"0": ZEROS}),
    "a medium, twice compressed": lambda: latest_package(latest(), {"a.png": ZEROS}),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_what_swells_when_it_is_unpacked_is_refused(refused: Callable[[bytes], str], bomb: str) -> None:
    assert "unpacks to more than" in refused(BOMBS[bomb]())


COMPRESSED: dict[str, bytes] = {
    "nonsense": with_members(collection_anki21b=b"no frame"),
    "nothing": with_members(collection_anki21b=b""),
    "half of it": with_members(collection_anki21b=compressed(latest())[:2000]),
    "a memory as large as it gets": with_members(collection_anki21b=wide(bytes(130 << 20))),
    "media as JSON": with_members(media=compressed(b"{}")),
    "a torn list of media": with_members(media=compressed(field(1, b"abc")[:-1])),
    "an uncompressed list": with_members(media=b"{}"),
}


@pytest.mark.parametrize("what", COMPRESSED)
def test_what_is_compressed_wrongly_is_damaged(refused: Callable[[bytes], str], what: str) -> None:
    assert DAMAGED in refused(COMPRESSED[what])


ENDLESS = """with recursive more(n) as (select 1 union all select n + 1 from more)
select n as id, 'g' as guid, n as mid, n as mod, 0 as usn, '' as tags, '' as flds from more"""
HOSTILE: dict[str, tuple[str, str]] = {
    "an endless view": (f"drop table notes; create view notes as {ENDLESS}", "holds a program"),
    "a trigger": ("create trigger t after insert on notes begin select 1; end", "holds a program"),
    "a virtual table": ("create virtual table x using fts5(a)", "holds a program"),
    "notes of another kind": ("drop table notes; create virtual table notes using fts5(id, flds)", "holds a program"),
    "a computed column": (
        "alter table notes rename column flds to text; alter table notes add flds as (text || text)",
        "laid out otherwise",
    ),
    "a text that no row holds": (
        "alter table notes rename column flds to text;"
        f"alter table notes add flds default '{'long' * 1000}'",
        "laid out otherwise",
    ),
    "no notes": ("drop table notes", "laid out otherwise"),
    "no collection": ("drop table col", "laid out otherwise"),
    "other columns": ("alter table cards rename column odue to home", "laid out otherwise"),
    "ids that are not unique": ("create table x as select * from cards union all select * from cards;"
                                "drop table cards; alter table x rename to cards", DAMAGED),
    "an empty collection": ("delete from col", DAMAGED),
    "no version": ("update col set ver = x'00'", DAMAGED),
    "a version to come": ("update col set ver = 19", "newer Anki"),
    "an alpha version": ("update col set ver = 250", "newer Anki"),
    "an old version": ("update col set ver = 10", "very old Anki"),
    "a version without its tables": ("update col set ver = 18", DAMAGED),
    "a huge text": ("update notes set flds = hex(zeroblob(9000000))", "many megabytes"),
    "countless tags": ("update notes set tags = hex(zeroblob(60000))", "too many tags"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_collection_is_refused(refused: Callable[[bytes], str], what: str) -> None:
    statements, said = HOSTILE[what]
    assert said in refused(legacy_package(database(statements)))


def test_a_rule_that_takes_for_ever_is_not_asked(tmp_path: Path) -> None:
    table = "create table x (id integer primary key, cid, usn, ease, ivl, lastIvl, factor, time, type, %s)"
    work = "check (length(hex(zeroblob(8000000 + id))) > 0)"
    statements = (
        f"{table % work}; pragma ignore_check_constraints = on;"
        "with recursive n(i) as (select 1 union all select i + 1 from n limit 100000)"
        " insert into x select i, i, -1, 3, 1, 1, 1, 1, 1 from n; drop table revlog; alter table x rename to revlog"
    )
    path = tmp_path / "deck.apkg"
    path.write_bytes(legacy_package(database(statements)))
    read(path)


def test_a_tree_that_leads_back_into_itself_is_damaged(refused: Callable[[bytes], str]) -> None:
    many = "with recursive n(i) as (select 1 union all select i + 1 from n limit 3000)"
    content = bytearray(database(f"{many} insert into revlog select i, i, -1, 3, 1, 1, 1, 1, 1 from n"))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(bytes(content))
        size, root = connection.execute(
            "select page_size, rootpage from pragma_page_size, sqlite_master where name = 'revlog'"
        ).fetchone()
    # Its last child is itself.
    content[(root - 1) * size + 8 : (root - 1) * size + 12] = root.to_bytes(4)
    assert content[(root - 1) * size] == 5
    assert DAMAGED in refused(legacy_package(bytes(content)))


def test_half_a_collection_is_damaged(refused: Callable[[bytes], str]) -> None:
    assert DAMAGED in refused(legacy_package(PLAIN[: len(PLAIN) // 2]))


def test_what_takes_too_long_is_given_up(
    refused: Callable[[bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhu_quiz.anki.reading.database.MOST_STEPS", 0)
    many = "with recursive n(i) as (select 1 union all select i + 1 from n limit 99999)"
    content = database(f"{many} insert into revlog select i, i, -1, 3, 1, 1, 1, 1, 1 from n")
    assert "far too long" in refused(legacy_package(content))


@pytest.mark.parametrize("table", ["notes", "cards", "revlog"])
def test_more_rows_than_anybody_has_are_refused(
    refused: Callable[[bytes], str], monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    monkeypatch.setitem(MOST, table, 0)
    assert "holds more than 0" in refused(legacy_package(PLAIN))


def test_more_media_than_anybody_has_are_refused(refused: Callable[[bytes], str]) -> None:
    listed = json.dumps({str(number): "a" for number in range(MOST_MEDIA + 1)})
    assert "more than 100,000 pictures" in refused(legacy_package(PLAIN, listed.encode()))


def test_a_path_that_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, said in {"": "is a folder", "pipe": "is no file", "missing": "no such file"}.items():
        with pytest.raises(QuizError, match=said):
            read(tmp_path / path)
