"""Pairs that are written without `item:` and `match:`, or torn apart by a dash."""

import re
from collections.abc import Iterator

from ...model.problem import Fix, Problem
from ...model.tree import Group, Items, Node, Place, Text
from ..writer import on_one_line
from .habit import Meant, found, replaced, span, texts_in, without_lines

_BETWEEN = re.compile(r"\s*(?:->|→|=>|⇒|\s=\s|=|\s[–—-]\s|\||:|;)\s*")


def pairs_as_meant(kind: str, entry: Group) -> Meant:
    at = found(entry, "pairs")
    if kind != "match" or not at:
        return _of_two_lists(entry) if kind == "match" else Meant(entry)
    key, node = at
    if isinstance(node, Group) and not _has_parts(node):
        read = [_of_key(name, value, after="  ") for name, value in node]
    elif isinstance(node, Items):
        read = list(_of_list(node))
    else:
        return Meant(entry)
    pairs = tuple(pair for pair, _ in read)
    problems = tuple(problem for _, problem in read if problem)
    if not problems:
        return Meant(entry)
    return Meant(replaced(entry, key, (key, Items(pairs, node.place))), problems)


Read = tuple[Node, Problem | None]


def _of_list(listed: Items) -> Iterator[Read]:
    torn = set[int]()
    for index, node in enumerate(listed.values):
        after = listed.values[index + 1] if index + 1 < len(listed.values) else None
        if index in torn:
            continue
        if isinstance(node, Group) and _is_torn(node, after):
            assert isinstance(after, Group)
            torn.add(index + 1)
            yield Group((*node.entries, *after.entries), node.place), _torn(node, after)
        elif isinstance(node, Text) and (parts := _BETWEEN.split(node.value, maxsplit=1))[1:] and all(parts):
            yield _pair(parts[0], parts[1], node.place, node.place, node.place.column)
        elif isinstance(node, Items) and len(texts := texts_in(node)) == 2 == len(node.values):
            yield _pair(texts[0], texts[1], node.place, node.place, node.place.column)
        elif isinstance(node, Group) and len(node.entries) == 1 and not _has_parts(node):
            yield _of_key(*node.entries[0], after="")
        else:
            yield node, None


def _of_two_lists(entry: Group) -> Meant:
    """All items in one list, and what belongs to them in another."""
    lists = [
        (key, node) for key, node in entry if isinstance(node, Items) and key.value not in ("tags", "claims")
    ]
    if len(lists) != 2 or len(texts_in(lists[0][1])) != len(texts_in(lists[1][1])):
        return Meant(entry)
    (left, items), (right, matches) = lists
    pairs = list(zip(texts_in(items), texts_in(matches), strict=True))
    lead = "\n" + " " * (left.place.column + 1)
    lines = [
        line
        for item, match in pairs
        for line in (f"- item: {on_one_line(item)}", f"  match: {on_one_line(match)}")
    ]
    problem = Problem(
        code="ZQ103", place=left.place, message="What belongs together stands together, in a list of pairs.",
        remedy=f"Write  pairs:  and below it  {lines[0]}  and right below  {lines[1].strip()}  and so on.",
        fixes=(Fix(span(left, items), lead.join(["pairs:", *lines]), is_safe=False), without_lines(right, matches)),
    )  # fmt: skip
    second = Problem(
        code="ZQ103", place=right.place, message="What belongs together stands together, in a list of pairs.",
        remedy="Write them under `pairs:`, each as  match: …  below its item, and delete this.",
    )  # fmt: skip
    values = tuple(_pair(item, match, left.place, left.place, 1)[0] for item, match in pairs)
    entry = replaced(replaced(entry, right), left, (Text("pairs", left.place), Items(values, left.place)))
    return Meant(entry, (problem, second))


def _has_parts(group: Group) -> bool:
    return any(found(group, name) for name in ("item", "match", "left", "right", "term", "ask", "front"))


def _is_torn(node: Group, after: Node | None) -> bool:
    is_half = [key.value for key, _ in node] == ["item"]
    return is_half and isinstance(after, Group) and [key.value for key, _ in after] == ["match"]


def _torn(node: Group, after: Group) -> Problem:
    (key, match), (name, _) = after.entries[0], node.entries[0]
    text = f"match: {on_one_line(match.value)}" if isinstance(match, Text) else "match: …"
    line, column = key.place.line, key.place.column
    is_below = name.place.column == column
    return Problem(
        code="ZQ102", place=key.place, message="This belongs to the item above, so it begins without a dash.",
        remedy=f"Write  {text}  right below `item:`, without the dash.",
        fixes=(Fix(Place(line, column - 2, line, column), "  ", is_safe=False),) if is_below else (),
    )  # fmt: skip


def _of_key(key: Text, node: Node, *, after: str) -> Read:
    """`after` is what the second line of the pair has before it, below the first."""
    if not isinstance(node, Text):
        return Group(((Text("item", key.place), key), (Text("match", key.place), node)), key.place), None
    place, lead = span(key, node), "- " if after else ""
    return _pair(key.value, node.value, key.place, place, key.place.column + len(after), lead)


def _pair(item: str, match: str, place: Place, whole: Place, column: int, lead: str = "") -> Read:
    first, second = f"item: {on_one_line(item)}", f"match: {on_one_line(match)}"
    problem = Problem(
        code="ZQ103", place=place, message="A pair has an `item:` and, on the line below, its `match:`.",
        remedy=f"Write  - {first}  and right below `item:`  {second}",
        fixes=(Fix(whole, f"{lead}{first}\n{' ' * (column - 1)}{second}", is_safe=whole != place),),
    )  # fmt: skip
    pair = ((Text("item", place), Text(item, place)), (Text("match", place), Text(match, place)))
    return Group(pair, place), problem
