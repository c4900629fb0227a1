"""What is scheduled and what is remembered of it."""

from dataclasses import dataclass
from enum import IntEnum


class Grade(IntEnum):
    """How well something was recalled. Hard is a pass."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def word(self) -> str:
        return self.name.capitalize()


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """The grade that an answer earns, and why."""

    grade: Grade
    reason: str
    """One sentence to the learner."""


@dataclass(frozen=True, order=True, slots=True)
class Card:
    """What is scheduled: a question or, for a reversed flashcard, one side of it."""

    question: str
    side: str = ""

    def __str__(self) -> str:
        return f"{self.question}~{self.side}" if self.side else self.question

    @classmethod
    def named(cls, name: str) -> "Card":
        """The inverse of `str`."""
        question, _, side = name.partition("~")
        return cls(question, side)


@dataclass(frozen=True, slots=True)
class MemoryState:
    """FSRS: how firmly something is remembered."""

    stability: float
    """Days until the chance of recall falls to 0.9."""
    difficulty: float
    """1 to 10."""
    study_day: int
    """Of the last review that counted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CardState:
    """All that the log says of one card."""

    memory: MemoryState | None = None
    """None before the first review."""
    due_day: int | None = None
    """The study day on which it comes again; None while new."""
    reps: int = 0
    lapses: int = 0
    """Times forgotten after having been known."""
    revision: int = 1
    """Of the question that was remembered."""
    is_suspended: bool = False
    buried_day: int | None = None
    """The study day on which it is not asked."""
    is_flagged: bool = False


NEW = CardState()
