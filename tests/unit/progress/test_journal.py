"""What the journal keeps and tells."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from zhu_quiz.model.event import Action, Begun, CardAction, Ended, Event, Mode, Review, Undo
from zhu_quiz.model.memory import Card, CardState, MemoryState
from zhu_quiz.progress import Journal

Make = Callable[..., Review]
DAY = 739_889
CARD, OTHER = Card("us-employer"), Card("move-year", "back")
STATE = CardState(memory=MemoryState(2.3, 5.1, DAY), due_day=DAY + 2, reps=1, is_flagged=True)


def stamp(journal: Journal, **named: Any) -> dict[str, Any]:
    return {"id": journal.new_id(0), "bank": "zhu", "at_ms": 0, "offset_minutes": 0, "study_day": DAY} | named


def begun(journal: Journal, **named: Any) -> Begun:
    return Begun(**({"mode": Mode.REVIEW, "plan": (CARD, OTHER)} | stamp(journal, **named)))


def undo(journal: Journal, event: Event) -> Undo:
    return Undo(**stamp(journal), undoes=event.id)


def test_every_type_of_event_is_found_again_after_closing(journal: Journal, path: Path, review: Make) -> None:
    sitting = begun(journal)
    answer = review(response=("Beijing", "\ud800"), before=STATE.memory)
    action = CardAction(**stamp(journal), card=OTHER, action=Action.SUSPEND)
    all_types = (sitting, answer, action, undo(journal, answer), Ended(**stamp(journal), sitting=sitting.id))
    journal.append(*reversed(all_types))
    journal.close()
    with Journal.open(path) as again:
        assert repr(tuple(again.events("zhu"))) == repr(all_types)


@pytest.mark.parametrize(
    "change",
    [
        "update event set grade = 4",
        "delete from event",
        "insert or replace into event select * from event",
    ],
)  # fmt: skip
def test_the_log_is_only_ever_added_to(journal: Journal, path: Path, review: Make, change: str) -> None:
    journal.append(review())
    before = tuple(journal.events("zhu"))
    with pytest.raises(sqlite3.Error):
        journal._file.connection.execute(change)
    assert tuple(journal.events("zhu")) == before


def test_an_exception_takes_back_all_of_a_transaction(journal: Journal, review: Make) -> None:
    with suppress(KeyboardInterrupt), journal.writing():
        journal.append(review())
        journal.keep("zhu", {CARD: STATE})
        journal.set_setting("cutoff_hour", 5)
        raise KeyboardInterrupt
    assert (journal.count("zhu"), journal.states("zhu"), journal.setting("cutoff_hour")) == (0, {}, None)


def test_a_name_that_sqlite_cannot_hold_saves_nothing(journal: Journal, review: Make) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        journal.append(review(), review(kind="\ud800"))
    assert journal.count("zhu") == 0


def test_nothing_is_seen_by_others_before_the_transaction_ends(
    journal: Journal, path: Path, review: Make
) -> None:
    with Journal.open(path) as other:
        with journal.writing():
            journal.append(review())
            during = other.count("zhu")
        assert (during, other.count("zhu")) == (0, 1)


def test_a_transaction_in_a_transaction_is_refused(journal: Journal) -> None:
    with journal.writing(), pytest.raises(RuntimeError, match="open already"), journal.writing():
        pass


def test_a_state_is_kept_only_beside_the_event_that_led_to_it(journal: Journal) -> None:
    with pytest.raises(RuntimeError, match="writing"):
        journal.keep("zhu", {CARD: STATE})


def test_banks_do_not_mix(journal: Journal, review: Make) -> None:
    mine, foreign = review(), review(bank="other")
    journal.append(mine, foreign)
    assert tuple(journal.events("zhu")) == (mine,)


def test_events_of_some_cards_come_with_their_undos(journal: Journal, review: Make) -> None:
    wanted, other = review(card=CARD), review(card=OTHER)
    undos = undo(journal, wanted), undo(journal, other)
    journal.append(wanted, other, *undos)
    assert tuple(journal.events("zhu", cards=[CARD])) == (wanted, undos[0])


def test_the_two_sides_of_a_question_are_two_cards(journal: Journal, review: Make) -> None:
    front, back = review(card=Card("move-year")), review(card=OTHER)
    journal.append(front, back)
    assert tuple(journal.events("zhu", cards=[OTHER])) == (back,)


def test_no_cards_have_no_events(journal: Journal, review: Make) -> None:
    journal.append(review())
    assert tuple(journal.events("zhu", cards=[])) == ()


def test_events_since_a_day_come_with_undos_from_a_clock_set_back(journal: Journal, review: Make) -> None:
    old, new = review(study_day=DAY - 1), review()
    late = Undo(**stamp(journal, study_day=DAY - 2), undoes=new.id)
    journal.append(old, new, late)
    assert tuple(journal.events("zhu", since_day=DAY)) == (new, late)


def test_events_since_a_day_come_with_what_they_undo(journal: Journal, review: Make) -> None:
    other, old = review(study_day=DAY - 1), review(study_day=DAY - 1)
    late = undo(journal, old)
    journal.append(other, old, late)
    assert tuple(journal.events("zhu", since_day=DAY)) == (old, late)


def test_events_of_a_sitting_are_its_begin_its_lines_their_undos_and_its_end(
    journal: Journal, review: Make
) -> None:
    sitting = begun(journal)
    answer, elsewhere = review(sitting=sitting.id), review()
    taken_back, end = undo(journal, answer), Ended(**stamp(journal), sitting=sitting.id)
    journal.append(sitting, answer, elsewhere, taken_back, end)
    assert tuple(journal.events("zhu", sitting=sitting.id)) == (sitting, answer, taken_back, end)


def test_a_sitting_without_an_end_can_be_resumed_the_same_day(journal: Journal) -> None:
    ended, first, latest = begun(journal), begun(journal), begun(journal)
    others = (
        begun(journal, study_day=DAY - 1),
        begun(journal, bank="other"),
        begun(journal, mode=Mode.PRACTICE),
    )
    journal.append(ended, Ended(**stamp(journal), sitting=ended.id), first, latest, *others)
    assert journal.unfinished("zhu", DAY) == latest


def test_an_ended_sitting_is_not_resumed(journal: Journal) -> None:
    sitting = begun(journal)
    journal.append(sitting, Ended(**stamp(journal), sitting=sitting.id))
    assert journal.unfinished("zhu", DAY) is None


def test_undo_after_undo_goes_back_through_the_log(journal: Journal, review: Make) -> None:
    answer = review()
    action = CardAction(**stamp(journal), card=CARD, action=Action.BURY)
    journal.append(answer, action, begun(journal), review(bank="other"))
    steps = []
    while last := journal.last_undoable("zhu"):
        steps.append(last)
        journal.append(undo(journal, last))
    assert steps == [action, answer]


def test_thinking_times_are_of_right_answers_that_count_of_that_kind(journal: Journal, review: Make) -> None:
    taken_back = review(thinking_ms=1)
    others = (
        review(thinking_ms=2, fraction=0.5),
        review(thinking_ms=3, kind="cloze"),
        review(thinking_ms=4, mode=Mode.PRACTICE),
    )
    right = [review(thinking_ms=ms, bank=bank) for ms, bank in ((10, "zhu"), (20, "other"), (30, "zhu"))]
    journal.append(taken_back, undo(journal, taken_back), *others, *right)
    assert journal.thinking_ms("choice") == (30, 20, 10)
    assert journal.thinking_ms("choice", limit=2) == (30, 20)


def test_a_kept_state_replaces_the_one_before(journal: Journal) -> None:
    with journal.writing():
        journal.keep("zhu", {CARD: STATE, OTHER: STATE})
        journal.keep("zhu", {CARD: CardState(reps=2)})
    assert journal.states("zhu") == {CARD: CardState(reps=2), OTHER: STATE}


def test_a_card_without_a_state_has_none(journal: Journal) -> None:
    assert journal.state("zhu", CARD) is None


def test_rebuilding_replaces_the_states_of_one_bank_and_names_their_version(journal: Journal) -> None:
    journal.rebuild("zhu", {CARD: STATE}, "first")
    journal.rebuild("other", {CARD: STATE}, "first")
    journal.rebuild("zhu", {OTHER: STATE}, "second")
    assert journal.states("zhu") == {OTHER: STATE}
    assert journal.states("other") == {CARD: STATE}
    assert (journal.state_version("zhu"), journal.state_version("new")) == ("second", None)


def test_distrusted_states_have_no_version(journal: Journal) -> None:
    journal.rebuild("zhu", {CARD: STATE}, "first")
    journal.rebuild("other", {CARD: STATE}, "first")
    journal.distrust("zhu")
    assert (journal.state_version("zhu"), journal.state_version("other")) == (None, "first")


def test_after_closing_the_file_alone_holds_everything(path: Path, tmp_path: Path, review: Make) -> None:
    copy = tmp_path / "copy.db"
    with Journal.open(path), Journal.open(path) as writing:
        writing.append(review())
        writing.close()
        copy.write_bytes(path.read_bytes())
    with Journal.open(copy) as copied:
        assert copied.count("zhu") == 1


@pytest.mark.parametrize("value", [0.9, 4, True, None, "07:00", ["mon", "\ud800"], {"quota": 20}])
def test_a_setting_is_given_back_as_it_was_set(journal: Journal, value: object) -> None:
    journal.set_setting("any", "earlier")
    journal.set_setting("any", value)
    assert journal.setting("any", "default") == value


def test_a_setting_that_was_never_set_has_its_default(journal: Journal) -> None:
    assert journal.setting("new_a_day", 20) == 20
