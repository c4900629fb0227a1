"""A teacher reads a whole bank with the answers shown, finds what is broken, and mends it."""

import re
from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]

SIZES = [(60, 20), (80, 24), (120, 40)]
BROKEN = """\
  - id: broken
    type: choice
    ask: Which of these universities is in California?
    # Eight lines
    # of comments
    # that nobody
    # needs to see
    # stand between
    # the beginning
    # of the question
    # and what is wrong
    options:
      - {wrong: One}
      - {wrong: Two}
      - {wright: Three}
      - {wrong: Four}
    explain: It is in the south.
"""
REPORT = """\
  - id: report
    type: short
    ask: Which newspaper is it?
    answer: The Guardian
    accept: [Guardian, theguardian.com]
    reject: [{text: NDTV, why: It only passed it on.}, The Times]
"""
SHARE = "  - {id: share, type: number, ask: How much?, answer: 40, within: 5%, unit: million}\n"
ABOUT = "{id: career, title: Career in the US, about: He was a professor.}"
EVERYTHING = """\
  - id: all
    type: card
    front: A
    back: B
    status: draft
    note: Ask Ann.
    image: {file: a.png, alt: Ann}
"""


@pytest.mark.parametrize("size", SIZES)
async def test_answers_stay_shown_until_they_are_hidden(preview: Make, size: tuple[int, int]) -> None:
    async with preview("choice", "multi", BROKEN, "card", "order").running(*size) as teacher:
        await teacher.press("a")
        assert "answers shown" in teacher.seen
        for key, seen in [
            ("n", "The introduction lists three drivers"),
            ("exclamation_mark", "left out"),
            ("n", "A unified theory of AI"),
            ("n", "✓ 1 Childhood"),
            ("p", "A unified theory of AI"),
            ("s", "A unified theory of AI"),
        ]:
            await teacher.press(key)
            assert seen in teacher.words
        await teacher.press("a")
        assert "A unified theory of AI" not in teacher.seen
        assert "answers shown" not in teacher.seen


async def test_answers_stay_shown_when_the_file_is_saved(preview: Make) -> None:
    async with preview("choice").running() as teacher:
        await teacher.press("a")
        teacher.save("presents Zhu as a professor", "describes Zhu as a professor")
        await teacher.until("The article describes Zhu as a professor")
        teacher.save("Which US university", "What university")
        await teacher.until("What university")
        await teacher.until("✓ 2 University of California, Los Angeles right")


async def test_what_is_half_typed_stays_when_the_question_asks_the_same(preview: Make) -> None:
    async with preview("short").running() as teacher:
        await teacher.press("tab")
        await teacher.write("the gua")
        teacher.save("explain: The article summarises", "note: Check.\n    explain: The article repeats")
        await teacher.until("· note")
        await teacher.write("rdian")
        await teacher.press("enter")
        assert "the guardian" in teacher.seen
        assert "The article repeats" in teacher.words


async def test_an_answer_that_was_tried_is_marked_anew(preview: Make) -> None:
    async with preview("choice").running() as teacher:
        await teacher.press("1")
        teacher.save("Also in California, but", "Near the ocean, but")
        await teacher.until("Not yet. Near the ocean")
        teacher.save("ask: Which", "ask: What")
        await teacher.until("What US university")
        assert "Not yet" not in teacher.seen


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("choice", ["✓ 2  University of California, Los Angeles   right"]),
        ("true-false", ["✓ 1  True   right"]),
        ("multi", ["✓ 1  [x] Personal conviction   right", "  3  [ ] Health problems"]),
        ("short", ["✓ The Guardian"]),
        ("number", [r"✓ 1234 +dollars"]),
        ("cloze", ["✓ US", "✓ 2020", "✓ Beijing"]),
        ("order", ["✓ 1  Childhood near a small town", "✓ 4  Director in Beijing"]),
        ("match", [r"✓ UCLA  →  \d  Los Angeles", r"✓ Peking University  →  \d  Beijing"]),
        ("card", ["A unified theory of AI"]),
    ],
)
@pytest.mark.parametrize("size", SIZES[:2])
async def test_an_answer_is_shown_as_right(
    preview: Make, kind: str, lines: list[str], size: tuple[int, int]
) -> None:
    async with preview(kind).running(*size) as teacher:
        await teacher.press("a")
        assert all(
            re.search(line.replace("[x]", r"\[x\]").replace("[ ]", r"\[ \]"), teacher.seen) for line in lines
        )
        assert not re.search("✗|no answer|Not yet|Right:|Right[.]|belongs (in|too)|your answer", teacher.seen)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (REPORT, ["Also right: Guardian · theguardian.com", "Not “NDTV”: It only passed it on.", "Not “The Times”: "]),
        (SHARE, ["✓ 40", "Also right: up to 5% more or less"]),
        ("cloze", ["Also right in gap 1: United States"]),
        (EVERYTHING, ["Note: Ask Ann.", "Image: a.png · Ann"]),
    ],
)  # fmt: skip
async def test_what_else_is_said_of_answers_is_told(preview: Make, entry: str, told: list[str]) -> None:
    async with preview(entry).running(80, 30) as teacher:
        await teacher.press("a")
        assert all(each in teacher.words for each in told)


