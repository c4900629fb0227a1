"""A bank's text as positioned nodes: what was written and where. Every leaf is text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


# Places and texts are tuples: a large bank has a quarter of a million, and frozen dataclasses take twice as long.
class Place(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters."""

    line: int = 0
    """0 for a value that no file holds."""
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    """The column after the last character."""


NOWHERE = Place()


class Text(NamedTuple):
    """A leaf, exactly as typed: `No` and `010` are text."""

    value: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    values: tuple["Node", ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Group:
    """Named entries in the order of the file; a name may stand only once."""

    entries: tuple[tuple[Text, "Node"], ...]
    place: Place = NOWHERE

    def __iter__(self) -> Iterator[tuple[Text, "Node"]]:
        return iter(self.entries)

    def get(self, name: str) -> "Node | None":
        """The value under `name`; None where there is none."""
        return next((value for key, value in self.entries if key.value == name), None)

    def text(self, name: str) -> str:
        """The text under `name`; empty where there is none or it is no text."""
        node = self.get(name)
        return node.value if isinstance(node, Text) else ""


Node = Text | Items | Group

NO_KEYS = Group(())

Plain = str | list["Plain"] | dict[str, "Plain"]
"""A tree without places, as JSON holds it."""


def planted(plain: Plain) -> Node:
    """The tree of plain data, standing nowhere."""
    match plain:
        case str():
            return Text(plain)
        case list():
            return Items(tuple(planted(value) for value in plain))
        case dict():
            return Group(tuple((Text(name), planted(value)) for name, value in plain.items()))
