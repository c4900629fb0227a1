from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sample import BANK, HEAD
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import Problem, QuizError
from zhu_quiz.teach.article.article import Article
from zhu_quiz.teach.checking import check_text
from zhu_quiz.teach.lock import Lock, lock_path, read_lock
from zhu_quiz.teach.mending.edits import applied

ARTICLE = Article(text="Mercury is nearest to the Sun.", sha256="2" * 64)
LOCK = Lock.of(read_text(BANK), ARTICLE)
Edit = Callable[[str], str]


def history(text: str, lock: Lock = LOCK) -> list[Problem]:
    """What is said of an edit of the published bank."""
    return [each for each in check_text(text, lock=lock).bank.problems if each.code[:4] in ("ZQ11", "ZQ12")]


def codes(text: str, lock: Lock = LOCK) -> list[str]:
    return [problem.code for problem in history(text, lock)]


def mended(text: str) -> str:
    fixed, _ = applied(text, [problem.fixes for problem in history(text)])
    return fixed


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "questions.lock"
    path.write_text(str(LOCK), encoding="utf-8")
    assert read_lock(path) == LOCK


def test_the_lock_stands_beside_the_decks() -> None:
    assert lock_path(Path("course/mars.yaml")) == Path("course/decks/mars.lock")


def test_nothing_published_is_no_mistake(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "missing.lock") is None


def test_the_order_of_the_file_does_not_matter(bank: Bank) -> None:
    turned = replace(bank, questions=dict(reversed(list(bank.questions.items()))))
    assert str(Lock.of(turned, ARTICLE)) == str(LOCK)


def test_an_edit_of_one_question_changes_one_line(bank: Bank) -> None:
    edited = str(Lock.of(read_text(BANK.replace("answer: 2\n", "answer: 3\n")), ARTICLE))
    assert len(set(edited.splitlines()) ^ set(str(LOCK).splitlines())) == 2


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda text: text.replace("bank ", "<<<<<<< ours\nbank "), "two versions"),
        (lambda text: text.replace("lock/1", "lock/2"), "newer"),
        (lambda text: text.replace("moons 1", "moons one"), "damaged"),
        (lambda text: text.replace("number", "number\x1b[31m"), "damaged"),
        (lambda text: text[:-40], "damaged"),
        (lambda _: "", "damaged"),
        (lambda _: "PK\x03\x04\x00", "damaged"),
    ],
)
def test_a_lock_that_tells_nothing_sound_is_refused_in_a_sentence(
    tmp_path: Path, edit: Edit, words: str
) -> None:
    path = tmp_path / "questions.lock"
    path.write_text(edit(str(LOCK)), encoding="utf-8")
    with pytest.raises(QuizError, match=words):
        read_lock(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("How many moons has Mars?", "How many moons does Mars have?"),
        ("why: It is the second.", "why: It comes second."),
        ("- wrong: Earth", "- wrong: Pluto"),
        ("answer: Mars", "answer: Mars\n    accept: [the planet Mars]"),
        ("id: red\n", "id: red-planet\n    was: [red]\n"),
        ("answer: 2\n", "answer: 3\n    revision: 2\n"),
        ("id: red\n", "id: red\n    status: retired\n"),
        ("answer: Mars", "answer: mars."),
        ("{{third}}", "{{Third}}"),
    ],
)
def test_an_edit_that_misleads_nobody_is_let_be(old: str, new: str) -> None:
    assert codes(BANK.replace(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("answer: 2\n", "answer: 3\n", "ZQ118"),
        ("right: Mercury", "right: Hermes", "ZQ118"),
        ("{{third}}", "{{fourth}}", "ZQ118"),
        ("type: number\n", "type: short\n", "ZQ120"),
        ("id: red\n", "id: red-planet\n", "ZQ121"),
        ("id: planets", "id: the-planets", "ZQ123"),
    ],
)
def test_an_edit_that_misleads_learners_is_told_and_can_be_mended(old: str, new: str, code: str) -> None:
    edited = BANK.replace(old, new)
    assert codes(edited) == [code]
    assert codes(mended(edited)) == []


def test_capitals_are_an_answer_of_their_own_where_they_matter() -> None:
    exact = BANK.replace("answer: Mars", "answer: Mars\n    match: {case: exact}")
    assert codes(exact.replace("answer: Mars", "answer: mars"), Lock.of(read_text(exact))) == ["ZQ118"]


def test_a_key_that_is_exact_to_the_letter_is_the_same_answer() -> None:
    red = replace(LOCK.questions["red"], key=read_text(BANK).questions["red"].key_hash)
    assert codes(BANK, replace(LOCK, questions={**LOCK.questions, "red": red})) == []


def test_a_question_in_braces_is_mended_too() -> None:
    bank = f"{HEAD}  - {{id: moons, type: number, ask: How many?, answer: 2}}\n"
    edited = bank.replace("answer: 2", "answer: 3")
    (changed,) = history(edited, Lock.of(read_text(bank)))
    fixed, _ = applied(edited, [changed.fixes])
    assert read_text(fixed).questions["moons"].revision == 2


def test_an_edit_under_a_new_id_is_held_against_the_old_one() -> None:
    edited = BANK.replace("id: moons\n", "id: moons-of-mars\n    was: [moons]\n").replace(
        "answer: 2\n", "answer: 3\n"
    )
    assert codes(edited) == ["ZQ118"]


def test_a_lowered_revision_is_told() -> None:
    raised = BANK.replace("answer: 2\n", "answer: 3\n    revision: 3\n")
    assert codes(raised.replace("revision: 3", "revision: 2"), Lock.of(read_text(raised))) == ["ZQ119"]


def test_a_deleted_question_is_told_unless_it_may_be_one_that_cannot_be_read() -> None:
    start, end = BANK.index("  - id: moons"), BANK.index("  - id: rings")
    deleted = BANK[:start] + BANK[end:]
    assert codes(deleted) == ["ZQ122"]
    assert "ZQ122" not in codes(deleted.replace("type: multi", "type: mulit"))


def test_another_question_is_not_taken_for_a_renamed_one() -> None:
    start, end = BANK.index("  - id: moons"), BANK.index("  - id: rings")
    other = (
        "  - id: water\n    type: number\n    ask: At how many degrees does water boil?\n    answer: 100\n"
    )
    assert codes(BANK[:start] + other + BANK[end:]) == ["ZQ122"]


def test_a_draft_is_remembered_only_if_it_was_published() -> None:
    draft = read_text(BANK.replace("id: moons\n", "id: moons\n    status: draft\n"))
    assert "moons" not in Lock.of(draft).questions
    assert "moons" in Lock.of(draft, None, LOCK).questions


def test_what_was_verified_stays_so_until_it_changes() -> None:
    renamed = read_text(BANK.replace("id: nearest\n", "id: first\n"))
    edited = read_text(BANK.replace("nearest to the Sun}", "near to it}"))
    assert Lock.of(renamed, None, LOCK).vouches_for(renamed.questions["first"])
    assert not Lock.of(edited, None, LOCK).vouches_for(edited.questions["nearest"])
    assert Lock.of(edited, None, LOCK).article == "2" * 64
