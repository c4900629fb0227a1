"""The grammar of numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.questions.numbers import plain_number, readings, written

decimals = st.decimals(allow_nan=False, allow_infinity=False).filter(
    lambda number: abs(number.adjusted()) < 900 and len(number.as_tuple().digits) <= 40
)
languages = st.sampled_from(["en", "de", "de-CH", "fr", "zh", ""])


@given(decimals, languages)
def test_a_number_is_read_as_it_is_written(number: Decimal, lang: str) -> None:
    assert readings(written(number, lang), lang) == (number,)


@given(st.integers(0, 10**30), languages, st.sampled_from([" ", "'", "’", "\u00a0", "\u2009", "\u202f"]))
def test_spaces_and_apostrophes_group_thousands(number: int, lang: str, sign: str) -> None:
    assert readings(f"{number:,}".replace(",", sign), lang) == (Decimal(number),)


@given(st.integers(10**6, 10**30), languages, st.sampled_from([",", "."]))
def test_a_sign_that_stands_twice_groups_thousands(number: int, lang: str, sign: str) -> None:
    assert readings(f"{number:,}".replace(",", sign), lang) == (Decimal(number),)


@given(st.text())
def test_any_text_is_read_as_few_numbers(text: str) -> None:
    assert len(readings(text, "en")) <= 2


@pytest.mark.parametrize(
    ("text", "lang", "numbers"),
    [
        ("1,234", "en", ["1234", "1.234"]),
        ("1.234", "en", ["1.234"]),
        ("1.234", "de", ["1234", "1.234"]),
        ("1.234", "de-CH", ["1.234"]),
        ("12,34,567", "en", ["1234567"]),
        ("0,123", "en", ["0.123"]),
        ("12,5", "en", ["12.5"]),
        ("1 234,567", "en", ["1234.567"]),
        ("1.234,5", "en", ["1234.5"]),
        (".5", "en", ["0.5"]),
        ("5.", "en", ["5"]),
        ("+ 7", "en", ["7"]),
        ("6,02×10⁻³", "de", ["0.00602"]),
        ("2 x 10^3", "en", ["2000"]),
        ("1E5", "en", ["100000"]),
        ("٢٠٣٠", "ar", ["2030"]),
        ("２０３０", "zh", ["2030"]),
        ("20 30", "en", []),
        ("1,2,3", "en", []),
        ("5²", "en", []),
        (".", "en", []),
        ("", "en", []),
    ],
)
def test_a_typed_number_is_read(text: str, lang: str, numbers: list[str]) -> None:
    assert readings(text, lang) == tuple(map(Decimal, numbers))


@pytest.mark.parametrize("text", ["1234.5", "-3", "6.02e23", "007", "1e-999"])
def test_a_bank_writes_plain_numbers(text: str) -> None:
    assert plain_number(text) == Decimal(text)


@pytest.mark.parametrize(
    "text", ["1,234", "1_000", "0x1F", "+3", ".5", "5.", "1e9999", "NaN", "1" * 41, "٣", " 3", "3\n"]
)
def test_a_bank_writes_nothing_else(text: str) -> None:
    assert plain_number(text) is None
