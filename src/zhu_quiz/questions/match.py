"""Items to be matched, each with its own counterpart."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import perm

from ..model.mark import Mark, Response
from ..model.note import BasicNote
from ..model.problem import Problem, Severity
from ..model.prompt import Pair
from ..model.tree import Group
from .keys import key
from .lists import bulleted, fitted, place_of, repeats
from .question import Question, shuffled
from .shapes import list_of, record, text, texts


@dataclass(frozen=True, kw_only=True)
class Couple:
    """An item and what belongs to it."""

    item: str = key(text, "What stands on the left side.")
    match: str = key(text, "What belongs to it, on the right side.")


@dataclass(frozen=True, kw_only=True)
class Match(Question, kind="match"):
    ask: str = key(text, "What to match with what.")
    pairs: tuple[Couple, ...] = key(
        list_of(record(Couple)),
        "Three or more pairs, each with an `item:` and its `match:`.",
        limits={"type": "array", "minItems": 2},
    )
    extra: tuple[str, ...] = key(
        texts, "Further entries for the right side, which belong to no item.", default=()
    )

    example = """\
id: who-where
type: match
ask: Match each name with its role in the article.
pairs:
  - item: UCLA
    match: the post he gave up
  - item: Tsinghua University
    match: his workplace in Beijing
  - item: The Guardian
    match: the original report
extra:
  - the funder of his US research
explain: UCLA comes before the move, Tsinghua after it; the newspaper reported both.
"""

    def complaints(self, group: Group) -> Iterator[Problem]:
        if len(self.pairs) < 3:
            is_single = len(self.pairs) < 2
            yield Problem(
                code="ZQ113", place=place_of(group, "pairs"),
                severity=Severity.ERROR if is_single else Severity.WARNING,
                message="There is nothing to be matched with." if is_single else "Two pairs are a coin flip.",
                remedy="Add a pair with `- item: …` and `match: …`; three are a good number.",
            )  # fmt: skip
        yield from repeats(self.items, group, "pairs", "ZQ113")
        yield from repeats(self.solution, group, "pairs", "ZQ113")
        yield from repeats(self.extra, group, "extra", "ZQ113", before=self.solution)

    def prompt(self, seed: int) -> Pair:
        return Pair(stem=self.ask, items=self.items, matches=shuffled(self.matches, seed))

    def mark(self, response: Response | None) -> Mark:
        if response is None:
            return self.wrong()
        given = fitted(response, len(self.pairs))
        parts = tuple(match == right for match, right in zip(given, self.solution, strict=True))
        return Mark(
            fraction=sum(parts) / len(parts),
            expected=self.solution,
            chance=1 / perm(len(self.matches), len(self.pairs)),
            parts=parts,
        )

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(pair.item for pair in self.pairs)

    @property
    def matches(self) -> tuple[str, ...]:
        """All entries of the right side."""
        return (*self.solution, *self.extra)

    @property
    def solution(self) -> tuple[str, ...]:
        return tuple(pair.match for pair in self.pairs)

    @property
    def answer_key(self) -> tuple[str, ...]:
        return tuple(sorted(f"{pair.item} – {pair.match}" for pair in self.pairs))

    def note(self) -> BasicNote:
        matches = sorted(self.matches, key=str.casefold)
        return BasicNote(
            front=f"{self.ask}\n\n{bulleted(self.items)}\n\n{bulleted(matches)}",
            back=bulleted(f"{pair.item} – {pair.match}" for pair in self.pairs),
        )
