"""A line of a bank taken apart, for what goes wrong before or beyond YAML."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..names import known_names

_LINE = re.compile(
    r"(?P<lead>\s*(?:-(?: +|$))*)(?:(?P<key>[A-Za-z_][\w-]*) *:(?: +|$))?(?P<value>.*)", re.DOTALL
)
BLOCK = re.compile(r"[|>][-+\d]{0,2}\s*(?:(?<=\s)#.*)?")
"""What a text that stands on the lines below begins with."""
_IN_QUOTES = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL),
    "'": re.compile(r"'(?:[^']|'')*'(?!')", re.DOTALL),
}


class Line(NamedTuple):
    lead: str
    """Indentation and dashes."""
    key: str
    """Empty where there is none."""
    value: str
    """What follows, without the spaces at its end."""
    start: int
    """Where the value begins, from 0."""

    @property
    def column(self) -> int:
        """Where the key or else the value begins, from 0."""
        return len(self.lead)

    @property
    def is_plain(self) -> bool:
        """Whether the value is text without quotes or brackets."""
        return bool(self.value) and self.value[0] not in "\"'[{|>#&*!"

    @property
    def opens_text(self) -> bool:
        """Whether the lines below go on with the text."""
        return bool(BLOCK.fullmatch(self.value)) or quotes_end(self.value) == -1

    def with_value(self, value: str) -> str:
        """The line with another value."""
        return f"{self.lead}{self.key}: {value}" if self.key else self.lead + value


def taken_apart(line: str) -> Line:
    found = _LINE.match(line)
    assert found  # Each of its parts may be empty.
    return Line(found["lead"], found["key"] or "", found["value"].rstrip(), found.start("value"))


def is_content(line: str) -> bool:
    """Neither blank nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indentation(line: str) -> int:
    """In columns; a tab counts as two, which is one level of ours."""
    lead = line[: len(line) - len(line.lstrip())]
    return len(lead) + lead.count("\t")


def text_lines(lines: Sequence[str]) -> dict[int, int]:
    """The lines, by index, that go on with a text from above, and the column that they must go beyond."""
    inside: dict[int, int] = {}
    floor: int | None = None
    for index, line in enumerate(lines):
        if floor is not None and (not line.strip() or indentation(line) > floor):
            inside[index] = floor
        else:
            floor = _floor(line)
    return inside


def _floor(line: str) -> int | None:
    if not any(sign in line for sign in "|>\"'"):
        return None
    parts = taken_apart(line)
    if not parts.opens_text:
        return None
    tabs = parts.lead.count("\t")
    if parts.key or "-" not in parts.lead:
        return parts.column + tabs - (not parts.key)
    return parts.lead.rindex("-") + tabs


def swallowed(lines: Sequence[str]) -> int:
    """The line, by index, with a key that the quoted text opened on the first took for its own; 0 where none is."""
    first = taken_apart(lines[0])
    # The text of an entry without a key may go on right below itself.
    furthest = first.column if first.key else first.lead.rfind("-")
    for index, line in enumerate(lines[1:], start=1):
        parts = taken_apart(line)
        if parts.key in known_names() and indentation(line) <= furthest:
            return index
    return 0


def quotes_end(value: str) -> int:
    """Where the quoted text at the beginning ends; -1 where it does not, 0 where there is none."""
    form = _IN_QUOTES.get(value[:1])
    if not form:
        return 0
    found = form.match(value)
    return found.end() if found else -1


def quoted(text: str) -> str:
    """The text in those quotes that leave it as it is."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
