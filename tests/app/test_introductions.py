"""What a section is about, before its first question."""

from collections.abc import Callable
from typing import Any

import pytest

from zhu_quiz.bank.reader import read_text

BANK = """\
format: zhu-quiz/1
id: zhu
title: The planets
sections:
  - {id: inner, title: Inner planets, about: Four small ones of rock.}
questions:
  - id: nearest
    type: short
    ask: Which planet is nearest to the Sun?
    answer: Mercury
    source: {section: inner}
  - id: red
    type: short
    ask: Which planet is called the red one?
    answer: Mars
    source: {section: inner}
"""


@pytest.fixture
def quiz(quiz_on: Callable[..., Any]) -> Any:
    return quiz_on(read_text(BANK))


async def test_it_is_read_before_the_question_and_enter_goes_on(quiz: Any) -> None:
    async with quiz.running() as learner:
        assert "Four small ones of rock." in learner.seen
        assert "Which planet" not in learner.seen
        await learner.press("enter")
        assert "Which planet" in learner.seen


async def test_the_next_question_of_its_section_comes_without_it(quiz: Any) -> None:
    async with quiz.running() as learner:
        await learner.press("enter", *"Mercury", "enter", "enter")
        assert "Which planet is called" in learner.seen


async def test_it_can_be_read_again(quiz: Any) -> None:
    async with quiz.running() as learner:
        await learner.press("enter", "f9")
        assert "Four small ones of rock." in learner.seen


async def test_reading_it_is_no_thinking_time(quiz: Any) -> None:
    async with quiz.running() as learner:
        learner.clock.seconds += 600
        await learner.press("enter", *"Mercury", "enter")
        assert learner.reviews[0].thinking_ms < 60_000


async def test_one_can_leave_from_it(quiz: Any) -> None:
    async with quiz.running() as learner:
        await learner.press("q")
        await learner.pilot.pause()
    assert not learner.app.is_running
    assert not learner.reviews
