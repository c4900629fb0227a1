"""Numbers that a text writes in words: thirty, half, two million."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

_LISTED = {
    "en": """
        0 zero 1 one a once 2 two twice 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten decade 11 eleven
        12 twelve dozen 13 thirteen 14 fourteen 15 fifteen 16 sixteen 17 seventeen 18 eighteen 19 nineteen
        20 twenty 30 thirty 40 forty 50 fifty 60 sixty 70 seventy 80 eighty 90 ninety 100 hundred century
        1000 thousand 1000000 million 1000000000 billion 0.5 half 0.25 quarter
    """,
}
"""Numbers, each before its words, by language."""
_LONGEST_FIGURES = 15


def _numerals(listed: str) -> Iterator[tuple[str, Decimal]]:
    number = Decimal(0)
    for word in listed.split():
        if word[0].isdigit():
            number = Decimal(word)
        else:
            yield word, number


_NUMERALS = {language: dict(_numerals(listed)) for language, listed in _LISTED.items()}


def are_known(language: str) -> bool:
    """Whether somebody has listed the numerals of a language such as `en`."""
    return language in _NUMERALS


def numbers_in(words: Sequence[str], language: str) -> frozenset[Decimal]:
    """All numbers that words in small letters name, in figures or not."""
    values = [_value(word, _NUMERALS.get(language, {})) for word in words]
    alone = {value for value in values if value is not None}
    return frozenset(alone.union(_joined(values)))


def _value(word: str, numerals: dict[str, Decimal]) -> Decimal | None:
    if word.isascii() and word.isdigit() and len(word) <= _LONGEST_FIGURES:
        return Decimal(word)
    return numerals.get(word)


def _joined(values: Sequence[Decimal | None]) -> Iterator[Decimal]:
    """Twenty-five is a sum, two million a product."""
    for one, other in pairwise(values):
        if one is not None and other is not None:
            yield one * other if one < other else one + other
