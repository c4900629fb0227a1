"""What makes no sense in a collection is refused, or passed over and counted; it never comes out as it stands."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from packages import MODELS, NOTE, OTHER, TYPE, database, latest, latest_package, legacy_package
from zhu_quiz.anki.reading import opened
from zhu_quiz.anki.reading.json_object import MOST_PARTS
from zhu_quiz.anki.reading.schema import MOST_DECKS, MOST_FIELDS
from zhu_quiz.model.problem import QuizError

COLUMNS = [
    *("notes." + name for name in "guid mid mod tags flds".split()),
    *("cards." + name for name in "nid did ord mod type queue due ivl factor reps lapses odue odid flags data".split()),
    *("revlog." + name for name in "cid ease ivl lastIvl factor time type".split()),
]  # fmt: skip


def written(folder: Path, content: bytes) -> Path:
    path = folder / "deck.apkg"
    path.write_bytes(content)
    return path


def loosened(table: str, statement: str) -> bytes:
    """The collection after a statement that its own rules would forbid."""
    rules = f"update sqlite_master set sql = %s where name = '{table}'"
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database())
        (sql,) = connection.execute("select sql from sqlite_master where name = ?", (table,)).fetchone()
        connection.execute("pragma writable_schema = on")
        without = "replace(replace(replace(sql, ' not null', ''), ' text', ''), ' integer,', ',')"
        connection.executescript(rules % without)
        loose = connection.serialize()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(loose)
        connection.execute(statement)
        connection.execute("pragma writable_schema = on")
        connection.execute(rules % "?", (sql,))
        connection.commit()
        return connection.serialize()


def with_json(**columns: object) -> bytes:
    """The collection with other JSON in its columns; a text goes there as it stands."""
    texts = {name: each if isinstance(each, str) else json.dumps(each) for name, each in columns.items()}
    return database(*(f"update col set {name} = '{text}'" for name, text in texts.items()))


@pytest.mark.parametrize("value", ["null", "x'ff00'", "'text'", "-1.5", "9e999"])
@pytest.mark.parametrize("column", COLUMNS)
def test_whatever_a_column_holds_its_number_or_text_comes_out(
    tmp_path: Path, column: str, value: str
) -> None:
    table, name = column.split(".")
    content = legacy_package(loosened(table, f"update {table} set {name} = {value}"))
    with opened(written(tmp_path, content)) as package:
        found = [*package.notes(), *package.cards(), *package.reviews()]
        assert {sort for row in found for sort in map(type, row)} <= {int, str, tuple}
        assert sum(package.counts) - len(found) == sum(package.astray.values())


@pytest.mark.parametrize(
    ("statement", "left"),
    [
        (f"update notes set mid = 5 where id = {NOTE}", (1, 1, 1)),
        (f"update notes set mid = 5 where id = {OTHER}", (1, 1, 0)),
        (f"delete from notes where id = {OTHER}", (1, 1, 0)),
        ("update cards set type = 4", (2, 0, 0)),
        ("delete from cards", (2, 0, 0)),
        ("update revlog set ease = 7", (2, 2, 0)),
        ("update revlog set id = 100000000000000", (2, 2, 0)),
        ("update revlog set id = -5", (2, 2, 0)),
        ("update col set models = '{}'", (0, 0, 0)),
    ],
)
def test_what_hangs_on_nothing_is_passed_over_and_counted(
    tmp_path: Path, statement: str, left: tuple[int, int, int]
) -> None:
    with opened(written(tmp_path, legacy_package(database(statement)))) as package:
        found = package.notes(), package.cards(), package.reviews()
        assert tuple(len(list(rows)) for rows in found) == left
        assert sum(package.astray.values()) == sum(package.counts) - sum(left)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("", ("", "")),
        ("one", ("one", "")),
        ("one\x1ftwo\x1fthree\x1f", ("one", "two three ")),
        ("\x1f", ("", "")),
    ],
)
def test_a_note_has_as_many_fields_as_its_type(tmp_path: Path, fields: str, found: tuple[str, ...]) -> None:
    content = database(f"update notes set flds = '{fields}'")
    with opened(written(tmp_path, legacy_package(content))) as package:
        assert {note.fields for note in package.notes()} == {found}


def test_two_notes_may_share_a_guid(tmp_path: Path) -> None:
    with opened(written(tmp_path, legacy_package(database("update notes set guid = 'same'")))) as package:
        assert [note.guid for note in package.notes()] == ["same", "same"]


def test_broken_text_comes_out_with_a_mark_where_it_is_broken(tmp_path: Path) -> None:
    content = database("update notes set flds = cast(x'ff41' as text) || x'1f' || '€'")
    with opened(written(tmp_path, legacy_package(content))) as package:
        assert {note.fields for note in package.notes()} == {("\ufffdA", "€")}


def test_names_are_harmless_on_a_terminal(tmp_path: Path) -> None:
    odd = {"name": "a\x1b[31m\nb\u202e", "flds": [{"name": "\x07"}]}
    decks = {"1": {"id": 1, "name": "x\x9b::y\t" + "z" * 5000}}
    content = with_json(models={str(TYPE): MODELS[str(TYPE)] | odd}, decks=decks)
    with opened(written(tmp_path, legacy_package(content))) as package:
        (note_type,), (deck,) = package.note_types.values(), package.decks.values()
    assert (note_type.name, note_type.fields) == ("a�[31m b�", ("�",))
    assert deck.name.startswith("x�::y ")
    assert len(deck.name) == 1000


def test_half_a_character_is_replaced(tmp_path: Path) -> None:
    decks = {"1": {"id": 1, "name": "\ud800", "desc": "\ud800"}}
    with opened(written(tmp_path, legacy_package(with_json(decks=decks)))) as package:
        (deck,) = package.decks.values()
        assert (deck.name, deck.description) == ("?", "?")


MALFORMED = [
    "", "{", "[]", "null", "3", "[" * 100_000, '{"1": ' * 100_000, '{"1": 3}', '{"x": {}}', '{"1": {"id": []}}',
    '{"1": {"id": "x"}}', '{"1": {"id": Infinity}}', '{"1": {"id": NaN}}', '{"1": {"id": 1e999}}',
    '{"1": {"id": 1e30}}', '{"1": {"id": %s}}' % ("9" * 5000),
]  # fmt: skip


@pytest.mark.parametrize("column", ["models", "decks"])
@pytest.mark.parametrize("number", range(len(MALFORMED)))
def test_what_is_no_list_of_types_or_decks_is_damage(tmp_path: Path, column: str, number: int) -> None:
    content = with_json(**{column: MALFORMED[number]})
    with pytest.raises(QuizError, match="is damaged"), opened(written(tmp_path, legacy_package(content))):
        pass


STRANGE: list[object] = [
    None,
    0,
    -1,
    "",
    "x",
    [],
    [3],
    {},
    [[]],
    [{}],
    True,
    1e300,
    [{"name": 5, "qfmt": []}],
]


@pytest.mark.parametrize("key", ["name", "type", "mod", "flds", "tmpls", "desc", "dyn"])
def test_a_type_or_deck_of_strange_parts_is_read_as_far_as_it_goes(tmp_path: Path, key: str) -> None:
    for value in STRANGE:
        odd = {"1": {"id": 1, "flds": [{"name": "a"}], key: value}}
        with opened(written(tmp_path, legacy_package(with_json(models=odd, decks=odd)))) as package:
            assert list(package.decks) == [1]
            assert set(package.note_types) <= {1}


def test_a_type_of_countless_fields_is_refused(tmp_path: Path) -> None:
    odd = {"1": {"id": 1, "flds": [{"name": "a"}] * (MOST_FIELDS + 1)}}
    content = legacy_package(with_json(models=odd))
    with pytest.raises(QuizError, match="more than 1,000 fields"), opened(written(tmp_path, content)):
        pass


@pytest.mark.parametrize("column", ["models", "decks"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (json.dumps({str(number): {} for number in range(MOST_DECKS + 1)}), "more decks or note types"),
        ('{"1": [%s]}' % ("[]," * MOST_PARTS), "far longer lists"),
    ],
    ids=["entries", "parts"],
)
def test_countless_types_or_decks_are_refused(tmp_path: Path, column: str, text: str, said: str) -> None:
    content = legacy_package(with_json(**{column: text}))
    with pytest.raises(QuizError, match=said), opened(written(tmp_path, content)):
        pass


@pytest.mark.parametrize(
    "statement",
    [
        "update notetypes set config = x'ff'",
        "update templates set config = x'0affffffff0f'",
        "update decks set kind = x'0a05'",
        "update decks set kind = x'0a80808080808080808080808001'",
    ],
)
def test_a_table_of_torn_messages_is_damage(tmp_path: Path, statement: str) -> None:
    content = latest_package(latest(statement))
    with pytest.raises(QuizError, match="is damaged"), opened(written(tmp_path, content)):
        pass


@pytest.mark.parametrize(
    "statement",
    [
        "update notetypes set name = 'x' || char(10), config = null, mtime_secs = null",
        "update fields set name = ord",
        "update templates set config = null, name = x'ff'",
        f"update decks set name = null, kind = null where id = {TYPE}",
    ],
)
def test_a_table_of_strange_values_is_read_as_far_as_it_goes(tmp_path: Path, statement: str) -> None:
    with opened(written(tmp_path, latest_package(latest(statement)))) as package:
        assert len(list(package.notes())) == 2
