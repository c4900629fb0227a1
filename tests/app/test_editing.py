"""A question is mended in the learner's own editor in the middle of a sitting, and the sitting goes on."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from zhu_quiz.app.editing import PACKAGE, check, chosen, command
from zhu_quiz.app.screens.edited import outcome
from zhu_quiz.bank import read_bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import QuizError

Make = Callable[..., Any]

EDITOR = """\
import json, sys
from pathlib import Path
*_, path = sys.argv
Path(path).with_name("arguments").write_text(json.dumps(sys.argv[1:]))
text = Path(path).read_text(encoding="utf-8")
edits = json.loads(Path(path).with_name("edits").read_text(encoding="utf-8"))
before, after = edits.pop(0)
assert before in text
Path(path).write_text(text.replace(before, after), encoding="utf-8")
Path(path).with_name("edits").write_text(json.dumps(edits), encoding="utf-8")
"""
"""Makes one edit of a list each time it is opened."""


class Desk:
    """A bank in a file, and an editor that does what it is told."""

    def __init__(self, folder: Path, quiz_on: Make, text_of: Callable[..., str]) -> None:
        self.path = folder / "questions.yaml"
        self.folder = folder
        self.text_of = text_of
        self._quiz_on = quiz_on
        (folder / "editor.py").write_text(EDITOR, encoding="utf-8")

    def quiz(self, *entries: str) -> Any:
        self.path.write_text(self.text_of(*entries), encoding="utf-8")
        return self._quiz_on(read_bank(self.path))

    def edits(self, *edits: tuple[str, str]) -> None:
        (self.folder / "edits").write_text(json.dumps(edits), encoding="utf-8")

    @property
    def arguments(self) -> list[str]:
        """With which the editor was opened."""
        return list(json.loads((self.folder / "arguments").read_text()))


@pytest.fixture
def desk(tmp_path: Path, quiz_on: Make, text_of: Make, monkeypatch: pytest.MonkeyPatch) -> Desk:
    # A terminal for tests, lent as a real one is.
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", shlex.join([sys.executable, str(tmp_path / "editor.py")]))
    return Desk(tmp_path, quiz_on, text_of)


async def test_the_same_question_is_asked_in_its_new_words(desk: Desk) -> None:
    desk.edits(("employed Zhu", "paid Zhu"))
    async with desk.quiz("choice", "multi").running() as learner:
        await learner.press("e")
        assert "Which US university paid Zhu" in learner.seen
        assert "Read again." in learner.seen
        assert "1 of 2" in learner.seen
        await learner.press("2")
        assert "✓ Right." in learner.seen
        assert len(learner.reviews) == 1


async def test_the_editor_is_opened_at_the_line_of_the_question(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = desk.folder / "vim"
    editor.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {desk.folder}/editor.py "$@"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", f"{editor} -u NONE")
    desk.edits(("employed Zhu", "paid Zhu"))
    async with desk.quiz("choice").running() as learner:
        await learner.press("e")
        line = desk.path.read_text(encoding="utf-8").split("\n").index("  - id: employer") + 1
        assert desk.arguments == ["-u", "NONE", f"+{line}", str(desk.path)]


async def test_while_one_types_it_is_another_key_and_what_is_typed_stays(desk: Desk) -> None:
    desk.edits(("How many dollars did the project", "How many dollars did the project"))
    async with desk.quiz("number").running() as learner:
        await learner.write("12")
        await learner.press("ctrl+e")
        await learner.write("34")
        assert "▸ 1234" in learner.seen
        assert "Read again." in learner.seen


async def test_after_an_answer_its_words_stay_and_it_can_be_overruled(desk: Desk) -> None:
    desk.edits(("employed Zhu", "paid Zhu"), ("id: employer", "id: payer\n    was: [employer]"))
    async with desk.quiz("choice", "multi").running() as learner:
        await learner.press("1", "e")
        assert "Which US university employed Zhu" in learner.seen
        assert "It changes when it comes again." in learner.seen
        await learner.press("e", "o")
        assert "You chose Good." in learner.seen
        assert [review.card.question for review in learner.reviews] == ["payer"]


async def test_a_question_that_is_broken_is_explained_in_place_and_can_be_mended(desk: Desk) -> None:
    desk.edits(
        ("- right: University", "- wrong: University"),
        ("- wrong: University of California, Los", "- right: University of California, Los"),
    )
    async with desk.quiz("choice", "multi").running() as learner:
        await learner.press("e")
        assert "“employer” is left out until it is mended." in learner.seen
        assert "No option is right." in learner.seen
        assert "e edit again" in learner.seen
        await learner.press("e")
        assert "Which US university" in learner.seen
        assert "1 of 2" in learner.seen


async def test_a_question_left_broken_gives_way_to_the_next(desk: Desk) -> None:
    desk.edits(("- right: University", "- wrong: University"))
    async with desk.quiz("choice", "multi").running() as learner:
        await learner.press("e", "enter")
        assert "Which of these does the article name" in learner.seen
        assert "“employer” is left out" in learner.seen
        assert "1 of 1" in learner.seen


async def test_the_only_question_broken_goes_on_as_it_was(desk: Desk) -> None:
    desk.edits(("- right: University", "- wrong: University"))
    async with desk.quiz("choice").running() as learner:
        await learner.press("e", "enter", "2")
        assert "✓ Right." in learner.seen


async def test_a_question_that_is_deleted_ends_a_sitting_of_it_alone(desk: Desk) -> None:
    desk.edits((desk.text_of("choice").removeprefix(desk.text_of("")), ""))
    async with desk.quiz("choice", "multi").running() as learner:
        await learner.press("e")
        assert "There is no question “employer” any more." in learner.seen
        assert "Which of these" in learner.seen


async def test_a_file_that_is_gone_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "rm")
    async with desk.quiz("choice").running() as learner:
        await learner.press("e")
        assert "What was read before goes on." in " ".join(learner.seen.split())
        await learner.press("e")
        assert "is not there any more" in " ".join(learner.seen.split())
        await learner.press("2")
        assert "✓ Right." in learner.seen


async def test_a_warning_of_the_question_is_told(desk: Desk) -> None:
    desk.edits(("ask: Which US university", "ask: Which US\u200b university"))
    async with desk.quiz("choice").running() as learner:
        await learner.press("e")
        seen = " ".join(learner.seen.split())
        assert "Read again." in seen
        assert "(line 16)" in seen


async def test_an_editor_that_cannot_be_started_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor --fast")
    async with desk.quiz("choice").running(120, 40) as learner:
        await learner.press("e")
        seen = " ".join(learner.seen.split())
        assert "The editor no-such-editor cannot be started" in seen
        assert "line 14." in seen


async def test_the_screen_comes_back_from_an_editor_that_cannot_be_started(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    for step in ("suspend_application_mode", "resume_application_mode"):
        monkeypatch.setattr(HeadlessDriver, step, lambda driver, step=step: steps.append(step))
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with desk.quiz("choice").running() as learner:
        await learner.press("e")
        assert steps == ["suspend_application_mode", "resume_application_mode"]


async def test_without_any_editor_the_place_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR")
    monkeypatch.setenv("PATH", str(desk.folder))
    async with desk.quiz("choice").running(120, 40) as learner:
        await learner.press("e")
        assert "No editor was found. Name yours in EDITOR, or open" in learner.seen


async def test_time_in_the_editor_is_no_time_of_thinking(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.edits(("employed Zhu", "employed Zhu"))
    async with desk.quiz("choice").running() as learner:
        monkeypatch.setattr(
            learner.app.screen.study, "reread", _later(learner.clock, learner.app.screen.study.reread)
        )
        await learner.press("e", "2")
        assert learner.reviews[0].thinking_ms < 10_000


def _later(clock: Any, reread: Callable[..., Any]) -> Callable[..., Any]:
    def after_a_minute(*arguments: Any) -> Any:
        clock.seconds += 60
        return reread(*arguments)

    return after_a_minute


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vim", "vim +7 {}"),
        ("/usr/bin/nvim -n", "/usr/bin/nvim -n +7 {}"),
        ("nano", "nano +7 {}"),
        ("emacsclient -t", "emacsclient -t +7 {}"),
        ("hx", "hx {}:7"),
        ("subl", "subl --wait {}:7"),
        ("zed --wait", "zed --wait {}:7"),
        ("code", "code --wait --goto {}:7"),
        ("code -w", "code -w --goto {}:7"),
        ("ed", "ed {}"),
    ],
)
def test_each_editor_is_told_the_line_in_its_way(words: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "my questions.yaml"
    assert command(words.split(), path, 7) == [part.replace("{}", str(path)) for part in expected.split()]


def test_visual_comes_before_editor_and_may_have_options() -> None:
    assert chosen({"VISUAL": "'/my apps/vim' -R", "EDITOR": "nano"}) == ["/my apps/vim", "-R"]


def test_an_editor_with_an_open_quotation_mark_is_explained() -> None:
    with pytest.raises(QuizError, match="a quotation mark is open"):
        chosen({"EDITOR": "vim 'x"})


def test_the_bank_that_came_along_is_not_edited_in_place() -> None:
    with pytest.raises(QuizError, match="Copy"):
        check(PACKAGE / "questions.yaml")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_only_be_read_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.touch(0o444)
    with pytest.raises(QuizError, match="may be read but not changed"):
        check(path)


def test_another_bank_in_the_same_file_is_not_gone_on_with(text_of: Make) -> None:
    old = read_text(text_of("choice"))
    new = read_text(text_of("choice").replace("id: zhu", "id: other"))
    assert outcome(old, new, "employer").bank is old


def test_a_review_starts_without_what_only_a_teacher_needs() -> None:
    script = "import sys, zhu_quiz.app.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not [name for name in loaded.stdout.split() if name.startswith("zhu_quiz.teach") or "edit" in name]
