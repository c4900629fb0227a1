"""What learners did to notes, cards and decks themselves meets a later package."""

import time
from collections.abc import Callable

import pytest
from anki.collection import Collection
from anki.notes import Note

from zhu_quiz.anki.writing.export import Export, export_package
from zhu_quiz.bank import Bank

Imports = Callable[[bytes], dict[str, int]]
Edited = Callable[..., Bank]
NoteOf = Callable[[str], Note]

LATER_MS = 1_800_000_000_000
EDITED = "id: c\ntype: card\nfront: edited\nback: B"


def now_ms() -> int:
    return time.time_ns() // 1_000_000


@pytest.fixture
def own_words(collection: Collection, note_of: NoteOf) -> Callable[[str], None]:
    """The learner writes another front, and tags the note."""

    def written(question: str) -> None:
        note = note_of(question)
        note["Front"] = "my own words"
        note.tags += ["marked", "mine"]
        collection.update_note(note)

    return written


def test_an_edit_later_than_ours_stays(
    first: Export, edited: Edited, imports: Imports, note_of: NoteOf, own_words: Callable[[str], None]
) -> None:
    second = export_package(edited(c=EDITED), first.package, now_ms() - 60_000)
    own_words("c")
    assert imports(second.package) == {"duplicate": 12}
    assert note_of("c")["Front"] == "my own words"
    assert {"marked", "mine"} <= set(note_of("c").tags)


def test_an_edit_later_than_ours_stays_however_often_we_publish_other_changes(
    first: Export, edited: Edited, imports: Imports, note_of: NoteOf, own_words: Callable[[str], None]
) -> None:
    second = export_package(edited(c=EDITED), first.package, now_ms() - 60_000)
    own_words("c")
    third = export_package(edited(c=EDITED, d=""), second.package, LATER_MS)
    assert imports(third.package) == {"updated": 1, "duplicate": 11}
    assert note_of("c")["Front"] == "my own words"


def test_a_change_later_than_theirs_replaces_fields_and_tags(
    first: Export, edited: Edited, imports: Imports, note_of: NoteOf, own_words: Callable[[str], None]
) -> None:
    """So does Anki; that is why only what really changed is dated anew."""
    own_words("c")
    imports(export_package(edited(c=EDITED), first.package, LATER_MS).package)
    assert note_of("c")["Front"] == "edited"
    assert note_of("c").tags == ["zhu::moving"]


def test_tags_on_what_did_not_change_stay(
    first: Export, edited: Edited, imports: Imports, note_of: NoteOf, own_words: Callable[[str], None]
) -> None:
    own_words("d")
    imports(export_package(edited(c=EDITED), first.package, LATER_MS).package)
    assert set(note_of("d").tags) == {"marked", "mine", "zhu::moving"}


def test_a_note_that_the_learner_deleted_comes_back_as_new_and_nothing_else_changes(
    first: Export, edited: Edited, imports: Imports, collection: Collection, note_of: NoteOf,
) -> None:  # fmt: skip
    collection.remove_notes([note_of("c").id])
    assert imports(first.package) == {"new": 1, "duplicate": 11}
    (again,) = note_of("c").cards()
    assert (again.type, again.reps) == (0, 0)


def test_flags_and_suspended_cards_stay(
    first: Export, edited: Edited, imports: Imports, collection: Collection, note_of: NoteOf,
    progress_of: Callable[[], object],
) -> None:  # fmt: skip
    (card,) = note_of("c").cards()
    collection.sched.suspend_cards([card.id])
    collection.set_user_flag_for_cards(3, [card.id])
    before = progress_of()
    imports(export_package(edited(c=EDITED), first.package, LATER_MS).package)
    assert note_of("c")["Front"] == "edited"
    assert progress_of() == before


def test_cards_stay_where_they_are_when_the_bank_is_renamed(
    first: Export, edited: Edited, imports: Imports, collection: Collection, progress_of: Callable[[], object]
) -> None:
    from dataclasses import replace

    before = progress_of()
    renamed = replace(edited(c=EDITED), title="Another title")
    second = export_package(renamed, first.package, LATER_MS)
    assert len(second.moved) == 12
    assert imports(second.package) == {"updated": 1, "duplicate": 11}
    assert progress_of() == before
    assert not collection.find_cards('deck:"Another title"')


def test_a_question_put_in_another_section_stays_in_its_deck_and_is_named(
    first: Export, edited: Edited, imports: Imports, collection: Collection, note_of: NoteOf
) -> None:
    second = export_package(edited(c=EDITED + "\nsource: {section: start}"), first.package, LATER_MS)
    assert second.moved == ("c",)
    assert imports(second.package) == {"updated": 1, "duplicate": 11}
    assert collection.decks.name(note_of("c").cards()[0].did) == "Moving far away"


def test_the_deck_keeps_the_options_that_the_learner_chose(
    first: Export, edited: Edited, imports: Imports, collection: Collection
) -> None:
    deck = collection.decks.by_name("Moving far away")
    assert deck
    preset = collection.decks.add_config("Mine")
    deck["conf"], deck["reviewLimit"] = preset["id"], 7
    collection.decks.save(deck)
    imports(export_package(edited(c=EDITED), first.package, LATER_MS).package)
    after = collection.decks.by_name("Moving far away")
    assert after
    assert (after["conf"], after["reviewLimit"]) == (preset["id"], 7)


def test_a_deck_that_the_learner_renamed_keeps_its_cards_and_new_ones_get_another(
    first: Export, edited: Edited, imports: Imports, collection: Collection, note_of: NoteOf
) -> None:
    deck = collection.decks.by_name("Moving far away")
    assert deck
    collection.decks.rename(deck, "Mine")
    assert imports(export_package(edited(z="id: z\ntype: card\nfront: F\nback: B"), first.package, 0).package) == {
        "new": 1, "duplicate": 12,
    }  # fmt: skip
    assert collection.decks.name(note_of("c").cards()[0].did) == "Mine"
    assert collection.decks.name(note_of("z").cards()[0].did) == "Moving far away"


def test_templates_that_the_learner_changed_stay_until_ours_change(
    first: Export, edited: Edited, imports: Imports, collection: Collection
) -> None:
    name = "zhu-quiz Basic"
    ours = collection.models.by_name(name)
    assert ours
    ours["css"] += ".card { color: red }"
    collection.models.update_dict(ours)
    imports(export_package(edited(c=EDITED), first.package, LATER_MS).package)
    after = collection.models.by_name(name)
    assert after
    assert after["css"].endswith("color: red }")
