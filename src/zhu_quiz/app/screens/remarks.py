"""What is said about a question and its answer; under the prompt, so that nothing above it moves."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ..widgets.paragraphs import SPARE, Paragraphs

PARTS = ("aside", "verdict", "right", "explanation", "passage", "source")


class Remarks(Paragraphs):
    """Paragraphs that each have their place."""

    DEFAULT_CSS = """
    Remarks > Static { margin-top: 1; }
    Remarks > .passage, Remarks > .source { color: $text-muted; margin-top: 0; }
    Remarks > .right { padding-left: 2; margin-top: 0; }
    """

    def compose(self) -> ComposeResult:
        for part in PARTS:
            paragraph = Static(classes=f"{part} {SPARE}" if part == "passage" else part)
            paragraph.display = False
            yield paragraph

    def say(self, **paragraphs: Content) -> None:
        """Puts these paragraphs in the place of all that was said."""
        for part in PARTS:
            self.add(part, paragraphs.get(part, Content()))
        self.scroll_home(animate=False)

    def add(self, part: str, content: Content) -> None:
        """Puts one paragraph beside those that stand."""
        paragraph = self.query_one(f".{part}", Static)
        paragraph.update(content)
        paragraph.display = bool(content.plain)
