"""Whether the progress file still holds what was written."""

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
            if checksum(row) != row[-1]:
                found.append(f"The event {row[0]} of the bank {row[2]} is not as it was written.")
    except QuizError as error:
        found.append(str(error))
    finally:
        file.connection.text_factory = str
    return found
