"""A flashcard: nothing to mark, the learner recalls, turns it and grades themselves."""

from dataclasses import dataclass, replace
from typing import Self

from ..model.mark import Mark, Response
from ..model.note import BasicNote
from ..model.prompt import Recall
from .keys import key
from .question import Question
from .shapes import text, yes_no

REVERSE = "reverse"


@dataclass(frozen=True, kw_only=True)
class Flashcard(Question, kind="card"):
    front: str = key(text, "What is shown first: a question, or a word to recall something by.")
    back: str = key(text, "What is to be recalled; learners judge themselves how well they did.")
    reverse: bool = key(
        yes_no, "`true` asks it the other way round as well, as a card of its own.", default=False
    )

    example = """\
id: unified-theory
type: card
stance: claim
by: Zhu
front: What single goal does Zhu say he has pursued for 30 years?
back: A unified theory of AI that builds understanding
reverse: false
explain: He says so in a quotation; the article does not test the claim.
"""

    def prompt(self, seed: int) -> Recall:
        return Recall(stem=self.front, back=self.back)

    def mark(self, response: Response | None) -> Mark:
        if response is None:
            return self.wrong()
        return Mark(fraction=1, expected=self.back, is_self_graded=True)

    @property
    def solution(self) -> str:
        return self.back

    def note(self) -> BasicNote:
        return BasicNote(front=self.front, back=self.back, reverse=self.reverse)

    def seen_from(self, side: str) -> Self:
        return replace(self, front=self.back, back=self.front) if side == REVERSE else self

    @property
    def sides(self) -> tuple[str, ...]:
        return ("", REVERSE) if self.reverse else ("",)
