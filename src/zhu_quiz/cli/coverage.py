"""How much of the article a bank tests."""

import sys
from json import dumps
from shutil import get_terminal_size

import click

from .edge import Edge, on_bank


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--strict", is_flag=True, help="Fail where too few claims are tested.")
@click.option(
    "--least", type=click.FloatRange(0, 100), metavar="PERCENT",
    help="With --strict: how many of the claims must be tested; else all.",
)  # fmt: skip
@on_bank
def coverage(edge: Edge, as_json: bool, strict: bool, least: float | None) -> None:
    """Say how many of the article's claims are tested, and how the questions are spread."""
    if least is not None and not strict:
        raise click.UsageError("--least goes with --strict.")
    from ..bank import read_bank
    from ..teach.article.coverage import as_plain, as_text
    from ..teach.article.coverage import coverage as coverage_of

    bank = read_bank(edge.own_bank)
    found, wanted = coverage_of(bank), 100 if least is None else least
    if as_json:
        click.echo(dumps({"bank": bank.id, **as_plain(found)}, indent=2))
    else:
        click.echo(as_text(found, get_terminal_size().columns))
    if not found.claims:
        click.echo(
            "The bank lists no claims, so nobody can tell what is untested. "
            "List under `claims:` what the article says, and name claims in the questions.",
            err=True,
        )
    if bank.left_out:
        click.echo(f"Not counted until they are mended: {', '.join(bank.left_out)}.", err=True)
    if strict and found.tested < wanted:
        click.echo(f"Only {found.tested:.1f} % of the claims are tested, not {wanted:g} %.", err=True)
        sys.exit(1)
