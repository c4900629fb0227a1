"""After midnight it is still the day before, here as in real Anki; so what comes and goes then must not change."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("hour", [0, 2])
def test_what_comes_and_goes_is_the_same_between_midnight_and_four(hour: int) -> None:
    east = (hour - datetime.now(UTC).hour) % 24
    zone = f"XXX{-east if east <= 12 else 24 - east:+d}"
    tests = (str(HERE / "test_pull.py"), str(HERE / "test_push.py"))
    kept = "remembered_here or continued or learned_here or learned_since or second_push or midnight"
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "-k", kept, *tests]
    done = subprocess.run(
        command, env={**os.environ, "TZ": zone}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
