from dataclasses import replace
from functools import reduce
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.memory.fsrs import Parameters, recall
from zhu_quiz.memory.schedule import as_met_by, choices, graded, replay, step
from zhu_quiz.model.event import Action, CardAction, Event, Mode, Review, Undo
from zhu_quiz.model.memory import NEW, Card, CardState, Grade

PARAMETERS = Parameters()
DAY = 739_000
CARD = Card("move-year")
AGAIN, HARD, GOOD, EASY = Grade


def review(
    number: int,
    card: Card = CARD,
    *,
    study_day: int = DAY,
    grade: Grade = GOOD,
    revision: int = 1,
    mode: Mode = Mode.REVIEW,
) -> Review:
    """The event of that number in the log."""
    return Review(
        id=f"{number:06}", bank="bank", at_ms=number, offset_minutes=0, study_day=study_day, card=card,
        revision=revision, key_hash="", kind="choice", sitting="", mode=mode, response="", fraction=1,
        chance=0, thinking_ms=0, proposed=grade, grade=grade, reason="", recall=None, before=None, after=None,
        due_day=None, parameters="",
    )  # fmt: skip


def action(number: int, kind: Action, card: Card = CARD, study_day: int = DAY) -> CardAction:
    return CardAction(
        id=f"{number:06}", bank="bank", at_ms=number, offset_minutes=0, study_day=study_day, card=card,
        action=kind,
    )  # fmt: skip


def undo(number: int, undoes: Event) -> Undo:
    return Undo(
        id=f"{number:06}", bank="bank", at_ms=number, offset_minutes=0, study_day=DAY, undoes=undoes.id
    )


def state_after(*events: Event) -> CardState:
    return replay(events, PARAMETERS).get(CARD, NEW)


def answered(*grades: tuple[Grade, int], state: CardState = NEW) -> CardState:
    """After grades, each with the days since the first."""
    for grade, day in grades:
        state = graded(state, CARD, grade, DAY + day, 1, PARAMETERS)
    return state


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """Reviews, actions and undos of a few cards, in order; clocks and revisions may go back."""
    cards = st.sampled_from([CARD, Card("move-year", "reverse"), Card("us-employer")])
    count = draw(st.integers(1, 25))
    days = list(accumulate(draw(st.lists(st.integers(-3, 40), min_size=count, max_size=count)), initial=DAY))
    log: list[Event] = []
    for number in range(count):
        match draw(st.sampled_from(["review"] * 6 + ["action", "undo"])):
            case "review":
                log.append(
                    review(
                        number, draw(cards), study_day=days[number], grade=draw(st.sampled_from(Grade)),
                        revision=draw(st.sampled_from([1, 1, 1, 2])),
                        mode=draw(st.sampled_from([Mode.REVIEW, Mode.REVIEW, Mode.PRACTICE])),
                    )
                )  # fmt: skip
            case "action":
                log.append(action(number, draw(st.sampled_from(Action)), draw(cards), days[number]))
            case "undo" if log:
                log.append(undo(number, draw(st.sampled_from(log))))
    return log


states = logs().map(lambda log: state_after(*log))


def without_undone(log: list[Event]) -> list[Review | CardAction]:
    undone = {event.undoes for event in log if isinstance(event, Undo)}
    return [event for event in log if isinstance(event, Review | CardAction) and event.id not in undone]


# Laws of the log


@given(logs())
def test_a_replay_is_its_events_step_by_step(log: list[Event]) -> None:
    stepwise: dict[Card, CardState] = {}
    for event in without_undone(log):
        stepwise[event.card] = step(stepwise.get(event.card, NEW), event, PARAMETERS)
    changed = {card: state for card, state in stepwise.items() if state != NEW}
    assert {card: state for card, state in replay(log, PARAMETERS).items() if state != NEW} == changed


@given(logs(), st.sampled_from(Grade), st.sampled_from(list(Action)))
def test_a_review_and_an_action_taken_back_never_happened(
    log: list[Event], grade: Grade, kind: Action
) -> None:
    slip, touch = review(100, grade=grade, study_day=DAY + 900), action(101, kind)
    assert replay([*log, slip, touch, undo(102, slip), undo(103, touch)], PARAMETERS) == replay(
        log, PARAMETERS
    )


