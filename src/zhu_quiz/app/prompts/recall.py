"""A flashcard: turned over when the learner has recalled; a single rule between front and back."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from ...model.prompt import Recall
from ..keys import key
from ..text import shown
from .form import Form


class RecallForm(Form[Recall], can_focus=True):
    DEFAULT_CSS = """
    RecallForm > Static { border-top: solid $foreground 25%; padding-top: 1; display: none; }
    RecallForm.-turned > Static { display: block; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "turn", "turn the card", "Turn the card over")
    ]

    is_turned: var[bool] = var(False, toggle_class="-turned")

    @dataclass
    class Turned(Message):
        """The back is to be seen."""

    def compose(self) -> ComposeResult:
        yield Static(shown(self.prompt.back))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.is_turned and super().check_action(action, parameters)

    def action_turn(self) -> None:
        if self.strikes.is_fresh():
            self.turn_over()

    def turn_over(self) -> None:
        self.is_turned = True
        self.post_message(self.Turned())
