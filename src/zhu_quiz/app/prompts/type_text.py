"""A typed answer: one line under the question."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from ...model.prompt import TypeText
from ...study.values import Marked
from ..text import in_line
from .form import HERE, NO_ANSWER, Form, is_told, right_line, sign
from .line import Line


class TypeTextForm(Form[TypeText]):
    DEFAULT_CSS = """
    TypeTextForm { layout: horizontal; padding-left: 2; }
    TypeTextForm .given { width: 1fr; max-width: 60; background: $surface; display: none; }
    TypeTextForm .sign { width: 2; }
    TypeTextForm Line { width: 1fr; max-width: 60; }
    TypeTextForm .unit { width: auto; max-width: 40%; height: 1; padding-left: 1; color: $text-muted; }
    """

    is_typed = True

    def compose(self) -> ComposeResult:
        yield Static(Content.assemble(HERE), classes="sign")
        yield Line()
        yield Static(classes="given")
        if self.prompt.unit:
            yield Static(in_line(self.prompt.unit), classes="unit")

    def begin(self) -> None:
        self.query_one(Line).focus(scroll_visible=False)

    def watch_answered(self, answered: Marked | None) -> None:
        if answered is not None:
            line, given = self.query_one(Line), self.query_one(".given", Static)
            # The line would show no more of a long answer than its end.
            given.update(self._told(answered) if answered.response is None else in_line(line.value))
            line.disabled, line.display, given.display = True, False, True
            self.query_one(".sign", Static).update(Content.assemble(sign(answered.mark.is_right)))

    def _told(self, answered: Marked) -> Content:
        figures = str(answered.mark.expected).removesuffix(self.prompt.unit).strip()
        return in_line(figures) if is_told(answered) else NO_ANSWER

    def right_answer(self, answered: Marked) -> Sequence[Content]:
        expected = str(answered.mark.expected)
        # Of a slip the remark has told the spelling.
        is_known = expected == answered.response or answered.mark.is_slip or is_told(answered)
        return () if is_known else (right_line(expected),)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.post_message(self.Given(event.value))
        else:
            self.post_message(self.Wanting("Type your answer first."))
