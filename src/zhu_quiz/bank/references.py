"""What is named by an id must be there, and only once."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..model.problem import Problem
from ..model.tree import Group, Items, Node, Place, Text
from ..questions import Question
from ..questions.keys import is_slip, rewritten, suggestion
from .bank import Bank
from .head import Claim, Objective, Section


@dataclass(frozen=True, kw_only=True)
class References:
    """The ids of a bank's parts. Where it lists none of a sort, or not all can be read, nothing is checked."""

    sections: frozenset[str]
    objectives: frozenset[str]
    claims: frozenset[str]

    @classmethod
    def of(cls, bank: Bank, damaged: Collection[str] = ()) -> "References":
        """`damaged` are the names of lists that could not be read as they stand."""
        lists: dict[str, tuple[Section | Objective | Claim, ...]] = {
            "sections": bank.sections, "objectives": bank.objectives, "claims": bank.claims,
        }  # fmt: skip
        return cls(
            **{
                name: frozenset() if name in damaged else frozenset(each.id for each in parts)
                for name, parts in lists.items()
            }
        )

    def of_question(self, entry: Group, question: Question | None) -> Iterator[Problem]:
        """Of an entry, and of the question where one could be made of it."""
        if question and self._has_all_of(question):
            return
        source = entry.get("source")
        section = source.get("section") if isinstance(source, Group) else None
        yield from _unknown("section", section, self.sections)
        yield from _unknown("objective", entry.get("objective"), self.objectives)
        yield from _unknown("claim", entry.get("claims"), self.claims)

    def _has_all_of(self, question: Question) -> bool:
        return (
            (not self.sections or question.source.section in self.sections)
            and (not self.objectives or self.objectives.issuperset(question.objective))
            and (not self.claims or self.claims.issuperset(question.claims))
        )

    def of_head(self, head: Group) -> Iterator[Problem]:
        """Ids that stand twice, and claims of sections that are not there."""
        for name in ("sections", "objectives", "claims"):
            lines: dict[str, int] = {}
            for part in _groups(head.get(name)):
                written = part.get("id")
                if isinstance(written, Text) and written.value in lines:
                    yield twice(written.value, lines[written.value], written.place)
                elif isinstance(written, Text):
                    lines[written.value] = written.place.line
        for claim in _groups(head.get("claims")):
            yield from _unknown("section", claim.get("section"), self.sections)


def twice(name: str, line: int, place: Place) -> Problem:
    return Problem(
        code="ZQ105", place=place, message=f"The id “{name}” is taken since line {line}.",
        remedy="Give one of the two another id.",
    )  # fmt: skip


def _unknown(what: str, node: Node | None, known: frozenset[str]) -> Iterator[Problem]:
    if not known:
        return
    for each in node.values if isinstance(node, Items) else (node,):
        name = each.value.strip() if isinstance(each, Text) else ""
        if isinstance(each, Text) and name and name not in known:
            meant = suggestion(name, sorted(known))
            yield Problem(
                code="ZQ115", place=each.place, message=f"The bank has no {what} “{name}”.",
                remedy=f"Did you mean “{meant}”?" if meant else f"Add it to the {what}s, or correct it.",
                fixes=rewritten(each, meant, is_safe=is_slip(name, meant, known)),
            )  # fmt: skip


def _groups(node: Node | None) -> list[Group]:
    return [each for each in node.values if isinstance(each, Group)] if isinstance(node, Items) else []
