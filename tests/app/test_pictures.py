"""What a person sees. Before `pytest tests/app/test_pictures.py --snapshot-update`, look at every picture."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

Make = Callable[..., Any]
Compare = Callable[..., bool]

SMALL, USUAL, LARGE = (60, 20), (80, 24), (120, 40)

BROKEN = "  - id: broken\n    type: choice\n    ask: Which?\n    options: [{wrong: One}, {wrong: Two}]\n"
LONG = f"  - id: long\n    type: short\n    ask: {'A long question goes on and on. ' * 60}\n    answer: yes\n"

BEGUN = {
    "choice": (),
    "multi": ("1", "3"),
    "short": ("T", "h", "e"),
    "cloze": ("U", "S", "enter", "2", "0", "1", "9"),
    "order": ("3", "1"),
    "match": ("1",),
    "card": (),
}
"""Keys up to the moment before the answer."""

FAILED = {
    "choice": ("1",),
    "multi": ("1", "3", "5", "enter"),
    "short": ("N", "D", "T", "V", "enter"),
    "cloze": ("U", "S", "enter", "2", "0", "1", "9", "enter", "B", "e", "j", "i", "n", "g", "enter"),
    "order": ("3", "enter"),
    "match": ("1", "2", "3", "enter"),
    "card": ("space",),
}
"""Keys up to the feedback on a wrong answer, or to the back of the card."""


@pytest.fixture(autouse=True)
def _no_haste(clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "ticks", map(float, count()).__next__)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["60", "80"])
@pytest.mark.parametrize("kind", BEGUN)
def test_asking(quiz: Make, snap_compare: Compare, kind: str, size: tuple[int, int]) -> None:
    assert snap_compare(quiz(kind).app, press=BEGUN[kind], terminal_size=size)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["60", "80"])
@pytest.mark.parametrize("kind", FAILED)
def test_feedback(quiz: Make, snap_compare: Compare, kind: str, size: tuple[int, int]) -> None:
    assert snap_compare(quiz(kind).app, press=FAILED[kind], terminal_size=size)


@pytest.mark.parametrize("kind", ["choice", "match"])
def test_feedback_on_a_large_screen(quiz: Make, snap_compare: Compare, kind: str) -> None:
    assert snap_compare(quiz(kind).app, press=FAILED[kind], terminal_size=LARGE)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["60", "80", "120"])
def test_home(quiz: Make, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(quiz(start="home").app, terminal_size=size)


def test_home_in_the_middle_of_a_sitting(quiz: Make, snap_compare: Compare) -> None:
    assert snap_compare(
        quiz("card", "choice", BROKEN, start="home").app, press=("enter", "x", "space", "1", "q")
    )


def test_home_with_nothing_due(quiz: Make, snap_compare: Compare) -> None:
    assert snap_compare(quiz("card", start="home").app, press=("enter", "space", "3", "enter"))


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["60", "80"])
def test_summary(quiz: Make, snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = ("1", "enter", "2", "o", "enter")
    assert snap_compare(quiz("choice").app, press=keys, terminal_size=size)


def test_help_on_a_small_screen(quiz: Make, snap_compare: Compare) -> None:
    assert snap_compare(quiz("choice").app, press=("question_mark",), terminal_size=SMALL)


def test_problems(quiz: Make, snap_compare: Compare) -> None:
    assert snap_compare(quiz("choice", BROKEN, start="home").app, press=("c",))


def test_an_answer_asked_back(quiz: Make, snap_compare: Compare) -> None:
    assert snap_compare(quiz("number").app, press=("1", "comma", "2", "3", "4", "enter"))


def test_hints_and_a_flag(quiz: Make, snap_compare: Compare) -> None:
    assert snap_compare(quiz("choice").app, press=("asterisk", "h", "h"), terminal_size=SMALL)


def test_a_long_question(quiz: Make, snap_compare: Compare) -> None:
    assert snap_compare(quiz(LONG).app, press=("y",), terminal_size=SMALL)


@pytest.mark.parametrize("kind", ["choice", "cloze"])
def test_in_a_light_terminal(
    quiz: Make, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert snap_compare(quiz(kind).app, press=FAILED[kind])


@pytest.mark.parametrize("kind", ["choice", "multi"])
def test_without_colour(
    quiz: Make, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(quiz(kind).app, press=FAILED[kind])
