"""Ids for questions that have none yet: made of their words once, and frozen from then on."""

import re
from collections.abc import Container
from itertools import count

from ..model.tree import Group
from ..questions.foreign import slug

_WORDS = 3
_LONGEST = 32
"""Characters; a number may follow."""
_ASKED = ("ask", "text", "front", "term", "question")
"""Keys under which the words of a question stand, also elsewhere."""
_GAP = re.compile(r"\{\{.*?\}\}")
_COMMON = frozenset(
    "a an and are article according as at be by can did do does for from had has have he his how if in is it its "
    "many much not of on one or said say says she so than that the their them then there these they this those "
    "to was were what when where which who whom whose why will with would you".split()
)


def fresh_id(entry: Group, taken: Container[str]) -> str:
    """An id for an entry of a bank, other than those `taken`."""
    asked = next(filter(None, map(entry.text, _ASKED)), "")
    words = [word for word in _plain(_GAP.sub(" ", asked)) if word not in _COMMON]
    return distinct("-".join(words[:_WORDS]) or entry.text("type"), taken)


def distinct(name: str, taken: Container[str]) -> str:
    """A usable id as like `name` as may be, other than those `taken`."""
    usable = "-".join(_plain(name)) or "question"
    usable = (usable if usable[0].isalpha() else f"q-{usable}")[:_LONGEST].rstrip("-")
    if usable not in taken:
        return usable
    return next(each for number in count(2) if (each := f"{usable}-{number}") not in taken)


def _plain(text: str) -> list[str]:
    return slug(text).split("-") if slug(text) else []
