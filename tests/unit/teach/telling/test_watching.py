import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sample import BANK
from zhu_quiz.bank.reader import read_closely
from zhu_quiz.model.problem import Problem, QuizError
from zhu_quiz.model.tree import Place
from zhu_quiz.teach.checking import Checked, check_text
from zhu_quiz.teach.telling.watching import Change, change, heading, saves, told

ONE = Problem(
    code="ZQ004", message="A colon.", remedy="Quote it.", place=Place(21, 9, 21, 12), question="red"
)
TWO = replace(ONE, code="ZQ105", message="The id “red” is taken since line 12.", question="moons")


def checked(*problems: Problem) -> Checked:
    reading = read_closely(BANK, Path("questions.yaml"))
    return Checked(
        bank=replace(reading.bank, problems=problems),
        text=reading.text,
        reading=reading,
        notes=("No article.",),
    )


def after(*checks: Checked) -> Change:
    """What the last of some checks changed."""
    now = None
    for each in checks:
        now = change(now, each)
    assert now
    return now


def read(text: str) -> Checked:
    return check_text(text, Path("questions.yaml"))


def test_at_first_everything_is_told() -> None:
    text = told(after(checked(ONE)), set())
    assert "questions.yaml:21:9: error[ZQ004] (red): A colon." in text
    assert "explain ZQ004" in text
    assert text.endswith("1 error found.\nNo article.\n\n")


def test_afterwards_only_what_changed_is_told() -> None:
    assert told(after(checked(ONE), checked(ONE, TWO)), {"ZQ105"}) == (
        "questions.yaml:21:9: error[ZQ105] (moons): The id “red” is taken since line 12.\n"
        "   |\n"
        "21 |     type: short\n"
        "   |         ^^^\n"
        "  = help: Quote it.\n"
        "\n"
        "questions.yaml: 9 questions can be asked, 2 errors found.\n"
        "\n"
    )


def test_what_was_mended_is_told_in_a_line() -> None:
    assert told(after(checked(ONE, TWO), checked(TWO)), set()) == (
        "mended: questions.yaml:21:9: error[ZQ004] (red): A colon.\n"
        "\n"
        "questions.yaml: 9 questions can be asked, 1 error found.\n"
        "\n"
    )


def test_that_lines_moved_is_no_change() -> None:
    moved = replace(TWO, place=Place(40, 1, 40, 2), message="The id “red” is taken since line 31.")
    assert told(after(checked(TWO), checked(moved)), set()) == ""


def test_of_several_alike_each_counts() -> None:
    assert after(checked(ONE, ONE), checked(ONE)).mended == (ONE,)
    assert after(checked(ONE), checked(ONE, ONE)).new == (ONE,)


@pytest.mark.parametrize(
    ("earlier", "later", "rings"),
    [((ONE,), (), True), ((), (), False), ((ONE, TWO), (ONE,), False), (None, (), False)],
)
def test_the_bell_rings_when_the_last_is_mended(
    earlier: tuple[Problem, ...] | None, later: tuple[Problem, ...], rings: bool
) -> None:
    before = () if earlier is None else (checked(*earlier),)
    assert after(*before, checked(*later)).is_last_mended is rings


def test_a_line_between_two_checks_tells_when_it_was_and_what_came_of_it() -> None:
    assert heading(after(checked(ONE), checked(ONE)), "14:03:22") == "14:03:22  1 problem, nothing new"
    assert heading(after(checked(ONE), checked(TWO)), "14:03:22") == "14:03:22  1 new, 1 mended"


WORDY = BANK.replace("which is", "which").replace("answer: Mars", "answer: Mars\n    explain: Yes, Mars.")
"""With findings of rules and nothing else."""


