import subprocess
from collections.abc import Callable
from pathlib import Path

from sample import BANK

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_fmt_writes_good_form_and_then_has_nothing_to_do(run: Run, home: Path) -> None:
    path = home / "questions.yaml"
    assert run("fmt").returncode == 0
    text = path.read_text(encoding="utf-8")
    assert text == BANK.replace("\nquestions:", "\n\nquestions:").replace(
        "\n  - id: ", "\n\n  - id: "
    ).replace("\n\n  - {id", "\n  - {id")
    assert "is in good form." in run("fmt").stderr
    assert path.read_text(encoding="utf-8") == text


def test_fmt_check_writes_nothing_and_says_by_its_exit_code_what_it_would(run: Run, home: Path) -> None:
    assert run("fmt", "--check").returncode == 1
    assert (home / "questions.yaml").read_text(encoding="utf-8") == BANK
    run("fmt")
    assert run("fmt", "--check").returncode == 0


def test_fmt_diff_shows_what_would_change_and_writes_nothing(run: Run, home: Path) -> None:
    (home / "questions.yaml").write_text(BANK.replace("Venus", "\x1b[31m"), encoding="utf-8")
    shown = run("fmt", "--diff")
    assert shown.returncode == 0
    assert shown.stdout.startswith("--- questions.yaml\n+++ questions.yaml\n")
    assert "\x1b" not in shown.stdout
    assert "\x1b" in (home / "questions.yaml").read_text(encoding="utf-8")


def test_fmt_leaves_a_bank_with_errors_alone(run: Run, home: Path) -> None:
    broken = BANK.replace("answer: 2", "answer: two")
    (home / "other.yaml").write_text(broken, encoding="utf-8")
    refused = run("fmt", "other.yaml")
    assert (refused.returncode, refused.stdout) == (1, "")
    told = refused.stderr.splitlines()
    assert told[0] == "zhu-quiz: other.yaml has 1 error, so it is left as it is:"
    assert told[1].startswith("  other.yaml:28:13: error[ZQ110] (moons): ")
    assert told[3] == "See what to write instead with: zhu-quiz check other.yaml"
    assert (home / "other.yaml").read_text(encoding="utf-8") == broken
