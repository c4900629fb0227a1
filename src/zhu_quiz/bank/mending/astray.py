"""What stands among the questions and cannot: notes, JSON, marks of a chat, and questions in another column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model.problem import Fix, Problem
from ...model.tree import Place
from ...questions.foreign import ours
from ..names import known_names, top_names
from ..parsing.lines import indentation, is_content, taken_apart, text_lines
from ..parsing.text import check_number
from .columns import moved
from .context import contexts
from .pieces import pieces

_FENCE = re.compile(r"\s*(?:```+|~~~+)\s*\w*\s*")
_JSON = re.compile(r"\s*(?:- +)?[\[{][\s\[{]*(?:\"[^\"]*\"\s*:.*)?")
_JSON_KEY = re.compile(r"[\s\[{]*\"[\w -]+\"\s*:")
_FIRST_PART = re.compile(r"( *(?:- +)?(?:options|items|pairs):) +(?:- +)?((?:right|wrong|item): .*\S) *")
_NOTE = re.compile(r"TODO|FIXME|XXX|==|--|__|//|\(|\*\*|>|~~|<!--")
"""How a line begins that is no part of a text, even where no empty line stands above it."""
_MOST = 300
"""Lines of JSON that are looked through."""
_FIRST_KEYS = ("type", "ask", "text", "front")


@dataclass(kw_only=True)
class Astray:
    """Each line stands where it stood."""

    lines: list[str]
    """Without what belongs to no question, and with each question where it belongs."""
    problems: list[Problem] = field(default_factory=list)
    """Of the questions in which they stand."""
    loose: list[Problem] = field(default_factory=list)
    """Of no question."""
    spoilt: set[int] = field(default_factory=set)
    """Lines, from 0, of questions of which nothing but the name can be read."""


def astray(lines: Sequence[str]) -> Astray:
    """Of a text that cannot be read as it stands."""
    found = Astray(lines=list(lines))
    _take_out_heads(found)
    _take_out_fences(found)
    _take_out_json(found)
    _take_out_first_parts(found)
    _take_out_notes(found)
    _give_dashes(found)
    _move_in_line(found)
    return found


def _take_out(found: Astray, index: int, message: str, remedy: str, fixes: tuple[Fix, ...] = ()) -> None:
    line = found.lines[index]
    place = Place(index + 1, indentation(line) + 1, index + 1, len(line.rstrip()) + 1)
    found.loose.append(Problem(code="ZQ004", place=place, message=message, remedy=remedy, fixes=fixes))
    found.lines[index] = ""


def _take_out_fences(found: Astray) -> None:
    inside = text_lines(found.lines)
    for index, line in enumerate(found.lines):
        if _FENCE.fullmatch(line) and index not in inside:
            fix = Fix(Place(index + 1, 1, index + 2, 1), "")
            _take_out(found, index, "This mark belongs to a chat or a web page.", "Delete this line.", (fix,))


# Heads


def _take_out_heads(found: Astray) -> None:
    """Those of other banks, which were pasted with their questions."""
    is_open, first = False, 0
    for index, line in enumerate(found.lines):
        key = taken_apart(line).key if line[:1].isalpha() else ""
        if key not in top_names():
            continue
        if not is_open:
            is_open = key == "questions"
            continue
        if not first and key not in ("format", "id", "title", "questions"):
            return
        first = first or index
        if key == "questions":
            _take_out_head(found, first, index)
            check_number(found.loose)
            first = 0


def _take_out_head(found: Astray, first: int, last: int) -> None:
    message, remedy = (
        f"The head of a bank stands here again (lines {first + 1}–{last + 1}).",
        "Delete these lines.",
    )
    if first == last:
        message, remedy = "A line `questions:` stands here again.", "Delete this line."
    place = Place(first + 1, 1, first + 1, len(found.lines[first].rstrip()) + 1)
    is_short = not any(line[:1].isspace() for line in found.lines[first:last])
    fix = Fix(Place(first + 1, 1, last + 2, 1), "", is_safe=False)
    found.loose.append(
        Problem(
            code="ZQ004", place=place, message=message, remedy=remedy, fixes=(fix,) * is_short
        )
    )  # fmt: skip
    found.lines[first : last + 1] = [""] * (last + 1 - first)


# JSON


def _take_out_json(found: Astray) -> None:
    cut = pieces(found.lines)
    inside = text_lines(found.lines)
    end = 0
    for index in _lines_of(cut.entries):
        if index < end or index in inside or not _JSON.fullmatch(found.lines[index]):
            continue
        end = _end_of_brackets(found.lines, index, min(cut.entries[-1].stop, index + _MOST))
        if not any(map(_JSON_KEY.match, found.lines[index + 1 : end])):
            continue
        message = "This looks like JSON, which cannot stand among the other lines."
        remedy = "Write it as the others: `- id: …`, and below it `type: …` and so on, without braces."
        is_loose = indentation(found.lines[index]) <= cut.indentation
        _take_out(found, index, message, remedy)
        found.lines[index:end] = [""] * (end - index)
        if not is_loose:
            found.problems.append(found.loose.pop())
            found.spoilt.add(index)


def _end_of_brackets(lines: Sequence[str], start: int, stop: int) -> int:
    """The line after that in which the last bracket closes; where none does, that of the next entry."""
    depth = 0
    for index in range(start, stop):
        line = lines[index]
        if index > start and re.match(r" *- +id *:", line):
            return index
        depth += sum((sign in "[{") - (sign in "]}") for sign in line)
        if depth <= 0 and not _below(lines, index).lstrip().startswith(("{", "}", "]")):
            return index + 1
    return stop


# Lists


def _take_out_first_parts(found: Astray) -> None:
    """Entries of lists on the line of the key, which make the whole question unreadable."""
    inside = text_lines(found.lines)
    for index, line in enumerate(found.lines):
        part = _FIRST_PART.fullmatch(line)
        if not part or index in inside:
            continue
        below = _below(found.lines, index)
        has_dash = below.lstrip().startswith("- ") and indentation(below) >= indentation(line)
        column = indentation(below) if has_dash else indentation(line) + 2
        start = len(part[1])
        found.problems.append(
            Problem(
                code="ZQ004", place=Place(index + 1, start + 2, index + 1, start + 3),
                message=f"The first entry stands on the line of `{part[1].strip()}`.",
                remedy=f"Put it on a line of its own, below:  - {part[2]}",
                fixes=(
                    Fix(
                        Place(index + 1, start + 1, index + 1, len(line) + 1), f"\n{' ' * column}- {part[2]}",
                        is_safe=has_dash,
                    ),
                ),
            )
        )  # fmt: skip
        found.spoilt.add(index)


# Notes


def _take_out_notes(found: Astray) -> None:
    cut = pieces(found.lines)
    inside = text_lines(found.lines)
    below = "- "  # What ends the list of questions is as good as another question.
    notes = []
    for index in reversed(_lines_of(cut.entries)):
        line = found.lines[index]
        if not is_content(line):
            continue
        is_end = (below + " ").lstrip().startswith("- ") and indentation(below) <= cut.indentation
        if is_end and index not in inside and _is_note(found.lines, index, cut.indentation):
            notes.append(index)
        else:
            below = line
    for index in reversed(notes):
        line = found.lines[index]
        meant = f"{' ' * indentation(line)}# {line.strip()}"
        remedy = f"If it is a note for yourself, begin it with “#”, as in  {meant.strip()}"
        fixes = (Fix.of_lines(index + 1, meant, is_safe=False),)
        _take_out(found, index, "This line belongs to no question.", remedy, fixes)


def _is_note(lines: Sequence[str], index: int, level: int) -> bool:
    line, parts = lines[index], taken_apart(lines[index])
    first = parts.key or (parts.value.split() or [""])[0].rstrip(":;=")
    if "-" in parts.lead or ours(first) in known_names() or indentation(line) > level:
        return False
    is_apart = not index or not is_content(lines[index - 1])
    is_heading = bool(parts.key) and not parts.value
    return bool(_NOTE.match(line.lstrip())) or is_apart or is_heading or 0 < indentation(line) == level


# Columns


def _give_dashes(found: Astray) -> None:
    """To questions that begin left of all others, without a dash."""
    cut = pieces(found.lines)
    inside = text_lines(found.lines)
    starts = {entry.start for entry in cut.entries}
    for index in _lines_of(cut.entries):
        line = found.lines[index]
        own = indentation(line)
        if index in inside or own > cut.indentation or not _is_bare_id(line, own):
            continue
        below = _below(found.lines, index)
        if indentation(below) != own or taken_apart(below).key not in _FIRST_KEYS:
            continue
        end = index + 1
        while end < cut.entries[-1].stop and end not in starts and not _is_bare_id(found.lines[end], own):
            end += 1
        meant = [f"{' ' * cut.indentation}- {line.strip()}"]
        for each in found.lines[index + 1 : end]:
            meant.append(" " * (cut.indentation + 2 - own) + each if each.strip() else each)
        where = f"with the dash in column {cut.indentation + 1}, and move the lines below along"
        remedy = f"Write  {meant[0].strip()}  {where}."
        found.lines[index:end] = meant
        found.problems.append(
            Problem(
                code="ZQ004", place=Place(index + 1, own + 1, index + 1, own + 3), remedy=remedy,
                message="The dash at the beginning of this question is missing.",
                fixes=(Fix.of_lines(index + 1, *meant, is_safe=False),),
            )
        )  # fmt: skip


def _is_bare_id(line: str, column: int) -> bool:
    return taken_apart(line)[:2] == (" " * column, "id")


def _move_in_line(found: Astray) -> None:
    """Questions whose dash does not stand below those of the others."""
    cut = pieces(found.lines)
    for entry in cut.entries:
        lines = found.lines[entry.start : entry.stop]
        dash = lines[0].index("-")
        if dash == cut.indentation:
            continue
        message = f"This question begins in column {dash + 1}, the others in column {cut.indentation + 1}."
        slip = moved(contexts(lines, 0)[0], cut.indentation, message)
        is_whole = not any(map(is_content, lines[slip.followers + 1 :]))
        found.problems.append(slip._replace(is_sure=is_whole).problem(lines, entry.start + 1))
        found.lines[entry.start : entry.stop] = slip.mended(lines)


def _below(lines: Sequence[str], index: int) -> str:
    """The next line with content, if it is near."""
    return next((each for each in lines[index + 1 : index + 10] if is_content(each)), "")


def _lines_of(entries: Sequence[range]) -> range:
    return range(entries[0].start, entries[-1].stop) if entries else range(0)
