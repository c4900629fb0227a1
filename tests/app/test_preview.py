"""A teacher leafs through a bank: each question as a learner sees it, with what is wrong with it."""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.drivers.headless_driver import HeadlessDriver

Make = Callable[..., Any]
Compare = Callable[..., bool]

BROKEN = "  - id: broken\n    type: choice\n    ask: Which?\n    options: [{wrong: One}, {wrong: Two}]\n"
MISTYPED = """\
  - id: sum
    type: multi
    ask: What did the project receive,\u200b by its own account?
    options: [{right: Money}, {right: People}, {wrong: Machines}, {wrong: A house}]
    explain: Two of the four.
"""
"""With a warning."""
REVERSE = "  - {id: both, type: card, front: Red planet, back: Mars, reverse: true}\n"


async def test_a_question_is_drawn_as_the_learner_sees_it(preview: Make, quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        asked = learner.seen.splitlines()[3:9]
    async with preview("choice").running() as teacher:
        assert teacher.seen.splitlines()[3:9] == asked


async def test_it_says_where_one_is(preview: Make) -> None:
    async with preview("choice", "multi", first="drivers").running() as teacher:
        assert "2 of 2 · drivers · multi · line 27" in teacher.seen
        await teacher.press("p")
        assert "1 of 2 · employer · choice · line 14" in teacher.seen
        await teacher.press("n")
        assert "2 of 2" in teacher.seen


async def test_all_that_a_question_says_can_be_shown_and_hidden(preview: Make) -> None:
    async with preview("choice").running(80, 30) as teacher:
        await teacher.press("a")
        assert "✓ 2  University of California, Los Angeles   right" in teacher.seen
        assert "1 Also in California, but not the one" in teacher.words
        assert "Hint: It lies in the south" in teacher.words
        assert "The article presents Zhu" in teacher.words
        await teacher.press("a")
        assert "right" not in teacher.seen


@pytest.mark.parametrize(
    ("kind", "keys", "verdict"),
    [
        ("choice", ("1",), "✗ Not yet. Also in California"),
        ("multi", ("1", "2", "4", "enter"), "✓ Right."),
        ("order", ("1", "2", "3", "4", "enter"), "✗ Not yet"),
        ("card", ("space",), "A unified theory of AI"),
        ("true-false", ("1",), "✓ Right."),
    ],
)
async def test_an_answer_can_be_tried(preview: Make, kind: str, keys: tuple[str, ...], verdict: str) -> None:
    async with preview(kind).running() as teacher:
        await teacher.press(*keys)
        assert verdict in teacher.words


async def test_letters_are_keys_until_one_begins_to_type(preview: Make) -> None:
    async with preview("short", "number").running() as teacher:
        await teacher.press("n", "p", "tab")
        await teacher.write("an NDTV")
        assert "▸ an NDTV" in teacher.seen
        await teacher.press("escape", "n")
        assert "How many dollars" in teacher.seen
        await teacher.press("enter", "1", "comma", "2", "3", "4", "enter")
        assert "Do you mean" in teacher.words or "1,234" in teacher.words


@pytest.mark.parametrize(
    "kind", ["choice", "multi", "short", "number", "cloze", "order", "match", "card", "true-false"]
)
async def test_every_kind_can_be_shown_whole_and_asked_anew(preview: Make, kind: str) -> None:
    async with preview(kind).running() as teacher:
        for key in ("a", "s", "a", "a", "w", "w", "a", "w", "question_mark", "escape"):
            await teacher.press(key)
        assert "1 of 1" in teacher.seen


async def test_a_card_is_seen_from_both_sides(preview: Make) -> None:
    async with preview(REVERSE).running() as teacher:
        assert "Red planet" in teacher.seen
        await teacher.press("s")
        assert teacher.seen.splitlines()[3].strip() == "Mars"


async def test_a_broken_question_shows_its_lines_and_its_problem(preview: Make) -> None:
    async with preview("choice", BROKEN).running() as teacher:
        await teacher.press("exclamation_mark")
        assert "This question is left out until it is mended." in teacher.seen
        assert "options: [{wrong: One}, {wrong: Two}]" in teacher.seen
        assert "✗ error ZQ107 · line " in teacher.seen
        await teacher.press("a", "s", "tab", "1")
        assert "2 of 2 · broken" in teacher.seen


async def test_what_is_wrong_with_the_bank_itself_has_a_leaf_of_its_own(preview: Make) -> None:
    async with preview("choice", "zzz: 1\n").running() as teacher:
        assert "1 of 1" in teacher.seen
        await teacher.press("p")
        assert "This is about the bank itself." in teacher.seen
        assert "zzz" in teacher.seen


async def test_a_saved_change_shows_by_itself_at_the_same_question(preview: Make) -> None:
    async with preview("choice", "multi", first="drivers").running() as teacher:
        teacher.save("as drivers of the move", "as reasons of the move")
        await teacher.until("as reasons of the move")
        assert "2 of 2" in teacher.seen


async def test_a_question_that_moved_or_was_renamed_is_followed(preview: Make, text_of: Make) -> None:
    async with preview("choice", "multi", first="drivers").running() as teacher:
        teacher.save(text_of("choice"), text_of("card", "choice"))
        await teacher.until("3 of 3 · drivers")
        teacher.save("id: drivers", "id: motives\n    was: [drivers]")
        await teacher.until("3 of 3 · motives")


async def test_a_question_that_vanished_gives_way_to_the_one_behind_it(preview: Make, text_of: Make) -> None:
    async with preview("choice", "multi", "card", first="drivers").running() as teacher:
        teacher.save(text_of("multi").removeprefix(text_of("")), "")
        await teacher.until("2 of 2 · goal")


@pytest.mark.parametrize("remains", [None, "", "format: zhu-qu"])
async def test_a_file_that_cannot_be_read_for_a_moment_leaves_all_as_it_was(
    preview: Make, text_of: Make, remains: str | None
) -> None:
    async with preview("choice", "multi", first="drivers").running() as teacher:
        teacher.path.unlink()
        if remains is not None:
            teacher.path.write_text(remains, encoding="utf-8")
        await teacher.until("This is how it was.")
        assert "2 of 2 · drivers" in teacher.seen
        teacher.path.write_text(text_of("choice", "multi", "card"), encoding="utf-8")
        await teacher.until("2 of 3 · drivers")
        assert "how it was" not in teacher.seen


async def test_an_edit_is_read_at_once(
    preview: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = (
        "import sys; from pathlib import Path; path = Path(sys.argv[-1]);"
        "path.write_text(path.read_text().replace('Zhu', 'Xu'))"
    )
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", editor]))
    async with preview("choice").running() as teacher:
        await teacher.press("e")
        await teacher.until("Which US university employed Xu")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_question_comes_before_its_problems_where_room_is_short(
    preview: Make, size: tuple[int, int]
) -> None:
    async with preview("multi").running(*size) as teacher:
        assert "Which of these does the article name as drivers of the move?" in teacher.words
        assert "A conflict with his students" in teacher.seen
        assert "problem" in teacher.seen
        assert "? keys" in teacher.seen


@pytest.mark.parametrize("size", [(1, 1), (4, 3), (20, 6), (40, 12), (200, 60)])
async def test_it_begins_at_any_size(preview: Make, size: tuple[int, int]) -> None:
    async with preview("choice", BROKEN).running(*size) as teacher:
        await teacher.press("a", "n", "w", "w", "p", "question_mark", "escape")
        assert teacher.app.return_code is None


async def test_whatever_a_bank_says_is_only_shown(preview: Make) -> None:
    hostile = "[red]x[/] [/INST] [@click=app.quit]q[/] \\e]0;owned\\a"
    entry = f'  - {{id: x, type: short, ask: "{hostile}", answer: a, nonsense: "{hostile}"}}\n'
    async with preview(
        entry, entry.replace("id: x", "id: y").replace(", nonsense", ", explain")
    ).running() as teacher:
        seen = teacher.seen
        await teacher.press("n", "a")
        seen += teacher.seen
        assert "[red]x[/] [/INST] [@click=app.quit]q[/]" in " ".join(seen.split())
        assert all(character.isprintable() or character == "\n" for character in seen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=["60", "80", "120"])
def test_a_question_and_its_problems(preview: Make, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(preview(MISTYPED, has_rules=False).app, terminal_size=size)


@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=["60", "120"])
def test_a_question_with_all_it_says(preview: Make, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(preview("choice", has_rules=False).app, press=("a",), terminal_size=size)


def test_a_broken_question(preview: Make, snap_compare: Compare) -> None:
    assert snap_compare(preview("choice", BROKEN, first="broken", has_rules=False).app)


def test_a_question_held_to_40_cells(preview: Make, snap_compare: Compare) -> None:
    assert snap_compare(preview("match", has_rules=False).app, press=("w", "w"))
