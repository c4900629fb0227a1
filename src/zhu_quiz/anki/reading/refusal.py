"""Why a package is not read, in one sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ...model.problem import QuizError, reason_of

DAMAGED = "is damaged, and cannot be read to its end. Download or export it again"


class Refusal(Exception):
    """What is wrong with a package: the rest of a sentence that begins with its name."""


@contextmanager
def plainly(name: str) -> Iterator[None]:
    """Turns whatever its content can bring about into a `QuizError`."""
    try:
        yield
    except Refusal as refusal:
        raise QuizError(f"{name} {refusal}.") from refusal
    except OSError as error:
        raise QuizError(f"{name} cannot be read: {reason_of(error)}.") from error
    except sqlite3.ProgrammingError:
        raise  # A fault of ours, such as reading on from a package that was closed.
    except sqlite3.Error as error:
        raise QuizError(f"{name} {_said_of(error)}.") from error
    except UnicodeDecodeError as error:  # SQLite's complaint quotes what is damaged.
        raise QuizError(f"{name} {DAMAGED}.") from error
    except MemoryError as error:
        raise QuizError(f"{name} needs more memory than there is.") from error


def _said_of(error: sqlite3.Error) -> str:
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_INTERRUPT:
            return "takes far too long to read, as no package of Anki does"
        case sqlite3.SQLITE_TOOBIG:
            return "holds a text of many megabytes, which is not read"
        case _:
            return DAMAGED
