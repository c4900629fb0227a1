"""The form of a text in which habits of spelling do not matter: capitals, accents, punctuation, articles."""

import re
import unicodedata

from .language import articles, decimal_sign, primary, spelt_out
from .typed import tidied

Exact = frozenset[str]
"""Which habits matter after all: `case`, `accents`."""
LOOSE: Exact = frozenset()

# Only marks that a hurried hand leaves out: in other scripts a mark is a vowel, or makes another letter.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+"
)
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i"}
    | {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH", "ß": "ss", "ẞ": "SS"}
)
_TELLING = "#%&@*"
"""Unicode calls them punctuation, but they tell `C#` from `C`."""
_JOINT = "-"
"""Stands for every sign that may part two words or join them."""
IDEOGRAPHS = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BESIDE_IDEOGRAPH = re.compile(f"(?<=[{IDEOGRAPHS}]) | (?=[{IDEOGRAPHS}])")


def normal(text: str, lang: str = "en", exact: Exact = LOOSE) -> str:
    """The text without what does not matter; the normal form of a normal form is itself."""
    return _closed(_reduced(tidied(text), lang, exact), " ", lang)


def forms(text: str, lang: str = "en", exact: Exact = LOOSE) -> frozenset[str]:
    """All normal forms of a text: `self-driving` may be one word or two, `ü` may be `u` or `ue`."""
    text = tidied(text)
    spellings = {text} if exact else {text, spelt_out(text, lang)}
    return frozenset(
        form
        for reduced in {_reduced(spelling, lang, exact) for spelling in spellings}
        for joint in (" ", "")
        if (form := _closed(reduced, joint, lang))
    )


def unaccented(text: str) -> str:
    """In letters without marks, as far as they have any: `Größe` as `Grosse`."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).translate(_LETTERS)


def can_be_typed(text: str) -> bool:
    """Whether anything of it matters."""
    return (text.isascii() and _has_letters(text)) or bool(forms(text))


def _reduced(text: str, lang: str, exact: Exact) -> str:
    """A tidied text without habits; joints are left for `_closed`."""
    if "case" not in exact:
        text = unicodedata.normalize("NFKC", _small(text, lang))
    if "accents" not in exact and not text.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", bare.translate(_LETTERS))
    return _unpunctuated(text, lang)


def _small(text: str, lang: str) -> str:
    if primary(lang) in ("tr", "az"):
        text = text.replace("İ", "i").replace("I", "ı")
    return text.casefold()


def _unpunctuated(text: str, lang: str) -> str:
    """Without punctuation, unless there is nothing else."""
    if not _has_letters(text):
        return text
    thousands = "," if decimal_sign(lang) == "." else r"\."
    text = re.sub(rf"(?<=\d)['{thousands}](?=\d{{3}}(?!\d))", "", text)
    # A point between figures tells 3.5 from 35; a dash before one tells −5 from 5.
    text = re.sub(r"(?<=\d)[^\w\s](?=\d)", _between_figures, text)
    text = re.sub(r"^[‐-―-](?=\d)", "−", text)
    if primary(lang) in ("fr", "it"):
        text = re.sub(r"(?<!\w)(l|un)'", r"\1 ", text, flags=re.IGNORECASE)
    return "".join(map(_sign, text))


def _between_figures(found: re.Match[str]) -> str:
    return " " if _sign(found[0]) in ("", _JOINT) else found[0]


def _sign(character: str) -> str:
    """What is left of a character: itself, a joint, or nothing."""
    if character.isalnum() or character in _TELLING:
        return character
    category = unicodedata.category(character)
    if category in ("Pd", "Pc") or character in "/\\":
        return _JOINT
    return "" if category[0] == "P" or category == "Sk" else character


def _closed(text: str, joint: str, lang: str) -> str:
    """With every joint settled, spaces collapsed and leading articles dropped."""
    if _has_letters(text):
        text = unicodedata.normalize("NFC", text.replace(_JOINT, joint))
    words = _BESIDE_IDEOGRAPH.sub("", " ".join(text.split())).split(" ")
    start, passing = 0, articles(lang)
    while start < len(words) - 1 and words[start].lower() in passing:
        start += 1
    return " ".join(words[start:])


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))
