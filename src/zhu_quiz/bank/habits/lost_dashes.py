"""Options that stand in one entry for want of a dash, and questions that stand among them."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from ...model.problem import Fix, Problem
from ...model.tree import Group, Items, Node, Place, Text
from ...questions.foreign import ours
from ...questions.shapes import YES_NO
from ..writer import on_one_line
from .habit import Meant, span, texts_in

TEXTS = ("text", "ask", "answer", "options", "title", "value", "label", "option", "choice")
FLAGS = (
    "right", "is-right", "is-correct", "iscorrect", "truth", "is-answer", "fraction", "points", "score", "percent",
    "weight",
)  # fmt: skip
"""Under which keys other tools write an option, and whether it is right."""


def values_of(node: Node) -> tuple[Node, ...]:
    return node.values if isinstance(node, Items) else (node,)


def apart(node: Node) -> tuple[list[Node], list[Problem]]:
    """The entries of the list, those apart that stand in one for want of a dash."""
    values: list[Node] = []
    problems: list[Problem] = []
    for each in values_of(node):
        if isinstance(each, Group) and _is_question(each):
            problems.append(_misplaced(each))
            continue
        starts = _starts(each) if isinstance(each, Group) else []
        is_list = isinstance(node, Items)
        if not isinstance(each, Group) or len(starts) < 1 + is_list or _is_in_braces(each):
            values.append(each)
            continue
        for start, end in zip(starts, [*starts[1:], len(each.entries)], strict=True):
            part = each.entries[0 if start == starts[0] else start : end]
            texts = _listed(part[0][0], part[0][1])
            values += texts or [Group(part, part[0][0].place)]
            if start > starts[0] or not is_list:
                problems.append(_dash_missing(part, is_list=is_list))
    return values, problems


def options_beside(kind: str, entry: Group) -> Meant:
    """Those at the end of a list whose dashes stand right below its key, which became keys of the question."""
    keys = [key for key, _ in entry]
    at = next((at for at, key in enumerate(keys) if key.value == "options"), None)
    listed = entry.entries[at][1] if at is not None else None
    if at is None or not isinstance(listed, Items) or listed.place.column != keys[at].place.column:
        return Meant(entry)
    parts = tuple(takewhile(lambda part: part[0].value in ("right", "wrong"), entry.entries[at + 1 :]))
    if not parts:
        return Meant(entry)
    values = (*listed.values, *(Group((part,), part[0].place) for part in parts))
    entries = (
        *entry.entries[:at],
        (keys[at], Items(values, listed.place)),
        *entry.entries[at + 1 + len(parts) :],
    )
    return Meant(Group(entries, entry.place), tuple(_dash_left_out(*part) for part in parts))


def _dash_left_out(key: Text, value: Node) -> Problem:
    line, column, *_ = key.place
    text = on_one_line(value.value) if isinstance(value, Text) else "…"
    return Problem(
        code="ZQ102", place=key.place, message="The dash at the beginning of this option is missing.",
        remedy=f"Write  - {key.value}: {text}", fixes=(Fix(Place(line, column, line, column), "- "),),
    )  # fmt: skip


def _starts(group: Group) -> list[int]:
    """Where an option begins in a group, by the number of the key."""
    if is_flagged(group):
        return []
    return [
        at
        for at, (key, node) in enumerate(group)
        if key.value in ("right", "wrong")
        or (
            ours(key.value) in ("right", "wrong")
            and not (isinstance(node, Text) and node.value.lower() in YES_NO)
        )
    ]


def _is_in_braces(group: Group) -> bool:
    lines = [key.place.line for key, _ in group]
    return len(set(lines)) < len(lines)


def _listed(key: Text, node: Node) -> list[Node]:
    """`wrong:` with a list below it."""
    if not isinstance(node, Items):
        return []
    return [Group(((key, each),), each.place) for each in node.values]


def _dash_missing(part: Sequence[tuple[Text, Node]], *, is_list: bool) -> Problem:
    key, value = part[0]
    line, column, *_ = key.place
    name = ours(key.value)
    if isinstance(value, Items):
        lines = [f"- {name}: {on_one_line(text)}" for text in texts_in(value)]
        return Problem(
            code="ZQ103", place=key.place, message="Each option stands on a line of its own, after a dash.",
            remedy=f"Write  {lines[0] if lines else f'- {name}: …'}  and so on, in the place of “{key.value}”.",
            fixes=(Fix(span(key, value), ("\n" + " " * (column - 1)).join(lines)),) if lines else (),
        )  # fmt: skip
    text = f"{name}: {on_one_line(value.value)}" if isinstance(value, Text) else f"{name}: …"
    if is_list:
        fixes: tuple[Fix, ...] = (Fix(Place(line, column - 2, line, column), "- "),)
        where = f"  with the dash in column {column - 2}."
    else:
        starts = [each.place for each, _ in part]
        fixes = tuple(
            Fix(Place(*start[:2], *start[:2]), "  " if index else "- ")
            for index, start in enumerate(starts)
        )  # fmt: skip
        where = "  and move what belongs to it along." if part[1:] else ""
    return Problem(
        code="ZQ102", place=key.place, message="The dash at the beginning of this option is missing.",
        remedy=f"Write  - {text}{where}", fixes=fixes,
    )  # fmt: skip


def _is_question(group: Group) -> bool:
    names = {key.value for key, _ in group}
    return "type" in names and bool(names & {"id", "ask", "options"})


def _misplaced(group: Group) -> Problem:
    return Problem(
        code="ZQ101", place=group.place, message="This looks like a question, but it stands among options.",
        remedy="Move it to the left, so that its dash stands below that of the question above.",
    )  # fmt: skip


def questions_apart(entries: Sequence[Node]) -> tuple[Node, ...]:
    """The questions of the bank, those apart that stand in one for want of a dash."""
    nodes: list[Node] = []
    for each in entries:
        keys = each.entries if isinstance(each, Group) else ()
        starts = [at for at, (key, _) in enumerate(keys) if key.value == "id"]
        if len(starts) < 2:
            nodes.append(each)
            continue
        for start, end in pairwise([0, *starts[1:], len(keys)]):
            part = keys[start:end]
            line, column, *_ = part[0][0].place
            nodes.append(Group(part, Place(line, column, *part[-1][1].place[2:])))
    return tuple(nodes)


def is_flagged(group: Group) -> bool:
    """Whether one key holds its text, and another whether it is right."""
    names = [ours(key.value) for key, _ in group]
    return any(name in TEXTS for name in names) and any(name in FLAGS for name in names)
