"""What stands beside a bank that is not there, and may be meant."""

from pathlib import Path
from shlex import quote

from ..bank.report import one_line

_SHOWN = 3
_BEGINNING = 100_000
"""Bytes, in which a bank has come to its questions."""


def absence(path: Path) -> str:
    """That there is no such file, and what to do."""
    begin = "begin a bank with: zhu-quiz new"
    if path.stem != "questions":
        begin += f" --bank {quote(str(path))}"
    names = [one_line(quote(str(each))) for each in _banks(path.parent)]
    told = one_line(f"There is no {path}{' here' * (path.parent == Path())}.")
    if not names:
        return f"{told} Name your bank with --bank FILE, or {begin}"
    if len(names) == 1:
        return f"{told} Did you mean {names[0]}? Name it with --bank {names[0]}, or {begin}"
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return (
        f"{told} There is {', '.join(names[:_SHOWN])}{more}: name one, as with --bank {names[0]}, or {begin}"
    )


def _banks(folder: Path) -> list[Path]:
    """The files in it that have questions, by name."""
    try:
        files = sorted(each for each in folder.iterdir() if each.suffix in (".yaml", ".yml"))
    except OSError:
        return []
    return [each for each in files if _has_questions(each)]


def _has_questions(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"\nquestions:" in b"\n" + file.read(_BEGINNING)
    except OSError:
        return False
