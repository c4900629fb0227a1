"""The decks of a package as the title and the sections of a bank."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ...bank.head import Section
from ...model.clean import clean
from ..reading.values import Deck
from .markdown import markdown
from .names import LONGEST_ID, readable

_BETWEEN = " › "
"""Of the levels of a deck, in the title of a section."""


@dataclass
class Sections:
    """The sections that questions were put in so far."""

    root: tuple[str, ...]
    """The deck that the bank stands for, level by level; none where there are several beside each other."""
    about: Mapping[tuple[str, ...], str]
    """The descriptions of decks."""
    _found: dict[str, Section] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)
    _numbers: Counter[str] = field(default_factory=Counter)
    """How often a name was taken already."""

    @classmethod
    def of(cls, decks: Iterable[Deck], used: Iterable[tuple[str, ...]], picked: str = "") -> "Sections":
        """`used`: the decks of the questions, level by level."""
        homes = list(used)
        root = min(homes, default=())[: len(levels_of(picked))] if picked else _common(homes)
        return cls(root, {levels_of(deck.name): markdown(deck.description) for deck in decks})

    def named(self, id: str, title: str) -> str:
        """The id of a section that a note of ours tells itself."""
        if id not in self._ids:
            self._add(
                title or id, Section(id=id, title=title or id, about=self.about.get((*self.root, title), ""))
            )
        return id

    def of_deck(self, deck: Deck | None) -> str:
        """The id of the section of a deck; none for that which the bank stands for."""
        levels = levels_of(deck.name) if deck else ()
        inner = levels[len(self.root) :]
        if not inner or levels[: len(self.root)] != self.root:
            return ""
        title = _BETWEEN.join(inner)
        if title not in self._found:
            self._add(title, Section(id=self._free(title), title=title, about=self.about.get(levels, "")))
        return self._found[title].id

    @property
    def all(self) -> tuple[Section, ...]:
        return tuple(self._found.values())

    def _add(self, title: str, section: Section) -> None:
        self._ids.add(section.id)
        self._found[title if title not in self._found else f"{title} ({section.id})"] = section

    def _free(self, title: str) -> str:
        name = free = readable(title, LONGEST_ID - 6) or "section"
        while free in self._ids:
            self._numbers[name] += 1
            free = f"{name}-{self._numbers[name] + 1}"
        return free


def levels_of(name: str) -> tuple[str, ...]:
    parts = (" ".join(clean(part).split()) for part in name.split("::"))
    return tuple(part or "…" for part in parts)


def is_within(name: str, picked: str) -> bool:
    """Whether a deck is the one picked, or below it; capitals do not matter."""
    inner, outer = levels_of(name.casefold()), levels_of(picked.casefold())
    return inner[: len(outer)] == outer


def _common(levels: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The levels with which all begin."""
    all_levels = list(levels)
    first = min(all_levels, default=())
    last = max(all_levels, default=())
    length = next(
        (place for place, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), None
    )
    return first[:length] if length is not None else first[: min(len(first), len(last))]
