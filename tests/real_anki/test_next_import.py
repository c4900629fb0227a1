"""A later package meets a collection in which a learner has studied."""

from collections.abc import Callable, Mapping

import pytest
from anki.collection import Collection
from anki.notes import Note

from zhu_quiz.anki.export import Export, export_package
from zhu_quiz.bank import Bank

Imports = Callable[[bytes], dict[str, int]]
BankOf = Callable[..., Bank]
LATER_MS = 1_800_000_000_000


def entry(name: str, front: str = "", more: str = "") -> str:
    return f"id: {name}\ntype: card\nfront: {front or 'F ' + name}\nback: B\n{more}"


ENTRIES = {name: entry(name) for name in "abcdefghijkl"}


@pytest.fixture
def first(bank_of: BankOf, imports: Imports, answer_ten: Callable[[], None]) -> Export:
    """A package that was imported, and of which ten cards were answered."""
    exported = export_package(bank_of(*ENTRIES.values()), None, 0)
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


def test_the_same_package_again_changes_nothing(
    first: Export, imports: Imports, progress_of: Callable[[], object], mods: Callable[[], Mapping[str, int]]
) -> None:
    before = progress_of(), mods()
    assert imports(first.package) == {"duplicate": 12}
    assert (progress_of(), mods()) == before


def test_an_edited_question_is_updated_and_nothing_else(
    first: Export, bank_of: BankOf, imports: Imports, note_of: Callable[[str], Note],
    progress_of: Callable[[], object], mods: Callable[[], Mapping[str, int]],
) -> None:  # fmt: skip
    before, mods_before = progress_of(), mods()
    bank = bank_of(*(ENTRIES | {"c": entry("c", "edited")}).values())
    second = export_package(bank, first.package, LATER_MS)
    assert (second.new, second.updated, second.unchanged, second.retired) == (0, 1, 11, 0)
    assert imports(second.package) == {"updated": 1, "duplicate": 11}
    assert note_of("c")["Front"] == "edited"
    assert progress_of() == before
    assert {name for name, mod in mods().items() if mod != mods_before[name]} == {"c"}


def test_a_learner_s_own_edit_of_another_question_stays(
    first: Export, bank_of: BankOf, collection: Collection, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    note = note_of("d")
    note["Front"] = "my own words"
    note.add_tag("marked")
    collection.update_note(note)
    bank = bank_of(*(ENTRIES | {"c": entry("c", "edited")}).values())
    imports(export_package(bank, first.package, LATER_MS).package)
    assert note_of("d")["Front"] == "my own words"
    assert note_of("d").has_tag("marked")


def test_an_edit_reaches_learners_although_the_clock_of_the_teacher_is_slow(
    first: Export, bank_of: BankOf, imports: Imports
) -> None:
    bank = bank_of(*(ENTRIES | {"c": entry("c", "edited")}).values())
    assert imports(export_package(bank, first.package, 0).package) == {"updated": 1, "duplicate": 11}


def test_an_added_question_is_added_and_nothing_else(
    first: Export,
    bank_of: BankOf,
    collection: Collection,
    imports: Imports,
    mods: Callable[[], Mapping[str, int]],
) -> None:
    before = mods()
    second = export_package(bank_of(entry("z"), *ENTRIES.values()), first.package, LATER_MS)
    assert (second.new, second.unchanged) == (1, 12)
    assert imports(second.package) == {"new": 1, "duplicate": 12}
    assert mods().items() > before.items()
    assert collection.card_count() == 13


@pytest.mark.parametrize("how", ["status: retired", "status: draft", "deleted"])
def test_a_question_that_is_no_longer_asked_is_tagged_once_and_keeps_its_progress(
    how: str, first: Export, bank_of: BankOf, imports: Imports, note_of: Callable[[str], Note],
    progress_of: Callable[[], object],
) -> None:  # fmt: skip
    before = progress_of()
    left = {name: text for name, text in ENTRIES.items() if name != "c"}
    bank = bank_of(*left.values()) if how == "deleted" else bank_of(*left.values(), entry("c", more=how))
    second = export_package(bank, first.package, LATER_MS)
    assert (second.updated, second.unchanged, second.retired) == (0, 11, 1)
    assert imports(second.package) == {"updated": 1, "duplicate": 11}
    assert note_of("c").tags == ["zhu::moving", "zhu::retired"]
    assert progress_of() == before
    third = export_package(bank, second.package, LATER_MS + 9_000_000)
    assert third.package == second.package
    assert (third.unchanged, third.retired) == (12, 0)


def test_a_question_comes_back_from_retirement(
    first: Export, bank_of: BankOf, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    without = bank_of(*(text for name, text in ENTRIES.items() if name != "c"))
    second = export_package(without, first.package, LATER_MS)
    third = export_package(bank_of(*ENTRIES.values()), second.package, LATER_MS)
    imports(second.package)
    assert imports(third.package) == {"updated": 1, "duplicate": 11}
    assert note_of("c").tags == ["zhu::moving"]


def test_a_renamed_question_keeps_its_progress(
    first: Export,
    bank_of: BankOf,
    collection: Collection,
    imports: Imports,
    progress_of: Callable[[], object],
) -> None:
    before = progress_of()
    bank = bank_of(*(ENTRIES | {"c": entry("new-name", "F c", "was: [c]")}).values())
    assert imports(export_package(bank, first.package, LATER_MS).package) == {"updated": 1, "duplicate": 11}
    assert collection.note_count() == 12
    assert progress_of() == before


def test_a_raised_revision_is_a_new_card_and_retires_the_old_one(
    first: Export,
    bank_of: BankOf,
    collection: Collection,
    imports: Imports,
    progress_of: Callable[[], object],
) -> None:
    of_another_kind = "id: c\ntype: true-false\nask: It is so.\nanswer: true\nrevision: 2"
    second = export_package(bank_of(*(ENTRIES | {"c": of_another_kind}).values()), first.package, LATER_MS)
    assert (second.new, second.unchanged, second.retired) == (1, 11, 1)
    assert imports(second.package) == {"new": 1, "updated": 1, "duplicate": 11}
    assert len(collection.find_notes("ID:moving/c -tag:zhu::retired")) == 1
    assert collection.fix_integrity()[1]


def test_what_anki_is_told_does_not_depend_on_where_the_package_went(
    first: Export, bank_of: BankOf, imports: Imports
) -> None:
    """A caller that writes to a new file each time hands back the ledger instead of the previous package."""
    bank = bank_of(*(ENTRIES | {"c": entry("c", "edited")}).values())
    second = export_package(bank, None, LATER_MS, first.ledger)
    assert second.package == export_package(bank, first.package, LATER_MS).package
    assert imports(second.package) == {"updated": 1, "duplicate": 11}


def test_cards_that_the_learner_moved_stay_where_they_are(
    first: Export, bank_of: BankOf, collection: Collection, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    own = collection.decks.id("My own deck")
    assert own
    (card,) = note_of("c").cards()
    collection.set_deck([card.id], own)
    bank = bank_of(*(ENTRIES | {"c": entry("c", "edited")}).values())
    imports(export_package(bank, first.package, LATER_MS).package)
    assert collection.decks.name(note_of("c").cards()[0].did) == "My own deck"
