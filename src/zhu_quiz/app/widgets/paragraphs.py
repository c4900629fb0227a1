"""Paragraphs with air between them; where room is short, what can be spared goes first, then the air."""

from collections.abc import Iterable

from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from .panes import Pane

SPARE = "-spare"
"""Class of a paragraph that can be done without."""


class Folding(Layout):
    """Arranges from top to bottom; the margins at the top are the air."""

    name = "folding"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        parent.pre_layout(self)
        heights = {child: height(child, size) for child in children}
        spare = sum(heights[child] for child in children if child.has_class(SPARE))
        least, airs = sum(heights.values()) - spare, sum(map(air, children[1:]))
        is_whole, is_airy = least + airs + spare <= size.height, least + airs <= size.height
        placements, y = [], 0
        for index, child in enumerate(children):
            y += air(child) if is_airy and index else 0
            lines = heights[child] if is_whole or not child.has_class(SPARE) else 0
            region = Region(0, y, size.width, lines)
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
        return sum(height(child, inner) for child in shown if not child.has_class(SPARE))


def air(paragraph: Widget) -> int:
    return paragraph.styles.margin.top


def height(paragraph: Widget, room: Size) -> int:
    """Lines of a paragraph in that width."""
    gutter = paragraph.styles.gutter
    viewport = paragraph.app.viewport_size
    return paragraph.get_content_height(room, viewport, max(1, room.width - gutter.width)) + gutter.height
