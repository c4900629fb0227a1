import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sample import BANK

Run = Callable[..., subprocess.CompletedProcess[str]]
SOUND = """\
format: zhu-quiz/1
id: planets
title: The planets
questions:
  - id: red
    type: short
    ask: Which planet owes its colour to rust?
    answer: Mars
    explain: Its soil is rich in iron, and iron rusts.
    source: {evidence: red with rust}
"""
COLON = SOUND.replace("ask: Which planet", "ask: Which one: which planet")
WARNED = SOUND.replace("Which planet owes its colour to rust?", "Which planet is #1 in rust?")
INFORMED = SOUND.replace("short", "choice").replace(
    "    answer: Mars\n",
    "    options:\n      - right: Mars\n      - wrong: Venus\n      - wrong: Earth\n      - wrong: Saturn\n"
    "      - wrong: Uranus\n      - wrong: Neptune\n",
)
"""With more options than needed."""


@pytest.fixture
def bank(home: Path) -> Callable[[str], Path]:
    def write(text: str, name: str = "questions.yaml") -> Path:
        path = home / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


Write = Callable[..., Path]


@pytest.fixture
def check(run: Run) -> Run:
    """Nowhere near a CI server."""

    def check(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return run("check", *arguments, **{"CI": "", "GITHUB_STEP_SUMMARY": "", **more})

    return check


def test_a_sound_bank_passes(check: Run, bank: Write) -> None:
    bank(SOUND)
    checked = check()
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("questions.yaml: 1 question can be asked, no problems found.\n")


def test_every_mistake_is_named_and_the_rest_can_be_studied(check: Run, run: Run, bank: Write) -> None:
    bank(BANK.replace("type: short", "type: shrot").replace("answer: 2", "answer: two"))
    checked = check()
    assert checked.returncode == 1
    assert "error[ZQ104] (red)" in checked.stdout
    assert "error[ZQ110] (moons)" in checked.stdout
    assert "Left out until they are mended: red, moons." in checked.stdout
    assert run("due", "--short").stdout == "0 due 7 new\n"


def test_a_problem_is_shown_with_its_place_its_remedy_and_where_to_read_more(check: Run, bank: Write) -> None:
    bank(COLON)
    assert check().stdout.startswith(
        "questions.yaml:7:19: error[ZQ004] (red): A text with a colon and a space in it must be in quotes.\n"
        "  |\n"
        "7 |     ask: Which one: which planet owes its colour to rust?\n"
        "  |                   ^\n"
        '  = help: Write  ask: "Which one: which planet owes its colour to rust?"\n'
        "  = more: zhu-quiz explain ZQ004\n"
    )


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (SOUND, ["--strict"], 0),
        (INFORMED, ["--strict"], 0),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (COLON, [], 1),
    ],
)
def test_errors_fail_and_with_strict_warnings_too(
    check: Run, bank: Write, text: str, arguments: list[str], code: int
) -> None:
    bank(text)
    assert check(*arguments).returncode == code


@pytest.mark.parametrize(
    ("arguments", "ci", "is_told"),
    [([], "", True), ([], "true", False), (["--all"], "true", True), ([], "false", True)],
)
def test_infos_are_left_out_on_a_ci_server(
    check: Run, bank: Write, arguments: list[str], ci: str, is_told: bool
) -> None:
    bank(INFORMED)
    assert ("info[" in check(*arguments, CI=ci).stdout) is is_told


def test_several_banks_are_checked_and_one_that_fails_is_enough(check: Run, bank: Write) -> None:
    bank(SOUND)
    bank(COLON, "other.yaml")
    checked = check("questions.yaml", "other.yaml", "--format", "concise")
    assert checked.returncode == 1
    assert "\nother.yaml:7:19: error[ZQ004]" in checked.stdout


def test_a_bank_may_come_through_a_pipe(check: Run, bank: Write) -> None:
    checked = check("-", "--format", "concise", lines=COLON)
    assert checked.stdout.startswith("-:7:19: error[ZQ004] (red): ")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_programs_are_given_json_and_nothing_else(check: Run, bank: Write, form: str) -> None:
    bank(COLON)
    checked = check("--format", form)
    assert json.loads(checked.stdout)["version"]
    assert checked.returncode == 1


