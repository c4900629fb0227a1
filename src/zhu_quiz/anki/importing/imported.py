"""What came of a package: a bank that can still become plainer where it has to."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from ...bank.bank import Bank
from ...questions import Question
from .losses import Losses
from .pictures import PackedPictures


class Origin(NamedTuple):
    """The card of a package that a card of the bank was."""

    guid: str
    ord: int
    question: str
    side: str


@dataclass
class Made:
    """A question with what is left to try, should it not do."""

    question: Question
    plainer: tuple[Question, ...]


@dataclass
class Imported:
    bank: Bank
    pictures: PackedPictures
    losses: Losses
    origins: tuple[Origin, ...]
    _made: dict[str, Made] = field(default_factory=dict)

    @property
    def counts(self) -> Counter[str]:
        """Of the questions, by kind."""
        return Counter(question.kind for question in self.bank.questions.values())

    @property
    def cards(self) -> dict[str, dict[str, tuple[str, str]]]:
        """What became of each card: by the GUID of its note and its number, the question and its side."""
        found = defaultdict[str, dict[str, tuple[str, str]]](dict)
        for origin in self.origins:
            question = self.bank.questions.get(origin.question)
            if question and origin.side in question.sides:
                found[origin.guid][str(origin.ord)] = (origin.question, origin.side)
        return found

    @property
    def used_pictures(self) -> tuple[str, ...]:
        """What the pictures are called that questions have."""
        files = (each.image.file.rpartition("/")[2] for each in self.bank.questions.values() if each.image)
        return tuple(dict.fromkeys(files))

    def mend(self, ids: Collection[str]) -> None:
        """Makes plainer questions of those that cannot be asked, or leaves them out in the end."""
        for id in ids:
            made = self._made.pop(id, None)
            if made and made.plainer:
                self._made[id] = Made(made.plainer[0], made.plainer[1:])
            elif made:
                self.losses.add("questions that could not be written", id)
        self.bank = replace(
            self.bank,
            questions=MappingProxyType(
                {id: self._made[id].question for id in self.bank.questions if id in self._made}
            ),
        )
