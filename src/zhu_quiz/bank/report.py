"""A problem as a teacher sees it: where, what, the line itself, and what to write instead."""

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from textwrap import fill

from ..model.clean import clean
from ..model.problem import Problem
from .cache import read_bytes
from .parsing.text import NotRead, decoded

_WIDTH = 100
"""Cells of a line that are shown where nobody says how wide the terminal is."""


def read_source(path: Path) -> str:
    """The text of a bank as far as it can be shown. Raises `QuizError` where no file can be read."""
    try:
        return decoded(read_bytes(path))[0]
    except NotRead:
        return ""


def headline(problem: Problem, path: Path | None) -> str:
    """The line that programs read as well: `file:line:column: severity[CODE] (question): message`."""
    place = problem.place
    where = ":".join(str(part) for part in (path or "bank", place.line, place.column) if part)
    question = f" ({problem.question})" if problem.question else ""
    return one_line(f"{where}: {problem.severity}[{problem.code}]{question}: {problem.message}")


def report(problem: Problem, path: Path | None, text: str, width: int | None = None) -> str:
    """The problem with the line of `text` in which it stands; harmless for any terminal.

    `width` is that of the terminal. What may be copied, the remedy, is never folded."""
    lines = []
    source = _lines(text)
    if 0 < problem.place.line <= len(source):
        lines += _excerpt(source[problem.place.line - 1], problem, width)
    if problem.remedy:
        lines.append(f"  = help: {problem.remedy}")
    shown = (clean(line).replace("\n", "\n          ") for line in lines)
    return "\n".join([folded(headline(problem, path), width), *shown])


def folded(line: str, width: int | None) -> str:
    """In lines that a terminal of that width shows whole; as it is where there is none."""
    if width is None:
        return line
    return fill(line, width, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def one_line(text: str) -> str:
    """Harmless for a terminal, and for whatever takes a line for a record."""
    return " ".join(clean(text).split("\n"))


# A broken bank has as many problems as lines, and is shown with all of them.
@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _excerpt(line: str, problem: Problem, width: int | None) -> list[str]:
    place = problem.place
    gutter = " " * len(str(place.line))
    room = max(20, width - len(gutter) - 3) if width else _WIDTH
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    before, marked = clean(line[:start]), clean(line[start:end])
    shown = clean(line)
    if _cells(before) > room * 6 // 10:
        before = "…" + _end(before, room // 2)
        shown = before + clean(line[start:])
    caret = " " * _cells(before) + "^" * max(1, min(_cells(marked), room - _cells(before)))
    return [f"{gutter} |", f"{place.line} | {_beginning(shown, room)}", f"{gutter} | {caret}"]


def _beginning(text: str, cells: int) -> str:
    """As much as fits."""
    if _cells(text) <= cells:
        return text
    used = list(accumulate(map(_cell, text)))
    return text[: bisect_right(used, cells - 1)] + "…"


def _end(text: str, cells: int) -> str:
    used = list(accumulate(map(_cell, reversed(text))))
    return text[len(text) - bisect_right(used, cells) :]


def _cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(_cell(sign) for sign in text)


def _cell(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
