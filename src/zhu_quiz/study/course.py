"""How far a sitting has come: a pure function of its plan and of what happened in it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..memory.queue import next_card, to_ask_again
from ..model.event import Action, Begun, CardAction, Event, Mode, Review, Undo
from ..model.memory import Card, Grade

OUT_OF_THE_WAY = (Action.SUSPEND, Action.BURY)


def is_missed(review: Review) -> bool:
    """Whether the card is to be asked once more. A learner's own verdict outweighs the program's."""
    was_overridden = review.grade is not review.proposed
    return review.grade is Grade.AGAIN or (review.fraction < 1 and not was_overridden)


@dataclass(frozen=True, kw_only=True)
class Course:
    begun: Begun
    reviews: tuple[Review, ...] = ()
    """Of this sitting, in order, undone ones left out."""
    removed: tuple[CardAction, ...] = ()
    """Cards that were suspended or buried on the way."""
    recalled: Card | None = None
    """A card whose answer was just taken back; it is asked first."""

    @classmethod
    def resumed(cls, begun: Begun, events: Iterable[Event]) -> "Course":
        """From the log of the day."""
        course = cls(begun=begun)
        for event in events:
            course = course.after(event)
        return replace(course, recalled=None)

    def after(self, event: Event) -> "Course":
        match event:
            case Review(sitting=self.begun.id):
                return replace(self, reviews=(*self.reviews, event), recalled=None)
            case CardAction(sitting=self.begun.id) if event.action in OUT_OF_THE_WAY:
                return replace(self, removed=(*self.removed, event), recalled=None)
            case Undo():
                return replace(
                    self,
                    reviews=tuple(each for each in self.reviews if each.id != event.undoes),
                    removed=tuple(each for each in self.removed if each.id != event.undoes),
                )
            case _:
                return self

    @property
    def counts(self) -> bool:
        """False for practice, which leaves the schedule as it is."""
        return self.begun.mode is not Mode.PRACTICE

    @property
    def asked(self) -> frozenset[Card]:
        return frozenset(review.card for review in self.reviews)

    @property
    def plan(self) -> tuple[Card, ...]:
        gone = {action.card for action in self.removed}
        return tuple(card for card in self.begun.plan if card not in gone)

    @property
    def coming_again(self) -> frozenset[Card]:
        """Missed cards that are asked once more."""
        return frozenset(to_ask_again(self._answers))

    @property
    def total(self) -> int:
        """Different cards that this sitting comes to ask."""
        return len({*self.plan, *self.asked})

    @property
    def left(self) -> int:
        return len({*self.plan} - self.asked) + len(self.coming_again)

    def next(self) -> tuple[Card, bool] | None:
        """The card to ask now and whether it was missed before; None at the end."""
        if self.recalled:
            return self.recalled, self.recalled in self.asked
        return next_card(self.plan, self._answers)

    @property
    def _answers(self) -> list[tuple[Card, bool]]:
        gone = {action.card for action in self.removed}
        return [(review.card, is_missed(review)) for review in self.reviews if review.card not in gone]
