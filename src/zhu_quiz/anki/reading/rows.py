"""Notes, cards and reviews, one at a time. Whatever a column holds, a number or a text comes out of it."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from .database import cast
from .refusal import Refusal
from .values import CardRow, NoteRow, NoteType, ReviewRow

MOST = {"notes": 1_000_000, "cards": 5_000_000, "revlog": 5_000_000}
LONGEST_TAGS = 100_000
"""Of one note, in characters."""
WORDS = {"notes": "notes", "cards": "cards", "revlog": "reviews"}

# Each row hangs on another, down to a note type that is there.
_IS_NOTE = "+mid in ({types})"  # The plus keeps SQLite from taking them by their types, out of order.
_IS_CARD = f"type in (0, 1, 2, 3) and exists (select 1 from notes where notes.id = nid and {_IS_NOTE})"
# No review is later than the year 5000.
_IS_REVIEW = (
    "revlog.ease in (0, 1, 2, 3, 4) and revlog.id between 1 and 99999999999999"
    f" and exists (select 1 from cards where cards.id = cid and {_IS_CARD})"
)
SOUND = {"notes": _IS_NOTE, "cards": _IS_CARD, "revlog": _IS_REVIEW}

_IS_AWAY = "odid <> 0"
_HOME_DUE = f"iif({_IS_AWAY} and odue <> 0, odue, due)"
# The first scheduler had no type of its own for what is learnt again.
_TYPE = "iif(:first and type = 2 and queue in (1, 3), 3, type)"
# What is being learnt is due at a second since 1970, or on a numbered day.
_HOME_QUEUE = f"iif({_TYPE} in (1, 3), iif({_HOME_DUE} > 1000000000, 1, 3), type)"
_CARD = (
    "id", "nid", "ord", f"iif({_IS_AWAY}, odid, did)",
    _TYPE, f"iif({_IS_AWAY} and queue >= 0, {_HOME_QUEUE}, queue)", _HOME_DUE,
    "ivl", "factor", "reps", "lapses", "flags & 7", "mod",
)  # fmt: skip

# Its Good and Easy stood where Hard and Good stand now, except for cards under review.
_EASE = "ease + (:first and ease in (2, 3) and type in (0, 2))"
_REVIEW = ("id", "cid", _EASE, "ivl", "lastIvl", "factor", "time", "type")


class Rows:
    """What hangs together of a collection; `is_first`: its ratings and states are of the first scheduler."""

    def __init__(
        self, connection: sqlite3.Connection, note_types: Mapping[int, NoteType], is_first: bool
    ) -> None:
        self._connection = connection
        self._types = note_types
        self._is_first = is_first

    def notes(self) -> Iterator[NoteRow]:
        for id, type_id, mod, guid, tags, content in self._select(
            "notes", ("id", "mid", "mod"), ("guid", "tags", "flds")
        ):
            if len(tags) > LONGEST_TAGS:
                raise Refusal("holds a note with far too many tags")
            fields = _fields(content, len(self._types[type_id].fields))
            yield NoteRow(id, guid, type_id, mod, tuple(tags.split()), fields)

    def cards(self) -> Iterator[CardRow]:
        return map(CardRow._make, self._select("cards", _CARD, ("data",)))

    def reviews(self) -> Iterator[ReviewRow]:
        return map(ReviewRow._make, self._select("revlog", _REVIEW))

    def count(self, table: str) -> int:
        """Of all rows, of which there may be so many."""
        (found,) = self._connection.execute(f"select count(*) from {table}").fetchone()
        if found > MOST[table]:
            raise Refusal(f"holds more than {MOST[table]:,} {WORDS[table]}, and so many are not read")
        return int(found)

    def astray(self, table: str) -> int:
        """How many rows hang on nothing or make no sense, and are passed over."""
        lost = f"select count(*) from {table} where ({self._sound(table)}) is not true"
        return int(self._connection.execute(lost).fetchone()[0])

    def _select(self, table: str, numbers: Sequence[str], texts: Sequence[str] = ()) -> sqlite3.Cursor:
        values = [*(cast(each, "integer") for each in numbers), *(cast(each, "text") for each in texts)]
        query = f"select {', '.join(values)} from {table} where {self._sound(table)} order by {table}.id"
        return self._connection.execute(query, {"first": self._is_first})

    def _sound(self, table: str) -> str:
        return SOUND[table].format(types=", ".join(map(str, self._types)))


def _fields(content: str, count: int) -> tuple[str, ...]:
    """As many as the note type has: too few are filled up, and what is too much goes to the last."""
    fields = content.split("\x1f", count - 1)
    if len(fields) == count and "\x1f" not in fields[-1]:
        return tuple(fields)
    fields[-1] = fields[-1].replace("\x1f", " ")
    return tuple(fields) + ("",) * (count - len(fields))
