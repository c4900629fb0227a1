"""A tree from any text: what no parser can read is explained, repaired in memory, or left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from ...model.problem import Problem
from ...model.tree import Group, Items, Node, Place, Text
from ..parsing.events import Unreadable, grow
from ..parsing.lines import indentation
from .astray import Astray, astray
from .columns import slips_above
from .context import Mistake
from .mistakes import UNEXPLAINED, mistake
from .pieces import Pieces, named, pieces

MAX_MISTAKES = 40
"""Explained in one file; what cannot be read beyond them is left out."""
_MAX_ROUNDS = 8
_MAX_SLIPS = 4
_MAX_LOOK_BACK = 80


@dataclass(frozen=True, kw_only=True)
class Grown:
    tree: Node | None
    problems: tuple[Problem, ...] = ()
    unread: frozenset[int] = frozenset()
    """Lines on which a question begins that could not be read; in the tree stands its id alone."""
    loose: tuple[Problem, ...] = ()
    """What stands among the questions and is no question's fault."""


def grown(text: str) -> Grown:
    stumbled = 0
    try:
        tree, problems = grow(text)
        again = next((each for each in problems if _is_again(each)), None)
        if not again:
            return Grown(tree=tree, problems=tuple(problems))
        stumbled = again.place.line - 1
    except Unreadable as error:
        stumbled = error.line
    found = astray(text.split("\n"))
    return _Mender(found, pieces(found.lines)).grown(stumbled)


def _is_again(problem: Problem) -> bool:
    """Whether a key of the bank is that of a question that lacks its dash, or of another bank."""
    is_at_the_edge = problem.code == "ZQ008" and problem.place.column == 1
    return is_at_the_edge and problem.message.startswith(("“id”", "“questions”"))


class _Mender:
    def __init__(self, found: Astray, cut: Pieces) -> None:
        self._lines = found.lines
        self._cut = cut
        self._mistakes = 0
        self._unread: set[int] = set()
        self._spoilt = found.spoilt
        self._loose = tuple(found.loose)
        self._problems = found.problems

    def grown(self, stumbled: int) -> Grown:
        head = self._mended(self._cut.head, 0, blank=True)
        questions = self._questions(self._cut.entries)
        if not (self._problems or self._loose):  # Each piece can be read, only not together.
            self._problems.append(mistake(self._lines, stumbled).problem(self._lines, 1))
        return Grown(
            tree=_with_questions(head, questions),
            problems=tuple(self._problems),
            unread=frozenset(self._unread),
            loose=self._loose,
        )

    def _questions(self, entries: Sequence[range]) -> list[Node]:
        """Read together where that can be done; else in halves, since most questions are sound."""
        if len(entries) > 1 and self._spoilt:
            return [node for entry in entries for node in self._question(entry)]
        if len(entries) > 1:
            lines = self._lines[entries[0].start : entries[-1].stop]
            try:
                tree, problems = grow("\n".join(lines), entries[0].start + 1)
            except Unreadable:
                middle = len(entries) // 2
                return self._questions(entries[:middle]) + self._questions(entries[middle:])
            if isinstance(tree, Items) and len(tree.values) == len(entries):
                self._problems += problems
                return list(tree.values)
        return [node for entry in entries for node in self._question(entry)]

    def _question(self, entry: range) -> Sequence[Node]:
        is_spoilt = any(line in entry for line in self._spoilt)
        tree = None if is_spoilt else self._mended(self._lines[entry.start : entry.stop], entry.start)
        if isinstance(tree, Items):
            return tree.values
        self._unread.add(entry.start + 1)
        return (Text(named(self._lines[entry.start : entry.stop]), Place(entry.start + 1, 1, entry.stop, 1)),)

    def _mended(self, piece: Sequence[str], start: int, *, blank: bool = False) -> Node | None:
        """None where it stays unreadable. With `blank`, lines that nobody understands are emptied instead."""
        lines, is_unexplained = list(piece), False
        for _ in range(_MAX_ROUNDS):
            try:
                tree, problems = grow("\n".join(lines), start + 1)
            except Unreadable as error:
                if error.problem:
                    self._problems.append(error.problem)
                    return None
                if self._mistakes == MAX_MISTAKES:
                    return None
                self._mistakes += 1
                found = _likeliest(lines, first_unreadable(lines, error.line))
                if found.message != UNEXPLAINED or not is_unexplained:
                    self._problems.append(found.problem(lines, start + 1))
                is_unexplained |= found.message == UNEXPLAINED
                if found.meant is None and not blank:
                    return None
                lines = found.mended(lines)
            else:
                self._problems.extend(problems)
                return tree
        return None


def _likeliest(lines: Sequence[str], at: int) -> Mistake:
    """What makes line `at` unreadable. Where its column does, it may be that of a line above."""
    found = mistake(lines, at)
    if found.meant and indentation(found.meant) == indentation(lines[found.at]):
        return found
    return max((found, *islice(slips_above(lines, at), _MAX_SLIPS)), key=lambda each: _reach(lines, each))


def _reach(lines: Sequence[str], found: Mistake) -> int:
    """How many lines can be read once that mistake is mended."""
    mended = found.mended(lines)
    try:
        grow("\n".join(mended))
    except Unreadable as stumbled:
        return first_unreadable(mended, stumbled.line)
    return len(lines)


def first_unreadable(lines: Sequence[str], stumbled: int) -> int:
    """The line after the longest readable beginning, from 0. Parsers stumble elsewhere, each in its way."""
    last = len(lines) - 1
    if sum(map(len, lines)) > _MAX_LOOK_BACK * 1000:  # Each try reads all of it.
        return min(stumbled, last)
    if last > _MAX_LOOK_BACK:
        last = min(last, stumbled + 3)
    for index in range(last, max(last - _MAX_LOOK_BACK, 0), -1):
        try:
            grow("\n".join(lines[:index]))
        except Unreadable:
            continue
        return index
    return 0 if last <= _MAX_LOOK_BACK else min(stumbled, last)


def _with_questions(head: Node | None, questions: Sequence[Node]) -> Node | None:
    if not questions or not isinstance(head, Group):
        return head
    listed = Items(tuple(questions), Place(questions[0].place.line, 1, questions[-1].place.end_line, 1))
    entries = tuple((key, listed if key.value == "questions" else value) for key, value in head)
    return Group(entries, head.place)
