"""A file from Anki meets the log here."""

from pathlib import Path

import pytest

from anki_files import CardThere, Line, anki_file, joined
from sample import BANK, DAY_MS, MONDAY, later
from zhu_quiz.anki.history.pulling import Pulled, pull
from zhu_quiz.anki.identity import guid
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.event import Action, CardAction, Review
from zhu_quiz.model.memory import Card, CardState, Grade
from zhu_quiz.model.moment import Moment
from zhu_quiz.model.problem import QuizError
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.study.carried import progress
from zhu_quiz.study.learner import Learner

NOW = later(MONDAY, days=30)
LATER = later(MONDAY, days=40)


def at(day: float) -> int:
    return MONDAY.at_ms + int(day * DAY_MS)


def zone(ms: int) -> Moment:
    return Moment(ms, 60)


LEARNED = [Line("red", at(0), 3, type=0), Line("red", at(2), 3), Line("pluto", at(1), 4, type=0, ord=1)]


def pulled(path: Path, bank: Bank, journal: Journal, now: Moment = NOW) -> Pulled:
    found = pull(path, bank, journal, zone, now.at_ms)
    found.keep(journal, bank)
    return found


def state(bank: Bank, journal: Journal, card: str) -> CardState:
    return Learner(bank, journal).state(Card.named(card))


