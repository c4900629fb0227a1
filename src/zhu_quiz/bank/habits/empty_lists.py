"""Lists of which nothing but the key was written yet."""

from ...model.problem import Problem
from ...model.tree import Group, Items, Node, Plain, Text, planted
from .habit import Meant, replaced

_LINES = {
    "options": "- right: …  and  - wrong: …",
    "items": "- …  for each item, in the right order",
    "pairs": "- item: …  and right below `item:`  match: …",
}
_FILLED: dict[str, Plain] = {
    "options": [{"right": "1"}, {"wrong": "2"}],
    "items": ["1", "2", "3"],
    "pairs": [{"item": each, "match": each} for each in "123"],
}
"""With which the rest of the question is looked at."""


def empty_lists(kind: str, entry: Group) -> Meant:
    problems: list[Problem] = []
    for key, node in entry:
        if key.value in _LINES and _is_empty(node):
            problems.append(
                Problem(
                    code="ZQ116", place=key.place, message=f"No {key.value} stand below `{key.value}:`.",
                    remedy=f"Add below it  {_LINES[key.value]}",
                )
            )  # fmt: skip
            entry = replaced(entry, key, (key, planted(_FILLED[key.value])))
    return Meant(entry, tuple(problems))


def _is_empty(node: Node) -> bool:
    return (isinstance(node, Text) and not node.value.strip()) or (
        isinstance(node, Items) and not node.values
    )
