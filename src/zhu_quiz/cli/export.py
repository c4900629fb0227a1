"""The bank as a file for other programs."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model.problem import QuizError
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
    from ..anki.export import export_package

    bank = edge.usable_bank()
    path = output or Path(f"{bank.id}.apkg")
    is_piped = str(path) == "-"
    previous = None if is_piped else _previous(path)
    published = f"published in Anki: {bank.id}"
    try:
        journal = edge.journal()
        exported = export_package(bank, previous, now().at_ms, journal.setting(published))
        journal.set_setting(published, exported.ledger)
    except QuizError as error:
        exported = export_package(bank, previous, now().at_ms)
        click.echo(f"{error} What changed since is therefore told from an earlier {path} alone.", err=True)
    if is_piped:
        sys.stdout.buffer.write(exported.package)
    else:
        _replace(path, exported.package)
    _tell(exported, bank, path)


def _tell(exported: "Export", bank: "Bank", path: Path) -> None:
    click.echo(
        f"{path}: {exported.new} new, {exported.updated} updated, {exported.unchanged} unchanged, "
        f"{exported.retired} retired.",
        err=True,
    )
    if exported.without_picture:
        click.echo(
            f"Their pictures stay behind, described in words: {', '.join(exported.without_picture)}.",
            err=True,
        )
    if bank.left_out:
        click.echo(
            f"Left out until they are mended: {', '.join(bank.left_out)}. See: zhu-quiz check", err=True
        )


def _previous(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _refusal(path, error) from error


def _replace(path: Path, package: bytes) -> None:
    """All of the file or nothing of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(package)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> QuizError:
    return QuizError(f"{path} cannot be written: {error.strerror}. Name another place with -o FILE.")
