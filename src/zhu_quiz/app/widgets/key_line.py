"""What the keys do now, in one or two lines at the bottom of a screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.css.styles import RulesMap
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

SPELLED = {
    "enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab", "backspace": "Backspace",
    "pagedown": "PgDn", "pageup": "PgUp", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "question_mark": "?", "minus": "-", "at": "@", "asterisk": "*", "exclamation_mark": "!",
    "shift": "Shift", "ctrl": "Ctrl",
}  # fmt: skip

LAST = ("help", "leave")
"""Ids of the keys that stand at the end of every line: always in the same place."""


@dataclass(frozen=True)
class Hint:
    """A key and what it does."""

    key: str
    does: str

    @property
    def width(self) -> int:
        return len(self.key) + 1 + len(self.does)


def spelled(key: str) -> str:
    """A key as it is called on the keyboard."""
    *modifiers, last = (SPELLED.get(part, part) for part in key.split("+"))
    if (len(last) > 1 and last[0] == "f" and last[1:].isdigit()) or modifiers:
        last = last.upper() if len(last) <= 3 else last
    return "+".join([*modifiers, last])


def flow(
    first: Sequence[Hint], last: Sequence[Hint], width: int, lines: int = 2
) -> tuple[tuple[Hint, ...], ...]:
    """Breaks hints into lines. Those of `last` keep room at the end; what finds none is left out."""
    reserved = sum(hint.width + 3 for hint in last)
    rows: list[list[Hint]] = [[]]
    for hint in first:
        if _taken(rows[-1]) + hint.width > width - (reserved if len(rows) == lines else 0) and rows[-1]:
            if len(rows) == lines:
                continue
            rows.append([])
        rows[-1].append(hint)
    if _taken(rows[-1]) + reserved > width and len(rows) < lines:
        rows.append([])
    return tuple(tuple(row) for row in rows)


def _taken(row: Sequence[Hint]) -> int:
    return sum(hint.width + 3 for hint in row)


class Flowing(Visual):
    """Hints in as many lines as they need, two at the most."""

    def __init__(self, first: Sequence[Hint], last: Sequence[Hint]) -> None:
        self.first = first
        self.last = last

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(flow(self.first, self.last, width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        *rows, ending = (_drawn(row) for row in flow(self.first, self.last, width))
        end = _drawn(self.last)
        gap = " " * max(1, width - ending.cell_length - end.cell_length)
        lines = [*rows, Content.assemble(ending, gap, end)]
        return [
            strip for line in lines for strip in line.truncate(width).render_strips(width, 1, style, options)
        ]


class KeyLine(Widget):
    """Draws the shown bindings that are possible now, the focused widget's first."""

    DEFAULT_CSS = """
    KeyLine { height: auto; width: 1fr; color: $text-muted; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._refreshed)

    def _refreshed(self, screen: Screen[object]) -> None:
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def render(self) -> Flowing:
        hints = tuple(self._hints())
        return Flowing(
            tuple(hint for name, hint in hints if name not in LAST),
            tuple(hint for last in LAST for name, hint in hints if name == last),
        )

    def _hints(self) -> Iterator[tuple[str, Hint]]:
        shown = dict[str, list[Binding]]()
        for _, binding, is_possible, _ in self.screen.active_bindings.values():
            if binding.show and is_possible:
                shown.setdefault(binding.group.description if binding.group else binding.action, []).append(
                    binding
                )
        for first, *others in shown.values():
            if first.group is None:
                yield first.id or "", Hint(spelled(first.key), first.description)
            else:
                keys = dict.fromkeys(spelled(each.key) for each in (first, *others[-1:]))
                yield first.id or "", Hint("–".join(keys), first.group.description)


def _drawn(hints: Sequence[Hint]) -> Content:
    return Content("   ").join(Content.assemble((hint.key, "$foreground"), " ", hint.does) for hint in hints)
