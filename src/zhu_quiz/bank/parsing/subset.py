"""What YAML allows and a bank does not, with what to go on with instead."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from ...model.clean import clean
from ...model.problem import Fix, Problem, Severity
from ...model.tree import Node, Place, Text
from .lines import BLOCK, quoted, swallowed, taken_apart
from .parsers import Event
from .text import check_number

MAX_TEXT = 100_000

# Of the words that TeX and escapes share, “\n…” is left out: most often it is meant as a line end.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|\t(?=(?:heta|au|imes|ext|an)\b)")
_GLUED = re.compile(r"(id|title|section|stance|by|text|evidence|paragraph|right|wrong)[: ] *(\S.*)")
"""A key and its text, as they may be run together between brackets."""
_COLON = re.compile(r"\s*:")
_BEGIN_OPTIONS = ("right", "wrong")
"""Where such a key stands again, its dash is missing, which is told of the list."""
_OTHER_ESCAPE = re.compile(r'\\["\\n/ ]')
"""What means another thing in double quotes, even where the rest was not meant to."""


class Subset:
    """Looks at what is not plainly a text, a list or a group, and collects the problems."""

    def __init__(self, text: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._first_line = first_line

    def text(self, event: Event, node: Text, *, in_list: bool) -> Text:
        """A text that is quoted, of several lines, very long, or marked with a sign."""
        if event.anchor:
            self._check_sign(event.start_mark, node)
        if not event.style and node.place.end_line != node.place.line:
            self._check_joined(node.place, in_list=in_list)
        if not node.value and not event.style:
            return Text("", self._right_after(node.place))
        if event.style == '"' and not node.value.isprintable():
            node = self._unescaped(node)
        if len(node.value) >= MAX_TEXT:
            self._report("ZQ011", node.place, "The text is longer than a question can show.", "Shorten it.")
        return node

    def opens_block(self, event: Event) -> bool:
        """Whether a text on lines of its own begins in a way that all parsers understand."""
        mark = event.start_mark
        return BLOCK.fullmatch(self._lines[mark.line], mark.column) is not None

    def swallows_key(self, place: Place) -> bool:
        """Whether a quoted text goes on over the line of another key, for want of quotes at its end."""
        first = place.line - self._first_line
        return swallowed(self._lines[first : place.end_line - self._first_line + 1]) > 0

    def entries(
        self, keys: list[Node], values: list[Node], *, in_brackets: bool
    ) -> Iterator[tuple[Text, Node]]:
        """Those of a group that a bank may have."""
        lines: dict[str, int] = {}
        before: Node | None = None
        for key, value in zip(keys, values, strict=True):
            if not isinstance(key, Text):
                self._report(
                    "ZQ004", key.place, "Here a key is needed, not brackets.", "Put the text in quotes."
                )
            elif key.value == "<<":
                self._report(
                    "ZQ009", key.place, "“<<” has no meaning in a bank.", "Write the keys out in full."
                )
            elif key.value == "id" and key.value in lines and key.place.column > 1:
                self._report_second_id(key.place, value, lines["id"])
                if in_brackets or "type" not in lines:
                    return
                lines = {}  # The questions are told apart later.
                yield key, value
            elif key.value in lines and (in_brackets or key.value not in _BEGIN_OPTIONS):
                self._report(
                    "ZQ008", key.place, f"“{key.value}” stands here again, after line {lines[key.value]}.",
                    "Keep one of the two.",
                )  # fmt: skip
            elif in_brackets and value == Text("", value.place) and (glued := _GLUED.fullmatch(key.value)):
                self._report(
                    "ZQ013", key.place, f"After “{glued[1]}” a colon and a space are needed.",
                    f"Write `{glued[1]}: {glued[2]}`.",
                    Fix(key.place, f"{glued[1]}: {glued[2]}", is_safe=False),
                )  # fmt: skip
                yield Text(glued[1], key.place), Text(glued[2], key.place)
            elif in_brackets and (message := self._cut_off(key, value)):
                self._report(
                    "ZQ013", key.place, message,
                    "If it belongs to the text before the comma, give that text quotes or a line of its own.",
                    *self._joined(before, key, value),
                )  # fmt: skip
            else:
                lines[key.value] = key.place.line
                before = value
                yield key, value

    def _report_second_id(self, place: Place, value: Node, line: int) -> None:
        written = f"- id: {value.value}" if isinstance(value, Text) else "- id:"
        self._report(
            "ZQ008", place, f"“id” stands here again, after line {line}.",
            f"If another entry begins here, write  {written}  with the dash in column {max(place.column - 2, 1)}.",
            *self._with_dash(place),
        )  # fmt: skip

    def _cut_off(self, key: Text, value: Node) -> str:
        """What is wrong with a key between brackets that a comma cut off from a text; empty where nothing is."""
        if value == Text("", value.place) and not self._has_colon(key.place):
            return f"“{key.value}” stands alone between the brackets, without a value."
        return f"Between the brackets, the comma before “{key.value}” begins a new key." * (" " in key.value)

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _line(self, number: int) -> str:
        return self._lines[number - self._first_line]

    def _check_sign(self, mark: Any, node: Text) -> None:
        """A text that opens with a sign to which YAML gives a meaning."""
        # Of an endless line, only so much as a teacher would read.
        written = self._lines[mark.line][: mark.column + 200] if mark.column < 200 else ""
        whole, rest = taken_apart(written), written[mark.column :].rstrip()
        meant = whole.with_value(quoted(rest)).strip() if whole.start == mark.column else quoted(rest)
        line, column, end_line, _ = node.place
        is_whole = whole.start == mark.column and line == end_line and written == self._lines[mark.line]
        # A comment at the end of the line would become part of the text.
        fix = Fix(Place(line, column, line, sys.maxsize), quoted(rest), is_safe=" #" not in rest)
        self._report(
            "ZQ009", Place(line, column, line, column + 1),
            f"A text that begins with “{rest[:1]}” must be in quotes.", f"Write  {meant}", *[fix] * is_whole,
        )  # fmt: skip

    def _right_after(self, place: Place) -> Place:
        """Where an empty text stands: one of the parsers skips what is blank before it."""
        index, column = place.line - self._first_line, place.column - 1
        while True:
            line = self._lines[index] if index < len(self._lines) else ""
            column = min(column, len(line))
            while column and line[column - 1] == " ":
                column -= 1
            if column or not index:
                return Place(index + self._first_line, column + 1, index + self._first_line, column + 1)
            index, column = index - 1, place.column + len(self._text)

    def _has_colon(self, place: Place) -> bool:
        return _COLON.match(self._line(place.end_line), place.end_column - 1) is not None

    def _report(
        self, code: str, place: Place, message: str, remedy: str, *fixes: Fix, warn: bool = False
    ) -> None:
        check_number(self.problems)
        severity = Severity.WARNING if warn else Severity.ERROR
        self.problems.append(
            Problem(
                code=code, place=place, message=message, remedy=remedy, severity=severity, fixes=fixes
            )
        )  # fmt: skip

    def _check_joined(self, place: Place, *, in_list: bool) -> None:
        below = (self._line(number) for number in range(place.line + 1, place.end_line + 1))
        if in_list or any(line.lstrip().startswith("- ") for line in below):
            self._report(
                "ZQ007", place, "This line and the next became one text.",
                "If the next is an entry of its own, begin it with “- ” right below the dash above; "
                "if not, write both as one line.", warn=True,
            )  # fmt: skip

    def _unescaped(self, node: Text) -> Text:
        """What a backslash in double quotes brought in is as unwelcome as if it stood in the file."""
        harmless = clean(node.value, MAX_TEXT + 1)
        if _CONTROL.search(node.value):
            line = taken_apart(self._line(node.place.line))
            self._report(
                "ZQ012", node.place, "A backslash in double quotes made a control character here.",
                f"Use single quotes:  {line.with_value(quoted(line.value[1:-1])).strip()}",
                *self._in_single_quotes(node.place),
            )  # fmt: skip
        elif harmless != node.value.expandtabs(4):
            self._report(
                "ZQ002", node.place, "A backslash in double quotes made an invisible character.",
                "Delete it, or use single quotes.", warn=True,
            )  # fmt: skip
        return Text(harmless, node.place)

    def _with_dash(self, place: Place) -> Iterator[Fix]:
        """A dash two columns before a key that has none."""
        if place.column > 2 and not self._line(place.line)[: place.column - 1].strip():
            yield Fix(place._replace(column=place.column - 2, end_column=place.column), "- ", is_safe=False)

    def _in_single_quotes(self, place: Place) -> Iterator[Fix]:
        if place.line == place.end_line:
            inner = self._line(place.line)[place.column : place.end_column - 2]
            yield Fix(place, quoted(inner), is_safe=not _OTHER_ESCAPE.search(inner))

    def _joined(self, before: Node | None, key: Text, value: Node) -> Iterator[Fix]:
        """The texts on both sides of a comma as one."""
        last = value if isinstance(value, Text) and value.value else key
        if isinstance(before, Text) and before.place.line == last.place.end_line:
            between = self._line(key.place.line)[before.place.end_column - 1 : key.place.column - 1]
            text = before.value + between + key.value + (f": {value.value}" if last is value else "")
            place = before.place._replace(end_line=last.place.end_line, end_column=last.place.end_column)
            yield Fix(place, quoted(text), is_safe=False)
