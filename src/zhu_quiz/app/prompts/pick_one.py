"""One option among several: its number answers at once, so does Enter on the cursor.

At first no row has it: an Enter left over from the question before answers nothing."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var

from ...model.prompt import PickOne
from ..keys import digits, key
from ..text import shown
from .form import NO_SIGN, RIGHT, WRONG
from .list_form import NOWHERE, ListForm


class PickOneForm(ListForm[PickOne]):
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("answer", "Answer with the option of that number"),
        key("enter,space", "choose", "choose", "Answer with the option at the cursor", show=False),
    ]

    cursor: var[int] = var(NOWHERE)

    def rows(self) -> int:
        return len(self.prompt.options)

    def body(self, index: int) -> Content:
        return shown(self.prompt.options[index])

    def tag(self, index: int) -> Content:
        return Content.assemble((self._remark(index), "$text-muted"))

    def sign(self, index: int) -> tuple[str, str]:
        if self._is_right(index):
            return RIGHT
        return WRONG if self._is_picked(index) else NO_SIGN

    def choose(self, index: int) -> None:
        self.cursor = index
        self.post_message(self.Given(self.prompt.options[index]))

    def action_digit(self, index: int) -> None:
        self.choose(index)

    def action_choose(self) -> None:
        if self.cursor == NOWHERE:
            self.post_message(self.Wanting("Choose with a digit or the arrows."))
        else:
            self.choose(self.cursor)

    def _is_right(self, index: int) -> bool:
        return self.answered is not None and self.answered.mark.expected == self.prompt.options[index]

    def _is_picked(self, index: int) -> bool:
        return self.answered is not None and self.answered.response == self.prompt.options[index]

    def _remark(self, index: int) -> str:
        match self._is_picked(index), self._is_right(index):
            case True, True:
                return "your answer, right"
            case True, False:
                return "your answer"
            case False, True:
                return "right"
        return ""
