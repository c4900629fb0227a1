"""A bank cut into its questions, so that what cannot be read in one leaves the others alone."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..names import top_names
from ..parsing.lines import indentation, is_content, taken_apart

_QUESTIONS = re.compile(r"questions? *(?::\s*(?:#.*)?)?")
_ENTRY = re.compile(r" *- +(?:id|type) *:")
_OF_PARTS = ("right", "wrong", "item")
"""With which the entries of a list begin that slipped to the left."""
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
    end = next((index for index in range(first, len(lines)) if _is_top(lines[index])), len(lines))
    level = _level(lines[first:end])
    starts = [index for index in range(first, end) if _begins_entry(lines, index, level)]
    return Pieces(
        head=tuple("" if first <= index < end else line for index, line in enumerate(lines)),
        entries=tuple(range(start, stop) for start, stop in pairwise([*starts, end])),
        indentation=level,
    )


def named(lines: Sequence[str]) -> str:
    """The id that stands in the lines of a question; empty where there is none."""
    found = _ID.search("\n".join(lines))
    return found[1] if found else ""


def _level(lines: Sequence[str]) -> int:
    """The column in which most questions begin; the first, where they differ."""
    begun = [index for index, line in enumerate(lines) if _ENTRY.match(line)]
    # Other tools give their options ids.
    sure = Counter(indentation(lines[index]) for index in begun if _has_type(lines, index))
    columns = sure or Counter(indentation(lines[index]) for index in begun)
    return max(columns, key=columns.__getitem__, default=indentation(lines[0]))


def _has_type(lines: Sequence[str], index: int) -> bool:
    """Whether the type of a question stands on the line or on the next."""
    return any(taken_apart(line).key == "type" for line in lines[index : index + 2])


def _begins_entry(lines: Sequence[str], index: int, level: int) -> bool:
    line = lines[index]
    if (line + " ").startswith(" " * level + "- "):
        return taken_apart(line).key not in _OF_PARTS
    return bool(_ENTRY.match(line)) and (indentation(line) <= level + 3 or _has_type(lines, index))


def _is_top(line: str) -> bool:
    """Whether the line is a key at the left edge, give or take a space, after the questions."""
    parts = taken_apart(line)
    if parts.key in ("claims", "source") and parts.value[:1] in ("[", "{"):
        return False  # That of a question, which slipped to the left.
    name = parts.key or parts.value  # Its colon may be missing.
    return len(parts.lead) < 2 and name in top_names() - {"id"}
