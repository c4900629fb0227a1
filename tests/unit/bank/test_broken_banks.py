"""Mistakes that teachers make, one file each. Its first lines say what is found, and which questions are left."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from zhu_quiz.bank import Bank
from zhu_quiz.bank.report import report
from zhu_quiz.model.problem import Problem, Severity

Read = Callable[[str | bytes], Bank]

FOLDER = Path(__file__).parents[2] / "broken_banks"
JARGON = re.compile(
    r"\b(mapping|scalar|sequence|node|token|schema|property|null|parse|invalid)\b", re.IGNORECASE
)

every_mistake = pytest.mark.parametrize("text", [
    pytest.param(path.read_text(encoding="utf-8"), id=path.stem) for path in sorted(FOLDER.glob("*.yaml"))
])  # fmt: skip


def expected(text: str, name: str) -> list[str]:
    return next(line for line in text.split("\n") if line.startswith(f"# {name}:")).partition(":")[2].split()


def corrected(text: str, problem: Problem) -> str | None:
    """With the line that the remedy gives in full, if it does."""
    meant = re.fullmatch("Write  ((?:.(?!  ))*)", problem.remedy)
    if not meant:
        return None
    lines = text.split("\n")
    line = lines[problem.place.line - 1]
    lines[problem.place.line - 1] = line[: len(line) - len(line.lstrip())] + meant[1]
    return "\n".join(lines)


@every_mistake
def test_every_mistake_is_found_where_it_stands_and_nothing_else(read: Read, text: str) -> None:
    found = [f"{problem.place.line}:{problem.code}" for problem in read(text).problems]
    assert found == expected(text, "expect")


@every_mistake
def test_sound_questions_stay_usable(read: Read, text: str) -> None:
    assert list(read(text).questions) == expected(text, "usable")


@every_mistake
def test_no_question_is_left_out_without_an_error(read: Read, text: str) -> None:
    bank = read(text)
    assert not bank.left_out or any(each.severity is Severity.ERROR for each in bank.problems)


@every_mistake
def test_a_problem_is_told_in_a_teachers_words(read: Read, text: str) -> None:
    for problem in read(text).problems:
        assert problem.remedy
        assert problem.message.endswith(".")
        assert not JARGON.search(f"{problem.message} {problem.remedy}")


@every_mistake
def test_the_line_that_is_given_mends_the_mistake(read: Read, text: str) -> None:
    for problem in read(text).problems:
        mended = corrected(text, problem)
        if mended:
            still = {each.place.line for each in read(mended).problems if each.code == problem.code}
            assert problem.place.line not in still


@every_mistake
def test_a_report_shows_the_line_and_the_place(read: Read, text: str) -> None:
    for problem in read(text).problems:
        lines = report(problem, FOLDER / "bank.yaml", text).split("\n")
        assert lines[2].startswith(f"{problem.place.line} | ") or not text
        assert "^" in lines[3] or not text
