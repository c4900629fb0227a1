"""What a note says for itself stays out of its entry."""

import json

import pytest

from zhu_quiz.anki.writing.notes import anki_note
from zhu_quiz.bank.reader import read_text

HEAD = "format: zhu-quiz/1\nid: bank\ntitle: Bank\nsections:\n- {id: part, title: The part}\nquestions:\n- {id: x, "


def entry_of(text: str) -> object:
    bank = read_text(HEAD + text + "}\n")
    (question,) = bank.questions.values()
    note = anki_note("zq", question, bank)
    entry = note.fields[note.note_type.fields.index("Entry")]
    return json.loads(entry) if entry else None


@pytest.mark.parametrize(
    "text",
    [
        "type: card, front: F, back: B, reverse: true, explain: So **it** is, tags: [a, b]",
        "type: short, ask: Q, answer: A, accept: [B, C]",
        "type: choice, ask: Q, options: [{right: A, why: So}, {wrong: B}]",
        "type: choice, ask: Year?, options: [{right: '1990'}, {wrong: '1991'}]",
        "type: multi, ask: Q, options: [{right: A}, {right: B}]",
        "type: true-false, ask: Q, answer: false",
        "type: cloze, text: 'In {{a::hint}} and {{b}}'",
        "type: card, front: '<b> & [0] \"x\"', back: x < y",
    ],
)
def test_a_plain_question_has_an_empty_entry(text: str) -> None:
    assert entry_of(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("source: {section: part, evidence: some words}", {"source": {"section": "part"}}),
        ("bloom: apply, by: Ann, stance: claim", {"stance": "claim", "by": "Ann", "bloom": "apply"}),
        ("note: secret, allow: [ZQ206]", None),
        ("tags: [b, a]", {"tags": ["b", "a"]}),
        ("hint: [a, b]", None),
        ("explain: 'a  b'", {"explain": "a  b"}),
        ("explain: 'a \\* b'", {"explain": "a \\* b"}),
    ],
)
def test_an_entry_says_only_what_nothing_else_does(text: str, said: object) -> None:
    assert entry_of("type: card, front: F, back: B, " + text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("type: order, ask: Q, items: [a, b, c]", {"type": "order"}),
        ("type: number, ask: Q, answer: 2030, unit: km", {"type": "number"}),
        (
            "type: number, ask: Q, answer: 6e3, within: 5%",
            {"type": "number", "answer": "6e3", "within": "5%"},
        ),
        ("type: cloze, text: 'In {{a|b}}'", {"text": "In {{a|b}}"}),
        ("type: multi, ask: Q, score: parts, options: [{right: A}, {wrong: B}]", {"score": "parts"}),
        ("type: choice, ask: Q, options: [{right: A}, {wrong: B}], shuffle: false", None),
        (
            "type: choice, ask: Q, options: [{right: 'True'}, {wrong: 'False'}], shuffle: false",
            {"type": "choice"},
        ),
        ("type: choice, ask: Q, options: [{right: A}, {wrong: B, pin: last}]", None),
    ],
)
def test_what_a_kind_has_beyond_its_faces_is_said(text: str, said: object) -> None:
    assert entry_of(text) == said
