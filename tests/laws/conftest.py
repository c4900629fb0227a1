"""A kind of question that no part of the program knows of."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from zhu_quiz.model.mark import Mark, Response
from zhu_quiz.model.note import BasicNote
from zhu_quiz.model.prompt import TypeText
from zhu_quiz.questions import Question
from zhu_quiz.questions.keys import key
from zhu_quiz.questions.shapes import text


@pytest.fixture
def tenth() -> Iterator[None]:
    """A kind that is defined nowhere but here."""

    @dataclass(frozen=True, kw_only=True)
    class Echo(Question, kind="echo"):
        ask: str = key(text, "The words to type once more.")

        def prompt(self, seed: int) -> TypeText:
            return TypeText(stem=self.ask)

        def mark(self, response: Response | None) -> Mark:
            return Mark(fraction=float(response == self.ask), expected=self.solution)

        @property
        def solution(self) -> str:
            return self.ask

        def note(self) -> BasicNote:
            return BasicNote(front=self.ask, back=self.ask)

    yield
    del Question.kinds["echo"]
