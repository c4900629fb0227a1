from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.memory.fsrs import Parameters, recall
from zhu_quiz.memory.queue import (
    GAP,
    ahead,
    due_forecast,
    is_due,
    next_card,
    plan,
    to_ask_again,
    unmet,
    was_asked,
)
from zhu_quiz.model.memory import Card, CardState, MemoryState

PARAMETERS = Parameters()
DAY = 739_000
CARDS = tuple(Card(f"q{number:02}") for number in range(40))
SIDES = tuple(Card(f"q{number:02}", side) for number in range(15) for side in ("", "reverse"))


def seen(
    *,
    days_ago: int = 10,
    stability: float = 10,
    due: int = 0,
    suspended: bool = False,
    buried: int | None = None,
) -> CardState:
    """`due` in days from today."""
    return CardState(
        memory=MemoryState(stability, 5, DAY - days_ago),
        due_day=DAY + due,
        reps=1,
        is_suspended=suspended,
        buried_day=buried,
    )


def today(
    states: dict[Card, CardState], cards: Sequence[Card] = CARDS, *, new: int = 10, seed: int = 1
) -> tuple[Card, ...]:
    return plan(states, cards, DAY, new_quota=new, seed=seed, parameters=PARAMETERS)


card_states = st.builds(
    seen,
    days_ago=st.integers(0, 60),
    stability=st.floats(0.1, 300),
    due=st.integers(-20, 20),
    suspended=st.booleans(),
    buried=st.sampled_from([None, None, DAY - 1, DAY]),
)
banks = st.dictionaries(st.sampled_from(CARDS), card_states)
two_sided = st.dictionaries(st.sampled_from(SIDES), card_states)


# Plans


@given(banks, st.integers(0, 50), st.integers())
def test_a_plan_asks_every_due_card_and_new_ones_up_to_the_quota(
    states: dict[Card, CardState], quota: int, seed: int
) -> None:
    found = today(states, new=quota, seed=seed)
    due = {card for card, state in states.items() if is_due(state, DAY)}
    unseen = [card for card in CARDS if card not in states]
    assert len(found) == len(set(found))
    assert {card for card in found if card in states} == due
    assert [card for card in found if card not in states] == unseen[:quota]


@given(banks, st.integers(0, 50))
def test_new_cards_are_spread_among_the_due_ones(states: dict[Card, CardState], quota: int) -> None:
    is_new = [card not in states for card in today(states, new=quota)]
    last_due = max((place for place, new in enumerate(is_new) if not new), default=-1)
    last_new = max((place for place, new in enumerate(is_new) if new), default=-1)
    assert not any(first and second for first, second in pairwise(is_new[: last_due + 1]))
    assert all(any(is_new[place : place + 4]) for place in range(last_new - 2))


@given(banks, st.integers())
def test_the_same_seed_plans_the_same_way(states: dict[Card, CardState], seed: int) -> None:
    assert today(states, seed=seed) == today(dict(reversed(states.items())), seed=seed)


def test_another_seed_shuffles_what_is_remembered_equally_well() -> None:
    states = dict.fromkeys(CARDS, seen())
    assert today(states, seed=1) != today(states, seed=2)


@given(banks, st.integers())
def test_what_is_remembered_best_comes_first(states: dict[Card, CardState], seed: int) -> None:
    memories = [states[card].memory for card in today(states, new=0, seed=seed)]
    chances = [recall(memory, DAY, PARAMETERS) for memory in memories if memory and memory.study_day < DAY]
    assert all(later <= sooner + 0.01 for sooner, later in pairwise(chances))


def test_a_card_missed_earlier_today_comes_last() -> None:
    states = {CARDS[0]: seen(days_ago=0), CARDS[1]: seen(), CARDS[2]: seen(days_ago=40)}
    assert today(states, new=0) == (CARDS[1], CARDS[2], CARDS[0])


