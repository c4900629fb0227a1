"""What a question asks and what it offers, whatever its kind calls it."""

import re
from collections.abc import Iterator

from ..model.tree import Node, Text
from ..questions import Question
from ..questions.choice import Choice
from ..questions.multi import Multi
from ..questions.options import Option
from .material import Subject
from .words.prose import prose, words_in

_STEMS = ("ask", "text", "front")
_SIGNS = re.compile(r"[{}\[\]<>=$\\_|^~]|;\s*\Z|::|->|\w\(|\(\)|&&|(?:^|\s)--\w|^[-./]\w|\w/\w+/")
_LONGEST_QUOTED = 50


def stem(subject: Subject) -> Text:
    """The text that asks."""
    texts = (subject.entry.get(name) for name in _STEMS)
    return next((text for text in texts if isinstance(text, Text)), Text(""))


def options_of(question: Question) -> tuple[Option, ...]:
    return question.options if isinstance(question, Choice | Multi) else ()


def wrong_ones(question: Question) -> tuple[Option, ...]:
    return tuple(option for option in options_of(question) if not option.is_right)


def placed_options(subject: Subject) -> Iterator[tuple[Option, Node]]:
    """Each option with the text in the file."""
    for index, option in enumerate(options_of(subject.question)):
        yield option, subject.node("options", index, "right" if option.is_right else "wrong")


def is_code(text: str) -> bool:
    """Whether a text looks like code, although nobody marked it so."""
    return bool(_SIGNS.search(text)) or not words_in(prose(text))


def stands_in(phrase: list[str], words: list[str]) -> bool:
    """Whether those words stand side by side among the others."""
    return f" {' '.join(phrase)} " in f" {' '.join(words)} "


def quoted(text: str) -> str:
    """A text in quotation marks, the middle of a long one left out."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST_QUOTED:
        plain = f"{plain[: _LONGEST_QUOTED - 10].rstrip()} … {plain[-8:].lstrip()}"
    return f"“{plain}”"
