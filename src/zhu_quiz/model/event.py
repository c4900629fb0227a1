"""What happened: lines of the log. Each holds everything observed and decided at that moment and never changes."""

from dataclasses import dataclass
from enum import StrEnum

from .mark import Response
from .memory import Card, Grade, MemoryState

ANKI = "anki"
"""The sitting of what was done there and brought here."""


class Mode(StrEnum):
    """Why a card was asked."""

    REVIEW = "review"
    PRACTICE = "practice"
    """Changes nothing of what is scheduled."""


@dataclass(frozen=True, kw_only=True)
class Event:
    id: str
    """UUID version 7: unique across machines, in the order of time."""
    bank: str
    at_ms: int
    """Milliseconds since 1970, UTC."""
    offset_minutes: int
    """East of UTC, at that moment and place."""
    study_day: int
    """Ordinal of the local date after the cut-off hour."""


@dataclass(frozen=True, kw_only=True)
class Begun(Event):
    """A sitting began; its `id` names it."""

    mode: Mode
    plan: tuple[Card, ...]
    """The cards to ask, in order."""


@dataclass(frozen=True, kw_only=True)
class Ended(Event):
    """A sitting came to its end; one without this line can be resumed."""

    sitting: str


@dataclass(frozen=True, kw_only=True)
class Review(Event):
    """A card was asked and answered."""

    card: Card
    revision: int
    """Of the question."""
    key_hash: str
    """Of the question's right answer: item statistics start anew when it changes."""
    kind: str
    sitting: str
    mode: Mode = Mode.REVIEW
    response: Response | None
    """None where the learner gave up."""
    fraction: float
    chance: float
    thinking_ms: int
    hints: int = 0
    """How many were taken."""
    guessed: bool = False
    proposed: Grade
    grade: Grade
    """What counts: the proposal, or what the learner made of it."""
    reason: str
    """Of the proposal."""
    recall: float | None
    """The chance of recall predicted just before; None for a new card."""
    before: MemoryState | None
    after: MemoryState | None
    """Equal to `before` in practice."""
    due_day: int | None
    parameters: str
    """Which parameters of the memory model decided."""


class Action(StrEnum):
    """What a learner can do to a card without answering it."""

    SUSPEND = "suspend"
    RESTORE = "restore"
    BURY = "bury"
    """Not today."""
    FLAG = "flag"
    UNFLAG = "unflag"
    RESET = "reset"
    """What was learned before no longer counts: the card is new."""


@dataclass(frozen=True, kw_only=True)
class CardAction(Event):
    card: Card
    action: Action
    sitting: str = ""


@dataclass(frozen=True, kw_only=True)
class Undo(Event):
    """An earlier review or action counts as if it had never happened."""

    undoes: str
    """Id of that event."""
