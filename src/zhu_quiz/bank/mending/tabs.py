"""The column in which a line was meant to begin that is indented with tabs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ...model.problem import Problem
from ..parsing.lines import indentation, is_content, taken_apart
from .columns import names_of_questions

_BEGIN = ("right", "wrong", "item", "match", "why", "pin")
"""Keys of options and pairs."""
_NEAR = 40
"""Lines that are looked through for where a question begins."""
_FAR = 1000
"""Lines that are looked through for another question."""
_DEEPEST = 20
"""No key of a bank begins further to the right: line after line could be taken to stand within the one above."""


def column_meant(lines: Sequence[str], index: int) -> int | None:
    """From the lines above, which are tidy; None where they do not tell."""
    column = _column_meant(lines, index)
    return column if column is None or column <= _DEEPEST else None


def _column_meant(lines: Sequence[str], index: int) -> int | None:
    body = lines[index].lstrip()
    dash, key = body.startswith("- "), taken_apart(body).key
    if dash and key in ("id", "type"):
        return _of_first(lines, index)
    columns = list(_open_columns(lines, index))
    if dash:
        return _of_dash(columns)
    if key in _BEGIN:
        return next((column for column, name in columns if name in _BEGIN), None)
    is_within = bool(columns) and columns[-1][1] == "-"
    if is_within and key in names_of_questions() | {"text"}:
        return columns[-2][0]
    return _of_inner(lines, index) if key else None


def _of_inner(lines: Sequence[str], index: int) -> int | None:
    """The column of a key that stands below another one of its own."""
    above = next(
        (taken_apart(line) for line in reversed(lines[max(index - _NEAR, 0) : index]) if is_content(line)),
        None,
    )
    if not above or not above.key or "-" in above.lead:
        return None
    if not above.value:
        return above.column + 2
    return above.column if above.column and above.key not in names_of_questions() else None


def _of_first(lines: Sequence[str], index: int) -> int | None:
    """The column of the dashes of the other questions, first of those above."""
    for other in chain(
        range(index - 1, max(index - _FAR, -1), -1), range(index + 1, min(index + _FAR, len(lines)))
    ):
        if "id" not in lines[other]:
            continue
        parts = taken_apart(lines[other])
        if "\t" not in parts.lead and parts.lead.strip() == "-" and parts.key == "id":
            return parts.lead.index("-")
    return None


def _of_dash(columns: Sequence[tuple[int, str]]) -> int | None:
    """Below the dash of the entry above, or two columns right of the key of the list."""
    inner = next((at for at, (_, name) in enumerate(columns) if name not in ("-", *_BEGIN)), None)
    if inner is None or columns[inner][1] in ("id", "type"):
        return None
    dashes = [column for column, name in columns[:inner] if name == "-"]
    return dashes[-1] if dashes else columns[inner][0] + 2


def _open_columns(lines: Sequence[str], index: int) -> Iterator[tuple[int, str]]:
    """Where the keys and dashes above begin, up to that of the question, the nearest first."""
    for line in reversed(lines[max(index - _NEAR, 0) : index]):
        if not is_content(line):
            continue
        parts = taken_apart(line)
        if parts.key:
            yield parts.column, parts.key
        if "-" in parts.lead:
            yield parts.lead.rindex("-"), "-"
        if parts.key in ("id", "type") and "-" in parts.lead:
            return


def in_runs(problems: list[Problem]) -> Iterator[Problem]:
    """One problem where many lines in a row are indented with tabs."""
    run: list[Problem] = []
    for problem in problems:
        if problem.code != "ZQ003":
            yield problem
            continue
        if run and problem.place.line != run[-1].place.line + 1:
            yield _as_one(run)
            run = []
        run.append(problem)
    if run:
        yield _as_one(run)


def _as_one(run: Sequence[Problem]) -> Problem:
    first, last = run[0].place, run[-1].place
    if len(run) == 1:
        return replace(run[0], remedy=_spaces_told(run))
    return replace(
        run[0], place=first._replace(end_line=last.line, end_column=last.end_column),
        message=f"Lines {first.line} to {last.line} are indented with tabs.", remedy=_spaces_told(run),
        fixes=tuple(fix for each in run for fix in each.fixes),
    )  # fmt: skip


def _spaces_told(problems: Sequence[Problem]) -> str:
    """How many spaces the lines of the problems begin with, which are all in one run."""
    runs: list[tuple[int, int, int]] = []
    for problem in problems:
        line, spaces = problem.place.line, indentation(problem.fixes[0].text)
        if runs and runs[-1][2] == spaces:
            runs[-1] = (runs[-1][0], line, spaces)
        else:
            runs.append((line, line, spaces))
    if len(runs) == 1:
        what = "this line" if len(problems) == 1 else "each of them"
        return f"Begin {what} with exactly {runs[0][2]} spaces."
    if len(runs) > 6:
        return "Use spaces, two for each level."
    told = [
        f"{'lines' if last > first else 'line'} {first}{f'–{last}' * (last > first)} with {spaces}"
        for first, last, spaces in runs
    ]
    return f"Begin {', '.join(told)} spaces."
