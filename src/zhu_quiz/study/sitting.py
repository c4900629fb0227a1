"""A running review or practice: asks, marks, grades, records.

What it knows stands in the log, so that it can be resumed."""

from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from statistics import mean
from typing import Literal

from ..bank.head import Section
from ..memory.queue import was_asked
from ..memory.schedule import as_met_by, choices, graded, step
from ..model.event import Action, Begun, CardAction, Ended, Mode, Review, Undo
from ..model.mark import Mark, Response, Unclear
from ..model.memory import Card, CardState, Grade, Proposal
from ..model.moment import Moment
from ..questions import Question
from .course import Course
from .grading import Given, overrules, proposal
from .learner import Learner
from .summary import summary
from .values import Answered, GradeChoice, Summary, Turn
from .words import outlook, why_now, words_in

Override = Grade | Literal["right", "typo", "guess"]
"""What a learner may say of a grade: another one, or why the proposed one is not fair."""

_MEANT: dict[str, Grade] = {"right": Grade.GOOD, "typo": Grade.HARD, "guess": Grade.AGAIN}


class Sitting:
    """One run through a plan of cards. Every answer is in the log, durably, before `answer` returns.

    Whatever records raises `CannotSave` where the disk refuses; the same call may then be repeated."""

    def __init__(
        self, learner: Learner, course: Course, *, knew: float | None = None, is_in_log: bool = False
    ) -> None:
        """`knew`: the share of the bank that is known at its beginning; None where that is past."""
        self._learner = learner
        self._course = course
        self._knew = knew
        self._is_in_log = is_in_log
        self._is_ended = False
        self._turn: Turn | None = None
        self._answered: Answered | None = None

    @cached_property
    def _usual_words(self) -> dict[str, float]:
        """How long the questions of each kind in this sitting are on average."""
        questions = self._learner.bank.questions
        counts: dict[str, list[int]] = {}
        for card in self._course.plan:
            question = questions[card.question]
            counts.setdefault(question.kind, []).append(words_in(question.prompt(0)))
        return {kind: mean(each) for kind, each in counts.items()}

    @cached_property
    def _met_before(self) -> frozenset[str]:
        """The sections of which something was answered before this sitting's first introduction."""
        return self._learner.sections_met()

    def _expected_seconds(self, turn: Turn) -> float:
        kind, words = turn.question.kind, words_in(turn.prompt)
        return self._learner.seconds(kind, words - self._usual_words.get(kind, words))

    @property
    def begun(self) -> Begun:
        """Its first line in the log."""
        return self._course.begun

    @property
    def answered(self) -> int:
        """Different cards answered so far."""
        return len(self._course.asked)

    @property
    def left(self) -> int:
        """Cards still to ask, those that come again included."""
        return self._course.left

    @property
    def can_undo(self) -> bool:
        return self._learner.journal.last_undoable(self._learner.bank.id) is not None

    def turn(self, now: Moment) -> Turn | None:
        """The card to ask now; None at the end."""
        following = self._course.next(now)
        turn = self._asked(*following, now) if following else None
        if turn is None and self._is_in_log and not self._is_ended:
            with self._learner.journal.writing():
                end = Ended(**self._learner.stamp(now), sitting=self._course.begun.id)
                self._learner.journal.append(end)
            self._is_ended = True
        self._turn, self._answered = turn, None
        return turn

    def go_on(self, learner: Learner, course: Course, now: Moment) -> Turn | None:
        """With what the learner knows of an edited bank. Gives the card of `turn`, or None where it is gone.

        An answer to it that was just recorded can still be regraded."""
        self._learner, self._course = learner, course
        self.__dict__.pop("_usual_words", None)  # They were measured on the texts of before.
        last, answered = self._turn, self._answered
        card = learner.present(last.card) if last else None
        self._turn = self._asked(card, last.is_again, now) if card and last else None
        self._answered = answered.renamed(card) if card and answered else None
        return self._turn

    def summary(self, now: Moment) -> Summary:
        """What the sitting came to."""
        return summary(self._learner, self._course, knew=self._knew, now=now)

    def answer(
        self,
        response: Response | None,
        *,
        now: Moment,
        thinking_ms: int,
        hints: int = 0,
        guessed: bool = False,
        grade: Grade | None = None,
    ) -> Answered | Unclear:
        """Marks, grades and records an answer to the card of `turn`; None gives up.

        `grade` where the learner judges their own answer."""
        turn = self._asking
        mark = turn.question.mark(response)
        if isinstance(mark, Unclear):
            return mark
        if mark.is_self_graded and grade is not None:
            mark = replace(mark, fraction=float(grade is not Grade.AGAIN))
        given = Given(response=response, thinking_ms=thinking_ms, hints=hints, guessed=guessed, grade=grade)
        expected_seconds = self._expected_seconds(turn)
        with self._learner.journal.writing():
            before = self._learner.state(turn.card)
            day = self._learner.day(now)
            proposed = proposal(
                turn,
                mark,
                given,
                recall=self._learner.recall(before, day),
                seen_today=turn.is_again or was_asked(before, day),
                expected_seconds=expected_seconds,
            )
            review = self._review(turn, mark, given, proposed, before, now)
            self._learner.journal.append(*self._beginning(), review)
        self._course = self._course.after(review)
        return self._told(turn, mark, proposed, review)

    def regrade(self, how: Override, now: Moment) -> Answered:
        """Puts the learner's grade in the place of the one just recorded."""
        assert self._answered, "answer() comes before regrade()"
        learner, last = self._learner, self._answered
        card, grade = last.turn.card, how if isinstance(how, Grade) else _MEANT[how]
        with learner.journal.writing():
            undo = Undo(**learner.stamp(now), undoes=last.review.id)
            before = as_met_by(learner.replayed(card, undo), last.review.revision)
            after = self._kept(last.turn, grade, before, learner.day(now))
            review = replace(
                last.review, **learner.stamp(now), grade=grade, guessed=how == "guess",
                recall=learner.recall(before, learner.day(now)),
                before=before.memory, after=after.memory, due_day=after.due_day,
            )  # fmt: skip
            learner.journal.append(undo, review)
        self._course = self._course.without(last.review).after(review)
        return self._told(last.turn, last.mark, last.proposal, review)

    def undo(self, now: Moment) -> bool:
        """Takes back the latest answer or action, of whatever sitting; `turn` then gives its card.

        False where none is left."""
        learner = self._learner
        with learner.journal.writing():
            last = learner.journal.last_undoable(learner.bank.id)
            if last is None:
                return False
            card = learner.named(last.card)
            learner.journal.append(*self._beginning(), Undo(**learner.stamp(now), undoes=last.id))
            learner.keep(card, learner.replayed(card))
        if card in learner.cards:
            self._course = self._course.without(replace(last, card=card))
        self._is_in_log, self._is_ended = True, False
        return True

    def act(self, action: Action, now: Moment) -> None:
        """Suspends, buries or flags the card of `turn`."""
        learner, card = self._learner, self._asking.card
        with learner.journal.writing():
            event = CardAction(**learner.stamp(now), card=card, action=action, sitting=self._course.begun.id)
            learner.journal.append(*self._beginning(), event)
            learner.keep(card, step(learner.stored(card), event, learner.parameters))
        self._is_in_log = True
        self._course = self._course.after(event)

    @property
    def _asking(self) -> Turn:
        assert self._turn, "turn() comes first, and gives a card"
        return self._turn

    def _beginning(self) -> tuple[Begun, ...]:
        """The first line of the sitting, unless it is written; a sitting without an answer leaves none."""
        return () if self._is_in_log else (self._course.begun,)

    def _review(
        self, turn: Turn, mark: Mark, given: Given, proposed: Proposal, before: CardState, now: Moment
    ) -> Review:
        """What is recorded of an answer; the state that it leads to is kept."""
        learner, question = self._learner, turn.question
        after = self._kept(turn, proposed.grade, before, learner.day(now))
        return Review(
            **learner.stamp(now),
            card=turn.card,
            revision=question.revision,
            key_hash=question.key_hash,
            kind=question.kind,
            sitting=self._course.begun.id,
            mode=self._course.mode(turn.card),
            response=given.response,
            fraction=mark.fraction,
            chance=mark.chance,
            thinking_ms=given.thinking_ms,
            hints=given.hints,
            guessed=given.guessed,
            proposed=proposed.grade,
            grade=proposed.grade,
            reason=proposed.reason,
            recall=learner.recall(before, learner.day(now)),
            before=before.memory,
            after=after.memory,
            due_day=after.due_day,
            parameters=learner.parameters.id,
        )

    def _kept(self, turn: Turn, grade: Grade, before: CardState, day: int) -> CardState:
        """The state after the grade, which stands in the journal then; practice changes nothing."""
        learner, card = self._learner, turn.card
        counts = self._course.mode(card) is not Mode.PRACTICE
        after = (
            graded(before, card, grade, day, turn.question.revision, learner.parameters) if counts else before
        )
        if counts:
            learner.keep(card, after)
        return after

    def _told(self, turn: Turn, mark: Mark, proposed: Proposal, review: Review) -> Answered:
        self._is_in_log = True
        self._answered = Answered(
            turn=turn,
            response=review.response,
            mark=mark,
            proposal=proposed,
            review=review,
            outlook=outlook(
                max(0, (review.due_day or review.study_day) - review.study_day),
                is_coming_again=turn.card in self._course.coming_again,
                counts=review.mode is not Mode.PRACTICE,
            ),
            overrules=tuple(overrules(turn, mark, review)),
        )
        return self._answered

    def _asked(self, card: Card, is_again: bool, now: Moment) -> Turn:
        learner, day = self._learner, self._learner.day(now)
        question = learner.bank.questions[card.question].seen_from(card.side)
        state = learner.state(card)
        times = sum(review.card == card for review in self._course.reviews)
        return Turn(
            card=card,
            question=question,
            prompt=question.prompt(_seed(card, state.reps, times)),
            number=self.answered + (times == 0),
            total=self._course.total,
            coming_again=len(self._course.coming_again - {card}),
            section=learner.bank.section_title(question),
            is_again=is_again,
            state=state,
            choices=tuple(
                GradeChoice(grade=grade, days=days)
                for grade, days in choices(state, card, day, question.revision, learner.parameters)
            ),
            why_now=why_now(state, day, learner.recall(state, day), is_again=is_again),
            introduction=None if state.memory else self._introduction(question),
        )

    def _introduction(self, question: Question) -> Section | None:
        """Of a section that has one, and of which nothing was ever answered."""
        bank = self._learner.bank
        section = bank.introduction(question)
        asked = {bank.section_of(card.question) for card in self._course.asked}
        is_news = section and section.id not in self._met_before | asked
        return section if is_news else None


def _seed(card: Card, *counts: int) -> int:
    """The same for the same asking, so that a resumed sitting shows the options in the same order."""
    return int.from_bytes(sha256(f"{card} {counts}".encode()).digest()[:8])
