"""A question as the learner's own widgets draw it, and beside or below it what is wrong with it."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget
from textual.widgets import Static

from ...model.mark import Response, Unclear
from ...model.prompt import PickMany, PickOne
from ...study.trial import told, tried
from ...study.values import Turn
from ...teach.telling.proofs import Proof
from ..prompts.line import Line
from ..prompts.recall import RecallForm
from ..text import in_line, shown
from ..widgets.panes import Pane, SharedHeight
from .proof_notes import Lines, Problems
from .sheet import Sheet

WIDEST = 88
"""Cells of the learner's column."""
NARROWEST = 30
"""Cells that problems need for a column of their own."""
GAP = 4
LEFT_OUT = "This question is left out until it is mended."
HOW_TO_TYPE = "Tab to type"


def columns(width: int, wanted: int | None) -> tuple[int, int]:
    """Cells of the question and of the problems beside it; 0 where those have to stand below."""
    question = min(wanted or max(60, min(WIDEST, width * 3 // 5)), width)
    beside = width - question - GAP
    is_roomy = beside >= NARROWEST and (wanted is not None or width >= 96)
    return (question, beside) if is_roomy else (min(wanted or WIDEST, width), 0)


class Beside(SharedHeight):
    """Arranges the problems beside the other panes, or among them where the screen is narrow."""

    name = "beside"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        assert isinstance(parent, ProofSheet)
        question, beside = columns(size.width, parent.column)
        room = Size(question, size.height)
        if not beside:
            return super().arrange(parent, children, room, greedy)
        problems = next(child for child in children if isinstance(child, Problems))
        panes = [child for child in children if child is not problems]
        region = Region(question + GAP, 0, beside, size.height)
        return [
            *super().arrange(parent, panes, room, greedy),
            WidgetPlacement(region, NULL_OFFSET, Spacing(), problems),
        ]


class ProofSheet(Sheet):
    column: int | None = None
    shows_answers: bool = False
    """Whatever is asked is answered at once."""

    def compose(self) -> ComposeResult:
        yield Problems()
        yield Lines()

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
        self.query_one(Problems).show(proof)
        if turn is None:
            await self._show_broken(proof)
            return
        await self.query_one(Lines).clear()
        await self.ask(turn)
        for line in self.query(Line).results():
            line.placeholder = line.placeholder or HOW_TO_TYPE
        if self.shows_answers:
            await self._show_answer()
        if self.is_typed or self.shows_answers:
            # A widget that is to have the focus gets it a moment later.
            self.app.call_later(self.screen.set_focus, None)

    async def renew(self, proof: Proof, turn: Turn | None) -> None:
        """Goes on with what the file says now: what was typed or answered stays where the same is asked."""
        if turn is None or self.turn is None or turn.prompt != self.turn.prompt:
            await self.show(proof, turn)
            return
        self.query_one(Problems).show(proof)
        self.turn = turn
        if self.shows_answers:
            await self._show_answer()
        elif self.is_turned:
            self.turn_over()
        elif (answered := self.answered) and answered.response is not None:
            self.answered = None
            await self.give(answered.response)

    async def give(self, response: Response) -> None:
        """Shows what an answer would be worth."""
        assert self.turn is not None
        answered = tried(self.turn, response)
        if isinstance(answered, Unclear):
            await self.ask_back(answered)
        else:
            await self.reveal(answered)

    def begin(self) -> None:
        """Takes what is typed for an answer."""
        assert self._form is not None
        for line in self.query(Line).results():
            line.placeholder = line.placeholder.removeprefix(HOW_TO_TYPE)
        self._form.begin()

    async def _show_answer(self) -> None:
        """All that the question has to say."""
        assert self.turn is not None
        if isinstance(self._form, RecallForm):
            self._form.is_turned = True
            self.turn_over()
        else:
            await self.reveal(told(self.turn))
        self.remarks.add("verdict", Content("\n").join(_said(self.turn)))

    async def _show_broken(self, proof: Proof) -> None:
        self.turn = self.answered = self._form = None
        self.is_turned = False
        self.remarks.say()
        stem = LEFT_OUT if proof.number else "This is about the bank itself."
        self.query_one("#stem Static", Static).update(Content(stem))
        await self.query_one("#prompt", Pane).remove_children()
        await self.query_one(Lines).show(proof)


def _said(turn: Turn) -> Iterator[Content]:
    question, prompt, options = turn.question, turn.prompt, dict[str, str]()
    if isinstance(prompt, PickOne | PickMany):
        cells = len(str(len(prompt.options)))
        options = {option: f"{number:>{cells}}  " for number, option in enumerate(prompt.options, start=1)}
    said = [(options.get(answer, f"{answer}: "), what) for answer, what in question.said_of_answers]
    for lead, what in sorted(said) if options else said:
        yield Content.assemble(shown(lead, "$text-muted"), in_line(what))
    for hint in question.hint:
        yield shown(f"Hint: {hint}")
    if question.image:
        yield in_line("Image: " + " · ".join(filter(None, (question.image.file, question.image.alt))))
    if question.author_note:
        yield shown(f"Note: {question.author_note}")
