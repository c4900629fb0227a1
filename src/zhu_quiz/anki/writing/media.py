"""The pictures of a bank: read from its own folder alone, and named after what they show."""

import os
import re
import stat
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

from ...model.problem import reason_of
from ..picture import NotTaken, form_of

MOST_OF_ONE = 10 * 1024 * 1024
MOST_TOGETHER = 100 * 1024 * 1024

_IN_FIELDS = re.compile(r'<img src="(zq-[0-9a-f]{16}\.(?:avif|gif|jpg|png|svg|webp))"')
"""A picture of ours in a note, by its name."""


@dataclass
class Pictures:
    """The pictures of a bank, each read when its question is written."""

    folder: Path | None
    """Where the bank is; a bank that is no file has no pictures."""
    taken: dict[str, bytes] = field(default_factory=dict)
    """By their names in Anki."""
    refused: dict[str, str] = field(default_factory=dict)
    """Why a file is not taken."""
    _names: dict[str, str] = field(default_factory=dict)
    _bytes: int = 0

    @classmethod
    def of(cls, bank: Path | None) -> "Pictures":
        return cls(bank.parent if bank else None)

    def name(self, file: str) -> str:
        """What the picture is called in Anki: other content, other name. Empty where it is refused."""
        if file not in self._names:
            try:
                self._names[file] = self._take(file)
            except NotTaken as reason:
                self._names[file] = ""
                self.refused[file] = str(reason)
        return self._names[file]

    def _take(self, file: str) -> str:
        content = _read(self.folder, file)
        name = f"zq-{sha256(content).hexdigest()[:16]}.{form_of(content)}"
        if name not in self.taken:
            if self._bytes + len(content) > MOST_TOGETHER:
                raise NotTaken(f"the pictures of a bank may have {MOST_TOGETHER >> 20} MB together")
            self._bytes += len(content)
            self.taken[name] = content
        return name


def names_in(html: str) -> list[str]:
    """The pictures of ours in a field."""
    return _IN_FIELDS.findall(html) if "<img" in html else []


def is_whole(name: str, content: bytes) -> bool:
    """Whether it is the picture that had that name given."""
    return name.startswith(f"zq-{sha256(content).hexdigest()[:16]}.")


def _read(folder: Path | None, file: str) -> bytes:
    if folder is None:
        raise NotTaken("the bank is in no folder")
    if re.match(r"[a-z]+://|data:", file):
        raise NotTaken("it is not beside the bank")
    parts = PurePosixPath(file).parts
    if PurePosixPath(file).is_absolute() or PureWindowsPath(file).anchor or ".." in parts or "\0" in file:
        raise NotTaken("it is outside the bank's folder")
    try:
        path = folder.resolve()
        for part in parts:
            path /= part
            if path.is_symlink():
                raise NotTaken("it is reached by a link")
        return _content(path)
    except OSError as error:
        raise NotTaken(reason_of(error)) from error


def _content(path: Path) -> bytes:
    # Neither followed nor waited for, should it turn into a link or a pipe meanwhile.
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(path, "rb", opener=lambda name, _: os.open(name, flags)) as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise NotTaken("it is no file")
        content = opened.read(MOST_OF_ONE + 1)
    if len(content) > MOST_OF_ONE:
        raise NotTaken(f"it is larger than {MOST_OF_ONE >> 20} MB")
    return content
