"""Options to pick from, shared by the kinds that have them."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..model.note import ChoiceNote, NoteOption
from ..model.problem import Problem
from ..model.tree import Group
from .keys import Schema, key
from .lists import place_of, repeats
from .shapes import one_of, text

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIGURES = re.compile(rf"(?:[−–-]?\d|\b(?:{_MONTHS})\b)[\d.,:/\s–-]*")


@dataclass(frozen=True, kw_only=True)
class Option:
    right: str = key(text, "A right answer.", default="")
    wrong: str = key(text, "A wrong answer that someone might believe.", default="")
    why: str = key(text, "Why it is right or wrong, shown to those who pick it.", default="")
    pin: str = key(
        one_of("first", "last", told=("Always on top.", "Always at the end.")),
        "Keeps its place when the others are shuffled.",
        default="",
    )
    limits: ClassVar[Schema] = {
        "if": {"required": ["right"]},
        "then": {"properties": {"wrong": False}, "errorMessage": "An option is either right or wrong."},
        "else": {
            "required": ["wrong"],
            "errorMessage": "Begin the option with `- right:` or with `- wrong:`.",
        },
    }

    @property
    def text(self) -> str:
        return self.right or self.wrong

    @property
    def is_right(self) -> bool:
        return bool(self.right)

    def complaints(self, group: Group) -> Iterator[Problem]:
        if bool(self.right) == bool(self.wrong):
            yield Problem(
                code="ZQ102", place=group.place, message="An option is either right or wrong.",
                remedy="Begin it with `- right:` or with `- wrong:`, followed by its text.",
            )  # fmt: skip


def option_limits(told: str) -> Schema:
    """That there are two or more, and one of them right."""
    return {"type": "array", "minItems": 2, "contains": {"required": ["right"]}, "errorMessage": told}


def arranged(options: tuple[Option, ...], seed: int, *, shuffle: bool) -> tuple[str, ...]:
    """The texts in the order to show: pinned ones at their ends, the others shuffled if they may be."""
    first, middle, last = _parted(options)
    if shuffle:
        random.Random(seed).shuffle(middle)
    return tuple(option.text for option in (*first, *middle, *last))


def as_note(stem: str, options: tuple[Option, ...], *, several: bool, shuffle: bool) -> ChoiceNote:
    first, middle, last = _parted(options)
    return ChoiceNote(
        stem=stem,
        options=tuple(
            NoteOption(text=option.text, is_right=option.is_right, why=option.why)
            for option in (*first, *middle, *last)
        ),
        several=several,
        shuffled=shuffle,
        pinned_first=len(first),
        pinned_last=len(last),
    )


def are_figures(options: tuple[Option, ...]) -> bool:
    """Whether nothing but figures tells them apart, as with numbers and dates: in order they read quicker."""
    texts = [option.text for option in options]
    return all(map(_FIGURES.search, texts)) and len({_FIGURES.sub("", text).strip() for text in texts}) == 1


def reasons(options: tuple[Option, ...]) -> Iterator[tuple[str, str]]:
    """The options that are said to be right or wrong for a reason, and why."""
    return ((option.text, option.why) for option in options if option.why)


def option_problems(options: tuple[Option, ...], group: Group) -> Iterator[Problem]:
    """Too few of them, or two alike."""
    if len(options) < 2:
        yield Problem(
            code="ZQ108", place=place_of(group, "options"),
            message="There are too few options to choose from.",
            remedy="Add a line `- wrong: …` with an answer that someone might believe.",
        )  # fmt: skip
    yield from repeats((option.text for option in options), group, "options", "ZQ109")


def _parted(options: tuple[Option, ...]) -> tuple[list[Option], list[Option], list[Option]]:
    """Those pinned first, those that move, those pinned last."""
    first, middle, last = (
        [option for option in options if option.pin == pin] for pin in ("first", "", "last")
    )
    return first, middle, last
