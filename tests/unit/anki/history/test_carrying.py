"""What Anki is told of a card and of its answers."""

import json
from dataclasses import replace
from uuid import UUID

import pytest

from zhu_quiz.anki.history.carrying import FIRST_DAY, Progress, Scheduled, review_log, scheduled
from zhu_quiz.anki.history.preset import preset
from zhu_quiz.bank.reader import read_text
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.model.event import ANKI, Action, CardAction, Mode, Review
from zhu_quiz.model.history import CardHistory
from zhu_quiz.model.memory import NEW, Card, CardState, Grade, MemoryState

TODAY = 739_000
NOW_MS = (TODAY - 719_163) * 86_400_000
BANK = read_text("format: zhu-quiz/1\nid: b\ntitle: B\nquestions:\n- {id: q, type: card, front: F, back: B}")
KNOWN = CardState(memory=MemoryState(12.34567, 4.56789, TODAY - 3), due_day=TODAY + 9, reps=4, lapses=1)


def id_at(ms: int, chance: int = 0) -> str:
    return str(UUID(int=(ms << 80) | (7 << 76) | (2 << 62) | chance))


def answer(
    ms: int, grade: Grade = Grade.GOOD, days: int = 1, *, mode: Mode = Mode.REVIEW, sitting: str = "s"
) -> Review:
    return Review(
        id=id_at(ms), bank="b", at_ms=ms, offset_minutes=0, study_day=TODAY, card=Card("q"), revision=1,
        key_hash="", kind="card", sitting=sitting, mode=mode, response=None, fraction=1, chance=0,
        thinking_ms=2_500, proposed=grade, grade=grade, reason="", recall=None, before=None,
        after=MemoryState(1, 5.5, TODAY), due_day=TODAY + days, parameters="",
    )  # fmt: skip


def reset(ms: int) -> CardAction:
    return CardAction(
        id=id_at(ms), bank="b", at_ms=ms, offset_minutes=0, study_day=TODAY, card=Card("q"),
        action=Action.RESET,
    )  # fmt: skip


def history(*events: Review | CardAction, state: CardState = NEW) -> CardHistory:
    return CardHistory(
        state=state,
        reviews=tuple(event for event in events if isinstance(event, Review)),
        resets=tuple(event for event in events if isinstance(event, CardAction)),
    )


def stands(known: CardHistory | None, *, is_retired: bool = False) -> Scheduled:
    progress = Progress(
        bank=BANK, histories={}, answers=0, parameters=Parameters(), now_ms=NOW_MS, today=TODAY
    )
    return scheduled(known, 7, progress, is_retired=is_retired)


def rows(*events: Review | CardAction, now_ms: int = NOW_MS) -> list[tuple[int, int, int]]:
    """Of one card: when, which button, what the card was."""
    log = review_log([(1, history(*events))], now_ms)
    return sorted((row.id, row.ease, row.type) for row in log)


AGAIN = answer(1000, Grade.AGAIN, 0)


def test_a_card_without_a_history_is_new_at_its_place() -> None:
    assert stands(None) == (0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, "")


def test_a_known_card_is_due_in_days_from_the_first_of_the_collection() -> None:
    told = stands(history(answer(5_000), state=KNOWN))
    assert told[:9] == (2, 2, TODAY + 9 - FIRST_DAY.toordinal(), 12, 2500, 4, 1, 0, 0)
    assert json.loads(told.data) == {
        "pos": 7, "s": 12.3457, "d": 4.568, "dr": 0.9, "decay": 0.154, "lrt": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lapses", "expected"), [(0, (1, 1, 601, 0, 0, 4, 0, 1)), (2, (3, 1, 601, 12, 2500, 4, 2, 1))]
)
def test_a_missed_card_is_learned_or_relearned(lapses: int, expected: tuple[int, ...]) -> None:
    missed = replace(KNOWN, due_day=TODAY - 3, lapses=lapses)
    assert stands(history(AGAIN, state=missed))[:8] == expected


@pytest.mark.parametrize(
    ("state", "is_retired", "queue"),
    [
        (replace(KNOWN, is_suspended=True), False, -1),
        (replace(KNOWN, buried_day=TODAY), False, -3),
        (replace(KNOWN, buried_day=TODAY - 1), False, 2),
        (replace(KNOWN, buried_day=TODAY, is_suspended=True), False, -1),
        (KNOWN, True, -1),
        (replace(NEW, buried_day=TODAY), False, -3),
        (NEW, True, -1),
    ],
)
def test_what_is_put_aside_stays_so(state: CardState, is_retired: bool, queue: int) -> None:
    told = stands(history(answer(5_000), state=state), is_retired=is_retired)
    assert (told.type, told.queue) == (2 if state.memory else 0, queue)


