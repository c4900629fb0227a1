"""How far a sitting has come: a pure function of its plan and of what happened in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..memory.queue import next_card, to_ask_again
from ..model.event import Action, Begun, CardAction, Event, Mode, Review, Undo
from ..model.memory import Card, Grade
from ..model.moment import Moment

OUT_OF_THE_WAY = (Action.SUSPEND, Action.BURY)


def was_right(review: Review) -> bool:
    """A learner's own verdict outweighs the program's."""
    if review.grade is not review.proposed:
        return review.grade is not Grade.AGAIN
    return review.fraction >= 1


def is_missed(review: Review) -> bool:
    """Whether the card is to be asked once more."""
    # Practice leaves no memory behind, so that what is easily guessed would look like a guess for ever.
    is_doubtful = review.grade is Grade.AGAIN and review.mode is not Mode.PRACTICE
    return is_doubtful or not was_right(review)


@dataclass(frozen=True, kw_only=True)
class Course:
    begun: Begun
    planned: tuple[Card, ...]
    """By the names that the questions have now."""
    reviews: tuple[Review, ...] = ()
    """Of this sitting, in order, undone ones left out."""
    removed: tuple[CardAction, ...] = ()
    """Suspended or buried cards."""
    recalled: tuple[Review | CardAction, ...] = ()
    """Taken back and not answered since; their cards are asked first, the last one before all."""

    @classmethod
    def resumed(
        cls, begun: Begun, events: Iterable[Event], present: Callable[[Card], Card | None]
    ) -> "Course":
        """From the log of the day. `present` gives a card as the bank names it now, or None where it is gone."""
        course = cls(begun=begun, planned=tuple(filter(None, map(present, begun.plan))))
        earlier: dict[str, Review | CardAction] = {}
        for event in events:
            match event:
                case Review() | CardAction() if card := present(event.card):
                    earlier[event.id] = replace(event, card=card)
                    course = course.after(earlier[event.id])
                case Undo() if undone := earlier.get(event.undoes):
                    course = course.without(undone)
        # What was practised elsewhere and taken back has no place here.
        practice = [
            each for each in course.recalled if isinstance(each, Review) and each.mode is Mode.PRACTICE
        ]
        return replace(course, recalled=tuple(each for each in course.recalled if each not in practice))

    def after(self, event: Review | CardAction) -> "Course":
        """Also after what happened to its cards outside this sitting."""
        recalled = tuple(each for each in self.recalled if each.card != event.card)
        if isinstance(event, Review):
            mine = (event,) if event.sitting == self.begun.id else ()
            return replace(self, reviews=(*self.reviews, *mine), recalled=recalled)
        if event.action in OUT_OF_THE_WAY:
            return replace(self, removed=(*self.removed, event), recalled=recalled)
        if event.action is Action.RESTORE:
            removed = tuple(each for each in self.removed if each.card != event.card)
            return replace(self, removed=removed)
        return self

    def without(self, undone: Review | CardAction) -> "Course":
        """After an undo: the card is asked now, unless another answer of this sitting still stands."""
        course = replace(
            self,
            reviews=tuple(each for each in self.reviews if each.id != undone.id),
            removed=tuple(each for each in self.removed if each.id != undone.id),
        )
        if isinstance(undone, CardAction) and undone.card in self.asked:
            return course
        return replace(course, recalled=(undone, *self.recalled))

    def leaving_out(self, cards: Iterable[Card]) -> "Course":
        gone = {*cards} - self.asked
        return replace(self, planned=tuple(card for card in self.planned if card not in gone))

    @property
    def counts(self) -> bool:
        """False for practice, which leaves the schedule as it is."""
        return self.begun.mode is not Mode.PRACTICE

    def mode(self, card: Card) -> Mode:
        """Why it is asked: what was taken back, or missed, is asked again as it was before."""
        for event in (*self.recalled, *reversed(self.reviews)):
            if isinstance(event, Review) and event.card == card:
                return event.mode
        return self.begun.mode

    @property
    def asked(self) -> frozenset[Card]:
        return frozenset(review.card for review in self.reviews)

    @property
    def plan(self) -> tuple[Card, ...]:
        gone = {action.card for action in self.removed}
        return tuple(card for card in self.planned if card not in gone)

    @property
    def coming_again(self) -> frozenset[Card]:
        """Missed cards that are asked once more."""
        return frozenset(to_ask_again(self._answers))

    @property
    def total(self) -> int:
        """Different cards that this sitting comes to ask."""
        return len({*self.plan, *self.asked, *self._recalled_cards})

    @property
    def left(self) -> int:
        return len({*self.plan} - self.asked | self.coming_again | self._recalled_cards)

    def next(self, now: Moment) -> tuple[Card, bool] | None:
        """The card to ask now and whether it was missed before; None at the end."""
        if self.recalled:
            card = self.recalled[0].card
            return card, card in self.asked
        waited = [(now.at_ms - review.at_ms) / 1000 for review in self._standing]
        return next_card(self.plan, self._answers, waited)

    @property
    def _recalled_cards(self) -> frozenset[Card]:
        return frozenset(event.card for event in self.recalled)

    @property
    def _standing(self) -> list[Review]:
        """Answers to cards that were not put out of the way since."""
        gone = {action.card for action in self.removed}
        return [review for review in self.reviews if review.card not in gone]

    @property
    def _answers(self) -> list[tuple[Card, bool]]:
        return [(review.card, is_missed(review)) for review in self._standing]
