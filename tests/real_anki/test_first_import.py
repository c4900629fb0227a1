"""A package meets a collection that has never seen the bank."""

from collections.abc import Callable
from dataclasses import replace
from textwrap import dedent

import pytest
from anki.cards import Card
from anki.collection import Collection
from anki.notes import Note

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank
from zhu_quiz.questions import Question

Imports = Callable[[bytes], dict[str, int]]


def test_every_kind_of_question_arrives(nine_kinds: Bank, collection: Collection, imports: Imports) -> None:
    exported = export_package(nine_kinds, None, 0)
    assert imports(exported.package) == {"new": len(exported.new)} == {"new": len(Question.kinds)}
    assert collection.card_count() == len(nine_kinds.cards)


def test_anki_finds_nothing_to_mend(nine_kinds: Bank, collection: Collection, imports: Imports) -> None:
    imports(export_package(nine_kinds, None, 0).package)
    assert collection.fix_integrity()[1]
    assert collection.card_count() == len(nine_kinds.cards)


def test_no_card_is_empty_on_either_side(nine_kinds: Bank, collection: Collection, imports: Imports) -> None:
    imports(export_package(nine_kinds, None, 0).package)
    for cid in collection.find_cards(""):
        shown = collection.get_card(cid).render_output()
        question, answer = (
            text.partition("<script>")[0] for text in (shown.question_text, shown.answer_text)
        )
        assert "zq-question" in question
        assert len(answer) > len(question) > 100
    assert not list(collection.get_empty_cards().notes)


def test_cards_come_in_the_order_of_the_bank(
    nine_kinds: Bank, collection: Collection, imports: Imports, cards_of: Callable[[str], list[Card]]
) -> None:
    imports(export_package(nine_kinds, None, 0).package)
    due = [card.due for question in nine_kinds.ready for card in cards_of(question.id)[:1]]
    assert due == sorted(due)


def test_sections_become_decks_below_that_of_the_bank(
    bank_of: Callable[..., Bank],
    collection: Collection,
    imports: Imports,
    cards_of: Callable[[str], list[Card]],
) -> None:
    entry = "id: {0}\ntype: card\nfront: F {0}\nback: B"
    sections = {"loose": "", "first": "\nsource: {section: start}", "last": "\nsource: {section: end}"}
    imports(
        export_package(
            bank_of(*(entry.format(name) + where for name, where in sections.items())), None, 0
        ).package
    )
    decks = {name: collection.decks.name(cards_of(name)[0].did) for name in sections}
    assert decks == {
        "loose": "Moving far away",
        "first": "Moving far away::How it began",
        "last": "Moving far away::What: came of it",
    }
    about = {deck["name"]: deck["desc"] for deck in collection.decks.all()}
    assert about["Moving far away"] == "Questions on <strong>one</strong> article."
    assert about["Moving far away::How it began"] == "His <em>first</em> years."


@pytest.mark.parametrize("title", ["a::b", "::", ": a :", 'say "a"', "a\tb", "x" * 500])
def test_whatever_its_title_a_bank_is_one_deck(
    title: str, bank_of: Callable[..., Bank], collection: Collection, imports: Imports
) -> None:
    bank = replace(bank_of("id: one\ntype: card\nfront: F\nback: B"), title=title)
    imports(export_package(bank, None, 0).package)
    names = [deck.name for deck in collection.decks.all_names_and_ids() if deck.name != "Default"]
    assert len([name for name in names if "::" not in name]) == 1
    assert collection.fix_integrity()[1]


def test_a_note_holds_what_the_question_says(
    bank_of: Callable[..., Bank], imports: Imports, note_of: Callable[[str], Note]
) -> None:
    entry = """\
        id: employer
        type: choice
        ask: Who employed **him**?
        options:
          - right: A university
          - wrong: A company
            why: Only later.
          - wrong: None of these
            pin: last
        explain: It says so.
        hint: [Not a firm., In a city.]
        tags: [career]
        source: {section: start, paragraph: "2", evidence: he taught there}
    """
    imports(export_package(bank_of(dedent(entry)), None, 0).package)
    note = note_of("employer")
    assert dict(note.items()) == {
        "Question": "Who employed <strong>him</strong>?",
        "Options": '<ol><li>A university</li><li>A company<span class="zq-why">Only later.</span></li>'
        "<li>None of these</li></ol>",
        "Right": "1",
        "Several": "",
        "Order": "first 0 last 1",
        "Explanation": "It says so.",
        "Hint": "<ol><li>Not a firm.</li><li>In a city.</li></ol>",
        "Source": "How it began, paragraph 2 · “he taught there”<br>"
        '<a href="https://example.org/a?b=1&amp;c=2"><cite>A scientist moves</cite></a>, The Paper',
        "Language": "en",
        "ID": "moving/employer",
        "Entry": '{"source":{"section":"start"}}',
        "Reserved2": "",
    }
    assert note.tags == ["career", "zhu::moving"]


def test_a_flashcard_is_turned_round_only_where_it_says_so(
    bank_of: Callable[..., Bank], imports: Imports, cards_of: Callable[[str], list[Card]]
) -> None:
    entry = "type: card\nfront: The capital\nback: Beijing\n"
    bank = bank_of(entry + "id: one-way", entry + "id: both-ways\nreverse: true")
    imports(export_package(bank, None, 0).package)
    assert len(cards_of("one-way")) == 1
    forth, back = cards_of("both-ways")
    assert "The capital" in forth.render_output().question_text
    assert "Beijing" in back.render_output().question_text


def test_all_gaps_of_a_question_are_one_card(
    bank_of: Callable[..., Bank], imports: Imports, cards_of: Callable[[str], list[Card]]
) -> None:
    entry = "id: gaps\ntype: cloze\ntext: He went from {{here|there}} to China in {{2020::a year}}."
    imports(export_package(bank_of(entry), None, 0).package)
    (card,) = cards_of("gaps")
    asked, answered = card.render_output().question_text, card.render_output().answer_text
    assert asked.count("[...]") == asked.count("[a year]") == 1
    assert ">here<" in answered
    assert ">2020<" in answered


def test_a_typed_answer_is_compared_by_anki(
    bank_of: Callable[..., Bank],
    collection: Collection,
    imports: Imports,
    cards_of: Callable[[str], list[Card]],
) -> None:
    entry = 'id: typed\ntype: short\nask: Which paper?\nanswer: "R&D [sound:x] {{2}}"\naccept: [RD]'
    imports(export_package(bank_of(entry), None, 0).package)
    (card,) = cards_of("typed")
    assert "[[type:Answer]]" in card.render_output().question_text
    assert "<li>RD</li>" in card.render_output().answer_text
    compared = collection.compare_answer(card.note()["Answer"], "R&D [sound:x] {{2}}")
    assert "typeGood" in compared
    assert "typeBad" not in compared
    assert "typeMissed" not in compared


def test_drafts_and_what_was_never_published_stay_at_home(
    bank_of: Callable[..., Bank], imports: Imports
) -> None:
    entry = "type: card\nfront: F\nback: B\n"
    bank = bank_of(entry + "id: one", entry + "id: two\nstatus: draft", entry + "id: three\nstatus: retired")
    assert imports(export_package(bank, None, 0).package) == {"new": 1}
