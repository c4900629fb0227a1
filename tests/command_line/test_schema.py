import subprocess
from collections.abc import Callable
from pathlib import Path

from zhu_quiz.teach.telling.schema import schema_text

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_schema_is_printed(run: Run) -> None:
    assert run("schema").stdout == schema_text()


def test_the_schema_is_written_and_told_how_to_point_to(run: Run, home: Path) -> None:
    told = run("schema", "-o", "bank.schema.json").stdout
    assert (home / "bank.schema.json").read_text(encoding="utf-8") == schema_text()
    assert "# yaml-language-server: $schema=bank.schema.json\n" in told


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(run: Run) -> None:
    refused = run("schema", "-o", "nowhere/bank.schema.json")
    assert refused.returncode == 1
    assert "cannot be written" in refused.stderr
    assert "Traceback" not in refused.stderr