def test_ci_servers_are_given_tests(check: Run, bank: Write) -> None:
    bank(COLON)
    assert ElementTree.fromstring(check("--format", "junit").stdout).get("failures") == "1"


def test_github_is_given_notes_and_a_table(check: Run, bank: Write, home: Path) -> None:
    bank(COLON)
    checked = check("--format", "github", GITHUB_STEP_SUMMARY=str(home / "summary.md"))
    assert checked.stdout.startswith("::error file=questions.yaml,line=7,endLine=7,col=19,")
    assert "| error ZQ004 | questions.yaml" in (home / "summary.md").read_text("utf-8")


def test_a_page_of_a_run_that_cannot_be_written_is_said(check: Run, bank: Write, home: Path) -> None:
    bank(SOUND)
    checked = check("--format", "github", GITHUB_STEP_SUMMARY=str(home))
    assert "GITHUB_STEP_SUMMARY" in checked.stderr
    assert "Traceback" not in checked.stderr


def test_colours_are_for_terminals(check: Run, bank: Write) -> None:
    bank(COLON)
    assert "\x1b" not in check().stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("no_color", "is_coloured"), [("", True), ("1", False)])
def test_a_terminal_is_shown_colours_unless_it_wants_none(
    bank: Write, home: Path, environment: dict[str, str], no_color: str, is_coloured: bool
) -> None:
    bank(COLON)
    outer, inner = os.openpty()
    told = b""
    with subprocess.Popen(
        [sys.executable, "-m", "zhu_quiz", "check"],
        cwd=home, env={**environment, "NO_COLOR": no_color}, stdout=inner,
    ):  # fmt: skip
        os.close(inner)
        with suppress(OSError):  # That is how Linux says that the other end was closed.
            while piece := os.read(outer, 4096):
                told += piece
    os.close(outer)
    assert (b"\x1b[1merror\x1b[0m[ZQ004]" in told) is is_coloured
    assert b"[ZQ004] (red)" in told


def test_the_hook_for_pre_commit_runs(check: Run, bank: Write) -> None:
    hook = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8")
    entry = re.search("entry: zhu-quiz check (.*)", hook)
    files = re.search("files: (.*)", hook)
    assert entry
    assert files
    assert re.search(files[1], bank(COLON, "questions-2.yml").name)
    assert check(*entry[1].split(), "questions.yaml", "questions-2.yml").returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "nonsense"], ["--unsafe"], ["--watch", "--fix"], ["--watch", "a.yaml", "b.yaml"],
        ["--watch", "-"], ["--watch", "--format", "json"], ["--fix", "-"],
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_wrong_usage(check: Run, arguments: list[str]) -> None:
    failed = check(*arguments)
    assert failed.returncode == 2
    assert "Traceback" not in failed.stderr


@pytest.mark.parametrize("arguments", [["missing.yaml"], ["--article", "missing.txt"], ["."]])
def test_what_is_not_there_is_said_in_a_sentence(check: Run, arguments: list[str]) -> None:
    failed = check(*arguments)
    assert failed.returncode == 1
    assert arguments[-1] in failed.stderr
    assert len(failed.stderr.splitlines()) == 1


def test_evidence_is_held_against_the_article(check: Run, bank: Write, home: Path) -> None:
    bank(SOUND)
    (home / "article.txt").write_text("Dust makes Mars orange.\n", encoding="utf-8")
    assert "ZQ406" in check("--article", "article.txt").stdout
    assert "ZQ406" in check(ZHU_QUIZ_ARTICLE="article.txt").stdout
    assert "ZQ406" not in check().stdout


# Mending


def test_what_is_sure_is_mended_in_the_file_and_shown(check: Run, bank: Write) -> None:
    path = bank(COLON)
    mended = check("--fix")
    assert mended.returncode == 0
    assert '+    ask: "Which one: which planet owes its colour to rust?"' in mended.stderr
    assert path.read_text("utf-8") == COLON.replace(
        "Which one: which planet owes its colour to rust?",
        '"Which one: which planet owes its colour to rust?"',
    )


