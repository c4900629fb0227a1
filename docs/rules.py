"""Writes docs/rules.md, a page on each code; with --check it only says whether it is up to date."""

import sys
from itertools import groupby
from pathlib import Path

from zhu_quiz.teach.rule import Page
from zhu_quiz.teach.telling.explaining import as_markdown
from zhu_quiz.teach.telling.pages import pages

TARGET = Path(__file__).with_name("rules.md")
HEAD = """\
# What `zhu-quiz check` finds

The same is in the terminal: `zhu-quiz explain ZQ004`. An **error** keeps a question from being asked, a **warning** is
something that can mislead or teaches badly, an **info** is a matter of style.
"""
GROUPS = {
    "0": "The file and its text",
    "1": "Keys and answers",
    "2": "How a question is put",
    "3": "The bank as a whole",
    "4": "Explanations and sources",
}


def rules() -> str:
    """All pages, below a table of them."""
    parts = [HEAD]
    groups = [
        (GROUPS[key], list(found)) for key, found in groupby(pages().values(), lambda page: page.code[2])
    ]
    for title, found in groups:
        rows = (
            f"| [{page.code}](#{page.code.lower()}) | {page.severity} | {_cell(page)} |" for page in found
        )
        parts.append("\n".join([f"**{title}**\n", "| code | | |", "|---|---|---|", *rows, ""]))
    for title, found in groups:
        parts += [f"## {title}\n", *(f"### {page.code}\n\n{as_markdown(page)}\n" for page in found)]
    return "\n".join(parts)


def _cell(page: Page) -> str:
    return page.title.replace("|", "\\|")


def main() -> int:
    if "--check" in sys.argv:
        return int(TARGET.read_text(encoding="utf-8") != rules())
    TARGET.write_text(rules(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