async def test_the_article_itself_is_not_repeated_below_each_answer(preview: Make) -> None:
    async with preview("choice").running(80, 30) as teacher:
        await teacher.press("a")
        assert "Career in the US · “professor at UCLA”" in teacher.seen
        assert "From Los Angeles to Beijing" not in teacher.words


@pytest.mark.parametrize("size", SIZES)
async def test_of_a_broken_question_the_problem_and_the_bad_line_are_seen_at_once(
    preview: Make, size: tuple[int, int]
) -> None:
    async with preview("choice", BROKEN, first="broken").running(*size) as teacher:
        (problem,) = teacher.app.screen._proof.problems
        assert " ".join(problem.message.split()) in teacher.words.replace("`", "")
        bad = f"▸ {problem.place.line} │ "
        await teacher.until(bad.strip())  # It is scrolled to once all is laid out.
        assert "wright: Three" in next(line for line in teacher.seen.splitlines() if bad in line)
        assert teacher.seen.count("▸") == 1


async def test_a_broken_question_is_seen_anew_when_it_changes(preview: Make) -> None:
    async with preview("choice", BROKEN, first="broken").running(80, 24) as teacher:
        teacher.save("wright: Three", "rigth: Three")
        await teacher.until("│ - {rigth: Three}")
        teacher.save("rigth: Three", "right: Three")
        await teacher.until("1–4 answer")
        assert "left out" not in teacher.seen
        assert "│" not in teacher.seen


async def test_of_what_is_wrong_with_the_bank_the_lines_are_shown_too(preview: Make) -> None:
    async with preview("choice").running() as teacher:
        teacher.save("title: Why an AI", "titel: Why an AI")
        await teacher.until("1 error")
        await teacher.press("p")
        assert "about the bank itself" in teacher.seen
        assert "▸ 3 │ titel:" in teacher.words


@pytest.mark.parametrize("kind", ["short", "number"])
async def test_how_to_type_is_said_where_one_types(preview: Make, kind: str) -> None:
    async with preview(kind).running() as teacher:
        assert "▸ Tab to type" in teacher.seen
        await teacher.press("tab")
        assert "Tab to type" not in teacher.seen
        assert "Ctrl+E edit" in teacher.seen
        await teacher.press("escape")
        assert " e edit" in teacher.seen


async def test_what_a_part_is_about_is_shown_and_follows_the_file(preview: Make) -> None:
    async with preview("choice", "true-false").running() as teacher:
        await teacher.press("b")
        assert "What this part is about" not in teacher.seen
        teacher.save("{id: career, title: Career in the US}", ABOUT)
        await teacher.until("b this part")
        await teacher.press("b")
        assert "He was a professor." in teacher.seen
        teacher.save("He was a professor.", "He taught.")
        await teacher.until("He taught.")
        await teacher.press("escape")
        assert "1 of 2" in teacher.seen


@pytest.mark.parametrize("size", SIZES)
async def test_why_a_question_is_not_asked_is_said_on_top(preview: Make, size: tuple[int, int]) -> None:
    async with preview(EVERYTHING).running(*size) as teacher:
        assert "1 of 1 · draft, not asked · all · card · line" in teacher.seen
        assert "· image" in teacher.seen


def test_a_broken_question_at_60_cells(preview: Make, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(preview("choice", BROKEN, first="broken").app, terminal_size=(60, 20))


@pytest.mark.parametrize(
    "kind", ["multi", "short", "number", "cloze", "order", "match", "card", "true-false"]
)
def test_an_answer_shown(preview: Make, snap_compare: Callable[..., bool], kind: str) -> None:
    assert snap_compare(preview(kind, has_rules=False).app, press=("a",))
