"""What every app of ours does around its screens: how it looks, how it ends."""

import asyncio
import gc
import os
import signal
import threading
from contextlib import suppress
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from .theme import DARK, LIGHT, first_theme

ENDING = ("SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT")
"""Signals that end the app; Windows knows but the first two."""

PATIENCE = 2.0
"""Seconds to restore the terminal after such a signal."""


class Shell(App[None]):
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

    def __init__(self) -> None:
        super().__init__()
        self.fault: Exception | None = None
        """Of ours: what ended the app before its time."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = first_theme(os.environ, self.available_themes)

    def on_mount(self) -> None:
        self.call_after_refresh(gc.enable)
        loop = asyncio.get_running_loop()
        for number in (getattr(signal, name) for name in ENDING if hasattr(signal, name)):
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, self._end, number)

    def action_help_quit(self) -> None:
        """Ctrl+C: nothing can be lost, so it leaves."""
        self.exit()

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