def test_an_undo_cannot_be_undone() -> None:
    slip = review(1)
    first = undo(2, slip)
    assert state_after(slip, first, undo(3, first)) == NEW


@given(logs(), st.sampled_from(Grade))
def test_reviews_of_other_cards_do_not_matter(log: list[Event], grade: Grade) -> None:
    other = review(100, Card("timeline"), grade=grade)
    assert state_after(*log, other) == state_after(*log)


@given(logs().flatmap(lambda log: st.tuples(st.just(log), st.permutations(log))))
def test_the_order_of_arrival_does_not_matter(logs: tuple[list[Event], list[Event]]) -> None:
    in_order, mixed = logs
    assert replay(mixed, PARAMETERS) == replay(in_order, PARAMETERS)


@given(logs())
def test_a_second_replay_gives_the_same(log: list[Event]) -> None:
    assert replay(log, PARAMETERS) == replay(log, Parameters())


@given(logs())
def test_practice_leaves_no_trace(log: list[Event]) -> None:
    counted = [event for event in log if not isinstance(event, Review) or event.mode is Mode.REVIEW]
    assert replay(counted, PARAMETERS) == replay(log, PARAMETERS)


@given(logs())
def test_a_renamed_question_keeps_its_history_and_its_date(log: list[Event]) -> None:
    renamed = replay(log, PARAMETERS, {"move-year": "year-of-the-move"})
    assert renamed.get(Card("year-of-the-move"), NEW) == state_after(*log)


def test_two_questions_that_become_one_join_their_histories() -> None:
    log = [review(1), review(2, Card("us-employer"), study_day=DAY + 3)]
    assert replay(log, PARAMETERS, {"us-employer": CARD.question})[CARD].reps == 2


# What an answer does


@pytest.mark.parametrize("grade", Grade)
@given(states)
def test_a_review_in_the_log_does_what_grading_did(grade: Grade, state: CardState) -> None:
    event = review(1, grade=grade, revision=2)
    assert step(state, event, PARAMETERS) == graded(state, CARD, grade, DAY, 2, PARAMETERS)


@given(states, st.integers(0, 500))
def test_the_choices_show_the_days_that_grading_gives(state: CardState, later: int) -> None:
    day = (state.memory.study_day if state.memory else DAY) + later
    shown = choices(state, CARD, day, 2, PARAMETERS)
    due = [graded(state, CARD, grade, day, 2, PARAMETERS).due_day for grade in Grade]
    assert shown == tuple((grade, (when or 0) - day) for grade, when in zip(Grade, due, strict=True))


@given(states, st.integers(0, 500))
def test_a_better_grade_never_comes_back_sooner(state: CardState, later: int) -> None:
    day = (state.memory.study_day if state.memory else DAY) + later
    shown = [days for _, days in choices(state, CARD, day, 2, Parameters(maximum_interval=100_000))]
    assert shown == sorted(shown)
    assert shown[0] == 0
    assert shown[3] > shown[2] >= shown[1] >= 1


def test_a_new_card_comes_back_after_the_days_of_fsrs() -> None:
    shown = choices(NEW, CARD, DAY, 1, PARAMETERS)
    assert shown[:3] == ((AGAIN, 0), (HARD, 1), (GOOD, 2))


def test_a_missed_card_stays_due_until_it_is_recalled() -> None:
    missed = answered((GOOD, 0), (AGAIN, 3))
    assert missed.due_day == DAY + 3
    assert (answered((GOOD, 3), state=missed).due_day or 0) > DAY + 3


def test_a_pass_makes_an_interval_longer_than_the_one_before() -> None:
    days = [0]
    state = NEW
    for _ in range(4):
        state = graded(state, CARD, GOOD, state.due_day or DAY, 1, PARAMETERS)
        assert state.memory is not None
        days.append((state.due_day or 0) - state.memory.study_day)
    assert days == sorted(set(days))


