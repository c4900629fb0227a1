"""The preview, as far as no terminal is needed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_without_a_terminal_it_names_the_check(run: Run) -> None:
    ended = run("preview")
    assert ended.returncode == 1
    assert "zhu-quiz check" in ended.stderr


def test_an_id_that_is_not_there_is_told(run: Run) -> None:
    ended = run("preview", "nope")
    assert ended.returncode == 1
    assert "questions.yaml has no question with the id “nope”." in ended.stderr


def test_a_bank_that_is_not_there_is_told(run: Run) -> None:
    ended = run("preview", "--bank", "nowhere.yaml")
    assert ended.returncode == 1
    assert "There is no nowhere.yaml here. Did you mean questions.yaml?" in ended.stderr


def test_it_opens_no_progress(run: Run, home: Path) -> None:
    run("preview")
    assert not (home / "progress.db").exists()
