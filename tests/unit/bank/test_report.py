from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.bank.reader import read_text
from zhu_quiz.bank.report import read_source, report
from zhu_quiz.model.problem import Problem, QuizError, Severity
from zhu_quiz.model.tree import Place

PATH = Path("questions.yaml")


def problem(place: Place, message: str = "Something.", remedy: str = "Mend it.") -> Problem:
    return Problem(code="ZQ004", message=message, remedy=remedy, place=place, question="red")


def test_a_report_names_the_place_shows_the_line_and_tells_the_remedy() -> None:
    assert report(problem(Place(2, 7, 2, 10)), PATH, "a: b\nask: Who: me?\n") == (
        "questions.yaml:2:7: error[ZQ004] (red): Something.\n"
        "  |\n"
        "2 | ask: Who: me?\n"
        "  |       ^^^\n"
        "  = help: Mend it."
    )


def test_a_problem_of_the_file_has_neither_line_nor_question() -> None:
    of_file = Problem(code="ZQ011", message="Too large.", severity=Severity.WARNING)
    assert report(of_file, PATH, "a: b\n") == "questions.yaml: warning[ZQ011]: Too large."


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("日本: x", 5, "      ^"),
        ("e\u0301e\u0301: x", 7, "    ^"),
        ("a\tb: x", 3, "    ^"),
        ("👩: x", 4, "    ^"),
        ("a\u200bb: x", 3, "  ^"),
    ],
)
def test_the_caret_stands_below_the_sign_as_a_terminal_draws_it(line: str, column: int, caret: str) -> None:
    assert report(problem(Place(1, column, 1, column + 1)), PATH, line).split("\n")[3] == f"  | {caret}"


def test_a_problem_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert report(problem(Place(1, 4, 3, 2)), PATH, "ask: a\nb\nc").split("\n")[3] == "  |    ^^^"


def test_of_a_long_line_the_part_with_the_problem_is_shown() -> None:
    line, caret = report(problem(Place(1, 501, 1, 506)), PATH, "x" * 500 + "right" + "y" * 500).split("\n")[
        2:4
    ]
    assert line[caret.index("^") :].startswith("right")
    assert len(line) <= 104


@pytest.mark.parametrize("line", ["x" * 500, "日" * 500, "x" * 30 + "日" * 300])
@pytest.mark.parametrize("column", [1, 40, 400])
def test_an_excerpt_is_no_wider_than_the_terminal(line: str, column: int) -> None:
    shown = report(problem(Place(1, column, 1, column + 9)), PATH, line, 60).split("\n")[2:4]
    assert all(len(part) + part.count("日") <= 60 for part in shown)
    assert shown[1].endswith("^")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_are_counted_as_the_reader_counts_them(end: str) -> None:
    assert "3 | c" in report(problem(Place(3, 1, 3, 2)), PATH, end.join("abc"))


@given(st.text(), st.text(), st.text(), st.integers(0, 5), st.integers(0, 40))
def test_no_report_can_steer_a_terminal(text: str, message: str, remedy: str, line: int, column: int) -> None:
    shown = report(problem(Place(line, column, line, column + 2), message, remedy), Path("\x1b[2J"), text)
    assert shown.replace("\n", "").replace("\ufffd", "").isprintable() or not any(
        ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in shown.replace("\n", "")
    )


def test_every_problem_of_a_bank_can_be_shown_with_the_source_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.write_bytes("format: zhu-quiz/1\r\nid: x\r\ntitle: caf\xe9\r\nquestoins: []\r\n".encode("cp1252"))
    bank, text = read_text(path.read_bytes()), read_source(path)
    assert [report(each, PATH, text).split("\n")[2] for each in bank.problems] == [
        "3 | title: café",
        "4 | questoins: []",
    ]


def test_a_source_that_is_too_large_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.write_bytes(bytes(5_000_000))
    assert read_source(path) == ""


def test_a_source_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(QuizError):
        read_source(tmp_path / "questions.yaml")
