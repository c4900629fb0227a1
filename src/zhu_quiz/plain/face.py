"""Reads lines, shows values. The end of the input leaves the sitting as it is; nothing is lost."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TextIO, TypeVar

from ..model.clean import clean
from ..model.event import Action, Mode
from ..model.mark import Unclear
from ..model.markdown import bare
from ..model.memory import Grade
from ..model.moment import Moment
from ..model.problem import QuizError
from ..model.prompt import Arrange, PickMany, PickOne, Recall
from ..study import Answered, Override, Sitting, Study, Turn
from ..study.words import farewell, in_days, told
from .prompts import Misread, form_of

MAX_LINE = 10_000
Done = TypeVar("Done")

WELCOME = "Type ? for help. q leaves, or :q where letters are answers. Every answer is saved at once."

HELP = """\
While a question is asked (with a colon before the letter where letters are answers):
  ? help   h hint   x I do not know   s source   i why now   u undo
  @ suspend   - not today   * flag   q leave (everything is saved)
After the answer:
  Enter go on   1 Again   2 Hard   3 Good   4 Easy
  o I was right   t it was a typo   g I guessed   u undo   q leave"""

OVERRIDES: dict[str, Override] = {
    "1": Grade.AGAIN, "2": Grade.HARD, "3": Grade.GOOD, "4": Grade.EASY, "o": "right", "t": "typo", "g": "guess",
}  # fmt: skip
REASONS = {"o": "I was right", "t": "a typo", "g": "I guessed"}
ACTIONS = {"@": Action.SUSPEND, "-": Action.BURY, "*": Action.FLAG}
LETTERS_ARE_FREE = (PickOne, PickMany, Arrange, Recall)
"""Prompts that no letter answers, so that commands need no colon."""


class Leave(Exception):
    """The learner has had enough, or the input is at its end."""


@dataclass
class PlainFace:
    """One learner at one terminal."""

    study: Study
    clock: Callable[[], Moment]
    lines: TextIO
    out: TextIO

    def run(self, sitting: Sitting) -> None:
        """Plays the sitting to its end, or until the learner leaves."""
        self._say(self.study.bank.title, WELCOME)
        if sitting.answered:
            self._say(f"Going on: {sitting.answered} answered, {sitting.left} to go.")
        try:
            while turn := self._insist(lambda: sitting.turn(self.clock())):
                asking = Asking(turn)
                answered = self._ask(sitting, asking)
                if answered:
                    self._tell(answered)
                    self._settle(sitting, asking, answered)
        except Leave:
            pass
        self._say("", farewell(sitting.summary(self.clock())))

    def _ask(self, sitting: Sitting, asking: "Asking") -> Answered | None:
        """None where the card was set aside, or an answer taken back instead."""
        turn = asking.turn
        form = form_of(turn.prompt)
        if turn.introduction:
            self._say("", turn.introduction.title, turn.introduction.about)
        notes = ", ".join(filter(None, [turn.section, "once more" if turn.is_again else ""]))
        self._say("", f"Question {turn.number} of {turn.total}{f' ({notes})' if notes else ''}")
        self._say(*filter(None, [turn.prompt.stem]), *form.lines(turn.prompt))
        requests = form.requests(turn.prompt)
        while True:
            self._say(requests[len(asking.typed)])
            line = self._line()
            command = asking.command(line)
            if command in (*ACTIONS, "u"):
                if self._moved_on(sitting, command):
                    return None
            elif command not in (None, "x"):
                self._say(asking.told(command))
            else:
                asking.typed.append(line)
                if command == "x" or len(asking.typed) == len(requests):
                    answered = self._answer(sitting, asking, gives_up=command == "x")
                    if answered:
                        return answered
                    asking.typed.clear()

    def _moved_on(self, sitting: Sitting, command: str) -> bool:
        """Obeys a command that may bring another card."""
        if command == "u":
            is_taken_back = self._insist(lambda: sitting.undo(self.clock()))
            self._say("Taken back." if is_taken_back else "There is nothing to take back.")
            return True
        self._insist(lambda: sitting.act(ACTIONS[command], self.clock()))
        self._say("Flagged." if command == "*" else "Set aside.")
        return command != "*"

    def _answer(self, sitting: Sitting, asking: "Asking", *, gives_up: bool) -> Answered | None:
        """None where what was typed is no answer yet."""
        turn, thinking_ms = asking.turn, asking.elapsed_ms
        try:
            response = None if gives_up else form_of(turn.prompt).read(turn.prompt, tuple(asking.typed))
        except Misread as misread:
            self._say(str(misread))
            return None
        grade = None
        if isinstance(turn.prompt, Recall):
            grade = Grade.AGAIN if gives_up else self._own_grade(turn)
        answered = self._insist(
            lambda: sitting.answer(
                response, now=self.clock(), thinking_ms=thinking_ms, hints=asking.hints, grade=grade
            )
        )
        if isinstance(answered, Unclear):
            self._say(answered.question)
            return None
        return answered

    def _insist(self, deed: Callable[[], Done]) -> Done:
        """Tries again where the disk refuses, as long as the learner likes."""
        while True:
            try:
                return deed()
            except QuizError as error:
                self._say(f"{error} Nothing is lost: press Enter to try again, or q to leave.")
                if self._line().strip().lower() in ("q", ":q"):
                    raise Leave from error

    def _own_grade(self, turn: Turn) -> Grade:
        """The other side, and how well the learner knew it; Enter is Good."""
        assert isinstance(turn.prompt, Recall)
        self._say(turn.prompt.back, "How well did you know it? " + _grades(turn))
        while (line := self._line().strip()) not in ("", "1", "2", "3", "4"):
            self._say("Type a number from 1 to 4.")
        return Grade(int(line or Grade.GOOD))

    def _tell(self, answered: Answered) -> None:
        turn, mark, review = answered.turn, answered.mark, answered.review
        question = turn.question
        if not mark.is_self_graded:
            verdict = "✓ Right." if mark.is_right else "✗ Not yet."
            self._say(" ".join(filter(None, [verdict, _partly(answered), mark.remark])))
            if not mark.is_right:
                self._say(f"Right is: {told(turn.prompt, mark.expected)}")
        source = ", ".join(filter(None, [turn.section, question.source.quotation]))
        self._say(*filter(None, [question.explain, f"In the article: {source}" if source else ""]))
        self._say(f"Saved as {review.grade.word}. {answered.proposal.reason} {answered.outlook}")

    def _settle(self, sitting: Sitting, asking: "Asking", answered: Answered) -> None:
        """The learner accepts the grade, or puts another in its place."""
        self._say(f"Enter goes on. {_offers(answered)}u undo, q leave.")
        while line := self._line().strip().lower().removeprefix(":"):
            if line in _overrides(answered):
                answered = self._insist(partial(sitting.regrade, OVERRIDES[line], self.clock()))
                self._say(f"Saved as {answered.review.grade.word}. {answered.outlook}")
            elif line == "u":
                self._moved_on(sitting, line)
                return
            elif line == "q":
                raise Leave
            else:
                self._say(asking.told(line))

    def _line(self) -> str:
        line = self.lines.readline(MAX_LINE)
        if not line:
            raise Leave
        return line.rstrip("\r\n")

    def _say(self, *texts: str) -> None:
        for text in texts:
            self.out.write(clean(bare(text)) + "\n")
        self.out.flush()


class Asking:
    """A turn being asked: what was typed so far, the hints taken, the time gone by."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.typed: list[str] = []
        self.hints = 0
        self._begun = time.monotonic()

    @property
    def elapsed_ms(self) -> int:
        return int(1000 * (time.monotonic() - self._begun))

    def command(self, line: str) -> str | None:
        """The command that a line gives; None where it is an answer. Raises `Leave`."""
        word = line.strip().lower()
        is_marked = word.startswith(":")
        if word != "?" and not is_marked and not isinstance(self.turn.prompt, LETTERS_ARE_FREE):
            return None
        word = word.removeprefix(":")
        if word == "q":
            raise Leave
        return word if is_marked or word in {*"?hxsiu", *ACTIONS} else None

    def told(self, command: str) -> str:
        """What h, s, i and ? answer."""
        match command:
            case "h":
                hints = self.turn.question.hint
                if self.hints == len(hints):
                    return "There is no further hint." if hints else "This question has no hint."
                self.hints += 1
                return hints[self.hints - 1]
            case "i":
                return self.turn.why_now
            case "s":
                return (
                    f"It stands in: {self.turn.section}"
                    if self.turn.section
                    else "The bank does not say where."
                )
            case _:
                return HELP


def _partly(answered: Answered) -> str:
    """Which of several parts are right."""
    mark = answered.mark
    if mark.is_right or not any(mark.parts) or isinstance(answered.turn.prompt, PickMany):
        return ""
    signs = (f"{number} {'✓' if is_right else '✗'}" for number, is_right in enumerate(mark.parts, 1))
    return f"{', '.join(signs)}."


def _overrides(answered: Answered) -> tuple[str, ...]:
    if answered.mark.is_self_graded or answered.review.mode is Mode.PRACTICE:
        return ()
    return (*"1234", *(letter for letter, how in OVERRIDES.items() if how in answered.overrules))


def _offers(answered: Answered) -> str:
    offered = _overrides(answered)
    if not offered:
        return ""
    words = "".join(f"{letter} {word}, " for letter, word in REASONS.items() if letter in offered)
    return f"{_grades(answered.turn)}, {words}"


def _grades(turn: Turn) -> str:
    return ", ".join(
        f"{choice.grade.value} {choice.grade.word} ({in_days(choice.days)})" for choice in turn.choices
    )
