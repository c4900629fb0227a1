"""What came of an edit of the bank in the middle of a sitting."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from ...bank import Bank
from ...bank.cache import read_bytes
from ...model.problem import Problem, QuizError, Severity
from ...teach.checking import check_text
from ..editing import edit_at
from ..keys import key
from ..text import in_line, shown
from ..widgets.page import Head, Page
from ..widgets.panes import Pane, Panes
from .page_screen import PageScreen
from .problems import one


@dataclass(frozen=True, kw_only=True)
class Edited:
    bank: Bank
    """To go on with: the edited one, if it is of any use."""
    says: str
    problems: tuple[Problem, ...] = ()
    """Why the question, or another one, cannot be asked any more."""


def edit(app: App[Any], bank: Bank, question: str, line: int = 0) -> Edited:
    """Opens the editor at the question and reads the bank again. Raises `QuizError` where nothing could be opened."""
    assert bank.path is not None
    edit_at(app, bank.path, line or bank.lines.get(question, 1))
    try:
        edited = check_text(read_bytes(bank.path), bank.path).bank
    except QuizError as error:
        return Edited(bank=bank, says=f"{error} What was read before goes on.")
    return outcome(bank, edited, question)


def outcome(old: Bank, new: Bank, question: str) -> Edited:
    """What an edit means for a sitting in which that question is asked."""
    name = new.renamed.get(question, question)
    problems = tuple(_errors(old, new, name))
    if new.id != old.id or not new.cards:
        reason = (
            "Nothing in it can be asked" if new.id == old.id else f"The bank's own id is no longer “{old.id}”"
        )
        return Edited(bank=old, says=f"{reason}, so what was read before goes on.", problems=problems)
    if any(card.question == name for card in new.cards):
        elsewhere = ["Something else in the bank is wrong now."] if problems else []
        says = " ".join(["Read again.", *elsewhere, *_warnings(new, name)])
        return Edited(bank=new, says=says, problems=problems)
    return Edited(bank=new, says=_why_not(new, name), problems=problems)


def _why_not(bank: Bank, question: str) -> str:
    if question in bank.contents:
        return f"“{question}” is not asked any more: its status is `{bank.contents[question].status}`."
    if question in bank.left_out:
        return f"“{question}” is left out until it is mended."
    return (
        f"There is no question “{question}” any more. "
        f"If it has another id now, write `was: [{question}]` below that, and its history stays."
    )


def _errors(old: Bank, new: Bank, question: str) -> Iterator[Problem]:
    """Those of the question, and those that were not there before."""
    known = {(each.code, each.question, each.message) for each in old.problems}
    for each in new.problems:
        is_new = (each.code, each.question, each.message) not in known
        if each.severity is Severity.ERROR and (is_new or each.question == question):
            yield each


def _warnings(bank: Bank, question: str) -> Iterator[str]:
    for each in bank.problems:
        if each.severity is Severity.WARNING and each.question == question:
            yield f"{each.message} {each.remedy} (line {each.place.line})"


class EditedScreen(PageScreen):
    """Comes back with what came of the last edit."""

    DEFAULT_CSS = """
    EditedScreen Pane > Static { margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "leave", "go on", "Go on without it", id="done"),
        key("e", "edit", "edit again", "Mend it in your editor"),
        key("q,escape", "leave", "go on", "Go on without it", show=False),
    ]

    def __init__(self, edited: Edited, bank: Bank, question: str) -> None:
        """`bank`: as it was before the first edit."""
        super().__init__()
        self._edited = edited
        self._bank = bank
        self._question = question

    def compose(self) -> ComposeResult:
        path = self._bank.path or Path()
        says = Static(shown(self._edited.says, "bold"))
        problems = (Static(one(problem, path.name)) for problem in self._edited.problems)
        page = Panes(Pane(says, *problems, Static(id="notice")))
        yield Page(Head(Content("The bank was edited"), in_line(path.name)), page)

    async def action_edit(self) -> None:
        line = next((problem.place.line for problem in self._edited.problems), 0)
        try:
            self._edited = edit(self.app, self._bank, self._question, line)
        except QuizError as error:
            self.tell(str(error))
            return
        if self._edited.problems:
            await self.recompose()
        else:
            self.dismiss(self._edited)

    def action_leave(self) -> None:
        self.dismiss(self._edited)
