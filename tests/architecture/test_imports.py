"""What a command must not load: a static graph cannot see a deferred import."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BANK = str(Path(__file__).parents[2] / "questions.yaml")
SCREENS = ("textual", "rich")
HEAVY = (*SCREENS, "genanki", "sqlite_utils", "yaml")
LOADED = """
import json, sys
sys.argv = ["zhu-quiz", *json.loads(sys.argv[1])]
from zhu_quiz.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print("LOADED", json.dumps(sorted(sys.modules)))
"""


def _loaded(arguments: list[str], home: Path) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", LOADED, json.dumps(arguments)],
        cwd=home,
        env={
            **os.environ,
            "HOME": str(home),
            "ZHU_QUIZ_DB": str(home / "progress.db"),
            "XDG_CACHE_HOME": str(home),
        },
        input="q\n",
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(run.stdout.rpartition("LOADED ")[2]))


@pytest.mark.parametrize("arguments", [["--help"], ["review", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    assert not _loaded(arguments, tmp_path) & {*HEAVY, "sqlite3"}


def test_due_loads_nothing_heavy_once_the_bank_is_cached(tmp_path: Path) -> None:
    _loaded(["due", "--short"], tmp_path)
    assert not _loaded(["due", "--short"], tmp_path) & {*HEAVY}


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", BANK],
        ["explain", "4"],
        ["review", "--plain"],
        ["doctor"],
        ["export", "anki", "-o", "deck.apkg"],
    ],
)
def test_no_command_but_the_app_loads_textual(arguments: list[str], tmp_path: Path) -> None:
    assert not _loaded(arguments, tmp_path) & {*SCREENS}


def test_a_sitting_loads_no_exporter(tmp_path: Path) -> None:
    assert "genanki" not in _loaded(["review", "--plain"], tmp_path)
