"""What YAML cannot read, in words: which mistake it is, and the line that was meant."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..model.problem import Problem
from ..model.tree import Place
from .lines import Line, is_content, quoted, quotes_end, taken_apart, text_lines
from .names import known_names

_BEGINS_ENTRY = ("right", "wrong", "item", "text", "id")
_CHECKBOX = re.compile(r"\[([ xX]?)\] +(?=\S)")
_COLON = re.compile(r":(?= |$)")
_BAD_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(\\[^0abtnvfre \"/\\N_LPxuU\n]|\\[xuU])")
_WORD = re.compile(r"([a-z-]+)(?= )")


class Mistake(NamedTuple):
    """What is wrong with a line, and what it has to be for the next lines to be read."""

    at: int
    column: int
    message: str
    remedy: str
    meant: str | None
    """None where that cannot be told."""

    def problem(self, first_line: int) -> Problem:
        line, column = self.at + first_line, self.column + 1
        place = Place(line, column, line, column + 1)
        return Problem(code="ZQ004", place=place, message=self.message, remedy=self.remedy)


class Context(NamedTuple):
    """A line among those above it."""

    at: int
    line: Line
    above: Line | None
    """The nearest line with content, unless a text goes on there."""
    above_at: int
    columns: tuple[tuple[int, str], ...]
    """Where keys and dashes above begin that are not over, and what they are called."""

    @property
    def is_below_dash(self) -> bool:
        return "-" not in self.line.lead and (self.line.column, "-") in self.columns

    def rewritten(self, value: str, column: int, message: str) -> Mistake:
        meant = self.line.with_value(value)
        return Mistake(self.at, column, message, f"Write  {meant.strip()}", meant)


Detector = Callable[[Context], Mistake | None]


def mistake(lines: Sequence[str], at: int) -> Mistake:
    """What makes line `at`, counted from 0, the first that cannot be read."""
    inside = text_lines(lines)
    content = [index for index in range(at + 1) if index not in inside and is_content(lines[index])]
    for index in reversed(content[-2:]):
        context = _context(lines, index, [each for each in content if each < index])
        for detect in _DETECTORS:
            found = detect(context)
            if found:
                return found
    column = len(lines[at]) - len(lines[at].lstrip())
    return Mistake(
        at, column, "This line does not fit to what stands above it.",
        "Compare its indentation, colons and quotes with those of a question that works.", None,
    )  # fmt: skip


def _context(lines: Sequence[str], index: int, before: Sequence[int]) -> Context:
    columns: list[tuple[int, str]] = []
    for earlier in before:
        line = taken_apart(lines[earlier])
        marks = [(place, "-") for place, sign in enumerate(line.lead) if sign == "-"]
        for column, name in (*marks, *([(line.column, line.key)] if line.key else [])):
            columns = [each for each in columns if each[0] < column] + [(column, name)]
    above_at = before[-1] if before else 0
    above = taken_apart(lines[above_at]) if before else None
    return Context(index, taken_apart(lines[index]), above, above_at, tuple(columns))


# Each looks for one mistake


def _quotes(context: Context) -> Mistake | None:
    value, start = context.line.value, context.line.start
    end = quotes_end(value)
    if end < 0:
        return context.rewritten(quoted(value[1:]), start, "The quotes that open here are not closed.")
    rest = value[end:].strip()
    if end and rest and not rest.startswith("#"):
        inner = value[1:-1] if value[-1] == value[0] else value
        return context.rewritten(quoted(inner), start + end, "The quotes close here, but the text goes on.")
    if value[:1] == '"' and (escape := _BAD_ESCAPE.search(value)):
        message = f"“{escape[1]}” cannot stand in double quotes."
        return context.rewritten(quoted(value[1 : end - 1]), start + escape.start(1), message)
    return None


def _checkbox(context: Context) -> Mistake | None:
    line = context.line
    found = _CHECKBOX.match(line.value)
    if not found or line.key or "-" not in line.lead:
        return None
    name = "right" if found[1].strip() else "wrong"
    message = "Options are marked with a word instead of a box."
    return context.rewritten(f"{name}: {line.value[found.end() :]}", line.start, message)


def _brackets(context: Context) -> Mistake | None:
    value, start = context.line.value, context.line.start
    if value[:1] not in ("[", "{"):
        return None
    depth = end = 0
    for place, sign in enumerate(value):
        depth += (sign in "[{") - (sign in "]}")
        if not depth:
            end = place + 1
            break
    rest = value[end:].strip()
    if depth:
        closed = value + ("]" if value[0] == "[" else "}")
        return context.rewritten(closed, start, f"The bracket “{value[0]}” is not closed.")
    if rest and not rest.startswith("#"):
        message = f"A text that begins with “{value[0]}” must be in quotes."
        return context.rewritten(quoted(value), start, message)
    return Mistake(
        context.at, start, "What stands between the brackets cannot be read.",
        "Put texts with signs in quotes, or write one entry on each line.",
        context.line.with_value(quoted(value)),
    )  # fmt: skip


def _special_start(context: Context) -> Mistake | None:
    line = context.line
    begins = line.value[:1]
    if not begins or not (begins in "%@`|>]},:" or line.value.startswith("- ")):
        return None
    message = f"A text that begins with “{begins}” must be in quotes."
    return context.rewritten(quoted(line.value), line.start, message)


def _second_value(context: Context) -> Mistake | None:
    """A list below a text that already stands after the colon, or a colon in the second line of a text."""
    line, above = context.line, context.above
    if not above or not above.key or not above.is_plain or line.column <= above.column:
        return None
    if line.lead.strip() == "-" and line.key:
        return Mistake(
            context.above_at, above.start, f"“{above.key}” has both a text and a list below it.",
            f"Delete “{above.value}”, or give the list a key of its own.", f"{above.lead}{above.key}:",
        )  # fmt: skip
    colon = _COLON.search(line.with_value(line.value))
    if line.key in known_names() or not colon:
        return None
    return Mistake(
        context.at, colon.start(), "The colon in the second line of a text makes it unreadable.",
        f"Write  {above.key}: >-  and the whole text on the lines below it.",
        " " * line.column + "…",
    )  # fmt: skip


def _indentation(context: Context) -> Mistake | None:
    line, columns = context.line, context.columns
    has_dash = "-" in line.lead
    own = line.lead.index("-") if has_dash else line.column
    open_columns = [each for each in columns if (each[1] == "-") == has_dash]
    if not (has_dash or line.key in known_names()) or not open_columns or (own, "-") in columns:
        return None
    column, name = min(open_columns, key=lambda each: (abs(each[0] - own), -each[0]))
    if column == own:
        return None
    what = "The dash" if has_dash else f"“{line.key}”"
    below = "the dash" if has_dash else f"“{name}”"
    return Mistake(
        context.at, own,
        f"{what} stands in column {own + 1}, not right below {below} in column {column + 1}.",
        f"Indent this line by {column} spaces.",
        " " * column + line.with_value(line.value).lstrip(),
    )  # fmt: skip


def _dash_missing(context: Context) -> Mistake | None:
    line = context.line
    if not context.is_below_dash or (line.key and line.key not in _BEGINS_ENTRY):
        return None
    meant = f"{line.lead}- {line.with_value(line.value).lstrip()}"
    message = "The dash at the beginning of this entry is missing."
    return Mistake(context.at, line.column, message, f"Write  {meant.strip()}", meant)


def _below_dash(context: Context) -> Mistake | None:
    """A key that stands below the dash of its entry instead of below its first key."""
    line = context.line
    if not context.is_below_dash:
        return None
    keys = [column for column, name in context.columns if column > line.column and name != "-"]
    column = min(keys, default=line.column + 2)
    message = f"“{line.key}” stands in column {line.column + 1}, not in column {column + 1}."
    meant = " " * column + line.with_value(line.value).lstrip()
    return Mistake(context.at, line.column, message, f"Indent this line by {column} spaces.", meant)


def _colon_in_text(context: Context) -> Mistake | None:
    line = context.line
    value, start = line.value, line.start
    if not line.is_plain:
        return None
    if line.key and line.key not in known_names() and "-" in line.lead:
        value, start = f"{line.key}: {value}", line.column
        line = line._replace(key="", value=value, start=start)
    colon = _COLON.search(value)
    if not colon or not (line.key or "-" in line.lead):
        return None
    where = "that ends with a colon" if colon.end() == len(value) else "with a colon and a space in it"
    message = f"A text {where} must be in quotes."
    return context._replace(line=line).rewritten(quoted(value), start + colon.start(), message)


def _colon_missing(context: Context) -> Mistake | None:
    line = context.line
    word = _WORD.match(line.value)
    if line.key or not word or word[1] not in known_names():
        return None
    meant = f"{line.lead}{word[1]}: {line.value[word.end() :].strip()}"
    message = f"The colon after “{word[1]}” is missing."
    return Mistake(context.at, line.start + word.end(), message, f"Write  {meant.strip()}", meant)


_DETECTORS: tuple[Detector, ...] = (
    _quotes, _checkbox, _brackets, _special_start, _dash_missing, _below_dash, _colon_in_text,
    _second_value, _indentation, _colon_missing,
)  # fmt: skip
