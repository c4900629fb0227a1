"""A learner at a real Anki, for whom days pass."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from anki.collection import (
    Collection,
    DeckIdLimit,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.decks import DeckId

from zhu_quiz.model.moment import Moment
from zhu_quiz.study.learner import Learner

DAY = 86_400
DECK = "Moving far away"


class AnkiLearner:
    """Days pass by moving everything that was done into the past."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.collection = Collection(str(path))
        self.collection.set_config("fsrs", True)
        self.let_pass(400)

    def imports(self, package: bytes, *, with_progress: bool = False) -> None:
        path = self.path.with_suffix(".import.apkg")
        path.write_bytes(package)
        options = ImportAnkiPackageOptions(with_scheduling=with_progress)
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        self.collection.import_anki_package(request)

    def let_pass(self, days: int) -> None:
        seconds = days * DAY
        db = self.db
        db.execute("update revlog set id = -id")
        db.execute("update revlog set id = -id - ?", seconds * 1000)
        db.execute("update cards set due = due - ? where queue = 1", seconds)
        db.execute(
            "update cards set data = json_set(data, '$.lrt', json_extract(data, '$.lrt') - ?) "
            "where data <> '' and json_extract(data, '$.lrt') is not null",
            seconds,
        )
        db.execute("update cards set mod = mod - ?", seconds)
        db.execute("update col set crt = crt - ?", seconds)
        self.reopen()

    def reopen(self) -> None:
        self.collection.close()
        self.collection = Collection(str(self.path))

    @property
    def db(self):  # type: ignore[no-untyped-def]  # anki's wrapper of a connection
        assert self.collection.db
        return self.collection.db

    def card(self, question: str, ord: int = 0) -> int:
        """The id of a question's card."""
        (found,) = self.collection.find_cards(f'"ID:*/{question}" card:{ord + 1}')
        return found

    def answers(self, question: str, *eases: int, ord: int = 0) -> None:
        """Whether it is due or not, as in a filtered deck or by an early review."""
        for ease in eases:
            card = self.collection.get_card(self.card(question, ord))  # type: ignore[arg-type]  # a plain int
            card.start_timer()
            self.collection.sched.answerCard(card, ease)  # type: ignore[arg-type]  # as above

    def memories(self) -> dict[int, tuple[float, float]]:
        """By the whole log, as Anki computes it when FSRS is switched on: stability and difficulty."""
        known = {}
        for id in self.collection.find_cards("-is:new"):
            state = self.collection.compute_memory_state(id)
            if state.stability is not None and state.difficulty is not None:
                known[int(id)] = (state.stability, state.difficulty)
        return known

    def exports(self, *, legacy: bool = False, with_scheduling: bool = True) -> Path:
        path = self.path.with_suffix(".apkg")
        options = ExportAnkiPackageOptions(
            with_scheduling=with_scheduling, with_deck_configs=True, with_media=True, legacy=legacy
        )
        deck = self.collection.decks.id_for_name(DECK)
        assert deck
        self.collection.export_anki_package(
            out_path=str(path), options=options, limit=DeckIdLimit(DeckId(deck))
        )
        return path

    def exports_everything(self, *, legacy: bool = False) -> Path:
        path = self.path.with_suffix(".colpkg")
        self.collection.export_collection_package(str(path), include_media=False, legacy=legacy)
        self.collection = Collection(str(self.path))
        return path


def names(learner: AnkiLearner, ids: Sequence[int]) -> dict[int, str]:
    """Each card by its question, with a tilde and the side behind it where it is turned round."""
    found = {}
    for id in ids:
        card = learner.collection.get_card(id)  # type: ignore[arg-type]  # a plain int
        question = card.note()["ID"].split("/")[1]
        found[id] = question + ("~reverse" if card.ord else "")
    return found


def assert_stands_as_here(there: AnkiLearner, here: Learner, now: Moment) -> int:
    """Every card is suspended, flagged, remembered and due there as it is here; tells how many were answered."""
    memories = there.memories()
    states = {str(card): state for card, state in here.states().items()}
    compared = 0
    for id, name in names(there, [int(id) for id in there.collection.find_cards("")]).items():
        card, state = there.collection.get_card(id), states[name]  # type: ignore[arg-type]  # a plain int
        assert (card.queue == -1, card.flags > 0) == (state.is_suspended, state.is_flagged), name
        assert (id in memories) == (state.memory is not None), name
        if state.memory and state.due_day is not None:
            memory = (state.memory.stability, state.memory.difficulty)
            assert memories[id] == pytest.approx(memory, rel=1e-3), name
            assert (card.reps, card.lapses) == (state.reps, state.lapses), name
            if card.type == 2:
                assert card.due - there.collection.sched.today == state.due_day - here.day(now), name
                assert card.ivl == state.due_day - state.memory.study_day, name
            compared += 1
    assert there.collection.fix_integrity()[1]
    return compared
