"""A key put into a question, where good form wants it."""

from ...model.problem import Fix
from ...model.tree import Group, Place
from ...questions.keys import keys_of
from ..material import Subject

_END_OF_LINE = 10_000


def inserted(subject: Subject, name: str, value: str) -> Fix:
    """Below the last key that comes before it; only the author knows whether it is meant so."""
    names = [key.name for key in keys_of(type(subject.question))]
    before = names[: names.index(name)]
    entries = subject.entry.entries
    at = max(index for index, (key, _) in enumerate(entries) if key.value in before)
    key, node = entries[at]
    if _is_in_braces(subject.entry):
        end = node.place
        return Fix(
            Place(end.end_line, end.end_column, end.end_line, end.end_column),
            f", {name}: {value}",
            is_safe=False,
        )
    following = entries[at + 1][0].place[:2] if at + 1 < len(entries) else subject.entry.place[2:]
    column = entries[0][0].place.column - 1
    line = _last_line(subject.material.text.split("\n"), key.place.line, *following, column)
    return Fix(
        Place(line, _END_OF_LINE, line, _END_OF_LINE), f"\n{' ' * column}{name}: {value}", is_safe=False
    )


def _last_line(lines: list[str], first: int, stop: int, stop_column: int, column: int) -> int:
    """Of a value that ends before `stop`; comments above what follows belong to that."""
    is_beyond = stop > len(lines) or not lines[stop - 1][: stop_column - 1].strip()
    line = stop - is_beyond
    while line > first and _is_between(lines[line - 1], column):
        line -= 1
    while line < len(lines) and lines[line].lstrip().startswith("#") and not _is_between(lines[line], column):
        line += 1
    return line


def _is_between(line: str, column: int) -> bool:
    """Whether it is empty or a comment that belongs to what follows.

    What stands further right may be part of a text, whatever it begins with."""
    text = line.lstrip()
    return not text or (text.startswith("#") and len(line) - len(text) <= column)


def _is_in_braces(entry: Group) -> bool:
    return entry.place[:2] != entry.entries[0][0].place[:2]
