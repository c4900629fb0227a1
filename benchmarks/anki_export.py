"""What an Anki package costs, as ratios to plain genanki writing the same fields beside it.

Run: python benchmarks/anki_export.py"""

import time
from collections.abc import Callable
from io import BytesIO

import genanki

from zhu_quiz.anki.identity import deck_id, guid
from zhu_quiz.anki.note_types import NOTE_TYPES
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.anki.writing.notes import anki_note
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text

NOTES = 10_000
DECKS = 1_600

ENTRIES = (
    """type: choice
    ask: Which of these is number {0} in the **list**?
    options:
      - right: The right answer to number {0}
      - wrong: A first distractor of number {0}
        why: It resembles number {0}, but is another.
      - wrong: A second distractor of number {0}""",
    """type: short
    ask: What is the word for number {0}?
    answer: word {0}
    accept: [term {0}]""",
    'type: cloze\n    text: "Number {0} is called {{{{name {0}}}}} in {{{{2020::year}}}}."',
    "type: card\n    front: What is number {0}?\n    back: It is the answer {0}\n    reverse: true",
)


def bank_of(notes: int, sections: int) -> Bank:
    """A bank of mixed questions, spread evenly over its sections."""
    text = ["format: zhu-quiz/1\nid: large\ntitle: Large\nsections:\n"]
    text += [f"  - {{id: s{number}, title: Section {number}}}\n" for number in range(sections)]
    text.append("questions:\n")
    for number in range(notes):
        text.append(
            f"  - id: q{number}\n    {ENTRIES[number % len(ENTRIES)].format(number)}\n"
            f"    explain: An explanation of one sentence, as it follows the answer to number {number}.\n"
            f"    source: {{section: s{number % sections}, evidence: phrase {number} of it}}\n"
        )
    return read_text("".join(text))


def plain(bank: Bank) -> bytes:
    """The same fields and decks through genanki alone."""
    models = {note_type: note_type.model() for note_type in NOTE_TYPES.values()}
    decks = {each.id: genanki.Deck(deck_id(each.title), f"Large::{each.title}") for each in bank.sections}
    for question in bank.ready:
        note = anki_note(guid(bank.id, question.id), question, bank)
        decks[question.source.section].add_note(
            genanki.Note(models[note.note_type], list(note.fields), tags=note.tags, guid=note.guid)
        )
    buffer = BytesIO()
    genanki.Package(decks.values()).write_to_file(buffer)
    return buffer.getvalue()


def timed(work: Callable[[], bytes], rounds: int) -> tuple[float, bytes]:
    """Seconds of the quickest round, and what it made."""
    quickest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        made = work()
        quickest = min(quickest, time.perf_counter() - start)
    return quickest, made


def compare(what: str, bank: Bank, rounds: int) -> None:
    ours, package = timed(lambda: export_package(bank, None, 0).package, rounds)
    again, _ = timed(lambda: export_package(bank, package, 0).package, rounds)
    theirs, plain_package = timed(lambda: plain(bank), rounds)
    print(f"{what:16} {ours:6.2f} s, {len(package) / 1e6:5.2f} MB (once more over it {again:.2f} s)")
    print(
        f"  plain genanki  {theirs:6.2f} s, {len(plain_package) / 1e6:5.2f} MB,"
        f" ratios {ours / theirs:.2f} and {len(package) / len(plain_package):.2f}"
    )


if __name__ == "__main__":
    compare("10 000 notes", bank_of(NOTES, 5), rounds=5)
    compare("1 600 decks", bank_of(DECKS, DECKS), rounds=1)
