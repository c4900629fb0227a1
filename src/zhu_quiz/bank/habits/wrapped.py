"""Questions that stand under a key of their own, such as `question:` or `q1:`."""

import re
from collections.abc import Sequence

from ...model.problem import Fix, Problem
from ...model.tree import Group, Node, Place, Text
from ..entries import id_of

_WORDS = re.compile(r"(?:question|item|card|entry|quiz|frage|pregunta|q)s?[ _-]?\d*", re.IGNORECASE)


def questions_unwrapped(nodes: Sequence[Node]) -> tuple[tuple[Node, ...], list[Problem]]:
    problems: list[Problem] = []
    found: list[Node] = []
    for node in nodes:
        first = node.entries[0] if isinstance(node, Group) and node.entries else None
        if first and isinstance(node, Group) and _is_wrapping(first[1], node, first[0].value):
            node, problem = _unwrapped(node, *first)
            problems.append(problem)
        found.append(node)
    return tuple(found), problems


def _is_wrapping(value: Node, node: Group, name: str) -> bool:
    if isinstance(value, Group):
        return bool(value.get("type") or value.get("id"))
    second = node.entries[1][0].value if len(node.entries) > 1 else ""
    is_empty = isinstance(value, Text) and not value.value
    return is_empty and second in ("id", "type") and _WORDS.fullmatch(name) is not None


def _unwrapped(node: Group, key: Text, value: Node) -> tuple[Group, Problem]:
    inner = value.entries if isinstance(value, Group) else ()
    entries = (*inner, *node.entries[1:])
    start = entries[0][0].place
    line, column, *_ = key.place
    meant = Group(entries, node.place)
    name, fixes = id_of(meant), (_dedented(key.place, start),) if start.line > line else ()
    remedy = (
        f"Delete “{key.value}:”, and write  - id: {name or '…'}  here, with the other keys right below `id:`."
    )
    is_id = bool(id_of(key)) and (key.value[-1].isdigit() or not _WORDS.fullmatch(key.value))
    if is_id and "id" not in {each.value for each, _ in entries}:
        named = (Text("id", key.place), key)
        meant = Group((named, *entries), node.place)
        remedy = f"Write  - id: {key.value}  here, with the other keys right below `id:`."
        end = key.place._replace(end_column=key.place.end_column + 1)
        indented = " " * (start.column - column)
        fixes = (Fix(end, f"{indented}id: {key.value}", is_safe=False),) if start.line > line else ()
    return meant, Problem(
        code="ZQ103", place=key.place, message="A question begins with its `id:`, right after the dash.",
        remedy=remedy, fixes=fixes, question=id_of(meant),
    )  # fmt: skip


def _dedented(key: Place, start: Place) -> Fix:
    """The first key right after the dash, or as far from it as the others stand."""
    place = Place(key.line, key.column, start.line, start.column)
    return Fix(place, " " * (start.column - key.column), is_safe=start.line == key.line + 1)
