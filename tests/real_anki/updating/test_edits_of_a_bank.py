"""Edits that real banks go through, one package after the other, in a collection with progress."""

from collections.abc import Callable

import pytest
from anki.cards import Card
from anki.collection import Collection
from anki.notes import Note

from zhu_quiz.anki.writing.export import Export, export_package
from zhu_quiz.bank import Bank

Imports = Callable[[bytes], dict[str, int]]
Edited = Callable[..., Bank]

LATER_MS = 1_800_000_000_000
CARD = "id: c\ntype: card\nfront: {}\nback: B"
CHOICE = "id: m\ntype: choice\nask: Which?\noptions: [{right: this}, {wrong: that}]"
CLOZE = 'id: z\ntype: cloze\ntext: "{}"'


def test_a_card_that_is_asked_both_ways_from_now_on_gets_a_second_one(
    first: Export, edited: Edited, imports: Imports, cards_of: Callable[[str], list[Card]]
) -> None:
    before = cards_of("c")[0]
    turned = export_package(edited(c=CARD.format("F c") + "\nreverse: true"), first.package, LATER_MS)
    assert imports(turned.package) == {"updated": 1, "duplicate": 11}
    one, two = cards_of("c")
    assert (one.id, one.reps, two.reps) == (before.id, before.reps, 0)


def test_a_card_no_longer_asked_both_ways_leaves_an_empty_one_for_anki_to_sweep(
    first: Export, edited: Edited, imports: Imports, collection: Collection,
    cards_of: Callable[[str], list[Card]],
) -> None:  # fmt: skip
    turned = export_package(edited(c=CARD.format("F c") + "\nreverse: true"), first.package, LATER_MS)
    imports(turned.package)
    imports(export_package(edited(c=CARD.format("F c")), turned.package, LATER_MS).package)
    (empty,) = collection.get_empty_cards().notes
    collection.remove_cards_and_orphaned_notes(list(empty.card_ids))
    assert [card.ord for card in cards_of("c")] == [0]


def test_a_gap_more_or_less_is_the_same_card(
    edited: Edited, imports: Imports, collection: Collection, note_of: Callable[[str], Note]
) -> None:
    package, texts = None, ("A {{b}} and {{c}}.", "A {{b}} and {{c}} or {{d}}.", "A {{b}}.")
    fates = []
    for text in texts:
        package = export_package(edited(z=CLOZE.format(text)), package, LATER_MS).package
        fates.append(imports(package))
        assert len(note_of("z").cards()) == 1
    assert fates[1:] == [{"updated": 1, "duplicate": 12}] * 2
    assert not list(collection.get_empty_cards().notes)


def test_two_exports_in_one_second_are_both_taken_up(
    first: Export, edited: Edited, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    package = first.package
    for front in ("one", "two", "three"):
        package = export_package(edited(c=CARD.format(front)), package, LATER_MS).package
        assert imports(package) == {"updated": 1, "duplicate": 11}
        assert note_of("c")["Front"] == front


def test_an_export_over_a_package_that_breaks_off_is_taken_up_all_the_same(
    first: Export, edited: Edited, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    over = export_package(edited(c=CARD.format("Edited")), first.package[:-99], LATER_MS)
    assert over.is_previous_lost
    imports(over.package)
    assert note_of("c")["Front"] == "Edited"


def test_a_collection_that_skipped_packages_gets_all_that_changed(
    first: Export, edited: Edited, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    second = export_package(edited(c=CARD.format("one")), first.package, LATER_MS)
    third = export_package(
        edited(c=CARD.format("one"), d="id: d\ntype: card\nfront: two\nback: B"), second.package, LATER_MS
    )
    assert imports(third.package) == {"updated": 2, "duplicate": 10}
    assert imports(second.package) == {"duplicate": 12}
    assert (note_of("c")["Front"], note_of("d")["Front"]) == ("one", "two")


def test_an_edit_that_is_taken_back_reaches_those_who_have_it(
    first: Export, edited: Edited, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    second = export_package(edited(c=CARD.format("mistaken")), first.package, LATER_MS)
    imports(second.package)
    assert imports(export_package(edited(), second.package, LATER_MS).package) == {
        "updated": 1,
        "duplicate": 11,
    }
    assert note_of("c")["Front"] == "F c"


@pytest.mark.parametrize("revision", ["", "\nrevision: 2"])
def test_a_question_of_another_kind_is_another_note_and_what_was_learned_stays(
    revision: str, first: Export, edited: Edited, imports: Imports, collection: Collection
) -> None:
    answered = collection.find_cards("is:review or is:learn")
    typed = "id: c\ntype: short\nask: F c\nanswer: B" + revision
    second = export_package(edited(c=typed), first.package, LATER_MS)
    assert imports(second.package) == {"new": 1, "updated": 1, "duplicate": 11}
    assert len(collection.find_notes("ID:moving/c tag:zhu::retired")) == 1
    assert collection.find_cards("is:review or is:learn") == answered
    third = export_package(edited(c=typed), second.package, LATER_MS)
    assert imports(third.package) == {"duplicate": 13}


def test_another_type_is_known_by_the_ledger_alone(first: Export, edited: Edited, imports: Imports) -> None:
    typed = "id: c\ntype: short\nask: F c\nanswer: B"
    elsewhere = export_package(edited(c=typed), None, LATER_MS, first.ledger)
    assert elsewhere.new == ("c",)
    assert imports(elsewhere.package) == {"new": 1, "duplicate": 11}
    again = export_package(edited(c=typed), None, LATER_MS, elsewhere.ledger)
    assert again.package == elsewhere.package


def test_options_that_are_listed_instead_of_picked_are_another_note(
    edited: Edited, imports: Imports, collection: Collection
) -> None:
    picked = export_package(edited(m=CHOICE), None, 0)
    imports(picked.package)
    listed = export_package(edited(m=CHOICE), picked.package, LATER_MS, is_plain=True)
    assert (listed.new, listed.retired, len(listed.unchanged)) == (("m",), ("m",), 12)
    assert imports(listed.package) == {"new": 1, "updated": 1, "duplicate": 12}
    assert len(collection.find_notes('ID:moving/m -tag:zhu::retired note:"zhu-quiz Basic"')) == 1
    again = export_package(edited(m=CHOICE), listed.package, LATER_MS)
    assert (again.new, again.updated, again.retired) == ((), ("m",), ("m",))
    assert imports(again.package) == {"updated": 2, "duplicate": 12}
    assert len(collection.find_notes('ID:moving/m -tag:zhu::retired note:"zhu-quiz Choice"')) == 1


def test_a_thousand_new_questions_do_not_touch_the_old_ones(
    first: Export, edited: Edited, imports: Imports, progress_of: Callable[[], object],
    mods: Callable[[], dict[str, int]],
) -> None:  # fmt: skip
    before = mods()
    more = {f"n{number}": f"id: n{number}\ntype: card\nfront: {number}\nback: B" for number in range(1000)}
    assert imports(export_package(edited(**more), first.package, LATER_MS).package) == {
        "new": 1000, "duplicate": 12,
    }  # fmt: skip
    assert mods().items() > before.items()
