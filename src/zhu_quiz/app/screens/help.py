"""The keys that can be pressed on the screen below, each from its own declaration."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from ..keys import key
from ..widgets.key_line import spelled
from ..widgets.page import Head, Page
from ..widgets.panes import Pane, Panes
from ..widgets.row import Row
from .page_screen import PageScreen

KEYS = 16
"""Cells of the column that names the keys."""


class HelpScreen(PageScreen, inherit_bindings=False):
    BINDINGS: ClassVar[list[BindingType]] = [
        key("pagedown", "more", "more", "Read on"),
        key("pageup", "back", "back", "Back to the text above", show=False),
        key("escape,enter,space,q,question_mark,f1", "leave", "back", "Back"),
    ]

    def __init__(self, below: PageScreen) -> None:
        super().__init__()
        self._below = below

    def compose(self) -> ComposeResult:
        rows = [
            Row(Content.assemble((keys.ljust(KEYS), "$foreground")), Content(does))
            for keys, does in self._keys()
        ]
        yield Page(Head(Content("Keys")), Panes(Pane(*rows)))

    def action_leave(self) -> None:
        self.dismiss()

    def _keys(self) -> Iterator[tuple[str, str]]:
        """Each tooltip once, with all keys that do it now."""
        keys: dict[str, list[str]] = {}
        for _, binding, is_possible, _ in self._below.active_bindings.values():
            if binding.tooltip and is_possible:
                keys.setdefault(binding.tooltip, []).append(spelled(binding.key))
        for does, names in keys.items():
            several = len(names) > 3
            yield (f"{names[0]}–{names[-1]}" if several else " ".join(dict.fromkeys(names))), does
