"""The colours of the cards: everyone can read them, by day and at night."""

import re
from importlib.resources import files

import pytest

CSS = (files("zhu_quiz.anki") / "templates" / "card.css").read_text("utf-8")
PALETTES = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r"\{([^}]*--paper[^}]*)\}", CSS)
]

EVERY = pytest.mark.parametrize("palette", PALETTES, ids=["day", "night"])
GROUNDS = {
    "ink": ("paper", "sheet", "accent-tint", "right-tint", "wrong-tint", "code"),
    "quiet": ("paper", "sheet"),
    "accent": ("paper", "sheet", "accent-tint"),
    "right": ("paper", "sheet"),
    "wrong": ("paper", "sheet"),
    "sheet": ("accent", "right", "wrong"),
}


def luminance(colour: str) -> float:
    """As the Web Content Accessibility Guidelines define it."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(palette: dict[str, str], one: str, other: str) -> float:
    darker, lighter = sorted((luminance(palette[one]), luminance(palette[other])))
    return (lighter + 0.05) / (darker + 0.05)


@EVERY
@pytest.mark.parametrize("text", GROUNDS)
def test_text_stands_out_from_its_ground(text: str, palette: dict[str, str]) -> None:
    assert all(contrast(palette, text, ground) >= 4.5 for ground in GROUNDS[text])


@EVERY
def test_the_edge_of_what_can_be_picked_or_filled_is_seen(palette: dict[str, str]) -> None:
    assert all(contrast(palette, "edge", ground) >= 3 for ground in ("paper", "sheet"))


def test_both_palettes_name_the_same_colours() -> None:
    day, night = PALETTES
    assert day.keys() == night.keys()


def test_every_language_has_every_word() -> None:
    script = (files("zhu_quiz.anki") / "templates" / "language.js").read_text("utf-8")
    (names,) = re.findall(r'NAMES = "(.*?)"', script)
    lines = re.findall(r'^  (\w\w): "(.*?)",?$', script, re.MULTILINE)
    assert [name for name, _ in lines] == sorted(name for name, _ in lines)
    assert {len(list(filter(None, words.split("|")))) for _, words in lines} == {len(names.split())}
