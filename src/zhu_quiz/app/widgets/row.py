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


class Hanging(Visual):
    """A text whose further lines stand under its beginning, not under its lead."""

    def __init__(self, lead: Content, body: Content) -> None:
        self.lead = lead
        self.body = body

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return self.lead.cell_length + self.body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.body.get_height(rules, self._room(width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        lines = self.body.render_strips(self._room(width), height, style, options)
        indent = Strip.blank(self.lead.cell_length, style.rich_style)
        first = self.lead.render_strips(max(1, self.lead.cell_length), 1, style, options)[:1] or [indent]
        return [Strip.join([first[0] if number == 0 else indent, line]) for number, line in enumerate(lines)]

    def _room(self, width: int) -> int:
        return max(2, width - self.lead.cell_length)


class Row(Widget):
    """One row, which can be clicked."""

    DEFAULT_CSS = """
    Row { height: auto; width: 1fr; }
    """

    @dataclass
    class Clicked(Message):
        row: "Row"

    def __init__(self, lead: Content, body: Content, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._visual = Hanging(lead, body)

    def show(self, lead: Content, body: Content) -> None:
        """Draws something else from now on."""
        self._visual = Hanging(lead, body)
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def render(self) -> Hanging:
        return self._visual

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self))
