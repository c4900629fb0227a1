"""Edits of a text by line and column."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ...model.problem import Fix
from ...model.tree import Place
from .source import LINE_END

Change = tuple[int, int, str]
"""From where to before where, in characters of the text, and what to put there."""


def line_end(text: str) -> str:
    """What ends the first line, and so the lines that are added."""
    found = LINE_END.search(text)
    return found.group() if found else "\n"


def applied(text: str, edits: Sequence[tuple[Fix, ...]]) -> tuple[str, tuple[int, ...]]:
    """The text after the edits, each of several fixes that belong together, and which of them were made.

    Where two overlap, the first in the file is made; what stands between the edits stays as it is."""
    spans = _Spans(text)
    placed = [
        [(*spans.of(fix.place), fix.text) for fix in edit] if all(fix.place.line for fix in edit) else []
        for edit in edits
    ]
    taken: list[Change] = []
    made = []
    for number in sorted(range(len(edits)), key=lambda each: placed[each][:1]):
        if placed[number] and _fits(taken, placed[number]):
            made.append(number)
    pieces, at, end_of_line = [], 0, line_end(text)
    for start, end, new in taken:
        pieces += [text[at:start], new.replace("\n", end_of_line)]
        at = end
    return "".join((*pieces, text[at:])), tuple(sorted(made))


def _fits(taken: list[Change], changes: Sequence[Change]) -> bool:
    """Puts the changes among those taken, which are sorted, if none of them overlaps one or begins where it does."""
    added: list[Change] = []
    for change in changes:
        at = bisect_left(taken, change)
        is_free = all(
            one[1] <= other[0] and one[0] < other[0]
            for one, other in pairwise((*taken[max(at - 1, 0) : at], change, *taken[at : at + 1]))
        )
        if not is_free:
            for each in added:
                taken.remove(each)
            return False
        taken.insert(at, change)
        added.append(change)
    return True


class _Spans:
    """Where lines and columns stand among the characters of a text."""

    def __init__(self, text: str) -> None:
        ends = [(found.start(), found.end()) for found in LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def of(self, place: Place) -> tuple[int, int]:
        start = self._index(place.line, place.column)
        return start, max(start, self._index(place.end_line, place.end_column))

    def _index(self, line: int, column: int) -> int:
        """A column beyond the end of its line is that end; so is a line beyond the last."""
        if line > len(self._starts):
            return self._ends[-1]
        return min(self._starts[line - 1] + column - 1, self._ends[line - 1])
