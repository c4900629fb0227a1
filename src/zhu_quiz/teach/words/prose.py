"""The prose of a text: what is left for rules of words when code, math and addresses are gone."""

import re
import unicodedata
from functools import cache

from ...model.markdown import spans
from ...questions.spelling import IDEOGRAPHS

GAP = "\ufffc"
"""Stands where code or math was: it is no word, and no blank to be filled either."""

_MARKED = re.compile(r"[`*\[\\]|://|www\.")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_WORD = re.compile(r"[^\s'-]+(?:['-][^\s'-]+)*")
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_STRAIGHT: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "‘’‛ʼʹ′`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑"), "-"),
    ord("\u00ad"): None,
}


class _Signs(dict[int, str]):
    """What each character is in a word or between words; filled as they come."""

    def __missing__(self, code: int) -> str:
        self[code] = left = _left_of(chr(code).translate(_STRAIGHT))
        return left


_SIGNS = _Signs()


def prose(text: str) -> str:
    """The text without code, math and the addresses of links."""
    if not _MARKED.search(text):
        return text
    plain = "".join(GAP if span.is_code or span.is_math else span.text for span in spans(text))
    return _ADDRESS.sub(GAP, plain)


def straight(text: str) -> str:
    """With one form of apostrophe and of hyphen."""
    return text.translate(_STRAIGHT)


def split(text: str) -> list[str]:
    """The words and figures of a text as they are written, apostrophes and hyphens inside them straight.

    In scripts that put no spaces each sign is a word."""
    return _WORD.findall(text.translate(_SIGNS))


def words_in(text: str) -> list[str]:
    """The words of a text in small letters."""
    return split(text.lower())


def amount(words: list[str]) -> int:
    """How many words there are to read or write; of the signs that are words, two count as one."""
    signs = sum(bool(_IDEOGRAPH.match(word)) for word in words)
    return len(words) - signs // 2


def first_of(entries: frozenset[str], text: str) -> str:
    """The first of a language's words that stands in the text as a whole word; empty if none does."""
    if not entries:
        return ""
    found = _any_of(entries).search(straight(text).lower())
    return found[0] if found else ""


@cache
def _any_of(entries: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(entries, key=lambda entry: (-len(entry), entry))
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-]|'\w)")


def _left_of(sign: str) -> str:
    kind = unicodedata.category(sign) if sign else "Cf"
    if kind == "Cf":  # Soft hyphens and the like stand inside words.
        return ""
    if sign in "'-":
        return sign
    if kind[0] not in "LMN":
        return " "
    return f" {sign} " if _IDEOGRAPH.match(sign) else sign
