"""A card's lines of Anki's review log as events of ours, by the rules by which Anki reads them itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...memory.days import study_day
from ...memory.fsrs import recall, remembered
from ...memory.parameters import Parameters
from ...model.event import ANKI, Action, CardAction, Mode, Review
from ...model.memory import Card, Grade, MemoryState
from ...model.moment import Moment
from ...questions import Question
from ..reading.values import ReviewRow, RowType
from .cards import Asked
from .ids import id_of

_LONGEST = 36_500
"""Days; Anki waits no longer."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where and by which numbers somebody learns."""

    bank: str
    moment: Callable[[int], Moment]
    """Where the learner's clock stood at a millisecond."""
    cutoff_hour: int
    parameters: Parameters

    def stamp(self, at_ms: int) -> dict[str, str | int]:
        """What an event of that moment begins with, but for its id."""
        moment = self.moment(at_ms)
        return {
            "bank": self.bank,
            "at_ms": at_ms,
            "offset_minutes": moment.offset_minutes,
            "study_day": study_day(moment, self.cutoff_hour),
        }


@dataclass
class Answers:
    """The lines of one card, read from the first to the last."""

    asked: Asked
    question: Question
    place: Place
    is_ours: Callable[[Card, ReviewRow], bool] = lambda card, row: False
    """Whether a line went to Anki from here."""
    by_hand: int = 0
    """Lines that change a due day and tell nothing of the memory."""
    is_truncated: bool = False
    """Whether what counts begins in the middle, so that its first answer has to pass for the first of all."""
    _memory: MemoryState | None = None
    _due_day: int | None = None
    _was_theirs: bool = False
    """Whether any answer since the last reset was given there."""

    def events(self, rows: Iterable[ReviewRow]) -> Iterator[Review | CardAction]:
        """`rows`: in the order of their ids."""
        was_learning = False
        for row in rows:
            is_answer = 1 <= row.ease <= 4 and row.type not in (RowType.BY_HAND, RowType.RESCHEDULED)
            if row.is_practice:
                if is_answer:
                    yield self._review(row, Mode.PRACTICE)
                continue
            is_learning = is_answer and row.type == RowType.LEARNING
            is_reset = row.type == RowType.BY_HAND and not row.factor
            # Earlier versions of Anki left no line when a card was made new: that it is learned anew tells.
            # Where all before it are ours, they may have gone there only after it: then nothing was made new.
            is_begun_anew = is_learning and not was_learning and self._was_theirs
            if self._memory and (is_reset or is_begun_anew):
                yield self._reset(row)
            was_learning = is_learning
            if is_answer:
                yield self._review(row, Mode.REVIEW)
                self._was_theirs |= not self.is_ours(self.asked.card, row)
            elif not is_reset:
                self.by_hand += 1

    def _reset(self, row: ReviewRow) -> CardAction:
        self._memory = self._due_day = None
        self._was_theirs = False
        return CardAction(
            id=id_of(row.id, self.asked.guid, self.asked.ord, row.id, Action.RESET, is_first=True),
            **self.place.stamp(row.id),  # type: ignore[arg-type]  # a mapping does not tell which key is what
            card=self.asked.card,
            action=Action.RESET,
            sitting=ANKI,
        )

    def _review(self, row: ReviewRow, mode: Mode) -> Review:
        stamp, grade, before = self.place.stamp(row.id), Grade(row.ease), self._memory
        day, parameters = int(stamp["study_day"]), self.place.parameters
        if mode is Mode.REVIEW:
            self.is_truncated = self.is_truncated if before else row.type != RowType.LEARNING
            self._memory = remembered(before, grade, day, parameters)
            self._due_day = day + _days(row.interval)
        return Review(
            id=id_of(row.id, self.asked.guid, self.asked.ord, row.id),
            **stamp,  # type: ignore[arg-type]  # as above
            card=self.asked.card,
            revision=self.asked.revision,
            key_hash=self.question.key_hash,
            kind=self.question.kind,
            sitting=ANKI,
            mode=mode,
            response=None,
            fraction=float(grade is not Grade.AGAIN),
            chance=0.0,
            thinking_ms=max(0, row.taken_ms),
            proposed=grade,
            grade=grade,
            reason="Answered in Anki.",
            recall=recall(before, day, parameters) if before else None,
            before=before,
            after=self._memory,
            due_day=self._due_day,
            parameters=parameters.id,
        )


def _days(interval: int) -> int:
    """Whole days of an interval of Anki's."""
    return min(interval, _LONGEST) if interval >= 0 else min(-interval // 86_400, _LONGEST)
