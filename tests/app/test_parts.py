"""The small parts: text, clock, colours, forms."""

from typing import get_args

import pytest
from textual.color import Color
from textual.content import Content
from textual.theme import Theme

from zhu_quiz.app.prompts import FORMS
from zhu_quiz.app.stopwatch import Stopwatch
from zhu_quiz.app.text import in_line, shown
from zhu_quiz.app.theme import DARK, LIGHT, first_theme
from zhu_quiz.app.words import briefly
from zhu_quiz.model.prompt import Prompt
from zhu_quiz.model.words import counted


def test_every_prompt_has_a_widget() -> None:
    assert {*FORMS} == {*get_args(Prompt)}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a **b** *c* `d`", "a b c d"),
        ("[UCLA](https://example.org)", "UCLA (https://example.org)"),
        (r"so \(x^2\) it is", "so x^2 it is"),
        ("[b]no markup[/b]", "[b]no markup[/b]"),
        ("a\x1b[31mb", "a\N{REPLACEMENT CHARACTER}[31mb"),
    ],
)
def test_a_text_is_shown_without_its_marks(text: str, plain: str) -> None:
    assert shown(text).plain == plain


def test_emphasis_is_seen_even_within_bold() -> None:
    assert [str(span.style) for span in shown("x **not** y", "bold").spans] == [
        "bold",
        "bold bold underline",
        "bold",
    ]


def test_a_text_of_several_lines_can_be_shown_on_one() -> None:
    assert in_line("a\n  b\tc").plain == "a b c"


def test_content_of_a_text_is_never_parsed_as_markup() -> None:
    assert shown("[red]a[/]") == Content("[red]a[/]")


def test_a_stopwatch_counts_only_while_it_runs() -> None:
    times = iter((0.0, 2.0, 10.0, 11.0))
    watch = Stopwatch(lambda: next(times))
    watch.pause()
    watch.go_on()
    assert watch.thinking_ms == 3000


def test_a_stopwatch_paused_twice_stays_paused() -> None:
    times = iter((0.0, 2.0))
    watch = Stopwatch(lambda: next(times))
    watch.pause()
    watch.pause()
    assert watch.thinking_ms == 2000


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["text-muted", "text-accent", "text-success", "text-warning", "text-error"])
def test_every_colour_of_text_can_be_read_on_every_background(theme: Theme, name: str) -> None:
    text = Color.parse(theme.variables[name])
    for background in (theme.background, theme.surface):
        assert contrast(text, Color.parse(background or "")) >= 4.5


def contrast(first: Color, second: Color) -> float:
    """As the accessibility guidelines of the web (WCAG) reckon it, from 1 to 21."""
    dark, light = sorted(map(luminance, (first, second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({}, "zhu-dark"),
        ({"COLORFGBG": "0;15"}, "zhu-light"),
        ({"COLORFGBG": "15;0"}, "zhu-dark"),
        ({"TEXTUAL_THEME": "zhu-light"}, "zhu-light"),
        ({"TEXTUAL_THEME": "no such theme"}, "zhu-dark"),
    ],
)
def test_the_first_theme_suits_the_terminal(environment: dict[str, str], name: str) -> None:
    assert first_theme(environment, {DARK.name: DARK, LIGHT.name: LIGHT}) == name


def test_times_are_told_briefly() -> None:
    assert [briefly(days) for days in (0, 1, 59, 90, 365)] == ["", "1 d", "59 d", "3 mo", "1 y"]


def test_one_is_not_many() -> None:
    assert [counted(1, "question"), counted(2000, "question")] == ["1 question", "2,000 questions"]
