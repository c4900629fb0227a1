"""What there is to do, for a prompt or a script."""

from dataclasses import asdict
from json import dumps
from typing import TYPE_CHECKING

import click

from .edge import Edge, now, on_bank

if TYPE_CHECKING:
    from ..study import Today


@click.command()
@click.option("--short", is_flag=True, help="One word a number, for a shell prompt: 10 due 5 new.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@on_bank
def due(edge: Edge, short: bool, as_json: bool) -> None:
    """Say how many questions wait today."""
    if short and as_json:
        raise click.UsageError("--short and --json are two ways to say it; name one of them.")
    study = edge.study()
    today = study.today(now())
    if as_json:
        click.echo(dumps({"bank": study.bank.id, **asdict(today)}))
    elif short:
        click.echo(f"{today.due} due {today.new} new")
    elif today.due or today.new:
        click.echo(
            f"{today.due} to review, {today.new} new: about {today.minutes} min. Start with: zhu-quiz review"
        )
    else:
        click.echo(_when(today))


def _when(today: "Today") -> str:
    if today.next_day is None:
        return "Nothing is due."
    from ..study.words import next_review

    return f"Nothing is due. {next_review(today.next_day - today.today, today.next_count)}"
