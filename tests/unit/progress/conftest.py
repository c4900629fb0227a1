"""A journal in a file of its own, and reviews to put into it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zhu_quiz.model.event import Review
from zhu_quiz.model.memory import Card, Grade, MemoryState
from zhu_quiz.progress import Journal

NOW_MS = 1_790_000_000_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with Journal.open(path) as opened:
        yield opened


@pytest.fixture
def review(journal: Journal) -> Callable[..., Review]:
    """Makes reviews that differ from an ordinary one in what is named."""

    def make(**named: object) -> Review:
        values = {
            "id": journal.new_id(NOW_MS),
            "bank": "zhu",
            "at_ms": NOW_MS,
            "offset_minutes": 480,
            "study_day": 739_889,
            "card": Card("us-employer"),
            "revision": 1,
            "key_hash": "5a3f0c9b12de",
            "kind": "choice",
            "sitting": "01a0c000-0000-7000-8000-000000000000",
            "response": "University of California, Los Angeles",
            "fraction": 1.0,
            "chance": 1 / 3,
            "thinking_ms": 5_250,
            "proposed": Grade.GOOD,
            "grade": Grade.GOOD,
            "reason": "Right, in your usual time.",
            "recall": None,
            "before": None,
            "after": MemoryState(2.3065, 2.118103970459016, 739_889),
            "due_day": 739_891,
            "parameters": "fsrs6",
        }
        return Review(**(values | named))  # type: ignore[arg-type]  # the tests name fields freely

    return make
