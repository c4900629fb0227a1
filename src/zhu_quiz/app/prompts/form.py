"""What the widgets of all prompts have in common."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from ...model.mark import Response
from ...model.prompt import Prompt
from ...study.values import Marked
from ..strikes import Strikes
from ..text import shown

P = TypeVar("P", bound=Prompt)

RIGHT = ("✓ ", "bold $text-success")
WRONG = ("✗ ", "bold $text-error")
HERE = ("▸ ", "bold $text-accent")
NO_SIGN = ("  ", "")
NO_ANSWER = Content.assemble(("no answer", "$text-muted"))


def sign(is_right: bool) -> tuple[str, str]:
    return RIGHT if is_right else WRONG


class Form(Widget, Generic[P]):
    """Draws a prompt without its stem and turns keys into a response; then shows what became of it."""

    DEFAULT_CSS = """
    Form { height: auto; width: 1fr; }
    """

    is_typed: ClassVar[bool] = False
    """Letters and figures are text here."""
    answered: var[Marked | None] = var(None)

    @dataclass
    class Given(Message):
        """The learner's response."""

        response: Response

    @dataclass
    class Wanting(Message):
        """The response is not complete yet."""

        says: str

    def __init__(self, prompt: P, strikes: Strikes | None = None) -> None:
        super().__init__()
        self.prompt = prompt
        self.strikes = strikes or Strikes(time.monotonic)

    def begin(self) -> None:
        """Takes the focus."""
        self.focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.answered is None

    def right_answer(self, answered: Marked) -> Sequence[Content]:
        """What was right, line by line, as far as the form itself does not show it."""
        return ()


def right_line(text: str) -> Content:
    """The right answer, where it has to be told."""
    return Content.assemble(("Right: ", "$text-muted"), shown(text))


def is_told(answered: Marked) -> bool:
    """Whether it is the solution itself, which nobody gave."""
    return answered.response is None and answered.mark.is_right


def is_part_right(answered: Marked, index: int) -> bool:
    """Whether a part of the response is right; where the parts were not told apart, all are as the whole."""
    parts = answered.mark.parts
    return parts[index] if index < len(parts) else answered.mark.is_right
