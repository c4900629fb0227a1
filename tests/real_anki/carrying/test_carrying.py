"""Progress arrives in real Anki: card by card, in every zone and at every hour, in collections of any age."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from carried_to_anki import CHANGED_WEIGHTS, Carried, Scene, carried
from learners import HOURS
from zhu_quiz.bank import Bank, read_bank
from zhu_quiz.memory.fsrs import remembered
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.memory.schedule import replay
from zhu_quiz.model.event import Mode
from zhu_quiz.model.memory import CardState, Grade

SHIPPED = Path(__file__).parents[3] / "questions.yaml"
BEFORE_FOUR = (0, 1, 2, 3, 12)
SCENES = {
    "at two in the morning": Scene(hour=2, hours=BEFORE_FOUR, days=90, seed=1),
    "at three, in a year-old collection": Scene(hour=3, hours=BEFORE_FOUR, age=365, seed=2),
    "at four, in an old collection": Scene(hour=4, age=1000, hours=(*HOURS, 3, 4), seed=3),
    "in UTC": Scene(age=1000, days=200, seed=4),
    "in China": Scene(tz="Asia/Shanghai", age=365, seed=5),
    "in New York, where the clock changes": Scene(tz="America/New_York", age=1000, days=200, seed=6),
    "where the clock changes by half an hour": Scene(tz="Australia/Lord_Howe", age=30, days=200, seed=7),
    "14 hours ahead": Scene(tz="Pacific/Kiritimati", seed=8),
    "11 hours behind": Scene(tz="Pacific/Pago_Pago", age=365, seed=9),
    "a quarter past": Scene(tz="Asia/Kathmandu", seed=10),
    "the shipped bank": Scene(tz="Asia/Shanghai", days=45, seed=11),
}


@pytest.fixture(scope="session")
def many_cards(bank_of: Callable[..., Bank]) -> Bank:
    """Three hundred, of kinds with one card and with two."""
    kinds = (
        "type: card\nfront: Front {0}\nback: Back {0}\nreverse: true",
        "type: short\nask: Which word is number {0}?\nanswer: word {0}",
        "type: true-false\nask: Number {0} is even.\nanswer: true",
    )
    return bank_of(*(f"id: q{number}\n{kinds[number % 3].format(number)}" for number in range(225)))


@pytest.fixture(scope="session", params=SCENES)
def told(
    request: pytest.FixtureRequest, many_cards: Bank, tmp_path_factory: pytest.TempPathFactory
) -> Carried:
    bank = read_bank(SHIPPED) if request.param == "the shipped bank" else many_cards
    return carried(bank, tmp_path_factory.mktemp("learner"), SCENES[request.param])


def test_every_card_stands_as_it_stands_here(told: Carried) -> None:
    for name, history in told.histories.items():
        type, queue, due, interval, factor, reps, lapses, left, flags = told.anki["cards"][name]
        state, today = history.state, told.progress.today
        assert (reps, lapses, flags) == (state.reps, state.lapses, int(state.is_flagged))
        if state.is_suspended:
            assert queue == -1
        elif state.buried_day == today:
            assert queue == -3
        else:
            assert queue == min(type, 2) if type != 3 else queue == 1
        if state.memory is None or state.due_day is None:
            assert (type, interval, factor, left) == (0, 0, 0, 0)
        elif days := state.due_day - state.memory.study_day:
            assert (type, interval, factor, left) == (2, days, 2500, 0)
            assert due - told.anki["today"] == state.due_day - today
        else:
            assert (type, left) == (3 if state.lapses else 1, 1)
            last = [review for review in history.reviews if review.mode is not Mode.PRACTICE][-1]
            assert due == moment(last.id) // 1000 + 600
            assert (interval > 0) == (factor > 0) == (state.lapses > 0)


def test_what_was_never_touched_is_new_and_in_order(told: Carried) -> None:
    new = {name: card for name, card in told.anki["cards"].items() if name not in told.histories}
    assert {tuple(card[:2]) + tuple(card[3:]) for card in new.values()} <= {(0, 0, 0, 0, 0, 0, 0, 0)}
    order = [f"{card.question} 0" for card in told.progress.bank.cards if not card.side]
    assert sorted(filter(new.__contains__, order), key=lambda name: new[name][2]) == [
        name for name in order if name in new
    ]


def test_anki_knows_each_memory_at_once(told: Carried) -> None:
    assert_same(told.anki["memories"], told.states, 5e-5, 6e-4)


def test_no_answer_is_lost_or_told_otherwise(told: Carried) -> None:
    rows = {row[0]: row[1:] for row in told.anki["log"]}
    reviews = [(name, review) for name, each in told.histories.items() for review in each.reviews]
    resets = [row for row in rows.values() if row[-1] == 4]
    assert len(rows) - len(resets) == len(reviews) > 50
    for name, review in reviews:
        card, _, ease, interval, _, factor, taken, type = rows[int(review.id.replace("-", "")[:12], 16)]
        assert (card, ease, taken) == (told.anki["ids"][name], review.grade, review.thinking_ms)
        if review.mode is Mode.PRACTICE:
            assert (type, factor) == (3, 0)
        else:
            assert review.due_day is not None
            assert review.after
            assert max(interval, 0) == review.due_day - review.study_day
            assert abs(factor / 1000 - 0.1 - (review.after.difficulty - 1) / 9) <= 0.0005
            assert type == 0 if review.before is None else type in (0, 1, 2)


def test_statistics_are_those_of_the_log(told: Carried) -> None:
    now = told.progress.now_ms / 86_400_000
    for name, history in told.histories.items():
        said, state = told.anki["statistics"][name], history.state
        assert len(said["reviews"]) >= len(history.reviews)
        assert (said["reps"], said["lapses"]) == (state.reps, state.lapses)
        assert said["preset"].startswith("zhu-quiz 90%")
        if state.memory:
            counted = [review for review in history.reviews if review.mode is not Mode.PRACTICE]
            # Anki tells the chance to the second, not to the day.
            parameters, elapsed = told.progress.parameters, now - counted[-1].at_ms / 86_400_000
            chance = (1 + parameters.factor * elapsed / state.memory.stability) ** parameters.decay
            assert said["recall"] == pytest.approx(chance, abs=0.003)


def test_fsrs_off_and_on_again_comes_to_the_same(told: Carried) -> None:
    assert not any(told.anki["memories off"].values())
    assert_same(told.anki["memories on"], told.states, 1e-4, 1e-3)


def test_other_parameters_make_of_the_log_what_they_make_of_it_here(told: Carried) -> None:
    parameters = Parameters(weights=CHANGED_WEIGHTS)
    replayed = {
        name: next(iter(replay((*each.reviews, *each.resets), parameters).values()))
        for name, each in told.histories.items()
        if each.state.memory
    }
    assert_same(told.anki["memories changed"], replayed, 1e-4, 1e-3)


def test_anki_finds_nothing_to_mend(told: Carried) -> None:
    assert told.anki["integrity"] == "Database rebuilt and optimized."
    assert told.anki["cards"] == told.anki["cards afterwards"]


def test_anki_offers_what_it_would_offer_by_its_own_reckoning(told: Carried) -> None:
    # Memories are stored to four places, so a long interval may differ by a day.
    same = [told.anki["outlooks"][name] == told.anki["outlooks on"][name] for name in told.states]
    assert sum(same) >= 0.95 * len(same)


def test_anki_goes_on_from_there(told: Carried) -> None:
    parameters, today = Parameters(weights=CHANGED_WEIGHTS), told.progress.today
    seen = set()
    for name, ease, stability in told.anki["answered"]:
        history = told.histories.get(name)
        if name in seen or (history and history.resets) or name not in told.states:
            continue
        seen.add(name)
        assert history
        before = next(iter(replay(history.reviews, parameters).values())).memory
        assert before
        if before.stability < 0.1:
            continue  # Of so little, four places are too few.
        after = remembered(before, Grade(ease), today, parameters)
        assert stability == pytest.approx(after.stability, rel=1e-3, abs=1e-3)
    assert seen


def test_a_second_import_changes_nothing(told: Carried) -> None:
    assert told.anki["again"] == 0


def assert_same(
    said: dict[str, Any], known: dict[str, CardState], stability: float, difficulty: float
) -> None:
    """Within Anki's rounding. What was not answered has no memory."""
    assert {name for name, memory in said.items() if memory} == known.keys()
    for name, state in known.items():
        assert state.memory
        assert said[name][0] == pytest.approx(state.memory.stability, rel=stability, abs=stability), name
        assert said[name][1] == pytest.approx(state.memory.difficulty, abs=difficulty), name


def moment(id: str) -> int:
    """In milliseconds since 1970."""
    return UUID(id).int >> 80
