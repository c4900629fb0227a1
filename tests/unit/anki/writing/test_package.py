"""The bytes of a package."""

import json
import sqlite3
import zipfile
from contextlib import closing
from io import BytesIO

import pytest

from zhu_quiz.anki.history.carrying import Progress
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank.reader import read_text
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.questions import Question

HEAD = "format: zhu-quiz/1\nid: sample\ntitle: Sample\nquestions:\n"
EVERY_KIND = HEAD + "".join(
    "- " + kind.example.replace("\n", "\n  ").rstrip() + "\n" for kind in Question.kinds.values()
)


@pytest.fixture(scope="module")
def archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(export_package(read_text(EVERY_KIND), None, 0).package))


@pytest.fixture(scope="module")
def collection(archive: zipfile.ZipFile) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(archive.read("collection.anki2"))
    return connection


def test_nothing_tells_when_where_or_with_what_it_was_written(archive: zipfile.ZipFile) -> None:
    for member in archive.infolist():
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert (member.create_system, member.extra, member.comment) == (3, b"", b"")
    assert archive.read("collection.anki2")[96:100] == bytes(4)


def test_the_database_is_sound(collection: sqlite3.Connection) -> None:
    assert collection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_every_guid_is_there_once(collection: sqlite3.Connection) -> None:
    guids = [guid for (guid,) in collection.execute("select guid from notes")]
    assert len(set(guids)) == len(guids) == len(Question.kinds)


def test_anki_will_take_the_cards_for_those_of_its_present_scheduler(collection: sqlite3.Connection) -> None:
    (conf,) = collection.execute("select conf from col").fetchone()
    assert json.loads(conf).items() >= {"schedVer": 2, "sched2021": True, "creationOffset": 0}.items()


def test_no_deck_pretends_that_cards_were_answered(collection: sqlite3.Connection) -> None:
    (decks,) = collection.execute("select decks from col").fetchone()
    for deck in json.loads(decks).values():
        assert [deck[f"{what}Today"] for what in ("new", "rev", "lrn", "time")] == [[0, 0]] * 4


def test_a_package_carries_no_progress(collection: sqlite3.Connection) -> None:
    assert collection.execute("select count(*) from revlog").fetchone() == (0,)
    assert set(collection.execute("select type, reps, lapses, data from cards")) == {(0, 0, 0, "")}


def test_without_progress_every_deck_goes_by_the_default_options(collection: sqlite3.Connection) -> None:
    decks, presets = map(json.loads, collection.execute("select decks, dconf from col").fetchone())
    assert {deck["conf"] for deck in decks.values()} == {1}
    assert list(presets) == ["1"]


def test_with_progress_our_decks_go_by_the_learners_own() -> None:
    bank, parameters = read_text(EVERY_KIND), Parameters(desired_retention=0.93)
    known = Progress(bank=bank, histories={}, answers=0, parameters=parameters, now_ms=0, today=1)
    package = export_package(bank, None, 0, progress=known).package
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(zipfile.ZipFile(BytesIO(package)).read("collection.anki2"))
        decks, presets = map(json.loads, connection.execute("select decks, dconf from col").fetchone())
    (own,) = presets.keys() - {"1"}
    assert {str(deck["conf"]) for id, deck in decks.items() if id != "1"} == {own}
    assert presets[own]["desiredRetention"] == 0.93
