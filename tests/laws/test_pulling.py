"""What holds for any two collections of a learner, however they come together with what was done here."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from anki_files import CardThere, Line, anki_file
from sample import BANK, DAY_MS, MONDAY, later
from zhu_quiz.anki.history.pulling import Pulled, pull
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank.reader import read_text
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.memory.schedule import replay
from zhu_quiz.model.memory import Card, CardState, Grade
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.study.carried import progress
from zhu_quiz.study.learner import Learner

PLANETS = read_text(BANK)
PACKAGE = export_package(PLANETS, None, 0).package
NOW = later(MONDAY, days=60)
QUESTIONS = ("red", "pluto")

# No two in the time in which an answer that comes back is known by its moment.
moments = st.integers(1, 590).map(lambda tenth: MONDAY.at_ms + tenth * DAY_MS // 10)
answers = st.builds(
    Line, question=st.sampled_from(QUESTIONS), ms=moments, ease=st.integers(1, 4), type=st.integers(0, 3),
    factor=st.sampled_from([0, 500]), interval=st.integers(-86_400, 400), ord=st.just(0),
)  # fmt: skip
changes = st.builds(
    Line, question=st.sampled_from(QUESTIONS), ms=moments, ease=st.just(0), type=st.integers(4, 5),
    factor=st.sampled_from([0, 500]), interval=st.integers(-86_400, 400), ord=st.just(0),
)  # fmt: skip
logs = st.lists(answers | answers | changes, max_size=12, unique_by=lambda line: line.ms)
cards = st.builds(
    CardThere, question=st.just("red"), mod=st.integers(0, 50).map(lambda day: MONDAY.at_ms // 1000 + day * 86_400),
    is_suspended=st.booleans(), flag=st.integers(0, 7), ord=st.just(0),
)  # fmt: skip
own_grades = st.lists(st.sampled_from(list(Grade)), max_size=4)

Collection = tuple[list[Line], CardThere]


@contextmanager
def learner(own: Sequence[Grade] = ()) -> Iterator[tuple[Journal, Path]]:
    """Somebody who answered a little here."""
    with TemporaryDirectory() as folder, Journal.open(Path(folder) / "progress.db") as journal:
        for place, grade in enumerate(own):
            now = later(MONDAY, days=place * 3 + 0.05)
            sitting = Study(PLANETS, journal).sit_new(now, 30)
            while (turn := sitting.turn(now)) and turn.question.id not in QUESTIONS:
                sitting.answer(None, now=now, thinking_ms=900)
            if turn:
                sitting.answer(None, now=now, thinking_ms=900, grade=grade)
        yield journal, Path(folder)


def file(folder: Path, collection: Collection, number: int = 0) -> Path:
    lines, card = collection
    modified = max([card.mod * 1000, *(line.ms for line in lines)]) + 1 + number
    path = folder / f"{number}.apkg"
    return anki_file(path, PLANETS, lines, [card], modified_ms=modified, package=PACKAGE)


def take(path: Path, journal: Journal) -> Pulled:
    pulled = pull(path, PLANETS, journal, lambda ms: Moment(ms, 60), NOW.at_ms)
    pulled.keep(journal, PLANETS)
    return pulled


def states(journal: Journal) -> dict[Card, CardState]:
    return Learner(PLANETS, journal).states()


@given(own_grades, st.tuples(logs, cards))
@settings(max_examples=25)
def test_pulling_twice_is_pulling_once(own: list[Grade], collection: Collection) -> None:
    with learner(own) as (journal, folder):
        path = file(folder, collection)
        take(path, journal)
        assert take(path, journal).events == ()


@given(own_grades, logs, st.tuples(logs, cards), st.tuples(logs, cards))
@settings(max_examples=30)
def test_the_order_of_files_does_not_matter(
    own: list[Grade], shared: list[Line], first: Collection, second: Collection
) -> None:
    met = []
    # What both files hold of one moment is one answer.
    said = dict[int, Line]()
    both = [
        ({line.ms: said.setdefault(line.ms, line) for line in (*shared, *lines)}, card)
        for lines, card in (first, second)
    ]
    for order in ((0, 1), (1, 0)):
        with learner(own) as (journal, folder):
            for place in order:
                lines, card = both[place]
                take(file(folder, (list(lines.values()), card), place), journal)
            met.append(states(journal))
    assert met[0] == met[1]


@given(own_grades, st.tuples(logs, cards))
@settings(max_examples=25)
def test_what_is_exported_again_brings_nothing(own: list[Grade], collection: Collection) -> None:
    with learner(own) as (journal, folder):
        take(file(folder, collection), journal)
        path = folder / "again.apkg"
        path.write_bytes(export_package(PLANETS, None, 0, progress=progress(PLANETS, journal, NOW)).package)
        assert take(path, journal).events == ()


@given(st.tuples(logs, cards), st.tuples(logs, cards))
@settings(max_examples=20)
def test_states_follow_from_the_union_of_what_came(first: Collection, second: Collection) -> None:
    with learner() as (journal, folder):
        events = [
            event
            for place, collection in enumerate((first, second))
            for event in take(file(folder, collection, place), journal).events
        ]
        union = replay({event.id: event for event in events}.values(), Parameters(), {})
        assert {card: state for card, state in states(journal).items() if card in union} == union
