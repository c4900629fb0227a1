"""Files that somebody edits: written as a whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from ..model.problem import QuizError


def replace_file(path: Path, data: bytes) -> None:
    """The file with other content, and its old rights; a link stays one. Raises `QuizError`."""
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        with suppress(FileNotFoundError):
            beside.chmod(target.stat().st_mode)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        reason = (error.strerror or "there is no saying why").lower()
        raise QuizError(f"{path} cannot be written: {reason}. It stays as it was.") from error
