"""Histories that no sitting would come up with, three hundred at once: misses, practice and resets in any order."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from carried_to_anki import CHANGED_WEIGHTS, Carried, anki_says
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank
from zhu_quiz.memory.days import study_day
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.memory.schedule import graded, replay
from zhu_quiz.model.event import Action, CardAction, Event, Mode, Review
from zhu_quiz.model.memory import NEW, Card, CardState, Grade
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import Journal
from zhu_quiz.study.carried import progress

DAY_MS = 86_400_000
ROUNDS = 14
DEEDS: tuple[Grade | str | None, ...] = (*Grade, Grade.AGAIN, "practise", "practise", "reset", None, None)


@pytest.fixture(scope="module", params=[1, 2, 3])
def odd(
    request: pytest.FixtureRequest, bank_of: Callable[..., Bank], tmp_path_factory: pytest.TempPathFactory
) -> Carried:
    folder, chance = tmp_path_factory.mktemp("odd"), random.Random(request.param)
    bank = bank_of(*(f"id: q{number}\ntype: card\nfront: F{number}\nback: B" for number in range(300)))
    now = Moment(int(datetime.now(UTC).timestamp() * 1000), 0)
    days = sorted(chance.choices(range(1, 30), k=ROUNDS))
    with Journal.open(folder / "progress.db") as journal:
        journal.merge(events(bank, journal, [now.at_ms - day * DAY_MS for day in reversed(days)], chance))
        known = progress(bank, journal, now)
    package = folder / "deck.apkg"
    package.write_bytes(export_package(bank, None, now.at_ms, progress=known).package)
    return Carried(progress=known, anki=anki_says(package))


def events(bank: Bank, journal: Journal, rounds: list[int], chance: random.Random) -> list[Event]:
    """In each round something happens to every card, or nothing."""
    done: list[Event] = []
    states: dict[Card, CardState] = {}
    for begin in rounds:
        for place, card in enumerate(bank.cards):
            at = Moment(begin + place * 1000, 0)
            deed, state = chance.choice(DEEDS), states.get(card, NEW)
            if deed is not None:
                event = happened(deed, journal.new_id(at.at_ms), at, card, state)
                done.append(event)
                states[card] = replay([*(each for each in done if of(each) == card)], Parameters()).get(
                    card, NEW
                )
    return done


def of(event: Event) -> Card:
    assert isinstance(event, Review | CardAction)
    return event.card


def happened(deed: Grade | str, id: str, at: Moment, card: Card, before: CardState) -> Event:
    day = study_day(at)
    stamp = {"id": id, "bank": "moving", "at_ms": at.at_ms, "offset_minutes": 0, "study_day": day}
    if deed == "reset":
        return CardAction(**stamp, card=card, action=Action.RESET)  # type: ignore[arg-type]  # one mapping
    grade = deed if isinstance(deed, Grade) else Grade.GOOD
    review = Review(
        **stamp,  # type: ignore[arg-type]  # as above
        card=card, revision=1, key_hash="", kind="card", sitting="", response=None, fraction=1, chance=0,
        thinking_ms=1000, proposed=grade, grade=grade, reason="", recall=None, before=before.memory,
        after=before.memory, due_day=before.due_day, parameters="", mode=Mode.PRACTICE,
    )  # fmt: skip
    if not isinstance(deed, Grade):
        return review
    after = graded(before, card, grade, day, 1, Parameters())
    return replace(review, mode=Mode.REVIEW, after=after.memory, due_day=after.due_day)


@pytest.mark.parametrize("how", ["memories", "memories on", "memories changed"])
def test_anki_comes_to_the_memory_that_there_is_here(odd: Carried, how: str) -> None:
    parameters = Parameters(weights=CHANGED_WEIGHTS) if how == "memories changed" else Parameters()
    for name, history in odd.histories.items():
        state = replay((*history.reviews, *history.resets), parameters).get(Card(name.split()[0]), NEW)
        said = odd.anki[how][name]
        if state.memory is None:
            assert said is None, name
        else:
            assert said, name
            assert said[0] == pytest.approx(state.memory.stability, rel=1e-4, abs=1e-4), name
            assert said[1] == pytest.approx(state.memory.difficulty, abs=1e-3), name


def test_anki_finds_nothing_to_mend_in_them(odd: Carried) -> None:
    assert odd.anki["integrity"] == "Database rebuilt and optimized."
    assert len(odd.histories) == 300
