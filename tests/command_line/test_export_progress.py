"""`export anki --with-progress`: what it tells, and that without it nothing of the learner leaves."""

import sqlite3
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from playing import finish
from sample import BANK, MONDAY
from zhu_quiz.bank.reader import read_text
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def learned(home: Path) -> None:
    with Journal.open(home / "progress.db") as journal:
        finish(Study(read_text(BANK), journal).sit_new(MONDAY, 99))


def answers_in(package: Path) -> int:
    with zipfile.ZipFile(package) as archive, closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(archive.read("collection.anki2"))
        (count,) = connection.execute("select count(*) from revlog").fetchone()
        return int(count)


def test_progress_goes_along_where_it_is_asked_for(run: Run, home: Path, learned: None) -> None:
    done = run("export", "anki", "--with-progress", "-o", "mine.apkg")
    assert done.returncode == 0
    assert "Your progress goes along: 10 answers." in done.stderr
    assert "tick “Import any learning progress”" in done.stderr
    assert answers_in(home / "mine.apkg") == 10


def test_progress_stays_at_home_else(run: Run, home: Path, learned: None) -> None:
    done = run("export", "anki", "-o", "deck.apkg")
    assert "progress goes along" not in done.stderr
    assert answers_in(home / "deck.apkg") == 0


def test_the_package_without_progress_does_not_depend_on_who_exports(
    run: Run, home: Path, learned: None
) -> None:
    run("export", "anki", "-o", "mine.apkg")
    run("export", "anki", "-o", "theirs.apkg", ZHU_QUIZ_DB=str(home / "other.db"))
    assert (home / "mine.apkg").read_bytes() == (home / "theirs.apkg").read_bytes()


def test_a_beginner_is_told_that_there_is_none(run: Run) -> None:
    done = run("export", "anki", "--with-progress")
    assert done.returncode == 0
    assert "There is no progress yet to take along." in done.stderr


def test_what_stays_behind_is_counted(run: Run, home: Path, learned: None) -> None:
    (home / "questions.yaml").write_text(BANK.replace("id: red\n", "id: blue\n"), encoding="utf-8")
    done = run("export", "anki", "--with-progress")
    assert (
        "9 answers. Left behind, to questions that are gone or have changed since: 1 answer." in done.stderr
    )


def test_a_dry_run_tells_the_same_and_writes_nothing(run: Run, home: Path, learned: None) -> None:
    done = run("export", "anki", "--with-progress", "--dry-run")
    assert "10 answers" in done.stderr
    assert not list(home.glob("*.apkg"))


def test_progress_that_cannot_be_read_is_not_passed_over(run: Run, home: Path) -> None:
    (home / "progress.db").write_bytes(b"no database" * 100)
    done = run("export", "anki", "--with-progress")
    assert done.returncode != 0
    assert not list(home.glob("*.apkg"))
