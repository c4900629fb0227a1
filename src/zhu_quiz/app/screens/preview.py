"""The questions of a bank one by one, as a learner will see them; read again whenever the file is saved."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from ...bank import Bank
from ...bank.head import Section
from ...model.problem import QuizError
from ...study.trial import asked
from ...study.values import Turn
from ...teach.checking import Checked
from ...teach.telling.proofs import Proof, place_of, proofs
from ...teach.telling.watching import stamp
from ..editing import edit_at
from ..keys import key
from ..prompts.form import Form
from ..strikes import Strikes
from ..text import in_line
from ..widgets.page import Head, Page
from .introduction import IntroductionScreen
from .page_screen import PageScreen
from .proof_notes import found
from .proof_sheet import ProofSheet

EVERY = 0.3
"""Seconds between two looks at the file."""
NARROW = (None, 60, 40)
"""Cells to which the question can be held, one after another."""


class PreviewScreen(PageScreen):
    DEFAULT_CSS = """
    PreviewScreen Page { max-width: 156; }
    PreviewScreen #notice { color: $text-warning; height: auto; display: none; }
    PreviewScreen #notice.-shown { display: block; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab,enter", "type", "type an answer", "Type an answer; Esc gives the keys back", id="type"),
        key("n,right", "leaf(1)", "next", "The next question", id="next"),
        key("p,left", "leaf(-1)", "previous", "The question before", id="previous"),
        key(
            "a",
            "reveal(True)",
            "show answers",
            "Show this and all other answers, with all that is said of them",
            id="show",
        ),
        key("a", "reveal(False)", "hide answers", "Hide the answers again", id="hide"),
        key("exclamation_mark", "next_problem", "next problem", "The next question with a problem"),
        key("e", "edit", "edit", "Edit the question in your editor"),
        # Before that of the line, which learners do not need to see at the bottom.
        replace(
            key("ctrl+e", "edit", "edit", "Edit the question in your editor", id="edit-now"), priority=True
        ),
        key(
            "b", "introduction", "this part", "What is said of this part of the article before its questions"
        ),
        key("s", "reshuffle", "another way", "Ask it anew: shuffled, or from its other side", show=False),
        key("w", "narrow", "narrow", "As on a narrow screen: 60 cells, 40, all", show=False),
        key("r", "reread", "read again", "Read the file again", show=False),
        key("q,escape", "leave", "quit", "Quit", id="leave"),
        key("escape", "rest", "back to the keys", "Stop typing", id="rest"),
    ]

    @dataclass
    class Reread(Message):
        """What the file holds now, or why that cannot be told."""

        found: Checked | QuizError

    def __init__(
        self,
        path: Path,
        checked: Checked,
        read: Callable[[], Checked],
        *,
        first: str = "",
        is_watching: bool = True,
    ) -> None:
        """`read` is called in a thread of its own, and may raise `QuizError`."""
        super().__init__()
        self._path = path
        self._read = read
        self._is_watching = is_watching
        self._saved = stamp(path)
        self._bank: Bank = checked.bank
        self._proofs = proofs(checked)
        self._index = next(
            (index for index, proof in enumerate(self._proofs) if proof.number and first in ("", proof.name)),
            0,
        )
        self._times = 0
        """How often the question was asked anew."""
        self._wanted = self._proof
        self.sheet = ProofSheet(Strikes(time.monotonic))

    def compose(self) -> ComposeResult:
        yield Page(Head(), self.sheet, [Static(id="notice")])

    async def on_mount(self) -> None:
        if self._is_watching:
            self.set_interval(EVERY, self._look)
        await self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        sheet, is_typing = self.sheet, bool(self.focused and self.sheet.is_typed)
        match action:
            case "type":
                return sheet.is_open and sheet.is_typed and not is_typing
            case "rest":
                return is_typing
            case "leave":
                return not is_typing
            case "reveal":
                return sheet.turn is not None and sheet.shows_answers is not parameters[0]
            case "reshuffle":
                return sheet.turn is not None
            case "introduction":
                return self._introduction is not None
            case "next_problem":
                return any(proof.problems for proof in self._proofs)
        return super().check_action(action, parameters)

    def tell(self, text: str) -> None:
        super().tell(text)
        self.query_one("#notice").set_class(bool(text), "-shown")

    async def on_form_given(self, event: Form.Given) -> None:
        if self.sheet.is_open:
            await self.sheet.give(event.response)
            self.refresh_bindings()

    def on_form_wanting(self, event: Form.Wanting) -> None:
        self.sheet.remarks.add("wanting", Content(event.says))

    def on_recall_form_turned(self) -> None:
        self.sheet.turn_over()
        self.refresh_bindings()

    async def on_preview_screen_reread(self, event: Reread) -> None:
        """Stays at its question, or at what stands in its place."""
        if isinstance(event.found, QuizError):
            self._keep(str(event.found).replace(str(self._path), self._path.name))
            return
        leaves = proofs(event.found)
        if not any(proof.number for proof in leaves) and self._bank.questions:
            # Many editors empty a file before they write it anew.
            reason = next((problem.message for problem in event.found.bank.problems), "It has no questions.")
            self._keep(f"{self._path.name} cannot be read at the moment: {reason}")
            return
        self._bank, self._proofs = event.found.bank, leaves
        self._index = place_of(self._wanted, leaves, self._bank.renamed)
        self.tell("")
        await self.sheet.renew(self._proof, self._turn)
        if isinstance(self.app.screen, IntroductionScreen) and self._introduction:
            self.app.screen.show(self._introduction)
        self._show_head()
        self.refresh_bindings()

    async def action_leaf(self, by: int) -> None:
        await self._go_to((self._index + by) % len(self._proofs))

    async def action_next_problem(self) -> None:
        count = len(self._proofs)
        following = ((self._index + step) % count for step in range(1, count + 1))
        await self._go_to(next(index for index in following if self._proofs[index].problems))

    async def action_reveal(self, is_wanted: bool) -> None:
        self.sheet.shows_answers = is_wanted
        await self._show()

    async def action_reshuffle(self) -> None:
        self._times += 1
        await self._show()

    async def action_retype(self) -> None:
        await self.sheet.retype()

    def action_type(self) -> None:
        self.sheet.begin()

    def action_rest(self) -> None:
        self.set_focus(None)

    def action_narrow(self) -> None:
        self.sheet.hold_to(NARROW[(NARROW.index(self.sheet.column) + 1) % len(NARROW)])
        self._show_head()

    def action_edit(self) -> None:
        proof = self._proof
        try:
            edit_at(self.app, self._path, next((each.place.line for each in proof.problems), proof.line))
        except QuizError as error:
            self.tell(str(error))
        else:
            self.action_reread()

    def action_introduction(self) -> None:
        if self._introduction:
            self.app.push_screen(IntroductionScreen(self._introduction))

    def action_reread(self) -> None:
        self._saved = stamp(self._path)
        self._look_closely()

    def action_leave(self) -> None:
        self.app.exit()

    def _keep(self, why: str) -> None:
        self.tell(f"{why} This is how it was.")

    @property
    def _proof(self) -> Proof:
        return self._proofs[self._index]

    @property
    def _turn(self) -> Turn | None:
        proof = self._proof
        if proof.question is None:
            return None
        return asked(self._bank, proof.question, self._times, number=proof.number, total=self._total)

    @property
    def _introduction(self) -> Section | None:
        return self._bank.introduction(self._proof.question) if self._proof.question else None

    @property
    def _total(self) -> int:
        return max(proof.number for proof in self._proofs)

    async def _go_to(self, index: int) -> None:
        self._index, self._times = index, 0
        self._wanted = self._proof
        await self._show()

    async def _show(self) -> None:
        with self.app.batch_update():
            await self.sheet.show(self._proof, self._turn)
        self._show_head()
        self.refresh_bindings()

    def _show_head(self) -> None:
        proof, question = self._proof, self._proof.question
        parts = (
            f"{proof.number} of {self._total}" if proof.number else "the bank",
            f"{question.status}, not asked" if question and question.status != "ready" else "",
            "answers shown" if question and self.sheet.shows_answers else "",
            (proof.name or "without an id") if proof.number else "",
            question.kind if question else "",
            f"line {proof.line}",
            "image" if question and question.image else "",
            "note" if question and question.author_note else "",
            f"{self.sheet.column} wide" if self.sheet.column else "",
        )
        where = " · ".join(filter(None, parts))
        self.query_one(Head).show(in_line(where), in_line(found(self._bank.problems)))

    def _look(self) -> None:
        if stamp(self._path) != self._saved:
            self.action_reread()

    @work(thread=True, exclusive=True)
    def _look_closely(self) -> None:
        found: Checked | QuizError
        try:
            found = self._read()
        except QuizError as error:
            found = error
        if not get_current_worker().is_cancelled:
            self.post_message(self.Reread(found))
