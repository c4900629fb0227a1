"""What can be read about each code. The rules bring their pages; those of the reader stand here."""

import re
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

from ... import allowing
from ...rule import Page, rules
from . import keys, kinds, text


@cache
def pages() -> MappingProxyType[str, Page]:
    """All pages by code, in the order of the codes."""
    found = {page.code: page for page in (*text.PAGES, *keys.PAGES, *kinds.PAGES, allowing.PAGE, *rules())}
    return MappingProxyType({code: found[code] for code in sorted(found)})


def page_of(word: str) -> Page | None:
    """The page of a code however it is typed: `ZQ004`, `zq4`, `4`."""
    number = re.fullmatch(r"\W*(?:zq)?[ -]?(\d{1,3})\W*", word, re.IGNORECASE | re.ASCII)
    return pages().get(f"ZQ{int(number[1]):03}") if number else None


def nearest(word: str) -> str | None:
    """The code that may have been meant."""
    return next(iter(get_close_matches(word.upper(), pages(), 1, 0.5)), None)
