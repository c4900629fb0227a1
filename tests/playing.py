"""Going through a sitting as a learner would."""

from sample import MONDAY
from zhu_quiz.model.mark import Response
from zhu_quiz.model.memory import Card, Grade
from zhu_quiz.model.moment import Moment
from zhu_quiz.study import Answered, Sitting, Turn


def answer(sitting: Sitting, response: Response | None, now: Moment = MONDAY) -> Answered:
    """To the card that is asked now."""
    assert sitting.turn(now)
    answered = sitting.answer(response, now=now, thinking_ms=5000)
    assert isinstance(answered, Answered)
    return answered


def rightly(sitting: Sitting, now: Moment = MONDAY) -> Answered:
    turn = asked(sitting, now)
    answered = sitting.answer(turn.question.solution, now=now, thinking_ms=5000, grade=own_grade(turn))
    assert isinstance(answered, Answered)
    return answered


def own_grade(turn: Turn) -> Grade | None:
    return Grade.GOOD if turn.question.kind == "card" else None


def asked(sitting: Sitting, now: Moment = MONDAY) -> Turn:
    turn = sitting.turn(now)
    assert turn
    return turn


def finish(sitting: Sitting, now: Moment = MONDAY) -> list[Card]:
    cards = []
    while turn := sitting.turn(now):
        cards.append(turn.card)
        rightly(sitting, now)
    return cards
