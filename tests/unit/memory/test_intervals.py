from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.memory.fsrs import Parameters
from zhu_quiz.memory.intervals import days_after, draw, spread
from zhu_quiz.model.memory import Card

PARAMETERS = Parameters()

stabilities = st.lists(st.floats(0.001, 36500), min_size=1, max_size=3).map(sorted)
chances = st.floats(0, 1, exclude_max=True)


def days(stability: float, chance: float, last: int = 0) -> int:
    return days_after([stability], last, chance, PARAMETERS)


def test_five_days_become_four_five_or_six_a_third_of_the_time_each() -> None:
    cards = [Card(f"question-{number}") for number in range(3000)]
    found = Counter(days(5, draw(card, 3)) for card in cards)
    assert {day: round(count / 1000, 1) for day, count in found.items()} == {4: 1.0, 5: 1.0, 6: 1.0}


def test_the_repetitions_of_one_card_are_spread_too() -> None:
    found = Counter(days(5, draw(Card("move-year"), reps)) for reps in range(3000))
    assert {day: round(count / 1000, 1) for day, count in found.items()} == {4: 1.0, 5: 1.0, 6: 1.0}


def test_both_sides_of_a_flashcard_are_spread_apart() -> None:
    assert draw(Card("move-year"), 0) != draw(Card("move-year", "reverse"), 0)


def test_the_draw_is_the_same_on_every_machine() -> None:
    assert draw(Card("move-year", "reverse"), 7) == 0.12705021751239798


@given(st.floats(2.5, 300), chances)
def test_an_interval_strays_no_further_than_its_length_allows(ideal: float, chance: float) -> None:
    share = 0.15 * max(0, min(ideal, 7) - 2.5) + 0.1 * max(0, min(ideal, 20) - 7) + 0.05 * max(0, ideal - 20)
    assert abs(days(ideal, chance) - ideal) <= 1 + share + 0.5


@given(st.floats(0.001, 2.499), chances)
def test_a_short_interval_is_rounded_only(ideal: float, chance: float) -> None:
    assert days(ideal, chance) == max(1, int(ideal + 0.5))


def test_the_ends_of_the_spread_round_to_the_nearest_day() -> None:
    assert [spread(ideal) for ideal in (2.5, 5, 7, 20, 100)] == [(2, 4), (4, 6), (5, 9), (17, 23), (93, 107)]


@given(stabilities, st.integers(1, 400), chances)
def test_a_better_grade_comes_back_at_least_a_day_later(
    stabilities: list[float], last: int, chance: float
) -> None:
    longest = Parameters(maximum_interval=100_000)
    found = [days_after(stabilities[: place + 1], last, chance, longest) for place in range(len(stabilities))]
    assert found == sorted(set(found))


@given(stabilities, chances)
def test_a_card_just_met_or_just_missed_comes_back_for_good_as_soon_as_for_hard(
    stabilities: list[float], chance: float
) -> None:
    found = [days_after(stabilities[: place + 1], 0, chance, PARAMETERS) for place in range(len(stabilities))]
    assert found == sorted(found)


def test_a_card_just_missed_and_then_known_comes_back_tomorrow() -> None:
    assert days_after([0.2, 0.25], 0, 0.5, PARAMETERS) == 1


@given(stabilities, st.integers(0, 400), chances, st.integers(1, 1000))
def test_no_interval_exceeds_the_longest(
    stabilities: list[float], last: int, chance: float, longest: int
) -> None:
    assert 1 <= days_after(stabilities, last, chance, Parameters(maximum_interval=longest)) <= longest


@given(st.floats(1, 300), st.integers(0, 300), chances)
def test_an_interval_that_grows_is_not_spread_below_the_last(ideal: float, last: int, chance: float) -> None:
    grows = int(ideal + 0.5) > last
    assert not grows or days(ideal, chance, last) > last
