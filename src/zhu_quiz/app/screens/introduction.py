"""What a section of the article is about, for those who have not read it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from ...bank.head import Section
from ..keys import key
from ..text import in_line, shown
from ..widgets.page import Head, Page
from ..widgets.panes import Pane, Panes
from .page_screen import PageScreen


class IntroductionScreen(PageScreen):
    """Comes back with whether the learner goes on."""

    DEFAULT_CSS = """
    IntroductionScreen #title { text-style: bold; margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space,escape", "leave(True)", "go on", "On to the question", id="done"),
        key("q", "leave(False)", "leave", "Leave; everything is saved", id="leave"),
    ]

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section

    def compose(self) -> ComposeResult:
        yield Page(
            Head(Content("What this part is about")),
            Panes(
                Pane(
                    Static(in_line(self._section.title), id="title"),
                    Static(shown(self._section.about), id="about"),
                )
            ),
        )

    def show(self, section: Section) -> None:
        """Another wording of it."""
        self.query_one("#title", Static).update(in_line(section.title))
        self.query_one("#about", Static).update(shown(section.about))

    def action_leave(self, goes_on: bool) -> None:
        self.dismiss(goes_on)
