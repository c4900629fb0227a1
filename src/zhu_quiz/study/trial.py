"""A question asked outside any sitting, as for its teacher: nobody's memory is read, and nothing is recorded."""

from ..bank import Bank
from ..model.mark import Mark, Response, Unclear
from ..model.memory import NEW, Card
from ..questions import Question
from .values import Marked, Turn


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


def tried(turn: Turn, response: Response) -> Marked | Unclear:
    """What an answer would be worth."""
    mark = turn.question.mark(response)
    return mark if isinstance(mark, Unclear) else Marked(turn=turn, response=response, mark=mark)


def told(turn: Turn) -> Marked:
    """The solution, which nobody gave."""
    return Marked(turn=turn, response=None, mark=Mark(fraction=1, expected=turn.question.solution))
