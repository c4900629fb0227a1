"""Real Anki, with nothing replaced: a collection in a temporary folder, and banks to import into it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import indent

import anki.collection  # noqa: F401  # first: the other modules of anki import each other in a circle
import pytest
from anki.cards import Card
from anki.collection import Collection, ImportAnkiPackageRequest
from anki.notes import Note

from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.questions import Question

HEAD = """\
format: zhu-quiz/1
id: moving
title: Moving far away
about: Questions on **one** article.
source: {title: A scientist moves, publisher: The Paper, url: "https://example.org/a?b=1&c=2"}
sections:
  - {id: start, title: How it began, about: His *first* years.}
  - {id: end, title: "What: came of it"}
questions:
"""


@pytest.fixture(scope="session")
def bank_of() -> Callable[..., Bank]:
    """A bank of some entries, each as a teacher writes it."""

    def written(*entries: str) -> Bank:
        text = HEAD + "".join("  - " + indent(entry, "    ").lstrip() + "\n" for entry in entries)
        bank = read_text(text)
        assert [problem.message for problem in bank.problems if problem.severity == "error"] == []
        return bank

    return written


@pytest.fixture(scope="session")
def nine_kinds(bank_of: Callable[..., Bank]) -> Bank:
    """One question of every kind there is."""
    return bank_of(*(kind.example for kind in Question.kinds.values()))


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def imports(collection: Collection, tmp_path: Path) -> Callable[[bytes], dict[str, int]]:
    """Imports a package with none of the options changed; tells how many notes met which fate."""

    def imported(package: bytes) -> dict[str, int]:
        path = tmp_path / "deck.apkg"
        path.write_bytes(package)
        log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path))).log
        trouble = [*log.missing_notetype, *log.missing_deck, *log.empty_first_field, *log.conflicting]
        fates = {"new": log.new, "updated": log.updated, "duplicate": log.duplicate, "trouble": trouble}
        return {fate: len(notes) for fate, notes in fates.items() if notes}

    return imported


@pytest.fixture
def note_of(collection: Collection) -> Callable[[str], Note]:
    """The note of a question, by its id."""

    def found(question: str) -> Note:
        (nid,) = collection.find_notes(f'"ID:*/{question}"')
        return collection.get_note(nid)

    return found


@pytest.fixture
def cards_of(collection: Collection, note_of: Callable[[str], Note]) -> Callable[[str], list[Card]]:
    return lambda question: note_of(question).cards()


@pytest.fixture
def progress_of(collection: Collection) -> Callable[[], object]:
    """Everything that Anki knows of a learner's answers."""

    def read() -> object:
        assert collection.db
        state = "id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, left, flags, data"
        return collection.db.all(f"select {state} from cards"), collection.db.all("select * from revlog")

    return read


@pytest.fixture
def answer_ten(collection: Collection) -> Callable[[], None]:
    """Answers ten cards of the bank by Anki's scheduler, with every grade."""

    def answered() -> None:
        deck = collection.decks.id_for_name("Moving far away")
        assert deck
        collection.decks.select(deck)
        for number in range(10):
            card = collection.sched.getCard()
            assert card
            card.start_timer()
            collection.sched.answerCard(card, (3, 4, 1, 2)[number % 4])

    return answered
