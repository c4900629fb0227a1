"""Our own notes come back as they went out, but for what was edited in Anki."""

import json
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreign_packages import bank as bank_of
from foreign_packages import basic, chosen
from zhu_quiz.anki.importing.bank import Wishes, imported
from zhu_quiz.anki.importing.kinds import drafts
from zhu_quiz.anki.importing.notes import ForeignNote
from zhu_quiz.anki.note_types import BASIC
from zhu_quiz.anki.reading import opened
from zhu_quiz.anki.reading.values import NoteType
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.anki.writing.notes import AnkiNote, anki_note
from zhu_quiz.bank.reader import read_text
from zhu_quiz.questions import Question

HEAD = "format: zhu-quiz/1\nid: bank\ntitle: Bank\nsections:\n- {id: part, title: The part}\nquestions:\n"


def note_of(entry: str, is_plain: bool = False) -> AnkiNote:
    bank = read_text(HEAD + "- " + entry.replace("\n", "\n  ").strip() + "\n")
    (question,) = bank.questions.values()
    return anki_note("zq", question, bank, is_plain=is_plain)


def edited(note: AnkiNote, **fields: str) -> dict[str, Any]:
    """The entry that is read where somebody changed those fields."""
    own = note.note_type
    values = tuple(fields.get(name, value) for name, value in zip(own.fields, note.fields, strict=True))
    note_type = NoteType(id=own.id, name=own.name, fields=own.fields, templates=(), is_cloze=own.is_cloze)
    (draft,) = drafts(ForeignNote(guid="zq", note_type=note_type, fields=values))
    return draft.entry


EXAMPLES = {kind: Question.kinds[kind].example for kind in Question.kinds}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_edited_explanation_wins_and_nothing_else_changes(kind: str) -> None:
    note = note_of(EXAMPLES[kind])
    before, after = edited(note), edited(note, Explanation="<div>Quite <b>another</b> one</div>")
    assert after == {**before, "explain": "Quite **another** one"}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_edited_first_field_wins(kind: str) -> None:
    note = note_of(EXAMPLES[kind])
    first = note.note_type.fields[0]
    before = note.fields[0]
    after = edited(note, **{first: "Edited " + before})
    assert json.dumps(after).count("Edited ") == 1
    assert after["type"] == kind


def test_an_edited_answer_of_a_typed_question_wins() -> None:
    note = note_of("id: x\ntype: short\nask: Q?\nanswer: one\nreject: [two]\naccept: [uno]")
    assert edited(note, Answer="three") == {
        "type": "short", "ask": "Q?", "answer": "three", "accept": ["uno"], "reject": ["two"],
    }  # fmt: skip


def test_an_edited_number_keeps_its_margin() -> None:
    note = note_of("id: x\ntype: number\nask: Q?\nanswer: 1234.5\nwithin: 5%\nunit: km")
    after = edited(note, Answer="2,000.5")
    assert (after["answer"], after["within"], after["unit"]) == ("2000.5", "5%", "km")


def test_another_right_option_wins() -> None:
    note = note_of(EXAMPLES["choice"])
    assert [next(iter(option)) for option in edited(note, Right="2")["options"]] == [
        "wrong",
        "right",
        "wrong",
    ]


def test_edited_pairs_and_steps_are_read_from_the_back() -> None:
    steps = edited(note_of(EXAMPLES["order"]), Back="<ol><li>a</li><li>b</li><li>c</li></ol>")
    assert (steps["type"], steps["items"]) == ("order", ["a", "b", "c"])
    pairs = edited(note_of(EXAMPLES["match"]), Back="<ul><li>UCLA – x</li><li>b – y – z</li></ul>")
    assert pairs["pairs"] == [{"item": "UCLA", "match": "x"}, {"item": "b", "match": "y – z"}]


def test_alternatives_stay_until_the_text_is_edited() -> None:
    note = note_of("id: x\ntype: cloze\ntext: To {{US|USA::land}}.")
    assert edited(note, Explanation="New")["text"] == "To {{US|USA::land}}."
    assert edited(note, Text="{{c1::China}} and {{c2::US}}")["text"] == "{{China}} and {{US}}"


@pytest.mark.parametrize(
    "entry", ["", "{", "[]", "null", '{"type": 5}', '{"options": "x"}', "{" * 50_000, '{"type":"nonsense"}']
)
@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_damaged_entry_leaves_what_the_fields_show(entry: str, kind: str) -> None:
    after = edited(note_of(EXAMPLES[kind]), Entry=entry)
    assert after["type"] in Question.kinds


def keys_of_examples() -> set[str]:
    notes = map(note_of, EXAMPLES.values())
    return {name for note in notes for name in edited(note)}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(sorted({"was", "hint", "image", "lang", *keys_of_examples()}))


@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("kind", EXAMPLES)
@given(entry=(JSON | st.dictionaries(KEYS, JSON, max_size=3)).map(json.dumps) | st.text())
def test_whatever_an_entry_holds_there_is_a_question(kind: str, entry: str) -> None:
    assert edited(note_of(EXAMPLES[kind]), Entry=entry)["type"] in Question.kinds


def test_an_entry_that_an_editor_made_html_of_is_read() -> None:
    note = note_of(EXAMPLES["order"])
    field = note.fields[note.note_type.fields.index("Entry")]
    html = field.replace('"', "&quot;").replace("{", "<b></b>{")
    assert edited(note, Entry=html) == edited(note)


def test_a_choice_on_paper_is_a_choice_again_until_it_is_edited() -> None:
    note = note_of(EXAMPLES["choice"], is_plain=True)
    assert edited(note) == edited(note_of(EXAMPLES["choice"]))
    assert edited(note, Front="Q?", Back="A")["type"] == "card"


@pytest.mark.parametrize(
    "junk", ["", " ", "A B", "- : #", "<b>x</b>", "/", "a/", "{{c1::x}}", "x" * 300, "\x00", "漢字/漢字"]
)
def test_a_note_of_ours_with_strange_words_still_makes_a_sound_bank(junk: str) -> None:
    fields = dict.fromkeys(BASIC.fields, junk) | {"Front": f"F {junk}", "Back": f"B {junk}"}
    entry = {"source": {"section": junk, "evidence": junk}, "bloom": junk, "objective": junk, "was": [junk]}
    notes = [fields, fields | {"Entry": json.dumps(entry)}, fields | {"Entry": ""}]
    assert len(bank_of(*(chosen(each) for each in notes)).bank.questions) == 3


def test_tags_and_the_section_of_a_learner_are_theirs() -> None:
    bank = read_text(
        HEAD + "- {id: x, type: card, front: F, back: B, tags: [b, a], source: {section: part}}\n"
    )
    question = replace(bank.questions["x"], tags=("b", "a"))
    with opened(BytesIO(export_package(bank, None, 0).package), "x") as read:
        again = imported(read, Wishes("x")).bank
    assert again.questions["x"] == question
    assert again.sections == bank.sections


def test_cards_that_a_learner_added_join_the_bank() -> None:
    fields = dict.fromkeys(BASIC.fields, "") | {"Back": "B", "Language": "en"}
    ours = [chosen(fields | {"Front": f"F{each}", "ID": f"bank/q{each}"}, deck="Bank") for each in "ab"]
    found = bank_of(*ours, basic("Mine", "My answer", deck="Bank")).bank
    assert (found.id, list(found.questions)) == ("bank", ["qa", "qb", "mine"])
