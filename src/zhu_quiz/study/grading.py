"""What an answer earns, from what is known of the learner and the moment, and what can be said against it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..memory.grading import Circumstances, propose
from ..model.event import Review
from ..model.mark import Mark, Response
from ..model.memory import Grade, Proposal
from ..model.prompt import FillGaps, TypeText
from .values import Turn

OWN = "This is your own judgement."


@dataclass(frozen=True, kw_only=True)
class Given:
    """A response, and how it came about."""

    response: Response | None
    """None where the learner gave up."""
    thinking_ms: int
    hints: int
    guessed: bool
    grade: Grade | None
    """The learner's own, where they judge themselves."""


def proposal(
    turn: Turn,
    mark: Mark,
    given: Given,
    *,
    recall: float | None,
    seen_today: bool,
    expected_seconds: float,
) -> Proposal:
    """`recall`: the chance of knowing it just before; `expected_seconds`: how long a right answer takes."""
    if given.grade is not None:
        return Proposal(grade=given.grade, reason=OWN)
    return propose(
        mark,
        Circumstances(
            first_sight=turn.state.memory is None,
            recall=recall,
            seen_today=seen_today,
            hints=given.hints,
            gave_up=given.response is None,
            guessed=given.guessed,
            seconds=given.thinking_ms / 1000,
            expected_seconds=expected_seconds,
        ),
    )


def overrules(turn: Turn, mark: Mark, review: Review) -> Iterator[str]:
    """What the learner may say against the grade that counts."""
    if mark.is_self_graded or review.response is None:
        return
    if review.grade < Grade.GOOD:
        yield "right"
    if review.grade is Grade.AGAIN and not mark.is_right and isinstance(turn.prompt, TypeText | FillGaps):
        yield "typo"
    if review.grade is not Grade.AGAIN and mark.is_right:
        yield "guess"
