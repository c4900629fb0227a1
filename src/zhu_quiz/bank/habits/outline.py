"""The outline of a bank where it was not meant as it stands: wrapped in a key, or its parts without their keys."""

from collections.abc import Iterator

from ...model.problem import Fix, Problem
from ...model.tree import Group, Items, Node, Place, Text
from ...questions.foreign import slug
from ...questions.keys import rewritten, suggestion, unknown
from ..names import top_names
from ..writer import on_one_line
from .habit import Meant, replaced, span

_PARTS = {"sections": "title", "objectives": "title", "claims": "text"}
"""Lists of the bank, and what a part has besides its id."""


def unwrapped(tree: Group) -> Meant:
    """The keys of a bank that stand under another, and the questions that do."""
    called = next((key for key, node in tree if _is_list(node) and _is_meant(key.value)), None)
    if called and not tree.get("questions"):
        fixes = rewritten(called, "questions", is_safe=True)
        listed = (Text("questions", called.place), tree.get(called.value) or tree)
        return Meant(replaced(tree, called, listed), (unknown(called, "questions", (), fixes),))
    inner = next((each for each in tree if isinstance(each[1], Group) and each[1].get("questions")), None)
    if not inner:
        return Meant(tree)
    key, group = inner
    assert isinstance(group, Group)
    if key.value == "questions":
        questions = group.get("questions") or group
        problem = Problem(
            code="ZQ008", place=group.entries[0][0].place, message="A line `questions:` stands here again.",
            remedy="Delete this line.",
            fixes=(Fix(Place(group.place.line, 1, group.place.line + 1, 1), "", is_safe=False),),
        )  # fmt: skip
        return Meant(replaced(tree, key, (key, questions)), (problem,))
    if tree.get("questions"):
        return Meant(tree)
    problem = Problem(
        code="ZQ101", place=key.place, message=f"The keys of a bank stand at the left edge, not under “{key.value}”.",
        remedy=f"Delete this line, and move all lines below it {group.place.column - 1} columns to the left.",
    )  # fmt: skip
    return Meant(replaced(tree, key, *group.entries), (problem,))


def questions_by_name(tree: Group) -> Meant:
    """Questions that stand under their ids instead of in a list."""
    key = next((key for key, _ in tree if key.value == "questions"), None)
    named = tree.get("questions")
    if not key or not isinstance(named, Group):
        return Meant(tree)
    if any(not isinstance(node, Group) or not node.get("type") for _, node in named):
        return Meant(tree)
    problems = tuple(
        Problem(
            code="ZQ103", place=name.place, message="Each question begins with a dash and its `id:`.",
            remedy=f"Write  - id: {name.value}  and leave the lines below as they are.",
            fixes=(Fix(name.place._replace(end_column=name.place.end_column + 1), f"- id: {name.value}"),),
            question=name.value,
        )
        for name, node in named
    )  # fmt: skip
    listed = [
        Group(((Text("id", name.place), name), *node.entries), span(name, node))
        for name, node in named
        if isinstance(node, Group)
    ]
    return Meant(replaced(tree, key, (key, Items(tuple(listed), named.place))), problems)


def _is_list(node: Node) -> bool:
    return isinstance(node, Items) and bool(node.values)


def _is_meant(name: str) -> bool:
    return name not in top_names() and suggestion(name, top_names()) == "questions"


def head_as_meant(tree: Group) -> Meant:
    """Sections, objectives and claims that have not got their keys."""
    problems: list[Problem] = []
    for key, node in tree:
        if key.value in _PARTS and not isinstance(node, Text):
            parts = tuple(_parts(_PARTS[key.value], node))
            if found := [problem for _, problem in parts if problem]:
                problems += found
                tree = replaced(tree, key, (key, Items(tuple(part for part, _ in parts), node.place)))
    return Meant(tree, tuple(problems))


def _parts(inner: str, node: Group | Items) -> Iterator[tuple[Node, Problem | None]]:
    if isinstance(node, Group):
        is_part = node.get("id") or node.get(inner)
        for name, value in () if is_part else node:
            text = value if isinstance(value, Text) else name
            yield _part(name.value, text.value, inner, name.place, span(name, value), "- ")
        if is_part:
            yield node, None
        return
    for number, each in enumerate(node.values, 1):
        first = each.entries[0] if isinstance(each, Group) and len(each.entries) == 1 else None
        if isinstance(each, Text) and each.value.strip():
            short = "-".join(slug(each.value).split("-")[:3]) if inner == "title" else f"c{number:02}"
            yield _part(short or f"part-{number}", each.value, inner, each.place, each.place)
        elif first and first[0].value not in ("id", inner) and isinstance(first[1], Text):
            yield _part(first[0].value, first[1].value, inner, first[0].place, span(*first))
        else:
            yield each, None


def _part(
    name: str, text: str, inner: str, place: Place, whole: Place, lead: str = ""
) -> tuple[Node, Problem | None]:
    usable = name if name == slug(name) and name[:1].isalpha() else slug(name)
    usable = usable if usable[:1].isalpha() else f"s-{usable}"
    meant = f"{{id: {usable}, {inner}: {on_one_line(text.strip(), in_brackets=True)}}}"
    problem = Problem(
        code="ZQ103", place=place, message=f"It needs an `id:` and a `{inner}:`.", remedy=f"Write  - {meant}",
        fixes=(Fix(whole, lead + meant, is_safe=bool(lead) or whole != place),),
    )  # fmt: skip
    entries = ((Text("id", place), Text(usable, place)), (Text(inner, place), Text(text.strip(), place)))
    return Group(entries, place), problem
