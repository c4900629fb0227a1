"""What an answer earns, from what is known of the learner and the moment."""

from ..memory.grading import Circumstances, propose
from ..model.mark import Mark, Response
from ..model.memory import Grade, Proposal
from .values import Turn

OWN = "This is your own judgement."


def proposal(
    turn: Turn,
    mark: Mark,
    *,
    recall: float | None,
    expected_seconds: float,
    response: Response | None,
    thinking_ms: int,
    hints: int,
    guessed: bool,
    grade: Grade | None,
) -> Proposal:
    """`grade` is the learner's own, where they judge themselves; `recall` the chance of knowing it just before.

    `expected_seconds` is how long a right answer takes."""
    if grade is not None:
        return Proposal(grade=grade, reason=OWN)
    return propose(
        mark,
        Circumstances(
            first_sight=turn.state.memory is None,
            recall=recall,
            hints=hints,
            gave_up=response is None,
            guessed=guessed,
            seconds=thinking_ms / 1000,
            expected_seconds=expected_seconds,
        ),
    )
