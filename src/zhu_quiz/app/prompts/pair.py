"""Items that each want their match: a number chooses it for the item at the cursor, which then goes on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var

from ...model.prompt import Pair
from ..keys import digits, key
from ..text import shown
from ..widgets.row import Row
from .form import is_part_right, sign
from .list_form import ListForm

OPEN = -1


class PairForm(ListForm[Pair]):
    DEFAULT_CSS = """
    PairForm .match { padding-left: 4; }
    PairForm .-first { margin-top: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("match", "Choose the match of that number for the item at the cursor"),
        key("right", "turn(1)", "next match", "The next match for this item", id="next-match", show=False),
        key("left", "turn(-1)", "match before", "The match before", id="match-before", show=False),
        key("backspace,delete", "clear", "clear", "Leave this item open", show=False),
        key("enter", "submit", "answer", "Answer with these pairs"),
    ]

    chosen: var[tuple[int, ...]] = var(())
    """The number of the match, one an item."""

    def __init__(self, prompt: Pair) -> None:
        super().__init__(prompt)
        self.set_reactive(PairForm.chosen, (OPEN,) * len(prompt.items))
        self._is_warned = False

    def compose(self) -> ComposeResult:
        yield from super().compose()
        for index, match in enumerate(self.prompt.matches):
            lead = Content.assemble((str(index + 1).rjust(len(str(self.digits()))), "$text-accent"), "  ")
            yield Row(lead, shown(match), classes="match -first" if index == 0 else "match")

    def rows(self) -> int:
        return len(self.prompt.items)

    def digits(self) -> int:
        return len(self.prompt.matches)

    def number(self, index: int) -> str:
        return ""

    def sign(self, index: int) -> tuple[str, str]:
        return sign(self.answered is not None and is_part_right(self.answered, index))

    def body(self, index: int) -> Content:
        chosen = self.chosen[index]
        arrow = Content.assemble(("  →  ", "$text-muted"))
        parts = [shown(self.prompt.items[index]), arrow, self._match(chosen)]
        if self.answered and not is_part_right(self.answered, index):
            right = self.prompt.matches.index(self.answered.mark.expected[index])
            parts += [Content.assemble(("   right: ", "$text-muted")), self._match(right)]
        return Content.assemble(*parts)

    def _match(self, number: int) -> Content:
        if number == OPEN:
            return Content.assemble(("…", "$text-muted"))
        return Content.assemble((f"{number + 1}  ", "$text-accent"), shown(self.prompt.matches[number]))

    def choose(self, index: int) -> None:
        if index < self.rows():
            self.cursor = index
        else:
            self.action_digit(index - self.rows())

    def watch_chosen(self) -> None:
        self._is_warned = False
        self.redraw()

    def action_digit(self, number: int) -> None:
        self._choose(number)
        self.cursor = min(self.cursor + 1, self.rows() - 1)

    def action_turn(self, by: int) -> None:
        self._choose((self.chosen[self.cursor] + by) % len(self.prompt.matches))

    def action_clear(self) -> None:
        self._choose(OPEN)

    def action_submit(self) -> None:
        if OPEN in self.chosen and not self._is_warned:
            self.cursor = self.chosen.index(OPEN)
            self._is_warned = True
            self.post_message(self.Wanting("This one is still open; Enter again leaves it so."))
        else:
            self.post_message(
                self.Given(
                    tuple("" if number == OPEN else self.prompt.matches[number] for number in self.chosen)
                )
            )

    def _choose(self, number: int) -> None:
        chosen = list(self.chosen)
        chosen[self.cursor] = number
        self.chosen = tuple(chosen)
