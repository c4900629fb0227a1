"""`zhu-quiz import`: told first, written only when asked to, and sound afterwards."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from foreign_packages import PNG, basic, cloze, package
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank.reader import read_text

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def deck(home: Path) -> Path:
    notes = [
        basic("<img src=map.png> Where is it?", "<b>Here</b>[sound:a.mp3]", deck="Words::Places"),
        cloze("{{c1::Bern}} is {{c2::Swiss}}", deck="Words", tags=["a::b", "leech"]),
    ]
    path = home / "words.apkg"
    path.write_bytes(package(*notes, media={"map.png": PNG}))
    return path


def test_without_a_place_to_write_it_only_tells(run: Run, deck: Path, home: Path) -> None:
    before = sorted(home.rglob("*"))
    said = run("import", "words.apkg")
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines() == [
        "words.apkg: 3 questions for the bank words, “Words”.",
        "  2 cloze, 1 card",
        "  1 section, 1 picture",
        "Not carried:",
        "  sounds: 1 (where-is-it)",
        "  tags that a bank cannot have: 1 (leech)",
        "Nothing was written. To write it, add: -o bank.yaml",
    ]
    assert sorted(home.rglob("*")) == before


def test_what_is_written_passes_the_check(run: Run, deck: Path, home: Path) -> None:
    assert run("import", "words.apkg", "-o", "words.yaml").returncode == 0
    checked = run("check", "words.yaml")
    assert checked.returncode == 0, checked.stdout
    bank = read_text((home / "words.yaml").read_bytes())
    (picture,) = (each.image.file for each in bank.questions.values() if each.image)
    assert (home / picture).read_bytes() == PNG


def test_what_cannot_be_a_bank_is_refused_before_anything_is_written(
    run: Run, deck: Path, home: Path
) -> None:
    (home / "progress.db").write_text("no progress", encoding="utf-8")
    before = sorted(home.rglob("*"))
    refused = {
        tuple(options): run("import", "words.apkg", *options)
        for options in (
            ["-o", "-"], ["-o", "."], ["-o", "words.apkg", "--force"], ["-o", "w.yaml", "--with-progress"],
        )
    }  # fmt: skip
    assert [done.returncode for done in refused.values()] == [2, 1, 1, 1]
    assert sorted(home.rglob("*")) == before


def test_an_older_bank_is_not_replaced_unless_that_is_wished(run: Run, deck: Path, home: Path) -> None:
    refused = run("import", "words.apkg", "-o", "questions.yaml")
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    assert run("import", "words.apkg", "-o", "questions.yaml", "--force").returncode == 0
    assert "id: words" in (home / "questions.yaml").read_text(encoding="utf-8")


def test_a_deck_a_name_and_a_language_can_be_wished_for(run: Run, deck: Path, home: Path) -> None:
    wishes = ["--deck", "words::places", "--id", "my-id", "--title", "Mine", "--lang", "de"]
    assert (
        "1 question for the bank my-id, “Mine”" in run("import", "words.apkg", "-o", "b.yaml", *wishes).stdout
    )
    bank = read_text((home / "b.yaml").read_bytes())
    assert (bank.id, bank.title, bank.lang, bank.sections) == ("my-id", "Mine", "de", ())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none.apkg"], "none.apkg"),
        (["questions.yaml"], "questions.yaml"),
        (["words.apkg", "--deck", "Nowhere"], "“Words::Places”"),
        (["words.apkg", "--id", "My Id"], "hyphens"),
        (["words.apkg", "--lang", "German!"], "de"),
        (["words.apkg", "-o", "missing/b.yaml"], "missing"),
        (["words.apkg", "--with-progress"], "-o"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    run: Run, deck: Path, arguments: list[str], words: str
) -> None:
    refused = run("import", *arguments)
    assert refused.returncode in (1, 2)
    assert words in refused.stderr
    assert "mistake in the program" not in refused.stderr


def test_an_own_package_brings_the_same_bank_back(run: Run, home: Path) -> None:
    bank = read_text((home / "questions.yaml").read_bytes())
    (home / "own.apkg").write_bytes(export_package(bank, None, 0).package)
    assert run("import", "own.apkg", "-o", "again.yaml").returncode == 0
    again = read_text((home / "again.yaml").read_bytes())
    assert (again.id, again.title, again.sections) == (bank.id, bank.title, bank.sections)
    assert dict(again.questions) == {each.id: each for each in bank.ready}


def test_progress_comes_along_to_the_cards_that_were_made(run: Run, deck: Path, home: Path) -> None:
    said = run("import", "words.apkg", "-o", "words.yaml", "--with-progress")
    assert said.returncode == 0, said.stderr
    assert json.loads(run("due", "--json", "--bank", "words.yaml").stdout)["new"] == 3


def test_what_is_too_large_for_one_bank_is_taken_deck_by_deck(run: Run, home: Path) -> None:
    notes = [basic(f"F{number}", "long " * 20_000, deck=f"Large::{number % 2}") for number in range(110)]
    (home / "large.apkg").write_bytes(package(*notes))
    refused = run("import", "large.apkg")
    assert refused.returncode == 1
    assert "110 questions" in refused.stderr
    assert "--deck" in refused.stderr
    assert run("import", "large.apkg", "--deck", "Large::1").returncode == 0
