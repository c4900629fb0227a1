"""The frame of every screen: a column; where you are on top, what the keys do at the bottom."""

from collections.abc import Iterable

from textual.containers import Vertical, VerticalGroup
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from .key_line import KeyLine

NOTHING = Content()


class TwoEnded(Visual):
    """One line with a text at either end; where they do not fit, the left one keeps its room."""

    def __init__(self, left: Content, right: Content) -> None:
        self.left = left
        self.right = right

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 1

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        room = width - self.left.cell_length - 2
        right = self.right.truncate(room, ellipsis=True) if room >= 4 else NOTHING
        gap = " " * max(0, width - self.left.cell_length - right.cell_length)
        line = Content.assemble(self.left, gap, right).truncate(max(1, width), ellipsis=True)
        return line.render_strips(max(1, width), 1, style, options)


class Head(Widget):
    """Where you are."""

    DEFAULT_CSS = """
    Head { height: 1; width: 1fr; color: $text-muted; }
    """

    def __init__(self, left: Content = NOTHING, right: Content = NOTHING) -> None:
        super().__init__()
        self._visual = TwoEnded(left, right)

    def show(self, left: Content, right: Content) -> None:
        self._visual = TwoEnded(left, right)
        self.refresh()

    def render(self) -> TwoEnded:
        return self._visual


class Page(Vertical):
    """The column, at most 88 cells wide."""

    DEFAULT_CSS = """
    Page { width: 100%; max-width: 92; height: 100%; padding: 1 2 0 2; }
    Page > Head { margin-bottom: 1; }
    Page > #foot { height: auto; margin-top: 1; }
    """

    def __init__(self, head: Head, body: Widget, foot: Iterable[Widget] = ()) -> None:
        super().__init__(head, body, VerticalGroup(*foot, KeyLine(), id="foot"))
