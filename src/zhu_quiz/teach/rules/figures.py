"""Options that are numbers or ranges of numbers."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from ...questions import Question
from ...questions.numbers import readings
from ...questions.options import are_figures
from ..asking import options_of, placed_options, quoted, stem
from ..material import Subject
from ..rule import Finding, of_question
from ..words.prose import first_of, prose

_RANGE = re.compile(r"(\d{1,9})\s*(–|—|-|to|bis|à|a)\s*(\d{1,9})\s*(\D{0,20})")
_NUMBER = re.compile(r"(?:(?<![\w.])[-−–])?\d[\d.,'’\s]*")
_NO_QUANTITY = re.compile(r"(?<![\d.,])0\d|\d{7}|\d\s*[:/^]")
"""Leading zeros, long numbers without marks, times, fractions, powers."""
_HIGHEST_SCORE = 10
"""Of a game with few goals: 1-2, 2-3, 3-4 are no ranges."""
_YEARS = range(1000, 2101)


class Span(NamedTuple):
    """A range of numbers that an option offers."""

    start: int
    end: int
    unit: str
    is_bare: bool
    """Written with a hyphen and without a unit, as scores are."""


@of_question(
    "ZQ209",
    "warning",
    "Ranges do not overlap.",
    why="A number that lies in two ranges makes two options right.",
    bad="""\
- id: boiling
  type: choice
  ask: At how many degrees does alcohol boil?
  options:
    - wrong: 40–60 °C
    - right: 60–80 °C
    - wrong: 80–100 °C
""",
    good="""\
- id: boiling
  type: choice
  ask: At how many degrees does alcohol boil?
  options:
    - wrong: 40–59 °C
    - right: 60–79 °C
    - wrong: 80–99 °C
""",
    words=True,
)
def overlapping_ranges(subject: Subject) -> Iterator[Finding]:
    spans = [(span, option, at) for option, at in placed_options(subject) if (span := _span(option.text))]
    # Bands of frequencies may touch, where the band itself is asked for.
    if len(spans) < 2 or first_of(subject.words.ranges, prose(stem(subject).value)):
        return
    spans.sort(key=lambda each: each[0])
    if not _are_ranges([span for span, *_ in spans]):
        return
    for (one, first, _), (two, second, at) in pairwise(spans):
        if one.unit == two.unit and one.start < two.start <= one.end < two.end:
            yield Finding(
                at=at,
                message=f"{quoted(first.text)} and {quoted(second.text)} overlap.",
                remedy="Let each range begin after the end of the one before.",
            )


def _span(text: str) -> Span | None:
    found = _RANGE.fullmatch(text.strip())
    if not found:
        return None
    start, end = int(found[1]), int(found[3])
    # One war may begin in the year in which another ends.
    if start >= end or (start in _YEARS and end in _YEARS):
        return None
    return Span(start, end, found[4].strip(), found[2] == "-" and not found[4])


def _are_ranges(spans: Sequence[Span]) -> bool:
    """Whether they are no scores of games, 3-2 or 98-102: of such, three in a row do not follow each other."""
    if not any(span.is_bare for span in spans):
        return True
    is_chain = all(two.start - one.end in (0, 1) for one, two in pairwise(spans))
    return is_chain and len(spans) > 2 and spans[-1].end >= _HIGHEST_SCORE


@of_question(
    "ZQ210",
    "info",
    "Numbers stand in order.",
    why="Options that are all figures are shown as they stand in the file. In order, learners find their number "
    "quicker, and the place of the right one says nothing.",
    bad="""\
- id: moons
  type: choice
  ask: How many moons has Mars?
  options:
    - wrong: 4
    - right: 2
    - wrong: 16
""",
    good="""\
- id: moons
  type: choice
  ask: How many moons has Mars?
  options:
    - right: 2
    - wrong: 4
    - wrong: 16
""",
)
def numbers_in_disorder(subject: Subject) -> Iterator[Finding]:
    if disordered(subject.question):
        yield Finding(
            at=subject.node("options", 0),
            message="The numbers are not in order.",
            remedy="Put them in order, from the smallest to the largest; the program does not shuffle them.",
        )


def disordered(question: Question) -> tuple[Decimal, ...]:
    """The numbers of the options, in their order; none where that is no disorder, or not all are plain numbers."""
    options = options_of(question)
    if any(option.pin for option in options) or not are_figures(options):
        return ()
    numbers = [_number(option.text, question.language) for option in options]
    known = tuple(number for number in numbers if number is not None)
    # 3.9 stands before 3.10 where versions are meant.
    versions = [_version(option.text) for option in options]
    is_in_order = len(known) < len(numbers) or _is_sorted(known) or _is_sorted(versions)
    return () if is_in_order else known


def _number(text: str, lang: str) -> Decimal | None:
    """The only number that stands in the text, if it is no name and nobody could read it in another way."""
    found = _NUMBER.findall(text)
    if len(found) != 1 or _NO_QUANTITY.search(text):
        return None
    meant = readings(found[0].strip(" .,"), lang)
    return meant[0] if len(meant) == 1 else None


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def _is_sorted(values: Sequence[Any]) -> bool:
    return list(values) in (sorted(values), sorted(values, reverse=True))
