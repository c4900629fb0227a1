"""A learner's progress in a package, and what real Anki makes of it in a process and a zone of its own."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from learners import HOURS, Learner
from zhu_quiz.anki.history.carrying import Progress
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank
from zhu_quiz.model.history import CardHistory
from zhu_quiz.model.memory import CardState
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.study.carried import progress

CHANGED_WEIGHTS = (
    0.4, 1.1, 3.2, 9.1, 6.1, 0.7, 2.6, 0.02, 1.7, 0.2, 0.9, 1.6, 0.08, 0.3, 1.5, 0.5, 1.9, 0.6, 0.12, 0.09, 0.2,
)  # fmt: skip
ORACLE = Path(__file__).parent / "real_anki" / "carrying" / "anki_says.py"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Who learned where, and how old the collection is."""

    tz: str = "UTC"
    hour: int | None = None
    """Instead of `tz`: anywhere where it is half past that hour now."""
    age: int = 0
    """Of the collection, in days."""
    days: int = 60
    hours: Sequence[int] = HOURS
    seed: int = 1

    @cached_property
    def zone(self) -> tuple[str, tzinfo]:
        """As the environment names it, and as Python knows it."""
        if self.hour is None:
            return self.tz, ZoneInfo(self.tz)
        now = datetime.now(UTC)
        minutes = (self.hour * 60 + 30 - now.hour * 60 - now.minute) % 1440
        minutes -= 1440 if minutes > 14 * 60 else 0
        west = f"{'-' if minutes > 0 else ''}{abs(minutes) // 60}:{abs(minutes) % 60:02}"
        return f"XXX{west}", timezone(timedelta(minutes=minutes))


@dataclass(frozen=True, kw_only=True)
class Carried:
    """What a learner took along, and what Anki says of it."""

    progress: Progress
    anki: Mapping[str, Any]

    @cached_property
    def histories(self) -> dict[str, CardHistory]:
        """By id of the question and place among its cards."""
        questions = self.progress.bank.questions
        return {
            f"{card.question} {questions[card.question].sides.index(card.side)}": history
            for card, history in self.progress.histories.items()
        }

    @property
    def states(self) -> dict[str, CardState]:
        """Of the cards that were answered."""
        return {name: each.state for name, each in self.histories.items() if each.state.memory}


def carried(bank: Bank, folder: Path, scene: Scene) -> Carried:
    """Someone learns, exports, and imports what came of it."""
    tz, zone = scene.zone
    with Journal.open(folder / "progress.db") as journal:
        learner = Learner(Study(bank, journal), datetime.now(zone), random.Random(scene.seed))
        learner.learn(scene.days, scene.hours)
        known = progress(bank, journal, learner.now)
    package = folder / "deck.apkg"
    package.write_bytes(export_package(bank, None, known.now_ms, progress=known).package)
    return Carried(progress=known, anki=anki_says(package, tz, scene.age))


def anki_says(package: Path, tz: str = "UTC", age: int = 0) -> Mapping[str, Any]:
    request = {
        "package": str(package),
        "folder": str(package.parent),
        "age": age,
        "weights": CHANGED_WEIGHTS,
    }
    command = [sys.executable, str(ORACLE), json.dumps(request)]
    environment = os.environ | {"TZ": tz}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said
