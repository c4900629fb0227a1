"""The questions of a bank one by one, as a learner will see them; read again whenever the file is saved."""

import time
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
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
from ...model.problem import Problem, QuizError, Severity
from ...study.trial import asked
from ...teach.checking import Checked
from ...teach.proofs import Proof, proofs
from ..editing import edit_at
from ..keys import key
from ..prompts.form import Form
from ..strikes import Strikes
from ..text import in_line
from ..widgets.page import Head, Page
from ..words import counted
from .feedback import source
from .page_screen import PageScreen
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
        key("a", "reveal", "show all", "Show or hide the answer, with all that is said of it"),
        key("exclamation_mark", "next_problem", "next problem", "The next question with a problem"),
        key("e,ctrl+e", "edit", "edit", "Edit the question in your editor"),
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
        self._saved = _state(path)
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
            case "reveal" | "reshuffle":
                return sheet.turn is not None
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
        found = proofs(event.found)
        if not any(proof.number for proof in found) and self._bank.questions:
            # Many editors empty a file before they write it anew.
            reason = next((problem.message for problem in event.found.bank.problems), "It has no questions.")
            self._keep(f"{self._path.name} cannot be read at the moment: {reason}")
            return
        before = self._proof
        self._bank, self._proofs = event.found.bank, found
        self._index = _place(found, self._wanted, event.found.bank)
        self.tell("")
        if self._proof != before:
            await self._show()
        else:
            self._show_head()

    async def action_leaf(self, by: int) -> None:
        await self._go_to((self._index + by) % len(self._proofs))

    async def action_next_problem(self) -> None:
        count = len(self._proofs)
        following = ((self._index + step) % count for step in range(1, count + 1))
        await self._go_to(next(index for index in following if self._proofs[index].problems))

    async def action_reveal(self) -> None:
        if self.sheet.is_shown:
            await self._show()
        else:
            assert self.sheet.turn is not None
            await self.sheet.show_answer()
            self.sheet.remarks.add("source", source(self.sheet.turn, self._bank))
        self.refresh_bindings()

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

    def action_reread(self) -> None:
        self._saved = _state(self._path)
        self._look_closely()

    def action_leave(self) -> None:
        self.app.exit()

    def _keep(self, why: str) -> None:
        self.tell(f"{why} This is how it was.")

    @property
    def _proof(self) -> Proof:
        return self._proofs[self._index]

    async def _go_to(self, index: int) -> None:
        self._index, self._times = index, 0
        self._wanted = self._proof
        await self._show()

    async def _show(self) -> None:
        proof = self._proof
        total = max(each.number for each in self._proofs)
        turn = None
        if proof.question:
            turn = asked(self._bank, proof.question, self._times, number=proof.number, total=total)
        with self.app.batch_update():
            await self.sheet.show(proof, turn)
        self._show_head()
        self.refresh_bindings()

    def _show_head(self) -> None:
        proof, question = self._proof, self._proof.question
        total = max(each.number for each in self._proofs)
        parts = [f"{proof.number} of {total}" if proof.number else "the bank", proof.name or "without an id"]
        if question:
            parts.append(question.kind)
        parts.append(f"line {proof.line}")
        if question and question.status != "ready":
            parts.append(question.status)
        if self.sheet.column:
            parts.append(f"{self.sheet.column} wide")
        self.query_one(Head).show(in_line(" · ".join(parts)), in_line(_found(self._bank.problems)))

    def _look(self) -> None:
        if _state(self._path) != self._saved:
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


def _state(path: Path) -> tuple[int, int] | None:
    """Another whenever the file was saved; None while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _place(found: tuple[Proof, ...], wanted: Proof, bank: Bank) -> int:
    """Where a proof is now: by its id, else where it stood."""
    name = bank.renamed.get(wanted.name, wanted.name)
    names = [proof.name for proof in found]
    if name in names:
        return names.index(name)
    return max(0, bisect_right([proof.line for proof in found], wanted.line) - 1)


def _found(problems: tuple[Problem, ...]) -> str:
    """How much is wrong with all of the bank."""
    counts = ((sum(each.severity is severity for each in problems), severity) for severity in Severity)
    return " · ".join(counted(count, severity) for count, severity in counts if count)
