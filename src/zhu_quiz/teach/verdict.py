"""What a check comes to, in a sentence or two."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..bank.report import one_line
from ..model.problem import Problem, Severity
from .checking import Checked


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


def summary(checked: Checked) -> Iterator[str]:
    """What it comes to, and what could not be checked."""
    yield from outcome(checked)
    yield from map(one_line, checked.notes)


def outcome(checked: Checked) -> Iterator[str]:
    """How many questions can be asked, what was found, what is left out, and what is quickly mended."""
    bank = checked.bank
    yield one_line(
        f"{bank.path or 'bank'}: {counted(len(bank.ready), 'question')} can be asked, "
        f"{found_in_words(bank.problems)} found."
    )
    if bank.left_out:
        yield one_line(f"Left out until they are mended: {', '.join(bank.left_out)}.")
    sure = sum(bool(each.fixes) and all(fix.is_safe for fix in each.fixes) for each in bank.problems)
    if sure:
        yield f"Those that --fix can mend: {sure} of {len(bank.problems)}."


def found_in_words(problems: Iterable[Problem]) -> str:
    """Such as “2 errors and 1 warning”."""
    parts = [counted(number, severity) for severity, number in counts(problems).items() if number]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:]))) or "no problems"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
