"""Every screen is whole where it can be, and alive where it cannot."""

import random
from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]

KINDS = ("choice", "multi", "short", "number", "cloze", "order", "match", "card", "true-false")


@pytest.mark.parametrize("kind", KINDS)
async def test_a_storm_of_resizes_is_survived(quiz: Make, kind: str) -> None:
    chance = random.Random(kind)
    async with quiz(kind).running() as learner:
        for _ in range(25):
            await learner.pilot.resize_terminal(chance.randint(1, 200), chance.randint(1, 60))
            if chance.random() < 0.2:
                await learner.press(
                    chance.choice(("f2", "f4", "enter", "space", "pagedown", "f1", "escape", "1", "down"))
                )
        for size in ((1, 1), (2, 60), (200, 1), (200, 60), (80, 24)):
            await learner.pilot.resize_terminal(*size)
            await learner.pilot.pause()
        assert learner.app.return_code in (None, 0)


@pytest.mark.parametrize("start", ["home", "review"])
@pytest.mark.parametrize("size", [(1, 1), (4, 3), (20, 6), (40, 12), (200, 60)])
async def test_it_begins_at_any_size(quiz: Make, size: tuple[int, int], start: str) -> None:
    async with quiz("choice", start=start).running(*size) as learner:
        await learner.press("enter", "enter", "f1", "escape")
        assert learner.app.return_code is None


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_question_and_verdict_and_keys_are_whole_at_usual_sizes(
    quiz: Make, size: tuple[int, int]
) -> None:
    async with quiz("multi").running(*size) as learner:
        await learner.press("1", "3", "enter")
        seen = " ".join(learner.seen.split())
        assert "Which of these does the article name as drivers of the move?" in seen
        assert "Not yet. Health problems: Health is never mentioned." in seen.replace("\n", " ")
        assert "1 Again" in seen
        assert "4 Easy" in seen
        assert "? keys q leave" in seen


async def test_the_column_is_at_most_88_cells_wide_and_centred(quiz: Make) -> None:
    async with quiz("multi").running(200, 40) as learner:
        lines = [line for line in learner.seen.splitlines() if line.strip()]
        left = min(len(line) - len(line.lstrip()) for line in lines)
        right = max(len(line) for line in lines)
        assert right - left <= 88
        assert abs(left - (200 - right)) <= 2
