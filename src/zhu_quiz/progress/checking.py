"""Whether the progress file still holds what was written."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from ..model.problem import QuizError
from .file import File
from .rows import COLUMNS, checksum


def findings(file: File) -> list[str]:
    """A sentence for each damage; none where the file is sound."""
    found = []
    # A flipped bit can break a text's UTF-8, which would end the reading.
    file.connection.text_factory = lambda raw: raw.decode(errors="replace")
    try:
        found += [f"SQLite says: {said}." for (said,) in file.rows("pragma quick_check", {}) if said != "ok"]
        for row in file.rows(f"select {', '.join(COLUMNS)} from event order by rowid", {}):
            if not _is_sound(row):
                found.append(f"The event {row[0]} of the bank {row[2]} is not as it was written.")
    except QuizError as error:
        found.append(str(error))
    except sqlite3.Error as error:
        found.append(f"SQLite says: {error}.")
    finally:
        file.connection.text_factory = str
    return found


def _is_sound(row: Sequence[Any]) -> bool:
    try:
        return bool(checksum(row) == row[-1])
    except TypeError:  # Bytes, where a text was.
        return False
