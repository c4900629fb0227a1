"""What SQLite refuses, in sentences that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..model.problem import QuizError


class CannotSave(QuizError):
    """Nothing of it was saved, all from before is safe, and the same can be tried again."""


OBSTACLES = {
    sqlite3.SQLITE_FULL: "There is no room left on the disk of {path}. Make some room, then try again.",
    sqlite3.SQLITE_BUSY: "Another program is writing to {path}. Let it finish or close it, then try again.",
    sqlite3.SQLITE_READONLY: "{path} may only be read. Allow writing to it and its folder, then try again.",
    sqlite3.SQLITE_IOERR: "The disk of {path} reports a fault. Check that it is connected, then try again.",
}
CANNOT_OPEN = "{path} cannot be opened. Check that it is a file, and that you may write to it and its folder."
DAMAGED = "{path} is damaged or no progress file. Put back a copy of it, or move it away to begin anew."
REASONS = {
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_PERM: CANNOT_OPEN,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turns what a user can mend into a `QuizError`; what else SQLite says is a fault of ours and passes."""
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if code in OBSTACLES:
            raise CannotSave(OBSTACLES[code].format(path=path)) from error
        if code in REASONS:
            raise QuizError(REASONS[code].format(path=path)) from error
        raise


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's kind of error, without its finer shades; 0 for a misuse of it."""
    if "malformed JSON" in str(error):
        return sqlite3.SQLITE_CORRUPT  # SQLite itself calls it a fault of the query.
    # Without a code of SQLite, Python could not decode a text that it read.
    undecoded = sqlite3.SQLITE_CORRUPT if isinstance(error, sqlite3.OperationalError) else 0
    return getattr(error, "sqlite_errorcode", undecoded) & 0xFF
