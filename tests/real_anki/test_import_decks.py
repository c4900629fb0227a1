"""Decks that real Anki wrote become banks: its own note types, and ours after a stay there."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection, ExportAnkiPackageOptions

from zhu_quiz.anki.history.pulling import pull
from zhu_quiz.anki.importing.bank import Wishes, imported
from zhu_quiz.anki.importing.imported import Imported
from zhu_quiz.anki.reading import opened
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.bank.writer import write_bank
from zhu_quiz.model.moment import Moment
from zhu_quiz.model.problem import Severity
from zhu_quiz.progress import Journal
from zhu_quiz.questions import Question
from zhu_quiz.teach.checking import check_text

Imports = Callable[[bytes], dict[str, int]]
GENERATIONS = ["legacy", "latest", "colpkg", "old colpkg"]


@pytest.fixture
def exported(collection: Collection, tmp_path: Path) -> Callable[[str], Imported]:
    """What is made of the collection, after a check that finds no error."""

    def export(generation: str) -> Imported:
        path = tmp_path / f"out.{generation.split()[-1]}"
        if "colpkg" in generation:
            collection.export_collection_package(str(path), include_media=True, legacy="old" in generation)
            collection.reopen()
        else:
            options = ExportAnkiPackageOptions(
                with_scheduling=True, with_deck_configs=True, with_media=True, legacy=generation == "legacy"
            )
            collection.export_anki_package(out_path=str(path), options=options, limit=None)
        with opened(path) as package:
            found = imported(package, Wishes("out"))
            checked = check_text(write_bank(found.bank)).bank
        assert [each.message for each in checked.problems if each.severity is Severity.ERROR] == []
        assert checked.questions == found.bank.questions
        return found

    return export


@pytest.fixture
def add(collection: Collection) -> Callable[..., None]:
    def add(note_type: str, *fields: str, deck: str = "Words", tags: tuple[str, ...] = ()) -> None:
        model = collection.models.by_name(note_type)
        assert model
        note = collection.new_note(model)
        note.fields = [*fields, *[""] * (len(note.fields) - len(fields))]
        note.tags = list(tags)
        home = collection.decks.id(deck)
        assert home
        collection.add_note(note, home)

    return add


def comparable(question: Question, bank: Bank) -> Question:
    return replace(question, author_note="", allow=(), bank_lang=bank.lang)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_kind_survives_a_stay_in_anki(
    generation: str, nine_kinds: Bank, imports: Imports, exported: Callable[[str], Imported]
) -> None:
    imports(export_package(nine_kinds, None, 0).package)
    found = exported(generation).bank
    assert dict(found.questions) == {each.id: comparable(each, found) for each in nine_kinds.ready}
    assert (found.id, found.title, found.about) == (nine_kinds.id, nine_kinds.title, nine_kinds.about)


@pytest.mark.parametrize("generation", ["legacy", "latest"])
def test_the_shipped_bank_survives_a_stay_in_anki(
    generation: str, imports: Imports, exported: Callable[[str], Imported]
) -> None:
    bank = read_text((Path(__file__).parents[2] / "questions.yaml").read_bytes())
    imports(export_package(bank, None, 0).package)
    found = exported(generation).bank
    assert dict(found.questions) == {each.id: comparable(each, found) for each in bank.ready}
    assert [section.title for section in found.sections] == [section.title for section in bank.sections]
    assert list(found.questions) == [each.id for each in bank.ready]


def test_what_a_learner_edited_in_anki_comes_back(
    collection: Collection, nine_kinds: Bank, imports: Imports, exported: Callable[[str], Imported]
) -> None:
    imports(export_package(nine_kinds, None, 0).package)
    for nid in collection.find_notes(""):
        note = collection.get_note(nid)
        note["Explanation"] = "<div>Mine, <b>really</b></div>"
        note.tags.append("own::tag")
        collection.update_note(note)
    found = exported("latest").bank
    assert {each.explain for each in found.questions.values()} == {"Mine, **really**"}
    assert all("own-tag" in each.tags for each in found.questions.values())
    for before in nine_kinds.ready:
        after = found.questions[before.id]
        assert replace(after, explain="", tags=()) == replace(comparable(before, found), explain="", tags=())


@pytest.mark.parametrize("generation", GENERATIONS)
def test_ankis_own_note_types_become_questions(
    generation: str, collection: Collection, add: Callable[..., None], exported: Callable[[str], Imported]
) -> None:
    collection.media.write_data("map.png", b"\x89PNG\r\n\x1a\n")
    add("Basic", "house <img src=map.png>", "das <b>Haus</b>[sound:a.mp3]", tags=("de::noun", "leech"))
    add("Basic (and reversed card)", "dog", "Hund", deck="Words::Animals")
    add("Basic (optional reversed card)", "cat", "Katze", "y", deck="Words::Animals")
    add("Basic (optional reversed card)", "cow", "Kuh", deck="Words::Animals")
    add("Basic (type in the answer)", "milk", "Milch")
    add("Cloze", "{{c1::Bern::city}} is {{c2::Swiss}}", "So it is.")
    add(
        "Image Occlusion",
        "{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}",
        "<img src=map.png>",
        "Map",
    )
    found = exported(generation)
    shown = {
        id: (each.kind, each.note() if each.kind == "card" else "", found.bank.section_title(each))
        for id, each in found.bank.questions.items()
    }
    assert {id: (kind, where) for id, (kind, _, where) in shown.items()} == {
        "house": ("card", ""), "dog": ("card", "Animals"), "cat": ("card", "Animals"), "cow": ("card", "Animals"),
        "milk": ("short", ""), "bern-is-swiss": ("cloze", ""), "bern-is-swiss-c2": ("cloze", ""),
    }  # fmt: skip
    assert [len(each.sides) for each in found.bank.questions.values()] == [1, 2, 2, 1, 1, 1, 1]
    assert found.bank.title == "Words"
    assert len(found.used_pictures) == 1
    assert set(found.losses.told()) == {
        "sounds: 1 (house)", "tags that a bank cannot have: 1 (leech)",
        "pictures with hidden parts (image occlusion): 1 (Map)",
    }  # fmt: skip


def test_each_card_of_anki_has_its_card_here(
    collection: Collection, add: Callable[..., None], exported: Callable[[str], Imported]
) -> None:
    add("Basic (and reversed card)", "dog", "Hund")
    add("Cloze", "{{c1::Bern}} is {{c2::Swiss}} {{c3::today}}")
    add("Basic (type in the answer)", "milk", "Milch")
    found = exported("latest")
    told = {(guid, int(ord)) for guid, cards in found.cards.items() for ord in cards}
    assert collection.db
    assert told == {
        tuple(row) for row in collection.db.all("select guid, ord from cards join notes on notes.id = nid")
    }
    assert sorted(each for cards in found.cards.values() for each in cards.values()) == sorted(
        (card.question, card.side) for card in found.bank.cards
    )


def test_what_was_learned_in_anki_comes_to_the_cards_that_were_made(
    collection: Collection, add: Callable[..., None], exported: Callable[[str], Imported], tmp_path: Path
) -> None:
    add("Basic (and reversed card)", "dog", "Hund")
    add("Cloze", "{{c1::Bern}} is {{c2::Swiss}}")
    home = collection.decks.id("Words")
    assert home
    collection.decks.select(home)
    for _ in range(4):
        card = collection.sched.getCard()
        assert card
        card.start_timer()
        collection.sched.answerCard(card, 3)
    found = exported("latest")
    with Journal.open(tmp_path / "progress.db") as journal:
        journal.set_setting(f"imported from Anki: {found.bank.id}", found.cards)
        now = Moment(time.time_ns() // 1_000_000, 0)
        pulled = pull(tmp_path / "out.latest", found.bank, journal, lambda at_ms: Moment(at_ms, 0), now.at_ms)
    assert {review.card for review in pulled.reviews} == set(found.bank.cards)
    assert len(pulled.reviews) == 4
