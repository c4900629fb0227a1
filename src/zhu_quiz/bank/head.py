"""What a bank says of itself before its questions: its keys, declared like those of a question."""

import re
from dataclasses import dataclass
from typing import cast

from ..model.tree import Node, Plain, Text
from ..questions import schemas
from ..questions.keys import Shape, key, rewritten
from ..questions.question import identifier, language, stance
from ..questions.shapes import list_of, record, refuse, text, texts

FORMAT = "zhu-quiz/1"
_VERSION = re.compile(r"zhu-quiz/(\d{1,9})(?:\.\d{1,9})?")


def is_too_new(format_name: str) -> bool:
    """Whether a bank is in a format that is newer than this program."""
    version = _VERSION.fullmatch(format_name)
    return version is not None and int(version[1]) > 1


def _read_format(node: Node) -> str:
    word: str = text.read(node)
    if is_too_new(word):
        raise refuse(
            node,
            "ZQ103",
            f"The format “{word}” of this bank is newer than this program.",
            "Please upgrade zhu-quiz.",
        )
    if not _VERSION.fullmatch(word):
        fixes = rewritten(node, FORMAT, is_safe=False)
        raise refuse(
            node, "ZQ103", f"“{word}” is not the format of a bank.", f"Write  format: {FORMAT}", fixes
        )
    return word


format_name = Shape(
    _read_format,
    lambda value: cast(Plain, value),
    lambda: schemas.whole(r"zhu-quiz/0{0,8}[01](\.[0-9]{1,9})?", f"Write  format: {FORMAT}", ("string",)),
)


@dataclass(frozen=True, kw_only=True)
class ArticleSource:
    """The article that the questions are about."""

    title: str = key(text, "Title of the article.", default="")
    publisher: str = key(text, "Who published it.", default="")
    author: str = key(text, "Who wrote it.", default="")
    published: str = key(text, "When it was published, such as `2025-09-16`.", default="")
    url: str = key(text, "Where it can be read.", default="")
    sha256: str = key(
        text,
        "Checksum of its text; it tells whether the evidence is looked up in the same version.",
        default="",
    )


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the article."""

    id: str = key(identifier, "Name by which questions refer to it.")
    title: str = key(text, "Its title.")
    about: str = key(text, "A short introduction for someone who has not read it.", default="")


@dataclass(frozen=True, kw_only=True)
class Objective:
    """What learners should be able to do."""

    id: str = key(identifier, "Name by which questions refer to it.")
    title: str = key(text, "The objective, in a sentence.")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Something that the article says, in own words."""

    id: str = key(identifier, "Name by which questions refer to it.")
    section: str = key(text, "Id of the section in which it stands.", default="")
    stance: str = key(stance, "Whether it is a fact, or what somebody claims or values.", default="fact")
    by: str = key(text, "Who claims or values it, such as `article`.", default="")
    text: str = key(text, "The claim, in own words.")


_claims = list_of(record(Claim))
claims = Shape(
    lambda node: text.read(node) if isinstance(node, Text) else _claims.read(node),
    lambda value: cast(Plain, value) if isinstance(value, str) else _claims.plain(value),
    lambda: {
        **_claims.schema(),
        "type": ["array", "object", "string", "number", "boolean"],
        "pattern": r"\S",
    },
)


@dataclass(frozen=True, kw_only=True)
class Head:
    """What a bank has besides claims and questions."""

    id: str = key(
        identifier, "The bank's name for the program; never change it, learners' history hangs on it."
    )
    title: str = key(text, "Name of the bank, and of the deck in Anki.")
    lang: str = key(language, "Language of its texts, such as `en`.", default="en")
    about: str = key(text, "A few sentences on the bank, shown on the start page.", default="")
    license: str = key(text, "Under which terms it may be shared.", default="")
    authors: tuple[str, ...] = key(texts, "Who wrote the questions.", default=())
    source: ArticleSource = key(
        record(ArticleSource), "The article that the questions are about.", default=ArticleSource()
    )
    sections: tuple[Section, ...] = key(
        list_of(record(Section)), "The parts of the article, each with `id:` and `title:`.", default=()
    )
    objectives: tuple[Objective, ...] = key(
        list_of(record(Objective)),
        "What learners should be able to do, each with `id:` and `title:`.",
        default=(),
    )


@dataclass(frozen=True, kw_only=True)
class File(Head):
    """All keys at the left edge of a bank."""

    format: str = key(format_name, f"The format of the file: `{FORMAT}`.", limits={"default": FORMAT})
    claims: tuple[Claim, ...] | str = key(
        claims,
        "What the article says, point by point in own words, or the name of a file that tells.",
        default=(),
    )
    questions: Node = key(
        Shape(lambda node: node, lambda _: [], dict), "The questions, each beginning with `- id: …`."
    )
