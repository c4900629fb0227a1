"""One learner's memory of one bank, as the log tells it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from json import dumps
from typing import Any

from ..bank import Bank
from ..memory.days import study_day
from ..memory.fsrs import recall
from ..memory.knowledge import knowledge
from ..memory.pace import expected_seconds
from ..memory.parameters import Parameters
from ..memory.schedule import as_met_by, replay
from ..model.event import Event, Undo
from ..model.memory import NEW, Card, CardState
from ..model.moment import Moment
from ..progress import Journal

RULES = 2
"""Raise it when the rules that turn the log into states change; stored states are then replayed."""


class Learner:
    """States of the bank's cards, and the stamp of each new line of the log."""

    def __init__(self, bank: Bank, journal: Journal) -> None:
        self.bank = bank
        self.journal = journal
        self.parameters = Parameters(desired_retention=journal.setting("desired_retention", 0.9))
        self._cutoff_hour = journal.setting("cutoff_hour", 4)
        rules = dumps([RULES, self.parameters.id, bank.renamed], sort_keys=True)
        self._version = sha256(rules.encode()).hexdigest()[:16]
        self._replay_after_change_of_rules()

    def day(self, now: Moment) -> int:
        """The study day of a moment."""
        return study_day(now, self._cutoff_hour)

    def stamp(self, now: Moment) -> dict[str, Any]:
        """What every line of the log written now begins with.

        Drawn inside `writing()`, the ids of several programs are in the order in which these wrote."""
        return {
            "id": self.journal.new_id(now.at_ms),
            "bank": self.bank.id,
            "at_ms": now.at_ms,
            "offset_minutes": now.offset_minutes,
            "study_day": self.day(now),
        }

    @cached_property
    def cards(self) -> frozenset[Card]:
        """Those that can be asked."""
        return frozenset(self.bank.cards)

    def named(self, card: Card) -> Card:
        """A card of the log by the name that its question has now."""
        return Card(self.bank.renamed.get(card.question, card.question), card.side)

    def present(self, card: Card) -> Card | None:
        """The same, but None where the bank has nothing of it to ask."""
        named = self.named(card)
        return named if named in self.cards else None

    def states(self) -> dict[Card, CardState]:
        """The states of all cards that can be asked."""
        stored = self.journal.states(self.bank.id)
        return {card: self.met(card, stored.get(card, NEW)) for card in self.bank.cards}

    def sections_met(self) -> frozenset[str]:
        """The ids of those of which something was ever answered."""
        met = (card for card, state in self.states().items() if state.memory)
        return frozenset(self.bank.section_of(card.question) for card in met)

    def met(self, card: Card, state: CardState) -> CardState:
        """A state of the log as the question finds it now."""
        return as_met_by(state, self.bank.revision(card.question))

    def stored(self, card: Card) -> CardState:
        """What the log says of it."""
        return self.journal.state(self.bank.id, card) or NEW

    def state(self, card: Card) -> CardState:
        return self.met(card, self.stored(card))

    def recall(self, state: CardState, day: int) -> float | None:
        """The chance of knowing it on that day; None for a new card."""
        return recall(state.memory, day, self.parameters) if state.memory else None

    def known(self, states: Mapping[Card, CardState], day: int) -> tuple[float, float] | None:
        """Share of the bank that would be recalled that day, and half the width of its 95 % band.

        None where all is new."""
        if not any(state.memory for state in states.values()):
            return None
        return knowledge(states, self.bank.cards, day, self.parameters)

    def seconds(self, kind: str, extra_words: float = 0) -> float:
        """How long a right answer to such a question takes this learner."""
        return expected_seconds(kind, self.journal.thinking_ms(kind), extra_words)

    def keep(self, card: Card, state: CardState) -> None:
        """Inside `writing()`."""
        # Another program has rebuilt the states by other rules or names since: theirs and ours do not mix.
        if self.journal.state_version(self.bank.id) != self._version:
            self.journal.distrust(self.bank.id)
        self.journal.keep(self.bank.id, {card: state})

    def replayed(self, card: Card, *undos: Undo) -> CardState:
        """The card's state by its history alone, as if `undos` stood in the log already."""
        earlier = [old for old, new in self.bank.renamed.items() if new == card.question]
        names = [card, *(Card(old, card.side) for old in earlier)]
        history: Iterable[Event] = (*self.journal.events(self.bank.id, cards=names), *undos)
        return self._replay(history).get(card, NEW)

    def _replay(self, events: Iterable[Event]) -> dict[Card, CardState]:
        return replay(events, self.parameters, self.bank.renamed)

    def _replay_after_change_of_rules(self) -> None:
        if self.journal.state_version(self.bank.id) == self._version:
            return
        with self.journal.writing():
            self.journal.rebuild(self.bank.id, self._replay(self.journal.events(self.bank.id)), self._version)
