"""Whatever a learner does, the stored states are what the log says."""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
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
EDITED = read_text(
    TEXT.replace("id: red\n", "id: mars\n    was: [red]\n")
    .replace("id: moons\n", "id: moons\n    status: retired\n")
    .replace("id: rings\n", "id: rings\n    revision: 2\n")
)
DEEDS = st.lists(
    st.sampled_from(
        [
            "right", "wrong", "give up", "regrade", "undo", "suspend", "bury", "flag",
            "tomorrow", "clock set back", "restart", "new", "ahead", "practise", "edit", "other program",
        ]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=100)
@given(DEEDS, st.integers(0, 2**32))
def test_stored_states_are_the_replay_of_the_log(deeds: list[str], seed: int) -> None:
    with opened(2) as journals:
        studies = [Study(BANK, journal) for journal in journals]
        Player(studies, random.Random(seed)).play(deeds)
        # A start brings the states to the names of its bank.
        Study(BANK, journals[0])
        stored = {card: state for card, state in journals[0].states("planets").items() if state != NEW}
        assert stored == replay(journals[0].events("planets"), Parameters(), BANK.renamed)


@settings(max_examples=50)
@given(DEEDS, st.integers(0, 2**32))
def test_events_stand_in_the_order_of_writing(deeds: list[str], seed: int) -> None:
    with opened(2) as journals:
        Player([Study(BANK, journal) for journal in journals], random.Random(seed)).play(deeds)
        written = journals[0]._file.rows("select id from event where type != 'begun' order by rowid", {})
        ids = [name for (name,) in written]
        assert ids == sorted(ids)


@settings(max_examples=50)
@given(DEEDS, st.integers(0, 2**32))
def test_undoing_everything_makes_all_new_again(deeds: list[str], seed: int) -> None:
    with opened(1) as (journal,):
        player = Player([Study(BANK, journal)], random.Random(seed))
        player.play(deeds)
        study = Study(BANK, journal)
        sitting = study.sit(player.now)
        while sitting.undo(player.now):
            pass
        assert study.today(player.now).unseen == len(BANK.cards)


@settings(max_examples=50)
@given(DEEDS, st.integers(0, 2**32))
def test_what_is_offered_is_what_is_asked(deeds: list[str], seed: int) -> None:
    with opened(1) as (journal,):
        player = Player([Study(BANK, journal)], random.Random(seed))
        player.play(deeds)
        study, now = player.study, player.now
        today = study.today(now)
        assert (today.more_new, today.ahead) == (study.sit_new(now, 99).left, study.sit_ahead(now, 99).left)
        assert study.sit(now).left == (today.left or today.due + today.new)


@contextmanager
def opened(count: int) -> Iterator[list[Journal]]:
    """So many programs at one file."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        path = Path(folder) / "progress.db"
        yield [stack.enter_context(Journal.open(path)) for _ in range(count)]


class Player:
    """A learner with one or more programs open."""

    def __init__(self, studies: list[Study], chance: random.Random) -> None:
        self.now = MONDAY
        self.studies = studies
        self.chance = chance
        self.sittings = [study.sit(MONDAY) for study in studies]

    @property
    def study(self) -> Study:
        return self.studies[0]

    def play(self, deeds: list[str]) -> None:
        for deed in deeds:
            self.now = later(self.now, seconds=self.chance.randint(1, 100))
            if deed in ("tomorrow", "clock set back"):
                days = self.chance.randint(1, 9)
                self.now = later(self.now, days=days if deed == "tomorrow" else -days)
            if deed == "other program":
                self.studies.append(self.studies.pop(0))
                self.sittings.append(self.sittings.pop(0))
            elif deed == "edit":
                bank = EDITED if self.study.bank is BANK else BANK
                self.studies[0] = Study(bank, self.study._journal)
                self.sittings[0] = self.study.sit(self.now)
            elif deed == "undo":
                self.sittings[0].undo(self.now)
            elif opens := OPENING.get(deed):
                self.sittings[0] = opens(self.study, self.now)
            else:
                do(self.sittings[0], deed, self.now, self.chance)


OPENING: dict[str, Callable[[Study, Moment], Sitting]] = {
    "tomorrow": Study.sit,
    "clock set back": Study.sit,
    "restart": Study.sit,
    "new": Study.sit_new,
    "ahead": Study.sit_ahead,
    "practise": lambda study, now: study.practise(study.bank.cards[:3], now),
}


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
