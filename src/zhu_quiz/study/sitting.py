"""A running review or practice: asks, marks, grades, records.

What it knows stands in the log, so that it can be resumed."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from statistics import mean
from typing import Literal

from ..memory.schedule import choices, graded, step
from ..model.event import Action, Begun, CardAction, Ended, Event, Review, Undo
from ..model.mark import Mark, Response, Unclear
from ..model.memory import Card, CardState, Grade, Proposal
from ..model.moment import Moment
from .course import Course
from .grading import proposal
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

    def __init__(self, learner: Learner, begun: Begun, *, log: Iterable[Event] | None = None) -> None:
        """`log` holds the events of the day where an earlier sitting is resumed."""
        self._learner = learner
        self._course = Course.resumed(begun, log or ())
        self._is_in_log = log is not None
        self._is_ended = False
        self._turn: Turn | None = None
        self._answered: Answered | None = None
        self._knew = learner.known(begun.study_day)

    @cached_property
    def _usual_words(self) -> dict[str, float]:
        """How long the questions of each kind in this sitting are on average."""
        questions = self._learner.bank.questions
        counts: dict[str, list[int]] = {}
        for card in self._course.plan:
            question = questions[card.question]
            counts.setdefault(question.kind, []).append(words_in(question.prompt(0)))
        return {kind: mean(each) for kind, each in counts.items()}

    def _expected_seconds(self, turn: Turn) -> float:
        kind, words = turn.question.kind, words_in(turn.prompt)
        return self._learner.seconds(kind, words - self._usual_words.get(kind, words))

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
        following = self._course.next()
        self._answered = None
        self._turn = self._asked(*following, now) if following else None
        if following is None and self._is_in_log and not self._is_ended:
            self._learner.journal.append(Ended(**self._learner.stamp(now), sitting=self._course.begun.id))
            self._is_ended = True
        return self._turn

    def summary(self, now: Moment) -> Summary:
        """What the sitting came to."""
        return summary(self._learner, self._course, knew=self._knew and self._knew[0], now=now)

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
        proposed = proposal(
            turn,
            mark,
            recall=self._learner.recall(turn.state, self._learner.day(now)),
            expected_seconds=self._expected_seconds(turn),
            response=response,
            thinking_ms=thinking_ms,
            hints=hints,
            guessed=guessed,
            grade=grade,
        )
        review = Review(
            **self._learner.stamp(now),
            card=turn.card,
            revision=turn.question.revision,
            key_hash=turn.question.key_hash,
            kind=turn.question.kind,
            sitting=self._course.begun.id,
            mode=self._course.begun.mode,
            response=response,
            fraction=mark.fraction,
            chance=mark.chance,
            thinking_ms=thinking_ms,
            hints=hints,
            guessed=guessed,
            proposed=proposed.grade,
            grade=proposed.grade,
            reason=proposed.reason,
            recall=None,
            before=turn.state.memory,
            after=turn.state.memory,
            due_day=turn.state.due_day,
            parameters=self._learner.parameters.id,
        )
        return self._recorded(turn, mark, proposed, review)

    def regrade(self, how: Override, now: Moment) -> Answered:
        """Puts the learner's grade in the place of the one just recorded."""
        assert self._answered, "answer() comes before regrade()"
        last = self._answered
        review = replace(
            last.review,
            **self._learner.stamp(now),
            grade=how if isinstance(how, Grade) else _MEANT[how],
            guessed=last.review.guessed or how == "guess",
        )
        return self._recorded(last.turn, last.mark, last.proposal, review, instead_of=last.review)

    def undo(self, now: Moment) -> bool:
        """Takes back the latest answer or action, of whatever sitting; `turn` then gives its card.

        False where none is left."""
        last = self._learner.journal.last_undoable(self._learner.bank.id)
        if last is None:
            return False
        undo = Undo(**self._learner.stamp(now), undoes=last.id)
        with self._learner.journal.writing():
            self._learner.journal.append(*self._beginning(), undo)
            self._learner.keep(last.card, self._learner.replayed(last.card))
        self._course = replace(self._course.after(undo), recalled=last.card)
        self._is_in_log, self._is_ended = True, False
        return True

    def act(self, action: Action, now: Moment) -> None:
        """Suspends, buries or flags the card of `turn`."""
        card = self._asking.card
        event = CardAction(
            **self._learner.stamp(now), card=card, action=action, sitting=self._course.begun.id
        )
        with self._learner.journal.writing():
            self._learner.journal.append(*self._beginning(), event)
            self._learner.keep(card, step(self._learner.state(card), event, self._learner.parameters))
        self._is_in_log = True
        self._course = self._course.after(event)

    @property
    def _asking(self) -> Turn:
        assert self._turn, "turn() comes first, and gives a card"
        return self._turn

    def _beginning(self) -> tuple[Begun, ...]:
        """The first line of the sitting, unless it is written; a sitting without an answer leaves none."""
        return () if self._is_in_log else (self._course.begun,)

    def _recorded(
        self, turn: Turn, mark: Mark, proposed: Proposal, review: Review, instead_of: Review | None = None
    ) -> Answered:
        learner = self._learner
        undo = (
            [Undo(**learner.stamp(Moment(review.at_ms, review.offset_minutes)), undoes=instead_of.id)]
            if instead_of
            else []
        )
        with learner.journal.writing():
            before = learner.replayed(turn.card, *undo) if undo else learner.state(turn.card)
            after = self._graded(before, review)
            review = replace(
                review, before=before.memory, after=after.memory, due_day=after.due_day,
                recall=learner.recall(before, review.study_day),
            )  # fmt: skip
            learner.journal.append(*self._beginning(), *undo, review)
            learner.keep(turn.card, after)
        self._is_in_log = True
        for event in (*undo, review):
            self._course = self._course.after(event)
        self._answered = Answered(
            turn=turn,
            response=review.response,
            mark=mark,
            proposal=proposed,
            review=review,
            outlook=outlook(
                max(0, (after.due_day or review.study_day) - review.study_day),
                is_coming_again=turn.card in self._course.coming_again,
                counts=self._course.counts,
            ),
        )
        return self._answered

    def _graded(self, before: CardState, review: Review) -> CardState:
        if not self._course.counts:
            return before
        return graded(
            before, review.card, review.grade, review.study_day, review.revision, self._learner.parameters
        )

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
        )


def _seed(card: Card, *counts: int) -> int:
    """The same for the same asking, so that a resumed sitting shows the options in the same order."""
    return int.from_bytes(sha256(f"{card} {counts}".encode()).digest()[:8])
