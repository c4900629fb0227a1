"""Why some questions of the bank are left out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from ...model.problem import Problem, Severity
from ...model.words import counted
from ..keys import key
from ..text import in_line, shown
from ..widgets.page import Head, Page
from ..widgets.panes import Pane, Panes
from .page_screen import PageScreen

if TYPE_CHECKING:
    from ...bank import Bank


class ProblemsScreen(PageScreen):
    DEFAULT_CSS = """
    ProblemsScreen Pane > Static { margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "leave", "back", "Back", id="done"),
        key("q,escape", "leave", "back", "Back", show=False),
    ]

    def __init__(self, bank: "Bank") -> None:
        super().__init__()
        self._bank = bank

    def compose(self) -> ComposeResult:
        name = self._bank.path.name if self._bank.path else "the bank"
        head = Head(Content(f"{counted(len(self._bank.left_out), 'question')} left out"), in_line(name))
        yield Page(head, Panes(Pane(*(Static(text) for text in self._problems(name)))))

    def action_leave(self) -> None:
        self.dismiss()

    def _problems(self, name: str) -> Iterator[Content]:
        errors = [problem for problem in self._bank.problems if problem.severity is Severity.ERROR]
        for problem in errors:
            yield one(problem, name)
        yield Content.assemble(("The teacher can mend them with: zhu-quiz check", "$text-muted"))


def one(problem: Problem, name: str) -> Content:
    """Where, what, and what to do."""
    where = f"{name}:{problem.place.line}:{problem.place.column}" if problem.place.line else name
    lines = [
        Content.assemble(in_line(where, "$text-accent"), ("  ", ""), in_line(problem.question, "$text-muted"))
    ]
    lines.append(shown(problem.message))
    if problem.remedy:
        lines.append(shown(problem.remedy, "$text-muted"))
    return Content("\n").join(lines)