def test_answers_come_to_their_cards(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    found = pulled(anki_file(tmp_path / "a.apkg", bank, LEARNED), bank, journal)
    assert [str(review.card) for review in found.reviews] == ["red", "red", "pluto~reverse"]
    assert state(bank, journal, "red").reps == 2
    assert state(bank, journal, "pluto~reverse").reps == 1


def test_the_same_file_again_adds_nothing(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    path = anki_file(tmp_path / "a.apkg", bank, LEARNED, [CardThere("moons", 1, is_suspended=True)])
    pulled(path, bank, journal)
    again = pulled(path, bank, journal)
    assert (again.events, again.known) == ((), 3)


def answered(bank: Bank, journal: Journal) -> None:
    sitting = Study(bank, journal).sit(MONDAY)
    for number in range(6):
        turn = sitting.turn(later(MONDAY, seconds=number))
        assert turn
        grade = Grade.GOOD if turn.question.kind == "card" else None
        solution = turn.question.solution if isinstance(turn.question.solution, str) else None
        sitting.answer(solution, now=later(MONDAY, seconds=number), thinking_ms=900, grade=grade)
    sitting.act(Action.SUSPEND, later(MONDAY, seconds=9))


def test_what_was_exported_comes_back_as_known(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    answered(bank, journal)
    path = tmp_path / "ours.apkg"
    path.write_bytes(export_package(bank, None, 0, progress=progress(bank, journal, NOW)).package)
    found = pulled(path, bank, journal)
    assert (found.events, found.known) == ((), 6)


def test_what_was_undone_here_does_not_come_back(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    answered(bank, journal)
    path = tmp_path / "ours.apkg"
    path.write_bytes(export_package(bank, None, 0, progress=progress(bank, journal, NOW)).package)
    for _ in range(3):
        Study(bank, journal).undo(later(MONDAY, seconds=20))
    assert pulled(path, bank, journal).reviews == ()


@pytest.mark.parametrize("moved", [1, 3, -1])
def test_a_row_that_made_room_for_another_is_known(
    moved: int, bank: Bank, journal: Journal, tmp_path: Path
) -> None:
    pulled(anki_file(tmp_path / "a.apkg", bank, LEARNED), bank, journal)
    others = [line._replace(ms=line.ms + moved) for line in LEARNED]
    assert pulled(anki_file(tmp_path / "b.apkg", bank, others), bank, journal).events == ()


def test_answers_in_quick_succession_are_several(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    quick = [Line("red", at(0) + place, 3, type=0) for place in range(3)]
    pulled(anki_file(tmp_path / "a.apkg", bank, quick[:1]), bank, journal)
    assert len(pulled(anki_file(tmp_path / "b.apkg", bank, quick), bank, journal).reviews) == 2


def test_answers_of_ours_do_not_make_a_card_learned_anew(
    bank: Bank, journal: Journal, tmp_path: Path
) -> None:
    answered(bank, journal)
    (here,) = (
        each for each in journal.events(bank.id) if isinstance(each, Review) and each.card.question == "red"
    )
    lines = [Line("red", here.at_ms, here.grade, type=1), Line("red", at(5), 3, type=0)]
    found = pulled(anki_file(tmp_path / "a.apkg", bank, lines), bank, journal)
    assert len(found.events) == 1


def test_earlier_ids_and_revisions_are_still_known(journal: Journal, tmp_path: Path) -> None:
    before = read_text(BANK)
    path = anki_file(tmp_path / "a.apkg", before, LEARNED)
    renamed = read_text(BANK.replace("  - id: red\n", "  - id: reddish\n    was: [red]\n"))
    assert "reddish" in {review.card.question for review in pulled(path, renamed, journal).reviews}
    raised = read_text(BANK.replace("  - id: red\n", "  - id: red\n    revision: 2\n"))
    assert pulled(path, raised, journal).events == ()
    assert state(raised, journal, "red").memory is None


def test_a_note_of_others_that_was_imported_is_ours(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    other = read_text(BANK.replace("id: planets", "id: other"))
    path = anki_file(tmp_path / "a.apkg", other, LEARNED)
    with pytest.raises(QuizError, match="none of the bank planets"):
        pull(path, bank, journal, zone, NOW.at_ms)
    journal.set_setting(
        "imported from Anki: planets", {guid("other", "red"): {"0": ["red", ""], "1": ["gone", ""]}}
    )
    assert {review.card.question for review in pulled(path, bank, journal).reviews} == {"red"}


def test_what_is_dated_to_come_is_left_out(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    lines = [*LEARNED, Line("red", at(30.5), 3), Line("red", at(35), 3)]
    found = pulled(anki_file(tmp_path / "a.apkg", bank, lines), bank, journal)
    assert (len(found.reviews), found.to_come) == (4, 1)


def test_a_file_without_progress_says_so(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    found = pulled(anki_file(tmp_path / "a.apkg", bank, []), bank, journal)
    assert not found.has_progress


def mod(day: float) -> int:
    return at(day) // 1000


def there(path: Path, bank: Bank, day: float, *, on: bool, since: float | None = None) -> Path:
    card = CardThere("red", mod(day if since is None else since), is_suspended=on, flag=4 * on)
    return anki_file(path, bank, LEARNED, [card], modified_ms=at(day))


def test_what_is_suspended_or_flagged_there_is_so_here(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    pulled(there(tmp_path / "a.apkg", bank, 5, on=True), bank, journal)
    found = state(bank, journal, "red")
    assert found.is_suspended
    assert found.is_flagged


def test_it_is_taken_back_when_a_newer_file_says_so(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    pulled(there(tmp_path / "a.apkg", bank, 5, on=True), bank, journal)
    pulled(there(tmp_path / "b.apkg", bank, 9, on=False, since=3), bank, journal)
    found = state(bank, journal, "red")
    assert not found.is_suspended
    assert not found.is_flagged


def test_an_older_file_changes_neither(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    pulled(there(tmp_path / "a.apkg", bank, 5, on=True), bank, journal)
    found = pulled(there(tmp_path / "b.apkg", bank, 4, on=False), bank, journal)
    assert found.passed_over == 1
    assert state(bank, journal, "red").is_suspended


def test_of_two_notes_of_a_question_the_one_that_changed_last_tells(
    bank: Bank, journal: Journal, tmp_path: Path
) -> None:
    old = read_text(BANK.replace("  - id: red\n", "  - id: reddish\n"))
    both = read_text(BANK.replace("  - id: red\n", "  - id: reddish\n    was: [red]\n"))
    here = anki_file(
        tmp_path / "a.apkg", bank, LEARNED, [CardThere("red", mod(3), is_suspended=True)], modified_ms=at(9)
    )
    there = anki_file(tmp_path / "b.apkg", old, [], [CardThere("reddish", mod(2))], modified_ms=at(9))
    united = joined(tmp_path / "c.apkg", here, there)
    for _ in range(3):
        pulled(united, both, journal)
        assert state(both, journal, "reddish").is_suspended


def test_what_was_suspended_here_is_not_restored_from_there(
    bank: Bank, journal: Journal, tmp_path: Path
) -> None:
    sitting = Study(bank, journal).sit(MONDAY)
    turn = sitting.turn(MONDAY)
    assert turn
    sitting.act(Action.SUSPEND, MONDAY)
    cards = [CardThere(turn.card.question, mod(3))]
    pulled(anki_file(tmp_path / "a.apkg", bank, LEARNED, cards, modified_ms=at(9)), bank, journal)
    assert state(bank, journal, str(turn.card)).is_suspended


def test_a_card_restored_here_later_stays_restored(bank: Bank, journal: Journal, tmp_path: Path) -> None:
    path = there(tmp_path / "a.apkg", bank, 5, on=True)
    pulled(path, bank, journal)
    learner = Learner(bank, journal)
    with journal.writing():
        stamp = learner.stamp(LATER)
        journal.append(CardAction(**stamp, card=Card("red"), action=Action.RESTORE, sitting="here"))
        journal.distrust(bank.id)
    pulled(path, bank, journal)
    assert not state(bank, journal, "red").is_suspended


def test_all_of_it_is_written_or_nothing(
    bank: Bank, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = pull(anki_file(tmp_path / "a.apkg", bank, LEARNED), bank, journal, zone, NOW.at_ms)
    monkeypatch.setattr(Journal, "set_setting", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        found.keep(journal, bank)
    assert [event for event in journal.events(bank.id) if isinstance(event, Review)] == []
