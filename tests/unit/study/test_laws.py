"""Whatever a learner does, the stored states are what the log says."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from sample import BANK as TEXT
from sample import MONDAY, later
from zhu_quiz.bank.reader import read_text
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.memory.schedule import replay
from zhu_quiz.model.event import Action
from zhu_quiz.model.memory import NEW, Grade
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import Journal
from zhu_quiz.study import Sitting, Study

BANK = read_text(TEXT)
DEEDS = st.lists(
    st.sampled_from(
        ["right", "wrong", "give up", "regrade", "undo", "suspend", "bury", "flag", "tomorrow", "restart"]
    ),
    max_size=40,
)


@settings(max_examples=40)
@given(DEEDS, st.integers(0, 2**32))
def test_stored_states_are_the_replay_of_the_log(deeds: list[str], seed: int) -> None:
    with TemporaryDirectory() as folder, Journal.open(Path(folder) / "progress.db") as journal:
        play(Study(BANK, journal), deeds, random.Random(seed))
        stored = {card: state for card, state in journal.states("planets").items() if state != NEW}
        assert stored == replay(journal.events("planets"), Parameters())


@settings(max_examples=20)
@given(DEEDS, st.integers(0, 2**32))
def test_undoing_everything_makes_all_new_again(deeds: list[str], seed: int) -> None:
    with TemporaryDirectory() as folder, Journal.open(Path(folder) / "progress.db") as journal:
        study = Study(BANK, journal)
        now = play(study, deeds, random.Random(seed))
        sitting = study.sit(now)
        while sitting.undo(now):
            pass
        assert study.today(now).unseen == len(BANK.cards)


def play(study: Study, deeds: list[str], chance: random.Random) -> Moment:
    now = MONDAY
    sitting = study.sit(now)
    for deed in deeds:
        now = later(now, seconds=chance.randint(1, 100))
        if deed == "tomorrow":
            now = later(now, days=chance.randint(1, 9))
        if deed in ("tomorrow", "restart"):
            sitting = study.sit(now)
        elif deed == "undo":
            sitting.undo(now)
        else:
            do(sitting, deed, now, chance)
    return now


def do(sitting: Sitting, deed: str, now: Moment, chance: random.Random) -> None:
    turn = sitting.turn(now)
    if turn is None:
        return
    if deed in ("suspend", "bury", "flag"):
        sitting.act(Action(deed), now)
        return
    response = {"right": turn.question.solution, "give up": None}.get(deed, "nonsense")
    grade = chance.choice(list(Grade)) if turn.question.kind == "card" else None
    answered = sitting.answer(response, now=now, thinking_ms=chance.randint(0, 90_000), grade=grade)
    if deed == "regrade" and not hasattr(answered, "readings"):
        sitting.regrade(chance.choice([*Grade, "right", "typo", "guess"]), now)
