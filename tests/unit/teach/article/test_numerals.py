from decimal import Decimal

import pytest

from zhu_quiz.teach.article.numerals import are_known, numbers_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("it took thirty years", "30"),
        ("it took 30 years", "30"),
        ("twenty five moons", "25"),
        ("two hundred moons", "200"),
        ("2 million moons", "2000000"),
        ("half a life", "0.5"),
        ("two hundred and fifty people", "250"),
        ("a hundred and fifty five thousand people", "155000"),
        ("one million two hundred thousand", "1200000"),
        ("twenty five hundred", "2500"),
        ("three and a half million years", "3500000"),
        ("half a million", "500000"),
        ("two dozen", "24"),
        ("twice a year", "2"),
    ],
)
def test_a_number_is_read_in_words_and_figures(text: str, number: str) -> None:
    assert Decimal(number) in numbers_in(text.split(), "en")


def test_words_that_are_parted_make_no_number() -> None:
    assert numbers_in("two or fifty people".split(), "en") == {Decimal(2), Decimal(50)}


def test_endless_figures_are_no_number() -> None:
    assert not numbers_in(["9" * 100_000], "en")


def test_figures_are_read_in_every_language() -> None:
    assert numbers_in(["30", "Jahre"], "de") == {Decimal(30)}
    assert not are_known("de")
