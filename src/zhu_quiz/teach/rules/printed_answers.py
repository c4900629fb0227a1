"""Answers that can be read in another question."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from ...questions.cloze import Cloze
from ...questions.number import Number
from ...questions.short import Short
from ..material import Material, Subject
from ..rule import Finding, of_bank
from ..words.prose import words_in

_READ = frozenset({"ask", "text", "front", "item"})
_GAP = re.compile(r"\{\{[^{}]*\}\}")
_SHORTEST = 3
"""Characters: a shorter answer stands everywhere."""
_CROWD = 100
"""So many questions are looked through for an answer, or large banks would take minutes."""

_CAPITAL = """\
- id: capital
  type: short
  ask: Which city is the capital of Kenya?
  answer: Nairobi
  source: {section: africa}
"""
_RAILWAY = """\
- id: railway
  type: true-false
  ask: %s was founded as a depot of a railway.
  answer: true
  source: {section: africa}
"""

Shelves = dict[tuple[str, str], list[tuple[Subject, str]]]
"""Questions on a matter in which a word stands, each with all that is read in it."""


@of_bank(
    "ZQ304",
    "info",
    "What has to be typed stands in no other question on the same matter.",
    why="A learner who meets both in one sitting copies the answer instead of recalling it. "
    "Questions are on the same matter where they share a section or a claim.",
    on=False,
    bad=_CAPITAL + _RAILWAY % "Nairobi",
    good=_CAPITAL + _RAILWAY % "The capital of Kenya",
)
def printed_elsewhere(material: Material) -> Iterator[Finding]:
    shelves: Shelves = defaultdict(list)
    for subject in material.subjects:
        read = _read(subject)
        for word in set(read.split()):
            for matter in _matters(subject):
                shelves[matter, word].append((subject, read))
    for subject in material.subjects:
        for answer in _typed(subject):
            where = next(_printed(answer, subject, shelves), None)
            if where:
                yield Finding(
                    at=subject.node("answer"),
                    message=f"The answer “{answer}” can be read in the question “{where}”.",
                    remedy="Put it in other words there, or let one of the two ask for something else.",
                    question=subject.question.id,
                )


def _printed(answer: str, subject: Subject, shelves: Shelves) -> Iterator[str]:
    """Ids of the other questions in which it stands."""
    words = words_in(answer)
    for matter in _matters(subject):
        shortest = min((shelves.get((matter, word), []) for word in words), key=len, default=[])
        for other, read in islice(shortest, _CROWD):
            if other.question is not subject.question and f" {' '.join(words)} " in read:
                yield other.question.id


def _read(subject: Subject) -> str:
    """The words that are read before the answer, with a space around each."""
    texts = " … ".join(text.value for key, text in subject.texts if key in _READ)
    return f" {' '.join(words_in(_GAP.sub(' … ', texts)))} "


def _matters(subject: Subject) -> tuple[str, ...]:
    question = subject.question
    sections = (f"section {question.source.section}",) if question.source.section else ()
    return (*(f"claim {claim}" for claim in question.claims), *sections)


def _typed(subject: Subject) -> Iterator[str]:
    match subject.question:
        case Short() | Number() as question:
            answers: tuple[str, ...] = (question.answer,)
        case Cloze() as cloze:
            answers = cloze.solution
        case _:
            answers = ()
    yield from (answer for answer in answers if len(answer) >= _SHORTEST)
