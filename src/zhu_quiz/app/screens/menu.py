"""A few things to do, the first of them at the cursor."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var

from ...model.prompt import PickOne
from ..keys import key
from ..prompts.pick_one import PickOneForm


class Menu(PickOneForm):
    """Picks one of its labels, as a prompt would, but without numbers."""

    DEFAULT_CSS = """
    Menu { padding-left: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "choose", "begin", "Begin with what the cursor points at", id="begin")
    ]

    cursor: var[int] = var(0)

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__(PickOne(stem="", options=tuple(labels)))

    def digits(self) -> int:
        return 0

    def number(self, index: int) -> str:
        return ""

    def body(self, index: int) -> Content:
        return super().body(index).stylize("bold" if index == self.cursor else "")
