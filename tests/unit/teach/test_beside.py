from pathlib import Path

import pytest

from sample import BANK
from zhu_quiz.teach.beside import absence


@pytest.mark.parametrize(
    ("banks", "words"),
    [
        ([], "Name your bank with --bank FILE, or begin a bank with: zhu-quiz new"),
        (["rivers.yaml"], "Did you mean {0}/rivers.yaml? Name it with --bank {0}/rivers.yaml, or begin"),
        (["my rivers.yml"], "--bank '{0}/my rivers.yml'"),
        (["a.yaml", "b.yml"], "There is {0}/a.yaml, {0}/b.yml: name one, as with --bank {0}/a.yaml"),
        (["a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml"], "{0}/c.yaml and 2 more"),
    ],
)
def test_the_banks_that_are_there_are_named(tmp_path: Path, banks: list[str], words: str) -> None:
    for name in banks:
        (tmp_path / name).write_text(BANK, encoding="utf-8")
    told = absence(tmp_path / "questions.yaml")
    assert told.startswith(f"There is no {tmp_path}/questions.yaml.")
    assert words.format(tmp_path) in told


def test_what_is_no_bank_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text("claims: []\n", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "questions.txt").write_text(BANK, encoding="utf-8")
    assert "claims" not in absence(tmp_path / "questions.yaml")
    assert "Did you mean" not in absence(tmp_path / "questions.yaml")


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31mred\n.yaml").write_text(BANK, encoding="utf-8")
    assert not {"\x1b", "\n"} & {*absence(tmp_path / "questions.yaml")}


def test_a_folder_that_is_not_there_has_no_banks(tmp_path: Path) -> None:
    assert "zhu-quiz new" in absence(tmp_path / "missing" / "questions.yaml")
