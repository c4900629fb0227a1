"""The notes of a bank that go out, each called as it was when it was last published."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...bank import Bank
from ...model.note import ChoiceNote
from ...questions import Question
from ..identity import guids
from .decks import decks_of
from .ledger import Published, Stamp
from .media import Pictures
from .notes import RETIRED, AnkiNote, anki_note, bank_tag


def notes_of(
    bank: Bank, before: Published, stamps: Mapping[str, Stamp], images: Pictures, *, is_plain: bool
) -> Iterator[tuple[str, AnkiNote]]:
    """Every note with the title of its section, in the order in which to learn them."""
    kept = set[str]()
    for question in bank.questions.values():
        if question.status != "draft":
            note = _named(question, bank, stamps, images, is_plain=is_plain)
            if question.status == "ready" or note.guid in stamps:
                kept.add(note.guid)
                yield bank.section_title(question), note
    sections = {each.name: section for section, each in decks_of(bank).items()}
    for guid, (note, _) in before.notes.items():
        if guid not in kept and bank_tag(bank) in note.tags:
            # An entry that cannot be read at present may be the one that is missing.
            tags = note.tags if bank.left_out else tuple(sorted({*note.tags, RETIRED}))
            yield sections.get(before.decks.get(guid, ""), ""), replace(note, tags=tags)


def _named(
    question: Question,
    bank: Bank,
    stamps: Mapping[str, Stamp],
    images: Pictures,
    *,
    is_plain: bool,
) -> AnkiNote:
    """Its note, called as it was when it was last published, unless Anki would refuse that."""
    picture = images.name(question.image.file) if question.image else ""
    names = guids(bank, question)
    note = anki_note(_known(names, stamps), question, bank, picture, is_plain=is_plain)
    if not stamps and not is_plain:
        return note
    others = guids(bank, question, note.note_type.name)
    stamp = stamps.get(note.guid)
    is_other = stamp is not None and stamp.note_type not in ("", note.note_type.name)
    is_listed = is_plain and isinstance(question.note(), ChoiceNote)
    if is_other or is_listed or not stamps.keys().isdisjoint(others):
        return replace(note, guid=_known(others, stamps))
    return note


def _known(names: tuple[str, ...], stamps: Mapping[str, Stamp]) -> str:
    return next((name for name in names if name in stamps), names[0])
