"""A later package meets a collection in which a learner has studied."""

from collections.abc import Callable, Mapping

import pytest
from anki.collection import Collection
from anki.notes import Note

from zhu_quiz.anki.writing.export import Export, export_package
from zhu_quiz.bank import Bank

Imports = Callable[[bytes], dict[str, int]]
Edited = Callable[..., Bank]
LATER_MS = 1_800_000_000_000


def card(name: str, front: str = "", more: str = "") -> str:
    return f"id: {name}\ntype: card\nfront: {front or 'F ' + name}\nback: B\n{more}"


def test_the_same_package_again_changes_nothing(
    first: Export, imports: Imports, progress_of: Callable[[], object], mods: Callable[[], Mapping[str, int]]
) -> None:
    before = progress_of(), mods()
    assert imports(first.package) == {"duplicate": 12}
    assert (progress_of(), mods()) == before


def test_an_edited_question_is_updated_and_nothing_else(
    first: Export, edited: Edited, imports: Imports, note_of: Callable[[str], Note],
    progress_of: Callable[[], object], mods: Callable[[], Mapping[str, int]],
) -> None:  # fmt: skip
    before, mods_before = progress_of(), mods()
    bank = edited(c=card("c", "edited"))
    second = export_package(bank, first.package, LATER_MS)
    assert (second.new, second.updated, len(second.unchanged), second.retired) == ((), ("c",), 11, ())
    assert imports(second.package) == {"updated": 1, "duplicate": 11}
    assert note_of("c")["Front"] == "edited"
    assert progress_of() == before
    assert {name for name, mod in mods().items() if mod != mods_before[name]} == {"c"}


def test_a_learner_s_own_edit_of_another_question_stays(
    first: Export, edited: Edited, collection: Collection, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    note = note_of("d")
    note["Front"] = "my own words"
    note.add_tag("marked")
    collection.update_note(note)
    bank = edited(c=card("c", "edited"))
    imports(export_package(bank, first.package, LATER_MS).package)
    assert note_of("d")["Front"] == "my own words"
    assert note_of("d").has_tag("marked")


def test_an_edit_reaches_learners_although_the_clock_of_the_teacher_is_slow(
    first: Export, edited: Edited, imports: Imports
) -> None:
    bank = edited(c=card("c", "edited"))
    assert imports(export_package(bank, first.package, 0).package) == {"updated": 1, "duplicate": 11}


def test_an_added_question_is_added_and_nothing_else(
    first: Export,
    edited: Edited,
    collection: Collection,
    imports: Imports,
    mods: Callable[[], Mapping[str, int]],
) -> None:
    before = mods()
    second = export_package(edited(z=card("z")), first.package, LATER_MS)
    assert (second.new, len(second.unchanged)) == (("z",), 12)
    assert imports(second.package) == {"new": 1, "duplicate": 12}
    assert mods().items() > before.items()
    assert collection.card_count() == 13


@pytest.mark.parametrize("how", ["status: retired", "status: draft", "deleted"])
def test_a_question_that_is_no_longer_asked_is_tagged_once_and_keeps_its_progress(
    how: str, first: Export, edited: Edited, imports: Imports, note_of: Callable[[str], Note],
    progress_of: Callable[[], object],
) -> None:  # fmt: skip
    before = progress_of()
    bank = edited(c="" if how == "deleted" else card("c", more=how))
    second = export_package(bank, first.package, LATER_MS)
    assert (second.updated, len(second.unchanged), second.retired) == ((), 11, ("c",))
    assert imports(second.package) == {"updated": 1, "duplicate": 11}
    assert note_of("c").tags == ["zhu::moving", "zhu::retired"]
    assert progress_of() == before
    third = export_package(bank, second.package, LATER_MS + 9_000_000)
    assert third.package == second.package
    assert (len(third.unchanged), third.retired) == (12, ())


def test_a_question_comes_back_from_retirement(
    first: Export, edited: Edited, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    second = export_package(edited(c=""), first.package, LATER_MS)
    third = export_package(edited(), second.package, LATER_MS)
    imports(second.package)
    assert imports(third.package) == {"updated": 1, "duplicate": 11}
    assert note_of("c").tags == ["zhu::moving"]


def test_a_renamed_question_keeps_its_progress(
    first: Export,
    edited: Edited,
    collection: Collection,
    imports: Imports,
    progress_of: Callable[[], object],
) -> None:
    before = progress_of()
    bank = edited(c=card("new-name", "F c", "was: [c]"))
    assert imports(export_package(bank, first.package, LATER_MS).package) == {"updated": 1, "duplicate": 11}
    assert collection.note_count() == 12
    assert progress_of() == before


def test_a_raised_revision_is_a_new_card_and_retires_the_old_one(
    first: Export,
    edited: Edited,
    collection: Collection,
    imports: Imports,
    progress_of: Callable[[], object],
) -> None:
    of_another_kind = "id: c\ntype: true-false\nask: It is so.\nanswer: true\nrevision: 2"
    second = export_package(edited(c=of_another_kind), first.package, LATER_MS)
    assert (second.new, len(second.unchanged), second.retired) == (("c",), 11, ("c",))
    assert imports(second.package) == {"new": 1, "updated": 1, "duplicate": 11}
    assert len(collection.find_notes("ID:moving/c -tag:zhu::retired")) == 1
    assert collection.fix_integrity()[1]


def test_what_anki_is_told_does_not_depend_on_where_the_package_went(
    first: Export, edited: Edited, imports: Imports
) -> None:
    """A caller that writes to a new file each time hands back the ledger instead of the previous package."""
    bank = edited(c=card("c", "edited"))
    second = export_package(bank, None, LATER_MS, first.ledger)
    assert second.package == export_package(bank, first.package, LATER_MS).package
    assert imports(second.package) == {"updated": 1, "duplicate": 11}


def test_cards_that_the_learner_moved_stay_where_they_are(
    first: Export, edited: Edited, collection: Collection, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    own = collection.decks.id("My own deck")
    assert own
    (moved,) = note_of("c").cards()
    collection.set_deck([moved.id], own)
    bank = edited(c=card("c", "edited"))
    imports(export_package(bank, first.package, LATER_MS).package)
    assert collection.decks.name(note_of("c").cards()[0].did) == "My own deck"
