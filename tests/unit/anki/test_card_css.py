"""The colours of the cards: everyone can read them, by day and at night."""

import re
from importlib.resources import files

import pytest

CSS = (files("zhu_quiz.anki") / "templates" / "card.css").read_text("utf-8")
PALETTES = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r"\{([^}]*--paper[^}]*)\}", CSS)
]

GROUNDS = {
    "ink": ("paper", "sheet", "accent-tint", "right-tint", "wrong-tint", "code"),
    "quiet": ("paper", "sheet"),
    "accent": ("paper", "accent-tint"),
    "right": ("paper", "sheet"),
    "wrong": ("paper", "sheet"),
    "sheet": ("accent", "right", "wrong"),
}


def luminance(colour: str) -> float:
    """As the Web Content Accessibility Guidelines define it."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", PALETTES, ids=["day", "night"])
@pytest.mark.parametrize("text", GROUNDS)
def test_text_stands_out_from_its_ground(text: str, palette: dict[str, str]) -> None:
    for ground in GROUNDS[text]:
        lighter, darker = sorted((luminance(palette[text]), luminance(palette[ground])), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, ground


def test_both_palettes_name_the_same_colours() -> None:
    day, night = PALETTES
    assert day.keys() == night.keys()
