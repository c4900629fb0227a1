"""The app around the screens: which follows which, how it looks, how it ends."""

import asyncio
import gc
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from ..model.moment import Moment
from ..model.problem import QuizError
from .messages import Begun, Finished, Left, Retried
from .screens.page_screen import PageScreen
from .screens.question import QuestionScreen
from .theme import DARK, LIGHT, first_theme

if TYPE_CHECKING:
    from ..study import Sitting, Study

Start = Literal["home", "review"]

ENDING = ("SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT")
"""Signals that end the app; Windows knows but the first two."""

PATIENCE = 2.0
"""Seconds to restore the terminal after such a signal."""

WIDEST = 88
"""Cells of what stays in the terminal, as wide as the column on the screen."""


class QuizApp(App[None]):
    TITLE = "zhu-quiz"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+q",
            "quit",
            "quit",
            id="quit",
            tooltip="Quit; everything is saved",
            show=False,
            priority=True,
        )
    ]

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
        self.fault: Exception | None = None
        """Of ours: what ended the app before its time."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = first_theme(os.environ, self.available_themes)

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

    def on_mount(self) -> None:
        self.call_after_refresh(gc.enable)
        loop = asyncio.get_running_loop()
        for number in (getattr(signal, name) for name in ENDING if hasattr(signal, name)):
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, self._end, number)

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

    def action_help_quit(self) -> None:
        """Ctrl+C: nothing can be lost, so it leaves."""
        self.exit()

    def _show(self, screen: PageScreen) -> None:
        # Textual cannot switch its default screen for another, so that one stays below.
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def _question(self, sitting: "Sitting", *, is_practice: bool = False, says: str = "") -> PageScreen:
        bank, clock, ticks = self._study.bank, self._clock, self._ticks
        return QuestionScreen(sitting, bank, clock, ticks, is_practice=is_practice, says=says)

    def _home(self, notice: str = "") -> PageScreen:
        # Imported here, as the summary: a review starts without them.
        from .screens.home import HomeScreen

        return HomeScreen(self._study, self._clock, notice)

    def _handle_exception(self, error: Exception) -> None:
        # Textual would print all that the program knew at that moment over the whole terminal.
        self.fault = self.fault or error
        self._return_code = 1
        # Its driver for tests raises this one.
        self._exception = self.fault
        self._exception_event.set()
        self._close_messages_no_wait()

    def _end(self, number: int) -> None:
        # A terminal that is gone takes no more output, and Textual would wait for it for ever.
        last_resort = threading.Timer(PATIENCE, os._exit, [128 + number])
        last_resort.daemon = True
        last_resort.start()
        self.exit(return_code=128 + number)
