"""A text with gaps to fill: `{{answer}}`, `{{answer|other}}`, `{{answer::hint}}`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.mark import Mark, Response
from ..model.note import ClozeNote, Gap
from ..model.problem import Problem
from ..model.prompt import FillGaps
from ..model.tree import Group
from .keys import key, text
from .lists import fitted, place_of
from .matching import Likeness, judged
from .question import Question
from .spelling import can_be_typed

_GAP = re.compile(r"\{\{([^{}]*)\}\}")
_HOW = "Write the word that is asked for between double braces: `He moved to {{China}}.`"


@dataclass(frozen=True, kw_only=True)
class Blank:
    """A gap as the bank writes it."""

    answers: tuple[str, ...]
    """All that are right; the first is shown."""
    hint: str


@dataclass(frozen=True, kw_only=True)
class Cloze(Question, kind="cloze"):
    passage: str = key(text, "The text, each gap written as `{{answer}}`.", name="text")

    example = """\
id: move-year
type: cloze
text: Zhu moved from the {{US|United States|USA}} to China in {{2020::year}}.
explain: The year and the direction of the move open the article.
"""

    def complaints(self, group: Group) -> Iterator[Problem]:
        for message, remedy in self._faults():
            yield Problem(code="ZQ111", place=place_of(group, "text"), message=message, remedy=remedy)

    def _faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong, and what to do."""
        around = "".join(self._pieces)
        if "{{" in around or "}}" in around:
            yield (
                "The braces of a gap do not pair.",
                "Close each `{{` with `}}`, and put no braces inside a gap.",
            )
        elif not self._blanks:
            yield "There is no gap in the text.", _HOW
        for blank in self._blanks:
            if blank.hint and re.fullmatch(r"c\d+", blank.answers[0]):
                message = f"“{blank.answers[0]}::” numbers a gap in Anki; here it would be the answer."
                yield message, f"Write `{{{{{blank.hint}}}}}`."
            elif not all(map(can_be_typed, blank.answers)):
                yield "A gap has an empty answer.", _HOW

    def prompt(self, seed: int) -> FillGaps:
        return FillGaps(stem="", pieces=self._pieces, hints=tuple(blank.hint for blank in self._blanks))

    def mark(self, response: Response | None) -> Mark:
        if response is None:
            return self.wrong()
        verdicts = [
            judged(typed, blank.answers, {}, lang=self.language, likeness=Likeness())
            for typed, blank in zip(fitted(response, len(self._blanks)), self._blanks, strict=True)
        ]
        parts = tuple(verdict.is_right for verdict in verdicts)
        return Mark(
            fraction=sum(parts) / len(parts),
            expected=self.solution,
            remark="\n".join(verdict.remark for verdict in verdicts if verdict.remark),
            parts=parts,
            is_slip=all(parts) and any(verdict.is_slip for verdict in verdicts),
        )

    @property
    def solution(self) -> tuple[str, ...]:
        return tuple(blank.answers[0] for blank in self._blanks)

    def note(self) -> ClozeNote:
        parts: list[str | Gap] = [self._pieces[0]]
        for blank, piece in zip(self._blanks, self._pieces[1:], strict=True):
            parts += [Gap(answer=blank.answers[0], hint=blank.hint), piece]
        return ClozeNote(stem="", parts=tuple(part for part in parts if part))

    @property
    def _pieces(self) -> tuple[str, ...]:
        """The text around the gaps: one more than there are gaps."""
        return tuple(_GAP.split(self.passage)[::2])

    @property
    def _blanks(self) -> tuple[Blank, ...]:
        return tuple(map(_blank, _GAP.split(self.passage)[1::2]))


def _blank(inside: str) -> Blank:
    answers, _, hint = inside.partition("::")
    return Blank(answers=tuple(answer.strip() for answer in answers.split("|")), hint=hint.strip())
