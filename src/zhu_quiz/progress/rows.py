"""Events and states as rows, and back."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, fields
from typing import Any
from zlib import crc32

from ..model.event import Action, Begun, CardAction, Ended, Event, Mode, Review, Undo
from ..model.mark import Response
from ..model.memory import Card, CardState, Grade, MemoryState
from ..model.problem import QuizError
from .ids import is_id

Row = dict[str, str | int | float | None]

COLUMNS = (
    "id", "type", "bank", "question", "side", "revision", "kind", "mode",
    "at_ms", "offset_minutes", "study_day", "grade", "sitting", "undoes", "details", "crc",
)  # fmt: skip
PLACES = {name: place for place, name in enumerate(COLUMNS)}
TYPE, QUESTION, SIDE, DETAILS = (PLACES[name] for name in ("type", "question", "side", "details"))
TYPES: dict[str, type[Event]] = {
    "begun": Begun,
    "ended": Ended,
    "review": Review,
    "action": CardAction,
    "undo": Undo,
}
WORDS = {kind: word for word, kind in TYPES.items()}


def row_of(event: Event) -> Row:
    """What has a column of its own stands there, the rest as JSON in `details`."""
    if not is_id(event.id):
        raise ValueError(f"{event.id!r} is no UUID of version 7.")
    values = {each.name: getattr(event, each.name) for each in fields(event)}
    card: Card | None = values.pop("card", None)
    if card is not None:
        values |= {"question": card.question, "side": card.side}
    row: Row = {name: values.pop(name, None) for name in COLUMNS}
    row["type"] = WORDS[type(event)]
    # Escaped to ASCII: SQLite refuses lone surrogates, which a terminal can send.
    row["details"] = json.dumps(values, default=astuple, allow_nan=False, separators=(",", ":"))
    row["crc"] = checksum(tuple(row.values()))
    return row


def checksum(row: Sequence[Any]) -> int:
    """Over every column before the last. Damage that SQLite cannot see changes it."""
    return crc32(json.dumps(row[:-1], separators=(",", ":")).encode())


def event_of(row: Sequence[Any]) -> Event:
    """The inverse of `row_of`, for a row in the order of `COLUMNS`."""
    try:
        kind = TYPES[row[TYPE]]
        values = json.loads(row[DETAILS])
        for name, place in OWN_COLUMNS[kind]:
            values[name] = row[place]
        for name, read in READERS[kind].items():
            values[name] = read(values[name])
        if row[QUESTION] is not None:
            values["card"] = Card(row[QUESTION], row[SIDE])
    except (KeyError, TypeError, ValueError) as error:
        raise QuizError(f"The log is damaged at {row[0]}. See what `zhu-quiz doctor` finds.") from error
    # A frozen dataclass's constructor is slow: with it, 100 000 reviews took 1.4 s to read, without 0.9 s.
    event = object.__new__(kind)
    event.__dict__.update(values)
    return event


def _response(plain: str | list[str] | None) -> Response | None:
    return tuple(plain) if isinstance(plain, list) else plain


def _memory(plain: tuple[float, float, int] | None) -> MemoryState | None:
    return MemoryState(*plain) if plain else None


def _plan(plain: Iterable[tuple[str, str]]) -> tuple[Card, ...]:
    return tuple(Card(*names) for names in plain)


# Look-ups, because calling an enumeration takes five times as long.
_mode = {each.value: each for each in Mode}.__getitem__
_grade = {each.value: each for each in Grade}.__getitem__

READERS: dict[type[Event], dict[str, Callable[[Any], Any]]] = {
    Begun: {"mode": _mode, "plan": _plan},
    Ended: {},
    Review: {
        "mode": _mode, "response": _response, "proposed": _grade, "grade": _grade,
        "before": _memory, "after": _memory,
    },
    CardAction: {"action": Action},
    Undo: {},
}  # fmt: skip
OWN_COLUMNS = {
    kind: tuple((each.name, PLACES[each.name]) for each in fields(kind) if each.name in PLACES)
    for kind in WORDS
}


STATE_COLUMNS = (
    "question", "side", "stability", "difficulty", "study_day",
    "due_day", "reps", "lapses", "revision", "is_suspended", "buried_day", "is_flagged",
)  # fmt: skip


def state_rows(bank: str, states: Mapping[Card, CardState]) -> list[Row]:
    return [_state_row(bank, card, state) for card, state in states.items()]


def _state_row(bank: str, card: Card, state: CardState) -> Row:
    memory = astuple(state.memory) if state.memory else (None, None, None)
    rest = (getattr(state, name) for name in STATE_COLUMNS[5:])
    values = (bank, card.question, card.side, *memory, *rest)
    return dict(zip(("bank", *STATE_COLUMNS), values, strict=True))


def state_of(row: Sequence[Any]) -> tuple[Card, CardState]:
    """For a row in the order of `STATE_COLUMNS`."""
    question, side, stability, difficulty, study_day, *rest = row
    due_day, reps, lapses, revision, is_suspended, buried_day, is_flagged = rest
    state = CardState(
        memory=None if stability is None else MemoryState(stability, difficulty, study_day),
        due_day=due_day,
        reps=reps,
        lapses=lapses,
        revision=revision,
        is_suspended=bool(is_suspended),
        buried_day=buried_day,
        is_flagged=bool(is_flagged),
    )
    return Card(question, side), state
