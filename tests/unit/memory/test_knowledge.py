from math import sqrt

import pytest

from zhu_quiz.memory.fsrs import Parameters
from zhu_quiz.memory.knowledge import knowledge
from zhu_quiz.memory.schedule import graded
from zhu_quiz.model.memory import NEW, Card, CardState, Grade, MemoryState

PARAMETERS = Parameters()
DAY = 739_000
FIRST, SECOND = Card("first"), Card("second")
AT_90_PERCENT = CardState(memory=MemoryState(10, 5, DAY - 10), due_day=DAY, reps=1)


def known(states: dict[Card, CardState], day: int = DAY) -> tuple[float, float]:
    return knowledge(states, [FIRST, SECOND], day, PARAMETERS)


def test_nothing_is_known_of_an_unseen_bank() -> None:
    assert known({}) == (0, 0)


def test_nothing_is_known_of_an_empty_bank() -> None:
    assert knowledge({}, [], DAY, PARAMETERS) == (0, 0)


def test_knowledge_is_the_mean_recall_over_the_bank() -> None:
    assert known({FIRST: AT_90_PERCENT}) == pytest.approx((0.45, 1.96 * sqrt(0.9 * 0.1) / 2))


def test_cards_of_other_banks_do_not_count() -> None:
    assert known({Card("elsewhere"): AT_90_PERCENT}) == (0, 0)


def test_what_was_answered_today_counts_as_it_will_be_tomorrow() -> None:
    states = {FIRST: graded(NEW, FIRST, Grade.GOOD, DAY, 1, PARAMETERS)}
    assert known(states) == known(states, DAY + 1)
    assert 0 < known(states)[0] < 0.5


def test_what_was_missed_today_counts_for_less_than_what_was_recalled() -> None:
    missed = graded(AT_90_PERCENT, FIRST, Grade.AGAIN, DAY, 1, PARAMETERS)
    recalled = graded(missed, FIRST, Grade.GOOD, DAY, 1, PARAMETERS)
    assert known({FIRST: missed})[0] < known({FIRST: recalled})[0]


@pytest.mark.parametrize("grade", Grade)
def test_no_knowledge_is_gained_overnight(grade: Grade) -> None:
    states = {FIRST: graded(NEW, FIRST, grade, DAY, 1, PARAMETERS), SECOND: AT_90_PERCENT}
    shares = [known(states, DAY + days)[0] for days in range(4)]
    assert shares == sorted(shares, reverse=True)
