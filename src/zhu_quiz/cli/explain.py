"""What is behind a problem."""

from textwrap import fill

import click

from .edge import width


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell why something is a problem, and show it done well.

    CODE is what stands in brackets: `ZQ004`, `zq4` and `4` are the same. Without it, all codes are listed.
    """
    from ..teach.telling.explaining import as_text, listed
    from ..teach.telling.pages import nearest, page_of, pages

    if code is None:
        click.echo(listed(pages().values(), width()))
        return
    page = page_of(code)
    if page is None:
        meant = nearest(code)
        raise click.UsageError(
            f"There is no code “{code}”.{f' Did you mean {meant}?' if meant else ''} These there are:\n\n"
            + fill(" ".join(pages()), width())
        )
    click.echo(as_text(page, width()))
