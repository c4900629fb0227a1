"""A question as it was meant, where other habits wrote it: what all that recognise one need."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ...model.problem import Fix, Problem
from ...model.tree import Group, Items, Node, Place, Text
from ...questions.foreign import ours
from ..writer import on_one_line

SEPARATORS = re.compile(r"\s*(?:[,;|]|\s->|\s→|\s>)\s*")


class Meant(NamedTuple):
    """An entry of a bank as it was meant."""

    entry: Group
    problems: tuple[Problem, ...] = ()


Habit = Callable[[str, Group], Meant]
"""From the kind of question and an entry to what was meant."""


def found(entry: Group, *names: str) -> tuple[Text, Node] | None:
    """The first key that is called so, here or elsewhere, and its value."""
    return next(((key, node) for key, node in entry if ours(key.value) in names), None)


def replaced(entry: Group, key: Text, *new: tuple[Text, Node]) -> Group:
    """With other entries instead of that of `key`."""
    at = next(index for index, (each, _) in enumerate(entry.entries) if each is key)
    return Group((*entry.entries[:at], *new, *entry.entries[at + 1 :]), entry.place)


def span(key: Text, node: Node) -> Place:
    """From the beginning of a key to the end of its value."""
    return key.place._replace(end_line=node.place.end_line, end_column=node.place.end_column)


def without_lines(key: Text, node: Node) -> Fix:
    """Deletes the lines of a key and its value."""
    return Fix(Place(key.place.line, 1, node.place.end_line + 1, 1), "", is_safe=False)


def texts_in(node: Node | None) -> list[str]:
    """Of a list, or of one text that lists them between commas or the like."""
    if isinstance(node, Items):
        return [each.value.strip() for each in node.values if isinstance(each, Text)]
    return [each for each in SEPARATORS.split(node.value.strip()) if each] if isinstance(node, Text) else []


def bracketed(words: Sequence[str]) -> str:
    return f"[{', '.join(on_one_line(word, in_brackets=True) for word in words)}]"


def below(key: Text, lines: Sequence[str]) -> str:
    """The lines, each beginning where `key` does; the first stands there already."""
    return ("\n" + " " * (key.place.column - 1)).join(lines)
