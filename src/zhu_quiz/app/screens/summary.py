"""What a sitting came to; the same text stays in the terminal afterwards."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from ...model.moment import Moment
from ...model.problem import QuizError
from ...study.sitting import Sitting
from ...study.values import Missed, Summary
from ...study.words import next_review
from ..keys import key
from ..messages import Begun, Left, Retried
from ..text import in_line
from ..widgets.page import NOTHING, Head, Page
from ..widgets.panes import Pane, Panes
from ..widgets.row import Hanging, Row
from ..words import percent
from .page_screen import NOTHING_TO_TAKE_BACK, TAKEN_BACK, PageScreen

Line = tuple[Content, Content]
"""What stands in front, and a text that wraps beside it."""

EMPTY: Line = (NOTHING, Content(" "))


class SummaryScreen(PageScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "leave", "done", "Done", id="done"),
        key("r", "retry", "try the missed ones again", "Practise what you missed; it does not count"),
        key("u,ctrl+z", "undo", "undo", "Take back the latest answer"),
        key("q,escape", "leave", "leave", "Leave; everything is saved"),
    ]

    def __init__(self, sitting: Sitting, summary: Summary, clock: Callable[[], Moment]) -> None:
        super().__init__()
        self._sitting = sitting
        self._clock = clock
        self._summary = summary

    def compose(self) -> ComposeResult:
        yield Page(
            Head(),
            Panes(Pane(*(Row(lead, body) for lead, body in summed_up(self._summary)), Static(id="notice"))),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "retry":
            return bool(self._summary.missed)
        return super().check_action(action, parameters)

    def action_retry(self) -> None:
        self.post_message(Retried(tuple(missed.card for missed in self._summary.missed)))

    def action_undo(self) -> None:
        try:
            is_undone = self._sitting.undo(self._clock())
        except QuizError as error:
            self.tell(str(error))
            return
        if is_undone:
            self.post_message(Begun(self._sitting, not self._summary.counts, TAKEN_BACK))
        else:
            self.tell(NOTHING_TO_TAKE_BACK)

    def action_leave(self) -> None:
        self.post_message(Left())


def left_behind(summary: Summary, width: int) -> str:
    """The same as plain text, wrapped for a terminal of that width."""
    return "\n".join(
        f"{lead.plain if number == 0 else ' ' * lead.cell_length}{line.plain}".rstrip()
        for lead, body in summed_up(summary)
        for number, line in enumerate(Hanging(lead, body).lines(width))
    )


def summed_up(summary: Summary) -> Iterator[Line]:
    """A summary as the learner reads it."""
    minutes = max(1, round(summary.minutes))
    score = f"{summary.answered} answered in {minutes} min · {summary.right_at_first} right at first sight"
    yield NOTHING, Content.assemble((score, "bold"))
    if summary.missed:
        yield EMPTY
        yield NOTHING, Content.assemble(("Missed at first", "bold"))
        for missed in summary.missed:
            yield from missed_one(missed)
    standings = [(NOTHING, line) for line in standing(summary)]
    yield from [EMPTY, *standings] if standings else []


def missed_one(missed: Missed) -> Iterator[Line]:
    """A question with the learner's answer beside the right one."""
    yield Content("  "), in_line(missed.stem)
    if missed.yours is not None:
        yours = in_line(missed.yours or "no answer", "$text-muted")
        yield Content.assemble(("    you  ", "$text-muted")), yours
    yield Content.assemble(("      ✓  ", "$text-success")), in_line(missed.right)


def standing(summary: Summary) -> Iterator[Content]:
    """Where that leaves the learner, and when it goes on."""
    if summary.weakest:
        title, right, total = summary.weakest
        yield Content.assemble("Weakest: ", in_line(title), f", {right} of {total} right")
    if summary.known_before is not None and summary.known_after is not None:
        yield Content(f"You know {percent(summary.known_before)} → {percent(summary.known_after)}")
    if not summary.counts:
        yield Content("This was practice: the schedule stays as it is.")
    if summary.next_day is not None:
        yield Content(next_review(summary.next_day - summary.today, summary.next_count))
