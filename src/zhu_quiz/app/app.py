"""The app around the screens of a learner: which follows which."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from textual.screen import Screen

from ..model.moment import Moment
from ..model.problem import QuizError
from .messages import Begun, Finished, Left, Retried
from .screens.page_screen import PageScreen
from .screens.question import QuestionScreen
from .shell import Shell

if TYPE_CHECKING:
    from ..study import Sitting, Study

Start = Literal["home", "review"]

WIDEST = 88
"""Cells of what stays in the terminal, as wide as the column on the screen."""


class QuizApp(Shell):
    def __init__(
        self,
        study: "Study",
        clock: Callable[[], Moment],
        *,
        start: Start = "home",
        limit: int | None = None,
        minutes: float | None = None,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._study = study
        self._clock = clock
        self._start = start
        self._limit = limit
        self._minutes = minutes
        self._ticks = ticks
        self._sitting: Sitting | None = None

    @property
    def farewell(self) -> str:
        """What stays in the terminal: what the last sitting came to."""
        summary = self._sitting.summary(self._clock()) if self._sitting else None
        if summary is None or not summary.answered:
            return ""
        from .screens.summary import left_behind

        return left_behind(summary, min(self.size.width, WIDEST))

    def get_default_screen(self) -> Screen[Any]:
        """The first screen. Shown over an empty one, it would come two frames and 17 ms later."""
        if self._start == "home":
            return self._home()
        try:
            self._sitting = self._study.sit(self._clock(), limit=self._limit, minutes=self._minutes)
        except QuizError as error:
            return self._home(str(error))
        return self._question(self._sitting)

    def on_begun(self, event: Begun) -> None:
        self._sitting = event.sitting
        self._show(self._question(event.sitting, is_practice=event.is_practice, says=event.says))

    def on_finished(self, event: Finished) -> None:
        from .screens.summary import SummaryScreen

        try:
            summary = event.sitting.summary(self._clock())
        except QuizError as error:
            self._show(self._home(str(error)))
            return
        is_told = summary.answered > 0
        self._show(SummaryScreen(event.sitting, summary, self._clock) if is_told else self._home())

    def on_retried(self, event: Retried) -> None:
        try:
            sitting = self._study.practise(event.cards, self._clock())
        except QuizError as error:
            self._show(self._home(str(error)))
            return
        self._show(self._question(sitting, is_practice=True))

    def on_left(self, event: Left) -> None:
        if event.for_good or self._start == "review":
            self.exit()
        else:
            self._show(self._home())

    def _show(self, screen: PageScreen) -> None:
        # Textual cannot switch its default screen for another, so that one stays below.
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def _question(self, sitting: "Sitting", *, is_practice: bool = False, says: str = "") -> PageScreen:
        study, clock, ticks = self._study, self._clock, self._ticks
        return QuestionScreen(study, sitting, clock, ticks, is_practice=is_practice, says=says)

    def _home(self, notice: str = "") -> PageScreen:
        # Imported here, as the summary: a review starts without them.
        from .screens.home import HomeScreen

        return HomeScreen(self._study, self._clock, notice)
