"""What cannot be read is said on the screen, and the app goes on."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

Make = Callable[..., Any]


def damage(learner: Any) -> None:
    """Adds a line to the log that nobody can read, as the latest."""
    with closing(sqlite3.connect(learner.study._journal.path)) as file, file:
        file.execute(
            """insert into event (id, type, bank, at_ms, offset_minutes, study_day, details, crc)
            select substr(max(id), 1, 24) || 'ffffffffffff', 'review', bank, at_ms, offset_minutes, study_day, '{}', 0
            from event"""
        )


async def test_home_says_that_the_log_cannot_be_read(quiz: Make) -> None:
    async with quiz("choice", "card").running() as learner:
        await learner.press("2" if "Which US" in learner.seen else "x")
        damage(learner)
    async with quiz("choice", "card", start="home").running() as learner:
        assert "The log is damaged" in learner.seen
        await learner.press("u", "q")
        assert learner.app.return_code == 0


async def test_a_question_says_so_too(quiz: Make) -> None:
    async with quiz("choice", "multi").running() as learner:
        await learner.press("f4")
        damage(learner)
        await learner.press("enter")
        assert "The log is damaged" in learner.seen
        assert "2 of 2" in learner.seen


async def test_the_summary_says_so_too(quiz: Make) -> None:
    async with quiz("card").running() as learner:
        await learner.press("space", "3")
        damage(learner)
        await learner.press("u")
        assert "The log is damaged" in learner.seen
