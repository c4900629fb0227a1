"""Numbers as they are written elsewhere, and how a bank writes them: to suggest it."""

import re
from decimal import Decimal

from .numbers import plain_numbers_in, readings, written
from .spelt_numbers import spelt_number

_WORDS = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
)
_BY_WORD = {word: str(number) for words in _WORDS for number, word in enumerate(words.split())}
_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{2}|\d{4})|\d{4}([/.-])\d{1,2}\2\d{1,2}")
_YEAR = re.compile(
    r"(\d{1,4}) ?(?:A\.? ?D\.?|C\.? ?E\.?|[dn]\. ?(?:C|Chr)\.?|apr(?:ès|\.) ?J\.?-C\.?)", re.IGNORECASE
)
"""With its era."""
_RANGE = re.compile(
    r"(?:(?:between|from|von|zwischen|de|entre) )?(\d{1,12}(?:\.\d{1,6})?)"
    r" ?(?:[–—-]|to|and|bis|und|à|et|a|y|\.\.+) ?(\d{1,12}(?:\.\d{1,6})?)"
)
_POWER = re.compile(r"(\d{1,4}) ?(?:\^|\*\*) ?(\d{1,2})")
_FRACTION = re.compile(r"(-?\d{1,9}) ?[/⁄] ?([1-9]\d{0,8})")
_WITH_UNIT = re.compile(r"(?P<number>-?[\d.,]+) ?(?P<unit>[^\W\d_]{1,12}|[€$£°]\w?)")


def number_meant(word: str) -> tuple[str, str]:
    """The line or lines that say it in a bank, between two spaces, and the number where it is but one."""
    text = word.strip()
    if found := _YEAR.fullmatch(text):
        return f"answer: {found[1]}", found[1]
    if found := _RANGE.fullmatch(text):
        low, high = Decimal(found[1]), Decimal(found[2])
        if low < high:
            return f"answer: {(low + high) / 2}  and below it  within: {(high - low) / 2}", ""
    if number := _calculated(text):
        return f"answer: {number}", number
    if (found := _WITH_UNIT.fullmatch(text)) and len(plain := readings(found["number"], "en")) == 1:
        return f"answer: {written(plain[0], 'en')}  and below it  unit: {found['unit']}", ""
    figures, percent = text.removesuffix("%").rstrip(), "%" if text.endswith("%") else ""
    meant = readings(figures, "en") or plain_numbers_in(figures)[:2]
    numbers = [f"{written(number, 'en')}{percent}" for number in meant]
    if len(numbers) == 1:
        also = "" if readings(figures, "en") else "  and how far off still counts in `within:`."
        return f"answer: {numbers[0]}{also}", numbers[0]
    return f"answer: {'  or  answer: '.join(numbers)}" if numbers else "", ""


def is_date(word: str) -> bool:
    """Whether a day of a year is written so, which is more than a number."""
    return bool(_DATE.fullmatch(word.strip()))


def _calculated(text: str) -> str:
    if text.lower() in _BY_WORD:
        return _BY_WORD[text.lower()]
    if (number := spelt_number(text)) is not None:
        return str(number)
    if (found := _POWER.fullmatch(text)) and len(value := str(int(found[1]) ** int(found[2]))) <= 40:
        return value
    if found := _FRACTION.fullmatch(text):
        value = str((Decimal(found[1]) / Decimal(found[2])).normalize())
        return value if len(value) <= 8 and "E" not in value else ""
    return ""


def margin_meant(word: str) -> str:
    """A margin as a bank writes it; empty where it is unclear."""
    text = re.sub(r"^(?:±|\+/-|\+-|plus/minus)\s*", "", word.strip())
    figures, percent = text.removesuffix("%").rstrip(), "%" if text.endswith("%") else ""
    if unit := _WITH_UNIT.fullmatch(figures):
        figures = unit["number"]
    meant = readings(figures, "en")
    return f"{written(meant[0], 'en')}{percent}" if len(meant) == 1 and meant[0] >= 0 else ""
