"""What goes out to learners: the Anki package, and what was published, for later checks."""

from contextlib import suppress
from pathlib import Path

import click

from .edge import Edge, article_option, on_bank


@click.command()
@article_option
@click.option(
    "--force", is_flag=True, help="Publish although right answers or ids changed, or questions are gone."
)
@on_bank
def publish(edge: Edge, article: Path | None, force: bool) -> None:
    """Check the bank and write its decks folder anew.

    That is the Anki package, as `export anki` makes it, and a file of what was published: with it `check` tells
    what a later edit would do to learners. A bank with errors is not published.
    """
    from ..bank.cache import read_bytes
    from ..teach.article.article import read_article
    from ..teach.checking import check_text
    from ..teach.lock import Lock, lock_path, read_lock
    from ..teach.publishing import check_publishable, remembered
    from .export import packed, remember
    from .telling import told
    from .writing import replace_file

    path = edge.own_bank
    edge.usable_bank()
    text = read_article(article) if article else None
    previous = read_lock(lock_path(path))
    checked = check_text(read_bytes(path), path, article=text, lock=previous)
    forced = check_publishable(checked, force=force)
    bank, lock = checked.bank, Lock.of(checked.bank, text, previous)
    package, kept = lock_path(path).with_name(f"{bank.id}.apkg"), lock_path(path)
    exported = packed(edge, bank, package)
    click.echo(told(exported, bank, package))
    with suppress(OSError):  # What cannot be made cannot be written to, and that is told.
        package.parent.mkdir(exist_ok=True)
    replace_file(package, exported.package)
    remember(edge, bank, exported)
    replace_file(kept, str(lock).encode())
    if forced:
        click.echo(
            f"Published by force, though it misleads those who have learned {path}:\n{forced}", err=True
        )
    click.echo(f"{kept}: {remembered(bank, lock)}")
