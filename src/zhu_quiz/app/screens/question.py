"""Answering: a response goes to the sitting, what it was worth comes back."""

from typing import ClassVar, Literal

from textual.binding import BindingType
from textual.content import Content

from ...model.mark import Response, Unclear
from ...model.memory import Grade
from ...model.problem import QuizError
from ...model.prompt import Recall
from ...study.sitting import Override
from ...study.values import Answered
from ..prompts.form import Form
from ..widgets.grades import Grades
from .feedback import consequence, overrules, self_grading
from .question_keys import QUESTION_KEYS
from .turn import TurnScreen


class QuestionScreen(TurnScreen):
    BINDINGS: ClassVar[list[BindingType]] = QUESTION_KEYS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        sheet = self.sheet
        match action:
            case "go_on":
                return sheet.is_shown
            case "grade":
                return sheet.is_shown and self.counts
            case "overrule":
                return self.answered is not None and parameters[0] in overrules(self.answered)
            case "give_up":
                return sheet.turn is not None and sheet.answered is None
        return super().check_action(action, parameters)

    async def on_form_given(self, event: Form.Given) -> None:
        # A key pressed twice in a moment gives twice.
        if self.sheet.is_open:
            await self._answer(event.response)

    def on_form_wanting(self, event: Form.Wanting) -> None:
        self.sheet.remarks.add("wanting", Content(event.says))
        self.sheet.remarks.point_at("wanting")

    def on_recall_form_turned(self) -> None:
        assert self.sheet.turn is not None
        self.stopwatch.pause()
        self.sheet.turn_over()
        own = self.sheet.own_grade
        choices = self.sheet.turn.choices if self.counts else ()
        self.query_one(Grades).show(choices, own, self_grading(own, counts=self.counts))
        self.changed()

    async def action_go_on(self) -> None:
        is_fresh = self.strikes.is_fresh()
        if self.sheet.answered is not None:
            await self.ask()
        elif is_fresh:
            await self._answer("", self.sheet.own_grade)

    async def action_grade(self, number: int) -> None:
        if self.sheet.answered is None:
            await self._answer("", Grade(number))
        else:
            self._regrade(Grade(number))

    def action_overrule(self, how: Literal["right", "good", "typo", "guess"]) -> None:
        self._regrade("right" if how == "good" else how)

    async def action_give_up(self) -> None:
        assert self.sheet.turn is not None
        if self.sheet.is_turned:
            await self._answer("", Grade.AGAIN)
        elif isinstance(self.sheet.turn.prompt, Recall):
            self.sheet.show_back()
        else:
            await self._answer(None)

    async def action_retype(self) -> None:
        await self.sheet.retype()
        self.changed()

    async def _answer(self, response: Response | None, grade: Grade | None = None) -> None:
        try:
            answered = self.sitting.answer(
                response,
                now=self.clock(),
                thinking_ms=self.stopwatch.thinking_ms,
                hints=self.hints,
                grade=grade,
            )
        except QuizError as error:
            self.tell(f"{error} Your answer is still here: give it again to try once more.")
            return
        if isinstance(answered, Unclear):
            await self.sheet.ask_back(answered)
        elif grade is not None:
            await self.ask()
        else:
            await self.sheet.reveal(answered)
            self._show_grade(answered)
        self.changed()

    def _regrade(self, how: Override) -> None:
        try:
            answered = self.sitting.regrade(how, self.clock())
        except QuizError as error:
            self.tell(str(error))
            return
        self.sheet.answered = answered
        self._show_grade(answered)
        self.changed()

    def _show_grade(self, answered: Answered) -> None:
        choices = answered.turn.choices if self.counts else ()
        self.query_one(Grades).show(choices, answered.review.grade, consequence(answered))
