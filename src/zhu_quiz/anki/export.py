"""A bank as an .apkg that updates what Anki imported before, and touches nothing that stayed the same."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..bank import Bank
from .html import escaped, rendered
from .identity import guids
from .ledger import Published, Stamp, published
from .notes import RETIRED, AnkiNote, anki_note, bank_tag
from .package import Placed, database, deck, zipped

FIRST_MOD = 1_767_225_600
"""When a note that was never published before last changed."""


@dataclass(frozen=True, kw_only=True)
class Export:
    """A package, and what it will do to a collection that imported the previous one."""

    package: bytes
    new: int
    updated: int
    unchanged: int
    """Those retired earlier are among them."""
    retired: int
    """From now on; they stay in Anki, tagged `zhu::retired`."""
    ledger: Mapping[str, Stamp]
    """Every note ever published: to be handed back as `known` by callers who have no previous package."""
    without_picture: tuple[str, ...]
    """Ids of the questions whose picture stays behind; its description goes along."""


def export_package(
    bank: Bank, previous: bytes | None, now_ms: int, known: Mapping[str, tuple[str, int]] | None = None
) -> Export:
    """The bank's ready questions, and those once published that are no longer asked.

    `previous` is the package that is being replaced: it tells which questions changed. What it does not know,
    `known` may."""
    before = published(previous)
    stamps = {guid: Stamp(*stamp) for guid, stamp in (known or {}).items()}
    stamps |= {guid: Stamp(note.content_hash, mod) for guid, (note, mod) in before.notes.items()}
    decks = _decks(bank)
    fates = Counter[str]()
    ledger = dict(stamps)
    placed = []
    for due, (section, note) in enumerate(_notes(bank, before, stamps), 1):
        fate, stamp = _fate(note, stamps.get(note.guid), now_ms // 1000)
        fates[fate] += 1
        ledger[note.guid] = stamp
        placed.append(Placed(note=note, mod=stamp.mod, deck=decks[section].deck_id, due=due))
    written = database(decks.values(), placed)
    return Export(
        # Another compressor may pack the same database into other bytes.
        package=previous if previous and written == before.database else zipped(written),
        new=fates["new"],
        updated=fates["updated"],
        unchanged=fates["unchanged"],
        retired=fates["retired"],
        ledger=ledger,
        without_picture=tuple(each.id for each in bank.ready if each.image),
    )


def _fate(note: AnkiNote, stamp: Stamp | None, now: int) -> tuple[str, Stamp]:
    """What becomes of a note in Anki, and when it last changed: Anki takes up what is newer than its own."""
    content_hash = note.content_hash
    if stamp is None:
        return "new", Stamp(content_hash, FIRST_MOD)
    if stamp.content_hash == content_hash:
        return "unchanged", stamp
    return "retired" if note.is_retired else "updated", Stamp(content_hash, max(now, stamp.mod + 1))


def _notes(bank: Bank, before: Published, stamps: Mapping[str, Stamp]) -> Iterator[tuple[str, AnkiNote]]:
    """Every note with the title of its section, in the order in which to learn them."""
    kept = set[str]()
    for question in bank.questions.values():
        names = guids(bank, question)
        guid = next((name for name in names if name in stamps), names[0])
        if question.status == "ready" or (question.status == "retired" and guid in stamps):
            kept.add(guid)
            yield bank.section_title(question), anki_note(guid, question, bank)
    for guid, (note, _) in before.notes.items():
        if guid not in kept and bank_tag(bank) in note.tags:
            # An entry that cannot be read at present may be the one that is missing.
            tags = note.tags if bank.left_out else tuple(sorted({*note.tags, RETIRED}))
            yield "", replace(note, tags=tags)


def _decks(bank: Bank) -> dict[str, Any]:
    """A deck for the bank, which holds what belongs to no section, and one below it for each section."""
    root = _part(bank.title)
    made_by = "; ".join(filter(None, (", ".join(bank.authors), bank.license)))
    about = "<br><br>".join(filter(None, (rendered(bank.about), escaped(made_by))))
    sections = {
        section.title: deck(f"{root}::{_part(section.title)}", rendered(section.about))
        for section in bank.sections
    }
    return {"": deck(root, about), **sections}


def _part(title: str) -> str:
    """One level of a deck's name; two colons would open another."""
    return re.sub(r"[\x00-\x1f]+|:{2,}", " ", title).strip(" :")[:100] or "zhu-quiz"
