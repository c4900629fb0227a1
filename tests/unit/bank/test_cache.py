import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.bank import cache, read_bank
from zhu_quiz.bank.bank import Shelf
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import QuizError
from zhu_quiz.questions import Question

ENTRIES = "\n".join("  - " + kind.example.strip().replace("\n", "\n    ") for kind in Question.kinds.values())
BANK = f"""\
format: zhu-quiz/1
id: planets
title: Die Plänéten 日本
lang: de
about: |
  Two

  paragraphs
source: {{title: T}}
claims:
  - {{id: c01, text: Mars is red}}
questions:
{ENTRIES}
  - id: broken
    type: card
    front: a: b
    back: "\\u200b x"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "questions.yaml"
    path.write_text(BANK, encoding="utf-8")
    return path


def stored(folder: Path) -> Path:
    (only,) = folder.iterdir()
    return only


def test_a_bank_from_the_cache_is_the_bank(path: Path, tmp_path: Path) -> None:
    fresh, cached = (read_bank(path, tmp_path / "cache") for _ in range(2))
    assert isinstance(cached.questions, Shelf)
    assert cached == fresh == read_text(BANK, path)


def test_an_edited_bank_is_read_anew(path: Path, tmp_path: Path) -> None:
    read_bank(path, tmp_path / "cache")
    path.write_text(BANK.replace("planets", "moons"), encoding="utf-8")
    assert read_bank(path, tmp_path / "cache").id == "moons"


def test_what_other_code_has_stored_is_read_anew(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bank(path, tmp_path / "cache")
    monkeypatch.setattr(cache, "_FORMAT", "of tomorrow")
    assert not isinstance(read_bank(path, tmp_path / "cache").questions, Shelf)


def test_a_copied_or_moved_bank_is_found_in_the_cache(path: Path, tmp_path: Path) -> None:
    read_bank(path, tmp_path / "cache")
    moved = path.rename(tmp_path / "moved.yaml")
    bank = read_bank(moved, tmp_path / "cache")
    assert (bank.path, type(bank.questions)) == (moved, Shelf)


@settings(max_examples=100)
@given(data=st.data())
def test_a_damaged_cache_is_read_anew_and_mended(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    path = folder / "questions.yaml"
    path.write_text(BANK, encoding="utf-8")
    fresh = read_bank(path, folder / "cache")
    sound = stored(folder / "cache").read_bytes()
    position = data.draw(st.integers(0, len(sound) - 1))
    damage = data.draw(st.binary(max_size=3).filter(lambda damage: damage != sound[position : position + 1]))
    stored(folder / "cache").write_bytes(sound[:position] + damage + sound[position + 1 :])
    assert read_bank(path, folder / "cache") == fresh
    assert stored(folder / "cache").read_bytes() == sound


@pytest.mark.parametrize("foreign", [b"", b"\n", b"00000000\n", b"{}", b"00000000\n{}", bytes(100)])
def test_a_foreign_file_in_the_cache_is_ignored(path: Path, tmp_path: Path, foreign: bytes) -> None:
    fresh = read_bank(path, tmp_path / "cache")
    stored(tmp_path / "cache").write_bytes(foreign)
    assert read_bank(path, tmp_path / "cache") == fresh


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert read_bank(path, tmp_path / "file" / "cache") == read_text(BANK, path)


def test_nothing_but_finished_banks_lies_in_the_cache(path: Path, tmp_path: Path) -> None:
    read_bank(path, tmp_path / "cache")
    assert [each.suffix for each in (tmp_path / "cache").iterdir()] == [".bank"]


def test_the_cache_keeps_the_latest_banks_only(path: Path, tmp_path: Path) -> None:
    for number in range(25):
        path.write_text(BANK.replace("title: D", f"title: {number} D"), encoding="utf-8")
        read_bank(path, tmp_path / "cache")
        for each in (tmp_path / "cache").iterdir():
            if each.stat().st_mtime > 1000:
                os.utime(each, (number, number))
    titles = {read_bank(path, tmp_path / "cache").title}
    assert (len(list((tmp_path / "cache").iterdir())), titles) == (20, {"24 Die Plänéten 日本"})


def test_other_files_in_the_folder_of_the_cache_stay(path: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "notes.txt").write_text("mine")
    read_bank(path, tmp_path / "cache")
    assert (tmp_path / "cache" / "notes.txt").read_text() == "mine"


def test_a_bank_that_nobody_can_be_asked_is_not_stored(path: Path, tmp_path: Path) -> None:
    path.write_text("questions: []\n", encoding="utf-8")
    read_bank(path, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("name", ["", "missing.yaml"])
def test_a_folder_or_nothing_at_all_cannot_be_read_as_a_bank(tmp_path: Path, name: str) -> None:
    with pytest.raises(QuizError, match="cannot be read as a bank"):
        read_bank(tmp_path / name)
