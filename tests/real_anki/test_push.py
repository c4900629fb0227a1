"""What was learned here goes into a running Anki: asked for as AnkiConnect wants it, done by a real collection."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from anki.decks import FilteredDeckConfig
from click.testing import CliRunner, Result

from anki_connect import StandIn, listening
from learners import Learner as Somebody
from learning_in_anki import DECK, AnkiLearner, assert_stands_as_here
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank.reader import read_text
from zhu_quiz.cli import cli
from zhu_quiz.cli.edge import now
from zhu_quiz.model.event import Action, CardAction
from zhu_quiz.model.memory import Card, Grade
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.study.carried import progress
from zhu_quiz.study.learner import Learner

QUESTIONS = "abcdefgh"
TEXT = f"format: zhu-quiz/1\nid: moving\ntitle: {DECK}\nquestions:\n" + "".join(
    f"  - {{id: {name}, type: card, front: F {name}, back: B, reverse: true}}\n" for name in QUESTIONS
)
BANK = read_text(TEXT)


@pytest.fixture
def there(tmp_path: Path) -> Iterator[AnkiLearner]:
    learner = AnkiLearner(tmp_path / "collection.anki2")
    yield learner
    learner.collection.close()


@pytest.fixture
def stand_in(there: AnkiLearner) -> StandIn:
    return StandIn(lambda: there.collection)


@pytest.fixture
def push(tmp_path: Path, journal: Journal, stand_in: StandIn) -> Iterator[Callable[..., Result]]:
    bank = tmp_path / "bank.yaml"
    bank.write_text(TEXT, "utf-8")
    place = ["--bank", str(bank), "--db", str(journal.path)]
    with listening(stand_in.handle) as url:

        def pushed(*more: str) -> Result:
            stand_in.asked.clear()
            done = CliRunner().invoke(cli, ["anki", "push", "--url", url, *place, *more])
            assert (stand_in.wrong, done.exception) == ([], None)
            return done

        yield pushed


def learn(journal: Journal, days: int, seed: int = 1, until: int = 0) -> None:
    """Here, in the terminal, with gaps, practice, second thoughts, undone answers, cards set aside and marked."""
    journal.set_setting("new_a_day", 6)
    Somebody(Study(BANK, journal), datetime.now().astimezone() - timedelta(days=until), Random(seed)).learn(
        days
    )


def package(journal: Journal) -> bytes:
    return export_package(BANK, None, 0, progress=progress(BANK, journal, now())).package


def assert_same(there: AnkiLearner, journal: Journal) -> int:
    """Tells how many cards were answered."""
    there.reopen()
    return assert_stands_as_here(there, Learner(BANK, journal), now())


def test_an_anki_that_knows_nothing_gets_it_all_but_not_in_a_dry_run(
    there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result]
) -> None:
    learn(journal, 30)
    assert push("--dry-run").output.endswith("Nothing was written.\n")
    assert stand_in.writes == []
    assert push().output.startswith("moving: 8 new questions")
    assert stand_in.writes == ["importPackage"]
    assert assert_same(there, journal) > 5


@pytest.mark.parametrize("seed", range(3))
def test_cards_that_are_new_there_get_what_was_learned_here(
    seed: int, there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result]
) -> None:
    there.imports(export_package(BANK, None, 0).package)
    learn(journal, 30, seed)
    push()
    assert "importPackage" not in stand_in.writes
    assert assert_same(there, journal) > 5


@pytest.mark.parametrize("seed", range(3))
def test_what_was_learned_since_is_added(
    seed: int, there: AnkiLearner, journal: Journal, push: Callable[..., Result]
) -> None:
    learn(journal, 20, seed, until=15)
    there.imports(package(journal), with_progress=True)
    learn(journal, 12, seed)
    push()
    assert assert_same(there, journal) > 5


def test_the_second_push_writes_nothing(
    there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result]
) -> None:
    learn(journal, 20, until=15)
    there.imports(package(journal), with_progress=True)
    learn(journal, 12)
    push()
    assert stand_in.writes
    assert push().output == "moving: Anki has it all already.\n"
    assert stand_in.writes == []


def test_the_memory_is_right_at_the_next_answer_there(
    there: AnkiLearner, journal: Journal, push: Callable[..., Result]
) -> None:
    there.imports(export_package(BANK, None, 0).package)
    learn(journal, 30)
    push()
    there.reopen()
    reviewed = there.collection.find_cards("is:review -is:learn -is:suspended")
    for id in reviewed:
        card = there.collection.get_card(id)
        card.start_timer()
        there.collection.sched.answerCard(card, 3)
        memory = there.collection.get_card(id).memory_state
        assert memory
        assert (memory.stability, memory.difficulty) == pytest.approx(there.memories()[int(id)], rel=1e-3)
    assert len(reviewed) > 3


def test_what_was_answered_there_since_is_left_alone_and_told(
    there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result], tmp_path: Path
) -> None:
    learn(journal, 20, until=3)
    there.imports(package(journal), with_progress=True)
    there.collection.sched.unsuspend_cards([there.card("a")])  # type: ignore[list-item]  # a plain int
    there.answers("a", 3)
    learn(journal, 2)
    before = there.db.first("select * from cards where id = ?", there.card("a"))
    assert "Left alone, for they were answered in Anki since: a." in push().output
    assert there.db.first("select * from cards where id = ?", there.card("a")) == before
    bank = ["--bank", str(tmp_path / "bank.yaml"), "--db", str(journal.path)]
    CliRunner().invoke(cli, ["anki", "pull", str(there.exports()), *bank], catch_exceptions=False)
    assert "Left alone" not in push().output
    push()
    assert stand_in.writes == []


def test_an_answer_that_was_taken_back_here_stays_there_and_is_told(
    there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result]
) -> None:
    then = now()
    sitting = Study(BANK, journal).sit(then)
    turn = sitting.turn(then)
    assert turn
    sitting.answer("B", now=then, thinking_ms=900, grade=Grade.GOOD)
    there.imports(package(journal), with_progress=True)
    sitting.undo(now())
    assert (
        f"Taken back here, yet kept in Anki, which lets nobody delete answers: {turn.card.question}."
        in push().output
    )
    assert stand_in.writes == []


def test_a_card_in_a_filtered_deck_is_left_alone(
    there: AnkiLearner, journal: Journal, push: Callable[..., Result]
) -> None:
    learn(journal, 20, until=15)
    there.imports(package(journal), with_progress=True)
    deck = there.collection.sched.get_or_create_filtered_deck(0)  # type: ignore[arg-type]  # a plain int
    del deck.config.search_terms[:]
    deck.config.search_terms.append(FilteredDeckConfig.SearchTerm(search=f'"deck:{DECK}" -is:new', limit=99))
    there.collection.sched.add_or_update_filtered_deck(deck)
    learn(journal, 12)
    assert "a filtered deck in Anki holds them" in push().output


def acted(journal: Journal, action: Action) -> None:
    stamp = Learner(BANK, journal).stamp(now())
    with journal.writing():
        journal.append(CardAction(**stamp, card=Card("a"), action=action, sitting="here"))
        journal.distrust(BANK.id)


def test_cards_are_suspended_and_flagged_and_no_longer(
    there: AnkiLearner, journal: Journal, push: Callable[..., Result]
) -> None:
    there.imports(export_package(BANK, None, 0).package)
    there.let_pass(1)
    for actions in ((Action.SUSPEND, Action.FLAG), (Action.RESTORE, Action.UNFLAG)):
        for action in actions:
            acted(journal, action)
        push()
        there.reopen()
        card = there.collection.get_card(there.card("a"))  # type: ignore[arg-type]  # a plain int
        assert (card.queue, card.flags) == ((-1, 1) if Action.SUSPEND in actions else (0, 0))
        there.let_pass(1)


def test_what_was_suspended_there_later_stays_so(
    there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result]
) -> None:
    there.imports(export_package(BANK, None, 0).package)
    acted(journal, Action.RESTORE)
    there.collection.sched.suspend_cards([there.card("a")])  # type: ignore[list-item]  # a plain int
    there.db.execute("update cards set mod = mod + 10")
    push()
    assert stand_in.writes == []


def test_a_card_that_was_reset_here_is_new_there(
    there: AnkiLearner, journal: Journal, push: Callable[..., Result]
) -> None:
    learn(journal, 20, until=2)
    there.imports(package(journal), with_progress=True)
    acted(journal, Action.RESET)
    push()
    card = there.collection.get_card(there.card("a"))  # type: ignore[arg-type]  # a plain int
    assert (card.type, card.ivl, card.reps, card.memory_state) == (0, 0, 0, None)
    assert_same(there, journal)


def test_a_row_whose_number_is_taken_moves_a_little(
    there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result]
) -> None:
    there.imports(export_package(BANK, None, 0).package)
    learn(journal, 10)
    taken = [int(e.id[:8] + e.id[9:13], 16) for e in journal.events(BANK.id) if hasattr(e, "grade")][:3]
    note = there.collection.new_note(there.collection.models.by_name("Basic"))  # type: ignore[arg-type]  # it is there
    note["Front"] = "of somebody else"
    there.collection.add_note(note, 1)  # type: ignore[arg-type]  # a plain int
    for ms in taken:
        there.db.execute("insert into revlog values (?, ?, -1, 3, 1, 1, 2500, 9, 1)", ms, note.card_ids()[0])
    push()
    there.collection.remove_notes([note.id])
    assert assert_same(there, journal) > 3
    push()
    assert stand_in.writes == []


def test_notes_are_told_apart_by_number_and_id_never_by_text(
    there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result]
) -> None:
    other = read_text(TEXT.replace("id: moving", "id: moved"))
    there.imports(export_package(other, None, 0).package)
    learn(journal, 10)
    push()
    assert stand_in.writes == ["importPackage"]
    assert not there.collection.find_cards('"ID:moved/*" -is:new')


def test_a_note_that_was_imported_by_another_number_is_found(
    there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result]
) -> None:
    there.imports(export_package(BANK, None, 0).package)
    there.db.execute("update notes set id = id + 100000000000")
    there.db.execute("update cards set nid = nid + 100000000000, id = id + 100000000000")
    learn(journal, 10)
    push()
    assert "importPackage" not in stand_in.writes
    assert assert_same(there, journal) > 3


def test_a_changed_question_is_brought_along(
    there: AnkiLearner, journal: Journal, stand_in: StandIn, push: Callable[..., Result], tmp_path: Path
) -> None:
    push()
    (tmp_path / "bank.yaml").write_text(TEXT.replace("front: F a", "front: Edited"), "utf-8")
    assert push().output.startswith("moving: 1 changed question.\n")
    there.reopen()
    assert there.collection.find_cards("Front:Edited")
    push()
    assert stand_in.writes == []


def test_the_options_that_the_deck_has_there_stay(
    there: AnkiLearner, journal: Journal, push: Callable[..., Result], tmp_path: Path
) -> None:
    push()
    decks = there.collection.decks
    deck = decks.by_name(DECK)
    assert deck
    mine = decks.add_config_returning_id("Mine")
    decks.set_config_id_for_deck_dict(deck, mine)
    (tmp_path / "bank.yaml").write_text(TEXT.replace("front: F a", "front: Edited"), "utf-8")
    assert "1 changed question" in push().output
    there.reopen()
    again = there.collection.decks.by_name(DECK)
    assert again
    assert again["conf"] == mine
    assert {each["name"] for each in there.collection.decks.all_config()} == {"Default", "Mine"}


def test_a_key_is_sent_where_one_is_wanted(
    there: AnkiLearner, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = tmp_path / "bank.yaml"
    bank.write_text(TEXT, "utf-8")
    with listening(StandIn(lambda: there.collection, "secret").handle) as url:
        command = ["anki", "push", "--url", url, "--bank", str(bank), "--db", str(journal.path)]
        assert "ZHU_QUIZ_ANKI_KEY" in str(CliRunner().invoke(cli, command).exception)
        monkeypatch.setenv("ZHU_QUIZ_ANKI_KEY", "secret")
        CliRunner().invoke(cli, command, catch_exceptions=False)
    assert len(there.collection.find_notes("")) == len(QUESTIONS)
    with listening(StandIn(lambda: there.collection).handle) as url:
        command[command.index("--url") + 1] = url
        assert "or unset it" in str(CliRunner().invoke(cli, command).exception)
