"""What `export` says, writes and remembers."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from foreign_packages import basic, package
from sample import BANK

Run = Callable[..., subprocess.CompletedProcess[str]]

WRITTEN = "Written: planets.apkg. Bring it into Anki with File → Import."
NOTHING = "Nothing was written."


def files(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.iterdir() if path.is_file()}


def edit(home: Path, old: str, new: str) -> None:
    text = (home / "questions.yaml").read_text(encoding="utf-8")
    assert old in text
    (home / "questions.yaml").write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("kept", ["questions.yaml", "progress.db"])
def test_neither_questions_nor_progress_are_written_over(run: Run, home: Path, kept: str) -> None:
    run("export", "anki", "-o", "elsewhere.apkg")
    before = files(home)
    for command in ("anki", "tsv"):
        refused = run("export", command, "-o", kept)
        assert (refused.returncode, files(home)) == (1, before)
        assert f"{kept} holds your questions or your progress." in refused.stderr


@pytest.mark.parametrize("command", ["anki", "tsv"])
def test_a_missing_folder_is_named(run: Run, command: str) -> None:
    assert "there is no folder missing. Make it" in run("export", command, "-o", "missing/x").stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk is full here")
def test_a_pipe_that_takes_nothing_more_is_told(home: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "zhu_quiz", "export", "tsv", "-o", "-"]
    with open("/dev/full", "wb") as full:
        refused = subprocess.run(
            command, cwd=home, env=environment, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert refused.returncode == 1
    assert b"cannot be written: no space left" in refused.stderr


def test_what_will_happen_is_told_with_names(run: Run, home: Path) -> None:
    assert run("export", "anki").stderr.splitlines() == [
        "planets.apkg: 9 new, 0 updated, 0 unchanged, 0 retired.",
        "  new: nearest, red, moons, rings, giants, order, signs, gap, pluto",
        WRITTEN,
    ]
    edit(home, "Saturn has rings.", "Saturn has many rings.")
    told = run("export", "anki").stderr.splitlines()
    assert told == ["planets.apkg: 0 new, 1 updated, 8 unchanged, 0 retired.", "  updated: rings", WRITTEN]
    told = run("export", "anki").stderr.splitlines()
    assert told == ["planets.apkg: 0 new, 0 updated, 9 unchanged, 0 retired.", WRITTEN]


def test_of_many_names_the_first_ten_are_told(run: Run, home: Path) -> None:
    more = "".join(f"  - {{id: q{number}, type: card, front: F{number}, back: B}}\n" for number in range(15))
    (home / "questions.yaml").write_text(BANK.rstrip() + "\n" + more, encoding="utf-8")
    assert "gap, pluto, q0 and 14 more\n" in run("export", "anki").stderr


def test_a_dry_run_tells_the_same_and_writes_nothing(run: Run, home: Path) -> None:
    before = files(home)
    dry = run("export", "anki", "--dry-run")
    assert (dry.returncode, files(home)) == (0, before)
    assert dry.stderr.splitlines() == [*run("export", "anki").stderr.splitlines()[:-1], NOTHING]
    edit(home, "Saturn has rings.", "Saturn has many rings.")
    packed = files(home)["planets.apkg"]
    dry = run("export", "anki", "--dry-run")
    assert "1 updated" in dry.stderr
    assert files(home)["planets.apkg"] == packed
    assert dry.stderr.splitlines() == [*run("export", "anki").stderr.splitlines()[:-1], NOTHING]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything can be written here")
def test_what_could_not_be_written_was_not_published(run: Run, home: Path) -> None:
    run("export", "anki", "-o", "one.apkg")
    edit(home, "Saturn has rings.", "Saturn has many rings.")
    (home / "one.apkg").chmod(0o444)
    assert run("export", "anki", "-o", "one.apkg").returncode == 1
    assert "1 updated" in run("export", "anki", "-o", "two.apkg").stderr


def test_what_could_not_be_put_there_was_not_published(run: Run, home: Path) -> None:
    run("export", "anki", "-o", "one.apkg")
    edit(home, "Saturn has rings.", "Saturn has many rings.")
    assert run("export", "anki", "-o", "missing/two.apkg").returncode == 1
    assert "1 updated" in run("export", "anki", "-o", "two.apkg").stderr
    assert "9 unchanged" in run("export", "anki", "-o", "three.apkg").stderr


def test_what_is_piped_is_told_apart_from_the_package(home: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "zhu_quiz", "export", "anki", "-o", "-"]
    piped = subprocess.run(command, cwd=home, env=environment, capture_output=True, check=True)
    assert piped.stdout.startswith(b"PK")
    assert piped.stderr.startswith(b"planets: 9 new")


def test_the_options_may_be_listed_instead_of_picked(run: Run, home: Path) -> None:
    run("export", "anki")
    told = run("export", "anki", "--choice=plain").stderr
    assert "3 new, 0 updated, 6 unchanged, 3 retired" in told
    assert "forms that a new note replaces" in told
    assert "9 unchanged" not in run("export", "anki").stderr


def test_a_picture_that_stays_behind_is_told_with_the_reason(run: Run, home: Path) -> None:
    edit(
        home,
        "    ask: Saturn has rings.\n",
        "    ask: Saturn has rings.\n    image: {file: s.png, alt: A ring}\n",
    )
    told = run("export", "anki").stderr
    assert "Pictures that stay behind, described in words: rings: no such file or directory." in told
    (home / "s.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    told = run("export", "anki").stderr
    assert "1 updated" in told
    assert "stay behind" not in told


def test_a_package_that_breaks_off_is_told_and_all_is_dated_now(run: Run, home: Path) -> None:
    run("export", "anki")
    whole = (home / "planets.apkg").read_bytes()
    (home / "planets.apkg").write_bytes(whole[: len(whole) // 2])
    (home / "progress.db").unlink()
    told = run("export", "anki").stderr
    assert "9 new" in told
    assert "The earlier package cannot be read" in told
    assert "0 updated, 9 unchanged" in run("export", "anki").stderr
    assert (home / "planets.apkg").read_bytes() != whole


@pytest.mark.parametrize("content", [b"Dear Anki,", package(basic("F", "B"))], ids=["text", "package"])
@pytest.mark.parametrize("dry", [(), ("--dry-run",)], ids=["", "dry"])
def test_what_somebody_else_made_is_not_replaced(
    run: Run, home: Path, content: bytes, dry: tuple[str, ...]
) -> None:
    (home / "theirs.apkg").write_bytes(content)
    refused = run("export", "anki", "-o", "theirs.apkg", *dry)
    assert refused.returncode == 1
    assert "theirs.apkg is no package of zhu-quiz, so it is not replaced." in refused.stderr
    assert (home / "theirs.apkg").read_bytes() == content


@pytest.mark.parametrize(
    "command", [("export", "anki", "--with-progress"), ("anki", "pull", "missing.apkg"), ("anki", "push")]
)
def test_a_dry_run_makes_no_place_for_progress(run: Run, home: Path, command: tuple[str, ...]) -> None:
    run("check")
    before = files(home)
    nobody = ("--url", "http://127.0.0.1:9") if "push" in command else ()
    run(*command, *nobody, "--dry-run")
    assert files(home) == before


def test_what_was_published_in_another_file_and_is_gone_is_told(run: Run, home: Path) -> None:
    run("export", "anki", "-o", "one.apkg")
    edit(home, "id: rings\n", "id: rings\n    status: retired\n")
    assert "elsewhere" not in run("export", "anki", "-o", "two.apkg").stderr
    edit(home, "id: red\n", "id: crimson\n")
    assert (
        "Published elsewhere and no longer asked: 1 note." in run("export", "anki", "-o", "three.apkg").stderr
    )


def test_another_title_is_another_deck_and_that_is_told(run: Run, home: Path) -> None:
    run("export", "anki")
    edit(home, "title: The planets", "title: All planets")
    assert "Now in another deck: nearest, red," in run("export", "anki").stderr


@pytest.mark.parametrize("note_types", ["basic", "zhu"])
def test_a_table_is_written_and_what_it_needs_is_told(note_types: str, run: Run, home: Path) -> None:
    told = run("export", "tsv", f"--note-types={note_types}")
    assert told.stderr.startswith("planets.tsv: 9 questions.")
    assert ("package first" if note_types == "zhu" else "Basic and Cloze") in told.stderr
    table = (home / "planets.tsv").read_bytes()
    assert table.startswith(b"#separator:tab\n#html:true\n#notetype column:1\n")
    assert run("export", "tsv", f"--note-types={note_types}", "-o", "-").stdout.encode() == table
