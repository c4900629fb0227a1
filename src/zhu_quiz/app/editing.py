"""A file at a line, in the editor that a person has chosen; the screen is theirs until it is closed."""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from textual.app import App, SuspendNotSupported

from ..model.problem import QuizError, reason_of

PACKAGE = Path(__file__).parents[1].resolve()

COMMON = ("nano", "vi", "notepad")
"""Looked for where none is chosen."""

PLUS = frozenset("vim nvim vi gvim view nano pico emacs emacsclient micro kak joe ne jed mg".split())
COLON = frozenset("hx helix".split())
COLON_WAITING = frozenset("subl zed".split())
GOTO = frozenset("code code-insiders codium cursor".split())
"""How editors are told a line, by the names of their commands. Those with a window of their own are told to wait."""


def edit_at(app: App[None], path: Path, line: int) -> None:
    """Opens an editor and waits for its end. Raises `QuizError` where there is nothing to open, or nothing to open
    it with."""
    check(path)
    editor = chosen(os.environ)
    place = f"`{path}`, line {line}"
    if not editor:
        raise QuizError(f"No editor was found. Name yours in EDITOR, or open {place}.")
    try:
        with app.suspend():
            # Whatever is raised in here would leave the terminal lent for ever.
            fault = _run(command(editor, path.resolve(), line))
    except SuspendNotSupported as error:
        raise QuizError(f"This terminal cannot be lent to an editor. Open {place}.") from error
    if fault:
        raise QuizError(
            f"The editor `{editor[0]}` cannot be started: {reason_of(fault)}. Name another in EDITOR, or open {place}."
        ) from fault


def check(path: Path) -> None:
    """Raises `QuizError` where edits of the file would be refused or lost."""
    if path.resolve().is_relative_to(PACKAGE):
        raise QuizError(
            f"These questions came along with the program, and its next version would replace your changes. "
            f"Copy `{path.resolve()}` to a folder of yours and start zhu-quiz there; your progress stays."
        )
    if not path.is_file():
        raise QuizError(f"`{path}` is not there any more.")
    if not os.access(path, os.W_OK):
        raise QuizError(f"`{path}` may be read but not changed. Make it writable, or edit a copy of it.")


def chosen(environment: Mapping[str, str]) -> list[str]:
    """The words that start the editor; none where there is no editor."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environment.get(name, ""), posix=os.name != "nt")
        except ValueError as error:
            raise QuizError(
                f"{name} cannot be understood: a quotation mark is open in `{environment[name]}`."
            ) from error
        if words:
            return words
    return next(([name] for name in COMMON if shutil.which(name)), [])


def command(editor: list[str], path: Path, line: int) -> list[str]:
    """With the file, and the line as far as it is known how this editor is told."""
    name = Path(editor[0]).stem.lower()
    waiting = [] if {"-w", "--wait"} & {*editor} else ["--wait"]
    if name in PLUS:
        return [*editor, f"+{line}", str(path)]
    if name in COLON:
        return [*editor, f"{path}:{line}"]
    if name in COLON_WAITING:
        return [*editor, *waiting, f"{path}:{line}"]
    if name in GOTO:
        return [*editor, *waiting, "--goto", f"{path}:{line}"]
    return [*editor, str(path)]


def _run(words: list[str]) -> OSError | None:
    """Gives what kept it from being started."""
    try:
        running = subprocess.Popen(words)
    except OSError as error:
        return error
    with _deaf("SIGINT", "SIGQUIT"):
        running.wait()
    return None


@contextmanager
def _deaf(*names: str) -> Iterator[None]:
    """Ctrl+C in the editor is meant for the editor alone, but the terminal tells both."""
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = [signal.signal(number, signal.SIG_IGN) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
