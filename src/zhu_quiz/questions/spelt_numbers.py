"""Numbers that are written out in English, and words before a number that say nothing."""

import re
from decimal import Decimal

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: number for number, word in enumerate(_SMALL.split())}
_VALUES |= {word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_MOST = 12
"""Words of a number."""
_LEAD = re.compile(
    r"(?:(?:in|about|around|roughly|approximately|approx\.?|circa|ca\.?|etwa|environ)\s+|[~≈]\s*)",
    re.IGNORECASE,
)


def unled(text: str) -> str:
    """Without an “in” before a year, or an “about” before a quantity."""
    return _LEAD.sub("", text, count=1) if _LEAD.match(text) else text


def spelt_number(text: str) -> Decimal | None:
    """The whole number that is written out: `thirty`, `two hundred and five`; None where it is none."""
    words = [word for word in re.split("[ -]+", text.strip().lower()) if word != "and"]
    if not 0 < len(words) <= _MOST:
        return None
    total = part = 0
    for word in words:
        if word == "hundred" and 0 < part < 10:
            part *= 100
        elif word in _SCALES and 0 < part < 1000 and total % (1000 * _SCALES[word]) == 0:
            total, part = total + part * _SCALES[word], 0
        elif word in _VALUES and _goes_on(part, _VALUES[word]) and (_VALUES[word] or len(words) == 1):
            part += _VALUES[word]
        else:
            return None
    return Decimal(total + part)


def _goes_on(part: int, value: int) -> bool:
    """Whether that value can follow: `five` after `twenty`, and after `two hundred`."""
    return part % (10 if value < 10 and part % 100 >= 20 else 100) == 0
