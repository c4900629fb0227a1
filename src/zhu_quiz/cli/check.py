"""What is wrong with a bank."""

import sys
from pathlib import Path

import click

from ..model.problem import Severity
from .edge import Edge, on_bank


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@on_bank
def check(edge: Edge, file: Path | None) -> None:
    """Report everything that is wrong with a bank.

    Each problem with its place and with what to write instead. The exit code is 1 where there are errors.
    """
    from ..bank import read_bank
    from ..bank.report import read_source, report

    path = file or edge.bank_path
    bank, text = read_bank(path), read_source(path)
    for problem in bank.problems:
        click.echo(report(problem, path, text) + "\n")
    errors = sum(problem.severity is Severity.ERROR for problem in bank.problems)
    click.echo(
        f"{path}: {_counted(len(bank.ready), 'question')} can be asked, {_verdict(len(bank.problems), errors)}."
    )
    if bank.left_out:
        click.echo(f"Left out until they are mended: {', '.join(bank.left_out)}.")
    sys.exit(1 if errors else 0)


def _verdict(problems: int, errors: int) -> str:
    if not problems:
        return "no problems found"
    return f"{_counted(errors, 'error')} and {_counted(problems - errors, 'warning')} found"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
