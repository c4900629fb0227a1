"""A bank cut into its questions, so that what cannot be read in one leaves the others alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lines import indentation, is_content, taken_apart
from .names import top_names

_QUESTIONS = re.compile(r"questions *:\s*(?:#.*)?")
_ENTRY = re.compile(r" *- +(?:id|type) *:")
_ID = re.compile(r"(?:\s|- )*id *: *[\"']?([a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Pieces:
    """Lines are counted from 0."""

    head: tuple[str, ...]
    """All lines, those of questions empty."""
    entries: tuple[range, ...]
    indentation: int
    """Of most questions, in spaces."""


def pieces(lines: Sequence[str]) -> Pieces:
    """The lines of the questions, each from its dash on."""
    opening = next((index for index, line in enumerate(lines) if _QUESTIONS.fullmatch(line)), len(lines))
    first = next((index for index in range(opening + 1, len(lines)) if is_content(lines[index])), len(lines))
    if first == len(lines) or not f"{lines[first]} ".lstrip().startswith("- "):
        return Pieces(head=tuple(lines), entries=(), indentation=0)
    level = indentation(lines[first])
    end = next((index for index in range(first, len(lines)) if _is_top(lines[index])), len(lines))
    starts = [index for index in range(first, end) if _begins_entry(lines[index], level)]
    return Pieces(
        head=tuple("" if first <= index < end else line for index, line in enumerate(lines)),
        entries=tuple(range(start, stop) for start, stop in pairwise([*starts, end])),
        indentation=level,
    )


def named(lines: Sequence[str]) -> str:
    """The id that stands in the lines of a question; empty where there is none."""
    found = _ID.search("\n".join(lines))
    return found[1] if found else ""


def _begins_entry(line: str, level: int) -> bool:
    if (line + " ").startswith(" " * level + "- "):
        return True
    return bool(_ENTRY.match(line)) and indentation(line) <= level + 3


def _is_top(line: str) -> bool:
    """Whether the line is a key at the left edge, after the questions."""
    parts = taken_apart(line)
    return not parts.lead and parts.key in top_names() - {"id"}
