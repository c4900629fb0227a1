"""A learner's log as Anki keeps one: how each card stands, and the rows of the review log that led there."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ...bank import Bank
from ...memory.fsrs import interval
from ...memory.parameters import Parameters
from ...model.event import ANKI, CardAction, Mode, Review
from ...model.history import CardHistory
from ...model.memory import Card, MemoryState
from ..identity import Distinct, guids
from ..reading.values import CardType, Queue, ReviewRow, RowType
from .ids import ms_of

if TYPE_CHECKING:
    from ..writing.notes import AnkiNote

FIRST_DAY = date(2020, 1, 1)
"""From here the collection of a package counts its days."""
STEP_MINUTES = 10
"""When a missed card is shown again. Here it waits for its turn; Anki wants a time."""

_AHEAD_MS = 12 * 3_600_000
"""How far clocks may differ; Anki takes what is dated up to a day ahead."""
_EASE = 2500
"""Of the older scheduler, which takes over where a learner has FSRS switched off."""
_RED = 1


@dataclass(frozen=True, kw_only=True)
class Progress:
    """What the log says of a bank's cards, at one moment."""

    bank: Bank
    histories: Mapping[Card, CardHistory]
    """By the names that the questions have now, retired ones among them."""
    answers: int
    """All that stand in the log, also those to what the bank no longer has, or has changed since."""
    parameters: Parameters
    now_ms: int
    today: int
    """The study day."""
    with_preset: bool = True
    """Whether the parameters go along as deck options: such replace what a learner chose for the deck."""

    def of(self, note: "AnkiNote", ord: int) -> CardHistory | None:
        """Of the card at that place; None for a note that only tells what the question used to be."""
        question = self.bank.questions.get(note.question)
        if question is None or (note.is_retired and question.status == "ready"):
            return None
        names = (*guids(self.bank, question), *guids(self.bank, question, note.note_type.name))
        if note.guid not in names or ord >= len(question.sides):
            return None
        return self.histories.get(Card(question.id, question.sides[ord]))

    def carried(self, notes: Iterable["AnkiNote"]) -> int:
        """How many answers go along with these."""
        cards = (self.of(note, ord) for note in notes for ord in note.note_type.cards(note.fields))
        return sum(len(history.reviews) for history in cards if history)


class Scheduled(NamedTuple):
    """The columns of a card that tell how it stands, in the order of the table."""

    type: int
    queue: int
    due: int
    """New: its place; learning: seconds since 1970; review: days since the first of the collection."""
    interval: int
    factor: int
    reps: int
    lapses: int
    left: int
    original_due: int
    original_deck: int
    flags: int
    data: str


def scheduled(
    history: CardHistory | None, place: int, progress: Progress | None, *, is_retired: bool
) -> Scheduled:
    """How a card stands; `place`: its own among the new cards."""
    if history is None or progress is None:
        queue = Queue.SUSPENDED if is_retired else Queue.NEW
        return Scheduled(CardType.NEW, queue, place, *(0,) * 8, "")
    state = history.state
    type, queue, due, days = CardType.NEW, Queue.NEW, place, 0
    if state.memory and state.due_day is not None:
        type, queue, due, days = _standing(history, state.memory, state.due_day, progress)
    if is_retired or state.is_suspended:
        queue = Queue.SUSPENDED
    elif state.buried_day == progress.today:
        queue = Queue.BURIED
    return Scheduled(
        type=type,
        queue=queue,
        due=due,
        interval=days,
        factor=_EASE if days else 0,
        reps=state.reps,
        lapses=state.lapses,
        left=1 if type in (CardType.LEARNING, CardType.RELEARNING) else 0,
        original_due=0,
        original_deck=0,
        flags=_RED if state.is_flagged else 0,
        data=_data(history, state.memory, place, progress) if state.memory else "",
    )


