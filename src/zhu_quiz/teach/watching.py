"""Checking a bank again whenever it is saved, and telling only what changed."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..bank.cache import read_bytes
from ..bank.report import folded, headline
from ..model.problem import Problem, QuizError
from .checking import Checked
from .formats.full import paragraphs
from .verdict import outcome, summary

PAUSE_S = 0.3
"""Between two looks at the file."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a save did to the problems of a bank."""

    checked: Checked
    new: tuple[Problem, ...]
    mended: tuple[Problem, ...] = ()
    is_first: bool = False

    @property
    def is_last_mended(self) -> bool:
        """Whether nothing is wrong any more."""
        return bool(self.mended) and not self.checked.bank.problems


def change(earlier: Checked | None, later: Checked) -> Change:
    """From one check to the next; at first all is new. That a line moved is no change."""
    before = earlier.bank.problems if earlier else ()
    after = later.bank.problems
    return Change(
        checked=later,
        new=_without(after, before),
        mended=_without(before, after),
        is_first=earlier is None,
    )


def told(change: Change, explained: set[str], width: int | None = None) -> str:
    """A paragraph a problem, and what it comes to; empty where nothing changed.

    Where to read more is said once a code, so `explained` grows."""
    if not (change.is_first or change.new or change.mended):
        return ""
    checked = change.checked
    mended = [f"mended: {headline(each, checked.bank.path)}" for each in change.mended]
    comes_to = summary(checked) if change.is_first else outcome(checked)
    parts = (
        *paragraphs(checked, change.new, explained, width),
        "\n".join(folded(line, width) for line in mended),
        "\n".join(folded(line, width) for line in comes_to),
    )
    return "".join(f"{part}\n\n" for part in parts if part)


def saves(path: Path, rest: Callable[[], None]) -> Iterator[bytes]:
    """What the file holds, at first and then after each save; `rest` waits between two looks at it.

    A file that still grows, or is gone as while an editor puts a new one in its place, is waited for.
    Raises `QuizError` where it cannot be read at first."""
    told = last = _stamp(path)
    yield read_bytes(path)
    while True:
        rest()
        seen = _stamp(path)
        if seen and seen == last and seen != told:
            with suppress(QuizError):
                data, told = read_bytes(path), seen
                yield data
        last = seen


def _stamp(path: Path) -> tuple[int, int] | None:
    """When the file was written, and its size; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _without(problems: tuple[Problem, ...], others: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that are not among the others; of several alike, as many as there are more."""
    known = Counter(map(_identity, others))
    left = []
    for problem in problems:
        identity = _identity(problem)
        if known[identity]:
            known[identity] -= 1
        else:
            left.append(problem)
    return tuple(left)


def _identity(problem: Problem) -> tuple[str, str, str]:
    """What stays of a problem when lines are put in above it."""
    return (
        problem.code,
        problem.question,
        re.sub(r"\b(lines?) \d+( to \d+)?", r"\1", problem.message, flags=re.I),
    )
