"""A bank with a question of each kind, the real study on a real database, an app that a test can drive."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import pytest

from previewing import Preview
from zhu_quiz.app.app import QuizApp, Start
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.event import Review, Undo
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study

NOW = Moment(1_790_000_000_000, 60)
DAY_MS = 24 * 60 * 60 * 1000
NAMED = {" ": "space", "-": "minus", ",": "comma", ".": "full_stop"}

HEAD = """\
format: zhu-quiz/1
id: zhu
title: Why an AI scientist left the US for China
about: One man, two countries, and a science that both want to lead.
source:
  title: From Los Angeles to Beijing
  publisher: The Example Times
  published: "2025-09-18"
sections:
  - {id: career, title: Career in the US}
  - {id: money, title: Investment in AI}
questions:
"""

ENTRIES = {
    "choice": """
  - id: employer
    type: choice
    ask: Which US university employed Zhu before he moved?
    shuffle: false
    options:
      - wrong: University of California, Berkeley
        why: Also in California, but not the one the article names.
      - right: University of California, Los Angeles
      - wrong: Massachusetts Institute of Technology
    hint: [It lies in the south of the state., Its short name has four letters.]
    explain: The article presents Zhu as a professor at UCLA who gave up that post.
    source: {section: career, paragraph: 2, evidence: professor at UCLA}
""",
    "multi": """
  - id: drivers
    type: multi
    ask: Which of these does the article name as drivers of the move?
    shuffle: false
    options:
      - right: Personal conviction
      - right: Professional ambition
      - wrong: Health problems
        why: Health is never mentioned.
      - right: Geopolitical realities
      - wrong: A conflict with his students
    explain: The introduction lists three drivers; the numbered parts then expand on the situation.
    source: {section: career}
""",
    "short": """
  - id: report
    type: short
    ask: Which newspaper's report is the article based on?
    answer: The Guardian
    explain: The article summarises a longer piece from that newspaper.
    source: {section: career}
""",
    "number": """
  - id: sum
    type: number
    ask: How many dollars did the project receive?
    answer: "1234"
    unit: dollars
""",
    "cloze": """
  - id: move
    type: cloze
    text: >-
      Zhu moved from the {{US|United States}} to China in {{2020::year}}, after nearly three decades
      abroad; he now leads an institute in {{Beijing::city}}.
    explain: The year and the direction of the move open the article.
    source: {section: career}
""",
    "order": """
  - id: stations
    type: order
    ask: Put these stations of his life in order.
    items: [Childhood near a small town, Doctorate at Harvard, Professor in Los Angeles, Director in Beijing]
    explain: The article tells them from his childhood on.
    source: {section: career}
""",
    "match": """
  - id: places
    type: match
    ask: Which institution belongs to which place?
    pairs:
      - {item: UCLA, match: Los Angeles}
      - {item: Harvard, match: Cambridge}
      - {item: Peking University, match: Beijing}
    extra: [Shanghai]
    explain: Three cities, two countries.
    source: {section: career}
""",
    "card": """
  - id: goal
    type: card
    front: What single goal does Zhu say he has pursued for 30 years?
    back: A unified theory of AI that builds understanding
    explain: He says so in a quotation; the article does not test the claim.
    source: {section: career, evidence: a unified theory}
""",
    "true-false": """
  - id: cars
    type: true-false
    ask: The article links Zhu's field to self-driving cars.
    answer: true
    source: {section: money}
""",
}


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "progress.db", patience=0.01) as opened:
        yield opened


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = NOW
        self.seconds = 0.0

    def __call__(self) -> Moment:
        return self.now

    def ticks(self) -> float:
        return self.seconds

    def pass_days(self, days: int) -> None:
        self.now = Moment(self.now.at_ms + days * DAY_MS, self.now.offset_minutes)


class Quiz:
    """An app over the real study with a real database, and what a person would see and do."""

    def __init__(self, study: Study, clock: Clock, start: Start) -> None:
        self.study = study
        self.clock = clock
        self.app = QuizApp(study, clock, start=start, ticks=clock.ticks)

    @asynccontextmanager
    async def running(self, width: int = 80, height: int = 24) -> AsyncIterator["Quiz"]:
        async with self.app.run_test(size=(width, height)) as pilot:
            self.pilot = pilot
            await pilot.pause()
            yield self

    async def press(self, *keys: str) -> None:
        """One after another, a second each."""
        for key in keys:
            self.clock.seconds += 1
            await self.pilot.press(key)
        await self.pilot.pause()

    async def hold(self, key: str, times: int = 2) -> None:
        """A key held down, or struck twice."""
        await self.pilot.press(*[key] * times)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        await self.press(*(NAMED.get(sign, sign) for sign in text))

    @contextmanager
    def busy_file(self) -> Iterator[None]:
        """Another program writes to the same file, and takes its time."""
        with closing(sqlite3.connect(self.study._journal.path)) as other:
            other.execute("begin immediate")
            yield

    @property
    def seen(self) -> str:
        """What stands on the screen, line by line."""
        # Only the compositor knows what was drawn in the end.
        return "\n".join(line.text.rstrip() for line in self.app.screen._compositor.render_strips())

    @property
    def reviews(self) -> list[Review]:
        """The answers that count, as the log has them."""
        events = list(self.study._journal.events("zhu"))
        undone = {event.undoes for event in events if isinstance(event, Undo)}
        return [event for event in events if isinstance(event, Review) and event.id not in undone]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def quiz_on(journal: Journal, clock: Clock) -> Callable[..., Quiz]:
    """Makes a quiz on a bank; again on the same database, as a new start of the program would."""
    return lambda bank, start="review": Quiz(Study(bank, journal), clock, start)


@pytest.fixture
def text_of() -> Callable[..., str]:
    """Writes a bank of these entries, of all where none is named."""
    return lambda *entries: HEAD + "".join(ENTRIES.get(entry, entry) for entry in entries or ENTRIES)


@pytest.fixture
def quiz(quiz_on: Callable[..., Quiz], text_of: Callable[..., str]) -> Callable[..., Quiz]:
    """Makes a quiz of these entries, of all where none is named."""

    def make(*entries: str, start: Start = "review") -> Quiz:
        return quiz_on(read_text(text_of(*entries), Path("questions.yaml")), start)

    return make


@pytest.fixture
def preview(tmp_path: Path, text_of: Callable[..., str]) -> Callable[..., Preview]:
    """Makes a preview of these entries, of all where none is named."""

    def make(*entries: str, first: str = "", has_rules: bool = True) -> Preview:
        path = tmp_path / "questions.yaml"
        path.write_text(text_of(*entries), encoding="utf-8")
        return Preview(path, first, has_rules)

    return make
