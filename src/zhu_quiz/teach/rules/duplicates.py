"""Questions that ask the same thing twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from ...model.markdown import bare
from ...model.note import ChoiceNote, NoteOption
from ..asking import stem
from ..counting import listed
from ..material import Material, Subject
from ..rule import Finding, of_bank
from ..words.prose import split

_ALIKE = 0.75
"""Share of the words of the longer question that stand in the shorter one too."""
_MOST = 5
"""Pairs that are told one by one."""
_REMEDY = "Delete one of the two, or let one ask for more: why, how, or what follows from it."
_CROWD = 40
"""Questions that share an answer and a rare word are held against so many, or hostile banks would take minutes."""
_SIGNS = re.compile(r"(?:[^\w\s.,;:?!'\"“”‘’()…-]|(?<!\w)-|-(?!\w))+")
_MARK = re.compile(r"[*`\[\\]")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a question asks, in words."""

    subject: Subject
    written: tuple[str, ...]
    """As they stand, and behind them the signs of code and sums."""
    function: frozenset[str]
    negatives: frozenset[str]

    @cached_property
    def all_words(self) -> frozenset[str]:
        """In small letters."""
        return frozenset(map(str.casefold, self.written))

    @cached_property
    def words(self) -> frozenset[str]:
        """Those that carry matter."""
        return self.all_words - self.function

    @property
    def options(self) -> tuple[NoteOption, ...]:
        note = self.subject.question.note()
        return note.options if isinstance(note, ChoiceNote) else ()

    def is_twin(self, other: "Asked") -> bool:
        """Whether both ask the same, given that they have the same answer."""
        shorter, longer = sorted((self, other), key=lambda each: len(each.written))
        if not shorter.words <= longer.words or len(shorter.words) < _ALIKE * len(longer.words):
            return False
        if shorter._is_told_from(longer) or longer._is_told_from(shorter):
            return False
        if self.subject.question.image != other.subject.question.image or self._figures != other._figures:
            return False
        if len(self.options) == 2:
            # Such an answer says nothing of the matter: each word and its place count.
            return self._in_order == other._in_order
        # “None of these” answers very different questions, whose wrong options differ then.
        ours, theirs = _wrong(self.options), _wrong(other.options)
        return bool(ours & theirs) or not (ours and theirs)

    @property
    def _in_order(self) -> list[str]:
        return [word.casefold() for word in self.written if word.casefold() in self.words]

    @property
    def _figures(self) -> list[str]:
        """In their order: 3 from 5 is not 5 from 3."""
        return [word for word in self.written if not word.isalpha() and any(map(str.isdigit, word))]

    def _is_told_from(self, other: "Asked") -> bool:
        """Whether a word that only this one has makes it another question: a name, a figure, a sign, a “not”."""
        return any(
            word.casefold() not in other.all_words and self._matters(word, place)
            for place, word in enumerate(self.written)
        )

    def _matters(self, word: str, place: int) -> bool:
        if word.casefold() in self.function | self.negatives:
            return word.casefold() in self.negatives
        is_name = place > 0 and word[0].isupper()
        return is_name or len(word) == 1 or not word.isalpha()


@of_bank(
    "ZQ303",
    "warning",
    "No question is asked twice.",
    why="Two questions of nearly the same words with the same answer teach nothing new: "
    "the second only shows whether the first is remembered. "
    "Another question on the same matter, at another depth, is welcome.",
    bad="""\
- id: capital
  type: short
  ask: Which city is the capital of Kenya?
  answer: Nairobi
- id: capital-today
  type: short
  ask: Which large city is the capital of Kenya?
  answer: Nairobi
""",
    good="""\
- id: capital
  type: short
  ask: Which city is the capital of Kenya?
  answer: Nairobi
- id: capital-founded
  type: choice
  ask: What was the capital of Kenya founded for?
  options:
    - right: As a depot of the railway
    - wrong: As a harbour
""",
)
def asked_twice(material: Material) -> Iterator[Finding]:
    asked = list(_asked(material))
    frequency = Counter(word for each in asked for word in each.words)
    met: dict[tuple[object, str], list[Asked]] = defaultdict(list)
    twins: list[tuple[Asked, Asked]] = []
    for each in asked:
        answer = each.subject.question.answer_key
        rarest = sorted(each.words, key=lambda word: (frequency[word], word))
        # Two that share so many words share one of the rarest of each.
        shelves = [met[answer, word] for word in rarest[: len(rarest) - ceil(_ALIKE * len(rarest)) + 1]]
        twin = next((other for shelf in shelves for other in shelf if each.is_twin(other)), None)
        for shelf in shelves:
            if len(shelf) < _CROWD:
                shelf.append(each)
        if twin:
            twins.append((each, twin))
    # Those that allow it are told apart, so that what is allowed is known.
    allowing = [pair for pair in twins if "ZQ303" in pair[0].subject.question.allow]
    others = [pair for pair in twins if pair not in allowing]
    told = len(others) if len(others) <= _MOST + 1 else _MOST
    for each, twin in (*allowing, *others[:told]):
        yield _twice(each, twin, material)
    if more := [each.subject for each, _ in others[told:]]:
        names = listed([subject.question.id for subject in more])
        yield Finding(
            at=stem(more[0]),
            message=f"{len(more)} more questions are nearly one above them, with the same answer: {names}.",
            remedy=_REMEDY,
        )


def _twice(each: Asked, twin: Asked, material: Material) -> Finding:
    first = twin.subject.question.id
    return Finding(
        at=stem(each.subject),
        message=f"This is nearly the question “{first}” of line {material.bank.lines[first]}, "
        "and it has the same answer.",
        remedy=_REMEDY,
        question=each.subject.question.id,
    )


def _asked(material: Material) -> Iterator[Asked]:
    for subject in material.subjects:
        written = stem(subject).value
        text = bare(written) if _MARK.search(written) else written
        yield Asked(
            subject=subject,
            written=(*split(text), *_SIGNS.findall(text)),
            function=subject.words.function,
            negatives=subject.words.negatives,
        )


def _wrong(options: tuple[NoteOption, ...]) -> frozenset[str]:
    return frozenset(option.text.casefold() for option in options if not option.is_right)
