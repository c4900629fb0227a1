"""Several options among more: numbers and Space mark and unmark them, Enter answers."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var

from ...model.prompt import PickMany
from ...study.values import Marked
from ..keys import digits, key
from ..text import shown
from .form import NO_SIGN, RIGHT, WRONG, is_told
from .list_form import ListForm


class PickManyForm(ListForm[PickMany]):
    HANG = 4
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("mark", "Mark or unmark the option of that number"),
        key("space", "mark", "mark", "Mark or unmark the option at the cursor", show=False),
        key("enter", "submit", "answer", "Answer with the marked options"),
    ]

    picked: var[frozenset[int]] = var(frozenset())

    def rows(self) -> int:
        return len(self.prompt.options)

    def body(self, index: int) -> Content:
        box = ("[x] ", "bold $text-accent") if index in self.picked else ("[ ] ", "$text-muted")
        return Content.assemble(box, shown(self.prompt.options[index]))

    def tag(self, index: int) -> Content:
        return Content.assemble((self._remark(index), "$text-muted"))

    def sign(self, index: int) -> tuple[str, str]:
        match self._is_right(index), index in self.picked:
            case True, True:
                return RIGHT
            case False, False:
                return NO_SIGN
        return WRONG

    def choose(self, index: int) -> None:
        self.cursor = index
        self.picked ^= {index}

    def watch_picked(self) -> None:
        self.redraw()

    def watch_answered(self, answered: Marked | None) -> None:
        if answered is not None and answered.response is None:
            told = range(self.rows()) if is_told(answered) else ()
            self.picked = frozenset(filter(self._is_right, told))
        super().watch_answered(answered)

    def action_digit(self, index: int) -> None:
        self.choose(index)

    def action_mark(self) -> None:
        self.choose(self.cursor)

    def action_submit(self) -> None:
        if self.picked:
            self.post_message(self.Given(tuple(self.prompt.options[index] for index in sorted(self.picked))))
        else:
            self.post_message(self.Wanting("Mark at least one option first, with its number or with Space."))

    def _is_right(self, index: int) -> bool:
        return self.answered is not None and self.prompt.options[index] in self.answered.mark.expected

    def _remark(self, index: int) -> str:
        if self.answered is None:
            return ""
        match index in self.picked, self._is_right(index):
            case True, True:
                return "right"
            case True, False:
                return "does not belong"
            case False, True:
                return "belongs too"
        return ""
