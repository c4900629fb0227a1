"""Paragraphs with air between them; where room is short, the air goes first."""

from collections.abc import Iterable

from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from .panes import Pane

YIELDING = "-yielding"
"""Class of a paragraph that may wait below the fold, so that other panes are whole."""


class Folding(Layout):
    """Arranges from top to bottom; the margins at the top are the air."""

    name = "folding"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        parent.pre_layout(self)
        heights = {child: height(child, size) for child in children}
        is_airy = sum(heights.values()) + sum(map(air, children[1:])) <= size.height
        placements, y = [], 0
        for index, child in enumerate(children):
            y += air(child) if is_airy and index else 0
            region = Region(0, y, size.width, heights[child])
            placements.append(WidgetPlacement(region, NULL_OFFSET, Spacing(), child))
            y = region.bottom
        return placements


class Paragraphs(Pane):
    """Holds paragraphs; one without text takes no room."""

    @property
    def layout(self) -> Layout:
        return Folding()

    def least(self, room: Size) -> int:
        inner = Size(max(1, room.width - 1), 0)
        shown: Iterable[Widget] = self.displayed_children
        return sum(height(child, inner) for child in shown if not child.has_class(YIELDING))


def air(paragraph: Widget) -> int:
    return paragraph.styles.margin.top


def height(paragraph: Widget, room: Size) -> int:
    """Lines of a paragraph in that width."""
    gutter = paragraph.styles.gutter
    viewport = paragraph.app.viewport_size
    return paragraph.get_content_height(room, viewport, max(1, room.width - gutter.width)) + gutter.height
