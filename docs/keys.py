"""Writes the tables of all keys into for-teachers.md; with --check it only says whether they are up to date."""

import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from zhu_quiz.bank.head import ArticleSource, Claim, File, Objective, Section
from zhu_quiz.questions import Question
from zhu_quiz.questions.keys import keys_of
from zhu_quiz.questions.match import Couple
from zhu_quiz.questions.options import Option
from zhu_quiz.questions.question import Image, Source
from zhu_quiz.questions.short import Reject

TARGET = Path(__file__).with_name("for-teachers.md")
BLOCK = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)
COMMON = frozenset(each.name for each in keys_of(Question))
PARTS = {
    "An option, under `options`": Option,
    "A pair, under `pairs`": Couple,
    "A wrong answer, under `reject`": Reject,
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
    return "\n".join(
        "\n".join([f"**{title}**\n", "| key | |", "|---|---|", *rows, ""]) for title, rows in tables
    )


def _rows(record: type, without: Collection[str] = ()) -> Iterator[str]:
    for each in keys_of(record):
        if each.name not in without:
            need = " **Needed.**" if each.is_required else ""
            text = each.help.replace("|", "\\|")
            yield f"| `{each.name}` | {text}{need} |"


def main() -> int:
    written = TARGET.read_text(encoding="utf-8")
    renewed = BLOCK.sub(lambda _: keys(), written)
    if "--check" in sys.argv:
        return int(renewed != written)
    TARGET.write_text(renewed, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
