import asyncio
import re
import runpy
import sys
from pathlib import Path

import pytest

from fragments import as_bank
from zhu_quiz.questions import Question
from zhu_quiz.teach.checking import check_text

DOCS = Path(__file__).parents[2] / "docs"


def test_the_readme_tells_of_the_commands_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["commands.py", "--check"])
    assert runpy.run_path(str(DOCS / "commands.py"))["main"]() == 0


def test_the_pages_on_the_codes_are_those_of_explain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["rules.py", "--check"])
    assert runpy.run_path(str(DOCS / "rules.py"))["main"]() == 0, "run make docs"


def test_the_tables_of_keys_are_those_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["keys.py", "--check"])
    assert runpy.run_path(str(DOCS / "keys.py"))["main"]() == 0, "run make docs"


def test_every_example_in_the_guide_for_teachers_can_be_used() -> None:
    guide = (DOCS / "for-teachers.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```yaml\n((?:  - id|format):.*?)^```", guide, re.DOTALL | re.MULTILINE)
    assert len(examples) > 10
    for example in examples:
        problems = check_text(as_bank(example)).bank.problems
        assert not problems, f"{example}\n{problems}"


def test_a_bank_in_another_language_on_another_matter_has_no_problems() -> None:
    checked = check_text((DOCS / "examples" / "wasser.yaml").read_bytes())
    assert (checked.bank.problems, checked.notes) == ((), ())
    assert {question.kind for question in checked.bank.ready} == set(Question.kinds)
    assert checked.bank.lang != "en"


def test_the_pictures_show_the_app_as_it_is(tmp_path: Path) -> None:
    script = runpy.run_path(str(DOCS / "screenshots.py"))
    drawn = asyncio.run(script["drawn"]())
    kept = {name: (DOCS / "pictures" / f"{name}.svg").read_text("utf-8") for name in drawn}
    assert drawn == kept, "run make screenshots"
