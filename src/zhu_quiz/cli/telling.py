"""What an export will do in Anki, in words: before it is written, published or pushed."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.clean import clean
from ..model.words import counted, some

if TYPE_CHECKING:
    from ..anki.writing.export import Export
    from ..bank import Bank

_MOST_NAMED = 10


def told(exported: "Export", bank: "Bank", path: Path) -> str:
    """What will become of the questions, in a few lines."""
    fates = {
        "new": exported.new, "updated": exported.updated, "unchanged": exported.unchanged,
        "retired": exported.retired,
    }  # fmt: skip
    name = bank.id if str(path) == "-" else path
    lines = [f"{name}: {', '.join(f'{len(names)} {fate}' for fate, names in fates.items())}."]
    lines += [f"  {fate}: {_named(names)}" for fate, names in fates.items() if names and fate != "unchanged"]
    if exported.retired:
        lines.append(
            "Retired are questions no longer asked, and earlier revisions or forms that a new note replaces. "
            "In Anki they stay, tagged zhu::retired."
        )
    if exported.is_previous_lost:
        lines.append(
            "The earlier package cannot be read, so what it published is unknown: "
            "what is new is dated now, and Anki takes it up again."
        )
    if exported.out_of_reach:
        lines.append(
            f"Published elsewhere and no longer asked: {counted(exported.out_of_reach, 'note')}. "
            "To retire them in Anki as well, export over the package that has them."
        )
    if exported.moved:
        lines.append(
            f"Now in another deck: {_named(exported.moved)}. Anki leaves the cards that it has where they are."
        )
    if exported.looks_new:
        lines.append("All cards look new: their templates changed since the earlier package.")
    if exported.is_clock_behind:
        lines.append(
            "The clock of this computer is behind the time at which questions were published before. "
            "Changes are dated after that time; please set the clock."
        )
    lines += told_of_left_behind(exported, bank)
    if exported.carried is not None:
        lines.append(_told_of_progress(exported.carried, exported.left_behind))
    return "\n".join(lines)


def told_of_left_behind(exported: "Export", bank: "Bank") -> list[str]:
    """What of the bank does not go along, in a line each."""
    lines = []
    if exported.without_picture:
        reasons = [f"{name}: {reason}" for name, reason in exported.without_picture.items()]
        lines.append(f"Pictures that stay behind, described in words: {_named(reasons, '; ')}.")
    if bank.left_out:
        lines.append(f"Left out until they are mended: {', '.join(bank.left_out)}. See: zhu-quiz check")
    return lines


def _told_of_progress(carried: int, left_behind: int) -> str:
    if not carried + left_behind:
        return "There is no progress yet to take along."
    told = f"Your progress goes along: {counted(carried, 'answer')}."
    if left_behind:
        told += f" Left behind, to questions that are gone or have changed since: {counted(left_behind, 'answer')}."
    return (
        f"{told} When importing, tick “Import any learning progress” and “Import any deck presets”; "
        "cards that Anki has already keep the progress that they have there."
    )


def _named(names: Sequence[str], comma: str = ", ") -> str:
    return some([clean(name) for name in names], _MOST_NAMED, comma)
