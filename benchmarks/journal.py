"""What an answer costs to save and a log to read, as ratios to bare SQLite doing the same beside it.

Run: python benchmarks/journal.py"""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from zhu_quiz.model.event import Review
from zhu_quiz.model.memory import Card, CardState, Grade, MemoryState
from zhu_quiz.progress import Journal
from zhu_quiz.progress.rows import COLUMNS, row_of

ANSWERS = 300
LOG = 100_000
MEMORY = MemoryState(12.345678901, 5.123456789, 739_889)


def review(journal: Journal, number: int) -> Review:
    at_ms = 1_790_000_000_000 + number * 20_000
    return Review(
        id=journal.new_id(at_ms), bank="zhu", at_ms=at_ms, offset_minutes=480, study_day=739_889,
        card=Card(f"question-{number % 300}"), revision=1, key_hash="5a3f0c9b12de", kind="choice",
        sitting="01a0c000-0000-7000-8000-000000000000", response="University of California, Los Angeles",
        fraction=1.0, chance=1 / 3, thinking_ms=5_250, proposed=Grade.GOOD, grade=Grade.GOOD,
        reason="Right, in your usual time.", recall=0.9123456789, before=MEMORY, after=MEMORY,
        due_day=739_900, parameters="fsrs6",
    )  # fmt: skip


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


@contextmanager
def bare(path: Path) -> Iterator[sqlite3.Connection]:
    """Tables of the same columns without an index or a trigger, and the same promise to the learner."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=full")
        connection.execute(f"create table event ({', '.join(COLUMNS)})")
        connection.execute("create table state (card primary key, stability, difficulty, study_day)")
        yield connection


def save(journal: Journal, event: Review) -> None:
    with journal.writing():
        journal.append(event)
        journal.keep("zhu", {event.card: CardState(memory=event.after, reps=1)})


INSERT = f"insert into event values ({', '.join('?' * len(COLUMNS))})"


def save_barely(connection: sqlite3.Connection, event: Review) -> None:
    connection.execute("begin immediate")
    connection.execute(INSERT, tuple(row_of(event).values()))
    connection.execute(
        "insert or replace into state values (?, ?, ?, ?)", (str(event.card), 12.3, 5.1, 739_889)
    )
    connection.execute("commit")


def compare_saving(folder: Path) -> None:
    ours, theirs = [], []
    with Journal.open(folder / "saving.db") as journal, bare(folder / "bare-saving.db") as connection:
        for number in range(ANSWERS):
            event = review(journal, number)
            ours.append(milliseconds(partial(save, journal, event)))
            theirs.append(milliseconds(partial(save_barely, connection, event)))
    slowest = sorted(ours)[int(0.99 * ANSWERS)]
    print(f"save an answer   {median(ours):6.1f} ms (99 of 100 within {slowest:.1f} ms)")
    print(f"  bare SQLite    {median(theirs):6.1f} ms, ratio {median(ours) / median(theirs):.1f}")


def compare_reading(folder: Path) -> None:
    with Journal.open(folder / "reading.db") as journal, bare(folder / "bare-reading.db") as connection:
        events = [review(journal, number) for number in range(LOG)]
        journal.append(*events)
        connection.execute("begin")
        connection.executemany(INSERT, (tuple(row_of(event).values()) for event in events))
        connection.execute("commit")
        del events
        ours = min(milliseconds(lambda: sum(1 for _ in journal.events("zhu"))) for _ in range(3))
        query = "select * from event where bank = 'zhu' order by id"
        theirs = min(milliseconds(lambda: sum(1 for _ in connection.execute(query))) for _ in range(3))
    print(f"read the log     {LOG / ours * 1000:9,.0f} events a second")
    print(f"  bare SQLite    {LOG / theirs * 1000:9,.0f} rows a second, ratio {ours / theirs:.1f}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        compare_saving(Path(name))
        compare_reading(Path(name))
