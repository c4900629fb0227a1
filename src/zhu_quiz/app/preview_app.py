"""The app around the preview of a bank. It opens no learner's progress."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.screen import Screen

from ..teach.checking import Checked
from .screens.preview import PreviewScreen
from .shell import Shell


class PreviewApp(Shell):
    def __init__(
        self,
        path: Path,
        checked: Checked,
        read: Callable[[], Checked],
        *,
        first: str = "",
        is_watching: bool = True,
    ) -> None:
        super().__init__()
        self._preview = PreviewScreen(path, checked, read, first=first, is_watching=is_watching)

    def get_default_screen(self) -> Screen[Any]:
        return self._preview


def run_preview(
    path: Path, checked: Checked, read: Callable[[], Checked], *, first: str = "", is_watching: bool = True
) -> int:
    """Shows the questions until the teacher leaves, the one with the id `first` at first. Gives the exit code."""
    app = PreviewApp(path, checked, read, first=first, is_watching=is_watching)
    app.run()
    if app.fault:
        raise app.fault
    return app.return_code or 0
