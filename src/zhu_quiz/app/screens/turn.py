"""A card on the screen, and all that a learner can do with it but answer."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual.app import ComposeResult

from ...model.event import Action
from ...model.moment import Moment
from ...model.problem import QuizError
from ...study.sitting import Sitting
from ...study.values import Answered, Turn
from ..messages import Finished, Left
from ..stopwatch import Stopwatch
from ..strikes import Strikes
from ..text import shown
from ..widgets.grades import Grades
from ..widgets.page import NOTHING, Head, Page
from ..widgets.panes import Pane
from .feedback import is_practice, passage, progress, section, source
from .page_screen import NOTHING_TO_TAKE_BACK, TAKEN_BACK, PageScreen
from .sheet import Sheet

if TYPE_CHECKING:
    from ...bank import Bank
    from ...bank.head import Section
    from ...study import Study
    from .edited import Edited

SAID = {
    Action.SUSPEND: "The question before is suspended: it is never asked again.",
    Action.BURY: "The question before is put off until tomorrow.",
}


class TurnScreen(PageScreen):
    def __init__(
        self,
        study: "Study",
        sitting: Sitting,
        clock: Callable[[], Moment],
        ticks: Callable[[], float],
        *,
        is_practice: bool = False,
        says: str = "",
    ) -> None:
        """`says`: a word on what happened before its first question."""
        super().__init__()
        self.study = study
        self.sitting = sitting
        self.clock = clock
        self._ticks = ticks
        self.stopwatch = Stopwatch(ticks)
        self.strikes = Strikes(ticks)
        self.sheet = Sheet(self.strikes)
        self._is_practice = is_practice
        self._says = says
        self.hints = 0
        self._is_flagged = False
        self._can_undo = False
        self._introduced: set[Section] = set()
        """Shown here before a question."""

    def compose(self) -> ComposeResult:
        yield Page(Head(), self.sheet, [Grades()])

    async def on_mount(self) -> None:
        await self.ask(self._says)

    def on_screen_suspend(self) -> None:
        self.stopwatch.pause()

    def on_screen_resume(self) -> None:
        if self.sheet.is_open:
            self.stopwatch.go_on()

    def on_key(self) -> None:
        # Only what is not typed text comes here.
        self.sheet.remarks.add("wanting", NOTHING)

    def on_input_changed(self) -> None:
        self.sheet.remarks.add("wanting", NOTHING)

    @property
    def bank(self) -> "Bank":
        return self.study.bank

    @property
    def answered(self) -> Answered | None:
        """What the sheet shows is in the log here."""
        shown = self.sheet.answered
        return shown if isinstance(shown, Answered) else None

    @property
    def counts(self) -> bool:
        """False for practice, where there is nothing to grade."""
        return not (is_practice(self.answered) if self.answered else self._is_practice)

    def panes(self) -> Sequence[Pane]:
        return self.sheet.by_interest

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "hint":
                turn = self.sheet.turn
                return self.sheet.is_open and turn is not None and self.hints < len(turn.question.hint)
            case "source":
                return self.sheet.is_shown and bool(self._whereabouts)
            case "edit":
                return self.sheet.turn is not None and self.bank.path is not None
            case "introduction":
                return self._introduction is not None
            case "why_now":
                return self.sheet.is_open
            case "undo":
                return self._can_undo
            case "undo_nothing":
                return not self._can_undo
        return super().check_action(action, parameters)

    async def ask(self, aside: str = "") -> None:
        """Shows the card that is to be asked now, with a word on what happened before."""
        try:
            turn = self.sitting.turn(self.clock())
        except QuizError as error:
            self.tell(str(error))
            return
        if turn is None:
            self.sheet.turn = None
            self.post_message(Finished(self.sitting))
        elif turn.introduction and turn.introduction not in self._introduced:
            self._introduced.add(turn.introduction)
            # The question is drawn when it is wanted: drawn below this screen, it would delay the first one.
            self._introduce(turn.introduction, lambda: self._show(turn, aside))
        else:
            await self._show(turn, aside)

    async def _show(self, turn: Turn, aside: str) -> None:
        with self.app.batch_update():
            self.hints, self._is_flagged = 0, turn.state.is_flagged
            self.query_one(Grades).hide()
            await self.sheet.ask(turn)
            self.tell(aside)
        self.stopwatch = Stopwatch(self._ticks)
        self.changed()

    def tell(self, text: str) -> None:
        """Says something beside what is said of the answer."""
        self.sheet.remarks.add("aside", shown(text))

    def changed(self) -> None:
        """Draws what depends on the state of the sitting."""
        try:
            self._can_undo = self.sitting.can_undo
        except QuizError as error:
            self.tell(str(error))
        if turn := self.sheet.turn:
            self.query_one(Head).show(progress(turn, is_flagged=self._is_flagged), section(turn))
        self.refresh_bindings()

    def action_hint(self) -> None:
        assert self.sheet.turn is not None
        self.hints += 1
        hints = "\n".join(f"Hint: {hint}" for hint in self.sheet.turn.question.hint[: self.hints])
        self.sheet.remarks.add("hints", shown(hints))
        self.refresh_bindings()

    def action_why_now(self) -> None:
        assert self.sheet.turn is not None
        why = self.sheet.turn.why_now
        self.tell("" if self.sheet.remarks.says("aside") == why else why)

    def action_source(self) -> None:
        assert self.sheet.turn is not None
        self.sheet.remarks.add("source", source(self.sheet.turn, self.bank))
        self.sheet.remarks.point_at("passage" if passage(self.sheet.turn).plain else "source")

    def action_introduction(self) -> None:
        if self._introduction:
            self._introduce(self._introduction)

    def _introduce(self, section: "Section", then: Callable[[], Awaitable[None]] | None = None) -> None:
        # Imported here: most sittings need none.
        from .introduction import IntroductionScreen

        async def go_on(is_wanted: bool | None) -> None:
            if not is_wanted:
                self.action_leave()
            elif then:
                await then()

        self.app.push_screen(IntroductionScreen(section), go_on)

    @property
    def _introduction(self) -> "Section | None":
        return self.bank.introduction(self.sheet.turn.question) if self.sheet.turn else None

    @property
    def _whereabouts(self) -> str:
        turn = self.sheet.turn
        return passage(turn).plain + source(turn, self.bank).plain if turn else ""

    async def action_edit(self) -> None:
        # Imported here: a review starts without all that a teacher needs.
        from .edited import EditedScreen, edit

        assert self.sheet.turn is not None
        question = self.sheet.turn.card.question
        self.stopwatch.pause()
        try:
            edited = edit(self.app, self.bank, question)
        except QuizError as error:
            self.tell(str(error))
            self.on_screen_resume()
            return
        if edited.problems:
            self.app.push_screen(EditedScreen(edited, self.bank, question), self._go_on_with)
        else:
            await self._go_on_with(edited)

    async def _go_on_with(self, edited: "Edited | None") -> None:
        """An answer keeps the words to which it was given."""
        assert edited is not None
        assert self.sheet.turn is not None
        try:
            turn = self.study.reread(edited.bank, self.sitting, self.clock())
        except QuizError as error:
            self.tell(str(error))
            self.on_screen_resume()
            return
        is_changed = turn is not None and turn.question != self.sheet.turn.question
        if turn is None:
            await self.ask(edited.says)
        elif is_changed and self.sheet.answered is None:
            await self._show(turn, edited.says)
        else:
            self.tell(f"{edited.says} {'It changes when it comes again.' if is_changed else ''}".strip())
            self.on_screen_resume()

    async def action_undo(self) -> None:
        try:
            if self.sitting.undo(self.clock()):
                await self.ask(TAKEN_BACK)
        except QuizError as error:
            self.tell(str(error))

    def action_undo_nothing(self) -> None:
        self.tell(NOTHING_TO_TAKE_BACK)

    def action_flag(self) -> None:
        try:
            self.sitting.act(Action.UNFLAG if self._is_flagged else Action.FLAG, self.clock())
        except QuizError as error:
            self.tell(str(error))
            return
        self._is_flagged = not self._is_flagged
        self.changed()

    async def action_set_aside(self, how: Literal["bury", "suspend"]) -> None:
        try:
            self.sitting.act(Action(how), self.clock())
        except QuizError as error:
            self.tell(str(error))
            return
        await self.ask(SAID[Action(how)])

    def action_leave(self) -> None:
        self.post_message(Left())