@pytest.mark.parametrize(
    ("grades", "lapses"),
    [
        ([(AGAIN, 0)], 0),
        ([(AGAIN, 0), (AGAIN, 0)], 0),
        ([(GOOD, 0), (AGAIN, 2)], 1),
        ([(GOOD, 0), (AGAIN, 2), (AGAIN, 2), (AGAIN, 3)], 1),
        ([(GOOD, 0), (AGAIN, 2), (GOOD, 2), (AGAIN, 3)], 2),
    ],
)
def test_a_lapse_is_a_miss_after_a_pass(grades: list[tuple[Grade, int]], lapses: int) -> None:
    assert (answered(*grades).lapses, answered(*grades).reps) == (lapses, len(grades))


@given(states, st.sampled_from(Grade))
def test_a_raised_revision_makes_a_card_new(state: CardState, grade: Grade) -> None:
    fresh = graded(replace(NEW, revision=7), CARD, grade, DAY, 7, PARAMETERS)
    after = graded(state, CARD, grade, DAY, 7, PARAMETERS)
    assert (after.memory, after.due_day, after.reps, after.lapses) == (
        fresh.memory, fresh.due_day, fresh.reps, fresh.lapses,
    )  # fmt: skip


@given(states)
def test_a_raised_revision_is_met_as_new_before_it_is_answered(state: CardState) -> None:
    met = as_met_by(state, 7)
    assert (met.memory, met.due_day, met.reps, met.revision) == (None, None, 0, 7)
    assert (met.is_suspended, met.is_flagged) == (state.is_suspended, state.is_flagged)


@given(states)
def test_the_same_revision_is_met_as_it_was(state: CardState) -> None:
    assert as_met_by(state, state.revision) is state


def test_an_answer_to_an_earlier_revision_no_longer_counts() -> None:
    assert state_after(review(1, grade=AGAIN), review(2, revision=2)) == state_after(review(2, revision=2))


@given(states, st.sampled_from(Grade), st.integers(1, 7))
def test_a_lowered_revision_takes_answers_as_before(state: CardState, grade: Grade, lowered: int) -> None:
    state = replace(state, revision=7)
    assert graded(state, CARD, grade, DAY, lowered, PARAMETERS) == graded(
        state, CARD, grade, DAY, 7, PARAMETERS
    )


def test_a_card_is_due_when_its_recall_has_fallen_to_the_desired_retention() -> None:
    state = answered((GOOD, 0), (GOOD, 2))
    assert state.memory is not None
    assert recall(state.memory, state.due_day or 0, PARAMETERS) == pytest.approx(0.9, abs=0.02)


# What a learner can do to a card


@pytest.mark.parametrize(
    ("actions", "suspended", "buried", "flagged"),
    [
        ([Action.SUSPEND], True, None, False),
        ([Action.SUSPEND, Action.RESTORE], False, None, False),
        ([Action.BURY], False, DAY, False),
        ([Action.BURY, Action.RESTORE], False, None, False),
        ([Action.FLAG], False, None, True),
        ([Action.FLAG, Action.UNFLAG], False, None, False),
        ([Action.FLAG, Action.SUSPEND, Action.BURY], True, DAY, True),
    ],
)
def test_actions_say_how_a_card_stands(
    actions: list[Action], suspended: bool, buried: int | None, flagged: bool
) -> None:
    events = [action(number, kind) for number, kind in enumerate(actions)]
    state = reduce(lambda state, event: step(state, event, PARAMETERS), events, NEW)
    assert (state.is_suspended, state.buried_day, state.is_flagged) == (suspended, buried, flagged)


def test_a_reset_makes_a_card_new_and_leaves_the_rest_as_it_stands() -> None:
    state = state_after(review(1), action(2, Action.FLAG), action(3, Action.RESET))
    assert state == replace(NEW, is_flagged=True)
    assert state_after(review(1), action(2, Action.RESET), review(3)) == state_after(review(3))


def test_a_suspended_card_stays_so_though_it_is_answered() -> None:
    state = state_after(action(1, Action.SUSPEND), review(2))
    assert (state.is_suspended, state.reps) == (True, 1)


def test_an_action_leaves_the_memory_alone() -> None:
    remembered = state_after(review(1))
    assert state_after(review(1), action(2, Action.SUSPEND)) == replace(remembered, is_suspended=True)
