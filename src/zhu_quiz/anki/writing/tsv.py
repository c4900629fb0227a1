"""A bank as a table for Anki: rows of Anki's own note types, or of ours for those who have the package."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from ...bank import Bank
from ...questions import Question
from ..identity import guids
from ..note_types import BASIC, CLOZE, NOTE_TYPES
from .collecting import notes_of
from .decks import decks_of
from .ledger import NOTHING, Stamp
from .media import Pictures
from .notes import anki_note, bank_tag

_MOST_FIELDS = max(len(each.fields) for each in NOTE_TYPES.values())

Row = tuple[str, ...]
"""Note type, deck and GUID; what follows depends on the table."""


def in_stock_types(bank: Bank) -> str:
    """The ready questions as notes of types that every collection begins with, if its language is English."""
    decks = decks_of(bank)
    rows = (
        (name, decks[bank.section_title(question)].name, guid, tags, *said)
        for question in bank.ready
        for name, guid, tags, *said in _stock_notes(question, bank)
    )
    return _table(("#tags column:4",), ("Tags", "Front", "Back"), rows)


def in_our_types(bank: Bank, known: Mapping[str, Stamp]) -> str:
    """The notes of the package: a collection that has it updates them in place.

    Their tags stay away but for the bank's: a column of them would take the place of the learner's own."""
    decks, images = decks_of(bank), Pictures.of(bank.path)
    stamps = {guid: Stamp(*stamp) for guid, stamp in known.items()}
    rows = (
        (f"zhu-quiz {note.note_type.name}", decks[section].name, note.guid, *note.fields)
        for section, note in notes_of(bank, NOTHING, stamps, images, is_plain=False)
        if not note.is_retired
    )
    fields = (f"Field {number}" for number in range(1, _MOST_FIELDS + 1))
    return _table((f"#tags:{bank_tag(bank)}",), fields, rows)


def _table(head: Iterable[str], columns: Iterable[str], rows: Iterable[Row]) -> str:
    names = ("Note type", "Deck", "GUID", *columns)
    said = ("#separator:tab", "#html:true", "#notetype column:1", "#deck column:2", "#guid column:3", *head)
    written = StringIO()
    table = csv.writer(written, delimiter="\t", lineterminator="\n")
    # Anki makes a deck twice when one below it is named before.
    for row in sorted(rows, key=lambda row: "::" in row[1]):
        table.writerow((*row, *("" for _ in range(len(names) - len(row)))))
    return "\n".join((*said, "#columns:" + "\t".join(names), written.getvalue()))


def _stock_notes(question: Question, bank: Bank) -> Iterator[Row]:
    """Type, GUID, tags, front and back."""
    # Anki's own types are others than ours, and no note can change its type.
    guid, turned = guids(bank, question, "Table")[0], guids(bank, question, "Table turned")[0]
    note = anki_note(guid, question, bank, is_plain=True)
    said, tags = dict(zip(note.note_type.fields, note.fields, strict=True)), " ".join(note.tags)
    hint = f"<details><summary>?</summary>{said['Hint']}</details>" if said["Hint"] else ""
    if note.note_type is CLOZE:
        yield "Cloze", guid, tags, _joined(said["Instruction"], said["Text"], hint), _remarks(said)
    elif note.note_type is BASIC:
        yield "Basic", guid, tags, said["Front"] + hint, _joined(said["Back"], _remarks(said))
        if said["Reverse"]:
            yield "Basic", turned, tags, said["Back"], _joined(said["Front"], _remarks(said))
    else:
        answer = said["Answer"] + said["Also"]
        yield "Basic", guid, tags, said["Question"] + hint, _joined(answer, _remarks(said))


def _remarks(said: Mapping[str, str]) -> str:
    return _joined(said["Explanation"], f"<small>{said['Source']}</small>" if said["Source"] else "")


def _joined(*parts: str) -> str:
    return "<br><br>".join(filter(None, parts))
