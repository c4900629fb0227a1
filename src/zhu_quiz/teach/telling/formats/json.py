"""For programs: JSON in a shape that only grows; `version` is raised if it ever changes otherwise."""

from collections.abc import Sequence
from json import dumps

from ....model.problem import Fix, Problem
from ....model.tree import Place
from ...checking import Checked
from ...verdict import counts, passes
from . import Manner


def told(checks: Sequence[Checked], manner: Manner) -> str:
    files = [_file(checked) for checked in checks]
    return dumps({"version": 1, "passes": passes(checks, strict=manner.is_strict), "files": files}, indent=2)


def _file(checked: Checked) -> dict[str, object]:
    bank, lines = checked.bank, checked.text.split("\n")
    return {
        "path": str(bank.path or ""),
        "bank": bank.id,
        "ready": len(bank.ready),
        "left_out": list(bank.left_out),
        "counts": dict(counts(bank.problems)),
        "problems": [_problem(problem, lines) for problem in bank.problems],
        "notes": list(checked.notes),
    }


def _problem(problem: Problem, lines: list[str]) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "question": problem.question,
        "message": problem.message,
        "remedy": problem.remedy,
        **_place(problem.place),
        "fixes": [_fix(fix, lines) for fix in problem.fixes],
    }


def _fix(fix: Fix, lines: list[str]) -> dict[str, object]:
    """What to put where; the last line of a fix may be meant as a whole, however long it is."""
    line = fix.place.end_line - 1
    end = min(fix.place.end_column, len(lines[line]) + 1 if line < len(lines) else 1)
    return {**_place(fix.place._replace(end_column=end)), "text": fix.text, "is_safe": fix.is_safe}


def _place(place: Place) -> dict[str, int]:
    """Lines and columns count from 1, columns in characters; 0 where the whole file is meant."""
    return place._asdict()
