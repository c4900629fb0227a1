"""How much of a bank a learner knows."""

from collections.abc import Iterable, Mapping
from math import sqrt

from ..model.memory import NEW, Card, CardState
from .fsrs import recall
from .parameters import Parameters


def knowledge(
    states: Mapping[Card, CardState], cards: Iterable[Card], study_day: int, parameters: Parameters
) -> tuple[float, float]:
    """The share of the cards that the learner would recall, and half the width of its 95 % band.

    Unseen cards count as unknown."""
    chances = [_chance(states.get(card, NEW), study_day, parameters) for card in cards]
    if not chances:
        return 0.0, 0.0
    share = sum(chances) / len(chances)
    return share, 1.96 * sqrt(sum(chance * (1 - chance) for chance in chances)) / len(chances)


def _chance(state: CardState, study_day: int, parameters: Parameters) -> float:
    """What was asked today counts as it will be tomorrow, because the model knows no forgetting within a day."""
    memory = state.memory
    if memory is None:
        return 0.0
    return recall(memory, max(study_day, memory.study_day + 1), parameters)
