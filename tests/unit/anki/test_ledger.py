"""The package that is being replaced is a file from somewhere: whatever it holds, reading it ends well."""

import sqlite3
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.anki import ledger
from zhu_quiz.anki.export import export_package
from zhu_quiz.anki.ledger import NOTHING, published
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
def test_a_damaged_package_is_read_or_counts_as_none(data: st.DataObject) -> None:
    damaged = bytearray(PACKAGE)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    published(bytes(damaged))
    published(bytes(damaged[:cut]))


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_database_is_read_or_counts_as_none(data: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(PACKAGE)) as archive:
        damaged = bytearray(archive.read("collection.anki2"))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
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
    ],
)
def test_a_database_that_is_not_plain_tables_of_ours_counts_as_none(statements: str) -> None:
    assert published(changed(statements)) == NOTHING


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
    assert published(repacked(database, "../evil")) == NOTHING


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "MOST_BYTES", 1_000_000)
    assert published(repacked(bytes(1_000_001))) == NOTHING
