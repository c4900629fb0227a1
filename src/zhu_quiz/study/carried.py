"""What a learner's log says of every card of a bank, to be carried elsewhere."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..anki.history.carrying import Progress
from ..bank import Bank
from ..memory.schedule import replay
from ..model.event import Action, CardAction, Event, Mode, Review, Undo
from ..model.history import CardHistory
from ..model.memory import NEW, Card, CardState
from ..model.moment import Moment
from ..progress import Journal
from .learner import Learner


def progress(bank: Bank, journal: Journal, now: Moment) -> Progress:
    """All of it, as of now."""
    learner = Learner(bank, journal)
    # Read once: another program may write between two readings.
    events = tuple(journal.events(bank.id))
    happened = _by_card(events, learner)
    return Progress(
        bank=bank,
        histories=_histories(happened, replay(events, learner.parameters, bank.renamed), learner),
        answers=sum(isinstance(event, Review) for each in happened.values() for event in each),
        parameters=learner.parameters,
        now_ms=now.at_ms,
        today=learner.day(now),
    )


def _histories(
    happened: Mapping[Card, Sequence[Review | CardAction]], states: Mapping[Card, CardState], learner: Learner
) -> dict[Card, CardHistory]:
    bank = learner.bank
    return {
        card: _history(events, learner.met(card, states.get(card, NEW)), bank.revision(card.question))
        for card, events in happened.items()
        if card.question in bank.contents
    }


def _by_card(events: tuple[Event, ...], learner: Learner) -> dict[Card, list[Review | CardAction]]:
    undone = {event.undoes for event in events if isinstance(event, Undo)}
    found: dict[Card, list[Review | CardAction]] = defaultdict(list)
    for event in events:
        if isinstance(event, Review | CardAction) and event.id not in undone:
            found[learner.named(event.card)].append(event)
    return found


def _history(happened: Sequence[Review | CardAction], state: CardState, revision: int) -> CardHistory:
    """Answers before the latest revision were given to what is another question by now."""
    reviews = [event for event in happened if isinstance(event, Review)]
    counted = [review for review in reviews if review.mode is not Mode.PRACTICE]
    latest = max([revision, *(review.revision for review in counted)])
    first = next((review.id for review in counted if review.revision == latest), None)
    kept = tuple(
        review
        for review in reviews
        if (review.mode is Mode.PRACTICE and review.revision >= latest) or (first and review.id >= first)
    )
    actions = (event for event in happened if isinstance(event, CardAction))
    resets = tuple(each for each in actions if each.action is Action.RESET and kept and each.id > kept[0].id)
    return CardHistory(state=state, reviews=kept, resets=resets)
