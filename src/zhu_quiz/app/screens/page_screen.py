"""What all screens have in common: a page whose long parts scroll, and help over it."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from ..keys import key
from ..text import shown
from ..widgets.panes import Pane

TAKEN_BACK = "Taken back: what you did last."
NOTHING_TO_TAKE_BACK = "Nothing to take back."


class PageScreen(Screen[Any]):
    # Not in a file: that of the first screen would have all other sheets parsed again, which takes 10 ms.
    DEFAULT_CSS = """
    PageScreen { align: center top; overflow: auto; }

    /* Where room is short the margins go first, then the line of the source. */
    PageScreen.-low Page { padding: 0 2; }
    PageScreen.-low Page > #foot { margin-top: 0; }
    PageScreen.-narrow Page { padding-left: 1; padding-right: 1; }
    PageScreen.-narrow Form { padding-left: 0; }
    """

    AUTO_FOCUS = ""
    # Textual declares these two as attributes of instances.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (23, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        key("pagedown", "more", "more", "Read on"),
        key("pageup", "back", "back", "Back to the text above", show=False),
        key("question_mark,f1", "help", "keys", "All keys, as here"),
    ]

    def panes(self) -> Sequence[Pane]:
        """The regions that may scroll, in the order in which they are read."""
        return list(self.query(Pane))

    def tell(self, text: str) -> None:
        """Says something on the line that the screen has for it."""
        self.query_one("#notice", Static).update(shown(text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "more":
                return any(pane.scroll_offset.y < pane.max_scroll_y for pane in self.panes())
            case "back":
                return any(pane.scroll_offset.y > 0 for pane in self.panes())
        return True

    def action_more(self) -> None:
        pane = next(pane for pane in self.panes() if pane.scroll_offset.y < pane.max_scroll_y)
        pane.scroll_page_down(animate=False)

    def action_back(self) -> None:
        pane = next(pane for pane in reversed(self.panes()) if pane.scroll_offset.y > 0)
        pane.scroll_page_up(animate=False)

    def action_help(self) -> None:
        # Imported here: most sittings never open it.
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self))
