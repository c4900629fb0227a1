"""Names that a bank may use, to tell what was meant where they are misspelt or misplaced."""

from functools import cache

from ..questions import Question
from ..questions.keys import FOREIGN_NAMES, keys_of, suggestion
from .head import File

_KINDS_ELSEWHERE = {
    "choice": "mcq multiple-choice single-choice single radio one select",
    "multi": "multiple-select multiple-response multiple-answer multiple mrq checkbox select-all many",
    "true-false": "truefalse tf boolean bool yes-no",
    "short": "text open type-in typed string short-answer shortanswer input",
    "number": "numeric numerical integer calculated",
    "cloze": "fill-in fill-in-the-blank fill-in-blank fitb fill gap gapfill gap-fill blank blanks",
    "order": "ordering sort sorting sequence ranking",
    "match": "matching pairs pairing associate",
    "card": "flashcard flash-card basic term definition",
}
"""What other tools call our kinds of question; recognised only to suggest ours."""


def kind_meant(word: str) -> str:
    """The kind of question that `word` was probably meant to be; empty where none is close."""
    spelt = "-".join(word.lower().replace("_", " ").replace("-", " ").split())
    foreign = next((kind for kind, names in _KINDS_ELSEWHERE.items() if spelt in names.split()), "")
    return foreign or suggestion(spelt, Question.kinds)


_PARTS = (
    "right", "wrong", "why", "pin", "item", "match", "text", "section", "paragraph", "evidence",
    "file", "alt", "credit", "publisher", "author", "published", "url",
)  # fmt: skip
"""Keys of options, pairs, sources, pictures and the article."""


@cache
def top_names() -> frozenset[str]:
    """Keys at the left edge of a bank."""
    return frozenset(key.name for key in keys_of(File))


@cache
def known_names() -> frozenset[str]:
    """All keys, and what other tools call them."""
    of_questions = {key.name for kind in Question.kinds.values() for key in keys_of(kind)}
    return top_names() | of_questions | {*_PARTS, *FOREIGN_NAMES}
