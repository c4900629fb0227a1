"""Numbers: as a bank writes them, as learners type them, as they are shown."""

import re
import unicodedata
from decimal import Decimal

from .language import decimal_sign
from .typed import tidied

LONGEST = 100
"""Characters of a typed number."""

# Powers are bounded to three digits, so that no number costs time or memory.
PLAIN = r"-?[0-9]{1,40}(\.[0-9]{1,40})?(e[+-]?[0-9]{1,3})?"
_PLAIN = re.compile(PLAIN)
_TYPED = re.compile(
    r"""(?P<sign>[+-]?)\ ?
    (?P<digits>[0-9.,'\ ]*[0-9][.,]?)
    (?: e(?P<e>[+-]?[0-9]{1,3}) | \ ?[x×*·⋅]\ ?10(?:\^|\*\*)(?P<power>[+-]?[0-9]{1,3}) )?""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGITS = {
    point: re.compile(
        rf"(?P<whole>[0-9]+|[1-9][0-9]{{0,2}}(?P<group>[' {group}])(?:[0-9]{{2,3}}(?P=group))*[0-9]{{3}})?"
        rf"(?:\{point}(?P<part>[0-9]*))?"
    )
    for point, group in ((".", ","), (",", "."))
}
_RAISED = re.compile("[⁺⁻]?[⁰¹²³⁴-⁹]+")
_SIGNS = str.maketrans(dict.fromkeys("‐‒–—−", "-") | {"٫": ".", "٬": ","})


def plain_number(text: str) -> Decimal | None:
    """The number that a bank writes so: `1234.5`, `-3`, `6.02e23`; None where it is none."""
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def plain_numbers_in(text: str) -> tuple[Decimal, ...]:
    """The numbers that stand among other words."""
    return tuple(Decimal(found[0]) for found in re.finditer(rf"(?<![\w.])(?:{PLAIN})(?![\w.])", text))


def readings(text: str, lang: str) -> tuple[Decimal, ...]:
    """The numbers that a typed text may stand for: none, one, or two where a sign can group or divide."""
    found = _TYPED.fullmatch(folded(text))
    if not found:
        return ()
    own, other = (".", ",") if decimal_sign(lang) == "." else (",", ".")
    usual, foreign = (_plain_digits(found["digits"], point) for point in (own, other))
    if usual and other not in found["digits"]:
        foreign = ""
    power = found["e"] or found["power"] or "0"
    return tuple(
        dict.fromkeys(Decimal(f"{found['sign']}{each}e{power}") for each in (usual, foreign) if each)
    )


def written(number: Decimal, lang: str) -> str:
    """The number as it is shown in that language; `readings` takes it for nothing else."""
    return str(number).lower().replace("+", "").replace(".", decimal_sign(lang))


def folded(text: str) -> str:
    """A typed text with plain figures and signs: `−5²` as `-5^2`; empty where it is too long for a number."""
    if len(text) > LONGEST:
        return ""
    raised = _RAISED.sub(lambda found: "^" + unicodedata.normalize("NFKC", found[0]), text)
    plain = tidied(raised).translate(_SIGNS)
    return "".join(str(unicodedata.decimal(character, character)) for character in plain)


def _plain_digits(digits: str, point: str) -> str:
    """`1,234.50` as `1234.50`; empty where the digits cannot be read with that decimal sign."""
    found = _DIGITS[point].fullmatch(digits)
    if not found or not (found["whole"] or found["part"]):
        return ""
    whole = "".join(filter(str.isdigit, found["whole"] or "0"))
    return f"{whole}.{found['part']}" if found["part"] else whole
