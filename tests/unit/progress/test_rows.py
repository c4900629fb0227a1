"""Events and rows say the same."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.model.event import Action, Begun, CardAction, Ended, Event, Mode, Review, Undo
from zhu_quiz.model.memory import Card, CardState, Grade, MemoryState
from zhu_quiz.model.problem import QuizError
from zhu_quiz.progress import Journal
from zhu_quiz.progress.ids import UUID7
from zhu_quiz.progress.rows import COLUMNS, PLACES, checksum, event_of, row_of

names = st.text()
hostile = st.text(st.characters())
"""With lone surrogates, as a terminal can send them."""
numbers = st.floats(allow_nan=False, allow_infinity=False)
shares = st.floats(0, 1)
counts = st.integers(0, 10**9)
days = st.integers(1, 3_652_059)
cards = st.builds(Card, names, names)
memories = st.none() | st.builds(MemoryState, numbers, numbers, days)
shared: dict[str, Any] = {
    "id": st.from_regex(UUID7, fullmatch=True),
    "bank": names,
    "at_ms": st.integers(0, 2**47),
    "offset_minutes": st.integers(-900, 900),
    "study_day": days,
}
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Begun, **shared, mode=st.sampled_from(Mode), plan=st.lists(cards).map(tuple)),
    st.builds(Ended, **shared, sitting=names),
    st.builds(CardAction, **shared, card=cards, action=st.sampled_from(Action), sitting=names),
    st.builds(Undo, **shared, undoes=names),
    st.builds(
        Review, **shared, card=cards, revision=counts, key_hash=hostile, kind=names, sitting=names,
        mode=st.sampled_from(Mode), response=st.none() | hostile | st.lists(hostile).map(tuple),
        fraction=shares, chance=shares, thinking_ms=counts, hints=counts, guessed=st.booleans(),
        proposed=st.sampled_from(Grade), grade=st.sampled_from(Grade), reason=hostile,
        recall=st.none() | shares, before=memories, after=memories, due_day=st.none() | days,
        parameters=hostile,
    ),
)  # fmt: skip
states = st.builds(
    CardState, memory=memories, due_day=st.none() | days, reps=counts, lapses=counts, revision=counts,
    is_suspended=st.booleans(), buried_day=st.none() | days, is_flagged=st.booleans(),
)  # fmt: skip


class TakenBack(Exception):
    pass


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    with Journal.open(tmp_path_factory.mktemp("rows") / "progress.db") as opened:
        yield opened


@given(events)
def test_what_is_read_from_the_log_is_what_was_appended(log: Journal, event: Event) -> None:
    with suppress(TakenBack), log.writing():
        log.append(event)
        read = tuple(log.events(event.bank))
        raise TakenBack
    assert repr(read) == repr((event,))


@given(names, st.dictionaries(cards, states, max_size=5))
def test_the_states_read_are_the_states_kept(log: Journal, bank: str, kept: dict[Card, CardState]) -> None:
    with suppress(TakenBack), log.writing():
        log.keep(bank, kept)
        read, singly = log.states(bank), {card: log.state(bank, card) for card in kept}
        raise TakenBack
    assert read == singly == kept


@given(events, st.sampled_from(COLUMNS[:-1]), st.integers(0))
def test_the_checksum_sees_a_flipped_bit_in_any_column(event: Event, column: str, bit: int) -> None:
    row = list(row_of(event).values())
    match row[PLACES[column]]:
        case int(number):
            row[PLACES[column]] = number ^ (1 << bit % 63)
        case str(text) if text:
            place, bit = bit // 7 % len(text), bit % 7
            row[PLACES[column]] = text[:place] + chr(ord(text[place]) ^ (1 << bit)) + text[place + 1 :]
        case _:
            row[PLACES[column]] = "not empty"
    assert checksum(row) != row[-1]


@given(events, st.sampled_from(["{", "[]", "null", "{}", '{"mode": 1}']))
def test_a_row_that_cannot_be_read_is_named(event: Event, details: str) -> None:
    row = row_of(event) | {"details": details, "type": "reviewed"}
    with pytest.raises(QuizError, match=f"The log is damaged at {event.id}"):
        event_of(tuple(row.values()))


def test_an_event_needs_an_id_that_sorts_by_time() -> None:
    with pytest.raises(ValueError, match="UUID of version 7"):
        row_of(Undo(id="1", bank="zhu", at_ms=0, offset_minutes=0, study_day=1, undoes=""))
