"""One learner, one bank: what there is to do, and the sittings in which it is done."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from math import ceil

from ..bank import Bank
from ..memory import queue
from ..memory.pace import FEEDBACK_SECONDS
from ..memory.pace import minutes as expected_minutes
from ..model.event import Begun, Mode, Review, Undo
from ..model.memory import Card, CardState
from ..model.moment import Moment
from ..progress import Journal
from .course import Course
from .learner import Learner
from .sitting import Sitting
from .values import Today, Turn

NEW_A_DAY = 10

States = Mapping[Card, CardState]


class Study:
    """Opens sittings; each goes on where the log says that the last one stopped."""

    def __init__(self, bank: Bank, journal: Journal) -> None:
        self.bank = bank
        self._learner = Learner(bank, journal)
        self._journal = journal

    def today(self, now: Moment) -> Today:
        """What there is to do."""
        learner, day = self._learner, self._learner.day(now)
        states = learner.states()
        plan = self._plan(now, states)
        new = sum(states[card].memory is None for card in plan)
        unfinished = self._unfinished(day, states)
        next_day, next_count = queue.due_forecast(states, self.bank.cards, day)
        known = learner.known(states, day)
        return Today(
            due=len(plan) - new,
            new=new,
            minutes=ceil(expected_minutes(map(self._seconds(), plan))),
            answered=len(unfinished.asked) if unfinished else 0,
            left=unfinished.left if unfinished else 0,
            unseen=sum(state.memory is None for state in states.values()),
            more_new=len(queue.unmet(states, self.bank.cards, day)),
            ahead=len(queue.ahead(states, self.bank.cards, day, learner.parameters)),
            next_day=next_day,
            next_count=next_count,
            today=day,
            known=known[0] if known else None,
            known_margin=known[1] if known else 0,
        )

    def sit(self, now: Moment, *, limit: int | None = None, minutes: float | None = None) -> Sitting:
        """Goes on with what was left unfinished today, or begins with what is due and some new cards.

        A limit begins afresh, and so does a new study day: what was left is due then, and in the new plan."""
        states = self._learner.states()
        if limit is None and minutes is None:
            unfinished = self._unfinished(self._learner.day(now), states)
            if unfinished:
                return Sitting(self._learner, unfinished, is_in_log=True)
        return self._begin(now, self._plan(now, states, limit=limit, minutes=minutes), states)

    def sit_ahead(self, now: Moment, limit: int = 10) -> Sitting:
        """Begins with the weakest of the cards that are not due yet; it counts."""
        learner, states = self._learner, self._learner.states()
        ahead = queue.ahead(states, self.bank.cards, learner.day(now), learner.parameters)
        return self._begin(now, ahead[:limit], states)

    def sit_new(self, now: Moment, limit: int = 5) -> Sitting:
        """Begins with new cards beyond today's quota; it counts."""
        states = self._learner.states()
        return self._begin(now, queue.unmet(states, self.bank.cards, self._learner.day(now))[:limit], states)

    def practise(self, cards: Sequence[Card], now: Moment) -> Sitting:
        """Asks these cards and leaves the schedule as it is."""
        present = tuple(filter(None, map(self._learner.present, cards)))
        return self._begin(now, present, self._learner.states(), Mode.PRACTICE)

    def undo(self, now: Moment) -> Sitting | None:
        """Takes back the latest answer or action, and asks its card again; None where there is none."""
        sitting = self.sit(now)
        return sitting if sitting.undo(now) else None

    def reread(self, bank: Bank, sitting: Sitting, now: Moment) -> Turn | None:
        """Goes on with an edited bank, as after a restart. Gives the card of the sitting that was asked, as the bank
        has it now; None where it is gone."""
        learner = Learner(bank, self._journal)
        course = self._resumed(learner, sitting.begun, learner.day(now), learner.states())
        self.bank, self._learner = bank, learner
        return sitting.go_on(learner, course, now)

    def _begin(
        self, now: Moment, plan: tuple[Card, ...], states: States, mode: Mode = Mode.REVIEW
    ) -> Sitting:
        learner = self._learner
        begun = Begun(**learner.stamp(now), mode=mode, plan=plan)
        known = learner.known(states, learner.day(now))
        return Sitting(learner, Course(begun=begun, planned=plan), knew=known and known[0])

    def _unfinished(self, day: int, states: States) -> Course | None:
        """Without the cards that something else has taken care of since."""
        begun = self._journal.unfinished(self.bank.id, day)
        course = self._resumed(self._learner, begun, day, states) if begun else None
        return course if course and course.left else None

    def _resumed(self, learner: Learner, begun: Begun, day: int, states: States) -> Course:
        events = self._journal.events(self.bank.id, since_day=min(day, begun.study_day))
        course = Course.resumed(begun, events, learner.present)
        # Practice asks what was asked today.
        done = (card for card in course.planned if course.counts and not _is_to_ask(states[card], day))
        return course.leaving_out(done)

    def _plan(
        self,
        now: Moment,
        states: States,
        *,
        limit: int | None = None,
        minutes: float | None = None,
    ) -> tuple[Card, ...]:
        day, seconds = self._learner.day(now), self._seconds()
        return queue.plan(
            states,
            self.bank.cards,
            day,
            new_quota=self._new_left(day),
            seed=int.from_bytes(sha256(f"{self.bank.id} {day}".encode()).digest()[:8]),
            parameters=self._learner.parameters,
            limit=limit,
            minutes=minutes,
            seconds_of=lambda card: seconds(card) + FEEDBACK_SECONDS,
        )

    def _seconds(self) -> Callable[[Card], float]:
        """How long each card takes this learner."""
        contents = self.bank.contents
        pace = cache(self._learner.seconds)
        return lambda card: pace(contents[card.question].kind)

    def _new_left(self, day: int) -> int:
        """How many new cards today's quota still allows."""
        events = tuple(self._journal.events(self.bank.id, since_day=day))
        undone = {event.undoes for event in events if isinstance(event, Undo)}
        met = {
            event.card
            for event in events
            if isinstance(event, Review)
            and event.id not in undone
            and event.mode is Mode.REVIEW
            and event.before is None
        }
        quota: int = self._journal.setting("new_a_day", NEW_A_DAY)
        return max(0, quota - len(met))


def _is_to_ask(state: CardState, day: int) -> bool:
    """A planned card that was asked elsewhere since is done, unless it was missed there."""
    return queue.is_askable(state, day) and (not queue.was_asked(state, day) or queue.is_due(state, day))
