"""A learner's progress: the log, the states kept from it, settings. Rules of memory stay outside."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model.event import ANKI, Begun, CardAction, Event, Review
from ..model.memory import Card, CardState
from .checking import findings
from .file import File
from .ids import id_after
from .opening import connect
from .rows import COLUMNS, STATE_COLUMNS, event_of, row_of, state_of, state_rows

EVENTS = f"select {', '.join(COLUMNS)} from event"
STATES = f"select {', '.join(STATE_COLUMNS)} from state"
NOT_UNDONE = "not exists (select 1 from event as undo where undo.undoes = event.id)"
NOT_ENDED = (
    "not exists (select 1 from event as ended where ended.type = 'ended' and ended.sitting = event.id)"
)
HERE = f"ifnull(sitting, '') != '{ANKI}'"
# The plus keeps the planner from the index of the bank, by which it would read and sort the whole log.
OF_BANK = "+bank = :bank"


@dataclass(eq=False)
class Journal(AbstractContextManager["Journal"]):
    """One file, which several processes may have open: what one has saved, the others read at once."""

    path: Path
    _file: File = field(repr=False)
    _last_id: str = field(default="", repr=False)

    @classmethod
    def open(cls, path: Path, *, patience: float = 10.0) -> "Journal":
        """Makes the file where there is none. `patience`: seconds to wait for another process that writes.

        Raises `QuizError` for a file that is damaged, not ours, or of a newer program."""
        return cls(path, File(path, connect(path, patience=patience)))

    def close(self) -> None:
        """Afterwards the file alone holds everything, unless another process has it open."""
        with suppress(sqlite3.Error):
            self._file.connection.execute("pragma busy_timeout=0")
            self._file.connection.execute("pragma wal_checkpoint(truncate)")
        self._file.connection.close()

    def __exit__(self, *_: object) -> None:
        self.close()

    # The log

    def events(
        self,
        bank: str,
        *,
        cards: Iterable[Card] | None = None,
        since_day: int | None = None,
        sitting: str | None = None,
    ) -> Iterator[Event]:
        """In the order of their ids; with each chosen event come its undos, and what it undoes itself."""
        values = {"bank": bank, "since_day": since_day, "sitting": sitting}
        chosen = ["bank = :bank" if sitting is None else OF_BANK]
        if cards is not None:
            values["cards"] = json.dumps([(card.question, card.side) for card in cards])
            names = "select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(:cards)"
            chosen.append(f"(question, side) in ({names})")
        if since_day is not None:
            chosen.append("study_day >= :since_day")
        if sitting is not None:
            chosen.append("(sitting = :sitting or id = :sitting)")
        query = f"{EVENTS} where {OF_BANK} order by id"
        if len(chosen) > 1:
            ids = f"with chosen as (select id from event where {' and '.join(chosen)})"
            undone = "select undoes from event where id in chosen and undoes is not null"
            query = f"{ids} {EVENTS} where id in chosen or undoes in chosen or id in ({undone}) order by id"
        yield from map(event_of, self._file.rows(query, values))

    def unfinished(self, bank: str, study_day: int) -> Begun | None:
        """The latest sitting of that day that counts and has no end."""
        query = f"""{EVENTS} where bank = :bank and study_day = :day and type = 'begun' and mode != 'practice'
            and {NOT_ENDED} order by id desc limit 1"""
        row = self._file.one(query, {"bank": bank, "day": study_day})
        event = event_of(row) if row else None
        return event if isinstance(event, Begun) else None

    def last_undoable(self, bank: str) -> Review | CardAction | None:
        """The latest of its kind that was done here and has not been undone."""
        query = f"""{EVENTS} where {OF_BANK} and type in ('review', 'action') and {HERE}
            and {NOT_UNDONE} order by id desc limit 1"""
        row = self._file.one(query, {"bank": bank})
        event = event_of(row) if row else None
        return event if isinstance(event, Review | CardAction) else None

    def thinking_ms(self, kind: str, limit: int = 50) -> tuple[int, ...]:
        """Of the latest right answers to questions of that kind, in all banks; the latest first."""
        query = f"""select json_extract(details, '$.thinking_ms') from event
            where kind = :kind and mode = 'review' and json_extract(details, '$.fraction') >= 1
            and {HERE} and {NOT_UNDONE} order by id desc limit :limit"""
        return tuple(row[0] for row in self._file.rows(query, {"kind": kind, "limit": limit}))

    def count(self, bank: str) -> int:
        """Events of that bank."""
        return int(self._file.value("select count(*) from event where bank = :bank", {"bank": bank}))

    def new_id(self, at_ms: int) -> str:
        """Later than every id that the file holds or this journal gave, whatever the clock says."""
        stored = self._file.value("select max(id) from event", {}) or ""
        self._last_id = id_after(max(self._last_id, stored), at_ms)
        return self._last_id

    # States

    def states(self, bank: str) -> dict[Card, CardState]:
        return dict(map(state_of, self._file.rows(f"{STATES} where bank = :bank", {"bank": bank})))

    def state(self, bank: str, card: Card) -> CardState | None:
        query = f"{STATES} where bank = :bank and question = :question and side = :side"
        row = self._file.one(query, {"bank": bank, "question": card.question, "side": card.side})
        return state_of(row)[1] if row else None

    def state_version(self, bank: str) -> str | None:
        """Which rules and parameters the states follow; None where they have to be rebuilt from the log."""
        version = self._file.value("select version from state_version where bank = :bank", {"bank": bank})
        return None if version is None else str(version)

    # Writing

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: all that is written inside, durably, or nothing of it.

        Raises `CannotSave` where the disk is full or another program does not stop writing."""
        return self._file.transaction()

    def append(self, *events: Event) -> None:
        """In a transaction of its own where none is open."""
        with self._file.joined():
            self._file.table("event").insert_all(map(row_of, events))

    def keep(self, bank: str, states: Mapping[Card, CardState]) -> None:
        """Inside `writing()`, beside the events that led to these states."""
        self._file.require_transaction()
        self._file.table("state").upsert_all(state_rows(bank, states), pk=("bank", "question", "side"))

    def distrust(self, bank: str) -> None:
        """Its states then want rebuilding."""
        with self._file.joined():
            self._file.table("state_version").delete_where("bank = ?", (bank,))

    def rebuild(self, bank: str, states: Mapping[Card, CardState], version: str) -> None:
        """Replaces all states of the bank. With the replay in the same `writing()`, nothing comes between."""
        with self._file.joined():
            self._file.table("state").delete_where("bank = ?", (bank,))
            self._file.table("state").insert_all(state_rows(bank, states))
            self._file.table("state_version").upsert({"bank": bank, "version": version}, pk="bank")

    def merge(self, events: Iterable[Event]) -> int:
        """Adds those that are unknown and says how many; the states of their banks then want rebuilding."""
        with self._file.joined():
            last = self._file.value("select ifnull(max(rowid), 0) from event", {})
            self._file.table("event").insert_all(map(row_of, events), ignore=True)
            gained = "bank in (select bank from event where rowid > ?)"
            self._file.table("state_version").delete_where(gained, (last,))
            return int(self._file.value("select count(*) from event where rowid > :last", {"last": last}))

    # Settings

    def setting(self, name: str, default: Any = None) -> Any:
        value = self._file.value("select value from setting where name = :name", {"name": name})
        return default if value is None else json.loads(value)

    def set_setting(self, name: str, value: Any) -> None:
        """`value` as JSON can hold it."""
        with self._file.joined():
            self._file.table("setting").upsert({"name": name, "value": json.dumps(value)}, pk="name")

    def check(self) -> list[str]:
        """A sentence for each damage; none where the file is sound."""
        return findings(self._file)
