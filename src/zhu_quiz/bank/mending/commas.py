"""Commas at the ends of lines, as JSON has them between its keys."""

import re
from collections.abc import Iterator, Sequence

from ...model.problem import Fix, Problem
from ...model.tree import Place
from ..parsing.lines import indentation, is_content, text_lines

# A sound id ends in no comma, so the question was copied from JSON.
_FIRST = re.compile(r"\n *- +\"?(?:id|type)\"? *:[^\n{[]*, *(?=\n)")
_LINE = re.compile(r"\s*(?:[\]}]|- +\S|(?:- +)*(?:\"[^\"]+\"|[\w-]+) *:).*?(?P<comma>,)\s*")


def commas(text: str) -> bool:
    """Whether a question begins with one, in a text that begins with a line feed."""
    return ",\n" in text and _FIRST.search(text) is not None


def without_commas(lines: list[str]) -> Iterator[Problem]:
    """Takes them out, and tells of them once for each question."""
    starts = [index for index, line in enumerate(lines) if _FIRST.match(f"\n{line}\n")]
    inside = text_lines(lines) if starts else {}
    for start in starts:
        places = [
            Place(index + 1, found.start("comma") + 1, index + 1, found.end("comma") + 1)
            for index in _outside_brackets(lines, start)
            if index not in inside and (found := _LINE.fullmatch(lines[index]))
        ]
        for place in places:
            line = lines[place.line - 1]
            lines[place.line - 1] = line[: place.column - 1] + line[place.end_column - 1 :]
        yield Problem(
            code="ZQ004", place=places[0], message="No comma stands at the end of a line.",
            remedy="Delete the comma at the end of this line" + (", and of those below." if places[1:] else "."),
            fixes=tuple(Fix(place, "") for place in places),
        )  # fmt: skip


def _outside_brackets(lines: Sequence[str], start: int) -> Iterator[int]:
    """The lines of the question at whose end no bracket is open."""
    own, depth = indentation(lines[start]), 0
    for index in range(start, len(lines)):
        line = lines[index]
        if index > start and is_content(line) and indentation(line) <= own:
            return
        depth += sum((sign in "[{") - (sign in "]}") for sign in line)
        if depth <= 0:
            depth = 0
            yield index
