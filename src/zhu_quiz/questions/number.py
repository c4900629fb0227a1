"""A number to type, exact or within a margin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..model.mark import Mark, Response, Unclear
from ..model.note import TypedNote
from ..model.problem import Problem
from ..model.prompt import TypeText
from ..model.tree import Group, Node
from . import schemas
from .keys import Schema, Shape, key, rewritten
from .language import primary
from .lists import place_of
from .number_words import is_date, margin_meant, number_meant
from .numbers import PLAIN, folded, plain_number, readings, written
from .question import Question
from .shapes import refuse, text
from .spelt_numbers import spelt_number, unled

_HOW = "Write figures only, with a point before the fraction: 1234.5, -3, 6.02e23 or 40%."
_NO_DATE = "A date cannot be marked as a number: ask for the year, or write `type: short`."
_HOW_FAR = "Write a number such as 0.5, or a share of the answer such as 5%."


def _read(node: Node) -> str:
    word: str = text.read(node)
    if plain_number(word.removesuffix("%")) is None:
        told, number = number_meant(word) if not is_date(word) else ("", "")
        remedy = f"Write  {told}" if told else _NO_DATE if is_date(word) else _HOW
        fixes = rewritten(node, number, is_safe=False)
        raise refuse(node, "ZQ110", f"“{word}” is not a number in plain form.", remedy, fixes)
    return word


def _read_margin(node: Node) -> str:
    word: str = text.read(node)
    if plain_number(word.removesuffix("%")) is None or word.startswith("-"):
        meant = margin_meant(word)
        remedy = f"Write  within: {meant}" if meant else _HOW_FAR
        raise refuse(
            node, "ZQ110", f"“{word}” is not a margin.", remedy, rewritten(node, meant, is_safe=False)
        )
    return word


def _schema() -> Schema:
    told = "Write figures only: 1234.5, -3, 6.02e23 or 40%; a margin in `within:`, a unit in `unit:`."
    return schemas.whole(f"{PLAIN}%?", told, ("number", "string"))


def _schema_of_margin() -> Schema:
    return {**schemas.whole(f"(?!-){PLAIN}%?", _HOW_FAR, ("number", "string")), "minimum": 0}


@dataclass(frozen=True, kw_only=True)
class Number(Question, kind="number"):
    ask: str = key(text, "The question.")
    answer: str = key(
        Shape(_read, str, _schema), "The right number in plain form: `1234.5`, `-3`, `6.02e23`, `40%`."
    )
    within: str = key(
        Shape(_read_margin, str, _schema_of_margin),
        "How far off still counts as right: `0.5`, or `5%` of the answer.",
        default="0",
    )
    unit: str = key(
        text,
        "What is counted or measured, such as km or million; it stands after the box.",
        default="",
        limits={
            "type": ["string", "boolean"],
            "pattern": r"[^0-9.,'+^\s-]",
            "maxLength": 40,
            "errorMessage": "Write a short word or sign, such as km, $ or million.",
        },
    )

    example = """\
id: ai-goal-year
type: number
ask: By which year does China aim to lead in AI, according to the article?
answer: 2030
within: 0
explain: The article calls this a strategic goal of the Chinese government.
"""

    def complaints(self, group: Group) -> Iterator[Problem]:
        if self.unit and (len(self.unit) > 40 or re.fullmatch(r"[\d.,'+^ -]*", folded(self.unit))):
            yield Problem(
                code="ZQ110", place=place_of(group, "unit"),
                message="The unit would be read as part of the number.",
                remedy="Write a short word or sign, such as km, $ or million.",
            )  # fmt: skip

    def prompt(self, seed: int) -> TypeText:
        return TypeText(stem=self.ask, unit=self._shown_unit)

    def mark(self, response: Response | None) -> Mark | Unclear:
        if not isinstance(response, str) or not response.strip():
            return self.wrong()
        match self._readings(response):
            case (number,):
                return self._judged(number)
            case ():
                example = written(Decimal("12.5"), self.language)
                return Unclear(
                    question=f"That does not read as a number. Type figures only, such as {example}."
                )
            case several:
                # Asked even where no reading is right: the question itself must not give anything away.
                texts = tuple(written(number, self.language) for number in several)
                return Unclear(question=f"Do you mean {' or '.join(_told_apart(texts))}?", readings=texts)

    def _readings(self, typed: str) -> tuple[Decimal, ...]:
        """The numbers that a typed text may stand for, the unit aside."""
        word, unit = folded(typed), folded(self.unit)
        word = word.removesuffix(unit).strip() if word.endswith(unit) else word.removeprefix(unit).strip()
        figures = unled(word.removesuffix("%").rstrip())
        numbers = readings(figures, self.language)
        if not numbers and primary(self.language) == "en" and (spelt := spelt_number(figures)) is not None:
            numbers = (spelt,)
        if word.endswith("%") and not self._is_percent:
            return (*numbers, *(number / 100 for number in numbers))
        return numbers

    def _judged(self, number: Decimal) -> Mark:
        right, margin = (Decimal(each.removesuffix("%")) for each in (self.answer, self.within))
        if self.within.endswith("%"):
            margin = abs(right) * margin / 100
        off = abs(number - right)
        is_close = margin < off <= 2 * margin
        return Mark(
            fraction=float(off <= margin),
            expected=self.solution,
            remark=f"Close, but not within {self.within} of it." if is_close else "",
        )

    @property
    def said_of_answers(self) -> Iterator[tuple[str, str]]:
        if float(self.within.removesuffix("%")):
            yield "Also right", f"up to {self.within} more or less"

    @property
    def solution(self) -> str:
        space = "" if self._is_percent else " "
        return f"{self._figures}{space}{self._shown_unit}".strip()

    @property
    def answer_key(self) -> str:
        return f"{self.answer} {self.unit}"

    def note(self) -> TypedNote:
        front = f"{self.ask}\n\n____ {self._shown_unit}" if self._shown_unit else self.ask
        return TypedNote(front=front, answer=self._figures, also=(self.solution,) if self._shown_unit else ())

    @property
    def _is_percent(self) -> bool:
        return self.answer.endswith("%")

    @property
    def _figures(self) -> str:
        """The right number as it is written in the question's language, without its unit."""
        return written(Decimal(self.answer.removesuffix("%")), self.language)

    @property
    def _shown_unit(self) -> str:
        return f"% {self.unit}".rstrip() if self._is_percent else self.unit


def _told_apart(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """`4806` and `4,806` are the same to readers of another language."""
    if len({"".join(filter(str.isdigit, each)) for each in numbers}) == len(numbers):
        return numbers
    return tuple(f"{each} ({'decimals' if set(each) & set('.,') else 'thousands'})" for each in numbers)
