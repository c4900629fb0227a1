"""A collection as an SQLite file that somebody else wrote: opened so that it can only be read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from .refusal import DAMAGED, Refusal

LONGEST = 16 << 20
"""In bytes, of a row: the note types of a collection are in one."""
MOST_STEPS = 2_000
"""In millions, of SQLite's machine: half a minute of its own, and ten times what five million reviews need."""

PRAGMAS = ("trusted_schema = off", "cell_size_check = on", "query_only = on", "temp_store = memory")
COLUMNS = {
    "col": "mod ver conf models decks",
    "notes": "id guid mid mod tags flds",
    "cards": "id nid did ord mod type queue due ivl factor reps lapses odue odid flags data",
    "revlog": "id cid ease ivl lastIvl factor time type",
}


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """The collection, if it is laid out as Anki's are. The file is ours: what it lacks may be added to it."""
    with _connected(path, "mode=ro&immutable=1") as connection:
        keyless = _keyless(connection)
    if keyless:
        with _connected(path, "mode=rw") as connection:
            _require_sound(connection)
            connection.execute("pragma query_only = off")
            for table in keyless:
                connection.execute(f"create unique index zhu_{table} on {table} (id)")
    with _connected(path, "mode=ro&immutable=1") as connection:
        _require_sound(connection)
        yield connection


@contextmanager
def _connected(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    uri = f"{path.absolute().as_uri()}?{mode}"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.set_progress_handler(_Patience(), 1_000_000)
        connection.text_factory = lambda raw: str(raw, "utf-8", "replace")
        # Anki's own, which SQLite asks for where it reads an index of names.
        connection.create_collation("unicase", _by_case)
        for pragma in PRAGMAS:
            connection.execute(f"pragma {pragma}")
        yield connection


def cast(expression: str, kind: str) -> str:
    """It as an `integer`, a `text` or a `blob`, whatever stands there."""
    return f"cast(ifnull({expression}, '') as {kind})"


class _Patience:
    """Ends after so many steps: a query of ours needs few of them a row."""

    def __init__(self) -> None:
        self._left = MOST_STEPS

    def __call__(self) -> bool:
        self._left -= 1
        return self._left < 0


def _by_case(one: str, other: str) -> int:
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)


def _keyless(connection: sqlite3.Connection) -> list[str]:
    """The tables that some program wrote without their keys; Anki reads them all the same.

    Raises `Refusal` unless there are tables and indexes alone, laid out as Anki's: a view could yield rows for ever.
    """
    keyless = []
    # A virtual table has no page of its own.
    strange = "select 1 from sqlite_master where type not in ('table', 'index') or ifnull(rootpage, 0) = 0"
    if connection.execute(strange).fetchone():
        raise Refusal("holds a program where only tables belong, as no package of Anki does")
    for table, needed in COLUMNS.items():
        columns = connection.execute(
            "select name, pk, hidden, dflt_value from pragma_table_xinfo(?)", (table,)
        )
        # What is computed, or stands in for what a row lacks, may be far more than what is in the file.
        found = {name: pk for name, pk, hidden, default in columns if not hidden and len(default or "") < 100}
        if not found.keys() >= {"id", *needed.split()}:
            raise Refusal("holds a collection that is laid out otherwise than Anki's")
        if found["id"] != 1:
            keyless.append(table)
    return keyless


def _require_sound(connection: sqlite3.Connection) -> None:
    """No damage; a tree of pages that leads back into itself would be endless too."""
    for table in COLUMNS:
        for (said,) in connection.execute(f"pragma quick_check({table})"):
            # A number where a text belongs, or nothing at all: Anki reads over it, and so do the queries.
            if said != "ok" and " value in " not in said:
                raise Refusal(DAMAGED)
