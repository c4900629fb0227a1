from collections.abc import Callable
from random import Random

import pytest

from zhu_quiz.bank import Bank
from zhu_quiz.bank.parsing.text import MAX_BYTES
from zhu_quiz.model.problem import Severity

Read = Callable[[str | bytes], Bank]

BANK = """\
format: zhu-quiz/1
id: planets
title: Planètes
questions:
  - id: red
    type: card
    front: Which planet is red?
    back: Mars – “the red one”
  - id: largest
    type: card
    front: Which is the largest?
    back: Jupiter
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_mark(read: Read, encoding: str) -> None:
    bank = read(BANK.encode(encoding))
    assert (bank.title, bank.problems) == ("Planètes", ())


def test_bytes_and_text_are_the_same_bank(read: Read) -> None:
    assert read(BANK.encode()) == read(BANK) == read("\ufeff" + BANK)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_every_line_end_is_a_line_end(read: Read, end: str) -> None:
    assert read(BANK.replace("\n", end).encode()) == read(BANK)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wider_encodings_with_a_mark_are_read_with_a_warning(read: Read, encoding: str) -> None:
    bank = read(BANK.encode(encoding))
    assert len(bank.questions) == 2
    assert [(each.code, each.severity) for each in bank.problems] == [("ZQ001", Severity.WARNING)]


def test_a_file_in_another_encoding_is_told_once(read: Read) -> None:
    (problem,) = read(BANK.encode("cp1252")).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("ZQ001", 3, 12)
    assert problem.message == "The character “è” is not saved in UTF-8, nor are those in 1 more line."
    assert "".join(fix.text for fix in problem.fixes) == "è–“”"


def test_lines_in_another_encoding_than_the_rest_are_told_each(read: Read) -> None:
    lines = BANK.replace("title", "# ü\ntitle").split("\n")
    data = "\n".join(lines).encode("cp1252").replace(b"# \xfc", "# ü".encode())
    assert [each.place.line for each in read(data).problems] == [4, 9]


def test_only_the_question_with_unreadable_bytes_is_left_out(read: Read) -> None:
    bank = read(BANK.encode("cp1252"))
    assert (list(bank.questions), bank.left_out) == (["largest"], ("red",))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x00\x00",
        b"\x89PNG\r\n\x1a\n" + Random(1).randbytes(5000),
        b"%PDF-1.4\n1 0 obj\n",
        b"{\\rtf1\\ansi id: x}",
        BANK.encode("utf-16-le"),
        bytes(1000),
    ],
    ids=["packed", "picture", "printed", "rich text", "wide", "empty"],
)
def test_a_file_that_is_not_text_is_told_so_once(read: Read, data: bytes) -> None:
    assert [each.message for each in read(data).problems] == ["This is not a text file."]


def test_a_file_that_is_too_large_is_not_read(read: Read) -> None:
    assert [each.code for each in read(b"# " + b"x" * MAX_BYTES).problems] == ["ZQ011"]
