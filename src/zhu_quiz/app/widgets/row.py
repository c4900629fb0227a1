"""A row of a list: something short in front, and a text that wraps beside it."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.css.styles import RulesMap
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

NOTHING = Content()
TAG_HANG = 4


class Hanging(Visual):
    """A text whose further lines stand under its beginning, not under its lead.

    The tag behind it takes a line of its own before it would be torn apart."""

    def __init__(self, lead: Content, body: Content, tag: Content = NOTHING, hang: int = 0) -> None:
        self.lead = lead
        self.body = body
        self.tag = tag
        self.hang = hang

    def lines(self, width: int) -> list[Content]:
        """All that stands beside the lead."""
        room = max(2, width - self.lead.cell_length)
        lines = self.body.wrap(room)
        hang = min(self.hang, room - 2)
        if hang and len(lines) > 1:
            first, *others = self.body.wrap(room - hang)
            lines = [first, *(line.pad_left(hang) for line in others)]
        if not self.tag.plain:
            return lines
        joined = Content.assemble(lines[-1].rstrip(), "   ", self.tag)
        if joined.cell_length <= room:
            return [*lines[:-1], joined]
        hang = min(TAG_HANG, room - 2)
        return [*lines, *(line.pad_left(hang) for line in self.tag.wrap(room - hang))]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self.lines(width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        room = max(2, width - self.lead.cell_length)
        lines = [strip for line in self.lines(width) for strip in line.render_strips(room, 1, style, options)]
        indent = Strip.blank(self.lead.cell_length, style.rich_style)
        first = self.lead.render_strips(max(1, self.lead.cell_length), 1, style, options)[:1] or [indent]
        return [Strip.join([first[0] if number == 0 else indent, line]) for number, line in enumerate(lines)]


class Row(Widget):
    """One row, which can be clicked."""

    DEFAULT_CSS = """
    Row { height: auto; width: 1fr; }
    """

    @dataclass
    class Clicked(Message):
        row: "Row"

    def __init__(self, lead: Content, body: Content, *, hang: int = 0, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._hang = hang
        self._visual = Hanging(lead, body, hang=hang)

    def show(self, lead: Content, body: Content, tag: Content = NOTHING) -> None:
        """Draws something else from now on."""
        self._visual = Hanging(lead, body, tag, self._hang)
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def render(self) -> Hanging:
        return self._visual

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self))
