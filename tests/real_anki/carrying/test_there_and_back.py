"""Progress goes to real Anki, is added to there, comes back, and goes out again."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from anki.cards import Card as AnkiCard
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.decks import DeckId

from learners import Learner
from zhu_quiz.anki.history.pulling import pull
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.model.memory import Card
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.study.carried import progress

NOTE = "id: {0}\ntype: short\nask: Which word is {0}?\nanswer: word {0}"
NAMES = [f"q{number}" for number in range(40)]


@pytest.fixture
def bank(bank_of: Callable[..., Bank]) -> Bank:
    return bank_of(*map(NOTE.format, NAMES))


@pytest.fixture
def learner(bank: Bank, journal: Journal) -> Learner:
    """With four weeks behind."""
    someone = Learner(Study(bank, journal), datetime.now(UTC), random.Random(5))
    someone.learn(28, hours=(8, 13, 19))
    return someone


@contextmanager
def anki_with(package: bytes, folder: Path, *, with_progress: bool = True) -> Iterator[Collection]:
    folder.mkdir(exist_ok=True)
    (folder / "deck.apkg").write_bytes(package)
    collection = Collection(str(folder / "collection.anki2"))
    options = ImportAnkiPackageOptions(with_scheduling=with_progress, with_deck_configs=with_progress)
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(folder / "deck.apkg"), options=options)
    )
    yield collection
    collection.close()


def exported(bank: Bank, journal: Journal, now: Moment, previous: bytes | None = None) -> bytes:
    return export_package(bank, previous, now.at_ms, progress=progress(bank, journal, now)).package


def log(collection: Collection) -> list[list[int]]:
    assert collection.db
    columns = "id, cid, ease, type, case when ivl > 0 then ivl else 0 end"
    return [list(row) for row in collection.db.all(f"select {columns} from revlog order by id")]


def card_of(collection: Collection, question: str) -> AnkiCard:
    (note,) = collection.find_notes(f'"ID:*/{question}"')
    (card,) = collection.get_note(note).cards()
    return card


def test_what_went_out_comes_back_as_nothing_new(
    bank: Bank, journal: Journal, learner: Learner, tmp_path: Path
) -> None:
    states = {card: each.state for card, each in progress(bank, journal, learner.now).histories.items()}
    with anki_with(exported(bank, journal, learner.now), tmp_path / "anki") as collection:
        collection.export_collection_package(str(tmp_path / "all.colpkg"), include_media=False, legacy=False)
    pulled = pull(tmp_path / "all.colpkg", bank, journal, lambda ms: Moment(ms, 0), learner.now.at_ms)
    assert (pulled.reviews, pulled.known > 50) == ((), True)
    pulled.keep(journal, bank)
    Study(bank, journal)
    assert {card: replace(state, buried_day=None) for card, state in journal.states(bank.id).items()} == {
        card: replace(state, buried_day=None) for card, state in states.items()
    }


def test_once_a_clock_was_ahead_later_answers_still_go_out_under_their_own_time(
    bank: Bank, journal: Journal, tmp_path: Path
) -> None:
    someone = Learner(Study(bank, journal), datetime.now(UTC), random.Random(5))
    journal.new_id(someone.now.at_ms + 300 * 86_400_000)  # Ids only grow: all others go on from this one.
    someone.learn(28, hours=(8, 13, 19))
    with anki_with(exported(bank, journal, someone.now), tmp_path / "anki") as collection:
        times = [row[0] for row in log(collection)]
        collection.export_collection_package(str(tmp_path / "all.colpkg"), include_media=False, legacy=False)
    assert times[-1] <= someone.now.at_ms
    assert times[-1] - times[0] > 14 * 86_400_000
    pulled = pull(tmp_path / "all.colpkg", bank, journal, lambda ms: Moment(ms, 0), someone.now.at_ms)
    assert (pulled.reviews, pulled.known > 50) == ((), True)


def test_answers_from_anki_go_out_again_under_their_numbers(
    bank: Bank, journal: Journal, learner: Learner, tmp_path: Path
) -> None:
    with anki_with(exported(bank, journal, learner.now), tmp_path / "first") as collection:
        collection.set_config("fsrs", True)
        deck = collection.decks.id_for_name("Moving far away")
        assert deck
        collection.decks.select(deck)
        for ease in (3, 1, 2, 4, 3, 3):
            card = collection.sched.getCard()
            assert card
            card.start_timer()
            collection.sched.answerCard(card, ease)
        there = log(collection)
        collection.export_collection_package(str(tmp_path / "all.colpkg"), include_media=False, legacy=False)
    now = Moment(int(datetime.now(UTC).timestamp() * 1000), 0)
    pulled = pull(tmp_path / "all.colpkg", bank, journal, lambda ms: Moment(ms, 0), now.at_ms)
    assert len(pulled.reviews) == 6
    pulled.keep(journal, bank)
    with anki_with(exported(bank, journal, now), tmp_path / "second") as collection:
        assert [row[:3] for row in log(collection)] == [row[:3] for row in there]


def test_a_retired_question_arrives_with_its_answers_and_suspended(
    bank: Bank, bank_of: Callable[..., Bank], journal: Journal, learner: Learner, tmp_path: Path
) -> None:
    previous = exported(bank, journal, learner.now)
    name = next(iter(learned(bank, journal, learner.now))).question
    edited = bank_of(*(NOTE.format(each) + ("\nstatus: retired" if each == name else "") for each in NAMES))
    package = exported(edited, journal, learner.now, previous)
    with anki_with(package, tmp_path / "anki") as collection:
        card = card_of(collection, name)
        assert (card.queue, card.note().has_tag("zhu::retired")) == (-1, True)
        assert card.reps == learned(edited, journal, learner.now)[Card(name)]
        assert card.memory_state


def test_a_question_that_changed_its_meaning_arrives_new(
    bank: Bank, bank_of: Callable[..., Bank], journal: Journal, learner: Learner, tmp_path: Path
) -> None:
    previous = exported(bank, journal, learner.now)
    name = next(iter(learned(bank, journal, learner.now))).question
    edited = bank_of(*(NOTE.format(each) + ("\nrevision: 2" if each == name else "") for each in NAMES))
    with anki_with(exported(edited, journal, learner.now, previous), tmp_path / "anki") as collection:
        cards = [collection.get_card(id) for id in collection.find_cards(f'"ID:*/{name}"')]
        assert len(cards) == 2
        assert [(card.type, card.reps, card.memory_state) for card in cards] == [(0, 0, None)] * 2


def test_unticked_progress_stays_out(bank: Bank, journal: Journal, learner: Learner, tmp_path: Path) -> None:
    package = exported(bank, journal, learner.now)
    with anki_with(package, tmp_path / "anki", with_progress=False) as collection:
        assert log(collection) == []
        assert {collection.get_card(id).type for id in collection.find_cards("")} == {0}


@pytest.mark.parametrize("retention", [0.8, 0.95])
def test_the_decks_go_by_the_learners_parameters(
    retention: float, bank: Bank, journal: Journal, learner: Learner, tmp_path: Path
) -> None:
    journal.set_setting("desired_retention", retention)
    with anki_with(exported(bank, journal, learner.now), tmp_path / "anki") as collection:
        for deck in collection.decks.all_names_and_ids():
            preset = collection.decks.config_dict_for_deck_id(DeckId(deck.id))
            if deck.name != "Default":
                assert preset["desiredRetention"] == pytest.approx(retention)
                assert preset["fsrsParams6"] == pytest.approx(Parameters().weights)
                assert preset["rev"]["maxIvl"] == 365
        assert collection.fix_integrity()[1]


def test_the_older_scheduler_goes_on_as_well(
    bank: Bank, journal: Journal, learner: Learner, tmp_path: Path
) -> None:
    with anki_with(exported(bank, journal, learner.now), tmp_path / "anki") as collection:
        collection.set_config("fsrs", False)
        known = [
            card
            for id in collection.find_cards("is:review -is:suspended -is:learn")
            if (card := collection.get_card(id)).ivl > 3
        ]
        card = max(known, key=lambda each: each.ivl)
        before = card.ivl
        card.start_timer()
        collection.sched.answerCard(card, 3)
        assert collection.get_card(card.id).ivl > before


def learned(bank: Bank, journal: Journal, now: Moment) -> dict[Card, int]:
    """How often each known card was answered."""
    histories = progress(bank, journal, now).histories
    return {card: each.state.reps for card, each in histories.items() if each.state.reps > 1}
