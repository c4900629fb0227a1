"""From the bytes of a file to text: encodings, and how much is too much."""

import codecs
import re
from collections.abc import Sized

from ...model.problem import Fix, Problem, Severity
from ...model.tree import NOWHERE, Place

MAX_BYTES = 10 * 1024 * 1024
MAX_PROBLEMS = 100_000

_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
"""Longer marks first: the shortest is how the longest begins."""
_OTHER_FILES = ("PK\3\4", "%PDF-", "{\\rtf")
"""How packed files, such as those of word processors, and printed pages begin."""
_CONTROL = re.compile("[\0-\b\x0e-\x1f]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?![^ \n])", re.MULTILINE)
"""The marks that git leaves around two versions."""
_MARK = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?!\S)")
_TWO_VERSIONS = (
    "Here stand two versions that git could not join.",
    "Keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
)
_STRAY = re.compile("[\udc80-\udcff]")


class NotRead(Exception):
    """A file that is not read any further."""

    def __init__(self, code: str, message: str, remedy: str, place: Place = NOWHERE) -> None:
        super().__init__(message)
        self.problem = Problem(code=code, message=message, remedy=remedy, place=place)


def too_large(what: str) -> NotRead:
    return NotRead("ZQ011", f"The file {what}.", "Spread the questions over several banks.")


def check_number(problems: Sized) -> None:
    """Raises `NotRead` where so much is wrong that the rest does not matter."""
    if len(problems) > MAX_PROBLEMS:
        raise NotRead(
            "ZQ011", f"More than {MAX_PROBLEMS} things are wrong in the file.", "Is it a bank at all?"
        )


def decoded(data: bytes | str) -> tuple[str, list[Problem]]:
    """The text, with line feeds as the only line ends, and what is wrong with its encoding."""
    if len(data) > MAX_BYTES:
        raise too_large(f"is larger than {MAX_BYTES >> 20} MB")
    text, problems = (data.removeprefix("\ufeff"), []) if isinstance(data, str) else _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    beginning = text[:1000]
    if text.startswith(_OTHER_FILES) or len(_CONTROL.findall(beginning)) * 20 > len(beginning):
        raise NotRead("ZQ001", "This is not a text file.", "Save it as plain text with the encoding “UTF-8”.")
    return text, problems


def first_version(text: str) -> tuple[str, list[Problem]]:
    """The text as it is if the first of two versions is kept wherever git could not join them."""
    if len({mark.group() for mark in _CONFLICT.finditer(text)}) < 2:
        return text, []
    lines = text.split("\n")
    problems: list[Problem] = []
    start, is_second = 0, False
    for index, line in enumerate(lines):
        mark = line[:7] if _MARK.match(line) else ""
        if mark == "<<<<<<<" and not start:
            start, is_second = index + 1, False
        elif start and mark in ("|||||||", "======="):
            is_second = True
        if start and (mark or is_second):
            lines[index] = ""
        if start and mark == ">>>>>>>":
            problems.append(_two_versions(Place(start, 1, index + 1, 8)))
            check_number(problems)
            start, is_second = 0, False
    if start:  # Which of the lines are the second version cannot be told.
        raise NotRead("ZQ004", *_TWO_VERSIONS, Place(start, 1, start, 8))
    return "\n".join(lines), problems


def _two_versions(place: Place) -> Problem:
    message, remedy = _TWO_VERSIONS
    return Problem(code="ZQ004", place=place, message=message, remedy=remedy)


def _decoded(data: bytes) -> tuple[str, list[Problem]]:
    data = data.removeprefix(codecs.BOM_UTF8)
    for mark, encoding in _WIDE.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace"), [
                Problem(
                    code="ZQ001", place=Place(1, 1, 1, 1), severity=Severity.WARNING,
                    message=f"The file is saved as {encoding.upper()}, which other programs may not read.",
                    remedy="Save it with the encoding “UTF-8”.",
                )
            ]  # fmt: skip
    try:
        return data.decode(), []
    except UnicodeDecodeError:
        return _guessed(data.decode(errors="surrogateescape"))


def _guessed(text: str) -> tuple[str, list[Problem]]:
    """Stray bytes are read as old Windows programs wrote them."""
    lines = enumerate(re.split("\r\n|\r|\n", text), start=1)
    stray = [(number, list(_STRAY.finditer(line))) for number, line in lines if _STRAY.search(line)]
    # Where no letter is saved in UTF-8, the whole file was saved otherwise, which is said once.
    is_whole = len(_STRAY.sub("", text).encode()) == len(_STRAY.sub("", text))
    parts = [stray] if is_whole else [[each] for each in stray]
    return _STRAY.sub(_as_windows, text), [_not_saved(part) for part in parts]


def _not_saved(lines: list[tuple[int, list[re.Match[str]]]]) -> Problem:
    """The problem of some lines and the bytes in them."""
    number, (first, *_) = lines[0]
    column, others = first.start() + 1, len(lines) - 1
    more = f", nor are those in {others} more line{'s' * (others > 1)}" * (others > 0)
    return Problem(
        code="ZQ001", place=Place(number, column, number, column + 1),
        message=f"The character “{_as_windows(first)}” is not saved in UTF-8{more}.",
        remedy="Save the file with the encoding “UTF-8”.",
        fixes=tuple(_as_utf_8(each, number) for number, found in lines for each in found),
    )  # fmt: skip


def _as_utf_8(stray: re.Match[str], line: int) -> Fix:
    return Fix(Place(line, stray.start() + 1, line, stray.end() + 1), _as_windows(stray), is_safe=False)


def _as_windows(stray: re.Match[str]) -> str:
    return bytes([ord(stray.group()) - 0xDC00]).decode("cp1252", "replace")
