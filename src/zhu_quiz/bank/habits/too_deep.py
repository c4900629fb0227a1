"""Keys of a question that stand among those of its last option, item or pair."""

from itertools import pairwise

from ...model.problem import Fix, Problem
from ...model.tree import Group, Items, Node, Place, Text
from ...questions import Question
from ...questions.keys import keys_of
from .habit import Meant, replaced

_PARTS = {"options": ("right", "wrong", "why", "pin"), "pairs": ("item", "match")}
"""Lists of groups, and the keys of these."""


def keys_too_deep(kind: str, entry: Group) -> Meant:
    at = next(((key, node) for key, node in entry if key.value in _PARTS), None)
    key, listed = at or (None, None)
    if not key or not isinstance(listed, Items) or not listed.values:
        return Meant(entry)
    *others, last = listed.values
    found = _at_the_end(kind, entry, last, _PARTS[key.value])
    if not found or any(isinstance(each, Group) and each.get(found[0][0].value) for each in others):
        return Meant(entry)
    assert isinstance(last, Group)
    left = Group(last.entries[: -len(found)], last.place)
    entry = replaced(entry, key, (key, Items((*others, left), listed.place)))
    column = entry.entries[0][0].place.column - 1
    return Meant(
        Group((*entry.entries, *found), entry.place), tuple(_problem(name, column) for name, _ in found)
    )


def _at_the_end(kind: str, entry: Group, last: Node, own: tuple[str, ...]) -> tuple[tuple[Text, Node], ...]:
    """The last keys of a part that belong to the question."""
    if not isinstance(last, Group):
        return ()
    names = {each.name for each in keys_of(Question.kinds[kind])} - {key.value for key, _ in entry} - {*own}
    keys = [key for key, _ in last]
    start = next((at for at, key in enumerate(keys) if key.value in names), len(keys))
    is_end = all(key.value in names for key in keys[start:])
    is_block = all(key.place.line > before.place.line for before, key in pairwise(keys))
    return last.entries[start:] if start and is_end and is_block else ()


def _problem(name: Text, column: int) -> Problem:
    line = name.place.line
    return Problem(
        code="ZQ101", place=name.place, message=f"“{name.value}” belongs to the question.",
        remedy=f"Begin this line with exactly {column} spaces.",
        fixes=(Fix(Place(line, 1, line, name.place.column), " " * column, is_safe=False),),
    )  # fmt: skip
