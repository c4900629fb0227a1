"""Keys: what is refused, and which of ours is suggested."""

import pytest

from zhu_quiz.model.tree import Plain, planted
from zhu_quiz.questions import Question
from zhu_quiz.questions.keys import Refused, Shape, keys_of, suggestion
from zhu_quiz.questions.shapes import count, text, texts, yes_no


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        ("choice", "question", "ask"),
        ("choice", "explian", "explain"),
        ("choice", "answers", "options"),
        ("cloze", "ask", "text"),
        ("cloze", "question", "text"),
        ("card", "question", "front"),
        ("card", "answer", "back"),
        ("card", "definition", "back"),
        ("choice", "di", "id"),
        ("choice", "xyzzy", ""),
        ("choice", "B", ""),
        ("choice", "A", ""),
        ("short", "A", "answer"),
        ("choice", "opcje", "options"),
        ("choice", "вопрос", "ask"),
    ],
)
def test_a_foreign_name_is_answered_with_ours(kind: str, written: str, meant: str) -> None:
    assert suggestion(written, [each.name for each in keys_of(Question.kinds[kind])]) == meant


@pytest.mark.parametrize(
    ("shape", "value", "code"),
    [
        (text, ["a"], "ZQ103"),
        (text, "  ", "ZQ116"),
        (texts, {"a": "b"}, "ZQ103"),
        (texts, ["a", ""], "ZQ116"),
        (yes_no, "True", "ZQ117"),
        (count, "0", "ZQ103"),
        (count, "9" * 5000, "ZQ103"),
        (count, "٣", "ZQ103"),
    ],
)
def test_an_unreadable_value_is_refused(shape: Shape, value: Plain, code: str) -> None:
    with pytest.raises(Refused) as refused:
        shape.read(planted(value))
    assert [problem.code for problem in refused.value.problems] == [code]


def test_one_text_alone_is_a_list_of_one() -> None:
    assert texts.read(planted("a")) == ("a",)


@pytest.mark.parametrize("word", ["No", "010", "1:30", "2020-01-01", "null", "1_000", "~"])
def test_a_text_is_what_the_teacher_typed(word: str) -> None:
    assert text.read(planted(word)) == word
