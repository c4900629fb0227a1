"""Tables that Anki itself imports."""

from collections.abc import Callable
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportCsvRequest
from anki.notes import Note

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.anki.writing.tsv import in_our_types, in_stock_types
from zhu_quiz.bank import Bank
from zhu_quiz.questions import Question

BankOf = Callable[..., Bank]
Imports = Callable[[bytes], dict[str, int]]
CARD = "id: {0}\ntype: card\nfront: {1}\nback: B {0}"


@pytest.fixture
def imports_table(collection: Collection, tmp_path: Path) -> Callable[[str], dict[str, int]]:
    """Imports a table as Anki's own dialog proposes; tells how many notes met which fate."""

    def imported(table: str) -> dict[str, int]:
        path = tmp_path / "table.tsv"
        path.write_bytes(table.encode())
        proposed = collection.get_csv_metadata(path=str(path), delimiter=None)
        log = collection.import_csv(ImportCsvRequest(path=str(path), metadata=proposed)).log
        trouble = [*log.missing_deck, *log.empty_first_field, *log.conflicting, *log.first_field_match]
        fates = {
            "new": log.new, "updated": log.updated, "duplicate": log.duplicate, "skipped": log.missing_notetype,
            "trouble": trouble,
        }  # fmt: skip
        return {fate: len(notes) for fate, notes in fates.items() if notes}

    return imported


def test_every_kind_arrives_in_a_fresh_collection_as_notes_of_its_own_types(
    nine_kinds: Bank, collection: Collection, imports_table: Callable[[str], dict[str, int]]
) -> None:
    rows = len(Question.kinds) + sum(len(each.sides) - 1 for each in nine_kinds.ready)
    assert imports_table(in_stock_types(nine_kinds)) == {"new": rows}
    types = {collection.get_note(nid).note_type()["name"] for nid in collection.find_notes("")}  # type: ignore[index]  # there is one
    assert types == {"Basic", "Cloze"}
    assert collection.card_count() == rows
    assert not list(collection.get_empty_cards().notes)
    assert len(collection.find_notes("tag:zhu::moving")) == rows


def test_the_same_table_again_changes_nothing(
    nine_kinds: Bank, collection: Collection, imports_table: Callable[[str], dict[str, int]]
) -> None:
    imports_table(in_stock_types(nine_kinds))
    before = collection.note_count()
    assert set(imports_table(in_stock_types(nine_kinds))) == {"duplicate"}
    assert collection.note_count() == before


def test_an_edited_question_is_updated_by_its_table(
    bank_of: BankOf, collection: Collection, imports_table: Callable[[str], dict[str, int]]
) -> None:
    imports_table(in_stock_types(bank_of(CARD.format("a", "F"), CARD.format("b", "F"))))
    edited = in_stock_types(bank_of(CARD.format("a", "edited"), CARD.format("b", "F")))
    assert imports_table(edited) == {"updated": 1, "duplicate": 1}
    assert len(collection.find_notes("Front:edited")) == 1


def test_questions_of_no_section_and_of_some_share_one_deck_of_the_bank(
    bank_of: BankOf, collection: Collection, imports_table: Callable[[str], dict[str, int]]
) -> None:
    """Anki makes a deck a second time when one below it comes first."""
    inside = CARD.format("a", "F") + "\nsource: {section: start}"
    imports_table(in_stock_types(bank_of(inside, CARD.format("b", "F"), inside.replace(" a\n", " c\n"))))
    names = {deck.name for deck in collection.decks.all_names_and_ids()} - {"Default"}
    assert names == {"Moving far away", "Moving far away::How it began"}


@pytest.mark.parametrize(
    "text",
    [
        "# first",
        '"quoted',
        "a\tb",
        "```\na\tb\n\nc\n```",
        "=1+1",
        "'",
        "a;b,c|d",
        "{{c1::x}}",
        "<b>&amp;",
        "\\",
        "日本",
    ],
)
@pytest.mark.parametrize(
    "table", [in_stock_types, lambda bank: in_our_types(bank, {})], ids=["stock", "ours"]
)
def test_any_text_arrives_as_it_stands_in_a_package(
    text: str, table: Callable[[Bank], str], bank_of: BankOf, collection: Collection, imports: Imports,
    imports_table: Callable[[str], dict[str, int]],
) -> None:  # fmt: skip
    from json import dumps

    bank = bank_of(CARD.format("a", dumps(text)), CARD.format("b", "F"))
    imports(export_package(bank_of(CARD.format("z", dumps(text))), None, 0).package)
    (packed,) = collection.find_notes("ID:*/z")
    assert imports_table(table(bank)) == {"new": 2}
    fronts = [collection.get_note(nid).fields[0] for nid in collection.find_notes("-ID:*/z")]
    assert collection.get_note(packed).fields[0] in fronts


def test_a_table_of_our_types_needs_the_package_first(
    nine_kinds: Bank, collection: Collection, imports: Imports, imports_table: Callable[[str], dict[str, int]]
) -> None:
    table = in_our_types(nine_kinds, {})
    assert imports_table(table) == {"skipped": len(Question.kinds)}
    imports(export_package(nine_kinds, None, 0).package)
    assert imports_table(table) == {"duplicate": len(Question.kinds)}


def test_a_table_of_our_types_updates_in_place_and_leaves_tags_decks_and_progress(
    bank_of: BankOf, collection: Collection, imports: Imports, note_of: Callable[[str], Note],
    imports_table: Callable[[str], dict[str, int]], progress_of: Callable[[], object],
    answer_ten: Callable[[], None],
) -> None:  # fmt: skip
    entries = {name: CARD.format(name, "F") for name in "abcdefghijkl"}
    imports(export_package(bank_of(*entries.values()), None, 0).package)
    answer_ten()
    note = note_of("c")
    note.tags += ["marked", "mine"]
    collection.update_note(note)
    collection.set_deck([note.cards()[0].id], collection.decks.id("Mine"))  # type: ignore[arg-type]  # it is made
    before = progress_of()
    table = in_our_types(bank_of(*(entries | {"c": CARD.format("c", "edited")}).values()), {})
    assert imports_table(table) == {"updated": 1, "duplicate": 11}
    assert note_of("c")["Front"] == "edited"
    assert set(note_of("c").tags) == {"marked", "mine", "zhu::moving"}
    assert progress_of() == before


def test_a_package_after_the_table_finds_its_notes(
    bank_of: BankOf, collection: Collection, imports: Imports, imports_table: Callable[[str], dict[str, int]]
) -> None:
    bank = bank_of(CARD.format("a", "F"))
    imports(export_package(bank, None, 0).package)
    both = bank_of(CARD.format("a", "F"), CARD.format("b", "F"))
    assert imports_table(in_our_types(both, {})) == {"new": 1, "duplicate": 1}
    assert imports(export_package(both, None, 0).package) == {"duplicate": 2}
    assert collection.find_notes("tag:zhu::moving ID:*/b")
