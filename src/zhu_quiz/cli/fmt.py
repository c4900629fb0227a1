"""A bank in good form."""

import sys
from pathlib import Path

import click

from .edge import Edge, on_bank


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--check", "is_check", is_flag=True, help="Write nothing; the exit code is 1 where it would.")
@click.option("--diff", "is_diff", is_flag=True, help="Write nothing; show what would change.")
@on_bank
def fmt(edge: Edge, file: Path | None, is_check: bool, is_diff: bool) -> None:
    """Bring a bank into good form.

    The keys of each question in order, two spaces a level, one blank line between questions, numbers from small to
    large. Comments stay with what they stand at, and what the bank says stays the same.
    """
    from ..bank.cache import read_bytes
    from ..teach.mending.fixing import difference
    from ..teach.mending.formatting import formatted
    from .writing import replace_file

    path = file or edge.own_bank
    data = read_bytes(path)
    meant = formatted(data, path)
    if is_diff and meant != data:
        click.echo(difference(data, meant, path))
    if meant == data:
        click.echo(f"{path} is in good form.", err=True)
    elif is_check or is_diff:
        click.echo(f"{path} would change.", err=True)
    else:
        replace_file(path, meant, instead_of=data)
        click.echo(f"{path} is in good form now.", err=True)
    sys.exit(1 if is_check and meant != data else 0)
