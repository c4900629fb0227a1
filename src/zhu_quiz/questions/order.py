"""Items to put in order. The bank lists them in the right one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import factorial

from ..model.mark import Mark, Response
from ..model.note import BasicNote
from ..model.problem import Problem
from ..model.prompt import Arrange
from ..model.tree import Group
from .keys import key
from .lists import bulleted, numbered, parts_of, place_of, repeats
from .question import Question, shuffled
from .shapes import text, texts


@dataclass(frozen=True, kw_only=True)
class Order(Question, kind="order"):
    ask: str = key(text, "What to put in order, and by what.")
    items: tuple[str, ...] = key(
        texts,
        "Three or more items, listed in the right order; learners meet them shuffled.",
        limits={"type": "array", "minItems": 3, "uniqueItems": True},
    )

    example = """\
id: timeline
type: order
ask: Put these steps in the order in which they happened.
items:
  - Zhu works as a professor in California
  - Scrutiny of Chinese-born academics grows
  - Zhu moves to China
  - Zhu trains young researchers in Beijing
explain: The article tells the story from his US career to his present aims.
"""

    def complaints(self, group: Group) -> Iterator[Problem]:
        if len(self.items) < 3:
            yield Problem(
                code="ZQ112", place=place_of(group, "items"),
                message="An order needs at least three items.",
                remedy="Add a line `- …`, or ask with `type: choice` which comes first.",
            )  # fmt: skip
        yield from repeats(self.items, group, "items", "ZQ112")

    def prompt(self, seed: int) -> Arrange:
        items = shuffled(self.items, seed)
        if items == self.items:
            items = (*items[1:], items[0])
        return Arrange(stem=self.ask, items=items)

    def mark(self, response: Response | None) -> Mark:
        given = parts_of(response or ())
        if sorted(given) != sorted(self.items):
            return self.wrong()
        neighbours = set(pairwise(self.items))
        found, total = len(neighbours.intersection(pairwise(given))), len(neighbours)
        return Mark(
            fraction=found / total,
            expected=self.solution,
            remark="" if found == total else _remark(found, total),
            chance=1 / factorial(len(self.items)),
            parts=tuple(item == right for item, right in zip(given, self.items, strict=True)),
        )

    @property
    def solution(self) -> tuple[str, ...]:
        return self.items

    def note(self) -> BasicNote:
        items = sorted(self.items, key=str.casefold)
        if tuple(items) == self.items:
            items.reverse()
        return BasicNote(front=f"{self.ask}\n\n{bulleted(items)}", back=numbered(self.items))


def _remark(found: int, total: int) -> str:
    return f"{found} of {total} neighbouring pairs {'is' if found == 1 else 'are'} in the right order."
