"""A learner goes on in real Anki; what was done there comes here, and means the same."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from anki.decks import FilteredDeckConfig
from click.testing import CliRunner

from learning_in_anki import DECK, AnkiLearner, names
from zhu_quiz.anki.history.answers import Answers, Place
from zhu_quiz.anki.history.cards import Asked
from zhu_quiz.anki.history.pulling import Pulled, pull
from zhu_quiz.anki.reading import ReviewRow
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.cli import cli
from zhu_quiz.cli.edge import moment, now
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.memory.schedule import replay
from zhu_quiz.model.event import Action
from zhu_quiz.model.memory import NEW, Card, CardState, Grade
from zhu_quiz.model.problem import QuizError
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.study.carried import progress
from zhu_quiz.study.learner import Learner

QUESTIONS = "abcdef"
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


TEXT = f"format: zhu-quiz/1\nid: moving\ntitle: {DECK}\nquestions:\n" + "".join(
    f"  - {{id: {name}, type: card, front: F {name}, back: B, reverse: true}}\n" for name in QUESTIONS
)


@pytest.fixture
def bank() -> Bank:
    return read_text(TEXT)


@pytest.fixture
def learner(tmp_path: Path, bank: Bank) -> Iterator[AnkiLearner]:
    """At an Anki that knows the bank."""
    learner = AnkiLearner(tmp_path / "collection.anki2")
    learner.imports(export_package(bank, None, 0).package)
    yield learner
    learner.collection.close()


@pytest.fixture
def pulled(bank: Bank, journal: Journal) -> Callable[[Path], Pulled]:
    def taken(path: Path) -> Pulled:
        found = pull(path, bank, journal, moment, now().at_ms)
        found.keep(journal, bank)
        return found

    return taken


@pytest.fixture
def state(bank: Bank, journal: Journal) -> Callable[[str], CardState]:
    return lambda card: Learner(bank, journal).state(Card.named(card))


def assert_same(learner: AnkiLearner, bank: Bank, journal: Journal) -> int:
    """Every card is remembered here as Anki remembers it; tells how many are."""
    memories, states = learner.memories(), Learner(bank, journal).states()
    here = {str(card): state.memory for card, state in states.items()}
    compared = 0
    for id, name in names(learner, [int(id) for id in learner.collection.find_cards("")]).items():
        memory, there = here[name], memories.get(id)
        assert (memory is None) == (there is None), name
        if memory and there:
            assert (memory.stability, memory.difficulty) == pytest.approx(there, rel=1e-3), name
            compared += 1
    return compared


def some_weeks(learner: AnkiLearner, chance: Random) -> None:
    """Every grade, several answers a day, cards forgotten, undone answers, cards set aside or marked."""
    for _ in range(10):
        for name in QUESTIONS:
            for ord in (0, 1):
                deed, id = chance.random(), learner.card(name, ord)
                sched = learner.collection.sched
                if deed < 0.4:
                    learner.answers(name, *chance.choices((1, 2, 3, 4), k=chance.randint(1, 3)), ord=ord)
                elif deed < 0.44:
                    sched.schedule_cards_as_new([id], reset_counts=chance.random() < 0.5)  # type: ignore[list-item]  # a plain int
                elif deed < 0.48:
                    sched.suspend_cards([id])  # type: ignore[list-item]  # as above
                elif deed < 0.52:
                    learner.collection.set_user_flag_for_cards(3, [id])  # type: ignore[list-item]  # as above
                elif deed < 0.55 and learner.collection.undo_status().undo:
                    learner.collection.undo()
        learner.let_pass(chance.choice([1, 1, 2, 6]))


EXPORTS: dict[str, Callable[[AnkiLearner], Path]] = {
    "package": lambda learner: learner.exports(),
    "package for older versions": lambda learner: learner.exports(legacy=True),
    "collection": lambda learner: learner.exports_everything(),
    "collection for older versions": lambda learner: learner.exports_everything(legacy=True),
}


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_all_is_remembered_here_as_in_anki(
    export: Callable[[AnkiLearner], Path], learner: AnkiLearner, bank: Bank, journal: Journal,
    pulled: Callable[[Path], Pulled],
) -> None:  # fmt: skip
    some_weeks(learner, Random(7))
    path = export(learner)
    found = pulled(path)
    assert found.cards(Action.RESET)
    assert assert_same(learner, bank, journal) > 4
    for id, name in names(learner, [int(id) for id in learner.collection.find_cards("")]).items():
        there = learner.collection.get_card(id)  # type: ignore[arg-type]  # a plain int
        here = Learner(bank, journal).state(Card.named(name))
        assert (here.is_suspended, here.is_flagged) == (there.queue == -1, there.flags > 0)
    assert pulled(path).events == ()


def test_whatever_a_log_holds_is_read_as_anki_reads_it(learner: AnkiLearner, bank: Bank) -> None:
    chance, today = Random(1), now().at_ms
    place = Place(bank=bank.id, moment=moment, cutoff_hour=4, parameters=Parameters())
    id = learner.card("a")
    learner.db.execute("update cards set type = 2, queue = 2, ivl = 9, reps = 3, factor = 2500")
    compared = 0
    for _ in range(300):
        learner.db.execute("delete from revlog")
        rows = list[ReviewRow]()
        for day in sorted(chance.choices(range(-60, -1), k=chance.randint(1, 7))):
            type = chance.choice([0, 0, 0, 1, 1, 2, 3, 3, 4, 4, 5])
            ease = 0 if type > 3 else chance.randint(1, 4)
            factor = chance.choice([0, 500]) if type > 2 else 500
            rows.append(ReviewRow(today + day * DAY_MS + len(rows), id, ease, 5, 1, factor, 900, type))
        for row in rows:
            learner.db.execute("insert into revlog values (?, ?, -1, ?, ?, ?, ?, ?, ?)", *row)
        answers = Answers(Asked("zq0", 0, Card("a"), 1), bank.questions["a"], place)
        memory = replay(answers.events(rows), Parameters()).get(Card("a"), NEW).memory
        there = learner.memories().get(id)
        # Anki guesses at a memory where nothing, or not the beginning, was kept.
        if memory and not answers.is_truncated:
            assert there == pytest.approx((memory.stability, memory.difficulty), rel=1e-3), rows
            compared += 1
    assert compared > 100


def test_files_of_the_same_collection_come_in_any_form_once(
    learner: AnkiLearner, pulled: Callable[[Path], Pulled]
) -> None:
    some_weeks(learner, Random(5))
    assert pulled(learner.exports()).events
    assert all(pulled(export(learner)).events == () for export in EXPORTS.values())


def here_for_a_week(bank: Bank, journal: Journal) -> None:
    """Somebody learned the bank in the terminal."""
    for days in (7, 5, 2):
        then = moment(now().at_ms - days * DAY_MS)
        sitting = Study(bank, journal).sit_new(then, 20) if days == 7 else Study(bank, journal).sit(then)
        for _ in range(9):
            if (turn := sitting.turn(then)) is None:
                break
            sitting.answer(turn.question.solution, now=then, thinking_ms=900, grade=Grade.GOOD)


def test_progress_goes_there_is_continued_and_comes_back(
    tmp_path: Path, bank: Bank, journal: Journal, pulled: Callable[[Path], Pulled]
) -> None:
    here_for_a_week(bank, journal)
    learner = AnkiLearner(tmp_path / "continued.anki2")
    package = export_package(bank, None, 0, progress=progress(bank, journal, now())).package
    learner.imports(package, with_progress=True)
    assert pulled(learner.exports()).events == ()
    for name in QUESTIONS:
        learner.answers(name, 3, 1, 3)
    found = pulled(learner.exports())
    assert len(found.reviews) == 3 * len(QUESTIONS)
    assert assert_same(learner, bank, journal) >= len(QUESTIONS)
    again = AnkiLearner(tmp_path / "again.anki2")
    package = export_package(bank, None, 0, progress=progress(bank, journal, now())).package
    again.imports(package, with_progress=True)
    assert assert_same(again, bank, journal) >= len(QUESTIONS)
    assert pulled(again.exports()).events == ()
    learner.collection.close()
    again.collection.close()


def test_a_forgotten_card_is_new_here(
    learner: AnkiLearner, pulled: Callable[[Path], Pulled], state: Callable[[str], CardState]
) -> None:
    learner.answers("a", 3, 3)
    learner.let_pass(3)
    learner.answers("a", 3)
    learner.let_pass(1)
    learner.collection.sched.schedule_cards_as_new([learner.card("a")])  # type: ignore[list-item]  # a plain int
    pulled(learner.exports())
    assert state("a").memory is None


@pytest.mark.parametrize("reschedule", [True, False])
def test_a_filtered_deck_counts_only_where_it_reschedules(
    reschedule: bool, learner: AnkiLearner, bank: Bank, journal: Journal,
    pulled: Callable[[Path], Pulled], state: Callable[[str], CardState],
) -> None:  # fmt: skip
    learner.answers("a", 4)
    learner.let_pass(3)
    collection = learner.collection
    deck = collection.sched.get_or_create_filtered_deck(0)  # type: ignore[arg-type]  # a plain int
    deck.config.reschedule = reschedule
    del deck.config.search_terms[:]
    deck.config.search_terms.append(FilteredDeckConfig.SearchTerm(search=f'"deck:{DECK}" -is:new', limit=9))
    collection.sched.add_or_update_filtered_deck(deck)
    learner.answers("a", 3)
    found = pulled(learner.exports_everything())
    assert len(found.reviews) == 2
    assert state("a").reps == 1 + reschedule
    assert assert_same(learner, bank, journal) == 1


def test_a_due_day_set_by_hand_is_left_out_and_told(
    learner: AnkiLearner, bank: Bank, journal: Journal, pulled: Callable[[Path], Pulled]
) -> None:
    learner.answers("a", 4)
    learner.let_pass(1)
    learner.collection.sched.set_due_date([learner.card("a")], "30")  # type: ignore[list-item]  # a plain int
    assert pulled(learner.exports()).by_hand == 1
    assert assert_same(learner, bank, journal) == 1


def test_answers_after_midnight_belong_to_the_day_before(
    learner: AnkiLearner, bank: Bank, journal: Journal, pulled: Callable[[Path], Pulled]
) -> None:
    for name in QUESTIONS:
        learner.answers(name, 4)
        learner.let_pass(1)
        learner.answers(name, 3)
    learner.let_pass(9)
    for place, (id,) in enumerate(learner.db.all("select id from revlog order by id")):
        local = time.localtime(id // 1000)
        into_day = (local.tm_hour * 60 + local.tm_min) * 60_000
        learner.db.execute("update revlog set id = ? where id = ?", id - into_day + place % 5 * HOUR_MS, id)
    pulled(learner.exports())
    assert assert_same(learner, bank, journal) == len(QUESTIONS)


def test_cards_of_notes_that_were_deleted_are_no_trouble(
    learner: AnkiLearner, bank: Bank, journal: Journal, pulled: Callable[[Path], Pulled]
) -> None:
    learner.answers("a", 4)
    learner.answers("b", 4)
    note = learner.collection.get_card(learner.card("a")).nid  # type: ignore[arg-type]  # a plain int
    learner.collection.remove_notes([note])
    assert {review.card.question for review in pulled(learner.exports_everything()).reviews} == {"b"}


def test_a_package_without_progress_says_so(learner: AnkiLearner, pulled: Callable[[Path], Pulled]) -> None:
    learner.answers("a", 4)
    assert not pulled(learner.exports(with_scheduling=False)).has_progress


def test_a_file_without_progress_neither_takes_back_nor_outdates_what_one_with_it_tells(
    learner: AnkiLearner, pulled: Callable[[Path], Pulled], tmp_path: Path
) -> None:
    learner.answers("a", 4)
    learner.collection.sched.suspend_cards([learner.card("b")])  # type: ignore[list-item]  # a plain int
    with_progress = learner.exports().rename(tmp_path / "with-progress.apkg")
    without = learner.exports(with_scheduling=False)
    assert pulled(without).events == ()
    assert pulled(with_progress).cards(Action.SUSPEND) == 1
    assert pulled(without).events == ()


def test_a_collection_of_another_bank_is_refused(learner: AnkiLearner, journal: Journal) -> None:
    learner.answers("a", 4)
    other = read_text(TEXT.replace("id: moving", "id: elsewhere"))
    with pytest.raises(QuizError, match="6 notes, but none of the bank elsewhere"):
        pull(learner.exports(), other, journal, moment, now().at_ms)


def test_the_command_tells_and_writes_only_where_it_may(learner: AnkiLearner, tmp_path: Path) -> None:
    some_weeks(learner, Random(3))
    bank = tmp_path / "bank.yaml"
    bank.write_text(TEXT, "utf-8")
    place = ["--bank", str(bank), "--db", str(tmp_path / "learned.db")]
    command = ["anki", "pull", str(learner.exports()), *place]
    first, dry, second, third = (
        CliRunner().invoke(cli, each, catch_exceptions=False).output
        for each in ([*command, "--dry-run"], [*command, "--dry-run"], command, command)
    )
    assert first == dry
    assert "Nothing was written." in dry
    assert dry.startswith(second.rstrip())
    assert "no new reviews" in third
