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
from .foreign import language_meant, slug
from .keys import key, keys_of, read_keys, write_keys
from .kinds import Kinds
from .shapes import count, list_of, matching, one_of, record, text, texts

identifier = matching(
    r"(?!\S{41})[a-z][a-z0-9]*(-[a-z0-9]+)*",
    "ZQ106",
    "usable as an id",
    "Use small letters, figures and single hyphens, 40 at most, beginning with a letter: `move-year`.",
    lambda text: slug(text) if slug(text)[:1].isalpha() else f"q-{slug(text)}",
)
tag = matching(
    r"[a-z0-9]+(-[a-z0-9]+)*",
    "ZQ103",
    "a tag",
    "Use small letters, figures and hyphens.",
    lambda text: slug(text),
)
reference = matching(
    r"[^\s,;]+", "ZQ103", "one id", "Put several in brackets with commas between them, as in `[one, two]`."
)
language = matching(
    "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", "ZQ103", "the tag of a language", "Such tags are `en`, `de` or `zh-Hant`.",
    lambda word: language_meant(word),
)  # fmt: skip
stance = one_of(
    "fact", "claim", "opinion", told=("It can be checked.", "Somebody says so.", "Somebody values it so.")
)
_BLOOM = (
    "Recall it.", "Tell what it means.", "Use it in a new case.", "Take it apart: reasons, relations.",
    "Judge it, with reasons.", "Make something new of it.",
)  # fmt: skip
_STATUS = ("Not finished, so not asked.", "Asked.", "No longer asked; what learners did is kept.")


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where in the article it stands."""

    section: str = key(text, "Id of the section, as the bank lists them.", default="")
    paragraph: str = key(text, "Which paragraph of the section, such as `2`.", default="")
    evidence: str = key(
        text, "A phrase of 2 to 8 words that stands in the article word for word.", default=""
    )

    @property
    def quotation(self) -> str:
        """The evidence in quotes; a hash has no words to show."""
        return f"“{self.evidence}”" if self.evidence and not self.evidence.startswith("sha:") else ""


@dataclass(frozen=True, kw_only=True)
class Image:
    file: str = key(text, "Where the picture is, seen from the folder of the bank.")
    alt: str = key(text, "What the picture shows, for those who cannot see it.", default="")
    credit: str = key(text, "Who made the picture, and its licence.", default="")


@dataclass(frozen=True, kw_only=True)
class Question:
    """What all kinds have in common. Subclasses register by `class Choice(Question, kind="choice")`."""

    kinds: ClassVar[Kinds] = Kinds()
    kind: ClassVar[str] = ""
    example: ClassVar[str] = ""
    """A complete entry of a bank, as a teacher would write it."""

    id: str = key(
        identifier,
        "The question's name, such as `move-year`; never change it, learners' history hangs on it.",
    )
    type: str = key(text, "The kind of question; the other keys depend on it.")
    stance: str = key(
        stance, "Whether the answer is a fact, or something that somebody claims or values.", default="fact"
    )
    by: str = key(
        text, "Who claims or values it, such as `article`, `Zhu` or `peers`; a fact needs nobody.", default=""
    )

    explain: str = key(
        text,
        "What everybody reads after answering, right or wrong; never call an option by its place.",
        default="",
        trailing=True,
    )
    hint: tuple[str, ...] = key(
        texts,
        "A help for those who ask for it, or a list of them; it costs the grade Good, not the answer.",
        default=(),
        trailing=True,
    )
    objective: tuple[str, ...] = key(
        list_of(reference),
        "What it teaches: the id of one of the bank's objectives, or a list of them.",
        default=(),
        trailing=True,
    )
    bloom: str = key(
        one_of("remember", "understand", "apply", "analyze", "evaluate", "create", told=_BLOOM),
        "What it takes to answer, in the words of Bloom's taxonomy.", default="", trailing=True,
    )  # fmt: skip
    difficulty: str = key(
        one_of("easy", "medium", "hard"),
        "How hard you take it to be; what is measured later does not change it.",
        default="",
        trailing=True,
    )
    tags: tuple[str, ...] = key(
        list_of(tag),
        "Words to find it by, such as `[career, dates]`; they become tags in Anki.",
        default=(),
        trailing=True,
    )
    claims: tuple[str, ...] = key(
        list_of(reference),
        "Which of the bank's claims it tests, such as `[c13, c15]`.",
        default=(),
        trailing=True,
    )
    source: Source = key(
        record(Source),
        "Where in the article it stands, such as `{section: career, evidence: professor at UCLA}`.",
        default=Source(),
        trailing=True,
    )  # a field
    image: Image | None = key(
        record(Image), "A picture that belongs to the question.", default=None, trailing=True
    )  # a field
    status: str = key(
        one_of("draft", "ready", "retired", told=_STATUS),
        "Whether it is asked: only questions that are `ready` are.",
        default="ready",
        trailing=True,
    )
    was: tuple[str, ...] = key(
        list_of(identifier),
        "Ids that it had earlier; what was learned under them counts on.",
        default=(),
        trailing=True,
    )
    revision: int = key(
        count,
        "Raise it by one when the meaning changed: learners then meet the question as new.",
        default=1,
        trailing=True,
    )
    allow: tuple[str, ...] = key(
        texts,
        "Codes of rules that do not hold here, such as `[ZQ206]`; add the reason as a comment.",
        default=(),
        trailing=True,
    )
    author_note: str = key(
        text,
        "For authors only: it is never shown and never exported.",
        default="",
        name="note",
        trailing=True,
    )
    lang: str = key(
        language,
        "Language of this question, such as `de`, where it is not that of the bank.",
        default="",
        trailing=True,
    )
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
    def said_of_answers(self) -> Iterator[tuple[str, str]]:
        """Which answers, and what is said of them: what else is right, and why one is wrong."""
        yield from ()

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
        whole = values if not problems else _completed(kind, values)
        if whole:
            question = kind(**whole, bank_lang=bank_lang)
            problems += question.complaints(group)
            problems += _of_image(question.image, group) if question.image else ()
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


def _of_image(image: Image, group: Group) -> Iterator[Problem]:
    """A picture without words for those who cannot see it."""
    if not image.alt:
        yield Problem(
            code="ZQ114", place=(group.get("image") or group).place, severity=Severity.WARNING,
            message="Nothing tells what the picture shows to those who cannot see it.",
            remedy="Add a line `alt: …` to the picture; it must not give the answer away.",
        )  # fmt: skip


def _completed(kind: type, values: dict[str, Any]) -> dict[str, Any]:
    """So much of a question as its kind can look at, with something for what does not matter to it."""
    there = {"id": "x", "ask": "…", **{name: value for name, value in values.items() if value is not None}}
    declared = keys_of(kind)
    is_whole = all(each.field in there for each in declared if each.is_required)
    return {each.field: there[each.field] for each in declared if each.field in there} if is_whole else {}


def shuffled(values: tuple[str, ...], seed: int) -> tuple[str, ...]:
    """A permutation that the seed decides."""
    return tuple(random.Random(seed).sample(values, len(values)))
