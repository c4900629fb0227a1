"""A line to type into."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

LONGEST = 1000
"""Characters that a typed answer may have."""


class Line(Input):
    DEFAULT_CSS = """
    Line { background: $surface; color: $foreground; }
    Line:focus { background: $surface; background-tint: $foreground 0%; }
    Line:disabled { opacity: 100% !important; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "submit",
            "answer",
            id="submit-line",
            tooltip="Answer with what is typed, or go on to the next gap",
        )
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, max_length=LONGEST, select_on_focus=False)
        # A blinking cursor pulls the eye from the question.
        self.cursor_blink = False
