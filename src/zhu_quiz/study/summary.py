"""What a sitting came to."""

from collections.abc import Iterable

from ..memory.queue import due_forecast
from ..model.event import Review
from ..model.moment import Moment
from ..model.prompt import Recall
from .course import Course, was_right
from .learner import Learner
from .values import Missed, Summary
from .words import told

ENOUGH = 3
"""With fewer answers a section is not called weak."""


def summary(learner: Learner, course: Course, *, knew: float | None, now: Moment) -> Summary:
    """`knew`: the share of the bank that would have been recalled when the sitting began, where that is known."""
    first: dict[object, Review] = {}
    for review in course.reviews:
        first.setdefault(review.card, review)
    day = learner.day(now)
    states = learner.states()
    known = learner.known(states, day)
    next_day, next_count = due_forecast(states, learner.bank.cards, day)
    return Summary(
        answered=len(first),
        minutes=sum(review.thinking_ms for review in course.reviews) / 60_000,
        right_at_first=sum(map(was_right, first.values())),
        missed=tuple(_missed(learner, review) for review in first.values() if not was_right(review)),
        weakest=_weakest(learner, first.values()),
        known_before=knew,
        known_after=known[0] if known else None,
        next_day=next_day,
        next_count=next_count,
        today=day,
        counts=course.counts,
    )


def _missed(learner: Learner, review: Review) -> Missed:
    question = learner.bank.questions[review.card.question].seen_from(review.card.side)
    prompt = question.prompt(0)
    yours = "" if review.response is None else told(prompt, review.response)
    return Missed(
        card=review.card,
        stem=prompt.stem or told(prompt, ""),
        yours=None if isinstance(prompt, Recall) else yours,
        right=told(prompt, question.solution),
    )


def _weakest(learner: Learner, reviews: Iterable[Review]) -> tuple[str, int, int] | None:
    sections: dict[str, list[bool]] = {}
    for review in reviews:
        title = learner.bank.section_title(learner.bank.questions[review.card.question])
        sections.setdefault(title, []).append(was_right(review))
    told = {
        title: (sum(marks), len(marks)) for title, marks in sections.items() if title and len(marks) >= ENOUGH
    }
    weak = min(told, key=lambda title: told[title][0] / told[title][1], default="")
    return (weak, *told[weak]) if weak and told[weak][0] < told[weak][1] else None
