"""Rows with a cursor: what the prompts to pick, arrange and pair share."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var

from ...study.values import Marked
from ..keys import key
from ..widgets.row import Row
from .form import HERE, NO_SIGN, Form, P

NOWHERE = -1
"""No row has the cursor yet."""


class ListForm(Form[P], can_focus=True):
    """Says what each row shows and what its keys do; the cursor is a row's number, from 0."""

    DEFAULT_CSS = """
    ListForm { padding-left: 2; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("up,k", "cursor(-1)", "up", "To the row above", id="up", show=False),
        key("down,j", "cursor(1)", "down", "To the row below", id="down", show=False),
    ]

    HANG: ClassVar[int] = 0
    """Cells by which the further lines of a row are indented."""

    cursor: var[int] = var(0)

    def rows(self) -> int:
        """How many rows take the cursor."""
        raise NotImplementedError

    def digits(self) -> int:
        """How many numbers can be typed."""
        return self.rows()

    def body(self, index: int) -> Content:
        """What stands beside the row's number."""
        raise NotImplementedError

    def number(self, index: int) -> str:
        return str(index + 1)

    def sign(self, index: int) -> tuple[str, str]:
        """What stands in front of a row once it is answered."""
        return NO_SIGN

    def tag(self, index: int) -> Content:
        """What is said of a row behind its text."""
        return Content()

    def choose(self, index: int) -> None:
        """What a click on a row does."""

    def compose(self) -> ComposeResult:
        for index in range(self.rows()):
            yield Row(self._lead(index), self.body(index), hang=self.HANG)

    def on_mount(self) -> None:
        self.redraw()

    def redraw(self) -> None:
        for index, row in zip(range(self.rows()), self.query(Row), strict=False):
            row.show(self._lead(index), self.body(index), self.tag(index))

    def _lead(self, index: int) -> Content:
        is_here = self.has_focus and index == self.cursor
        sign = self.sign(index) if self.answered else HERE if is_here else NO_SIGN
        number = self.number(index).rjust(len(str(self.rows())))
        style = "$text-muted" if self.answered else "$text-accent"
        return Content.assemble(sign, (f"{number}  " if number.strip() else "", style))

    def watch_cursor(self) -> None:
        if self.is_mounted and self.cursor != NOWHERE:
            self.redraw()
            self.query(Row)[self.cursor].scroll_visible(animate=False)

    def watch_answered(self, answered: Marked | None) -> None:
        self.redraw()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.redraw()

    def on_row_clicked(self, event: Row.Clicked) -> None:
        event.stop()
        if self.answered is None:
            self.choose(list(self.query(Row)).index(event.row))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "digit" and parameters and isinstance(parameters[0], int):
            return self.answered is None and parameters[0] < self.digits()
        return super().check_action(action, parameters)

    def action_cursor(self, by: int) -> None:
        # From nowhere, down leads to the first row and up to the last.
        start = 0 if self.cursor == NOWHERE and by < 0 else self.cursor
        self.cursor = (start + by) % self.rows()
