"""Options to pick from, shared by the kinds that have them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.note import NoteOption
from ..model.problem import Problem
from ..model.tree import Group, Items, Node
from .keys import key, one_of, text


@dataclass(frozen=True, kw_only=True)
class Option:
    right: str = key(text, "The text of a right option.", default="")
    wrong: str = key(text, "The text of a wrong option.", default="")
    why: str = key(text, "Why it is right or wrong, shown to those who pick it.", default="")
    pin: str = key(one_of("first", "last"), "Keeps its place when the others are shuffled.", default="")

    @property
    def text(self) -> str:
        return self.right or self.wrong

    @property
    def is_right(self) -> bool:
        return bool(self.right)

    def complaints(self, group: Group) -> Iterator[Problem]:
        if bool(self.right) == bool(self.wrong):
            yield Problem(
                code="ZQ102", place=group.place, message="An option is either right or wrong.",
                remedy="Begin it with `- right:` or with `- wrong:`, followed by its text.",
            )  # fmt: skip

    def as_note(self) -> NoteOption:
        return NoteOption(text=self.text, is_right=self.is_right, why=self.why)


def arranged(options: tuple[Option, ...], seed: int, *, shuffle: bool) -> tuple[str, ...]:
    """The texts in the order to show: pinned ones at their end, the others shuffled unless `shuffle` is off."""
    first = [each.text for each in options if each.pin == "first"]
    middle = [each.text for each in options if not each.pin]
    last = [each.text for each in options if each.pin == "last"]
    if shuffle:
        random.Random(seed).shuffle(middle)
    return (*first, *middle, *last)


def option_problems(options: tuple[Option, ...], group: Group) -> Iterator[Problem]:
    """Too few of them, or two alike."""
    node = group.get("options") or group
    if len(options) < 2 or all(each.is_right for each in options) and len(options) < 3:
        yield Problem(
            code="ZQ108", place=node.place, message="There are too few options to choose from.",
            remedy="Add a line `- wrong: …` with an answer that someone might believe; three options are a good number.",
        )  # fmt: skip
    seen = set[str]()
    for index, option in enumerate(options):
        if option.text in seen:
            yield Problem(
                code="ZQ109", place=_place(node, index).place, message=f"The option “{option.text}” stands twice.",
                remedy="Delete or reword one of the two.",
            )  # fmt: skip
        seen.add(option.text)


def _place(node: Node, index: int) -> Node:
    return node.values[index] if isinstance(node, Items) and index < len(node.values) else node
