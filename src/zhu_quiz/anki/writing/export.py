"""A bank as an .apkg that updates what Anki imported before, and touches nothing that stayed the same."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...bank import Bank
from ...bank.collector import resting
from ..history.carrying import Progress
from ..note_types import CHANGED
from .collecting import notes_of
from .container import pictures, zipped
from .decks import decks_of, inhabited
from .ledger import Published, Stamp, published
from .media import Pictures, names_in
from .notes import AnkiNote
from .package import Placed, database

FIRST_MOD = 1_767_225_600
"""When a note that was never published before last changed."""
_LATEST = CHANGED + 10 * 365 * 86_400
"""A clock that says more is not believed: what is dated in the future wins over learners' own edits."""
_HOUR = 3600


@dataclass(frozen=True, kw_only=True)
class Export:
    """A package, and what it will do to a collection that imported the previous one: to which questions, by id."""

    package: bytes
    new: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    """Those retired earlier are among them."""
    retired: tuple[str, ...]
    """From now on; they stay in Anki, tagged `zhu::retired`."""
    moved: tuple[str, ...]
    """They have another deck now; Anki leaves the cards that it has where they are."""
    is_previous_lost: bool
    """It cannot be read, so what it published is not known: what is new is dated now, lest Anki pass it over."""
    looks_new: bool
    """The note types changed since the previous package."""
    is_clock_behind: bool
    """Changes had to be dated later than this moment, for what was published before is."""
    out_of_reach: int
    """Notes that are no longer asked but cannot be retired, for only another package says what they are."""
    ledger: Mapping[str, Stamp]
    """Every note ever published: to be handed back as `known` by callers who have no previous package."""
    without_picture: Mapping[str, str]
    """Why the picture of a question stays behind; its description goes along."""
    carried: int | None
    """Answers of the learner's that go along; None where progress was not asked for."""
    left_behind: int
    """Answers to questions that are gone, or have changed since."""


@resting()
def export_package(
    bank: Bank,
    previous: bytes | None,
    now_ms: int,
    known: Mapping[str, Stamp] | None = None,
    *,
    progress: Progress | None = None,
    is_plain: bool = False,
) -> Export:
    """The bank's ready questions, and those once published that are no longer asked.

    `previous` is the package that is being replaced: with `known`, it tells which questions changed; the later of
    both is believed; one that somebody else made raises `NotOurs`. `is_plain`: options are listed on the front of a
    choice, not there to be picked."""
    before, now = published(previous), min(now_ms // 1000, _LATEST)
    stamps, images, decks = _stamps(before, known or {}), Pictures.of(bank.path), decks_of(bank)
    placed, fates, ledger = list[Placed](), defaultdict[str, list[str]](list), dict[str, Stamp]()
    for section, note in notes_of(bank, before, stamps, images, is_plain=is_plain):
        first = FIRST_MOD if before.is_readable else now
        fate, ledger[note.guid] = _fate(note, stamps.get(note.guid), now, first)
        fates[fate].append(note.question)
        placed.append(Placed(note, ledger[note.guid].mod, decks[section].deck_id, due=len(placed) + 1))
    written = database(inhabited(decks, (each.deck for each in placed)), placed, progress)
    carried = progress.carried(each.note for each in placed) if progress else None
    return Export(
        package=_packed(written, _media(placed, images, previous), before, previous),
        new=tuple(fates["new"]),
        updated=tuple(fates["updated"]),
        unchanged=tuple(fates["unchanged"]),
        retired=tuple(fates["retired"]),
        moved=_moved(placed, decks, before),
        is_previous_lost=not before.is_readable,
        looks_new=0 < before.looks < CHANGED,
        is_clock_behind=any(each.mod > now + _HOUR for each in placed),
        out_of_reach=0 if bank.left_out else len(stamps.keys() - ledger.keys()),
        ledger=stamps | ledger,
        without_picture=_without_picture(bank, images),
        carried=carried,
        left_behind=progress.answers - (carried or 0) if progress else 0,
    )


def _stamps(before: Published, known: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """What was published last of each note, wherever the package went."""
    stamps = {guid: Stamp(*stamp) for guid, stamp in known.items()}
    for guid, (note, mod) in before.notes.items():
        if guid not in stamps or mod >= stamps[guid].mod:
            stamps[guid] = Stamp(note.content_hash, mod, note.note_type.name)
    return stamps


def _fate(note: AnkiNote, stamp: Stamp | None, now: int, first: int) -> tuple[str, Stamp]:
    """What becomes of a note in Anki, and when it last changed: Anki takes up what is newer than its own."""
    published = Stamp(note.content_hash, first, note.note_type.name)
    if stamp is None:
        return "new", published
    if stamp.content_hash == published.content_hash:
        return "unchanged", published._replace(mod=stamp.mod)
    return "retired" if note.is_retired else "updated", published._replace(mod=max(now, stamp.mod + 1))


def _packed(written: bytes, media: Mapping[str, bytes], before: Published, previous: bytes | None) -> bytes:
    if previous and written == before.database and pictures(previous, media) == media:
        return previous  # Another compressor may pack the same into other bytes.
    return zipped(written, media)


def _media(placed: list[Placed], images: Pictures, previous: bytes | None) -> dict[str, bytes]:
    """The pictures of these notes; those of questions that are gone were in the previous package."""
    names = {name for each in placed for name in names_in(each.note.fields[0])}
    gone = names - images.taken.keys()
    return {name: images.taken[name] for name in names - gone} | pictures(previous or b"", gone)


def _moved(placed: list[Placed], decks: Mapping[str, Any], before: Published) -> tuple[str, ...]:
    names = {each.deck_id: each.name for each in decks.values()}
    return tuple(
        note.question
        for note, _, deck, _ in placed
        if not note.is_retired and before.decks.get(note.guid, names[deck]) != names[deck]
    )


def _without_picture(bank: Bank, images: Pictures) -> dict[str, str]:
    return {
        each.id: images.refused[each.image.file]
        for each in bank.ready
        if each.image and each.image.file in images.refused
    }
