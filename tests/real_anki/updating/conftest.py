"""A collection in which a learner has studied, and later packages to import into it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from zhu_quiz.anki.writing.export import Export, export_package
from zhu_quiz.bank import Bank

ENTRIES = {name: f"id: {name}\ntype: card\nfront: F {name}\nback: B" for name in "abcdefghijkl"}


@pytest.fixture
def edited(bank_of: Callable[..., Bank]) -> Callable[..., Bank]:
    """The bank with some entries written otherwise or added, or left out where nothing is written."""
    return lambda **entries: bank_of(*filter(None, (ENTRIES | entries).values()))


@pytest.fixture
def first(
    edited: Callable[..., Bank], imports: Callable[[bytes], dict[str, int]], answer_ten: Callable[[], None]
) -> Export:
    """A package that was imported, and of which ten cards were answered."""
    exported = export_package(edited(), None, 0)
    imports(exported.package)
    answer_ten()
    return exported


@pytest.fixture
def mods(collection: Collection) -> Callable[[], Mapping[str, int]]:
    """When Anki believes that each note last changed, by question."""

    def read() -> Mapping[str, int]:
        notes = [collection.get_note(nid) for nid in collection.find_notes("")]
        return {note["ID"].split("/")[1]: note.mod for note in notes}

    return read


@pytest.fixture
def imports_with(collection: Collection, tmp_path: Path) -> Callable[..., dict[str, int]]:
    """Imports a package with other options than a first import has."""

    def imported(package: bytes, **options: int) -> dict[str, int]:
        path = tmp_path / "deck.apkg"
        path.write_bytes(package)
        chosen = ImportAnkiPackageOptions(**options)  # type: ignore[arg-type]  # generated classes
        log = collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(path), options=chosen)
        ).log
        fates = {"new": log.new, "updated": log.updated, "duplicate": log.duplicate}
        fates["trouble"] = [*log.missing_notetype, *log.missing_deck, *log.conflicting]
        return {fate: len(notes) for fate, notes in fates.items() if notes}

    return imported
