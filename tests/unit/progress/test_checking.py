"""Damage is found, whatever it hit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from zhu_quiz.model.event import Review
from zhu_quiz.model.problem import QuizError
from zhu_quiz.progress import Journal

REASON = b"Right, in your usual time."


@pytest.fixture
def closed(journal: Journal, path: Path, review: Callable[..., Review]) -> Path:
    """A journal of many reviews, at rest."""
    journal.append(*(review(reason=REASON.decode()) for _ in range(200)))
    journal.close()
    return path


def test_a_sound_journal_has_nothing_to_say(closed: Path) -> None:
    with Journal.open(closed) as journal:
        assert journal.check() == []


@pytest.mark.parametrize("bit", [0, 7], ids=["another letter", "no letter at all"])
def test_a_flipped_bit_that_sqlite_does_not_see_is_found(closed: Path, bit: int) -> None:
    whole = bytearray(closed.read_bytes())
    whole[whole.index(REASON) + 3] ^= 1 << bit
    closed.write_bytes(whole)
    with Journal.open(closed) as journal:
        assert journal._file.connection.execute("pragma quick_check").fetchone() == ("ok",)
        (finding,) = journal.check()
    assert finding.endswith("is not as it was written.")


def test_a_text_that_is_none_any_more_is_no_riddle_to_its_reader(closed: Path) -> None:
    whole = bytearray(closed.read_bytes())
    whole[whole.index(REASON)] ^= 1 << 7
    closed.write_bytes(whole)
    with Journal.open(closed) as journal, pytest.raises(QuizError, match="damaged"):
        tuple(journal.events("zhu"))


def test_a_page_of_nonsense_is_found(closed: Path) -> None:
    whole = bytearray(closed.read_bytes())
    middle = whole.index(REASON) // 4096 * 4096
    whole[middle : middle + 4096] = b"\xff" * 4096
    closed.write_bytes(whole)
    with Journal.open(closed) as journal:
        assert journal.check()
        with pytest.raises(QuizError, match="damaged"):
            tuple(journal.events("zhu"))


def test_details_that_are_no_json_any_more_are_no_riddle_to_the_pace(closed: Path) -> None:
    whole = closed.read_bytes().replace(b'"thinking_ms":5250', b'"thinking_ms"!5250')
    closed.write_bytes(whole)
    with Journal.open(closed) as journal:
        with pytest.raises(QuizError, match="damaged"):
            journal.thinking_ms("choice")
        assert journal.check()


def test_a_log_that_is_gone_is_a_finding(closed: Path) -> None:
    with Journal.open(closed) as journal:
        journal._file.connection.execute("drop table event")
        assert journal.check() == ["SQLite says: no such table: event."]


def test_the_journal_can_be_used_after_a_check(closed: Path) -> None:
    with Journal.open(closed) as journal:
        journal.check()
        assert journal.count("zhu") == len(tuple(journal.events("zhu"))) == 200
