"""A text with gaps, each a line to type into where it stands in the text."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget
from textual.widgets import Input

from ...model.prompt import FillGaps
from ...study.values import Marked
from ..strikes import Strikes
from ..text import in_line, shown
from .form import Form, is_part_right, is_told, sign
from .line import Line

FIRST_SLOT = 0xE000
"""While the text is wrapped, each gap is a run of a character of its own, private and so in no text."""

WIDTH = 18
"""Of every gap in cells, so that none tells how long its answer is. The first two hold its number or sign."""


def slot(lines: Sequence[Content], index: int) -> Region:
    """Where a gap is in the wrapped text; of no size where it found no room."""
    character = chr(FIRST_SLOT + index)
    for y, line in enumerate(lines):
        start = line.plain.find(character)
        if start >= 0:
            return Region(Content(line.plain[:start]).cell_length, y, line.plain.count(character), 1)
    return Region()


class InText(Layout):
    """Lays the text over the whole width, and the line of each gap over its place."""

    name = "in-text"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        assert isinstance(parent, FillGapsForm)
        text, *gaps = children
        lines = parent.wrapped(size.width)
        placements = [WidgetPlacement(Region(0, 0, size.width, len(lines)), NULL_OFFSET, Spacing(), text)]
        for index, gap in enumerate(gaps):
            place = slot(lines, index).shrink(Spacing(left=2))
            placements.append(WidgetPlacement(place, NULL_OFFSET, Spacing(), gap, order=1))
        return placements


class GapText(Widget):
    """The text around the gaps, with a number or a sign at the beginning of each."""

    def __init__(self, form: "FillGapsForm") -> None:
        super().__init__()
        self._form = form

    def render(self) -> Content:
        return Content("\n").join(self._form.numbered(line) for line in self._form.wrapped(self.size.width))


class FillGapsForm(Form[FillGaps]):
    DEFAULT_CSS = """
    FillGapsForm { layout: vertical; }
    """

    is_typed = True

    def __init__(self, prompt: FillGaps, strikes: Strikes | None = None) -> None:
        super().__init__(prompt, strikes)
        self._is_warned = False

    @property
    def layout(self) -> Layout:
        return InText()

    def compose(self) -> ComposeResult:
        yield GapText(self)
        for hint in self.prompt.hints:
            line = Line()
            line.placeholder = in_line(hint).plain
            yield line

    def begin(self) -> None:
        self._lines[0].focus(scroll_visible=False)

    def wrapped(self, width: int) -> list[Content]:
        """The lines of the text, with a run of its own character for every gap."""
        taken = {FIRST_SLOT + index: "\N{REPLACEMENT CHARACTER}" for index in range(len(self.prompt.hints))}
        # Without a stem the text is the question itself.
        style = "" if self.prompt.stem else "bold"
        first, *others = (shown(piece.translate(taken), style) for piece in self.prompt.pieces)
        cells = max(4, min(WIDTH, width - 2))
        parts = [first]
        for index, piece in enumerate(others):
            is_followed_at_once = not piece and index + 1 < len(others)
            parts += [
                self._written(index, cells) or Content(chr(FIRST_SLOT + index) * cells),
                Content(" ") if is_followed_at_once else piece,
            ]
        return Content.assemble(*parts).wrap(max(4, width))

    def _written(self, index: int, cells: int) -> Content | None:
        """An answer that is longer than its gap, once that can no longer scroll."""
        text = self._lines[index].value
        if self.answered is None or Content(text).cell_length <= cells - 2:
            return None
        style = "not bold $foreground on $surface"
        return Content.assemble(sign(is_part_right(self.answered, index)), in_line(text, style))

    def numbered(self, line: Content) -> Content:
        """A wrapped line as it is drawn."""
        for index in range(len(self.prompt.hints)):
            character = chr(FIRST_SLOT + index)
            start, cells = line.plain.find(character), line.plain.count(character)
            if cells:
                text, style = (f"{index + 1} ", "$text-accent")
                if self.answered:
                    text, style = sign(is_part_right(self.answered, index))
                drawn = text.ljust(cells)[:cells]
                plain = line.plain[:start] + drawn + line.plain[start + cells :]
                line = Content(plain, list(line.spans)).stylize(style, start, start + 2)
        return line

    def watch_answered(self, answered: Marked | None) -> None:
        if answered is not None:
            for line, right in zip(self._lines, answered.mark.expected, strict=True):
                line.disabled, line.placeholder = True, "no answer"
                if answered.response is None:
                    line.value = right if is_told(answered) else ""
            self.query_one(GapText).refresh(layout=True)

    def right_answer(self, answered: Marked) -> Sequence[Content]:
        wrong = [
            Content.assemble((f"{index + 1} ", "$text-accent"), in_line(text))
            for index, text in enumerate(answered.mark.expected)
            if not is_part_right(answered, index)
        ]
        return [Content("   ").join([Content.assemble(("Right:", "$text-muted")), *wrong])] if wrong else []

    def on_input_changed(self, event: Input.Changed) -> None:
        self._is_warned = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        inputs: list[Input] = [*self._lines]
        here, texts = inputs.index(event.input), tuple(line.value for line in inputs)
        empty = [index for index, text in enumerate(texts) if not text.strip()]
        is_fresh = self.strikes.is_fresh()
        if not empty or (self._is_warned and is_fresh):
            self.post_message(self.Given(texts))
        elif here + 1 < len(texts):
            self._lines[here + 1].focus()
        else:
            self._is_warned = True
            self._lines[empty[0]].focus()
            self.post_message(self.Wanting("This gap is still empty; Enter again leaves it open."))

    @property
    def _lines(self) -> list[Line]:
        return list(self.query(Line))
