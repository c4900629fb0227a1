"""Which cards to ask today, and which one next."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from operator import itemgetter

from ..model.memory import NEW, Card, CardState
from .fsrs import recall
from .pace import FEEDBACK_SECONDS, OTHER_SECONDS
from .parameters import Parameters

States = Mapping[Card, CardState]

GAP = 6
"""So many answers lie between a miss and the same card again."""
GAP_SECONDS = 300.0
"""Or so much time."""

_MOST_BETWEEN_NEW = 3


def is_askable(state: CardState, study_day: int) -> bool:
    """Neither suspended nor buried for the day."""
    return not state.is_suspended and state.buried_day != study_day


def is_new(state: CardState, study_day: int) -> bool:
    """Never asked, and askable."""
    return state.memory is None and is_askable(state, study_day)


def is_due(state: CardState, study_day: int) -> bool:
    """Its day has come, and it is askable."""
    due_day = _due_day(state, study_day)
    return due_day is not None and due_day <= study_day and is_askable(state, study_day)


def was_asked(state: CardState, study_day: int) -> bool:
    """On that study day; or on the next one, from which a journey westward leads back."""
    return state.memory is not None and study_day <= state.memory.study_day <= study_day + 1


def plan(
    states: States,
    cards: Sequence[Card],
    study_day: int,
    *,
    new_quota: int,
    seed: int,
    parameters: Parameters,
    limit: int | None = None,
    seconds_of: Callable[[Card], float] | None = None,
    minutes: float | None = None,
) -> tuple[Card, ...]:
    """The cards of a sitting in order: those due, and between them new ones in the order of `cards`.

    Of the sides of a question one is asked a day. `seconds_of` a card, reading what follows its
    answer included, decide how many fit into the minutes; one always does."""
    seen = {card: states.get(card, NEW) for card in cards}
    chances = _chances((each for each in seen.items() if is_due(each[1], study_day)), study_day, parameters)
    due = random.Random(seed).sample(list(chances), len(chances))
    # The best remembered first, for early wins; the shuffle shows among those remembered about as well.
    due.sort(key=lambda card: round(chances[card], 2), reverse=True)
    today = {card for card, state in seen.items() if was_asked(state, study_day)}
    # A card missed earlier today comes last, to lie some time back.
    due = [*_one_of_each(due, {card.question for card in today}), *(card for card in due if card in today)]
    new = unmet(states, cards, study_day)[: max(0, new_quota)]
    chosen = list(_mixed(due, new))[:limit]
    if minutes is not None:
        chosen = chosen[: _fitting(chosen, minutes * 60, seconds_of or _typical_seconds)]
    return tuple(chosen)


def unmet(states: States, cards: Sequence[Card], study_day: int) -> tuple[Card, ...]:
    """The new cards that can be met on that day: one side of a question, where no other is asked that day."""
    new = (card for card in cards if is_new(states.get(card, NEW), study_day))
    return tuple(_one_of_each(new, _taken(states, cards, study_day)))


def ahead(states: States, cards: Sequence[Card], study_day: int, parameters: Parameters) -> tuple[Card, ...]:
    """Cards not yet due, the weakest first; those asked today wait, nothing of them can be forgotten yet."""
    seen = ((card, states.get(card, NEW)) for card in cards)
    early = ((card, state) for card, state in seen if _is_early(state, study_day))
    chances = _chances(early, study_day, parameters)
    return tuple(_one_of_each(sorted(chances, key=chances.__getitem__), _taken(states, cards, study_day)))


def due_forecast(states: States, cards: Iterable[Card], study_day: int) -> tuple[int | None, int]:
    """The first study day after this one for which cards are due, and how many; None where there is none.

    What is due today and not asked is due tomorrow."""
    found = (state for card in cards if not (state := states.get(card, NEW)).is_suspended)
    due = (_due_day(state, study_day) for state in found)
    days = Counter(max(day, study_day + 1) for day in due if day is not None)
    first = min(days, default=None)
    return (None, 0) if first is None else (first, days[first])


def next_card(
    plan: Sequence[Card], answers: Sequence[tuple[Card, bool]], seconds_since: Sequence[float] = ()
) -> tuple[Card, bool] | None:
    """The card to ask now and whether it is asked again; None when the sitting is done.

    `answers` are those of this sitting, each with whether it was a miss; `seconds_since` the time since each.
    A missed card is asked again after a while, until it is recalled once."""
    again = to_ask_again(answers)
    for card, place in again.items():
        waited = seconds_since[place] if place < len(seconds_since) else 0.0
        if len(answers) - 1 - place >= GAP or waited >= GAP_SECONDS:
            return card, True
    asked = {card for card, _ in answers}
    unasked = next((card for card in plan if card not in asked), None)
    if unasked is not None:
        return unasked, False
    return next(((card, True) for card in again), None)


def to_ask_again(answers: Sequence[tuple[Card, bool]]) -> dict[Card, int]:
    """The cards missed when last answered, the longest waiting first, each with the place of that answer."""
    last = {card: (place, missed) for place, (card, missed) in enumerate(answers)}
    places = {card: place for card, (place, missed) in last.items() if missed}
    return dict(sorted(places.items(), key=itemgetter(1)))


def _due_day(state: CardState, study_day: int) -> int | None:
    """None for a new card.

    An answer from days that have not come yet was given under a clock that ran ahead: it is due today, because
    its own date might keep it away for years."""
    is_from_ahead = state.memory is not None and state.memory.study_day > study_day + 1
    return study_day if is_from_ahead else state.due_day


def _is_early(state: CardState, study_day: int) -> bool:
    due_day = _due_day(state, study_day)
    is_later = due_day is not None and due_day > study_day
    return is_later and is_askable(state, study_day) and not was_asked(state, study_day)


def _taken(states: States, cards: Iterable[Card], study_day: int) -> set[str]:
    """Questions of which a side was asked that day or is due."""
    seen = ((card.question, states.get(card, NEW)) for card in cards)
    return {name for name, state in seen if was_asked(state, study_day) or is_due(state, study_day)}


def _chances(
    states: Iterable[tuple[Card, CardState]], study_day: int, parameters: Parameters
) -> dict[Card, float]:
    """Of recall."""
    return {card: recall(state.memory, study_day, parameters) for card, state in states if state.memory}


def _one_of_each(cards: Iterable[Card], taken: set[str]) -> Iterator[Card]:
    """One side of each question that is not taken."""
    for card in cards:
        if card.question not in taken:
            taken.add(card.question)
            yield card


def _mixed(due: Sequence[Card], new: Sequence[Card]) -> Iterator[Card]:
    """New cards spread among the due ones: at most every second slot, at least every fourth."""
    between = min(max(len(due) // max(len(new), 1), 1), _MOST_BETWEEN_NEW)
    rest = iter(due)
    for card in new:
        yield from islice(rest, between)
        yield card
    yield from rest


def _fitting(cards: Sequence[Card], seconds: float, seconds_of: Callable[[Card], float]) -> int:
    ends = accumulate(map(seconds_of, cards))
    return max(1, sum(end <= seconds for end in ends))


def _typical_seconds(card: Card) -> float:
    return OTHER_SECONDS + FEEDBACK_SECONDS
