"""What is said about a question and its answer; under the prompt, so that nothing above it moves."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ..widgets.paragraphs import YIELDING, Paragraphs

PARTS = ("hints", "aside", "wanting", "verdict", "right", "explanation", "passage", "source")


class Remarks(Paragraphs):
    """Paragraphs that each have their place."""

    DEFAULT_CSS = """
    Remarks > Static { margin-top: 1; }
    Remarks > .passage, Remarks > .source { color: $text-muted; margin-top: 0; }
    Remarks > .right { padding-left: 2; margin-top: 0; }
    """

    def compose(self) -> ComposeResult:
        for part in PARTS:
            paragraph = Static(classes=f"{part} {YIELDING}" if part == "passage" else part)
            paragraph.display = False
            yield paragraph

    def say(self, **paragraphs: Content) -> None:
        """Puts these paragraphs in the place of all that was said."""
        for part in PARTS:
            self.add(part, paragraphs.get(part, Content()))
        self.scroll_home(animate=False)

    def add(self, part: str, content: Content) -> None:
        """Puts one paragraph beside those that stand."""
        if content.plain or self.says(part):
            paragraph = self._paragraph(part)
            paragraph.update(content)
            paragraph.display = bool(content.plain)

    def says(self, part: str) -> str:
        """What stands in a paragraph."""
        paragraph = self._paragraph(part)
        return str(paragraph.content) if paragraph.display else ""

    def point_at(self, part: str) -> None:
        """Scrolls to a paragraph."""
        self.call_after_refresh(self.scroll_to_widget, self._paragraph(part), animate=False, top=True)

    def _paragraph(self, part: str) -> Static:
        return self.query_one(f".{part}", Static)
