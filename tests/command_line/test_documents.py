import asyncio
import runpy
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def test_the_readme_tells_of_the_commands_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["commands.py", "--check"])
    assert runpy.run_path(str(DOCS / "commands.py"))["main"]() == 0


def test_the_pictures_show_the_app_as_it_is(tmp_path: Path) -> None:
    script = runpy.run_path(str(DOCS / "screenshots.py"))
    drawn = asyncio.run(script["drawn"]())
    kept = {name: (DOCS / "pictures" / f"{name}.svg").read_text("utf-8") for name in drawn}
    assert drawn == kept, "run make screenshots"