def test_a_bank_without_mistakes_is_not_written_again(check: Run, bank: Write) -> None:
    path = bank(SOUND)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    check("--fix")
    assert path.stat().st_mtime == 1_000_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="rights and links are not those of Windows")
def test_a_mended_file_keeps_its_rights_and_a_link_stays_one(check: Run, bank: Write, home: Path) -> None:
    path = bank(COLON, "bank.yaml")
    path.chmod(0o640)
    (home / "link.yaml").symlink_to(path)
    check("--fix", "link.yaml")
    assert (home / "link.yaml").is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert '"Which one' in path.read_text("utf-8")
    assert not list(home.glob(".zhu-quiz-*"))


# Watching


class Watcher:
    """`check --watch` in the folder, heard line by line."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-u", "-m", "zhu_quiz", "check", "--watch"],
            cwd=home, env={**environment, "CI": ""}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip

    def hear(self, words: str, *, beside: bool = False) -> str:
        """Everything that is told, or said beside, up to a line with these words."""
        source = self._process.stderr if beside else self._process.stdout
        assert source
        heard = ""
        for line in source:
            heard += line
            if words in line:
                return heard
        raise AssertionError(heard)

    def interrupt(self) -> tuple[int, str]:
        """As Ctrl+C does: the exit code, and what was said beside."""
        self._process.send_signal(signal.SIGINT)
        _, errors = self._process.communicate(timeout=60)
        return self._process.returncode, errors

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()


@pytest.fixture
def watcher(bank: Write, home: Path, environment: dict[str, str]) -> Iterator[Watcher]:
    bank(COLON)
    watcher = Watcher(home, environment)
    yield watcher
    watcher.end()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
def test_a_watched_bank_is_checked_at_each_save_until_ctrl_c(watcher: Watcher, bank: Write) -> None:
    assert "error[ZQ004] (red)" in watcher.hear("--fix")
    bank(SOUND)
    time, _, mended, *_ = watcher.hear("no problems found.").lstrip().split("\n")
    assert re.fullmatch(r"\d\d:\d\d:\d\d  1 mended", time)
    assert mended.startswith("mended: questions.yaml:7:19: error[ZQ004] (red)")
    bank(SOUND + "\n")
    assert re.search(r"\d\d:\d\d:\d\d  0 problems, nothing new\n$", watcher.hear("nothing new"))
    bank(WARNED)
    assert "mended" not in watcher.hear("1 warning found.")
    code, errors = watcher.interrupt()
    assert code == 0
    assert "Traceback" not in errors


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
def test_watching_goes_on_where_what_was_published_cannot_be_read(
    watcher: Watcher, bank: Write, home: Path
) -> None:
    watcher.hear("--fix")
    (home / "decks").mkdir()
    (home / "decks" / "questions.lock").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    bank(WARNED)
    watcher.hear("two versions that git could not join", beside=True)
    (home / "decks" / "questions.lock").unlink()
    bank(SOUND)
    watcher.hear("no problems found.")
    code, errors = watcher.interrupt()
    assert (code, errors.strip()) == (0, "")


# Explaining


@pytest.mark.parametrize("code", ["ZQ004", "zq4", "4"])
def test_a_code_is_explained_however_it_is_typed(run: Run, code: str) -> None:
    told = run("explain", code)
    assert told.returncode == 0
    assert told.stdout.startswith("ZQ004 (error)\n")


def test_without_a_code_all_are_listed(run: Run) -> None:
    told = run("explain").stdout
    assert "ZQ001  error    " in told
    assert max(map(len, told.split("\n"))) <= 80


@pytest.mark.parametrize("arguments", [[], ["406"], ["QZ004"]])
def test_a_terminal_may_be_as_narrow_as_it_likes(run: Run, arguments: list[str]) -> None:
    told = run("explain", *arguments, COLUMNS="4")
    assert told.stdout + told.stderr
    assert "mistake in the program" not in told.stderr


def test_an_unknown_code_is_wrong_usage_with_a_suggestion(run: Run) -> None:
    told = run("explain", "QZ004")
    assert told.returncode == 2
    assert "Did you mean ZQ004?" in told.stderr
    assert "ZQ117" in told.stderr
