"""A bank as its teacher leafs through it: one proof a question, those among them that cannot be asked."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from ...model.problem import Problem
from ...questions import Question
from ..checking import Checked

_DASH = re.compile(r"( *)-(?=\s|$)")
_KEY = re.compile(r"[^\s#-]")
_ID = re.compile(r"\s*(?:-\s+)?id:\s*[\"']?([a-z][a-z0-9-]{0,39})[\"']?\s*(?:#.*)?")


@dataclass(frozen=True, kw_only=True)
class Proof:
    name: str
    """The id, as far as there is one; empty for the bank itself."""
    number: int
    """From 1; 0 for the bank itself."""
    line: int
    question: Question | None
    """None where it is left out."""
    source: tuple[str, ...] = ()
    """Its lines in the file."""
    problems: tuple[Problem, ...] = ()


def proofs(checked: Checked) -> tuple[Proof, ...]:
    """In the order of the file; before them the bank itself, if something is wrong with it or it has no questions."""
    bank, lines = checked.bank, checked.text.split("\n")
    names = {line: name for name, line in bank.lines.items()}
    starts, end = _stretch(lines, names)
    ends = [*(start - 1 for start in starts[1:]), end]
    numbers = _numbers(bank.problems, starts, ends, bank.lines)
    found = [
        Proof(
            name=names.get(start) or _name(source),
            number=number,
            line=start,
            question=bank.questions[names[start]] if start in names else None,
            source=source,
            problems=tuple(each for each in bank.problems if numbers[each] == number),
        )
        for number, (start, last) in enumerate(zip(starts, ends, strict=False), start=1)
        for source in [_without_end(lines[start - 1 : last])]
    ]
    general = tuple(each for each in bank.problems if not numbers[each])
    if general or not found:
        source = _without_end(lines[: starts[0] - 1] if starts else lines)
        found.insert(0, Proof(name="", number=0, line=1, question=None, source=source, problems=general))
    return tuple(found)


def place_of(wanted: Proof, found: tuple[Proof, ...], renamed: Mapping[str, str]) -> int:
    """The index of a proof among later ones: by its id, else by where it stood."""
    name = renamed.get(wanted.name, wanted.name)
    names = [proof.name for proof in found]
    if name in names:
        return names.index(name)
    return max(0, bisect_right([proof.line for proof in found], wanted.line) - 1)


def _stretch(lines: list[str], names: Mapping[int, str]) -> tuple[list[int], int]:
    """The lines on which questions begin, and the last one of them all."""
    opening = next((number for number, line in enumerate(lines, 1) if line.startswith("questions:")), 0)
    if not opening:
        return sorted(names), len(lines)
    starts, indent = {*names}, None
    for number, line in enumerate(lines[opening:], opening + 1):
        dash = _DASH.match(line)
        if dash and indent in (None, dash.end(1)):
            indent = dash.end(1)
            starts.add(number)
        elif not dash and _KEY.match(line):
            return sorted(starts), max([number - 1, *names])
    return sorted(starts), len(lines)


def _numbers(
    problems: tuple[Problem, ...], starts: list[int], ends: list[int], lines: Mapping[str, int]
) -> dict[Problem, int]:
    """Of the proof to which each belongs; 0 is the bank itself."""
    numbers = {}
    for each in problems:
        number = bisect_right(starts, each.place.line)
        if not number or each.place.line > ends[number - 1]:
            number = starts.index(lines[each.question]) + 1 if each.question in lines else 0
        numbers[each] = number
    return numbers


def _name(source: tuple[str, ...]) -> str:
    return next((found[1] for line in source if (found := _ID.fullmatch(line))), "")


def _without_end(lines: list[str]) -> tuple[str, ...]:
    """Without the blank lines and comments before what follows."""
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return tuple(lines)