@pytest.mark.parametrize(
    "broken",
    [
        "", "\0\0", "<<<<<<< HEAD\n", "format: zhu-quiz/9\n", WORDY.replace("id: planets", "name: planets"),
        WORDY.replace("questions:", "qqq:"),
    ],
)  # fmt: skip
def test_what_nobody_could_look_for_was_not_mended(broken: str) -> None:
    assert after(read(WORDY)).new
    assert not after(read(WORDY), read(broken)).mended
    back = after(read(WORDY), read(broken), read(WORDY))
    assert not back.new
    assert [each.code for each in back.mended] == [each.code for each in read(broken).bank.problems]


def test_in_a_question_that_cannot_be_read_nothing_else_was_mended() -> None:
    broken = WORDY.replace("answer: Mars", "answer: [Mars")
    assert {each.question for each in read(WORDY).bank.problems} == {"", "red"}
    assert not after(read(WORDY), read(broken)).mended
    assert not after(read(WORDY), read(broken), read(broken + "\n")).mended
    assert [each.code for each in after(read(WORDY), read(broken), read(WORDY)).mended] == ["ZQ004"]
    assert {each.question for each in after(read(WORDY), read(broken), read(BANK)).mended} >= {"red"}


def test_that_there_are_fewer_of_a_sort_is_no_change() -> None:
    fewer = BANK.replace("answer: 2\n", "answer: 2\n    explain: They are called Phobos and Deimos.\n")
    messages = [[each.message for each in read(text).bank.problems] for text in (BANK, fewer)]
    assert messages[0] != messages[1]
    assert not after(read(BANK), read(fewer)).new


def test_one_of_two_mistakes_of_a_question_can_be_mended_first() -> None:
    both = BANK.replace("ask: Which planet is called the red one?", "hint: [[a]]").replace(
        "answer: Mars\n", "answer: Mars\n    bloom: nonsense\n"
    )
    one = both.replace("bloom: nonsense", "bloom: remember")
    assert len(after(read(both), read(one)).mended) == 1


Step = Callable[[], object]


class Enough(Exception):
    """There are no more steps."""


def watched(path: Path, *steps: Step) -> list[bytes]:
    """What is seen of a file when between two looks each step happens in turn."""
    left = iter(steps)

    def rest() -> None:
        step = next(left, None)
        if step is None:
            raise Enough
        step()

    seen: list[bytes] = []
    try:
        seen.extend(saves(path, rest))
    except Enough:
        return seen
    raise AssertionError


def nothing() -> None:
    """Time goes by."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "questions.yaml"
    path.write_bytes(b"one")
    return path


@pytest.fixture
def save(path: Path) -> Callable[[bytes], Step]:
    """Each save is a second after the one before, by the clock of the file."""
    seconds: Iterator[int] = iter(range(1_000_000_000, 1_000_000_100))

    def save(data: bytes) -> Step:
        def step() -> None:
            path.write_bytes(data)
            at = next(seconds)
            os.utime(path, (at, at))

        return step

    return save


def test_a_file_is_read_at_first_and_after_each_save(path: Path, save: Callable[[bytes], Step]) -> None:
    assert watched(path, nothing, save(b"two"), nothing, nothing, save(b"six"), nothing) == [
        b"one",
        b"two",
        b"six",
    ]


def test_a_file_that_still_grows_is_waited_for(path: Path, save: Callable[[bytes], Step]) -> None:
    assert watched(path, save(b""), save(b"t"), save(b"two"), nothing) == [b"one", b"two"]


def test_a_file_that_is_gone_for_a_moment_is_waited_for(path: Path, save: Callable[[bytes], Step]) -> None:
    assert watched(path, path.unlink, nothing, save(b"two"), nothing) == [b"one", b"two"]


def test_a_folder_in_its_place_is_waited_out(path: Path, save: Callable[[bytes], Step]) -> None:
    steps: tuple[Step, ...] = (path.unlink, path.mkdir, nothing, nothing, path.rmdir, save(b"two"), nothing)
    assert watched(path, *steps) == [b"one", b"two"]


def test_a_file_that_was_never_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(QuizError):
        watched(tmp_path / "questions.yaml")
