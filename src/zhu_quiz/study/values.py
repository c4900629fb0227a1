"""What a face of a sitting is told."""

from dataclasses import dataclass, replace

from ..bank.head import Section
from ..model.event import Review
from ..model.mark import Mark, Response
from ..model.memory import Card, CardState, Grade, Proposal
from ..model.prompt import Prompt
from ..questions import Question


@dataclass(frozen=True, kw_only=True)
class Today:
    """What there is to do."""

    due: int
    new: int
    """New cards that today's quota still allows."""
    minutes: int
    """Expected for both, from the learner's own pace; at least 1 where there is anything."""
    answered: int
    """Of the sitting that was left unfinished today; 0 where none was."""
    left: int
    """Cards still to ask in that sitting."""
    unseen: int
    """New cards in all, also those that are suspended or put off."""
    more_new: int
    """New cards that can be met today beyond any quota: `Study.sit_new` asks so many, up to its limit."""
    ahead: int
    """Cards that can be studied ahead of their time: `Study.sit_ahead` asks so many, up to its limit."""
    next_day: int | None
    """The study day on which cards are next due; None where nothing is planned."""
    next_count: int
    today: int
    """The study day."""
    known: float | None
    """Share of the bank that the learner would recall now; None before the first review."""
    known_margin: float
    """Half width of the 95 % band around `known`."""


@dataclass(frozen=True, kw_only=True)
class GradeChoice:
    grade: Grade
    days: int
    """Until it comes again; 0 means in this sitting."""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A card being asked."""

    card: Card
    question: Question
    """As seen from the card's side."""
    prompt: Prompt
    number: int
    """From 1, among `total`."""
    total: int
    coming_again: int
    """Missed cards that will be asked once more in this sitting."""
    section: str
    """Title of the section of the article; empty where the bank names none."""
    is_again: bool
    """It was missed earlier in this sitting."""
    state: CardState
    choices: tuple[GradeChoice, ...]
    """The four grades, in order, with what each leads to."""
    why_now: str
    """In words: when it was last seen, what the chance of recall is."""
    introduction: Section | None = None
    """To be read before it, where nothing of its section was ever answered."""


@dataclass(frozen=True, kw_only=True)
class Marked:
    """An answer, and what it is worth."""

    turn: Turn
    response: Response | None
    """None where the learner gave up."""
    mark: Mark


@dataclass(frozen=True, kw_only=True)
class Answered(Marked):
    """One that stands in the log."""

    proposal: Proposal
    review: Review
    """Its `grade` counts; it differs from the proposal's where the learner overrode it."""
    outlook: str
    """When it comes again, in words."""
    overrules: tuple[str, ...] = ()
    """What the learner may say against the grade: “right”, “typo”, “guess”."""

    def renamed(self, card: Card) -> "Answered":
        """By the name that its question has now."""
        return replace(self, turn=replace(self.turn, card=card), review=replace(self.review, card=card))


@dataclass(frozen=True, kw_only=True)
class Missed:
    card: Card
    stem: str
    yours: str | None
    """In words, on one line; empty where the learner gave up, None for a flashcard, which is never written down."""
    right: str


@dataclass(frozen=True, kw_only=True)
class Summary:
    answered: int
    """Different cards."""
    minutes: float
    right_at_first: int
    missed: tuple[Missed, ...]
    weakest: tuple[str, int, int] | None
    """Title of a section, how many right at first there, out of how many; None where nothing stands out."""
    known_before: float | None
    """None where all was new, and for a sitting that was resumed."""
    known_after: float | None
    next_day: int | None
    next_count: int
    today: int
    counts: bool
    """False for practice, which leaves the schedule as it is."""
