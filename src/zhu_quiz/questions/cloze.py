"""A text with gaps to fill: `{{answer}}`, `{{answer|other}}`, `{{answer::hint}}`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.mark import Mark, Response
from ..model.note import ClozeNote, Gap
from ..model.problem import Problem, Severity
from ..model.prompt import FillGaps
from ..model.tree import Group
from .keys import key, rewritten
from .lists import fitted, place_of
from .matching import Likeness, judged
from .question import Question
from .shapes import text
from .spelling import can_be_typed

_GAP = re.compile(r"\{\{([^{}]*)\}\}")
# One gap or more, each with an answer that is no number of Anki's, and no other braces that open or close one.
_WITH_GAPS = (
    r"^(?=[\s\S]*\{\{[^{}]*\}\})"
    r"(?:\{\{(?!\s*(?:c[0-9]+\s*::\s*[^\s}]|\||::|\}))[^{}]*\}\}|\{(?=\{\{[^{}])|(?!\{\{|\}\})[\s\S])*$"
)
_HOW = "Write the word that is asked for between double braces: `He moved to {{China}}.`"


_OTHER_GAP = re.compile(
    r"(?<!\{)\{([^{}]+)\}|(?<!\[)\[([^\[\]]+)\](?![(\[])|(?<!\w)_{1,3}([^\W_][^_]*)_{1,3}(?!\w)|<([^<>]+)>|\*\*([^*]+)\*\*"
)
_HALF_GAP = re.compile(r"\{\{([^{}]+)\}(?!\})|(?<!\{)\{([^{}]+)\}\}")
"""Gaps as they stand elsewhere, or half so here."""


_BESIDE_GAPS = re.compile(
    r"(?<![\\{$^\w])\{([^\W\d_][\w '’.-]+|[0-9]{2,})\}(?!\})|(?<!\w)_{3,}(?!\w)|…{3,}|\.{5,}"
)
"""What looks like a gap beside those that are; formulas have braces as well, brackets hold remarks."""
_SIGNS = re.compile(r"___|…{3}|\.{5}")
_CODE = re.compile(r"`[^`]*`|\\\(.*?\\\)|\\\[.*?\\\]|\$[^$]*\$", re.DOTALL)
_NUMBERED = re.compile(r"\{\{c[0-9]+::")
_PLAIN = re.compile(r"\w(?!.*(?::\s| #|:$)).*")
"""A text that needs no quotes."""


def _as_gap(found: re.Match[str]) -> str:
    return "{{" + next(filter(None, found.groups()), "").strip() + "}}"


def _meant(form: re.Pattern[str], passage: str) -> str:
    found = form.search(passage)
    inside = next(filter(None, found.groups()), "").strip() if found else ""
    return f"Write  {{{{{inside}}}}}  instead of  {found[0]}" if found and inside else ""


@dataclass(frozen=True, kw_only=True)
class Blank:
    """A gap as the bank writes it."""

    answers: tuple[str, ...]
    """All that are right; the first is shown."""
    hint: str


@dataclass(frozen=True, kw_only=True)
class Cloze(Question, kind="cloze"):
    passage: str = key(
        text,
        "The text, its gaps in double braces: `{{answer}}`, `{{answer|other spelling}}`, `{{answer::hint}}`.",
        name="text",
        limits={"type": "string", "pattern": _WITH_GAPS, "patternErrorMessage": _HOW},
    )

    example = """\
id: move-year
type: cloze
text: Zhu moved from the {{US|United States|USA}} to China in {{2020::year}}.
explain: The year and the direction of the move open the article.
"""

    def complaints(self, group: Group) -> Iterator[Problem]:
        node = group.get("text") or group
        for message, remedy in self._faults():
            meant = self._mended
            is_plain = node.place.line == node.place.end_line and _PLAIN.fullmatch(meant)
            yield Problem(
                code="ZQ111", place=place_of(group, "text"), message=message,
                remedy=f"Write  text: {meant}" if is_plain else remedy,
                fixes=rewritten(node, meant, is_safe=False) if is_plain else (),
            )  # fmt: skip
        has_signs = self.passage.count("{") > 2 * self.passage.count("{{") or _SIGNS.search(self.passage)
        if has_signs and self._blanks:
            yield from self._beside_gaps(group)

    def _beside_gaps(self, group: Group) -> Iterator[Problem]:
        found = _BESIDE_GAPS.search(_CODE.sub("", " ".join(self._pieces)))
        if found:
            gap = _as_gap(found) if found[1] else "{{answer}}"
            yield Problem(
                code="ZQ111", place=place_of(group, "text"), severity=Severity.WARNING,
                message=f"“{found[0]}” is no gap; learners see it as it stands.",
                remedy=f"If it is meant as one, write  {gap}  instead of  {found[0]}",
            )  # fmt: skip

    def _faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong, and what to do."""
        around = "".join(self._pieces)
        if "{{" in around or "}}" in around:
            how = "Close each `{{` with `}}`, and put no braces inside a gap."
            yield "The braces of a gap do not pair.", _meant(_HALF_GAP, self.passage) or how
        elif not self._blanks:
            yield "There is no gap in the text.", _meant(_OTHER_GAP, self.passage) or _HOW
        for blank in self._blanks:
            if blank.hint and re.fullmatch(r"c\d+", blank.answers[0]):
                message = f"“{blank.answers[0]}::” numbers a gap in Anki; here it would be the answer."
                yield message, f"Write `{{{{{blank.hint}}}}}`."
            elif not all(map(can_be_typed, blank.answers)):
                yield "A gap has an empty answer.", _HOW

    @property
    def _mended(self) -> str:
        """The text with its gaps as they were probably meant; empty where that cannot be told."""
        form = _HALF_GAP if "{{" in self.passage or "}}" in self.passage else _OTHER_GAP
        text = _NUMBERED.sub("{{", form.sub(_as_gap, self.passage))
        return text if text != self.passage and _GAP.search(text) else ""

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
    def answers(self) -> tuple[tuple[str, ...], ...]:
        """All that are right, gap by gap."""
        return tuple(blank.answers for blank in self._blanks)

    @property
    def said_of_answers(self) -> Iterator[tuple[str, str]]:
        for number, (_, *others) in enumerate(self.answers, start=1):
            if others:
                yield f"Also right in gap {number}", " · ".join(others)

    @property
    def solution(self) -> tuple[str, ...]:
        return tuple(answers[0] for answers in self.answers)

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
