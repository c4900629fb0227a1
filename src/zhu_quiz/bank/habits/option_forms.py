"""How options are written elsewhere: plain, behind a letter, with a flag, or with a verdict after a colon."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...model.tree import Group, Node, Place, Text
from ...questions.foreign import ours
from ...questions.shapes import YES_NO
from .habit import span
from .lost_dashes import FLAGS, TEXTS, is_flagged
from .marks import Marked, marked

_DASH = re.compile(r"(?P<name>right|wrong) *[–—-]+ +(?P<text>\S.*)")


class Option(NamedTuple):
    written: Marked
    node: Node
    place: Place
    """What a fix replaces."""
    lead: str = ""
    """Before the text that replaces it."""
    rest: tuple[tuple[Text, Node], ...] = ()
    """Its other keys, such as `why`."""


def plain_options(node: Node) -> Iterator[Option]:
    """The option that an entry of a list is, where it begins with neither of our two words."""
    if isinstance(node, Text) and node.value.strip():
        yield Option(_with_dash(node.value) or marked(node.value), node, node.place)
    elif isinstance(node, Group) and node.entries:
        key, value = node.entries[0]
        if len(node.entries) == 1 and len(key.value) == 1 and isinstance(value, Text):
            yield behind_label(key, value)._replace(node=node)
        elif is_flagged(node):
            yield from _flagged(node)
        elif isinstance(value, Text) and (written := _with_verdict(key.value.strip(), value.value.strip())):
            yield Option(written, node, span(key, value), rest=node.entries[1:])


def _with_verdict(key: str, value: str) -> Marked | None:
    """`true: Paris`, or `Paris: right`."""
    for word, text in ((key, value), (value, key)):
        verdict = YES_NO.get(word.lower(), "")
        if len(word) > 3 and verdict and text and ours(key) not in ("right", "wrong"):
            return Marked(text, "", verdict == "true")
    return None  # “No: he stayed” is a text.


def _with_dash(text: str) -> Marked | None:
    """`wrong - Paris`."""
    found = _DASH.fullmatch(text.strip())
    return Marked(found["text"], is_right=found["name"] == "right") if found else None


def starred(option: Option) -> Option:
    """Among options that say what they are, a star is a part of the text."""
    text = option.node.value.strip() if isinstance(option.node, Text) else ""
    return option._replace(written=Marked(text, is_sure=False)) if text.startswith("*") else option


def with_colon(written: Marked) -> Marked:
    """`wrong 1799` among options that have a colon after that word."""
    name, _, text = written.text.partition(" ")
    return (
        written._replace(text=text, is_right=name == "right")
        if name in ("right", "wrong") and text
        else written
    )


def behind_label(key: Text, value: Text, lead: str = "") -> Option:
    """An option behind a letter or a figure."""
    return Option(marked(value.value)._replace(label=key.value), key, span(key, value), lead)


def _flagged(group: Group) -> Iterator[Option]:
    told = {ours(key.value): (key, node) for key, node in reversed(group.entries)}
    text = next(told[name] for name in TEXTS if name in told)
    flag = next(told[name] for name in FLAGS if name in told)
    if isinstance(text[1], Text) and isinstance(flag[1], Text):
        rest = tuple(each for each in group if each not in (text, flag))
        place = Place(*group.entries[0][0].place[:2], *group.place[2:])
        is_right = _is_yes(flag[1].value.strip().lower())
        yield Option(Marked(text[1].value.strip(), "", is_right), group, place, rest=rest)


def _is_yes(word: str) -> bool:
    """Also of points, of which wrong options have none or less."""
    points = word.rstrip("%").partition(".")[0]
    return YES_NO.get(word) == "true" or word == "x" or (points.isdecimal() and int(points) > 0)
