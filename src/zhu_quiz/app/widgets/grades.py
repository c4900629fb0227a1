"""The four grades with what each leads to, and what follows from the one that counts."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from ...model.memory import Grade
from ...study.values import GradeChoice
from ..words import briefly


class Grades(Widget):
    DEFAULT_CSS = """
    Grades { height: auto; width: 1fr; display: none; }
    Grades.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._content = Content()

    def hide(self) -> None:
        self.remove_class("-shown")

    def show(self, choices: Sequence[GradeChoice], grade: Grade, outlook: str = "") -> None:
        """Draws the choices with this one marked, under the outlook."""
        row = Content("   ").join(_drawn(choice, choice.grade is grade) for choice in choices)
        above = Content.assemble((outlook, "$text-muted"), "\n") if outlook else Content()
        self._content = Content.assemble(above, row)
        self.add_class("-shown")
        self.refresh(layout=True)

    def render(self) -> Content:
        return self._content


def _drawn(choice: GradeChoice, is_marked: bool) -> Content:
    text = f"{choice.grade} {choice.grade.word} {briefly(choice.days)}".strip()
    if is_marked:
        return Content.assemble(("▸", "bold $text-accent"), (text, "bold"))
    return Content.assemble((text, "$text-muted"))
