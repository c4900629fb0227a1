"""HTML as tags and texts, whoever wrote it, in time that grows with its length alone."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# The parser of the standard library takes time with the square of some damaged texts before Python 3.11.14.
# Here no stretch is looked at again from more than a few places: what is open ends at the next `<`.
_QUOTED = r"""(?:"[^"<]*+"|'[^'<]*+'|"[^"]{0,200}"|'[^']{0,200}')"""
_SILENT = "script|style|head|title|template|noscript|svg|object|select"
_TOKEN = re.compile(
    rf"""
    <!--.*?(?:-->|\Z)
    | <(?P<silent>{_SILENT})\b[^<>]*+>.*?(?:</(?P=silent)[^<>]{{0,99}}>|\Z)
    | <[!?][^<>]*+>
    | <(?P<close>/?)(?P<name>[a-z][a-z0-9:-]{{0,40}})(?P<attributes>(?:[^<>"']++|{_QUOTED})*+)>
    | (?P<text>[^<]++|<)
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""(?<![\w:-])([\w:-]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""", re.VERBOSE
)

LONGEST = 99_999
"""Characters of HTML that are looked at, as many as a text of a bank may have."""


class Tag(NamedTuple):
    name: str
    """In small letters."""
    source: str
    """Its attributes as they stand."""
    is_end: bool = False

    @property
    def attributes(self) -> dict[str, str]:
        found = _ATTRIBUTE.finditer(self.source)
        return {each[1].lower(): unescape(each[2] or each[3] or each[4] or "") for each in found}


def tokens(html: str) -> Iterator[Tag | str]:
    """Tags, and the texts between them as they are shown. Scripts, styles, comments and drawings are left out."""
    for found in _TOKEN.finditer(html[:LONGEST]):
        if found["text"]:
            yield unescape(found["text"])
        elif found["silent"]:
            yield Tag(found["silent"].lower(), "")
        elif found["name"]:
            yield Tag(found["name"].lower(), found["attributes"], bool(found["close"]))


def lists(html: str) -> tuple[tuple[str, ...], ...]:
    """The lists in it, each as the HTML of its entries; a list within an entry is part of that."""
    found_lists, depth, start = list[list[str]](), 0, -1
    for found in _TOKEN.finditer(html[:LONGEST]):
        name, is_end = (found["name"] or "").lower(), bool(found["close"])
        is_list = name in ("ol", "ul")
        if is_list:
            depth = max(0, depth - 1) if is_end else depth + 1
        if start >= 0 and ((name == "li" and depth == 1) or (is_list and depth == 0)):
            found_lists[-1].append(html[start : found.start()])
            start = -1
        if is_list and depth == 1 and not is_end:
            found_lists.append([])
        if name == "li" and depth == 1 and not is_end:
            start = found.end()
    return tuple(map(tuple, found_lists))


def items(html: str) -> tuple[str, ...]:
    """The entries of the first list in it, as HTML; none where there is no list."""
    return next(iter(lists(html)), ())