def test_a_flag_is_the_red_one() -> None:
    assert stands(history(state=replace(NEW, is_flagged=True))).flags == 1


def test_rows_tell_what_the_card_was_before_each_answer() -> None:
    events = (
        AGAIN, answer(2000, Grade.AGAIN, 0), answer(3000), answer(4000, Grade.AGAIN, 0), answer(5000),
        answer(6000, Grade.HARD, 3),
    )  # fmt: skip
    assert [type for _, _, type in rows(*events)] == [0, 0, 0, 1, 2, 1]


def test_intervals_are_days_or_negative_seconds() -> None:
    log = review_log([(1, history(AGAIN, answer(2000, days=3), answer(3000, days=9)))], NOW_MS)
    assert [(row.last_interval, row.interval) for row in log] == [(0, -600), (-600, 3), (3, 9)]


def test_a_row_holds_time_and_difficulty() -> None:
    (row,) = review_log([(1, history(answer(5000)))], NOW_MS)
    assert (row.card_id, row.taken_ms, row.factor) == (1, 2_500, 600)


def test_practice_counts_for_nothing() -> None:
    log = [*review_log([(1, history(answer(1000, days=4), answer(2000, mode=Mode.PRACTICE)))], NOW_MS)]
    assert [(row.type, row.factor, row.last_interval, row.interval) for row in log] == [
        (0, 600, 0, 4),
        (3, 0, 4, 4),
    ]


def test_after_practice_a_card_is_what_it_was_before() -> None:
    events = (AGAIN, answer(2000, mode=Mode.PRACTICE), answer(3000), answer(4000))
    assert [type for _, _, type in rows(*events)] == [0, 3, 0, 1]


def test_practice_before_the_first_answer_leaves_it_the_first() -> None:
    assert [type for _, _, type in rows(answer(1000, mode=Mode.PRACTICE), answer(2000))] == [3, 0]


def test_after_a_reset_answers_are_first_ones_again() -> None:
    events = (answer(1000), answer(2000), reset(3000), reset(4000), AGAIN, answer(6000))
    assert rows(*events[:4], replace(AGAIN, id=id_at(5000)), events[-1]) == [
        (1000, 3, 0), (2000, 3, 1), (3000, 0, 4), (5000, 1, 0), (6000, 3, 0),
    ]  # fmt: skip


def test_a_card_that_was_reset_last_has_that_as_its_last_row() -> None:
    assert rows(answer(1000), reset(2000)) == [(1000, 3, 0), (2000, 0, 4)]


def test_a_reset_made_for_an_answer_comes_just_before_it() -> None:
    at = replace(answer(5000), id=id_at(5000, 1))
    assert rows(answer(1000), reset(5000), at) == [(1000, 3, 0), (4999, 0, 4), (5000, 3, 0)]


def test_two_answers_of_one_millisecond_get_numbers_of_their_own() -> None:
    log = [*review_log([(1, history(answer(1000))), (2, history(answer(1000)))], NOW_MS)]
    assert sorted((row.id, row.card_id) for row in log) == [(1000, 1), (1001, 2)]


def test_what_came_from_anki_goes_back_under_its_own_number() -> None:
    theirs = replace(answer(1000, sitting=ANKI), id=id_at(1000, 99))
    log = [*review_log([(1, history(answer(1000))), (2, history(theirs))], NOW_MS)]
    assert sorted((row.id, row.card_id) for row in log) == [(1000, 2), (1001, 1)]


def test_no_row_is_dated_to_a_day_to_come() -> None:
    latest = NOW_MS + 12 * 3_600_000
    events = (answer(1000), answer(latest + 9_000_000), answer(latest + 9_000_001))
    assert [id for id, _, _ in rows(*events)] == [1000, latest, latest + 1]


def test_a_row_that_is_a_little_ahead_keeps_its_number() -> None:
    assert [id for id, _, _ in rows(answer(NOW_MS + 9_000_000))] == [NOW_MS + 9_000_000]


def test_other_parameters_are_another_preset() -> None:
    default = {"new": {"delays": [1, 10]}, "rev": {}, "lapse": {}, "timer": 0}
    ours = preset(Parameters(), default)
    others = preset(Parameters(desired_retention=0.85), default)
    assert ours == preset(Parameters(), default)
    assert ours["id"] != others["id"]
    assert ours["name"] != others["name"]
    assert (others["desiredRetention"], others["rev"]["maxIvl"]) == (0.85, 365)
    assert others["fsrsParams6"] == list(Parameters().weights)
    assert default["new"] == {"delays": [1, 10]}
