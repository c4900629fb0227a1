"""An open progress file: rows out, rows in, one transaction at a time."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import plainly

if TYPE_CHECKING:
    from sqlite_utils.db import Table


@dataclass(frozen=True)
class File:
    path: Path
    connection: sqlite3.Connection

    def rows(self, query: str, values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        with plainly(self.path):
            yield from self.connection.execute(query, values)

    def one(self, query: str, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        return next(self.rows(query, values), None)

    def value(self, query: str, values: Mapping[str, Any]) -> Any:
        """The first of the first row; None where there is no row."""
        row = self.one(query, values)
        return row[0] if row else None

    def table(self, name: str) -> "Table":
        # Imported here: sqlite_utils costs 70 ms, which those who only read need not pay.
        from sqlite_utils import Database

        return Database(self.connection, execute_plugins=False).table(name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, durably, or nothing of it."""
        if self.connection.in_transaction:
            raise RuntimeError("A transaction is open already.")
        with plainly(self.path):
            # Begun as a reader, as sqlite_utils does, it fails at once when another process has written.
            self.connection.execute("begin immediate")
            try:
                yield
                self.connection.execute("commit")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")
                raise

    def require_transaction(self) -> None:
        if not self.connection.in_transaction:
            raise RuntimeError("This belongs inside `writing()`.")

    def joined(self) -> AbstractContextManager[None]:
        """The transaction that is open, or one of its own."""
        return nullcontext() if self.connection.in_transaction else self.transaction()
