"""What a check comes to, in a sentence or two."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from shlex import quote

from ..bank import Bank
from ..bank.report import headline, one_line
from ..model.problem import Problem, Severity
from ..model.words import counted
from .checking import Checked

_SHOWN = 5


def counts(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many there are of each severity, none left out."""
    found = Counter(problem.severity for problem in problems)
    return {severity: found[severity] for severity in Severity}


def passes(checks: Iterable[Checked], *, strict: bool = False) -> bool:
    """Whether nothing is wrong that must be mended; `strict` counts warnings as well."""
    found = counts(problem for checked in checks for problem in checked.bank.problems)
    return not (found[Severity.ERROR] or (strict and found[Severity.WARNING]))


def without_infos(checked: Checked) -> Checked:
    kept = tuple(each for each in checked.bank.problems if each.severity is not Severity.INFO)
    return replace(checked, bank=replace(checked.bank, problems=kept))


def summary(checked: Checked, *, has_notes: bool = True) -> Iterator[str]:
    """How many questions can be asked, what was found, what was not looked at, and at last how to mend it."""
    bank, number = checked.bank, _drafts(checked.bank)
    unasked = f", {counted(number, 'draft')}" if number else ""
    yield one_line(
        f"{bank.path or 'bank'}: {counted(len(bank.ready), 'question')} can be asked{unasked}, "
        f"{found_in_words(bank.problems)} found."
    )
    if not bank.ready and number:
        yield drafts(bank)
    if bank.left_out:
        yield one_line(f"Left out until they are mended: {', '.join(bank.left_out)}.")
    if has_notes:
        yield from map(one_line, checked.notes)
    sure = sum(map(can_be_fixed, bank.problems))
    if sure:
        name = "" if bank.path is None else f" {quote(str(bank.path))}"
        yield one_line(f"To mend {sure} of {len(bank.problems)}: zhu-quiz check --fix{name}")


def drafts(bank: Bank) -> str:
    """That they are not asked, and what to do; empty where there are none."""
    number = _drafts(bank)
    if not number:
        return ""
    if number == 1:
        return "1 draft is not asked: delete its `status: draft` when it is ready."
    return f"{number} drafts are not asked: delete `status: draft` from each when it is ready."


def named(problems: Sequence[Problem], path: Path | None) -> str:
    """Each of the first few in a line, and in another what to do."""
    lines = []
    for problem in problems[:_SHOWN]:
        lines += [f"  {headline(problem, path)}", f"    = help: {one_line(problem.remedy)}"]
    more = len(problems) - _SHOWN
    return "\n".join([*lines, f"  and {more} more"] if more > 0 else lines)


def can_be_fixed(problem: Problem) -> bool:
    """Whether it can be mended without a guess."""
    return bool(problem.fixes) and all(fix.is_safe for fix in problem.fixes)


def _drafts(bank: Bank) -> int:
    return sum(entry.status == "draft" for entry in bank.contents.values())


def found_in_words(problems: Iterable[Problem]) -> str:
    """Such as “2 errors and 1 warning”."""
    parts = [counted(number, severity) for severity, number in counts(problems).items() if number]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:]))) or "no problems"
