"""Numbers that are written out."""

import pytest

from zhu_quiz.questions.spelt_numbers import spelt_number, unled


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("zero", 0),
        ("Thirty", 30),
        ("twenty-one", 21),
        ("two hundred and five", 205),
        ("one hundred twenty-three thousand four", 123_004),
        ("two million three hundred thousand", 2_300_000),
    ],
)
def test_it_is_read_as_it_is_said(text: str, number: int) -> None:
    assert spelt_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "and", "soon", "one two", "twenty thirty", "ten five", "hundred", "twenty zero", "thousand million"],
)
def test_what_nobody_says_is_no_number(text: str) -> None:
    assert spelt_number(text) is None


@pytest.mark.parametrize("text", ["in 2030", "About 2030", "ca. 2030", "~2030", "2030"])
def test_what_stands_before_a_number_says_nothing(text: str) -> None:
    assert unled(text) == "2030"


@pytest.mark.parametrize("text", ["inch", "in", "cars"])
def test_a_word_that_only_begins_so_stays(text: str) -> None:
    assert unled(text) == text
