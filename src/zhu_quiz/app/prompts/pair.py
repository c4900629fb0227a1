"""Items that each want their match: a number chooses it for the item at the cursor, which then goes on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var

from ...model.prompt import Pair
from ...study.values import Marked
from ..keys import digits, key
from ..strikes import Strikes
from ..text import shown
from ..widgets.row import Row
from .form import is_part_right, is_told, sign
from .list_form import ListForm

OPEN = -1


class PairForm(ListForm[Pair]):
    HANG = 4
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

    def __init__(self, prompt: Pair, strikes: Strikes | None = None) -> None:
        super().__init__(prompt, strikes)
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
        return Content.assemble(shown(self.prompt.items[index]), arrow, self._match(chosen))

    def tag(self, index: int) -> Content:
        if not self.answered or is_part_right(self.answered, index):
            return Content()
        right = self.prompt.matches.index(self.answered.mark.expected[index])
        return Content.assemble(("right: ", "$text-muted"), self._match(right))

    def _match(self, number: int) -> Content:
        if number == OPEN:
            return Content.assemble(("…", "$text-muted"))
        return Content.assemble((f"{number + 1}  ", "$text-accent"), shown(self.prompt.matches[number]))

    def choose(self, index: int) -> None:
        if index < self.rows():
            self.cursor = index
        else:
            self.action_digit(index - self.rows())

    def watch_answered(self, answered: Marked | None) -> None:
        if answered is not None and answered.response is None:
            told = map(self.prompt.matches.index, answered.mark.expected)
            self.chosen = tuple(told) if is_told(answered) else (OPEN,) * self.rows()
        super().watch_answered(answered)

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
        is_fresh, still_open = self.strikes.is_fresh(), self.chosen.count(OPEN)
        if still_open and not (self._is_warned and is_fresh):
            self.cursor = self.chosen.index(OPEN)
            self._is_warned = True
            are = "is" if still_open == 1 else "are"
            self.post_message(self.Wanting(f"{still_open} {are} still open. Enter again answers anyway."))
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
