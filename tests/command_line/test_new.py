import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from zhu_quiz.bank.reader import read_text
from zhu_quiz.questions import Question

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_new_adds_a_draft_and_says_where_it_is_and_what_to_do(run: Run, home: Path) -> None:
    added = run("new", "choice").stdout.split("\n")
    lines = (home / "questions.yaml").read_text(encoding="utf-8").split("\n")
    number = lines.index("  - id: new-choice") + 1
    assert added[0] == f"questions.yaml:{number}: new-choice"
    assert added[1].startswith("Next: ")
    assert run("check").returncode == 0


def test_new_takes_an_id_and_refuses_one_that_is_taken(run: Run, home: Path) -> None:
    assert "mars-moons" in run("new", "number", "--id", "mars-moons").stdout
    before = (home / "questions.yaml").read_bytes()
    refused = run("new", "number", "--id", "mars-moons")
    assert refused.returncode == 1
    assert "already" in refused.stderr
    assert (home / "questions.yaml").read_bytes() == before


def test_new_without_a_type_lists_the_types(run: Run, home: Path) -> None:
    before = (home / "questions.yaml").read_bytes()
    listed = run("new").stdout
    assert all(f"  {kind} " in listed for kind in Question.kinds)
    assert (home / "questions.yaml").read_bytes() == before


def test_new_suggests_the_type_that_was_meant(run: Run) -> None:
    refused = run("new", "mcq")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Did you mean choice?" in refused.stderr


def test_new_makes_a_bank_where_there_is_none(run: Run, home: Path) -> None:
    assert "is a new bank" in run("new", "card", "--bank", "moons.yaml").stdout
    bank = read_text((home / "moons.yaml").read_bytes())
    assert (bank.id, list(bank.questions), bank.problems) == ("moons", ["new-card"], ())


def test_new_makes_a_bank_in_an_empty_file(run: Run, home: Path) -> None:
    (home / "moons.yaml").write_text("\n", encoding="utf-8")
    assert "is a new bank" in run("new", "card", "--bank", "moons.yaml").stdout
    assert list(read_text((home / "moons.yaml").read_bytes()).questions) == ["new-card"]


def test_the_types_are_told_in_lines_that_break_between_words(run: Run) -> None:
    for columns in (50, 80):
        assert max(map(len, run("new", COLUMNS=str(columns)).stdout.split("\n"))) <= columns


def test_new_says_what_is_wrong_with_a_place_where_nothing_can_be_written(run: Run, home: Path) -> None:
    refused = run("new", "card", "--bank", "missing/moons.yaml")
    assert refused.returncode == 1
    assert "cannot be written" in refused.stderr


def test_new_asks_for_the_type_where_somebody_can_answer(environment: dict[str, str], home: Path) -> None:
    keyboard, terminal = os.openpty()
    os.write(keyboard, b"multy\nmatch\n")
    command = [sys.executable, "-m", "zhu_quiz", "new"]
    told = subprocess.run(command, cwd=home, env=environment, stdin=terminal, capture_output=True, check=True)
    assert "There is no type of question “multy”. Did you mean multi?" in told.stdout.decode()
    assert "new-match" in read_text((home / "questions.yaml").read_bytes()).questions
