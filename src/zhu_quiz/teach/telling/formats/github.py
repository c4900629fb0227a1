"""For GitHub Actions: notes at the lines of a change, and a table on the page of the run."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ....bank.report import one_line
from ....model.clean import clean
from ....model.problem import Problem, Severity
from ...checking import Checked
from ...verdict import summary
from . import Manner

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST_BYTES = 1_000_000
"""GitHub refuses pages of more than 1 MiB."""


def told(checks: Sequence[Checked], manner: Manner) -> str:
    # Of each level GitHub shows ten, so nothing less may stand before an error.
    found = sorted(_found(checks), key=lambda each: tuple(_LEVELS).index(each[1].severity))
    notes = [_note(checked, problem) for checked, problem in found]
    return "\n".join([*notes, *(_tame(line) for checked in checks for line in summary(checked))])


def table(checks: Sequence[Checked]) -> str:
    """All that was found, as Markdown."""
    rows = [_row(checked, problem) for checked, problem in _found(checks)]
    lines = [f"{_markdown(line)}\n" for checked in checks for line in summary(checked)]
    head = ["| | where | question | what | what to do |", "|---|---|---|---|---|"] if rows else []
    whole = ["### zhu-quiz check\n", *lines, *head, *rows]
    sizes = accumulate(len(line.encode(errors="replace")) + 1 for line in whole)
    kept = [line for line, size in zip(whole, sizes, strict=True) if size <= _MOST_BYTES]
    more = [f"\n… and {len(whole) - len(kept)} more."] if len(kept) < len(whole) else []
    return "\n".join([*kept, *more, ""])


def _found(checks: Sequence[Checked]) -> Iterator[tuple[Checked, Problem]]:
    return ((checked, problem) for checked in checks for problem in checked.bank.problems)


def _note(checked: Checked, problem: Problem) -> str:
    place, question = problem.place, f" ({problem.question})" if problem.question else ""
    values: dict[str, object] = {"file": checked.bank.path or "bank"}
    if place.line:
        values |= {"line": place.line, "endLine": place.end_line}
    if place.line and place.line == place.end_line:  # Columns are refused where a note spans lines.
        values |= {"col": place.column, "endColumn": place.end_column}
    values["title"] = problem.code + question
    shown = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in values.items())
    text = _escaped(f"{problem.message} {problem.remedy}".strip())
    return f"::{_LEVELS[problem.severity]} {shown}::{text}"


def _escaped(text: str, more: str = "") -> str:
    return re.sub(f"[%\n{more}]", lambda sign: f"%{ord(sign[0]):02X}", clean(text))


def _tame(line: str) -> str:
    """Without what GitHub would obey in a line of a log."""
    return re.sub(r"(?<=:)(?=:)|(?<=##)(?=\[)", " ", line)


def _row(checked: Checked, problem: Problem) -> str:
    place = problem.place
    where = f"{checked.bank.path or 'bank'}{f':{place.line}:{place.column}' if place.line else ''}"
    cells = (f"{problem.severity} {problem.code}", where, problem.question, problem.message, problem.remedy)
    return f"| {' | '.join(map(_markdown, cells))} |"


def _markdown(text: str) -> str:
    """Without a sign that Markdown, HTML or GitHub could take for its own."""
    return re.sub(r"[!-+/:-@\[-`{-~-]", lambda sign: f"&#{ord(sign[0])};", one_line(text))
