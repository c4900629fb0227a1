"""What can be wrong: in a bank (`Problem`, collected) or in a command (`QuizError`, raised)."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .tree import NOWHERE, Place


class QuizError(Exception):
    """What a user can cause and mend: a sentence that says where, what, and what to do."""


def reason_of(error: OSError) -> str:
    """Why the system refused, to stand inside a sentence."""
    return (error.strerror or "there is no saying why").lower()


class Severity(StrEnum):
    ERROR = "error"
    """The question cannot be asked, or would be marked wrongly."""
    WARNING = "warning"
    """It can mislead or teaches badly."""
    INFO = "info"


class Fix(NamedTuple):
    """An edit of the file: what to put instead of what stands at `place`."""

    place: Place
    """A column beyond the end of its line means the end of the line."""
    text: str
    is_safe: bool = True
    """Whether it can but mend: it never changes what a sound line means."""

    @classmethod
    def of_lines(cls, line: int, *lines: str, is_safe: bool = True) -> "Fix":
        """Other lines instead of as many from `line` on."""
        return cls(Place(line, 1, line + len(lines) - 1, sys.maxsize), "\n".join(lines), is_safe)


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something wrong in a bank."""

    code: str
    """Such as `ZQ101`; it never changes its meaning."""
    message: str
    """One or two sentences in a teacher's words."""
    remedy: str = ""
    """What to write instead, or to do."""
    place: Place = NOWHERE
    question: str = ""
    """Id of the question; empty where the problem is the file's."""
    severity: Severity = Severity.ERROR
    fixes: tuple[Fix, ...] = ()
    """The edits that together mend it; empty where only the author can."""
