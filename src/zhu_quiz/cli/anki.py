"""What a learner does in Anki, brought here, and what is done here, brought to a running Anki."""

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model.words import counted, some
from .edge import Edge, moment, now, on_bank, say

if TYPE_CHECKING:
    from ..anki.connect.plan import Plan
    from ..anki.history.pulling import Pulled
    from ..bank import Bank


@click.group()
def anki() -> None:
    """Learn in Anki as well as here."""


@anki.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--dry-run", is_flag=True, help="Only say what would come.")
@on_bank
def pull(edge: Edge, path: Path, dry_run: bool) -> None:
    """Bring what was answered in Anki into the progress here.

    FILE is a package or a collection (.apkg, .colpkg) from Anki's File → Export, with “Include scheduling
    information” ticked. The same file again adds nothing; files of several devices may come in any order.
    """
    from ..anki.history.pulling import pull as pulled_from

    bank, journal = edge.usable_bank(), edge.journal(is_dry=dry_run)
    pulled = pulled_from(path, bank, journal, moment, now().at_ms)
    say(told(pulled, bank))
    if pulled.events and dry_run:
        say("Nothing was written.")
    elif not dry_run:
        pulled.keep(journal, bank)


def told(pulled: "Pulled", bank: "Bank") -> str:
    """What comes, in a few lines."""
    from ..model.event import Action

    if not pulled.has_progress and not pulled.events:
        return (
            f"{bank.id}: no card was answered there, or the file was exported without the progress. In Anki choose "
            "File → Export and tick “Include scheduling information”."
        )
    questions = len({review.card.question for review in pulled.reviews})
    new = f"{counted(len(pulled.reviews), 'new review')} of {counted(questions, 'question')}"
    new = new if pulled.reviews else "no new reviews"
    parts = [new, f"{pulled.known:,} known already"]
    words = {
        Action.RESET: "made new again", Action.SUSPEND: "suspended", Action.RESTORE: "no longer suspended",
        Action.FLAG: "flagged", Action.UNFLAG: "no longer flagged",
    }  # fmt: skip
    parts += [
        f"{counted(pulled.cards(action), 'card')} {word}"
        for action, word in words.items()
        if pulled.cards(action)
    ]
    return "\n".join([f"{bank.id}: {', '.join(parts)}.", *_left_out(pulled)])


@anki.command()
@click.option(
    "--url", default="http://127.0.0.1:8765", metavar="URL", show_default=True,
    help="Where AnkiConnect listens.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Only say what Anki lacks.")
@on_bank
def push(edge: Edge, url: str, dry_run: bool) -> None:
    """Bring the bank, and what was learned here, into a running Anki.

    Anki needs its add-on AnkiConnect (2055492159); where that wants a key, set ZHU_QUIZ_ANKI_KEY. Questions that were
    answered in Anki since the last pull are left alone: pull first. A second push changes nothing.
    """
    from ..anki.connect.client import AnkiConnect
    from ..anki.connect.pushing import Pushing, plan
    from ..anki.history.pulling import log_of, place_of
    from ..anki.remembered import published
    from ..anki.writing.export import export_package
    from ..study.carried import progress as carried
    from .telling import told_of_left_behind

    bank, journal = edge.usable_bank(), edge.journal(is_dry=dry_run)
    progress = replace(carried(bank, journal, now()), with_preset=False)
    ledger = published(bank.id)
    exported = export_package(bank, None, progress.now_ms, journal.setting(ledger), progress=progress)
    connected = AnkiConnect(url, os.environ.get("ZHU_QUIZ_ANKI_KEY", ""))
    found = plan(connected, exported.package, bank, log_of(bank, journal), place_of(bank, journal, moment))
    say("\n".join([told_of_plan(found, bank), *told_of_left_behind(exported, bank)]))
    if found.is_empty:
        return
    if dry_run:
        say("Nothing was written.")
        return
    Pushing(connected, progress.today).push(found, exported.package)
    journal.set_setting(ledger, exported.ledger)
    say("Anki has it now. Other devices get it when Anki syncs.")


def told_of_plan(plan: "Plan", bank: "Bank") -> str:
    """What Anki will get, in a few lines."""
    from ..model.event import Action

    words = {
        Action.SUSPEND: "to suspend", Action.RESTORE: "no longer suspended",
        Action.FLAG: "to flag", Action.UNFLAG: "no longer flagged",
    }  # fmt: skip
    parts = [
        f"{counted(plan.new_notes, 'new question')} with what was learned of them" if plan.new_notes else "",
        f"{counted(plan.changed_notes, 'changed question')}" if plan.changed_notes else "",
        f"{counted(len(plan.rows), 'answer')}" if plan.rows else "",
        f"{counted(len(plan.writes), 'card')} scheduled as here" if plan.writes else "",
    ]
    for action, word in words.items():
        cards = sum(turned is action for turned, _ in plan.turns)
        parts.append(f"{counted(cards, 'card')} {word}" if cards else "")
    nothing = "nothing to bring" if plan.behind or plan.away else "Anki has it all already"
    lines = [f"{bank.id}: {', '.join(filter(None, parts)) or nothing}."]
    if plan.behind:
        lines.append(
            f"Left alone, for they were answered in Anki since: {some(plan.behind)}. Export from Anki, "
            "bring that here with: zhu-quiz anki pull FILE, then push again."
        )
    if plan.away:
        lines.append(
            f"Left alone, for a filtered deck in Anki holds them: {some(plan.away)}. "
            "Empty that deck, then push again."
        )
    if plan.unasked:
        lines.append(
            f"No longer in the bank, and still asked in Anki: {some(plan.unasked)}. "
            "Suspend or delete them there, or export over the package that brought them and import that."
        )
    if plan.undone:
        lines.append(
            f"Taken back here, yet kept in Anki, which lets nobody delete answers: {some(plan.undone)}."
        )
    return "\n".join(lines)


def _left_out(pulled: "Pulled") -> list[str]:
    lines = []
    if pulled.by_hand:
        lines.append(
            f"{counted(pulled.by_hand, 'due day')} set by hand or by Anki's settings left out: "
            "when a card comes again follows from the answers alone."
        )
    if pulled.truncated:
        lines.append(
            f"The history of {some(pulled.truncated)} begins in the middle; "
            "the first answer in the file counts as the first of all."
        )
    if pulled.to_come:
        lines.append(f"{counted(pulled.to_come, 'answer')} left out, dated later than tomorrow.")
    if pulled.added:
        lines.append(f"{counted(pulled.added, 'card')} left out that only you have: the bank has no such.")
    if pulled.passed_over:
        lines.append(
            f"{counted(pulled.passed_over, 'card')} suspended or flagged otherwise there left as here: "
            "the file is older than one you pulled before."
        )
    return lines
