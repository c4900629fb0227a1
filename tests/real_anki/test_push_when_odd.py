"""What push makes of an AnkiConnect that answers oddly or tells less, and of questions that are no longer there."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner, Result

from anki_connect import StandIn, listening
from learners import Learner as Somebody
from learning_in_anki import DECK, AnkiLearner
from zhu_quiz.anki.connect.client import AnkiConnect
from zhu_quiz.anki.connect.pushing import Pushing, plan
from zhu_quiz.anki.history.pulling import log_of, place_of
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank.reader import read_text
from zhu_quiz.cli import cli
from zhu_quiz.cli.edge import moment, now
from zhu_quiz.model.problem import QuizError
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.study.carried import progress

ENTRIES = [f"  - {{id: {name}, type: card, front: 'F é {name}', back: <b>}}\n" for name in "abcdefgh"]
TEXT = f"format: zhu-quiz/1\nid: moving\ntitle: {DECK}\nquestions:\n" + "".join(ENTRIES)
BANK = read_text(TEXT)


@pytest.fixture
def there(tmp_path: Path) -> Iterator[AnkiLearner]:
    learner = AnkiLearner(tmp_path / "collection.anki2")
    yield learner
    learner.collection.close()


def learned(journal: Journal) -> None:
    Somebody(Study(BANK, journal), datetime.now().astimezone(), Random(1)).learn(20)


def pushed(url: str, journal: Journal, bank: Path, *more: str) -> Result:
    return CliRunner().invoke(
        cli, ["anki", "push", "--url", url, "--bank", str(bank), "--db", str(journal.path), *more]
    )


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.yaml"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize(
    ("action", "answer"),
    [
        ("notesInfo", None), ("notesInfo", [{"noteId": 1}]), ("findCards", None), ("findCards", {"a": 1}),
        ("cardsInfo", [{"cardId": 1}]), ("getReviewsOfCards", []), ("getReviewsOfCards", {"1": [5]}),
        ("findCards", [1e400]), ("findCards", [10**30]), ("findNotes", 7),
    ],
)  # fmt: skip
def test_an_odd_answer_to_the_plan_is_told(
    action: str, answer: Any, there: AnkiLearner, journal: Journal, bank: Path
) -> None:
    there.imports(export_package(BANK, None, 0).package)
    stand_in = StandIn(lambda: there.collection)
    stand_in.answers[action] = answer
    with listening(stand_in.handle) as url:
        assert isinstance(pushed(url, journal, bank).exception, QuizError)
    assert stand_in.writes == []


@pytest.mark.parametrize(
    ("action", "answer"),
    [
        ("findCards", None), ("findCards", ["x"]), ("cardsInfo", None), ("cardsInfo", [{"due": "soon"}]),
        ("setSpecificValueOfCard", False), ("setSpecificValueOfCard", [[False, "\x1b[2J"]]), ("multi", None),
    ],
)  # fmt: skip
def test_answers_that_turn_odd_after_the_plan_are_told(
    action: str, answer: Any, there: AnkiLearner, journal: Journal
) -> None:
    there.imports(export_package(BANK, None, 0).package)
    learned(journal)
    carried = progress(BANK, journal, now())
    package = export_package(BANK, None, 0, progress=carried).package
    stand_in = StandIn(lambda: there.collection)
    with listening(stand_in.handle) as url:
        anki = AnkiConnect(url)
        found = plan(anki, package, BANK, log_of(BANK, journal), place_of(BANK, journal, moment))
        stand_in.answers |= {"findCards": [1], action: answer}
        with pytest.raises(QuizError) as told:
            Pushing(anki, carried.today).push(found, package)
    assert "\x1b" not in str(told.value)


def test_a_card_that_is_deleted_while_it_is_asked_for_does_not_stop_it(
    there: AnkiLearner, journal: Journal
) -> None:
    there.imports(export_package(BANK, None, 0).package)
    learned(journal)
    carried = progress(BANK, journal, now())
    package = export_package(BANK, None, 0, progress=carried).package
    stand_in = StandIn(lambda: there.collection)
    with listening(stand_in.handle) as url:
        anki = AnkiConnect(url)
        found = plan(anki, package, BANK, log_of(BANK, journal), place_of(BANK, journal, moment))
        stand_in.answers["cardsInfo"] = [{}]
        Pushing(anki, carried.today).push(found, package)
        del stand_in.answers["cardsInfo"]
        assert plan(anki, package, BANK, log_of(BANK, journal), place_of(BANK, journal, moment)).is_empty


class Sparing(StandIn):
    """As AnkiConnect was before it told when a note changed."""

    def do_notes_info(self, notes: list[int]) -> Any:
        for told in super().do_notes_info(notes):
            yield {name: value for name, value in told.items() if name != "mod"}


def test_where_nothing_tells_when_a_note_changed_the_second_push_changes_nothing(
    there: AnkiLearner, journal: Journal, bank: Path
) -> None:
    stand_in = Sparing(lambda: there.collection)
    with listening(stand_in.handle) as url:
        assert "8 new questions" in pushed(url, journal, bank).output
        assert pushed(url, journal, bank).output == "moving: Anki has it all already.\n"
        bank.write_text(TEXT.replace("F é a", "G a"), "utf-8")
        assert "1 changed question" in pushed(url, journal, bank).output
        assert pushed(url, journal, bank).output == "moving: Anki has it all already.\n"
    assert stand_in.writes == ["importPackage", "importPackage"]


def test_what_does_not_go_along_or_is_no_longer_asked_is_told(
    there: AnkiLearner, journal: Journal, bank: Path
) -> None:
    with listening(StandIn(lambda: there.collection).handle) as url:
        pushed(url, journal, bank)
        bank.write_text(TEXT.replace(ENTRIES[0], ""), "utf-8")
        assert "still asked in Anki: a." in pushed(url, journal, bank).output
        bank.write_text(TEXT.replace("back:", "image: {file: no.png, alt: It}, back:", 1), "utf-8")
        assert "described in words: a: no such file" in pushed(url, journal, bank).output
        bank.write_text(TEXT.replace("back:", "behind:", 1), "utf-8")
        told = pushed(url, journal, bank).output
    assert "Left out until they are mended: a." in told
    assert "still asked" not in told


def test_a_dry_run_makes_no_place_for_progress(there: AnkiLearner, bank: Path, tmp_path: Path) -> None:
    db = tmp_path / "new.db"
    with listening(StandIn(lambda: there.collection).handle) as url:
        command = ["anki", "push", "--dry-run", "--url", url, "--bank", str(bank), "--db", str(db)]
        assert "8 new questions" in CliRunner().invoke(cli, command, catch_exceptions=False).output
    assert not db.exists()
