"""The lines of a bank laid out anew: two columns a level, keys in order, each with its comments."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from ...model.tree import Group, Items, Node, Place, Text

STEP = "  "
_IN_BRACKETS = ("[", "{")
_BLOCK = ("|", ">")
_GAP = re.compile(r"^(\w+:) {2,}(?!#)")
"""Between a key and its value; before a comment, two spaces are good form."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A key with its value, or an entry of a list; its lines begin as if it stood at the left edge."""

    value: Node
    above: tuple[str, ...] = ()
    """Comments, with single blank lines between them."""
    lines: tuple[str, ...] = ()

    @property
    def apart(self) -> "Part":
        """The same after a blank line."""
        return replace(self, above=("", *_without_blank(self.above)))


class Layout:
    """Of what stands in a line nothing changes but where it begins. Lines are counted from 0 here."""

    def __init__(self, lines: Sequence[str], orders: Mapping[Place, Sequence[int]], apart: Place) -> None:
        self._lines = lines
        self._orders = orders
        """In which order the members of a list or group come, by its place."""
        self._apart = apart
        """Of the list whose entries, and which itself, stand between blank lines."""

    def of(self, head: Group) -> Iterator[str]:
        parts, below = self._parts(head, 0, len(self._lines))
        index = next(
            (index for index, part in enumerate(parts) if part.value.place == self._apart), len(parts)
        )
        parts = [part.apart if index <= at <= index + 1 else part for at, part in enumerate(parts)]
        yield from _without_blank([*_written(parts), *below])

    def _parts(self, node: Group | Items, start: int, stop: int) -> tuple[list[Part], tuple[str, ...]]:
        """The members of a group or list from line `start` on, and the comments after the last, before `stop`."""
        members = list(self._members(node))
        parts, at = [], start
        for index, (line, column, value) in enumerate(members):
            above = _comments(self._lines[at:line])
            following = members[index + 1][0] if index + 1 < len(members) else stop
            at = self._last(value, line) + 1
            if not self._is_block(value):  # Comments that stand further right would become part of its text.
                at = self._end(at, following, column)
            made = self._key if isinstance(node, Group) else self._entry
            parts.append(replace(made(value, line, column, at), above=above))
        if node.place in self._orders:
            parts = [parts[index] for index in self._orders[node.place]]
        if node.place == self._apart:
            parts = [part.apart for part in parts]
        return parts, _comments(self._lines[at:stop])

    def _members(self, node: Group | Items) -> Iterator[tuple[int, int, Node]]:
        """Line and column in which each begins, and its value."""
        if isinstance(node, Group):
            for key, value in node:
                yield key.place.line - 1, key.place.column - 1, value
        else:
            for value in node.values:
                yield *self._dash(value), value

    def _dash(self, node: Node) -> tuple[int, int]:
        line, before = node.place.line - 1, self._lines[node.place.line - 1][: node.place.column - 1]
        while "-" not in before:
            line -= 1
            before = self._lines[line].partition("#")[0]
        return line, before.index("-")

    def _key(self, value: Node, line: int, column: int, stop: int) -> Part:
        first = _GAP.sub(r"\1 ", self._lines[line][column:].rstrip(" "))
        if value.place.line - 1 == line and self._is_confusing(value):
            below = _comments(self._lines[line + 1 : stop])
            return Part(value=value, lines=(*self._spread(value, column), *below))
        if isinstance(value, Text) or self._is_in_brackets(value):
            return Part(value=value, lines=(first, *self._continued(value, line, column, stop)))
        parts, below = self._parts(value, line + 1, stop)
        return Part(value=value, lines=(first, *_indented((*_written(parts), *below))))

    def _entry(self, value: Node, line: int, column: int, stop: int) -> Part:
        own = value.place.line - 1
        between = (self._lines[line][column + 1 :], *self._lines[line + 1 : own]) if own > line else ()
        above = [comment for comment in _comments(between) if comment]
        if isinstance(value, Text) or self._is_in_brackets(value):
            first = "- " + self._lines[own][value.place.column - 1 :].rstrip(" ")
            return Part(value=value, lines=(*above, first, *self._continued(value, own, column, stop)))
        parts, below = self._parts(value, own, stop)
        above += [comment for comment in parts[0].above if comment]
        parts[0] = replace(parts[0], above=())
        first, *others = (*_written(parts), *below)
        return Part(value=value, lines=(*above, f"- {first}", *_indented(others)))

    def _continued(self, value: Node, line: int, column: int, stop: int) -> Iterator[str]:
        """The lines below the first of a text, or of what stands in brackets."""
        opening, last = value.place.line - 1, self._last(value, line)
        if self._is_block(value):
            yield from _indented(each.strip(" ") for each in self._lines[line + 1 : opening + 1])
            yield from self._block(self._lines[opening], self._lines[opening + 1 : last + 1], column)
            return
        for each in self._lines[line + 1 : last + 1]:
            indentation = len(each) - len(each.lstrip(" "))
            yield (
                STEP + each.strip(" ")
                if isinstance(value, Text)
                else each[min(indentation, column) :].rstrip(" ")
            )
        yield from _indented(_comments(self._lines[last + 1 : stop]))

    def _block(self, opening: str, lines: Sequence[str], column: int) -> Iterator[str]:
        """A text below a sign such as `>-`; a figure beside the sign counts from the column of the key."""
        sign = opening.partition(" #")[0].rstrip(" ")[-3:]
        first = next((line for line in lines if line.strip(" ")), "")
        own = column if any(map(str.isdigit, sign)) else len(first) - len(first.lstrip(" "))
        space = "" if own == column else STEP
        yield from (space + line[own:] if line[own:] else "" for line in lines)

    def _is_confusing(self, value: Node) -> TypeGuard[Items]:
        """Whether in a list on one line a comma in a text looks like one between two."""
        return (
            isinstance(value, Items)
            and self._is_in_brackets(value)
            and value.place.line == value.place.end_line
            and all(isinstance(each, Text) for each in value.values)
            and any(", " in each.value for each in value.values if isinstance(each, Text))
        )

    def _spread(self, value: Items, column: int) -> Iterator[str]:
        """A list of one line with each entry on a line of its own."""
        written, place = self._lines[value.place.line - 1], value.place
        above, comment = written[column : place.column - 1], written[place.end_column - 1 :]
        yield f"{above.rstrip(' ')}  {comment.strip(' ')}".rstrip(" ")
        for each in value.values:
            yield f"{STEP}- {written[each.place.column - 1 : each.place.end_column - 1]}"

    def _end(self, at: int, following: int, column: int) -> int:
        """Where that which stands in `column` ends: after the comments that stand further right below it."""
        end = at
        for index in range(at, following):
            line = self._lines[index]
            if line.strip(" ") and len(line) - len(line.lstrip(" ")) <= column:
                break
            if line.strip(" "):
                end = index + 1
        return end

    def _last(self, value: Node, line: int) -> int:
        """The last line of a value that is no comment; `line` where it begins."""
        place = value.place
        if self._is_block(value):
            last = place.end_line - 1 - (place.end_column == 1)
            while last > place.line - 1 and not self._lines[last].strip(" "):
                last -= 1
            return last
        if isinstance(value, Text) or self._is_in_brackets(value):
            return max(line, place.end_line - 1)
        begins, _, last_value = list(self._members(value))[-1]
        return self._last(last_value, begins)

    def _is_block(self, node: Node) -> bool:
        """Whether it is a text on the lines below a sign."""
        return isinstance(node, Text) and self._sign(node) in _BLOCK

    def _is_in_brackets(self, node: Group | Items) -> bool:
        return self._sign(node) in _IN_BRACKETS

    def _sign(self, node: Node) -> str:
        """With which it begins."""
        return self._lines[node.place.line - 1][node.place.column - 1 :][:1]


def _written(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield from part.above
        yield from part.lines


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (STEP + line if line else "" for line in lines)


def _comments(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines between the keys, with one blank line where there were several."""
    stripped = [line.strip(" ") for line in lines]
    return tuple(line for index, line in enumerate(stripped) if line or index == 0 or stripped[index - 1])


def _without_blank(lines: Sequence[str]) -> Sequence[str]:
    first = next((index for index, line in enumerate(lines) if line), len(lines))
    return lines[first:]
