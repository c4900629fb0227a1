"""Items to put in order: type their numbers in order, or move them with the arrows."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var

from ...model.prompt import Arrange
from ...study.values import Marked
from ..keys import digits, key
from ..strikes import Strikes
from ..text import shown
from .form import NO_SIGN, is_part_right, is_told, sign
from .list_form import ListForm

FIRST = "Type the numbers in order, or move an item with Space and ↑ ↓. Enter again answers with the order as it is."


class ArrangeForm(ListForm[Arrange]):
    """The list always stands in the learner's order. An item keeps the number it came with until all is answered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("in order", "Put the item of that number next in order"),
        key("space", "hold", "take and move", "Take the item at the cursor, move it with ↑ ↓, put it down"),
        key("shift+up,ctrl+up", "move(-1)", "move up", "Move the item up", id="move-up", show=False),
        key("shift+down,ctrl+down", "move(1)", "move down", "Move the item down", id="move-down", show=False),
        key("backspace", "take_back", "take back", "Take back the last number", show=False),
        key("enter", "submit", "answer", "Answer with this order"),
    ]

    order: var[tuple[int, ...]] = var(())
    placed: var[int] = var(0)
    """How many were put in order by their numbers; they stand first."""
    is_held: var[bool] = var(False)

    def __init__(self, prompt: Arrange, strikes: Strikes | None = None) -> None:
        super().__init__(prompt, strikes)
        self._is_begun = self._is_warned = False
        self.set_reactive(ArrangeForm.order, tuple(range(len(prompt.items))))

    def rows(self) -> int:
        return len(self.prompt.items)

    def number(self, index: int) -> str:
        return str(index + 1 if self.answered else self.order[index] + 1)

    def body(self, index: int) -> Content:
        text = shown(self.prompt.items[self.order[index]])
        return text.stylize("bold") if self._is_moving(index) else text

    def tag(self, index: int) -> Content:
        return Content.assemble((self._remark(index), "$text-muted"))

    def _remark(self, index: int) -> str:
        if self._is_moving(index):
            return "↑ ↓ moves it"
        if self.answered is None:
            return f"place {index + 1}" if index < self.placed else ""
        place = self.answered.mark.expected.index(self.prompt.items[self.order[index]])
        return "" if place == index else f"belongs in place {place + 1}"

    def _is_moving(self, index: int) -> bool:
        return self.answered is None and self.is_held and index == self.cursor

    def sign(self, index: int) -> tuple[str, str]:
        if self.answered is not None and self.answered.response is None and not is_told(self.answered):
            return NO_SIGN
        return sign(self.answered is not None and is_part_right(self.answered, index))

    def choose(self, index: int) -> None:
        self.is_held = not self.is_held if index == self.cursor else False
        self.cursor = index
        self.redraw()

    def watch_answered(self, answered: Marked | None) -> None:
        if answered is not None and answered.response is None:
            self.order = tuple(self.prompt.items.index(item) for item in answered.mark.expected)
        super().watch_answered(answered)

    def right_answer(self, answered: Marked) -> Sequence[Content]:
        given_up = Content.assemble(("This is the right order.", "$text-muted"))
        return (given_up,) if answered.response is None and not is_told(answered) else ()

    def watch_is_held(self) -> None:
        self.redraw()

    def action_digit(self, number: int) -> None:
        place = self.order.index(number)
        if place >= self.placed:
            self._carry(place, self.placed)
            self.placed += 1
            self.cursor = min(self.placed, self.rows() - 1)
            self.redraw()

    def action_take_back(self) -> None:
        self.placed = max(0, self.placed - 1)
        self.cursor = self.placed
        self.redraw()

    def action_hold(self) -> None:
        self.is_held = not self.is_held

    def action_cursor(self, by: int) -> None:
        if self.is_held:
            self.action_move(by)
        else:
            super().action_cursor(by)

    def action_move(self, by: int) -> None:
        target = self.cursor + by
        if 0 <= target < self.rows():
            self._carry(self.cursor, target)
            self.cursor = target
            self.redraw()

    def action_submit(self) -> None:
        self.is_held = False
        is_fresh = self.strikes.is_fresh()
        if not self._is_begun and not (self._is_warned and is_fresh):
            self._is_warned = True
            self.post_message(self.Wanting(FIRST))
            return
        self.post_message(self.Given(tuple(self.prompt.items[number] for number in self.order)))

    def _carry(self, place: int, target: int) -> None:
        self._is_begun = True
        order = list(self.order)
        order.insert(target, order.pop(place))
        self.order = tuple(order)
