"""The bank as a file for other programs."""

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model.problem import QuizError, reason_of
from ..model.words import counted
from .edge import Edge, now, on_bank, say
from .telling import told

if TYPE_CHECKING:
    from ..anki.writing.export import Export
    from ..anki.writing.ledger import Stamp
    from ..bank import Bank

_NEEDED = {
    "basic": "They need the note types Basic and Cloze, as Anki calls them in English; else it skips them.",
    "zhu": "Import the package first, as from `zhu-quiz export anki`: without its note types Anki skips them.",
}


@click.group()
def export() -> None:
    """Write the bank for another program."""


@export.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE",
    help="Where to; else the bank's id with .apkg. A dash writes to stdout.",
)  # fmt: skip
@click.option(
    "--with-progress", is_flag=True,
    help="Your answers go along, for a first import: what you remember, the review log, what is put aside.",
)  # fmt: skip
@click.option(
    "--choice", type=click.Choice(["interactive", "plain"]), default="interactive", show_default=True,
    help="Options to pick from; or listed on the front, for programs that run no scripts.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Tell what an import would do, and write nothing.")
@on_bank
def anki(edge: Edge, output: Path | None, with_progress: bool, choice: str, dry_run: bool) -> None:
    """Write the bank as an Anki package.

    Importing it again updates what changed since and keeps the learner's progress. To tell what changed, an earlier
    package of the same name is read before it is replaced.
    """
    bank = edge.usable_bank()
    path = output or Path(f"{bank.id}.apkg")
    _spare(edge, path)
    exported = packed(
        edge, bank, path, is_plain=choice == "plain", with_progress=with_progress, dry_run=dry_run
    )
    say(told(exported, bank, path), err=True)
    if dry_run:
        say("Nothing was written.", err=True)
        return
    _write(path, exported.package)
    remember(edge, bank, exported)


@export.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE",
    help="Where to; else the bank's id with .tsv. A dash writes to stdout.",
)  # fmt: skip
@click.option(
    "--note-types", type=click.Choice(["basic", "zhu"]), default="basic", show_default=True,
    help="Anki's own, Basic and Cloze; or those of the package, to update what it brought.",
)  # fmt: skip
@on_bank
def tsv(edge: Edge, output: Path | None, note_types: str) -> None:
    """Write the bank as a table that Anki imports.

    Importing it again updates the notes and adds none twice. It carries no pictures and no progress.
    """
    from ..anki.writing.tsv import in_our_types, in_stock_types

    bank = edge.usable_bank()
    path = output or Path(f"{bank.id}.tsv")
    _spare(edge, path)
    is_ours = note_types == "zhu"
    table = in_our_types(bank, _known(edge, bank, path)) if is_ours else in_stock_types(bank)
    name = bank.id if str(path) == "-" else path
    say(f"{name}: {counted(len(bank.ready), 'question')}. {_NEEDED[note_types]}", err=True)
    _write(path, table.encode())


def packed(
    edge: Edge,
    bank: "Bank",
    path: Path,
    *,
    is_plain: bool = False,
    with_progress: bool = False,
    dry_run: bool = False,
) -> "Export":
    """The bank as a package that replaces the one at that path, if there is one. Writes nothing."""
    from ..anki.writing.export import export_package
    from ..anki.writing.ledger import NotOurs

    progress = None
    if with_progress:
        from ..study.carried import progress as progress_of

        progress = progress_of(bank, edge.journal(is_dry=dry_run), now())
    known, previous = _known(edge, bank, path, is_dry=dry_run), _previous(path)
    try:
        return export_package(bank, previous, now().at_ms, known, progress=progress, is_plain=is_plain)
    except NotOurs as error:
        raise QuizError(
            f"{path} is no package of zhu-quiz, so it is not replaced. Name another file, or move that one away."
        ) from error


def remember(edge: Edge, bank: "Bank", exported: "Export") -> None:
    """For later exports, wherever they go; to be called once the package is written."""
    from ..anki.remembered import published

    with suppress(QuizError):  # That it cannot be opened was told when it was read.
        edge.journal().set_setting(published(bank.id), exported.ledger)


def _known(edge: Edge, bank: "Bank", path: Path, *, is_dry: bool = False) -> "Mapping[str, Stamp]":
    """What was published of the bank, wherever it went."""
    from ..anki.remembered import published

    try:
        known: Mapping[str, Stamp] = edge.journal(is_dry=is_dry).setting(published(bank.id), {})
    except QuizError as error:
        say(f"{error} What changed since is therefore told from an earlier {path} alone.", err=True)
        return {}
    return known


def _spare(edge: Edge, path: Path) -> None:
    if any(
        path.exists() and kept.exists() and path.samefile(kept) for kept in (edge.bank_path, edge.db_path)
    ):
        raise QuizError(f"{path} holds your questions or your progress. Name another file with -o.")


def _write(path: Path, data: bytes) -> None:
    from .writing import replace_file

    if str(path) == "-":
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except OSError as error:
            raise QuizError(f"What was exported cannot be written: {reason_of(error)}.") from error
    else:
        replace_file(path, data)
        say(f"Written: {path}. Bring it into Anki with File → Import.", err=True)


def _previous(path: Path) -> bytes | None:
    if str(path) == "-" or (path.exists() and not path.is_file()):
        return None  # What is written to a pipe cannot be read from it.
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise QuizError(
            f"{path} cannot be written: {reason_of(error)}. Name another place with -o FILE."
        ) from error
