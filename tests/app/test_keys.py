"""What a key does depends on the moment: nothing is answered by accident, nothing is offered in vain."""

from collections.abc import Callable
from typing import Any

import pytest

from zhu_quiz.model.memory import Grade

Make = Callable[..., Any]


@pytest.mark.parametrize(
    "kind", ["choice", "true-false", "multi", "short", "cloze", "order", "match", "card"]
)
async def test_a_key_held_down_answers_nothing(quiz: Make, kind: str) -> None:
    async with quiz(kind).running() as learner:
        await learner.hold("enter", 20)
        assert not learner.reviews


@pytest.mark.parametrize("kind", ["choice", "multi", "short", "cloze", "order", "match", "card"])
async def test_going_on_with_a_key_held_down_answers_nothing_of_what_follows(quiz: Make, kind: str) -> None:
    async with quiz("true-false", kind).running() as learner:
        if "self-driving" not in learner.seen:
            await learner.press("minus")
        await learner.press("2")
        learner.clock.seconds += 1
        await learner.hold("enter", 10)
        assert len(learner.reviews) == 1
        assert "A unified theory" not in learner.seen


async def test_enter_says_how_to_choose(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("enter")
        assert "Choose with a digit or the arrows." in learner.seen
        await learner.press("down")
        assert "Choose with" not in learner.seen
        assert "▸ 1" in learner.seen


async def test_what_was_wanting_is_no_longer_said_after_the_next_key(quiz: Make) -> None:
    async with quiz("multi").running() as learner:
        await learner.press("enter", "1")
        assert "Mark at least one" not in learner.seen


async def test_an_order_can_be_right_as_it_stands(quiz: Make) -> None:
    async with quiz("order").running() as learner:
        await learner.press("enter")
        assert "Type the numbers in order" in learner.seen
        await learner.press("enter")
        assert len(learner.reviews) == 1


async def test_a_hint_stays_when_something_else_is_said(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("h", "i", "enter")
        assert "It lies in the south" in learner.seen


async def test_why_now_is_hidden_by_the_same_key(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("i", "i")
        assert "It is new to you." not in learner.seen


async def test_a_card_that_is_not_known_is_turned_and_graded_again(quiz: Make) -> None:
    async with quiz("card").running() as learner:
        await learner.press("x")
        assert "How well did you know it?" in learner.seen
        assert "▸1 Again" in learner.seen
        await learner.press("enter", "space", "x")
        assert [review.grade for review in learner.reviews] == [Grade.AGAIN, Grade.AGAIN]


async def test_right_but_graded_low_is_not_called_right_once_more(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("h", "2")
        assert "I was right" not in learner.seen
        assert "o it deserves Good" in learner.seen
        await learner.press("o")
        assert [review.grade for review in learner.reviews] == [Grade.GOOD]


async def test_nothing_to_take_back_is_said(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("u")
        assert "Nothing to take back." in learner.seen
    async with quiz("choice", start="home").running() as learner:
        await learner.press("u")
        assert "Nothing to take back." in learner.seen


async def test_what_home_takes_back_is_said(quiz: Make) -> None:
    async with quiz("card").running() as learner:
        await learner.press("space", "3")
    async with quiz("card", start="home").running() as learner:
        await learner.press("u")
        assert "Taken back" in learner.seen
        assert "What single goal" in learner.seen


async def test_practice_has_nothing_to_grade(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("1", "enter", "2", "enter", "r", "1")
        assert "Again" not in learner.seen
        assert "I was right" not in learner.seen
        assert "Practice: the schedule stays as it is." in learner.seen


async def test_in_practice_a_card_is_known_or_not(quiz: Make) -> None:
    async with quiz("card").running() as learner:
        await learner.press("space", "1", "space", "3", "r", "space")
        assert "Did you know it? Enter for yes, x for no." in learner.seen
        await learner.press("4")
        assert "Did you know it?" in learner.seen
        await learner.press("enter")
        assert "This was practice" in learner.seen


async def test_turning_a_card_stops_the_clock_whatever_is_opened_after(quiz: Make) -> None:
    async with quiz("card").running() as learner:
        await learner.press("space", "question_mark", "escape")
        learner.clock.seconds = 100
        await learner.press("3")
        assert learner.reviews[0].thinking_ms == 1000
