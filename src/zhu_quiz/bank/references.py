"""What is named by an id must be there, and only once."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ..model.problem import Problem
from ..model.tree import NO_KEYS, Group, Items, Node, Place, Text
from ..questions import Question
from ..questions.foreign import ours, slug
from ..questions.keys import rewritten, suggestion
from .bank import Bank
from .head import Claim, Objective, Section

_LONG = 5
"""Letters of a name that is hardly mistaken for another."""
_MOST = 8
"""Ids that are all named where none is close."""


@dataclass(frozen=True, kw_only=True)
class References:
    """The ids of a bank's parts. Where it lists none of a sort, or an entry of a list has none, nothing is checked."""

    sections: frozenset[str] = frozenset()
    objectives: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)
    """From the titles of sections and objectives, as ids would be, to their ids."""
    perhaps: frozenset[str] = frozenset()
    """Words of lists with a mistake: one of them may be an id as well."""

    @classmethod
    def of(
        cls, bank: Bank, head: Group = NO_KEYS, damaged: Collection[str] = (), unread: Collection[str] = ()
    ) -> "References":
        """`damaged` are the names of lists in `head` with a mistake; of the `unread` some is not even in the tree."""
        lists: dict[str, tuple[Section | Objective | Claim, ...]] = {
            "sections": bank.sections, "objectives": bank.objectives, "claims": bank.claims,
        }  # fmt: skip
        ids = {
            name: _written_ids(head.get(name)) if name in damaged else frozenset(each.id for each in parts)
            for name, parts in lists.items()
            if name not in unread
        }
        titles = {slug(each.title): each.id for each in bank.objectives}
        titles |= {slug(each.title): each.id for each in bank.sections}
        words = (word for name in damaged if name in lists for word in _words(head.get(name)))
        return cls(**ids, titles=titles, perhaps=frozenset(words))

    def of_question(self, entry: Group, question: Question | None) -> Iterator[Problem]:
        """Of an entry, and of the question where one could be made of it."""
        if question and self._has_all_of(question):
            return
        source = entry.get("source")
        section = source.get("section") if isinstance(source, Group) else None
        yield from self._unknown("section", section, self.sections, self.titles)
        yield from self._unknown("objective", entry.get("objective"), self.objectives, self.titles)
        yield from self._unknown("claim", entry.get("claims"), self.claims, {})

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
            yield from self._unknown("section", claim.get("section"), self.sections, self.titles)

    def _unknown(
        self, what: str, node: Node | None, known: frozenset[str], titles: Mapping[str, str]
    ) -> Iterator[Problem]:
        if not known:
            return
        for each in node.values if isinstance(node, Items) else (node,):
            name = each.value.strip() if isinstance(each, Text) else ""
            if isinstance(each, Text) and name and name not in known | self.perhaps:
                called = titles.get(slug(name), slug(name))
                meant = called if called in known else _near(name, known)
                is_safe = meant == called or _is_mistyped(name, meant)
                yield Problem(
                    code="ZQ115", place=each.place, message=f"The bank has no {what} “{name}”.",
                    remedy=f"Did you mean `{meant}`?" if meant else _all(what, sorted(known)),
                    fixes=rewritten(each, meant, is_safe=is_safe),
                )  # fmt: skip


def twice(name: str, line: int, place: Place) -> Problem:
    return Problem(
        code="ZQ105", place=place, message=f"The id “{name}” is taken since line {line}.",
        remedy="Give one of the two another id.",
    )  # fmt: skip


def _written_ids(node: Node | None) -> frozenset[str]:
    """Those of a list as they stand; none where an entry has none, since nobody knows what it will be called."""
    if not isinstance(node, Items):
        return frozenset()
    ids = [
        {value.value.strip() for key, value in each if ours(key.value) == "id" and isinstance(value, Text)}
        if isinstance(each, Group)
        else set[str]()
        for each in node.values
    ]
    return frozenset[str]().union(*ids) if all(ids) else frozenset()


def _words(node: Node | None) -> Iterator[str]:
    if isinstance(node, Text):
        yield from re.findall(r"[\w-]+", node.value)
    elif isinstance(node, Items):
        for each in node.values:
            yield from _words(each)
    elif node:
        for pair in node:
            for each in pair:
                yield from _words(each)


def _is_mistyped(name: str, meant: str) -> bool:
    """Whether two neighbours changed places in a long name, or one letter stands doubled or should."""
    if len(meant) < _LONG:
        return False
    if len(name) == len(meant):
        return any(
            name[:at] + name[at + 1] + name[at] + name[at + 2 :] == meant for at in range(len(name) - 1)
        )
    shorter, longer = sorted((name, meant), key=len)
    doubled = (at for at in range(1, len(longer)) if longer[at] == longer[at - 1])
    return any(longer[:at] + longer[at + 1 :] == shorter for at in doubled)


def _near(name: str, known: frozenset[str]) -> str:
    """The id that was probably meant; another number is another id, and no misspelling of this one."""
    alike = [each for each in sorted(known) if _numbers(each) == _numbers(name)]
    short = slug(name)
    longer = [each for each in alike if min(len(each), len(short)) > 2 and _begins(each, short)]
    return longer[0] if len(longer) == 1 else suggestion(name, alike)


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _numbers(name: str) -> list[int]:
    return [int(each) for each in re.findall("[0-9]{1,9}", name)]


def _all(what: str, ids: list[str]) -> str:
    """The ids that there are; of many, the first and the last."""
    some = ids if len(ids) <= _MOST else [*ids[:3], "…", ids[-1]]
    named = ", ".join(each if each == "…" else f"`{each}`" for each in some)
    return f"Write one of {named}, or add it to the {what}s."


def _groups(node: Node | None) -> list[Group]:
    return [each for each in node.values if isinstance(each, Group)] if isinstance(node, Items) else []
