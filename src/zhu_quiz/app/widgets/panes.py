"""Regions that share the height: a small one is never cut, a long one scrolls in what is left."""

from collections.abc import Sequence

from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

HIGH = 26
"""Lines from which there is room for wide gaps."""

WIDE_GAP = 2


def shares(room: int, wants: Sequence[int]) -> tuple[int, ...]:
    """How many lines each gets. Where there are too few, nobody gets more than those who wanted more."""
    given = [0] * len(wants)
    by_want = sorted(range(len(wants)), key=lambda index: wants[index])
    for waiting, index in zip(range(len(wants), 0, -1), by_want, strict=True):
        given[index] = min(wants[index], max(0, room) // waiting)
        room -= given[index]
    return tuple(given)


def yielding(room: int, wants: Sequence[int], least: Sequence[int]) -> tuple[int, ...]:
    """What is wanted once the lowest have done without all that they can, as far as room is short."""
    wanted = list(wants)
    for index in reversed(range(len(wanted))):
        wanted[index] -= max(0, min(sum(wanted) - room, wanted[index] - least[index]))
    return tuple(wanted)


class SharedHeight(Layout):
    """Arranges panes from top to bottom."""

    name = "shared-height"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        parent.pre_layout(self)
        panes = [child for child in children if isinstance(child, Pane)]
        wants = tuple(pane.want(size) for pane in panes)
        widest = WIDE_GAP if size.height >= HIGH else 1
        gaps = tuple(widest if index and want else 0 for index, want in enumerate(wants))
        wants = yielding(size.height - sum(gaps), wants, [pane.least(size) for pane in panes])
        # What has to scroll anyway keeps its air.
        least_gaps = [min(gap, int(sum(wants) > size.height)) for gap in gaps]
        gaps = yielding(size.height - sum(wants), gaps, least_gaps)
        heights = shares(size.height - sum(gaps), wants)
        placements, y = [], 0
        for pane, height, gap in zip(panes, heights, gaps, strict=True):
            region = Region(0, y + gap, size.width, height)
            placements.append(WidgetPlacement(region, NULL_OFFSET, Spacing(), pane))
            y = region.bottom
        return placements


class Pane(Widget, can_focus=False, can_focus_children=True):
    """A region that scrolls when its content is taller."""

    DEFAULT_CSS = """
    Pane {
        width: 1fr; height: auto; layout: vertical;
        overflow-x: hidden; overflow-y: auto;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1;
    }
    """

    def want(self, room: Size) -> int:
        """How many lines it would like to have."""
        # The scrollbar keeps its column, so that nothing wraps anew when it appears.
        return self.get_content_height(room, self.app.viewport_size, max(1, room.width - 1))

    def least(self, room: Size) -> int:
        """How many lines it can do with."""
        return self.want(room)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.screen.refresh_bindings()

    def watch_show_vertical_scrollbar(self) -> None:
        self.screen.refresh_bindings()


class Panes(Widget):
    """Holds panes."""

    DEFAULT_CSS = """
    Panes { width: 1fr; height: 1fr; layout: vertical; overflow: hidden hidden; }
    """

    @property
    def layout(self) -> Layout:
        return SharedHeight()
