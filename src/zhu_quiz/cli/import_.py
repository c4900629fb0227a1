"""A package of Anki's as a bank."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model.problem import QuizError, Severity
from ..model.words import counted
from .edge import Edge, moment, now, on_bank, say

if TYPE_CHECKING:
    from ..anki.importing.imported import Imported
    from ..progress import Journal

_MOST_ROUNDS = 6
"""Of mending what cannot be asked: a question has four forms at most."""


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="BANK", help="Write the bank there.")
@click.option("--deck", default="", metavar="NAME", help="Take this deck alone, and those below it.")
@click.option("--id", "name", default="", metavar="ID", help="The id of the bank.")
@click.option("--title", default="", metavar="TITLE", help="The title of the bank.")
@click.option("--lang", default="", metavar="TAG", help="Language of the texts, such as de; else en.")
@click.option("--with-progress", is_flag=True, help="Take over what was learned in Anki as well.")
@click.option("--force", is_flag=True, help="Replace a bank that is there already.")
@on_bank
def import_(
    edge: Edge, file: Path, output: Path | None, deck: str, name: str, title: str, lang: str, with_progress: bool,
    force: bool,
) -> None:  # fmt: skip
    """Make a bank of an Anki package (.apkg or .colpkg).

    Without -o, this only tells what would come over. Pictures go into a folder beside the bank.
    """
    from ..anki.importing.bank import Wishes, imported
    from ..anki.reading import opened

    _refuse_unusable(name, lang)
    if with_progress and output is None:
        raise click.UsageError("--with-progress needs a bank to learn with: name it with -o.")
    _refuse_taken(output, file, force=force)
    journal = edge.journal() if with_progress else None
    folder = f"{output.stem if output else 'bank'}-pictures"
    with opened(file) as package:
        found = imported(package, Wishes(file.stem, deck, name, title, lang, folder))
        text = _settle(found)
        say(told(found, file))
        if output is None:
            say("Nothing was written. To write it, add: -o bank.yaml")
            return
        _write_pictures(found, output.parent / folder)
        from .writing import replace_file

        replace_file(output, text.encode(), instead_of=None if force else b"")
    say(f"Written: {output}. See how it looks with: zhu-quiz preview --bank {output}")
    if journal:
        _take_progress(journal, file, found)


def _take_progress(journal: "Journal", file: Path, found: "Imported") -> None:
    """Remembers which card became which, for this pull and those to come."""
    from ..anki import remembered
    from ..anki.history.pulling import pull
    from .anki import told as told_of_pull

    setting = remembered.imported(found.bank.id)
    journal.set_setting(setting, {**journal.setting(setting, {}), **found.cards})
    pulled = pull(file, found.bank, journal, moment, now().at_ms)
    say(told_of_pull(pulled, found.bank))
    pulled.keep(journal, found.bank)


def told(found: "Imported", file: Path) -> str:
    """What comes over, and what does not, in a few lines."""
    bank = found.bank
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in found.counts.most_common())
    lines = [
        f"{file}: {counted(len(bank.questions), 'question')} for the bank {bank.id}, “{bank.title}”.",
        f"  {kinds}",
        f"  {counted(len(bank.sections), 'section')}, {counted(len(found.used_pictures), 'picture')}",
    ]
    if found.losses:
        lines += ["Not carried:", *(f"  {line}" for line in found.losses.told())]
    return "\n".join(lines)


def _settle(found: "Imported") -> str:
    """The text of the bank, in which a question is plainer, a draft or left out until the check finds no error."""
    from ..bank.writer import write_bank
    from ..teach.checking import check_text

    for _ in range(_MOST_ROUNDS):
        text = write_bank(found.bank)
        problems = check_text(text).bank.problems
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if not errors:
            return text
        ids = {problem.question for problem in errors}
        if not ids & found.bank.questions.keys():
            break
        found.mend(ids)
        if not found.bank.questions:
            raise QuizError(f"No question can be made of the notes. {'; '.join(found.losses.told())}")
    raise QuizError(
        f"One bank cannot hold these {counted(len(found.bank.questions), 'question')}: {errors[0].message} "
        "Take a part of them with --deck NAME."
    )


def _write_pictures(found: "Imported", folder: Path) -> None:
    from ..model.problem import reason_of
    from .writing import replace_file

    for name in found.used_pictures:
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise QuizError(f"{folder} cannot be made for the pictures: {reason_of(error)}.") from error
        replace_file(folder / name, found.pictures.content(name))


def _refuse_taken(output: Path | None, file: Path, *, force: bool) -> None:
    if str(output) == "-":
        raise click.UsageError("A bank and its pictures need a place: name a file with -o.")
    if output is None or not output.exists():
        return
    if output.is_dir():
        raise QuizError(f"{output} is a folder. Name a file in it with -o.")
    if not force:
        raise QuizError(
            f"{output} is there already. Name another file with -o, or add --force to replace it."
        )
    if file.exists() and output.samefile(file):
        raise QuizError(f"{output} is the package itself. Name another file with -o.")


def _refuse_unusable(id: str, lang: str) -> None:
    from ..anki.importing.names import is_id, is_language

    if id and not is_id(id):
        raise QuizError(
            f"“{id}” cannot be the id of a bank. Use small letters, figures and single hyphens: my-bank."
        )
    if lang and not is_language(lang):
        raise QuizError(f"“{lang}” is not the tag of a language. Such tags are en, de or zh-Hant.")
