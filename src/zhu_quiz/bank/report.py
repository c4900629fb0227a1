"""A problem as a teacher sees it: where, what, the line itself, and what to write instead."""

import unicodedata
from pathlib import Path

from ..model.clean import clean
from ..model.problem import Problem
from .cache import read_bytes
from .text import NotRead, decoded

_WIDTH = 100
"""Cells of a line that are shown."""
_BEFORE_CARET = 60


def read_source(path: Path) -> str:
    """The text of a bank as far as it can be shown. Raises `QuizError` where no file can be read."""
    try:
        return decoded(read_bytes(path))[0]
    except NotRead:
        return ""


def report(problem: Problem, path: Path | None, text: str) -> str:
    """The problem with the line of `text` in which it stands; harmless for any terminal."""
    place = problem.place
    where = ":".join(str(part) for part in (path or "bank", place.line, place.column) if part)
    question = f" ({problem.question})" if problem.question else ""
    lines = [f"{where}: {problem.severity}[{problem.code}]{question}: {problem.message}"]
    source = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if 0 < place.line <= len(source):
        lines += _excerpt(source[place.line - 1], problem)
    if problem.remedy:
        lines.append(f"  = help: {problem.remedy}")
    return "\n".join(clean(line).replace("\n", "\n          ") for line in lines)


def _excerpt(line: str, problem: Problem) -> list[str]:
    place = problem.place
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    before, marked = clean(line[:start]), clean(line[start:end])
    shown = clean(line)
    if len(before) > _BEFORE_CARET:
        before = "…" + before[-_BEFORE_CARET:]
        shown = before + clean(line[start:])
    gutter = " " * len(str(place.line))
    caret = " " * _cells(before) + "^" * max(1, min(_cells(marked), _WIDTH - _cells(before)))
    return [f"{gutter} |", f"{place.line} | {clean(shown, _WIDTH)}", f"{gutter} | {caret}"]


def _cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(_cell(sign) for sign in text)


def _cell(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
