"""A short answer to type. Capitals, accents, punctuation and a leading article do not matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.mark import Mark, Response
from ..model.note import TypedNote
from ..model.problem import Problem, Severity
from ..model.prompt import TypeText
from ..model.tree import Group, Node, Plain, Text
from .keys import Schema, Shape, key, rewritten
from .lists import place_of
from .matching import Likeness, judged
from .question import Question
from .shapes import list_of, record, text, texts
from .spelling import can_be_typed

_SEVERAL = re.compile(r" *; *| \| | / ")
_BETWEEN = re.compile(r" (?:/|\|) ")
_FIGURE = re.compile(r"\d")
_SIGN = re.compile(r"[,:\[\]{}#\"'&*!%@`]")


@dataclass(frozen=True, kw_only=True)
class Reject:
    """An answer that comes near but is wrong."""

    answer: str = key(text, "An answer that comes near but is wrong.", name="text")
    why: str = key(text, "Why it is wrong, shown to those who type it.", default="")


_entry = record(Reject)


def _read(node: Node) -> Reject:
    return Reject(answer=text.read(node)) if isinstance(node, Text) else _entry.read(node)


def _plain(reject: Reject) -> Plain:
    return _entry.plain(reject) if reject.why else reject.answer


def _schema() -> Schema:
    group, word = _entry.schema(), text.schema()
    return {**word, **group, "type": [*word["type"], group["type"]]}


@dataclass(frozen=True, kw_only=True)
class Short(Question, kind="short"):
    ask: str = key(text, "The question.")
    answer: str = key(
        text, "The right answer; capitals, accents, punctuation and a small slip do not matter."
    )
    accept: tuple[str, ...] = key(
        texts, "Other answers that are right as well, such as `[Guardian, theguardian.com]`.", default=()
    )
    reject: tuple[Reject, ...] = key(
        list_of(Shape(_read, _plain, _schema)),
        "Answers that come near but are wrong, each with `text:` and `why:`.",
        default=(),
    )
    likeness: Likeness = key(  # a field
        record(Likeness), "How exactly the answer has to be typed.", default=Likeness(), name="match"
    )

    example = """\
id: original-report
type: short
ask: Which newspaper's report is the article based on?
answer: The Guardian
accept: [Guardian, theguardian.com]
reject:
  - text: NDTV
    why: NDTV published this article; the question is about the report behind it.
explain: The article summarises a longer piece from that newspaper.
"""

    def complaints(self, group: Group) -> Iterator[Problem]:
        for name, answers in (("answer", (self.answer,)), ("accept", self.accept)):
            if not all(map(can_be_typed, answers)):
                yield Problem(
                    code="ZQ116", place=place_of(group, name),
                    message="There is nothing in it that can be typed.",
                    remedy="Write an answer that can be seen.",
                )  # fmt: skip
        yield from self._several_in_one(group)
        for index, reject in enumerate(self.reject):
            if reject.answer in self.answers:
                yield Problem(
                    code="ZQ109", place=place_of(group, "reject", index),
                    message=f"“{reject.answer}” is listed as right and as wrong.",
                    remedy="Delete it in one of the two places.",
                )  # fmt: skip

    def _several_in_one(self, group: Group) -> Iterator[Problem]:
        """Several answers in one text."""
        accept, answer = group.get("accept"), group.get("answer")
        if isinstance(accept, Text) and (parts := _several(accept.value.strip(), self.answer)):
            meant = "[" + ", ".join(parts) + "]"
            is_plain = not _SIGN.search("".join(parts))
            yield Problem(
                code="ZQ013", place=accept.place, severity=Severity.WARNING,
                message="This is one answer; several stand in brackets, with commas.",
                remedy=f"Write  accept: {meant}" if is_plain else "Write each on a line of its own, after a dash.",
                fixes=rewritten(accept, meant * is_plain, is_safe=False),
            )  # fmt: skip
        first, *others = _BETWEEN.split(self.answer)
        if isinstance(answer, Text) and others and all((first, *others)) and not _FIGURE.search(self.answer):
            listed = ", ".join(others) if not _SIGN.search(self.answer) else "…"
            yield Problem(
                code="ZQ013", place=answer.place, severity=Severity.WARNING,
                message="This is one answer, which has to be typed with all that stands here.",
                remedy=f"If either is right, write  answer: {first}  and below it  accept: [{listed}]",
            )  # fmt: skip

    def prompt(self, seed: int) -> TypeText:
        return TypeText(stem=self.ask)

    def mark(self, response: Response | None) -> Mark:
        if not isinstance(response, str):
            return self.wrong()
        rejected = {reject.answer: reject.why for reject in self.reject}
        verdict = judged(response, self.answers, rejected, lang=self.language, likeness=self.likeness)
        return Mark(
            fraction=float(verdict.is_right),
            expected=self.answer,
            remark=verdict.remark,
            is_slip=verdict.is_slip,
        )

    @property
    def answers(self) -> tuple[str, ...]:
        """All that are right."""
        return (self.answer, *self.accept)

    @property
    def said_of_answers(self) -> Iterator[tuple[str, str]]:
        if self.accept:
            yield "Also right", " · ".join(self.accept)
        for reject in self.reject:
            yield f"Not “{reject.answer}”", reject.why or "It counts as wrong."

    @property
    def solution(self) -> str:
        return self.answer

    def note(self) -> TypedNote:
        return TypedNote(front=self.ask, answer=self.answer, also=self.accept)


def _several(text: str, answer: str) -> list[str]:
    """The answers in one text, where it is clear that it lists them."""
    parts = _SEVERAL.split(text)
    if len(parts) == 1 and not _FIGURE.search(text):
        parts = text.split(", ")
        # “Los Angeles, California” is one place; “Song-Chun Zhu, Prof. Zhu” are two names of “Zhu”.
        known = set(answer.casefold().split())
        is_list = len(parts) > 3 or all(known & set(part.casefold().split()) for part in parts)
        parts = parts if is_list or all(part.islower() and part.isalpha() for part in parts) else [text]
    return parts if len(parts) > 1 and all(parts) else []
