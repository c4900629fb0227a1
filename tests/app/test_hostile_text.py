"""Whatever a bank says, the screen shows it and nothing else happens."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from zhu_quiz.bank.reader import read_text
from zhu_quiz.questions.choice import Choice

Make = Callable[..., Any]

HOSTILE = (
    "[red]alarm[/red]",
    "[@click=app.quit]press[/]",
    "what does [/INST] mean",
    "a [/ b",
    "list[int] and [$accent]",
    "[link=https://example.org]there[/link]",
    "\\[b]x[/b]\\",
    "漢字かな交じり文 e\u0301\u0302 \N{FAMILY} 👩‍👩‍👧 ไทย",
)
CONTROLS = {
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "clear": "\x1b[2J",
    "C1": "\x9b31m",
    "turned": "abc\u202edef",
    "hidden": "zero\u200bwidth",
}


KINDS = {
    "choice": "ask: {ask}\n    options: [{{right: {one}}}, {{wrong: {two}, why: {why}}}]",
    "multi": "ask: {ask}\n    options: [{{right: {one}}}, {{wrong: {two}, why: {why}}}]",
    "short": "ask: {ask}\n    answer: {one}",
    "cloze": "text: {gap}",
    "order": "ask: {ask}\n    items: [{one}, {two}, {why}]",
    "match": "ask: {ask}\n    pairs: [{{item: {one}, match: {two}}}, {{item: {why}, match: {hint}}}]",
    "card": "front: {ask}\n    back: {one}",
}


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def entry(kind: str, text: str) -> str:
    """A question of that kind with `text` wherever a text can stand."""
    texts = {name: quoted(f"{text} {name}") for name in ("ask", "one", "two", "why", "explain", "hint")}
    own = KINDS[kind].format(gap=quoted(f"{text} ask {{{{answer}}}}"), **texts)
    about = f"explain: {texts['explain']}\n    hint: {texts['hint']}"
    return f"  - id: x\n    type: {kind}\n    {own}\n    {about}\n"


@pytest.mark.parametrize("kind", KINDS)
async def test_it_is_shown_as_it_stands(quiz: Make, kind: str) -> None:
    text = " ".join(HOSTILE)
    async with quiz(entry(kind, text)).running(100, 60) as learner:
        shown = text.replace("\\[", "[")
        assert f"{shown} ask" in one_line(learner.seen)
        await learner.press("f2")
        assert f"Hint: {shown} hint" in one_line(learner.seen)
        await learner.press("space" if kind == "card" else "f4")
        assert f"{shown} explain" in one_line(learner.seen)
        await learner.press("4" if kind == "card" else "enter")
        assert kind == "card" or f"{shown} ask" in one_line(learner.seen)


def one_line(seen: str) -> str:
    return " ".join(seen.split())


@pytest.mark.parametrize("text", HOSTILE)
async def test_clicking_it_does_nothing_but_answer(quiz: Make, text: str) -> None:
    async with quiz(entry("choice", text)).running(120, 40) as learner:
        for line in range(2, 30):
            await learner.pilot.click(offset=(24, line))
        assert learner.app.return_code is None
        assert len(learner.reviews) == 1


@pytest.mark.parametrize("control", CONTROLS.values(), ids=CONTROLS)
async def test_no_control_reaches_the_terminal(quiz_on: Make, control: str) -> None:
    bank = read_text("format: zhu-quiz/1\nid: zhu\ntitle: T\nquestions:\n" + entry("choice", "harmless"))
    question = bank.questions["x"]
    assert isinstance(question, Choice)
    options = tuple(replace(option, wrong=control) if option.wrong else option for option in question.options)
    hostile = replace(question, ask=control, options=options, explain=control, hint=(control,))
    async with quiz_on(
        replace(bank, questions={"x": hostile}, title=control, about=control)
    ).running() as learner:
        seen = learner.seen
        await learner.press("h", "x")
        seen += learner.seen
        await learner.press("4", "enter")
        seen += learner.seen + learner.app.farewell
    assert all(character.isprintable() or character == "\n" for character in seen)
    assert "\N{REPLACEMENT CHARACTER}" in seen


async def test_a_very_long_question_scrolls_and_its_prompt_stays_in_sight(quiz: Make) -> None:
    async with quiz(entry("choice", "word " * 2000)).running(60, 20) as learner:
        assert "PgDn more" in learner.seen
        assert "1  word word" in learner.seen
        top = learner.seen
        await learner.press("pagedown")
        assert learner.seen != top
        await learner.press("pageup")
        assert learner.seen == top


async def test_the_line_to_type_into_never_leaves_the_screen(quiz: Make) -> None:
    async with quiz(entry("short", "word " * 2000)).running(60, 20) as learner:
        await learner.write("here")
        assert "▸ here" in learner.seen
        assert "PgDn more" in learner.seen
        top = learner.seen
        await learner.press("pagedown")
        assert learner.seen != top
        assert "▸ here" in learner.seen
