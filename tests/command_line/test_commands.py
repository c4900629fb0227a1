import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sample import BANK

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_due_says_what_waits(run: Run) -> None:
    assert run("due").stdout == "0 to review, 9 new: about 3 min. Start with: zhu-quiz review\n"


def test_due_is_short_for_a_shell_prompt(run: Run) -> None:
    assert run("due", "--short").stdout == "0 due 9 new\n"


def test_due_speaks_json_to_programs(run: Run) -> None:
    assert json.loads(run("due", "--json").stdout)["new"] == 9


def test_a_sitting_can_be_scripted(run: Run) -> None:
    played = run("review", "--plain", "--limit", "1", lines="1\n\n")
    assert "Question 1 of 1" in played.stdout
    assert played.returncode == 0


def test_the_end_of_the_input_leaves_the_sitting_to_be_resumed(run: Run) -> None:
    run("review", "--plain", lines="1\n\n")
    assert "Going on: 1 answered" in run("review", "--plain").stdout


def test_commands_are_obeyed_while_a_question_is_asked(run: Run) -> None:
    played = run("review", "--plain", lines="h\ni\ns\n?\nq\n").stdout
    assert "smallest one" in played
    assert "It is new to you." in played
    assert "Inner planets" in played
    assert "I was right" in played


def test_what_a_section_is_about_is_said_once_before_its_questions(run: Run, home: Path) -> None:
    bank = home / "questions.yaml"
    introduced = bank.read_text(encoding="utf-8").replace("Inner planets}", "Inner planets, about: Of rock.}")
    bank.write_text(introduced, encoding="utf-8")
    said = run("review", "--plain", lines="1\n\nMars\n\n").stdout
    assert said.index("Of rock.") < said.index("Question 1")
    assert said.count("Of rock.") == 1


TYPED = "1\n\n"
"""Answers the first question, a choice; a typed one follows."""


def test_a_letter_is_an_answer_where_words_are_typed(run: Run) -> None:
    assert "✗ Not yet." in run("review", "--plain", lines=f"{TYPED}q\n").stdout.partition("Question 2")[2]


def test_a_colon_makes_a_command_of_it(run: Run) -> None:
    played = run("review", "--plain", lines=f"{TYPED}:q\n").stdout.partition("Question 2")[2]
    assert "Not yet" not in played.partition("answered")[0]


def test_an_unknown_command_is_no_answer(run: Run) -> None:
    played = run("review", "--plain", lines=f"{TYPED}:nonsense\n:q\n").stdout.partition("Question 2")[2]
    assert "I do not know" in played
    assert "Saved" not in played


def test_an_answer_is_taken_back(run: Run) -> None:
    played = run("review", "--plain", lines="1\nu\nq\n").stdout
    assert played.count("Which planet is nearest") == 2
    assert json.loads(run("due", "--json").stdout)["unseen"] == 10


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["due", "--bank", "missing.yaml"], "missing.yaml"),
        (["check", "missing.yaml"], "missing.yaml"),
        (["due", "--bank", "."], "."),
        (["due", "--db", "questions.yaml"], "questions.yaml"),
        (["review"], "--plain"),
        ([], "--plain"),
        (["export", "anki", "-o", "missing/deck.apkg"], "missing"),
    ],
)
def test_what_goes_wrong_is_told_in_a_sentence(run: Run, arguments: list[str], words: str) -> None:
    failed = run(*arguments)
    assert failed.returncode == 1
    assert words in failed.stderr
    assert "Traceback" not in failed.stdout + failed.stderr
    assert len(failed.stderr.splitlines()) <= 3


@pytest.mark.parametrize("arguments", [["nonsense"], ["review", "--limit", "0"], ["due", "--wrong"]])
def test_wrong_usage_has_an_exit_code_of_its_own(run: Run, arguments: list[str]) -> None:
    failed = run(*arguments)
    assert failed.returncode == 2
    assert "Traceback" not in failed.stderr


def test_the_bank_of_the_package_is_there_in_any_folder(run: Run, home: Path) -> None:
    (home / "questions.yaml").unlink()
    assert json.loads(run("due", "--json").stdout)["bank"] == "zhu-move-2020"


def test_the_bank_may_be_named_before_or_after_the_command(run: Run, home: Path) -> None:
    (home / "questions.yaml").rename(home / "other.yaml")
    before, after = (
        run("--bank", "other.yaml", "due", "--short"),
        run("due", "--short", "--bank", "other.yaml"),
    )
    assert before.stdout == after.stdout == run("due", "--short", ZHU_QUIZ_BANK="other.yaml").stdout


def test_an_export_over_an_earlier_one_tells_what_changes(run: Run, home: Path) -> None:
    run("export", "anki", "-o", "planets.apkg")
    (home / "questions.yaml").write_text(BANK.replace("88 days", "some 88 days"), encoding="utf-8")
    assert "0 new, 1 updated, 8 unchanged, 0 retired" in run("export", "anki", "-o", "planets.apkg").stderr


def test_an_export_is_the_same_to_the_byte(run: Run, home: Path) -> None:
    run("export", "anki", "-o", "one.apkg")
    run("export", "anki", "-o", "two.apkg")
    assert (home / "one.apkg").read_bytes() == (home / "two.apkg").read_bytes()


def test_an_edit_is_known_under_another_file_name_too(run: Run, home: Path) -> None:
    run("export", "anki", "-o", "one.apkg")
    (home / "questions.yaml").write_text(BANK.replace("88 days", "some 88 days"), encoding="utf-8")
    assert "1 updated" in run("export", "anki", "-o", "two.apkg").stderr


def test_doctor_shows_where_things_are(run: Run, home: Path) -> None:
    told = run("doctor")
    assert str(home / "progress.db") in told.stdout
    assert "Everything is sound." in told.stdout


def test_hostile_text_reaches_no_terminal(run: Run, home: Path) -> None:
    hostile = BANK.replace("Which planet is nearest to the Sun?", r'"\e]0;owned\a [red] \u202e"')
    (home / "questions.yaml").write_text(hostile, encoding="utf-8")
    played = run("review", "--plain", lines="1\n\nq\n").stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(played)


def test_a_closed_pipe_is_no_accident(home: Path, environment: dict[str, str]) -> None:
    command = f"({sys.executable} -m zhu_quiz check; echo $? >&2) | true"
    piped = subprocess.run(
        command, shell=True, cwd=home, env=environment, capture_output=True, text=True, check=False
    )
    assert piped.stderr in ("0\n", "141\n")
