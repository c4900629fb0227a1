import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.bank.ids import distinct, fresh_id
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.tree import Group, planted
from zhu_quiz.questions.foreign import slug


def named(taken: tuple[str, ...] = (), **entry: str) -> str:
    group = planted({**entry})
    assert isinstance(group, Group)
    return fresh_id(group, taken)


def test_an_id_is_made_of_the_words_that_tell_a_question_from_others() -> None:
    assert named(ask="Which planet is nearest to the Sun?") == "planet-nearest-sun"
    assert named(front="What’s a “dwarf planet”?") == "whats-dwarf-planet"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ćwiczenie-1", "cwiczenie-1"),
        ("Größe", "grosse"),
        ("pl-ąćęł", "pl-acel"),
        ("Smørrebrød", "smorrebrod"),
        ("Æsop", "aesop"),
        ("Đà Nẵng", "da-nang"),
        ("Işık", "isik"),
    ],
)
def test_a_letter_that_the_alphabet_of_ids_has_not_is_written_with_those_it_has(text: str, name: str) -> None:
    assert (distinct(text, ()), slug(text)) == (name, name)


def test_an_id_gives_no_answer_away() -> None:
    assert named(text="The Earth is the {{third|3rd}} planet.") == "earth-planet"


def test_an_id_is_its_own() -> None:
    assert named(("big-planet", "big-planet-2"), ask="Which is a big planet?") == "big-planet-3"


def test_where_no_words_can_be_used_the_type_is_its_name() -> None:
    assert named(ask="火星は何色ですか", type="short") == "short"


@given(st.text(), st.sets(st.sampled_from(["question", "question-2", "a"])))
def test_every_text_makes_a_usable_id(text: str, taken: set[str]) -> None:
    name = distinct(text, taken)
    assert name not in taken
    assert not read_text(f"format: zhu-quiz/1\nid: {name}\ntitle: x\nquestions:\n  - id: {name}\n    type: card\n"
                         "    front: a\n    back: b\n").problems  # fmt: skip
