"""Numbers that a text writes in words: thirty, half, two million."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

_LISTED = {
    "en": """
        0 zero 1 one a once 2 two twice 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten decade 11 eleven
        12 twelve dozen 13 thirteen 14 fourteen 15 fifteen 16 sixteen 17 seventeen 18 eighteen 19 nineteen
        20 twenty 30 thirty 40 forty 50 fifty 60 sixty 70 seventy 80 eighty 90 ninety 100 hundred century
        1000 thousand 1000000 million 1000000000 billion 0.5 half 0.25 quarter
    """,
}
"""Numbers, each before its words, by language."""
_LINKS = {"en": frozenset({"and", "a"})}
"""Words inside a number that add nothing to it: two and a half."""
_THOUSAND = 1000
_LONGEST_FIGURES = 15
_MOST_WORDS = 16
"""Of one number."""


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
    """All numbers that words in small letters name, in figures or not; so does each part of a long one."""
    numerals, links = _NUMERALS.get(language, {}), _LINKS.get(language, frozenset())

    def values(start: int) -> Iterator[Decimal | None]:
        for index in range(start, min(start + _MOST_WORDS, len(words))):
            if index == start or words[index] not in links:
                yield _value(words[index], numerals)

    return frozenset(number for start in range(len(words)) for number in _joined(values(start)))


def _value(word: str, numerals: dict[str, Decimal]) -> Decimal | None:
    if word.isascii() and word.isdigit() and len(word) <= _LONGEST_FIGURES:
        return Decimal(word)
    return numerals.get(word)


def _joined(values: Iterable[Decimal | None]) -> Iterator[Decimal]:
    """What the first words come to, and each one more: twenty-five is a sum, two hundred a product."""
    whole = part = Decimal(0)
    for value in values:
        if value is None:
            return
        if value >= _THOUSAND:
            whole, part = whole + (part or 1) * value, Decimal(0)
        else:
            part = part * value if 0 < part < value else part + value
        yield whole + part
