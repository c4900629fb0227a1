"""A line that cannot be read among those above it, and what is wrong with it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ...model.problem import Fix, Problem
from ...model.tree import Place
from ..parsing.lines import Line, is_content, taken_apart, text_lines


class Mistake(NamedTuple):
    """What is wrong with a line, and what it has to be for the next lines to be read."""

    at: int
    column: int
    message: str
    remedy: str
    meant: str | None
    """None where that cannot be told."""
    followers: int = 0
    """How many of the lines below it move with it."""
    is_sure: bool = False
    """Whether nothing else can have been meant."""
    is_makeshift: bool = False
    """Whether `meant` serves to read on, and is no line to write."""
    also: tuple[tuple[int, str], ...] = ()
    """Other lines, and what they have to be with it."""

    def problem(self, lines: Sequence[str], first_line: int) -> Problem:
        line, column = self.at + first_line, self.column + 1
        place = Place(line, column, line, column + 1)
        fixes = self._fixes(lines, line)
        return Problem(code="ZQ004", place=place, message=self.message, remedy=self.remedy, fixes=fixes)

    def _fixes(self, lines: Sequence[str], line: int) -> tuple[Fix, ...]:
        if self.meant is None or self.is_makeshift:
            return ()
        mended = self.mended(lines)[self.at : self.at + self.followers + 1]
        others = (Fix.of_lines(line - self.at + at, meant, is_safe=self.is_sure) for at, meant in self.also)
        return (Fix.of_lines(line, *mended, is_safe=self.is_sure), *others)

    def mended(self, lines: Sequence[str]) -> list[str]:
        """The lines as they were meant; without the one of which that cannot be told."""
        mended, meant, after = list(lines), self.meant or "", self.at + 1
        further = _lead(meant) - _lead(lines[self.at])
        mended[self.at] = meant
        for index in range(after, after + self.followers):
            line = lines[index]
            if further < 0:
                mended[index] = line[min(-further, _lead(line)) :]
            elif line.strip():
                mended[index] = " " * further + line
        for index, line in self.also:
            mended[index] = line
        return mended


class Context(NamedTuple):
    """A line among those around it."""

    lines: Sequence[str]
    at: int
    line: Line
    above: Line | None
    """The nearest line with content, unless a text goes on there."""
    above_at: int
    columns: tuple[tuple[int, str], ...]
    """Where keys and dashes above begin that are not over, and what they are called."""

    @property
    def is_below_dash(self) -> bool:
        return "-" not in self.line.lead and (self.line.column, "-") in self.columns

    def rewritten(self, value: str, column: int, message: str, *, is_sure: bool = True) -> Mistake:
        meant = self.line.with_value(value)
        # A comment at the end of the line would become part of the text.
        is_sure = is_sure and " #" not in self.line.value
        return Mistake(self.at, column, message, f"Write  {meant.strip()}", meant, is_sure=is_sure)


Detector = Callable[[Context], Mistake | None]


def contexts(lines: Sequence[str], at: int) -> list[Context]:
    """Of line `at`, from 0, and of the one above it, as far as they are content."""
    inside = text_lines(lines)
    content = [index for index in range(at + 1) if index not in inside and is_content(lines[index])]
    return [
        _context(lines, content[place], content[:place])
        for place in range(len(content) - 1, max(len(content) - 3, -1), -1)
    ]


def _context(lines: Sequence[str], index: int, before: Sequence[int]) -> Context:
    columns: list[tuple[int, str]] = []
    for earlier in before:
        line = taken_apart(lines[earlier])
        marks = [(place, "-") for place, sign in enumerate(line.lead) if sign == "-"]
        for column, name in (*marks, *([(line.column, line.key)] if line.key else [])):
            columns = [each for each in columns if each[0] < column] + [(column, name)]
    above_at = before[-1] if before else 0
    above = taken_apart(lines[above_at]) if before else None
    return Context(lines, index, taken_apart(lines[index]), above, above_at, tuple(columns))


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip())
