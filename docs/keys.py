"""Writes keys.md, the tables of all keys of a bank; with --check it only says whether it is up to date."""

import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import cast

from zhu_quiz.bank.head import ArticleSource, Claim, File, Objective, Section
from zhu_quiz.questions import Question
from zhu_quiz.questions.keys import Key, keys_of
from zhu_quiz.questions.match import Couple
from zhu_quiz.questions.matching import Likeness
from zhu_quiz.questions.options import Option
from zhu_quiz.questions.question import Image, Source
from zhu_quiz.questions.short import Reject

TARGET = Path(__file__).with_name("keys.md")
HEAD = """\
# All keys of a bank

In the order in which they usually stand. What each type is for, with an example: [for-teachers.md](for-teachers.md).
"""
COMMON = frozenset(each.name for each in keys_of(Question))
PARTS = {
    "An option, under `options`": Option,
    "A pair, under `pairs`": Couple,
    "A wrong answer, under `reject`": Reject,
    "`match` of a short answer": Likeness,
    "`source` of a question": Source,
    "`image`": Image,
    "A section": Section,
    "An objective": Objective,
    "A claim": Claim,
    "`source` of the bank": ArticleSource,
}


def keys() -> str:
    """A table for the bank, one for what all questions have, one for each type, one for each part."""
    tables = [
        ("The bank", _rows(File)),
        ("Every question", _rows(Question)),
        *((f"`type: {name}`", _rows(kind, without=COMMON)) for name, kind in Question.kinds.items()),
        *((title, _rows(part)) for title, part in PARTS.items()),
    ]
    parts = ["\n".join([f"## {title}\n", "| key | |", "|---|---|", *rows, ""]) for title, rows in tables]
    return "\n".join([HEAD, *parts])


def _rows(record: type, without: Collection[str] = ()) -> Iterator[str]:
    for each in keys_of(record):
        if each.name not in without:
            text = " ".join(
                filter(None, [each.help, _words(each), "**Needed.**" if each.is_required else ""])
            )
            yield f"| `{each.name}` | {text.replace('|', chr(92) + '|')} |"


def _words(each: Key) -> str:
    """The words that may stand there, where there are but a few."""
    allowed = each.shape.schema()
    words = list(dict.fromkeys(map(str, cast(list[object], allowed.get("enum", [])))))
    meanings = cast(list[str], allowed.get("enumDescriptions", [""] * len(words)))
    told = (
        f"`{word}`" + (f" ({meaning[0].lower()}{meaning[1:].rstrip('.')})" if meaning else "")
        for word, meaning in zip(words, meanings, strict=True)
    )
    return f"One of {', '.join(told)}." if words else ""


def main() -> int:
    if "--check" in sys.argv:
        return int(TARGET.read_text(encoding="utf-8") != keys())
    TARGET.write_text(keys(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