@given(two_sided, st.integers(0, 30), st.integers())
def test_the_two_sides_of_a_question_are_never_asked_on_one_day(
    states: dict[Card, CardState], quota: int, seed: int
) -> None:
    asked = [card for card, state in states.items() if state.memory and state.memory.study_day == DAY]
    fresh = [card for card in today(states, SIDES, new=quota, seed=seed) if card not in asked]
    questions = [card.question for card in (*asked, *fresh)]
    assert all(questions.count(card.question) == 1 for card in fresh)


@pytest.mark.parametrize("state", [CardState(is_suspended=True), CardState(buried_day=DAY)])
def test_a_card_put_aside_before_its_first_time_is_left_out(state: CardState) -> None:
    assert today({CARDS[0]: state}, CARDS[:1]) == ()


def test_a_card_buried_yesterday_is_back() -> None:
    assert today({CARDS[0]: CardState(buried_day=DAY - 1)}, CARDS[:1]) == (CARDS[0],)


@given(banks, st.integers(0, 20))
def test_a_limit_cuts_the_end_of_the_plan(states: dict[Card, CardState], limit: int) -> None:
    cut = plan(states, CARDS, DAY, new_quota=10, seed=1, parameters=PARAMETERS, limit=limit)
    assert cut == today(states)[:limit]


@pytest.mark.parametrize(("minutes", "count"), [(0.1, 1), (1, 3), (1.7, 5), (100, 10)])
def test_minutes_decide_how_many_cards_fit_and_one_always_does(minutes: float, count: int) -> None:
    found = plan(
        {},
        CARDS,
        DAY,
        new_quota=10,
        seed=1,
        parameters=PARAMETERS,
        minutes=minutes,
        seconds_of=lambda card: 20,
    )
    assert found == CARDS[:count]


def test_minutes_need_no_pace() -> None:
    found = plan({}, CARDS, DAY, new_quota=40, seed=1, parameters=PARAMETERS, minutes=5)
    assert 5 < len(found) < 40


def test_no_minutes_are_needed_where_nothing_is_due() -> None:
    assert plan({}, (), DAY, new_quota=5, seed=1, parameters=PARAMETERS, minutes=5) == ()


# Ahead of time


@given(banks)
def test_the_weakest_come_first_ahead_of_time(states: dict[Card, CardState]) -> None:
    found = ahead(states, CARDS, DAY, PARAMETERS)
    chances = [recall(state.memory, DAY, PARAMETERS) for card in found if (state := states[card]).memory]
    assert chances == sorted(chances)


@given(banks)
def test_ahead_of_time_nothing_is_asked_that_is_due_or_was_asked_today(states: dict[Card, CardState]) -> None:
    found = ahead(states, CARDS, DAY, PARAMETERS)
    assert not {*found} & {*today(states, new=0)}
    assert all(state.memory and state.memory.study_day < DAY for state in map(states.__getitem__, found))


@given(two_sided)
def test_ahead_of_time_one_side_of_a_question_is_asked_a_day(states: dict[Card, CardState]) -> None:
    asked = [card.question for card, state in states.items() if was_asked(state, DAY)]
    found = [card.question for card in ahead(states, SIDES, DAY, PARAMETERS)]
    assert len(found) == len({*found} - {*asked})


@given(two_sided)
def test_the_new_cards_of_a_plan_are_those_that_can_be_met(states: dict[Card, CardState]) -> None:
    new = [card for card in today(states, SIDES, new=100) if card not in states]
    assert tuple(new) == unmet(states, SIDES, DAY)


def test_a_new_card_cannot_be_met_on_the_day_of_its_other_side() -> None:
    assert unmet({SIDES[0]: seen(days_ago=0, due=3)}, SIDES[:3], DAY) == (SIDES[2],)


# What is next due


def test_the_forecast_names_the_next_day_and_its_number_of_cards() -> None:
    days = [-1, 0, 4, 4, 9]
    states = {card: seen(due=due) for card, due in zip(CARDS, days, strict=False)}
    assert due_forecast(states, CARDS[2:], DAY) == (DAY + 4, 2)
    assert due_forecast(states, CARDS, DAY) == (DAY + 1, 2)


def test_a_card_put_off_until_tomorrow_is_due_tomorrow() -> None:
    assert due_forecast({CARDS[0]: seen(due=-3, buried=DAY)}, CARDS, DAY) == (DAY + 1, 1)