def _standing(
    history: CardHistory, memory: MemoryState, due_day: int, progress: Progress
) -> tuple[CardType, Queue, int, int]:
    """Type, queue, due and interval of a card that was answered."""
    days = due_day - memory.study_day
    if days > 0:
        return CardType.REVIEW, Queue.REVIEW, due_day - FIRST_DAY.toordinal(), days
    due = _last_ms(history, progress) // 1000 + STEP_MINUTES * 60
    if not history.state.lapses:
        return CardType.LEARNING, Queue.LEARNING, due, 0
    ideal = round(interval(memory.stability, progress.parameters))
    days = min(max(ideal, 1), progress.parameters.maximum_interval)
    return CardType.RELEARNING, Queue.LEARNING, due, days


def _data(history: CardHistory, memory: MemoryState, place: int, progress: Progress) -> str:
    """The memory, rounded as Anki rounds it."""
    parameters = progress.parameters
    told = {
        "pos": place,
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": round(parameters.desired_retention, 2),
        "decay": round(-parameters.decay, 3),
        "lrt": _last_ms(history, progress) // 1000,
    }
    return json.dumps(told, separators=(",", ":"))


def _last_ms(history: CardHistory, progress: Progress) -> int:
    """When the card was last answered in earnest."""
    last = next(each for each in reversed(history.reviews) if each.mode is not Mode.PRACTICE)
    return min(ms_of(last), progress.now_ms)


def review_log(histories: Iterable[tuple[int, CardHistory]], now_ms: int) -> Iterator[ReviewRow]:
    """The rows of all cards, given by their ids; none has the id of another."""
    free = Distinct()
    # What Anki numbered keeps its number, whatever else happened in that millisecond.
    for _, _, row in sorted(entry for card_id, history in histories for entry in _rows(card_id, history)):
        # A clock that was wrong may have dated it to a day to come; a little ahead it keeps its number.
        id = free(min(row.id, now_ms + _AHEAD_MS))
        yield row if id == row.id else row._replace(id=id)


def _rows(card_id: int, history: CardHistory) -> Iterator[tuple[bool, str, ReviewRow]]:
    """Each with whether it is our own, not of Anki, and the id of its event."""
    type, span = RowType.LEARNING, 0
    reset: CardAction | None = None
    events: list[Review | CardAction] = [*history.reviews, *history.resets]
    for event in sorted(events, key=attrgetter("id")):
        if isinstance(event, CardAction):
            reset = reset or event
            continue
        if reset:
            # One that was made to go with an answer bears the time of that.
            yield True, reset.id, _reset_row(min(ms_of(reset), ms_of(event) - 1), card_id, span)
            type, span, reset = RowType.LEARNING, 0, None
        is_practice, last_span = event.mode is Mode.PRACTICE, span
        span = span if is_practice else _span(event)
        row = ReviewRow(
            id=ms_of(event),
            card_id=card_id,
            ease=event.grade,
            interval=span,
            last_interval=last_span,
            factor=0 if is_practice else _factor(event),
            taken_ms=event.thinking_ms,
            type=RowType.OUT_OF_TURN if is_practice else type,
        )
        yield event.sitting != ANKI, event.id, row
        if span > 0:
            type = RowType.REVIEW
        elif type != RowType.LEARNING:
            type = RowType.RELEARNING
    if reset:
        yield True, reset.id, _reset_row(ms_of(reset), card_id, span)


def _reset_row(ms: int, card_id: int, span: int) -> ReviewRow:
    return ReviewRow(ms, card_id, 0, 0, span, 0, 0, RowType.BY_HAND)


def _span(review: Review) -> int:
    """Until the card comes again: days, or negative seconds."""
    days = 0 if review.due_day is None else review.due_day - review.study_day
    return days if days > 0 else -STEP_MINUTES * 60


def _factor(review: Review) -> int:
    """Where others have an ease, FSRS keeps the difficulty."""
    return round(((review.after.difficulty - 1) / 9 + 0.1) * 1000) if review.after else 0
