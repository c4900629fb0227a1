"""What the kinds with lists share: entries that stand twice, responses with several parts, lists on paper."""

from collections.abc import Iterable, Iterator

from ..model.mark import Response
from ..model.problem import Problem
from ..model.tree import Group, Items, Place


def repeats(
    values: Iterable[str], group: Group, name: str, code: str, before: Iterable[str] = ()
) -> Iterator[Problem]:
    """Complaints about the entries of the list `name` that stand there, or in `before`, already."""
    seen = set(before)
    for index, value in enumerate(values):
        if value in seen:
            yield Problem(
                code=code, place=place_of(group, name, index), message=f"“{value}” stands twice.",
                remedy="Delete or reword one of the two.",
            )  # fmt: skip
        seen.add(value)


def place_of(group: Group, name: str, index: int | None = None) -> Place:
    """Where the value of `name` stands, or one entry of it."""
    node = group.get(name) or group
    if index is not None and isinstance(node, Items) and index < len(node.values):
        node = node.values[index]
    return node.place


def parts_of(response: Response) -> tuple[str, ...]:
    """A response as its parts, whatever its shape."""
    return (response,) if isinstance(response, str) else tuple(response)


def fitted(response: Response, length: int) -> tuple[str, ...]:
    """As many parts as there should be; those not given are empty."""
    return (*parts_of(response), *[""] * length)[:length]


def bulleted(values: Iterable[str]) -> str:
    return "\n".join(f"- {value}" for value in values)


def numbered(values: Iterable[str]) -> str:
    return "\n".join(f"{number}. {value}" for number, value in enumerate(values, 1))
