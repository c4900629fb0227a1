"""All that a rule may look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..bank import Bank
from ..model.tree import NO_KEYS, Group, Items, Node, Text
from ..questions import Question
from .article.article import Article
from .lock import Lock
from .words import Words, words_of

_NO_WORDS = Words()

_UNSEEN = frozenset(
    "id type stance by objective bloom difficulty tags claims source status was revision allow note lang "
    "shuffle score pin reverse within".split()
)
"""Keys whose texts no learner reads."""


@dataclass(frozen=True, kw_only=True)
class Material:
    """A bank, and what it is held against."""

    bank: Bank
    text: str = ""
    """The file, with line feeds as the only line ends."""
    head: Group = NO_KEYS
    entries: Mapping[str, Group] = field(default_factory=lambda: MappingProxyType({}))
    """The questions as they stand in the file, by id."""
    article: Article | None = None
    lock: Lock | None = None
    """What was published last."""

    @property
    def subjects(self) -> Iterator["Subject"]:
        """The questions that are not retired."""
        for name, question in self.bank.questions.items():
            if question.status != "retired":
                yield Subject(question=question, entry=self.entries[name], material=self)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A question, and where each of its parts stands."""

    question: Question
    entry: Group
    material: Material

    @property
    def words(self) -> Words:
        """Of the question's own language; empty lists where nobody has listed them yet."""
        return words_of(self.question.language) or _NO_WORDS

    @property
    def texts(self) -> Iterator[tuple[str, Text]]:
        """Each text that a learner reads, with the key that it stands under (`right`, `why`, `ask`, …)."""
        yield from _texts("", self.entry)

    def node(self, *path: str | int) -> Node:
        """What stands at a path such as `"options", 2, "right"`; the id, if there is nothing."""
        node: Node | None = self.entry
        for step in path:
            if isinstance(node, Group) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, Items) and isinstance(step, int) and step < len(node.values):
                node = node.values[step]
            elif not (step == 0 and isinstance(node, Text)):  # One text alone stands for a list of one.
                node = None
        return node or self.entry.get("id") or self.entry


def _texts(name: str, node: Node) -> Iterator[tuple[str, Text]]:
    match node:
        case Text():
            yield name, node
        case Items(values):
            for value in values:
                yield from _texts(name, value)
        case Group():
            for key, value in node:
                if key.value not in _UNSEEN:
                    yield from _texts(key.value, value)
