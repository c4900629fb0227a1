"""Learners who go through real sittings for weeks: with gaps, late nights, undos, practice and second thoughts."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from zhu_quiz.model.event import Action
from zhu_quiz.model.mark import Unclear
from zhu_quiz.model.memory import Grade
from zhu_quiz.model.moment import Moment
from zhu_quiz.study import Sitting, Study

DEEDS = [Action.SUSPEND, Action.RESTORE, Action.BURY, Action.FLAG, Action.UNFLAG, Action.RESET]
HOURS = (0, 1, 2, 8, 13, 19, 23)
"""Hours at which somebody learns, those after midnight among them."""


@dataclass
class Learner:
    """Somebody in some zone, and the clock on their wall."""

    study: Study
    clock: datetime
    """In the zone."""
    chance: random.Random

    @property
    def now(self) -> Moment:
        offset = self.clock.utcoffset()
        assert offset is not None
        return Moment(int(self.clock.timestamp() * 1000), int(offset.total_seconds()) // 60)

    def learn(self, days: int, hours: Sequence[int] = HOURS, most: int = 25) -> None:
        """On two of three of so many days before today, and a little a moment ago."""
        today = self.clock
        for day in range(days, 0, -1):
            if self.chance.random() < 2 / 3:
                then = (today - timedelta(days=day)).replace(
                    hour=self.chance.choice(hours), minute=self.chance.randrange(60)
                )
                self._sit(then, most)
        self._sit(today - timedelta(minutes=2), 8)
        self.clock = today

    def _sit(self, begin: datetime, most: int) -> None:
        self.clock = begin
        sitting = self.chance.choice(OPENINGS)(self.study, self.now, self.chance)
        for _ in range(self.chance.randint(1, most)):
            self._pass(milliseconds=self.chance.randint(900, 10_000))
            if sitting.turn(self.now) is None:
                return
            self._do(sitting)

    def _pass(self, milliseconds: int) -> None:
        at = self.clock.timestamp() + milliseconds / 1000
        self.clock = datetime.fromtimestamp(at, self.clock.tzinfo)

    def _do(self, sitting: Sitting) -> None:
        deed = self.chance.random()
        if deed < 0.05:
            sitting.act(self.chance.choice(DEEDS), self.now)
            return
        if deed < 0.08:
            sitting.undo(self.now)
            return
        turn = sitting.turn(self.now)
        assert turn
        response = turn.question.solution if self.chance.random() < 0.75 else None
        grade = self.chance.choice(list(Grade)) if turn.question.kind == "card" and response else None
        thinking_ms = self.chance.randint(500, 90_000)
        answered = sitting.answer(response, now=self.now, thinking_ms=thinking_ms, grade=grade)
        assert not isinstance(answered, Unclear)
        if deed > 0.8:
            sitting.regrade(self.chance.choice(list(Grade)), self.now)


def _practise(study: Study, now: Moment, chance: random.Random) -> Sitting:
    return study.practise(chance.sample(study.bank.cards, 5), now)


OPENINGS: list[Callable[[Study, Moment, random.Random], Sitting]] = [
    lambda study, now, chance: study.sit(now),
    lambda study, now, chance: study.sit(now),
    lambda study, now, chance: study.sit_new(now, 30),
    lambda study, now, chance: study.sit_ahead(now),
    _practise,
]
