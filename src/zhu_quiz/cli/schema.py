"""The bank's format for editors."""

from pathlib import Path

import click


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
    help="Where to; else it is printed.",
)  # fmt: skip
def schema(output: Path | None) -> None:
    """Print the format of a bank for editors, as JSON Schema.

    An editor that knows it underlines mistakes, offers keys and explains them. A bank points to it in its first line:

      # yaml-language-server: $schema=questions.schema.json
    """
    from ..teach.telling.schema import schema_text
    from .writing import replace_file

    if output is None:
        click.echo(schema_text(), nl=False)
        return
    replace_file(output, schema_text().encode())
    click.echo(f"Written: {output}. Let a bank beside it begin with the line")
    click.echo(f"# yaml-language-server: $schema={output.name}")
