import pytest

from zhu_quiz.model.memory import NEW, CardState, MemoryState
from zhu_quiz.study.words import days_ago, in_days, outlook, why_now

SEEN = CardState(memory=MemoryState(10, 5, 100), due_day=110)


@pytest.mark.parametrize(
    ("days", "when"),
    [
        (0, "today"), (1, "tomorrow"), (13, "in 13 days"), (14, "in 2 weeks"), (60, "in 2 months"),
        (365, "in a year"), (730, "in 2 years"),
    ],
)  # fmt: skip
def test_days_to_come_are_told_as_roughly_as_one_speaks(days: int, when: str) -> None:
    assert in_days(days) == when


@pytest.mark.parametrize(
    ("days", "when"),
    [(-3, "today"), (0, "today"), (1, "yesterday"), (5, "5 days ago"), (365, "a year ago"), (1100, "3 years ago")],
)  # fmt: skip
def test_days_gone_by_are_told_as_roughly_as_one_speaks(days: int, when: str) -> None:
    assert days_ago(days) == when


@pytest.mark.parametrize(("recall", "times"), [(0.0, 1), (0.46, 5), (0.92, 9), (1.0, 9)])
def test_a_chance_is_told_in_tenths_and_promises_nothing(recall: float, times: int) -> None:
    assert why_now(SEEN, 110, recall, is_again=False) == (
        f"Last seen 10 days ago. You would still know it about {times} times in 10, so it is time to refresh it."
    )


def test_a_new_card_says_so() -> None:
    assert why_now(NEW, 110, None, is_again=False) == "It is new to you."


@pytest.mark.parametrize(
    ("days", "again", "counts", "text"),
    [
        (0, True, True, "Comes again in this sitting, then tomorrow."),
        (0, False, True, "Comes again in your next sitting."),
        (3, False, True, "Comes again in 3 days."),
        (3, False, False, "Practice: the schedule stays as it is."),
    ],
)
def test_an_outlook_says_when(days: int, again: bool, counts: bool, text: str) -> None:
    assert outlook(days, is_coming_again=again, counts=counts) == text
