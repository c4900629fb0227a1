"""A question asked outside any sitting, as for its teacher: nobody's memory is read, and nothing is recorded."""

from ..bank import Bank
from ..model.event import Mode, Review
from ..model.mark import Mark, Response, Unclear
from ..model.memory import NEW, Card, Grade, Proposal
from ..questions import Question
from .values import Answered, Turn


def asked(bank: Bank, question: Question, times: int, *, number: int, total: int) -> Turn:
    """Each time from its next side, and once it was seen from all, shuffled anew."""
    turns, index = divmod(times, len(question.sides))
    side = question.sides[index]
    seen = question.seen_from(side)
    return Turn(
        card=Card(question.id, side),
        question=seen,
        prompt=seen.prompt(turns),
        number=number,
        total=total,
        coming_again=0,
        section=bank.section_title(question),
        is_again=False,
        state=NEW,
        choices=(),
        why_now="",
    )


def tried(turn: Turn, response: Response) -> Answered | Unclear:
    """What an answer would be worth."""
    mark = turn.question.mark(response)
    if isinstance(mark, Unclear):
        return mark
    return _answered(turn, response, mark)


def told(turn: Turn) -> Answered:
    """The solution, which nobody gave."""
    return _answered(turn, None, Mark(fraction=1, expected=turn.question.solution))


def _answered(turn: Turn, response: Response | None, mark: Mark) -> Answered:
    grade = Grade.GOOD if mark.is_right else Grade.AGAIN
    review = Review(
        id="", bank="", at_ms=0, offset_minutes=0, study_day=0, card=turn.card, revision=turn.question.revision,
        key_hash="", kind=turn.question.kind, sitting="", mode=Mode.PRACTICE, response=response,
        fraction=mark.fraction, chance=mark.chance, thinking_ms=0, proposed=grade, grade=grade, reason="",
        recall=None, before=None, after=None, due_day=None, parameters="",
    )  # fmt: skip
    proposal = Proposal(grade=grade, reason="")
    return Answered(turn=turn, response=response, mark=mark, proposal=proposal, review=review, outlook="")
