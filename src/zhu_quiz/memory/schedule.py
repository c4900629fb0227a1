"""What follows from the log: each card's memory, and the day on which it comes again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from operator import attrgetter
from typing import assert_never

from ..model.event import Action, CardAction, Event, Mode, Review, Undo
from ..model.memory import NEW, Card, CardState, Grade
from .fsrs import remembered, remembered_all
from .intervals import days_after, draw
from .parameters import Parameters

_PASSES = (Grade.HARD, Grade.GOOD, Grade.EASY)


def step(state: CardState, event: Review | CardAction, parameters: Parameters) -> CardState:
    """The state after an event of this card; practice changes nothing."""
    if isinstance(event, CardAction):
        return _acted(state, event)
    return state if event.mode is Mode.PRACTICE else _answered(state, (event,), parameters)


def replay(
    events: Iterable[Event], parameters: Parameters, renamed: Mapping[str, str] | None = None
) -> dict[Card, CardState]:
    """The states of the cards that events have changed, in whatever order these arrive.

    Undone events never happened. `renamed` maps earlier ids of questions to their present ones."""
    ordered = sorted(events, key=attrgetter("id"))
    undone = {event.undoes for event in ordered if isinstance(event, Undo)}
    names = renamed or {}
    # Keyed by plain tuples: hashing the cards of a million events would take half a second.
    answers: dict[tuple[str, str], list[Review]] = defaultdict(list)
    actions: dict[tuple[str, str], list[CardAction]] = defaultdict(list)
    resets: dict[tuple[str, str], str] = {}
    for event in ordered:
        if event.id in undone or not isinstance(event, (Review, CardAction)):
            continue
        card = event.card
        name = names.get(card.question, card.question), card.side
        if isinstance(event, CardAction):
            if event.action is Action.RESET:
                resets[name] = event.id
            else:
                actions[name].append(event)
        elif event.mode is not Mode.PRACTICE:
            answers[name].append(event)
    states = {
        Card(*name): _answered_since(resets[name], each, parameters)
        if name in resets
        else _answered(NEW, each, parameters)
        for name, each in answers.items()
    }
    for name, done in actions.items():
        card = Card(*name)
        states[card] = reduce(_acted, done, states.get(card, NEW))
    return states


def graded(
    state: CardState, card: Card, grade: Grade, study_day: int, revision: int, parameters: Parameters
) -> CardState:
    """The state after an answer that counts.

    After Again the card stays due on the same study day, to be asked again in this sitting or the next."""
    answer = _Answer(card=card, grade=grade, study_day=study_day, revision=revision)
    return _answered(state, (answer,), parameters)


def choices(
    state: CardState, card: Card, study_day: int, revision: int, parameters: Parameters
) -> tuple[tuple[Grade, int], ...]:
    """For each grade the days until the card comes again; 0 means in this sitting."""
    outcomes = ((grade, graded(state, card, grade, study_day, revision, parameters)) for grade in Grade)
    return tuple((grade, max(0, (after.due_day or 0) - study_day)) for grade, after in outcomes)


def as_met_by(state: CardState, revision: int) -> CardState:
    """The state as a question of this revision finds it: new where its meaning has changed since."""
    if revision <= state.revision:
        return state
    return replace(state, memory=None, due_day=None, reps=0, lapses=0, revision=revision)


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """What counts of a review."""

    card: Card
    grade: Grade
    study_day: int
    revision: int


def _answered_since(reset: str, answers: Sequence[Review], parameters: Parameters) -> CardState:
    """The state of a card that was new again at the event of that id."""
    known = max((answer.revision for answer in answers if answer.id < reset), default=NEW.revision)
    counted = [answer for answer in answers if answer.id > reset]
    state = replace(NEW, revision=known)
    return _answered(state, counted, parameters) if counted else state


def _answered(state: CardState, answers: Sequence["_Answer | Review"], parameters: Parameters) -> CardState:
    """Answers before the latest revision of the question no longer count; those after it do, whatever they met:

    a revision that was lowered again, or an older copy of the bank elsewhere, must not block a card for ever."""
    latest = max(answer.revision for answer in answers)
    if latest > state.revision:
        state = as_met_by(state, latest)
        answers = answers[next(place for place, each in enumerate(answers) if each.revision == latest) :]
    known = [_days(state) > 0, *(answer.grade > 1 for answer in answers)]
    # An interval builds on the one before, back to the last Again; those before it need not be known.
    start = next((place for place in reversed(range(len(known))) if not known[place]), 0)
    earlier = [(answer.grade, answer.study_day) for answer in answers[:start]]
    memory, days = remembered_all(state.memory, earlier, parameters), 0 if start else _days(state)
    for reps, answer in enumerate(answers[start:], state.reps + start):
        passes = [
            remembered(memory, grade, answer.study_day, parameters) for grade in _PASSES[: answer.grade - 1]
        ]
        days = days_after([each.stability for each in passes], days, draw(answer.card, reps), parameters)
        memory = passes[-1]
    return replace(
        state,
        memory=memory,
        due_day=answers[-1].study_day + days,
        reps=state.reps + len(answers),
        # A card lapses when Again follows a pass.
        lapses=state.lapses + len([1 for before, after in pairwise(known) if before and not after]),
    )


def _days(state: CardState) -> int:
    """The interval since the last answer: 0 after Again, and while new."""
    return state.due_day - state.memory.study_day if state.memory and state.due_day is not None else 0


def _acted(state: CardState, event: CardAction) -> CardState:
    match event.action:
        case Action.SUSPEND:
            return replace(state, is_suspended=True)
        case Action.RESTORE:
            return replace(state, is_suspended=False, buried_day=None)
        case Action.BURY:
            return replace(state, buried_day=event.study_day)
        case Action.FLAG:
            return replace(state, is_flagged=True)
        case Action.UNFLAG:
            return replace(state, is_flagged=False)
        case Action.RESET:
            return replace(state, memory=None, due_day=None, reps=0, lapses=0)
        case _:
            assert_never(event.action)
