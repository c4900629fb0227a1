"""What is read of a package is the same in every generation, and of whoever made it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import packages
from packages import DECK, FILTERED, NOTE, OTHER, TYPE
from zhu_quiz.anki.reading import (
    CardRow,
    Deck,
    Generation,
    NoteRow,
    NoteType,
    Package,
    ReviewRow,
    Template,
    opened,
)

KEYLESS = "create table x as select * from {0}; drop table {0}; alter table x rename to {0}"
OLD, NEW = packages.database(), packages.latest()
PACKAGES = {
    "first": packages.legacy_package(OLD),
    "second": packages.packed({"meta": b"\x08\x02", "collection.anki2": b"", "collection.anki21": OLD, "media": b"{}"}),
    "second, without saying so": packages.packed({"collection.anki2": b"", "collection.anki21": OLD, "media": b"{}"}),
    "latest": packages.latest_package(NEW),
    "latest, of an older schema": packages.latest_package(packages.latest("update col set ver = 15")),
    "without keys, as pandas writes tables": packages.legacy_package(packages.database(*map(KEYLESS.format, (
        "notes", "cards", "revlog",
    )))),
    "without media, as AnkiDroid once did": packages.legacy_package(OLD, None),
    "with an empty list of media": packages.legacy_package(OLD, b""),
    "with further members": packages.legacy_package(OLD, **{"../../evil": b"", "README": b"read me"}),
}  # fmt: skip


@contextmanager
def read(content: bytes, folder: Path) -> Iterator[Package]:
    path = folder / "deck.apkg"
    path.write_bytes(content)
    with opened(path) as package:
        yield package


@pytest.mark.parametrize("made", PACKAGES)
def test_every_package_says_the_same(tmp_path: Path, made: str) -> None:
    with read(PACKAGES[made], tmp_path) as package:
        assert package.note_types == {
            TYPE: NoteType(
                id=TYPE,
                name="Plain",
                fields=("Front", "Back"),
                templates=(Template(name="Card 1", front="{{Front}}", back="{{Back}}"),),
                is_cloze=False,
                mod=7,
            )
        }
        assert package.decks == {
            DECK: Deck(id=DECK, name="A::B", description="about", is_filtered=False),
            FILTERED: Deck(id=FILTERED, name="Soon", description="", is_filtered=True),
        }
        assert list(package.notes()) == [
            NoteRow(NOTE, "one", TYPE, 5, ("tag", "süß::tag"), ("front", "back")),
            NoteRow(OTHER, "two", TYPE, 6, (), ("<b>漢</b>", "")),
        ]
        assert list(package.cards()) == [
            CardRow(NOTE, NOTE, 0, DECK, 0, 0, 1, 0, 0, 0, 0, 0, 5, ""),
            CardRow(OTHER, OTHER, 0, DECK, 2, 2, 99, 30, 2500, 3, 1, 4, 6, "{}"),
        ]
        assert list(package.reviews()) == [ReviewRow(1_600_000_100_000, OTHER, 3, 30, 10, 2500, 4000, 1)]
        assert package.modified_ms == 1_600_000_000_000
        assert package.counts == (2, 2, 1, 0)
        assert not package.astray


def test_the_generation_is_told(tmp_path: Path) -> None:
    found = []
    for made in ("first", "second", "second, without saying so", "latest"):
        with read(PACKAGES[made], tmp_path) as package:
            found.append(package.generation)
    assert found == [Generation.LEGACY_1, Generation.LEGACY_2, Generation.LEGACY_2, Generation.LATEST]


@pytest.mark.parametrize("made", PACKAGES)
def test_the_copy_is_gone_afterwards(tmp_path: Path, made: str, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with read(PACKAGES[made], tmp_path) as package:
        next(package.notes())
        # Where the system allows it, it is gone even before, as a process may be killed.
        assert [each for each in temporary.rglob("*") if each.is_file()] == [] or os.name != "posix"
    assert not list(temporary.iterdir())


def test_a_fault_of_the_caller_is_not_laid_on_the_package(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="mine"), read(PACKAGES["first"], tmp_path):
        raise ValueError("mine")


def test_the_package_itself_stays_as_it_is(tmp_path: Path) -> None:
    with read(PACKAGES["latest"], tmp_path) as package:
        assert len(list(package.notes())) == 2
        assert package.database() == NEW
    assert (tmp_path / "deck.apkg").read_bytes() == PACKAGES["latest"]
    assert [each.name for each in tmp_path.iterdir()] == ["deck.apkg"]
