"""Checking a bank again whenever it is saved, and telling only what changed."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...bank import Bank
from ...bank.cache import read_bytes
from ...bank.report import folded, headline
from ...model.problem import Problem, QuizError
from ...model.words import counted
from ..checking import Checked
from ..rule import RULES
from ..verdict import summary
from .formats.full import paragraphs

PAUSE_S = 0.3
"""Between two looks at the file."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a save did to the problems of a bank."""

    checked: Checked
    new: tuple[Problem, ...]
    mended: tuple[Problem, ...] = ()
    unsettled: tuple[Problem, ...] = ()
    """Those no longer found where nobody could look: in a question, or a bank, that cannot be read at present."""
    is_first: bool = False

    @property
    def is_last_mended(self) -> bool:
        """Whether nothing is wrong any more."""
        return bool(self.mended) and not self.checked.bank.problems


def change(earlier: Change | None, later: Checked) -> Change:
    """From one check to the next; at first all is new. That a line moved is no change."""
    before = earlier.checked.bank.problems if earlier else ()
    unsettled = earlier.unsettled if earlier else ()
    bank = later.bank
    new, gone = _without(bank.problems, before), _without(before, bank.problems)
    waiting = _without(unsettled, new)
    # A question that is left out may lose one mistake of several, unless a new one hides the others.
    hidden = {problem.question for problem in new}
    in_sight = {*bank.questions, *({*bank.left_out} - hidden)}
    mended = (
        *(problem for problem in gone if _is_looked_for(problem, bank, in_sight)),
        *(problem for problem in waiting if _is_looked_for(problem, bank, bank.questions)),
    )
    return Change(
        checked=later,
        new=_without(new, unsettled),
        mended=mended,
        unsettled=tuple(problem for problem in (*gone, *waiting) if problem not in mended),
        is_first=earlier is None,
    )


def heading(change: Change, at: str) -> str:
    """A line between two checks: when it was, and what came of it."""
    numbers = {"new": len(change.new), "mended": len(change.mended)}
    changes = [f"{number} {what}" for what, number in numbers.items() if number]
    nothing = [counted(len(change.checked.bank.problems), "problem"), "nothing new"]
    return f"{at}  {', '.join(changes or nothing)}"


def told(change: Change, explained: set[str], width: int | None = None) -> str:
    """A paragraph a problem, and what it comes to; empty where nothing changed.

    Where to read more is said once a code, so `explained` grows."""
    if not (change.is_first or change.new or change.mended):
        return ""
    checked = change.checked
    mended = [f"mended: {headline(each, checked.bank.path)}" for each in change.mended]
    comes_to = summary(checked, has_notes=change.is_first)
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
    told = last = stamp(path)
    yield read_bytes(path)
    while True:
        rest()
        seen = stamp(path)
        if seen and seen == last and seen != told:
            with suppress(QuizError):
                data, told = read_bytes(path), seen
                yield data
        last = seen


def stamp(path: Path) -> tuple[int, int] | None:
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


def _is_looked_for(problem: Problem, bank: Bank, in_sight: Container[str]) -> bool:
    """Whether it would be found if it were still there."""
    if problem.question:
        return problem.question in in_sight
    return bool(bank.id) and (problem.code not in RULES or bool(bank.questions and not bank.left_out))


def _identity(problem: Problem) -> tuple[str, str, str]:
    """What stays of a problem when lines are put in above it, or when it is found once more or less."""
    message = re.sub(r"\b(lines?) \d+( to \d+)?", r"\1", problem.message, flags=re.I)
    if problem.code in RULES:
        message = re.sub(r"\d+", "", message)
    if (
        problem.code in RULES and not problem.question
    ):  # After the colon stand the questions of which it holds.
        message = message.partition(":")[0]
    return problem.code, problem.question, message
