"""A question as the learner's own widgets draw it, and beside or below it what is wrong with it."""

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget
from textual.widgets import Static

from ...model.mark import Unclear
from ...model.problem import Problem, Severity
from ...model.prompt import Recall
from ...study.trial import tried
from ...study.values import Turn
from ...teach.proofs import Proof, why_of_each
from ..text import in_line, raw, shown
from ..widgets.panes import Pane, SharedHeight
from ..widgets.row import Row
from ..words import counted
from .sheet import Sheet

WIDEST = 88
"""Cells of the learner's column."""
NARROWEST = 30
"""Cells that problems need for a column of their own."""
GAP = 4
MOST = 200
"""Lines of a broken question that are shown."""

SIGNS = {
    Severity.ERROR: ("✗ error", "bold $text-error"),
    Severity.WARNING: ("! warning", "bold $text-warning"),
    Severity.INFO: ("· info", "bold $text-muted"),
}
LEFT_OUT = "This question is left out until it is mended."


def columns(width: int, wanted: int | None) -> tuple[int, int]:
    """Cells of the question and of the problems beside it; 0 where those have to stand below."""
    question = min(wanted or max(60, min(WIDEST, width * 3 // 5)), width)
    beside = width - question - GAP
    is_roomy = beside >= NARROWEST and (wanted is not None or width >= 96)
    return (question, beside) if is_roomy else (min(wanted or WIDEST, width), 0)


class Beside(SharedHeight):
    """Arranges the last pane beside the others, or below them where the screen is narrow."""

    name = "beside"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        assert isinstance(parent, ProofSheet)
        question, beside = columns(size.width, parent.column)
        room = Size(question, size.height)
        if not beside:
            return super().arrange(parent, children, room, greedy)
        *panes, last = children
        region = Region(question + GAP, 0, beside, size.height)
        return [
            *super().arrange(parent, panes, room, greedy),
            WidgetPlacement(region, NULL_OFFSET, Spacing(), last),
        ]


class Problems(Pane):
    """Yields its room to the question, but for its beginning."""

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, problems: Iterable[Problem]) -> None:
        listed = [_drawn(problem) for problem in problems]
        title = counted(len(listed), "problem") if listed else "No problems found."
        self.query_one(Static).update(
            Content("\n\n").join([Content.assemble((title, "$text-muted")), *listed])
        )
        self.scroll_home(animate=False)

    def least(self, room: Size) -> int:
        return min(self.want(room), 3)


class ProofSheet(Sheet):
    DEFAULT_CSS = """
    ProofSheet #prompt > Row { color: $text-muted; }
    """

    column: int | None = None

    def compose(self) -> ComposeResult:
        yield Problems()

    @property
    def layout(self) -> Layout:
        return Beside()

    @property
    def is_typed(self) -> bool:
        """Letters are text in the question's prompt."""
        return self._form is not None and self._form.is_typed

    def hold_to(self, column: int | None) -> None:
        """Cells for the question; None for as many as there are."""
        self.column = column
        # Only what asks from within has the panes arranged anew.
        self.query_one("#stem").refresh(layout=True)

    async def show(self, proof: Proof, turn: Turn | None) -> None:
        """Asks the question, without taking the letters away from the keys of the screen."""
        self.query_one(Problems).show(proof.problems)
        if turn is None:
            await self._show_source(proof)
            return
        await self.ask(turn)
        if self.is_typed:
            # A widget that is to have the focus gets it a moment later.
            self.app.call_later(self.screen.set_focus, None)

    async def give(self, response: str | tuple[str, ...]) -> None:
        """Shows what an answer would be worth."""
        assert self.turn is not None
        answered = tried(self.turn, response)
        if isinstance(answered, Unclear):
            await self.ask_back(answered)
        else:
            await self.reveal(answered)

    async def show_answer(self) -> None:
        """All that the question has to say."""
        assert self.turn is not None
        question, answered = self.turn.question, tried(self.turn, None)
        if isinstance(self.turn.prompt, Recall):
            self.show_back()
            return
        assert not isinstance(answered, Unclear)
        await self.reveal(answered)
        self.remarks.add("verdict", Content("\n").join(_whys(why_of_each(question))))
        self.remarks.add("hints", Content("\n").join(shown(f"Hint: {hint}") for hint in question.hint))

    def begin(self) -> None:
        """Takes what is typed for an answer."""
        assert self._form is not None
        self._form.begin()

    async def _show_source(self, proof: Proof) -> None:
        self.turn = self.answered = self._form = None
        self.remarks.say()
        stem = LEFT_OUT if proof.number else "This is about the bank itself."
        self.query_one("#stem Static", Static).update(Content(stem))
        prompt = self.query_one("#prompt", Pane)
        await prompt.remove_children()
        numbered = enumerate(proof.source[:MOST], proof.line)
        await prompt.mount_all(Row(raw(f"{number:>4}  "), raw(line)) for number, line in numbered)


def _drawn(problem: Problem) -> Content:
    sign, style = SIGNS[problem.severity]
    where = f" · line {problem.place.line}" if problem.place.line else ""
    parts = [
        Content.assemble((sign, style), (f" {problem.code}{where}", "$text-muted")),
        shown(problem.message),
    ]
    if problem.remedy:
        parts.append(shown(problem.remedy, "$text-muted"))
    return Content("\n").join(parts)


def _whys(whys: Iterable[tuple[str, str]]) -> Iterator[Content]:
    for answer, why in whys:
        yield Content.assemble(in_line(answer, "$text-muted"), (": ", "$text-muted"), in_line(why))
