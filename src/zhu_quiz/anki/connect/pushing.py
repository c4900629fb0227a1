"""From our log into a running Anki: the notes, the answers, and how the cards stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ...bank import Bank
from ...model.clean import clean
from ...model.event import Action, CardAction, Event, Review
from ..history.answers import Answers, Place
from ..history.carrying import FIRST_DAY
from ..history.known import Known
from ..history.switches import Switches
from ..reading import CardType, Queue, ReviewRow
from .client import AnkiConnect, Refused, numbers, present, understood
from .pairs import Own, Pair, paired
from .plan import Plan, Write, planned
from .standing import standing
from .today import days_until_due

_IMPORT_SECONDS = 600.0
_ROWS_AT_ONCE = 500
"""They become one line of SQL."""
_MOST_MOVES = 20
"""Of a row whose number a row of another card has."""


def plan(anki: AnkiConnect, package: bytes, bank: Bank, log: Sequence[Event], place: Place) -> Plan:
    """What that Anki lacks of a package with progress. `log`: with its cards as they are named now.

    Raises `QuizError` where it cannot be asked."""
    anki.greet()
    pairing = paired(Own.of(package), standing(anki, bank.id), bank)
    return planned(pairing, _behind(pairing.pairs, bank, log, place), Switches(log))


def _behind(pairs: Sequence[Pair], bank: Bank, log: Sequence[Event], place: Place) -> Iterator[int]:
    """Ids of cards there with answers that the log does not know."""
    known, cards = Known(log), dict[Review | CardAction, int]()
    for pair in pairs:
        answers = Answers(pair.asked, bank.questions[pair.asked.card.question], place, known.is_ours)
        cards |= dict.fromkeys(answers.events(pair.reviews_there), pair.there.id)
    return (cards[event] for event in known.unknown(list(cards)))


@dataclass(frozen=True)
class Pushing:
    """Does what a plan says. `today`: the study day here."""

    anki: AnkiConnect
    today: int

    def push(self, plan: Plan, package: bytes) -> None:
        """The answers come last: where it breaks off, the next time finds them missing and sets the cards again."""
        if plan.imports:
            self._import(package)
        self._set(plan.writes)
        self._forget_memory(plan.recomputed)
        self._turn(plan)
        for start in range(0, len(plan.rows), _ROWS_AT_ONCE):
            self._insert(plan.rows[start : start + _ROWS_AT_ONCE])

    def _import(self, package: bytes) -> None:
        with TemporaryDirectory(prefix="zhu-quiz-") as folder:
            path = Path(folder).resolve() / "progress.apkg"
            path.write_bytes(package)
            try:
                self.anki.ask("importPackage", patience=_IMPORT_SECONDS, path=str(path))
            except Refused as error:  # as an Anki in a sandbox, which sees no file of ours
                raise Refused(
                    f"{error} Import a file of zhu-quiz export anki --with-progress instead, then push again."
                ) from error

    def _set(self, writes: Sequence[Write]) -> None:
        offset = self._offset(writes) if any(write.row.type == CardType.REVIEW for write in writes) else 0
        self._set_values((write.row.id, _values(write, offset)) for write in writes)

    def _offset(self, writes: Sequence[Write]) -> int:
        """What is added to a day number of our packages to make it one of that Anki's."""
        query = "is:review -is:learn -is:suspended -is:buried -deck:filtered"
        due = None
        with understood():
            for card in numbers(self.anki.ask("findCards", query=query))[:1]:
                for told in present(self.anki.ask("cardsInfo", cards=[card])):
                    (due,) = numbers([told["due"]])
        if due is None:
            # Nothing is under review there. One of the cards that are to be set anyhow lends itself to find out.
            card, due = next(write.row.id for write in writes if write.row.type == CardType.REVIEW), 0
            self._set_values([(card, {"type": CardType.REVIEW, "queue": Queue.REVIEW, "due": due, "ivl": 1})])
        today_there = due - days_until_due(self.anki, card)
        return today_there - (self.today - FIRST_DAY.toordinal())

    def _forget_memory(self, cards: Sequence[int]) -> None:
        """Anki computes it anew from all answers, when the card is answered next or FSRS is switched on."""
        self._set_values((card, {"memory_state": None}) for card in cards)

    def _set_values(self, cards: Any) -> None:
        asked = (
            {"card": card, "keys": [*values], "newValues": [*values.values()], "warning_check": True}
            for card, values in cards
        )
        for answer in self.anki.ask_all("setSpecificValueOfCard", asked):
            if not isinstance(answer, list) or not answer or answer[0] is not True:
                raise Refused(f"Anki did not take over how a card stands: {clean(str(answer), 300)}")

    def _turn(self, plan: Plan) -> None:
        cards = {action: [card for turned, card in plan.turns if turned is action] for action in Action}
        if cards[Action.SUSPEND]:
            self.anki.ask("suspend", cards=cards[Action.SUSPEND])
        if cards[Action.RESTORE]:
            self.anki.ask("unsuspend", cards=cards[Action.RESTORE])
        self._set_values((card, {"flags": 1}) for card in cards[Action.FLAG])
        self._set_values((card, {"flags": 0}) for card in cards[Action.UNFLAG])

    def _insert(self, rows: Sequence[ReviewRow], moved: int = 0) -> None:
        """All at once or, where another card has the number of one of them, that one a little later."""
        try:
            self.anki.ask("insertReviews", reviews=[_inserted(row) for row in rows])
        except Refused:
            if moved == _MOST_MOVES:
                raise
            if len(rows) == 1:
                self._insert([rows[0]._replace(id=rows[0].id + 1)], moved + 1)
            else:
                middle = len(rows) // 2
                self._insert(rows[:middle], moved)
                self._insert(rows[middle:], moved)


def _inserted(row: ReviewRow) -> list[int]:
    not_synchronised = -1
    id, card, *rest = row
    return [id, card, not_synchronised, *rest]


def _values(write: Write, offset: int) -> dict[str, int | None]:
    """The columns of the card, by the names that Anki has for them."""
    row = write.row
    is_learning = row.type in (CardType.LEARNING, CardType.RELEARNING)
    queue = Queue.SUSPENDED if write.is_suspended else Queue.LEARNING if is_learning else row.type
    return {
        "type": row.type,
        "queue": queue,
        "due": row.due + offset if row.type == CardType.REVIEW else row.due,
        "ivl": row.interval,
        "factor": row.factor,
        "reps": row.reps,
        "lapses": row.lapses,
        "left": int(is_learning),
        "memory_state": None,
        "last_review_time": write.last_review,
    }
