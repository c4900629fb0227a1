"""From a learner's Anki into our log: what was answered there, and what was suspended or flagged."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ...bank import Bank
from ...memory.parameters import Parameters
from ...model.event import Action, CardAction, Event, Review
from ...model.memory import Card
from ...model.moment import Moment
from ...model.problem import QuizError
from ...progress import Journal
from .. import remembered
from ..reading import opened
from .answers import Answers, Place
from .found import Found
from .known import Known
from .switches import Switches

_DAY_MS = 86_400_000


@dataclass(frozen=True, kw_only=True)
class Pulled:
    """What a file holds of a bank that the log does not know yet."""

    events: tuple[Review | CardAction, ...]
    known: int
    """Answers that the log knows already."""
    by_hand: int
    """Changes of a due day, by the learner or by Anki's settings: they tell nothing of the memory."""
    truncated: tuple[str, ...]
    """Questions of which new answers came, and whose history begins in the middle."""
    to_come: int
    """Answers dated later than tomorrow."""
    added: int
    """Cards that the learner added to our notes."""
    passed_over: int
    """Cards that are suspended, flagged or neither only here: the file is older than what was pulled last."""
    has_progress: bool
    """Whether anything was done there, as far as the file tells."""
    modified_ms: int
    """0 where it tells nothing."""

    @property
    def reviews(self) -> tuple[Review, ...]:
        return tuple(event for event in self.events if isinstance(event, Review))

    def cards(self, action: Action) -> int:
        """How many it happens to."""
        return len({
            event.card for event in self.events if isinstance(event, CardAction) and event.action is action
        })  # fmt: skip

    def keep(self, journal: Journal, bank: Bank) -> None:
        """Adds it to the log, all or nothing."""
        with journal.writing():
            journal.merge(self.events)
            newest = remembered.pulled(bank.id)
            journal.set_setting(newest, max(self.modified_ms, journal.setting(newest, 0)))


def pull(path: Path, bank: Bank, journal: Journal, moment: Callable[[int], Moment], now_ms: int) -> Pulled:
    """Reads a package or a collection. `moment`: where the learner's clock stood at a millisecond.

    Raises `QuizError` where it cannot be read or holds nothing of the bank."""
    place = place_of(bank, journal, moment)
    imported = journal.setting(remembered.imported(bank.id), {})
    with opened(path) as package:
        found = Found(package, bank, imported, latest_ms=now_ms + _DAY_MS)
        modified_ms = max(1, min(package.modified_ms, now_ms)) if found.has_progress else 0
    if not found.notes:
        raise QuizError(_nothing_of(bank, path, found.others))
    log = log_of(bank, journal)
    known = Known(log)
    histories = [
        (Answers(card, bank.questions[card.card.question], place, known.is_ours), rows)
        for card, rows in found.rows.items()
    ]
    answers = [event for history, rows in histories for event in history.events(rows)]
    fresh = known.unknown(answers)
    names = {event.card.question for event in fresh}
    switches = Switches(log)
    turned = [each for card in found.cards.values() for each in switches.turned(*card, place, modified_ms)]
    is_older = modified_ms < max(1, journal.setting(remembered.pulled(bank.id), 0))
    fresh += [] if is_older else turned
    return Pulled(
        events=tuple(fresh),
        known=_count(answers) - _count(fresh),
        by_hand=sum(history.by_hand for history, _ in histories),
        truncated=tuple(sorted({
            history.asked.card.question
            for history, _ in histories
            if history.is_truncated and history.asked.card.question in names
        })),
        to_come=found.to_come,
        added=found.added,
        passed_over=len({event.card for event in turned}) if is_older else 0,
        has_progress=found.has_progress,
        modified_ms=modified_ms,
    )  # fmt: skip


def place_of(bank: Bank, journal: Journal, moment: Callable[[int], Moment]) -> Place:
    return Place(
        bank=bank.id,
        moment=moment,
        cutoff_hour=journal.setting("cutoff_hour", 4),
        parameters=Parameters(desired_retention=journal.setting("desired_retention", 0.9)),
    )


def log_of(bank: Bank, journal: Journal) -> list[Event]:
    """Its cards by the names that the questions have now."""
    return [
        replace(event, card=Card(bank.renamed[event.card.question], event.card.side))
        if isinstance(event, Review | CardAction) and event.card.question in bank.renamed
        else event
        for event in journal.events(bank.id)
    ]


def _count(events: list[Review | CardAction]) -> int:
    return sum(isinstance(event, Review) for event in events)


def _nothing_of(bank: Bank, path: Path, others: int) -> str:
    notes = f"{others} notes, but none" if others else "no notes, so none"
    return (
        f"{path} holds {notes} of the bank {bank.id}. In Anki choose File → Export, the deck “{bank.title}” "
        "or the whole collection, and tick “Include scheduling information”."
    )
