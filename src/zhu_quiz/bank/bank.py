"""A parsed bank, and what can be known of its questions without building them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from json import loads
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..model.memory import Card
from ..model.problem import Problem, QuizError
from ..model.tree import Group, planted
from ..questions import Question
from .head import Claim, Head, Section


class Entry(NamedTuple):
    """A question in the table of contents."""

    id: str
    kind: str
    section: str = ""
    """Id of the section of the article; empty where it names none."""
    status: str = "ready"
    revision: int = 1
    sides: tuple[str, ...] = ("",)
    was: tuple[str, ...] = ()

    @classmethod
    def of(cls, question: Question) -> "Entry":
        section, status = question.source.section, question.status
        return cls(
            question.id, question.kind, section, status, question.revision, question.sides, question.was
        )


class Shelf(Mapping[str, Question]):
    """Questions in the order of the file, each built when it is first looked at."""

    def __init__(self, contents: Mapping[str, Entry], packed: Mapping[str, bytes], lang: str) -> None:
        self.contents = contents
        self._packed = packed
        """As JSON."""
        self._lang = lang
        self._built: dict[str, Question] = {}

    def __getitem__(self, name: str) -> Question:
        if name not in self._built:
            entry = planted(loads(self._packed[name]))
            assert isinstance(entry, Group)
            question, problems = Question.parse(entry, self._lang)
            if question is None:
                raise QuizError(f"The stored copy of the question “{name}” is damaged: {problems[0].message}")
            self._built[name] = question
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.contents)

    def __len__(self) -> int:
        return len(self.contents)


@dataclass(frozen=True, kw_only=True)
class Bank(Head):
    """The readable questions of a file, and everything that is wrong with it."""

    claims: tuple[Claim, ...] = ()
    claims_path: str = ""
    """Where the claims stand, if in a file of their own; relative to the bank."""
    questions: Mapping[str, Question] = field(default_factory=lambda: MappingProxyType({}))
    """By id, in the order of the file, drafts and retired ones among them."""
    path: Path | None = None
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Where each question begins, by id; lines count from 1."""
    problems: tuple[Problem, ...] = ()
    """In the order of the file."""
    left_out: tuple[str, ...] = ()
    """The entries that cannot be asked before they are mended: an id, or such as “question 7 (line 57)”."""

    @cached_property
    def contents(self) -> Mapping[str, Entry]:
        """The table of contents, by id."""
        if isinstance(self.questions, Shelf):
            return self.questions.contents
        return {name: Entry.of(question) for name, question in self.questions.items()}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Of the questions that are asked, in the order of the file."""
        return tuple(
            Card(entry.id, side)
            for entry in self.contents.values()
            if entry.status == "ready"
            for side in entry.sides
        )

    @cached_property
    def ready(self) -> tuple[Question, ...]:
        """The questions that are asked, in the order of the file."""
        return tuple(self.questions[name] for name, entry in self.contents.items() if entry.status == "ready")

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Earlier ids of questions, and what they are called now."""
        return {old: entry.id for entry in self.contents.values() for old in entry.was}

    @cached_property
    def _sections(self) -> dict[str, Section]:
        """By id; of two with the same one, the first."""
        return {each.id: each for each in reversed(self.sections)}

    def revision(self, question: str) -> int:
        return self.contents[question].revision

    def section_of(self, question: str) -> str:
        """Id of the section of the article; empty where the question names none."""
        return self.contents[question].section

    def section(self, question: Question) -> Section | None:
        """None where the question names no section, or the bank does not list it."""
        return self._sections.get(question.source.section)

    def introduction(self, question: Question) -> Section | None:
        """Its section, if there is something to read before its questions."""
        section = self.section(question)
        return section if section and section.about else None

    def section_title(self, question: Question) -> str:
        """Empty where there is no such section."""
        section = self.section(question)
        return section.title if section else ""
