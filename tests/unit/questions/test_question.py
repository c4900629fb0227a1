"""What all kinds have in common."""

import pytest

from zhu_quiz.model.memory import Card
from zhu_quiz.model.problem import Problem
from zhu_quiz.model.tree import Group, Plain, planted
from zhu_quiz.questions import Question

ENTRY: dict[str, Plain] = {
    "id": "rome", "type": "short", "stance": "claim", "by": "article",
    "ask": "Capital of Italy?", "answer": "Rome", "explain": "Since 1871.", "hint": ["Seven hills."],
    "objective": ["facts"], "bloom": "remember", "difficulty": "easy", "tags": ["geo-1"], "claims": ["c1"],
    "source": {"section": "intro", "evidence": "in Rome"}, "image": {"file": "rome.png", "alt": "The forum"},
    "status": "draft", "was": ["roma"], "revision": "2", "allow": ["ZQ206"], "note": "Keep.", "lang": "it",
}  # fmt: skip


def parsed(**changes: Plain) -> tuple[Question | None, tuple[Problem, ...]]:
    group = planted({**ENTRY, **changes})
    assert isinstance(group, Group)
    return Question.parse(group)


def question(**changes: Plain) -> Question:
    found, _ = parsed(**changes)
    assert found is not None
    return found


def test_an_entry_is_written_as_it_was_read() -> None:
    assert (question().plain(), list(question().plain())) == (ENTRY, list(ENTRY))


@pytest.mark.parametrize("name", ["Rome", "2020", "a--b", "-a", "a_b", "a" * 41, "é"])
def test_an_unusable_id_is_refused(name: str) -> None:
    assert [problem.code for problem in parsed(id=name)[1]] == ["ZQ106"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"bloom": "rember"}, "ZQ115"),
        ({"tags": ["Two Words"]}, "ZQ103"),
        ({"image": {"alt": "x"}}, "ZQ102"),
        ({"source": "intro"}, "ZQ103"),
        ({"source": {"chapter": "x"}}, "ZQ101"),
        ({"revision": "0"}, "ZQ103"),
        ({"revision": "1001"}, "ZQ103"),
        ({"revision": "30000000"}, "ZQ103"),
    ],
)
def test_a_wrong_value_is_a_problem(changes: dict[str, Plain], code: str) -> None:
    found, problems = parsed(**changes)
    assert (found, [problem.code for problem in problems]) == (None, [code])


def test_its_own_language_goes_before_the_banks() -> None:
    assert (question().language, question(lang="de").language) == ("it", "de")


@pytest.mark.parametrize("changes", [{"explain": "x"}, {"id": "roma"}, {"accept": ["Roma"]}, {"ask": "?"}])
def test_what_stands_around_the_answer_leaves_the_answer_key_alone(changes: dict[str, Plain]) -> None:
    assert question(**changes).key_hash == question().key_hash


def test_another_answer_is_another_answer_key() -> None:
    assert question(answer="Roma").key_hash != question().key_hash


def test_a_question_is_one_card() -> None:
    assert question().cards == (Card("rome"),)
