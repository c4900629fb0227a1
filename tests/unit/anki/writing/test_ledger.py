"""The package that is being replaced is a file from somewhere: whatever it holds, reading it ends well."""

import sqlite3
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreign_packages import PNG, basic, package
from packages import latest, latest_package
from zhu_quiz.anki.reading import package as reading
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.anki.writing.ledger import NOTHING, UNREADABLE, NotOurs, published
from zhu_quiz.bank.reader import read_text

BANK = read_text(
    "format: zhu-quiz/1\nid: a\ntitle: A\nquestions:\n- {id: q, type: card, front: F, back: B}\n"
)
PACKAGE = export_package(BANK, None, 0).package


def repacked(database: bytes, *more: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", database)
        for name in ("media", *more):
            archive.writestr(name, "{}")
    return buffer.getvalue()


def changed(statements: str) -> bytes:
    """The package after some SQL."""
    with zipfile.ZipFile(BytesIO(PACKAGE)) as archive:
        database = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database)
    connection.executescript(statements)
    return repacked(connection.serialize())


def test_a_package_of_ours_is_read_to_the_last_note() -> None:
    ((note, mod),) = published(PACKAGE).notes.values()
    assert note.fields[:2] == ("F", "B")
    assert note.tags == ("zhu::a",)
    assert mod > 0


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_package_is_read_or_told(data: st.DataObject) -> None:
    damaged = bytearray(PACKAGE)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    for found in (bytes(damaged), bytes(damaged[:cut])):
        with suppress(NotOurs):
            published(found)


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_database_is_read_or_told(data: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(PACKAGE)) as archive:
        damaged = bytearray(archive.read("collection.anki2"))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with suppress(NotOurs):
        published(repacked(bytes(damaged)))


ENDLESS = """drop table notes;
create view notes as with recursive more(n) as (select 1 union all select n + 1 from more)
select 'zq0123456789abcdef' as guid, n as mid, n as mod, '' as tags, '' as flds from more;"""


@pytest.mark.parametrize(
    "statements",
    [
        ENDLESS,
        "create trigger t after insert on notes begin select 1; end",
        "drop table notes",
        "alter table notes rename column flds to fields",
        "alter table col rename column id to number",
    ],
)
def test_a_database_that_is_not_plain_tables_is_not_read(statements: str) -> None:
    assert published(changed(statements)) == UNREADABLE


@pytest.mark.parametrize(
    "change",
    [
        "guid = 'zq../../../../etc/passwd'", "guid = x'ff'", "mid = 5", "mid = 'text'", "flds = 'one'",
        "flds = x'00'", "mod = -1", "mod = 1 << 40", "mod = 'soon'",
    ],
)  # fmt: skip
def test_a_note_that_we_would_not_have_written_is_passed_over(change: str) -> None:
    assert published(changed(f"update notes set {change}")).notes == {}


def test_a_package_with_further_members_is_not_ours() -> None:
    with zipfile.ZipFile(BytesIO(PACKAGE)) as archive:
        database = archive.read("collection.anki2")
    assert published(repacked(database)).notes
    with pytest.raises(NotOurs):
        published(repacked(database, "../evil"))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000_000)
    assert published(repacked(bytes(1_000_001))) == UNREADABLE


def test_where_nothing_was_there_nothing_was_published() -> None:
    assert published(None) == published(b"") == NOTHING


@pytest.mark.parametrize("length", [60, 500, len(PACKAGE) - 1], ids=["60", "500", "all but one"])
def test_a_package_of_ours_that_breaks_off_is_known_as_ours(length: int) -> None:
    assert published(PACKAGE[:length]) == UNREADABLE


@pytest.mark.parametrize(
    "other",
    [package(basic("F", "B")), latest_package(latest()), b"my thesis", b"PK\3\4", PNG],
    ids=["legacy", "latest", "text", "zip", "picture"],
)
def test_what_somebody_else_made_is_not_ours(other: bytes) -> None:
    with pytest.raises(NotOurs):
        published(other)


def test_after_a_package_that_cannot_be_read_all_is_dated_now() -> None:
    exported = export_package(BANK, PACKAGE[:-9], 1_800_000_000_000)
    assert (exported.new, exported.is_previous_lost) == (("q",), True)
    assert [stamp.mod for stamp in exported.ledger.values()] == [1_800_000_000]
    again = export_package(BANK, exported.package, 1_900_000_000_000)
    assert (again.unchanged, again.is_previous_lost) == (("q",), False)
