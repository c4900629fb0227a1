"""Several processes, and the ways in which they end."""

import random
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zhu_quiz.model.event import Review
from zhu_quiz.model.memory import Card, CardState
from zhu_quiz.progress import CannotSave, Journal

APPENDER = Path(__file__).with_name("appender.py")
Make = Callable[..., Review]
CARD = Card("us-employer")
KILLS = 10
FIRST_STARTS = 10
"""Raise both for a long run."""


def appender(events: int, *paths: Path) -> subprocess.Popen[str]:
    """A process that appends to each file, as soon as `let_go` allows it."""
    command = [sys.executable, str(APPENDER), str(events), *map(str, paths)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def let_go(*processes: subprocess.Popen[Any]) -> None:
    """All at once, after each has said that it is ready."""
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()


def sound_ids(path: Path) -> set[str]:
    """Of the events in the log, which is sound and agrees with the state."""
    with Journal.open(path) as journal:
        assert journal.check() == []
        ids = [event.id for event in journal.events("zhu")]
        assert journal.states("zhu") == ({CARD: CardState(reps=len(ids))} if ids else {})
        return set(ids)


def test_two_that_append_lose_nothing(path: Path) -> None:
    both = appender(50, path), appender(50, path)
    let_go(*both)
    acknowledged = {id for process in both for id in process.communicate()[0].split()}
    assert sound_ids(path) == acknowledged
    assert len(acknowledged) == 100


def test_six_that_make_the_file_at_once_all_succeed(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.db" for number in range(FIRST_STARTS)]
    six = [appender(1, *paths) for _ in range(6)]
    let_go(*six)
    acknowledged = {id for process in six for id in process.communicate()[0].split()}
    assert [process.returncode for process in six] == [0] * 6
    assert set[str]().union(*map(sound_ids, paths)) == acknowledged
    assert len(acknowledged) == 6 * FIRST_STARTS


def test_no_kill_loses_what_was_acknowledged(path: Path) -> None:
    chance = random.Random(7)
    acknowledged = set[str]()
    for _ in range(KILLS):
        process = appender(10_000, path)
        let_go(process)
        assert process.stdout
        acknowledged |= {process.stdout.readline().strip() for _ in range(chance.randrange(20))}
        process.kill()
        acknowledged |= {
            line.strip() for line in process.communicate()[0].splitlines(keepends=True) if "\n" in line
        }
    kept = sound_ids(path)
    assert acknowledged <= kept
    assert len(kept - acknowledged) <= KILLS, "a kill may fall between a commit and its acknowledgement"


def test_one_can_read_while_another_writes(path: Path) -> None:
    writer = appender(60, path)
    let_go(writer)
    assert writer.stdout
    with Journal.open(path) as journal:
        for number, line in enumerate(writer.stdout, 1):
            seen = [event.id for event in journal.events("zhu")]
            assert line.strip() in seen
            assert len(seen) >= number
    assert writer.wait() == 0


def append_and_keep(journal: Journal, event: Review) -> None:
    with journal.writing():
        journal.keep("zhu", {CARD: CardState(reps=1)})
        journal.append(event)


def test_who_waits_in_vain_for_another_writer_can_try_again(
    journal: Journal, path: Path, review: Make
) -> None:
    answer = review()
    with Journal.open(path, patience=0) as waiting:
        with (
            journal.writing(),
            pytest.raises(CannotSave, match=r"Another program is writing to .*progress\.db"),
        ):
            append_and_keep(waiting, answer)
        append_and_keep(waiting, answer)
        assert tuple(waiting.events("zhu")) == (answer,)


def test_a_full_disk_costs_nothing_but_a_second_try(journal: Journal, review: Make) -> None:
    connection = journal._file.connection
    before, answer = review(), review(reason="long " * 2_000)
    journal.append(before)
    (pages,) = connection.execute("pragma page_count").fetchone()
    connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(CannotSave, match=r"There is no room left on the disk of .*progress\.db"):
        append_and_keep(journal, answer)
    assert (tuple(journal.events("zhu")), journal.states("zhu")) == ((before,), {})
    connection.execute("pragma max_page_count = 1000000")
    append_and_keep(journal, answer)
    assert tuple(journal.events("zhu")) == (before, answer)


def test_a_failing_disk_costs_nothing_but_a_second_try(journal: Journal, path: Path, review: Make) -> None:
    answers = tuple(review() for _ in range(1_000))
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, allowed[1]))
    try:
        with pytest.raises(CannotSave, match=r"The disk of .*progress\.db reports a fault"):
            journal.append(*answers)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)
    assert journal.count("zhu") == 0
    journal.append(*answers)
    assert (tuple(journal.events("zhu")), journal.check()) == (answers, [])
