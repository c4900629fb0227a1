"""The prose of a text: what is left for rules of words when code, math and addresses are gone."""

import re
from functools import cache

from ...model.markdown import spans

GAP = "\ufffc"
"""Stands where code or math was: it is no word, and no blank to be filled either."""

_MARKED = re.compile(r"[`*\[\\]|://|www\.")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None})


def prose(text: str) -> str:
    """The text without code, math and the addresses of links."""
    if not _MARKED.search(text):
        return text
    plain = "".join(GAP if span.is_code or span.is_math else span.text for span in spans(text))
    return _ADDRESS.sub(GAP, plain)


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, with straight apostrophes and plain hyphens."""
    return _WORD.findall(_plain(text))


def first_of(entries: frozenset[str], text: str) -> str:
    """The first of a language's words that stands in the text as a whole word; empty if none does."""
    if not entries:
        return ""
    found = _any_of(entries).search(_plain(text))
    return found[0] if found else ""


@cache
def _any_of(entries: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(entries, key=lambda entry: (-len(entry), entry))
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-]|'\w)")


def _plain(text: str) -> str:
    return text.translate(_STRAIGHT).lower()
