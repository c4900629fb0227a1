"""Files that somebody edits: written as a whole or not at all."""

import os
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path
from secrets import token_hex

from ..model.problem import QuizError, reason_of

_OF_NEW_FILES = 0o666


def replace_file(path: Path, data: bytes, *, instead_of: bytes | None = None) -> None:
    """The file with other content, and its old rights; a link stays one. What is no plain file is written into.

    `instead_of` is what was read and edited, empty where there was no file: another text is not overwritten.
    Raises `QuizError`, and then all stays as it was."""
    try:
        mode = _mode(path)
        if mode is not None and not stat.S_ISREG(mode):
            if instead_of is not None:
                raise QuizError(f"{path} is no plain file, so it cannot be edited. Name a file.")
            path.write_bytes(data)
            return
        if mode is not None and not (mode & 0o222 and os.access(path, os.W_OK)):
            raise QuizError(f"{path} may be read but not changed. Make it writable, or name another file.")
        if instead_of is not None and instead_of != (b"" if mode is None else path.read_bytes()):
            raise QuizError(f"{path} was saved by another program meanwhile. Nothing was changed; try again.")
        _replace(path.resolve(), data, mode)
    except OSError as error:
        told = f"{path} cannot be written: {reason_of(error)}."
        if not path.parent.is_dir():
            told = f"{path} cannot be written: there is no folder {path.parent}. Make it, or name another."
        raise QuizError(f"{told} It stays as it was." if path.is_file() else told) from error


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    """Other names of the same file keep the old text: backups are often made of such."""
    beside = target.with_name(f".zhu-quiz-{token_hex(8)}")
    rights = _OF_NEW_FILES if mode is None else stat.S_IMODE(mode)
    try:
        with open(beside, "xb", opener=partial(os.open, mode=rights)) as file:
            if mode is not None:
                beside.chmod(rights)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
