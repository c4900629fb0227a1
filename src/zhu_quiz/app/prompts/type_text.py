"""A typed answer: one line under the question."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from ...model.prompt import TypeText
from ...study.values import Answered
from ..text import in_line
from .form import HERE, Form, right_line, sign
from .line import Line


class TypeTextForm(Form[TypeText]):
    DEFAULT_CSS = """
    TypeTextForm { layout: horizontal; padding-left: 2; height: 1; }
    TypeTextForm .sign { width: 2; }
    TypeTextForm Line { width: 1fr; max-width: 60; }
    TypeTextForm .unit { width: auto; max-width: 40%; height: 1; padding-left: 1; color: $text-muted; }
    """

    is_typed = True

    def compose(self) -> ComposeResult:
        yield Static(Content.assemble(HERE), classes="sign")
        yield Line()
        if self.prompt.unit:
            yield Static(in_line(self.prompt.unit), classes="unit")

    def begin(self) -> None:
        self.query_one(Line).focus(scroll_visible=False)

    def watch_answered(self, answered: Answered | None) -> None:
        if answered is not None:
            self.query_one(Line).disabled = True
            self.query_one(".sign", Static).update(Content.assemble(sign(answered.mark.is_right)))

    def right_answer(self, answered: Answered) -> Sequence[Content]:
        expected = str(answered.mark.expected)
        return () if expected == answered.response else (right_line(expected),)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.post_message(self.Given(event.value))
        else:
            self.post_message(self.Wanting("Type your answer first."))
