"""A statement, true or false."""

from dataclasses import dataclass

from ..model.mark import Mark, Response
from ..model.note import ChoiceNote, NoteOption
from ..model.prompt import PickOne
from .keys import key
from .language import true_false
from .question import Question
from .shapes import text, yes_no


@dataclass(frozen=True, kw_only=True)
class TrueFalse(Question, kind="true-false"):
    ask: str = key(text, "The statement that learners call true or false.")
    answer: bool = key(yes_no, "Whether the statement is `true` or `false`.")

    example = """\
id: field-self-driving
type: true-false
ask: The article links Zhu's research field to self-driving cars.
answer: true
explain: It names autonomous vehicles as one use of computer vision.
"""

    def prompt(self, seed: int) -> PickOne:
        return PickOne(stem=self.ask, options=true_false(self.language))

    def mark(self, response: Response | None) -> Mark:
        if response not in true_false(self.language):
            return self.wrong()
        return Mark(fraction=float(response == self.solution), expected=self.solution, chance=1 / 2)

    @property
    def solution(self) -> str:
        when_true, when_false = true_false(self.language)
        return when_true if self.answer else when_false

    @property
    def answer_key(self) -> str:
        return "true" if self.answer else "false"

    def note(self) -> ChoiceNote:
        options = tuple(
            NoteOption(text=word, is_right=word == self.solution) for word in true_false(self.language)
        )
        return ChoiceNote(stem=self.ask, options=options, shuffled=False)
