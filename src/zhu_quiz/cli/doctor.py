"""Where things are kept, and whether they are sound."""

import sys
from os.path import realpath

import click

from .edge import Edge, on_bank


@click.command()
@on_bank
def doctor(edge: Edge) -> None:
    """Show where things are kept, and whether they are sound."""
    click.echo(f"bank      {realpath(edge.bank_path)}")
    click.echo(f"progress  {realpath(edge.db_path)}")
    click.echo(f"cache     {edge.cache_path}")
    bank = edge.read_bank()
    click.echo(f"questions {len(bank.ready)} can be asked, {len(bank.left_out)} left out")
    journal = edge.journal()
    damages = journal.check()
    for damage in damages:
        click.echo(f"damage    {damage}")
    click.echo(f"log       {journal.count(bank.id)} events of this bank")
    click.echo("Something is damaged." if damages else "Everything is sound.")
    sys.exit(1 if damages else 0)
