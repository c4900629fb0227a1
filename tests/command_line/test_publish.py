import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sample import BANK

Run = Callable[..., subprocess.CompletedProcess[str]]

RINGS = """\
  - id: rings
    type: true-false
    ask: Saturn has rings.
    answer: true
    source: {section: outer}
"""
TOP = Path(__file__).parents[2]


@pytest.fixture
def article(home: Path) -> Path:
    path = home / "article.txt"
    path.write_text("Mercury is nearest to the Sun.\n", encoding="utf-8")
    return path


def published(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "decks").iterdir()}


def edit(home: Path, old: str, new: str) -> None:
    assert old in BANK
    (home / "questions.yaml").write_text(BANK.replace(old, new), encoding="utf-8")


@pytest.fixture
def first(run: Run, home: Path) -> subprocess.CompletedProcess[str]:
    (home / "decks").mkdir()
    return run("publish")


def test_publish_writes_the_package_and_what_was_published(
    first: subprocess.CompletedProcess[str], home: Path
) -> None:
    assert first.stdout.splitlines() == [
        "decks/planets.apkg: 9 new, 0 updated, 0 unchanged, 0 retired.",
        "  new: nearest, red, moons, rings, giants, order, signs, gap, pluto",
        "decks/questions.lock: 9 questions, evidence verified of 0 of 1 (the others need --article FILE).",
    ]
    assert set(published(home)) == {"planets.apkg", "questions.lock"}


def test_publish_makes_its_folder(run: Run, home: Path) -> None:
    assert run("publish").returncode == 0
    assert set(published(home)) == {"planets.apkg", "questions.lock"}


def test_the_package_is_that_of_the_export(
    first: subprocess.CompletedProcess[str], run: Run, home: Path
) -> None:
    run("export", "anki")
    assert (home / "planets.apkg").read_bytes() == published(home)["planets.apkg"]


def test_nothing_changes_where_nothing_changed(
    first: subprocess.CompletedProcess[str], run: Run, home: Path
) -> None:
    before = published(home)
    again = run("publish", ZHU_QUIZ_DB=str(home / "other.db"))
    assert "0 new, 0 updated, 9 unchanged" in again.stdout
    assert published(home) == before


def test_evidence_stays_verified_without_the_article(run: Run, home: Path, article: Path) -> None:
    assert "all evidence was verified" in run("publish", "--article", str(article)).stdout
    before = published(home)
    assert "all evidence was verified" in run("publish").stdout
    assert published(home) == before
    assert "Evidence was compared with the article when" in run("check").stdout


def test_the_article_may_be_named_in_the_environment(run: Run, article: Path) -> None:
    assert "all evidence was verified" in run("publish", ZHU_QUIZ_ARTICLE=str(article)).stdout


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("type: short", "type: shrot", "error[ZQ104] (red)"),
        ("nearest to the Sun}", "next to the Sun}", "error[ZQ406] (nearest)"),
        ("answer: 2\n", "answer: 3\n", "warning[ZQ118] (moons)"),
        ("id: red\n", "id: red-planet\n", "warning[ZQ121] (red-planet)"),
        ("type: number\n", "type: short\n", "error[ZQ120] (moons)"),
        (RINGS, "", "warning[ZQ122]: No longer in the bank, though published: `rings`."),
    ],
)
def test_what_would_mislead_learners_is_not_published(
    first: subprocess.CompletedProcess[str],
    run: Run,
    home: Path,
    article: Path,
    old: str,
    new: str,
    words: str,
) -> None:
    before = published(home)
    edit(home, old, new)
    refused = run("publish", "--article", str(article))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Nothing was published" in refused.stderr
    assert words in refused.stderr
    assert "= help: " in refused.stderr
    assert published(home) == before


def test_a_change_that_is_meant_can_be_published(
    first: subprocess.CompletedProcess[str], run: Run, home: Path
) -> None:
    edit(home, "answer: 2\n", "answer: 3\n")
    forced = run("publish", "--force")
    assert "1 updated" in forced.stdout
    assert "by force" in forced.stderr
    assert "warning[ZQ118] (moons)" in forced.stderr
    assert "1 updated" not in run("publish").stdout


def test_what_is_retired_by_a_new_revision_or_for_good_is_told_so_that_it_alarms_nobody(
    first: subprocess.CompletedProcess[str], run: Run, home: Path
) -> None:
    edit(home, "answer: 2\n", "answer: 3\n    revision: 2\n")
    told = run("publish").stdout.splitlines()
    assert told[0] == "decks/planets.apkg: 1 new, 0 updated, 8 unchanged, 1 retired."
    assert told[1:3] == ["  new: moons", "  retired: moons"]
    assert "earlier revisions or forms that a new note replaces" in told[3]
    assert "Retired are" not in run("publish").stdout


def test_an_error_is_not_published_by_force(run: Run, home: Path) -> None:
    edit(home, "type: short", "type: shrot")
    assert run("publish", "--force").returncode == 1


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("decks/questions.lock", "nonsense", "questions.lock:1 is damaged"),
        ("decks/questions.lock", "<<<<<<< HEAD\n", "two versions"),
        ("article.txt", "", "holds no text"),
        ("questions.yaml", "format: zhu-quiz/1\nid: planets\ntitle: P\nquestions: []\n", "no question"),
    ],
)
def test_what_cannot_be_published_is_told_in_a_sentence(
    run: Run, home: Path, article: Path, name: str, text: str, words: str
) -> None:
    (home / "decks").mkdir()
    (home / name).write_text(text, encoding="utf-8")
    refused = run("publish", "--article", str(article))
    assert refused.returncode == 1
    assert words in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_folder_that_cannot_be_written_is_told(run: Run, home: Path) -> None:
    (home / "decks").write_text("no folder", encoding="utf-8")
    refused = run("publish")
    assert refused.returncode == 1
    assert "decks" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_published_decks_are_up_to_date(run: Run, home: Path) -> None:
    shutil.copytree(TOP / "decks", home / "decks")
    shutil.copy(TOP / "questions.yaml", home)
    before = published(home)
    told = run("publish")
    assert published(home) == before, f"run make decks: {told.stdout}{told.stderr}"


OWN = [["publish"], ["fmt"], ["check"], ["check", "--fix"], ["check", "--watch"], ["preview"], ["coverage"]]


@pytest.mark.parametrize("command", OWN)
def test_the_bank_that_came_along_is_neither_checked_nor_written_to(
    run: Run, home: Path, command: list[str]
) -> None:
    (home / "questions.yaml").rename(home / "rivers.yaml")
    done = run(*command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "zhu-quiz: There is no questions.yaml here. Did you mean rivers.yaml? Name it with --bank rivers.yaml, "
        "or begin a bank with: zhu-quiz new\n"
    )


def test_learners_need_no_bank_of_their_own(run: Run, home: Path) -> None:
    (home / "questions.yaml").unlink()
    assert run("due").returncode == 0


def test_a_bank_of_drafts_says_so(run: Run, home: Path) -> None:
    (home / "questions.yaml").unlink()
    run("new", "choice")
    words = "1 draft is not asked: delete its `status: draft` when it is ready."
    assert words in run("due").stderr
    assert "zhu-quiz check" not in run("due").stderr
    assert words in run("check").stdout
