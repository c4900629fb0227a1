"""Questions that stand where the bank lists its claims, sections or objectives."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.problem import Fix, Problem
from ...model.tree import Group, Items, Node, Place, Text
from ..entries import id_of

_LISTS = ("sections", "objectives", "claims")
_OF_QUESTIONS = frozenset({"type", "ask", "options"})


@dataclass(frozen=True, kw_only=True)
class Misplaced:
    tree: Group
    """The bank without these questions."""
    names: tuple[str, ...] = ()
    """Their ids, or such as “a question (line 7)”."""
    problems: tuple[Problem, ...] = ()
    lines: frozenset[int] = frozenset()
    """All on which they stand."""


def misplaced(tree: Group) -> Misplaced:
    found = [
        (name.value, name.place.line, entry) for name, node in tree for entry in _questions(name.value, node)
    ]
    if not found:
        return Misplaced(tree=tree)
    entries = tuple(entry for _, _, entry in found)
    opening = next((name.place.line for name, _ in tree if name.value == "questions"), 0)
    if not opening:
        return _without_opening(tree, entries)
    return Misplaced(
        tree=_without({id(entry) for entry in entries}, tree),
        names=tuple(id_of(entry) or f"a question (line {entry.place.line})" for entry in entries),
        problems=tuple(_problem(*each, opening) for each in found),
        lines=frozenset(
            line for entry in entries for line in range(entry.place.line, entry.place.end_line + 1)
        ),
    )


def _questions(name: str, node: Node) -> Iterator[Group]:
    if name in _LISTS and isinstance(node, Items):
        for entry in node.values:
            if isinstance(entry, Group) and any(key.value in _OF_QUESTIONS for key, _ in entry):
                yield entry


def _without_opening(tree: Group, entries: tuple[Group, ...]) -> Misplaced:
    """All of them are the questions of the bank, but for the line that says so."""
    line, *_ = entries[0].place
    problem = Problem(
        code="ZQ102", place=entries[0].place, message="Above this question, the line `questions:` is missing.",
        remedy="Write  questions:  at the left edge of a line of its own, above this one.",
        fixes=(Fix(Place(line, 1, line, 1), "questions:\n"),),
    )  # fmt: skip
    questions = (Text("questions", entries[0].place), Items(entries, entries[0].place))
    left = _without({id(entry) for entry in entries}, tree)
    return Misplaced(tree=Group((*left.entries, questions), tree.place), problems=(problem,))


def _without(entries: set[int], tree: Group) -> Group:
    """`entries` are told by their identity: that of a value would take all of its texts."""
    lists = (
        (name, Items(tuple(each for each in node.values if id(each) not in entries), node.place))
        if isinstance(node, Items)
        else (name, node)
        for name, node in tree
    )
    return Group(tuple(lists), tree.place)


def _problem(name: str, line: int, entry: Group, opening: int) -> Problem:
    if opening < line:
        remedy = f"Move it up, above the line `{name}:` (line {line})."
    else:
        remedy = f"Move it down, below the line `questions:` (line {opening})."
    return Problem(
        code="ZQ101", place=entry.place, question=id_of(entry),
        message=f"This looks like a question, but it stands under `{name}:`.", remedy=remedy,
    )  # fmt: skip
