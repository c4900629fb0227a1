"""What is said of an answer: all of it, once, and where it can be seen."""

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]

LONG = "a rather long answer that goes on and on and that no line of a small terminal can hold"
WIDE = """
  - id: wide
    type: match
    ask: Which belongs to which?
    pairs:
      - {item: The institute that he left, match: A university on the west coast of the United States}
      - {item: The institute that he leads, match: A laboratory for general intelligence in Beijing}
    explain: Both are named in the first paragraph.
    source: {section: career, evidence: in the first paragraph}
"""
BARE = """
  - id: bare
    type: choice
    ask: Which?
    options: [{right: One}, {wrong: Two}]
"""


def one_line(seen: str) -> str:
    return " ".join(seen.split())


async def test_the_source_waits_below_the_fold_where_room_is_short(quiz: Make) -> None:
    async with quiz(WIDE).running(60, 20) as learner:
        await learner.press("1", "1", "enter")
        assert "PgDn more" in learner.seen
        await learner.press("pagedown", "pagedown")
        assert "Career in the US · “in the first paragraph”" in learner.seen


async def test_the_source_is_scrolled_to(quiz: Make) -> None:
    async with quiz(WIDE).running(60, 20) as learner:
        await learner.press("1", "1", "enter", "s")
        assert "Career in the US · “in the first paragraph”" in learner.seen
        assert "“From Los Angeles to Beijing”" in learner.seen


async def test_no_source_is_offered_where_none_is_known(quiz_on: Make) -> None:
    from zhu_quiz.bank.reader import read_text

    bank = read_text(f"format: zhu-quiz/1\nid: zhu\ntitle: T\nquestions:{BARE}")
    async with quiz_on(bank, "home").running() as learner:
        assert "1 question\n" in learner.seen
        await learner.press("enter", "1")
        assert "Enter go on" in learner.seen
        assert "s source" not in learner.seen


@pytest.mark.parametrize("kind", ["short", "cloze"])
async def test_a_long_answer_is_shown_whole(quiz: Make, kind: str) -> None:
    async with quiz(kind).running(60, 24) as learner:
        await learner.write(LONG)
        await learner.press("enter")
        if kind == "cloze":
            await learner.press("2", "enter", "3", "enter")
        assert LONG in one_line(learner.seen)


@pytest.mark.parametrize("kind", ["short", "cloze"])
async def test_giving_up_is_no_answer(quiz: Make, kind: str) -> None:
    async with quiz(kind).running() as learner:
        await learner.press("f4")
        assert "✗ no answer" in learner.seen
        assert "✗ city" not in learner.seen


async def test_giving_up_shows_the_right_order(quiz: Make) -> None:
    async with quiz("order").running() as learner:
        await learner.press("f4")
        assert "1  Childhood near a small town\n" in learner.seen
        assert "This is the right order." in learner.seen


async def test_a_slip_is_told_once(quiz: Make) -> None:
    async with quiz("short").running() as learner:
        await learner.write("Guardiann")
        await learner.press("enter")
        assert learner.seen.count("The Guardian") == 1


async def test_one_of_several_is_right(quiz: Make) -> None:
    async with quiz("cloze").running() as learner:
        await learner.press("enter", *"2020", "enter", "x", "enter", "enter")
        assert "Not yet: 1 of 3 is right." in learner.seen


async def test_what_stays_in_the_terminal_is_wrapped_with_its_indent(quiz: Make) -> None:
    learner = quiz(WIDE)
    async with learner.running(60, 24):
        await learner.press("1", "1", "enter", "enter")
        await learner.press("f4", "3", "enter")
        lines = learner.app.farewell.splitlines()
        assert all(len(line) <= 60 for line in lines)
        start = next(index for index, line in enumerate(lines) if line.startswith("    you"))
        assert lines[start + 1].startswith(" " * 9)
