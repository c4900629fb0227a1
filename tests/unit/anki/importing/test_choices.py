"""Multiple choice of whatever note type becomes questions with options."""

from typing import Any

import pytest

from foreign_packages import PNG, Foreign, bank, chosen, entries
from zhu_quiz.anki.importing.choosing import places


def options_of(*notes: Foreign) -> list[Any]:
    (entry,) = entries(*notes)
    return [entry["type"], *(next(iter(option.items())) for option in entry["options"])]


def all_in_one(kind: str, answers: str, *options: str, **more: str) -> Foreign:
    fields = {"Question": "Which?", "Title": "", "QType (0=kprim,1=mc,2=sc)": kind}
    numbered = {f"Q_{place}": (*options, "", "", "", "", "")[place - 1] for place in range(1, 6)}
    return chosen({**fields, **numbered, "Answers": answers, "Sources": "", "Extra 1": "", **more})


def test_the_add_ons_single_choice_is_a_choice() -> None:
    note = all_in_one("2", "0 1 0", "a", "b", "c", Sources="Book, p. 3", **{"Extra 1": "So it is."})
    (entry,) = entries(note)
    assert entry == {
        "type": "choice", "ask": "Which?", "options": [{"wrong": "a"}, {"right": "b"}, {"wrong": "c"}],
        "explain": "Book, p. 3\n\nSo it is.",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["0", "1"])
def test_the_add_ons_other_types_have_several_right_options(kind: str) -> None:
    assert options_of(all_in_one(kind, "1 0 1 0 0", "a", "b", "c", "d")) == [
        "multi", ("right", "a"), ("wrong", "b"), ("right", "c"), ("wrong", "d"),
    ]  # fmt: skip


def test_where_no_option_is_right_the_card_is_kept() -> None:
    (entry,) = entries(all_in_one("0", "0 0 0 0", "a", "b", "c", "d"))
    assert entry["type"] == "card" or entry["status"] == "draft"


THREE = {"Option A": "Sydney", "Option B": "<b>Canberra</b>", "Option C": "Perth"}


@pytest.mark.parametrize(
    "key", ["B", "b", "2", "B.", "(b)", "Canberra", "<div>Canberra</div>", "B) Canberra", "0 1 0"]
)
def test_a_key_may_be_a_letter_a_number_or_the_text(key: str) -> None:
    note = chosen({"Question": "Capital?", **THREE, "Correct": key, "Explanation": "Since 1913."})
    assert options_of(note) == ["choice", ("wrong", "Sydney"), ("right", "**Canberra**"), ("wrong", "Perth")]


@pytest.mark.parametrize("key", ["A, C", "1 3", "AC", "a;c", "1 0 1", "Sydney<br>Perth", "A and C"])
def test_a_key_may_name_several(key: str) -> None:
    note = chosen({"Question": "Coast?", **THREE, "Correct Answer": key})
    assert options_of(note) == ["multi", ("right", "Sydney"), ("wrong", "**Canberra**"), ("right", "Perth")]


@pytest.mark.parametrize(
    "fields",
    [
        {"Question": "Q?", "A": "x", "B": "y", "Answer": "A"},
        {"Stem": "Q?", "Choice 1": "x", "Choice 2": "y", "Key": "1"},
        {"Front": "Q?", "answer_a": "x", "answer_b": "y", "correct_answer": "x"},
        {"Question": "Q?", "Answer": "x", "Wrong 1": "y", "Wrong 2": ""},
        {"Question": "Q?", "Correct": "x", "Distractors": "<ul><li>y</li></ul>"},
        {"Question": "Q?", "Options": "x<br>y", "Answer": "x"},
        {"Question": "Q?", "Options": "<ol><li>x</li><li>y</li></ol>", "Answer": "1"},
        {"Question": "Q?", "Choices": "x|y", "Answer": "A"},
        {"question": "Q?", "optionA": "x", "optionB": "y", "optionJ": "", "answer": "A", "note": ""},
        {"Question": "Q?", "Options": "A) x<br>B) y", "Answer": "A"},
        {"Frage": "Q?", "Antwort 1": "x", "Antwort 2": "y", "Richtige Antwort": "1"} | {"Richtig": "1"},
    ],
    ids=lambda fields: "-".join(fields),
)
def test_options_are_found_by_the_names_of_fields(fields: dict[str, str]) -> None:
    assert options_of(chosen(fields)) == ["choice", ("right", "x"), ("wrong", "y")]


@pytest.mark.parametrize("key", ["answer_b", "Answer B", "b"])
def test_a_key_may_be_the_name_of_a_field(key: str) -> None:
    fields = {"question_text": "Q?", "answer_a": "x", "answer_b": "y", "correct_answer": key}
    assert options_of(chosen(fields)) == ["choice", ("wrong", "x"), ("right", "y")]


def test_a_key_of_figures_without_anything_between_names_several() -> None:
    fields = {"question": "Q?", "options": "x||y||z", "answer": "13"}
    assert options_of(chosen(fields)) == ["multi", ("right", "x"), ("wrong", "y"), ("right", "z")]


def test_true_and_false_make_a_statement_of_it() -> None:
    (entry,) = entries(chosen({"Question": "The sky is blue.", "A": "True", "B": "False", "Answer": "A"}))
    assert entry == {"type": "true-false", "ask": "The sky is blue.", "answer": "true"}


@pytest.mark.parametrize("key", ["", "Z", "9", "none of these", "A or so"])
def test_a_key_that_names_no_option_leaves_a_flashcard(key: str) -> None:
    (entry,) = entries(chosen({"Question": "Capital?", **THREE, "Correct": key}))
    assert entry["type"] == "card"


def test_a_number_among_numbers_is_meant_as_text() -> None:
    assert places("4", ["2", "4", "8"]) == {1}


def test_what_else_a_note_shows_is_told_but_for_a_picture() -> None:
    fields = {
        "Question": "Q?",
        "Picture": "<img src=a.png>",
        "A": "x",
        "B": "y",
        "Answer": "A",
        "Chapter": "Two",
    }
    found = bank(chosen(fields), media={"a.png": PNG})
    assert len(found.used_pictures) == 1
    assert found.losses.told() == ("other fields of notes with options: 1 (q)",)
