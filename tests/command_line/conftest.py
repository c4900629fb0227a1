import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sample import BANK

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with the small bank, and nothing of the machine's own settings."""
    (tmp_path / "questions.yaml").write_text(BANK, encoding="utf-8")
    return tmp_path


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ZHU_QUIZ", "XDG_"))}
    return {**kept, "HOME": str(home), "ZHU_QUIZ_DB": str(home / "progress.db"), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def run(home: Path, environment: dict[str, str]) -> Run:
    """Runs a command in that folder."""

    def run(*arguments: str, lines: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "zhu_quiz", *arguments],
            cwd=home,
            env={**environment, **more},
            input=lines,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run
