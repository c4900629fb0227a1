"""A line to type into."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from ..keys import key

LONGEST = 1000
"""Characters that a typed answer may have."""


class Line(Input):
    DEFAULT_CSS = """
    Line { background: $surface; color: $foreground; }
    Line:focus { background: $surface; background-tint: $foreground 0%; }
    Line:disabled { opacity: 100% !important; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "submit", "answer", "Answer, or go on to the next gap", id="submit-line"),
        # A line that scrolls would keep these keys to itself.
        key("pagedown", "screen.more", "more", "Read on", id="more"),
        key("pageup", "screen.back", "back", "Back to the text above", id="back", show=False),
        # So would it this one, which does in it what End does.
        key("ctrl+e", "screen.edit", "edit", "Edit the question in your editor", id="edit", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, max_length=LONGEST, select_on_focus=False)
        # A blinking cursor pulls the eye from the question.
        self.cursor_blink = False