# A clock that ran ahead


AHEAD = seen(days_ago=-400, due=420)


def test_an_answer_from_next_year_is_due_now_and_blocks_no_sibling() -> None:
    states = {SIDES[0]: AHEAD}
    assert today(states, SIDES[:1]) == SIDES[:1]
    assert not was_asked(AHEAD, DAY)
    assert due_forecast(states, SIDES[:1], DAY) == (DAY + 1, 1)


def test_an_answer_from_a_day_further_east_is_not_asked_again() -> None:
    state = seen(days_ago=-1, due=5)
    assert was_asked(state, DAY)
    assert today({CARDS[0]: state}, CARDS[:1]) == ()


def test_the_forecast_leaves_out_suspended_cards() -> None:
    assert due_forecast({CARDS[0]: seen(due=4, suspended=True)}, CARDS, DAY) == (None, 0)


# A sitting


def play(cards: Sequence[Card], misses: dict[Card, int]) -> list[tuple[Card, bool]]:
    """All answers of a sitting in which each card is missed so many times before it is recalled."""
    answers: list[tuple[Card, bool]] = []
    while (following := next_card(cards, answers)) is not None:
        card, _ = following
        times = sum(each == card for each, _ in answers)
        answers.append((card, times < misses.get(card, 0)))
        assert len(answers) <= len(cards) + sum(misses.values()), "the sitting does not end"
    return answers


all_misses = st.dictionaries(st.sampled_from(CARDS[:15]), st.integers(0, 3))


@given(st.lists(st.sampled_from(CARDS[:15]), unique=True), all_misses)
def test_each_card_is_asked_until_it_is_recalled_and_no_longer(
    cards: list[Card], misses: dict[Card, int]
) -> None:
    asked = [card for card, _ in play(cards, misses)]
    assert {card: asked.count(card) for card in asked} == {card: 1 + misses.get(card, 0) for card in cards}


@given(all_misses)
def test_six_other_answers_lie_between_while_there_are_unasked_cards(misses: dict[Card, int]) -> None:
    cards = CARDS[:15]
    asked = [card for card, _ in play(cards, misses)]
    last_first = asked.index(cards[-1])
    for place, card in enumerate(asked[:last_first]):
        earlier = [before for before in range(place) if asked[before] == card]
        assert not earlier or place - earlier[-1] > GAP


@given(all_misses)
def test_a_card_is_marked_as_coming_again_when_it_was_missed(misses: dict[Card, int]) -> None:
    answers = play(CARDS[:15], misses)
    for place, (card, _) in enumerate(answers):
        was_asked = card in [each for each, _ in answers[:place]]
        assert next_card(CARDS[:15], answers[:place]) == (card, was_asked)


def test_a_missed_card_comes_again_after_six_others() -> None:
    answers = [(CARDS[0], True), *((card, False) for card in CARDS[1:7])]
    assert next_card(CARDS, answers[:-1]) == (CARDS[6], False)
    assert next_card(CARDS, answers) == (CARDS[0], True)


def test_a_missed_card_comes_again_after_five_minutes() -> None:
    answers = [(CARDS[0], True), (CARDS[1], False)]
    assert next_card(CARDS, answers, seconds_since=(299, 20)) == (CARDS[2], False)
    assert next_card(CARDS, answers, seconds_since=(300, 20)) == (CARDS[0], True)


def test_at_the_end_what_was_missed_longest_ago_comes_first() -> None:
    answers = [(CARDS[0], True), (CARDS[1], True), (CARDS[2], False)]
    assert next_card(CARDS[:3], answers) == (CARDS[0], True)
    assert next_card(CARDS[:3], [*answers, (CARDS[0], True)]) == (CARDS[1], True)


def test_only_cards_missed_when_last_answered_are_to_be_asked_again() -> None:
    answers = [(CARDS[0], True), (CARDS[1], True), (CARDS[0], False), (CARDS[2], False)]
    assert list(to_ask_again(answers)) == [CARDS[1]]


def test_an_empty_plan_is_done() -> None:
    assert next_card((), ()) is None
