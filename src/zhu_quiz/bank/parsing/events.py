"""The events of a YAML parser become positioned nodes. Text stays text: `No`, `010`, `2020-01-01`."""

import re
from collections.abc import Iterator
from itertools import islice

from ...model.problem import Problem
from ...model.tree import Group, Items, Node, Place, Text
from .parsers import Event, events
from .subset import MAX_TEXT, Subset
from .text import too_large

MAX_DEPTH = 12
MAX_EVENTS = 1_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")


class Unreadable(Exception):
    """No YAML, or too deep."""

    def __init__(self, line: int, problem: Problem | None = None) -> None:
        super().__init__(line)
        self.line = line
        """Where the parser stumbled, from 0 in the text it was given; the cause may stand before it."""
        self.problem = problem
        """The reason, where it need not be found out."""


def grow(text: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """The tree of a text, None where it is empty, and what is wrong. Raises `Unreadable` and `NotRead`.

    The text has passed `tidied`: no tabs, no control characters, a single document."""
    from yaml import YAMLError

    subset = Subset(text, first_line)
    try:
        return _grown(events(text), subset, first_line), subset.problems
    except (YAMLError, ValueError, OverflowError) as error:
        # The last two come from `chr` in the parser without C, at "\UFFFFFFFF".
        mark = getattr(error, "problem_mark", None)
        raise Unreadable(mark.line if mark else text.count("\n")) from error


def _grown(stream: Iterator[Event], subset: Subset, first_line: int) -> Node | None:
    """Keeps a stack of its own: what PyYAML builds by recursion crashes on deep nesting."""
    from yaml import CollectionEndEvent, CollectionStartEvent, ScalarEvent

    stack: list[tuple[Event, list[Node]]] = []
    values: list[Node] = []
    new = tuple.__new__
    for event in islice(stream, MAX_EVENTS):
        kind = event.__class__
        if kind is ScalarEvent:
            start, end = event.start_mark, event.end_mark
            line, end_line = start.line + first_line, end.line + first_line
            node = new(Text, (event.value, new(Place, (line, start.column + 1, end_line, end.column + 1))))
            if event.style or event.anchor or line != end_line or not 0 < len(node.value) < MAX_TEXT:
                node = _checked(event, node, subset, stack[-1][0] if stack else None)
            values.append(node)
        elif isinstance(event, CollectionStartEvent):
            if len(stack) >= MAX_DEPTH:
                raise _too_deep(event, first_line)
            stack.append((event, values))
            values = []
        elif isinstance(event, CollectionEndEvent):
            opening, outer = stack.pop()
            outer.append(_closed(opening, event, values, subset, first_line))
            values = outer
    if next(stream, None):
        raise too_large("holds more texts than can be read")
    return values[0] if values else None


def _closed(opening: Event, closing: Event, values: list[Node], subset: Subset, first_line: int) -> Node:
    start, end, in_brackets = opening.start_mark, closing.end_mark, bool(opening.flow_style)
    if values and not in_brackets:
        # The parser notices the end of a block only where something else begins.
        _, _, end_line, end_column = values[-1].place
    else:
        end_line, end_column = end.line + first_line, end.column + 1
    place = Place(start.line + first_line, start.column + 1, end_line, end_column)
    if _is_list(opening):
        return Items(tuple(values), place)
    keys, values = values[::2], values[1::2]
    names = {key.value for key in keys if isinstance(key, Text)}
    if in_brackets or len(names) < len(keys) or "<<" in names:
        return Group(tuple(subset.entries(keys, values, in_brackets=in_brackets)), place)
    return Group(tuple(zip(keys, values, strict=True)), place)  # type: ignore[arg-type]  # all keys are texts


def _is_list(opening: Event) -> bool:
    name: str = opening.__class__.__name__
    return name == "SequenceStartEvent"


def _checked(event: Event, node: Text, subset: Subset, parent: Event) -> Text:
    # Each of the parsers accepts something that the other refuses: "\ud800", and `|#` without a space.
    if event.style == '"' and _SURROGATE.search(node.value):
        raise Unreadable(event.start_mark.line)
    if event.style in ("|", ">") and not subset.opens_block(event):
        raise Unreadable(event.start_mark.line)
    if event.style in ('"', "'") and subset.swallows_key(node.place):
        raise Unreadable(event.start_mark.line)
    return subset.text(event, node, in_list=_is_list(parent) and not parent.flow_style)


def _too_deep(event: Event, first_line: int) -> Unreadable:
    line, column = event.start_mark.line, event.start_mark.column + 1
    return Unreadable(
        line,
        Problem(
            code="ZQ011", place=Place(line + first_line, column, line + first_line, column + 1),
            message=f"Lists and keys stand more than {MAX_DEPTH} deep in one another.",
            remedy="A text that begins with brackets must be in quotes.",
        ),
    )  # fmt: skip
