"""What copying left in texts where learners would read it: commas, marks of the right option, HTML."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..names import known_names
from ..parsing.lines import indentation, quoted, taken_apart

_SIGNS = ("?,\n", ".,\n", "!,\n", "rect)\n", "ight)\n", "&nbsp;", "</")
_LONGEST = 2000
"""Characters of a text that is looked at: patterns that look for an end try it at every space."""
_COMMA = re.compile(r"(?P<text>.*[?.!]),")
_MARK = re.compile(r"(?P<text>\S.*?) +\((?:correct|Correct|right)\)")
_WRAPPED = re.compile(r"<(p|div|span)(?: [^<>]*)?>.*</\1>")
_TAG = re.compile(r"</?(?:p|div|span)(?: [^<>]*)?>")
_SPACE = re.compile(r"(?<=[\w.,;:?!>)])&nbsp;(?=[\w(<])")


class Leftover(NamedTuple):
    meant: str
    """The line without it."""
    code: str
    message: str


def leftovers(text: str) -> bool:
    """Whether there may be any."""
    return any(sign in text for sign in _SIGNS)


def leftover(lines: Sequence[str], index: int) -> Leftover | None:
    parts = taken_apart(lines[index])
    if (
        parts.key not in known_names()
        or not parts.is_plain
        or " #" in parts.value
        or len(parts.value) > _LONGEST
    ):
        return None
    if any(indentation(line) > parts.column and line.strip() for line in lines[index + 1 : index + 2]):
        return None  # The text goes on there.
    if found := _COMMA.fullmatch(parts.value):
        return Leftover(parts.with_value(found["text"]), "ZQ004", "No comma stands at the end of a line.")
    if parts.key == "right" and (found := _MARK.fullmatch(parts.value)):
        message = "Learners would read that this option is right."
        return Leftover(parts.with_value(found["text"]), "ZQ103", message)
    text = _SPACE.sub(" ", parts.value)
    if _WRAPPED.fullmatch(text):
        text = _TAG.sub("", text).strip()
    if text == parts.value or not text:
        return None
    message = "Learners would read these signs of a web page as they stand."
    needs_quotes = ": " in text or not taken_apart(f"a: {text}").is_plain
    return Leftover(parts.with_value(quoted(text) if needs_quotes else text), "ZQ004", message)
