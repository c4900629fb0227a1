import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sample import BANK

Run = Callable[..., subprocess.CompletedProcess[str]]

CLAIMED = BANK.replace(
    "questions:",
    "claims:\n  - {id: moons, text: Mars has two moons.}\n  - {id: cold, text: Neptune is cold.}\nquestions:",
).replace("answer: 2\n", "answer: 2\n    claims: [moons]\n")


@pytest.fixture(autouse=True)
def claimed(home: Path) -> None:
    (home / "questions.yaml").write_text(CLAIMED, encoding="utf-8")


def test_coverage_names_what_no_question_tests(run: Run) -> None:
    told = run("coverage", COLUMNS="60")
    assert told.returncode == 0
    assert "     1   50 %  tested\n" in told.stdout
    assert "Claims that no question tests\n  cold  Neptune is cold.\n" in told.stdout


def test_coverage_speaks_json_to_programs(run: Run) -> None:
    told = json.loads(run("coverage", "--json").stdout)
    assert (told["bank"], told["tested_percent"], told["untested"]) == ("planets", 50, ["cold"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--strict"], 1),
        (["--strict", "--least", "50"], 0),
        (["--strict", "--least", "50.1"], 1),
        (["--least", "50"], 2),
        (["--strict", "--least", "101"], 2),
    ],
)
def test_coverage_fails_only_where_it_is_asked_to(run: Run, arguments: list[str], code: int) -> None:
    assert run("coverage", *arguments).returncode == code


def test_a_bank_without_claims_is_told_how_to_list_them(run: Run, home: Path) -> None:
    (home / "questions.yaml").write_text(BANK, encoding="utf-8")
    told = run("coverage")
    assert (told.returncode, "`claims:`" in told.stderr) == (0, True)
    assert run("coverage", "--strict").returncode == 1


def test_what_cannot_be_asked_is_not_counted(run: Run, home: Path) -> None:
    (home / "questions.yaml").write_text(CLAIMED.replace("answer: 2\n", "answer: two\n"), encoding="utf-8")
    told = run("coverage")
    assert "     0    0 %  tested\n" in told.stdout
    assert "Not counted until they are mended: moons." in told.stderr
