"""Numbers as teachers write them, and the lines to write instead."""

import pytest

from zhu_quiz.questions.number_words import margin_meant, number_meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("five", "answer: 5"),
        ("zwölf", "answer: 12"),
        ("thirty-one", "answer: 31"),
        ("1861 d.C.", "answer: 1861"),
        ("79 AD", "answer: 79"),
        ("44 BC", "answer: 44  and below it  unit: BC"),
        ("10^3", "answer: 1000"),
        ("1/2", "answer: 0.5"),
        ("12,5", "answer: 12.5"),
        ("2,5 %", "answer: 2.5%"),
        ("5 km", "answer: 5  and below it  unit: km"),
        ("2020-2022", "answer: 2021  and below it  within: 1"),
        ("between 5 and 8", "answer: 6.5  and below it  within: 1.5"),
        ("ca. 5", "answer: 5  and how far off still counts in `within:`."),
        ("1,234", "answer: 1234  or  answer: 1.234"),
        ("soon", ""),
        ("1/0", "answer: 1  or  answer: 0"),
    ],
)
def test_a_number_in_another_form_is_told_in_ours(written: str, meant: str) -> None:
    assert number_meant(written)[0] == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("±5", "5"), ("+/- 0,5", "0.5"), ("5 %", "5%"), ("1 km", "1"), ("some", ""), ("-1", "")],
)
def test_a_margin_in_another_form_is_told_in_ours(written: str, meant: str) -> None:
    assert margin_meant(written) == meant
