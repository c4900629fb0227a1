"""What a sitting came to; the same text stays in the terminal afterwards."""

from collections.abc import Callable
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
from ..text import in_line, shown
from ..widgets.page import Head, Page
from ..widgets.panes import Pane, Panes
from ..words import percent
from .page_screen import PageScreen


class SummaryScreen(PageScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "leave", "done", "Done", id="done"),
        key("r", "retry", "try the missed ones again", "Practise what you missed; it does not count"),
        key("u,ctrl+z", "undo", "undo", "Take back the latest answer"),
        key("q,escape", "leave", "leave", "Leave; everything is saved"),
    ]

    def __init__(self, sitting: Sitting, clock: Callable[[], Moment]) -> None:
        super().__init__()
        self._sitting = sitting
        self._clock = clock
        self._summary = sitting.summary(clock())

    def compose(self) -> ComposeResult:
        yield Page(Head(), Panes(Pane(Static(summed_up(self._summary)), Static(id="notice"))))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "retry":
                return bool(self._summary.missed)
            case "undo":
                return self._sitting.can_undo
        return super().check_action(action, parameters)

    def action_retry(self) -> None:
        self.post_message(Retried(tuple(missed.card for missed in self._summary.missed)))

    def action_undo(self) -> None:
        try:
            self._sitting.undo(self._clock())
        except QuizError as error:
            self.query_one("#notice", Static).update(shown(str(error)))
            return
        self.post_message(Begun(self._sitting))

    def action_leave(self) -> None:
        self.post_message(Left())


def summed_up(summary: Summary) -> Content:
    """A summary as the learner reads it."""
    minutes = max(1, round(summary.minutes))
    score = f"{summary.answered} answered in {minutes} min · {summary.right_at_first} right at first sight"
    blocks = [Content.assemble((score, "bold"))]
    if summary.missed:
        blocks.append(
            Content("\n").join([Content.assemble(("Not yet", "bold")), *map(missed_one, summary.missed)])
        )
    blocks.append(standing(summary))
    return Content("\n\n").join(block for block in blocks if block.plain)


def missed_one(missed: Missed) -> Content:
    """A question with the learner's answer beside the right one."""
    lines = [Content.assemble("  ", in_line(missed.stem))]
    # The learner's side of a flashcard is never written down.
    if missed.yours != missed.right:
        lines.append(
            Content.assemble(
                ("    you  ", "$text-muted"), in_line(missed.yours or "no answer", "$text-muted")
            )
        )
    lines.append(Content.assemble(("      ✓  ", "$text-success"), in_line(missed.right)))
    return Content("\n").join(lines)


def standing(summary: Summary) -> Content:
    """Where that leaves the learner, and when it goes on."""
    lines = []
    if summary.weakest:
        title, right, total = summary.weakest
        lines.append(Content.assemble("Weakest: ", in_line(title), f" ({right} of {total})"))
    if summary.known_before is not None and summary.known_after is not None:
        lines.append(Content(f"You know {percent(summary.known_before)} → {percent(summary.known_after)}"))
    if not summary.counts:
        lines.append(Content("This was practice: the schedule stays as it is."))
    if summary.next_day is not None:
        lines.append(Content(next_review(summary.next_day - summary.today, summary.next_count)))
    return Content("\n").join(lines)
