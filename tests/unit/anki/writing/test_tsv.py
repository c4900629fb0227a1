"""The table as text; what Anki makes of it is tested with Anki."""

import csv
import os
import subprocess
import sys

import pytest

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.anki.writing.tsv import in_our_types, in_stock_types
from zhu_quiz.bank.reader import read_text
from zhu_quiz.questions import Question

HEAD = "format: zhu-quiz/1\nid: sample\ntitle: Sample\nquestions:\n"
TEXT = HEAD + "".join(
    "- " + kind.example.replace("\n", "\n  ").rstrip() + "\n" for kind in Question.kinds.values()
)
BANK = read_text(TEXT)


def rows(table: str) -> list[list[str]]:
    body = "\n".join(line for line in table.splitlines() if not line.startswith("#"))
    return list(csv.reader(body.splitlines(keepends=True), delimiter="\t"))


WRITE_BOTH = """
import sys
from zhu_quiz.anki.writing.tsv import in_our_types, in_stock_types
from zhu_quiz.bank.reader import read_text
bank = read_text(sys.stdin.read())
sys.stdout.buffer.write((in_stock_types(bank) + in_our_types(bank, {})).encode())
"""


@pytest.mark.parametrize("seed", ["1", "77"])
def test_the_same_bank_is_the_same_table_in_every_process(seed: str) -> None:
    written = subprocess.run(
        [sys.executable, "-c", WRITE_BOTH],
        input=TEXT.encode(),
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    ).stdout
    assert written.decode() == in_stock_types(BANK) + in_our_types(BANK, {})


def test_every_row_has_a_cell_for_every_column() -> None:
    for table in (in_stock_types(BANK), in_our_types(BANK, {})):
        (columns,) = (line for line in table.splitlines() if line.startswith("#columns:"))
        assert {len(row) for row in rows(table)} == {columns.count("\t") + 1}


def test_a_row_in_our_types_is_called_as_in_the_package() -> None:
    ledger = export_package(BANK, None, 0).ledger
    assert {row[2] for row in rows(in_our_types(BANK, {}))} == set(ledger)


def test_a_renamed_question_keeps_the_name_that_its_note_was_published_with() -> None:
    def bank_of(entry: str) -> str:
        return HEAD + f"- {{{entry}, type: card, front: F, back: B}}\n"

    ledger = export_package(read_text(bank_of("id: a")), None, 0).ledger
    renamed = read_text(bank_of("id: b, was: [a]"))
    assert {row[2] for row in rows(in_our_types(renamed, ledger))} == set(ledger)


def test_no_row_in_anki_s_own_types_is_called_as_one_of_the_package() -> None:
    ledger = export_package(BANK, None, 0).ledger
    names = [row[2] for row in rows(in_stock_types(BANK))]
    assert ledger.keys().isdisjoint(names)
    assert len(set(names)) == len(names)
