"""The bank as a file for other programs."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model.problem import QuizError, reason_of
from .edge import Edge, now, on_bank

if TYPE_CHECKING:
    from ..anki.export import Export
    from ..bank import Bank


@click.group()
def export() -> None:
    """Write the bank for another program."""


@export.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE",
    help="Where to; else the bank's id with .apkg. A dash writes to stdout.",
)  # fmt: skip
@on_bank
def anki(edge: Edge, output: Path | None) -> None:
    """Write the bank as an Anki package.

    Importing it again updates what changed since and keeps the learner's progress. To tell what changed, an earlier
    package of the same name is read before it is replaced.
    """
    from .writing import replace_file

    bank = edge.usable_bank()
    path = output or Path(f"{bank.id}.apkg")
    is_piped = str(path) == "-"
    exported = packed(edge, bank, None if is_piped else path)
    if is_piped:
        sys.stdout.buffer.write(exported.package)
    else:
        replace_file(path, exported.package)
    click.echo(told(exported, bank, path), err=True)


def packed(edge: Edge, bank: "Bank", path: Path | None) -> "Export":
    """The bank as a package that replaces the one at that path, if there is one."""
    from ..anki.export import export_package

    previous = _previous(path) if path else None
    published = f"published in Anki: {bank.id}"
    try:
        journal = edge.journal()
        exported = export_package(bank, previous, now().at_ms, journal.setting(published))
        journal.set_setting(published, exported.ledger)
    except QuizError as error:
        exported = export_package(bank, previous, now().at_ms)
        click.echo(
            f"{error} What changed since is therefore told from an earlier {path or '-'} alone.", err=True
        )
    return exported


def told(exported: "Export", bank: "Bank", path: Path) -> str:
    """What became of the questions, in a few lines."""
    lines = [
        f"{path}: {exported.new} new, {exported.updated} updated, {exported.unchanged} unchanged, "
        f"{exported.retired} retired."
    ]
    if exported.retired:
        lines.append(
            "Retired are questions no longer asked, and earlier revisions that a new note replaces. "
            "In Anki they stay, tagged zhu::retired."
        )
    if exported.without_picture:
        lines.append(
            f"Their pictures stay behind, described in words: {', '.join(exported.without_picture)}."
        )
    if bank.left_out:
        lines.append(f"Left out until they are mended: {', '.join(bank.left_out)}. See: zhu-quiz check")
    return "\n".join(lines)


def _previous(path: Path) -> bytes | None:
    if path.exists() and not path.is_file():  # What is written to a pipe cannot be read from it.
        return None
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise QuizError(
            f"{path} cannot be written: {reason_of(error)}. Name another place with -o FILE."
        ) from error
