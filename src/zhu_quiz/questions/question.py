"""A question of any kind. A kind is one file: its keys, how it asks, how it marks, its faces on paper."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from json import dumps
from typing import Any, ClassVar, Self

from ..model.mark import Mark, Response, Unclear
from ..model.memory import Card
from ..model.note import Note
from ..model.problem import Problem, Severity
from ..model.prompt import Prompt
from ..model.tree import Group, Plain
from .keys import count, key, list_of, matching, one_of, read_keys, record, text, texts, write_keys
from .kinds import Kinds

identifier = matching(
    r"(?=.{1,40}\Z)[a-z][a-z0-9]*(-[a-z0-9]+)*",
    "ZQ106",
    "usable as an id",
    "Use small letters, figures and single hyphens, 40 at most, beginning with a letter: `move-year`.",
)
tag = matching(r"[a-z0-9]+(-[a-z0-9]+)*", "ZQ103", "a tag", "Use small letters, figures and hyphens.")


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where in the article it stands."""

    section: str = key(text, "Id of the section of the article.", default="")
    paragraph: str = key(text, "Which paragraph of the section.", default="")
    evidence: str = key(text, "A phrase of 2 to 8 words found in the article, or `sha:N:HEX`.", default="")

    @property
    def quotation(self) -> str:
        """The evidence in quotes; a hash has no words to show."""
        return f"“{self.evidence}”" if self.evidence and not self.evidence.startswith("sha:") else ""


@dataclass(frozen=True, kw_only=True)
class Image:
    file: str = key(text, "Path of the picture, relative to the bank.")
    alt: str = key(text, "What the picture shows, for those who cannot see it.", default="")
    credit: str = key(text, "Who made it.", default="")


@dataclass(frozen=True, kw_only=True)
class Question:
    """What all kinds have in common. Subclasses register by `class Choice(Question, kind="choice")`."""

    kinds: ClassVar[Kinds] = Kinds()
    kind: ClassVar[str] = ""
    example: ClassVar[str] = ""
    """A complete entry of a bank, as a teacher would write it."""

    id: str = key(identifier, "The question's frozen name: learners' history hangs on it.")
    type: str = key(text, "The kind of question.")
    stance: str = key(
        one_of("fact", "claim", "opinion"), "Whether it is checkable, asserted or valued.", default="fact"
    )
    by: str = key(text, "Who asserts or values it, where the stance is not `fact`.", default="")

    explain: str = key(text, "Shown after every answer, right or wrong.", default="", trailing=True)
    hint: tuple[str, ...] = key(
        texts, "A help on request; it costs the grade Good, not the answer.", default=(), trailing=True
    )
    objective: tuple[str, ...] = key(texts, "Ids of the objectives it serves.", default=(), trailing=True)
    bloom: str = key(
        one_of("remember", "understand", "apply", "analyze", "evaluate", "create"),
        "Level in Bloom's taxonomy.", default="", trailing=True,
    )  # fmt: skip
    difficulty: str = key(
        one_of("easy", "medium", "hard"), "The teacher's guess of how hard it is.", default="", trailing=True
    )
    tags: tuple[str, ...] = key(list_of(tag), "Tags, also in Anki.", default=(), trailing=True)
    claims: tuple[str, ...] = key(texts, "Ids of the claims it tests.", default=(), trailing=True)
    source: Source = key(
        record(Source), "Where in the article it stands.", default=Source(), trailing=True
    )  # a field
    image: Image | None = key(record(Image), "A picture.", default=None, trailing=True)  # a field
    status: str = key(
        one_of("draft", "ready", "retired"),
        "Only `ready` questions are asked.",
        default="ready",
        trailing=True,
    )
    was: tuple[str, ...] = key(
        list_of(identifier), "Earlier ids; their history moves here.", default=(), trailing=True
    )
    revision: int = key(
        count,
        "Raise it when the meaning changed: learners meet the question as new.",
        default=1,
        trailing=True,
    )
    allow: tuple[str, ...] = key(texts, "Codes of rules that do not apply here.", default=(), trailing=True)
    author_note: str = key(text, "For authors only; never shown.", default="", name="note", trailing=True)
    lang: str = key(text, "Language of the question, where it is not the bank's.", default="", trailing=True)
    bank_lang: str = "en"

    def __init_subclass__(cls, *, kind: str = "", **rest: Any) -> None:
        super().__init_subclass__(**rest)
        if kind:
            cls.kind = kind
            Question.kinds[kind] = cls

    # What a kind says

    def complaints(self, group: Group) -> Iterator[Problem]:
        """What is wrong with it although each key is readable; errors keep it from being asked."""
        yield from ()

    def prompt(self, seed: int) -> Prompt:
        """How to ask it; the same seed shuffles the same way."""
        raise NotImplementedError

    def mark(self, response: Response | None) -> Mark | Unclear:
        """The worth of a response to any of its prompts; None, giving up, is worth 0."""
        raise NotImplementedError

    @property
    def solution(self) -> Response:
        """A response that earns full marks, as it is shown to the learner."""
        raise NotImplementedError

    def note(self) -> Note:
        """Its faces as plain text."""
        raise NotImplementedError

    @property
    def answer_key(self) -> Response:
        """The right answer, freed of what may change without changing it."""
        return self.solution

    def seen_from(self, side: str) -> Self:
        """The question as the card of that side asks it."""
        return self

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that are scheduled, each as a card of its own."""
        return ("",)

    # What follows for all

    @classmethod
    def parse(cls, group: Group, bank_lang: str = "en") -> tuple["Question | None", tuple[Problem, ...]]:
        """The question that an entry of a bank describes, if it can be asked, and all that is wrong."""
        kind = cls.kinds[group.text("type")]
        values, problems = read_keys(kind, group)
        question: Question | None = None
        if not problems:
            question = kind(**values, bank_lang=bank_lang)
            problems = list(question.complaints(group))
            if any(problem.severity is Severity.ERROR for problem in problems):
                question = None
        return question, tuple(replace(problem, question=group.text("id")) for problem in problems)

    def plain(self) -> dict[str, Plain]:
        """The inverse of `parse`: an entry of a bank, defaults left out."""
        return write_keys(self)

    @property
    def language(self) -> str:
        return self.lang or self.bank_lang

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(Card(self.id, side) for side in self.sides)

    @property
    def key_hash(self) -> str:
        """Names the right answer: it changes when and only when that does."""
        return sha256(dumps(self.answer_key).encode()).hexdigest()[:12]

    def wrong(self, remark: str = "") -> Mark:
        """No marks."""
        return Mark(fraction=0, expected=self.solution, remark=remark)


def shuffled(values: tuple[str, ...], seed: int) -> tuple[str, ...]:
    """A permutation that the seed decides."""
    return tuple(random.Random(seed).sample(values, len(values)))
