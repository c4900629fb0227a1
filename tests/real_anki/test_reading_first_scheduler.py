"""Packages of Anki's first scheduler: their ratings and states mean what Anki takes them for at an import."""

import json
import sqlite3
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import genanki
import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.decks import DeckId

from zhu_quiz.anki.reading import opened

HOME, AWAY = 2059400110, 2059400111
NOTE_TYPE = genanki.Model(
    1607392319, "Plain", [{"name": "Front"}], [{"name": "Card 1", "qfmt": "{{Front}}", "afmt": "back"}]
)


def written(path: Path, conf: dict[str, int], card: str) -> Path:
    """A package with one card of that kind, and a review of every grade and sort."""
    deck = genanki.Deck(HOME, "Home")
    deck.add_note(genanki.Note(NOTE_TYPE, ["q"]))
    buffer = BytesIO()
    genanki.Package(deck).write_to_file(buffer, timestamp=1_600_000_000)
    with zipfile.ZipFile(buffer) as package, closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(package.read("collection.anki2"))
        shipped, decks = map(json.loads, database.execute("select conf, decks from col").fetchone())
        filtered = {"id": AWAY, "name": "Away", "dyn": 1, "terms": [["", 9, 0]], "resched": True}
        decks[str(AWAY)] = decks[str(HOME)] | filtered | {"delays": None, "separate": True}
        columns = json.dumps(shipped | conf), json.dumps(decks)
        database.execute("update col set conf = ?, decks = ?", columns)
        database.execute(f"update cards set ivl = 5, {card}")
        (id,) = database.execute("select id from cards").fetchone()
        reviews = [(ease, type) for type in range(6) for ease in range(5)]
        for number, (ease, type) in enumerate(reviews):
            row = (1_600_000_100_000 + number, id, -1, ease, 1, 1, 2500, 1000, type)
            database.execute("insert into revlog values (?,?,?,?,?,?,?,?,?)", row)
        database.commit()
        with zipfile.ZipFile(path, "w") as changed:
            changed.writestr("collection.anki2", database.serialize())
            changed.writestr("media", "{}")
    return path


@pytest.mark.parametrize("conf", [{}, {"schedVer": 1}, {"schedVer": 2}], ids=["unsaid", "first", "second"])
@pytest.mark.parametrize(
    "card",
    [
        "type = 0, queue = 0",
        "type = 0, queue = -1",
        "type = 2, queue = 2",
        "type = 2, queue = -1",
        "type = 2, queue = 1, due = 1600000200, odue = 50",
        "type = 2, queue = 3",
        "type = 1, queue = 1, due = 1600000200",
        f"did = {AWAY}, odid = {HOME}, type = 2, queue = 2, due = -100000, odue = 50",
        f"did = {AWAY}, odid = {HOME}, type = 2, queue = 1, due = 1600000200, odue = 50",
        f"did = {AWAY}, odid = {HOME}, type = 1, queue = 1, due = 1600000200, odue = 0",
        f"did = {AWAY}, odid = {HOME}, type = 0, queue = 0, due = -100000, odue = 5",
    ],
)
def test_it_is_read_as_anki_imports_it(
    collection: Collection, tmp_path: Path, conf: dict[str, int], card: str
) -> None:
    path = written(tmp_path / "old.apkg", conf, card)
    options = ImportAnkiPackageOptions(with_scheduling=True)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))
    for deck in collection.decks.all_names_and_ids():
        if collection.decks.is_filtered(DeckId(deck.id)):
            collection.sched.empty_filtered_deck(DeckId(deck.id))
    assert collection.db
    with opened(path) as package:
        found = [(each.type, each.queue) for each in package.cards()]
        eases = [each.ease for each in package.reviews()]
    assert found == [tuple(row) for row in collection.db.all("select type, queue from cards")]
    assert eases == collection.db.list("select ease from revlog order by id")
