"""One question, from asking to feedback: stem, prompt and remarks, each in a pane of its own."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from ...model.mark import Unclear
from ...model.memory import Grade
from ...model.prompt import PickOne
from ...study.values import Marked, Turn
from ..keys import key
from ..prompts import form
from ..prompts.form import Form
from ..prompts.pick_one import PickOneForm
from ..prompts.recall import RecallForm
from ..strikes import Strikes
from ..text import shown
from ..widgets.panes import Pane, Panes
from .feedback import passage, verdict
from .remarks import Remarks

NO_STEM = Content.assemble(("Fill in what is missing.", "not bold $text-muted"))


class Readings(PickOneForm):
    """What an answer may stand for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,backspace", "screen.retype", "type it anew", "Back to what you typed", id="retype")
    ]


class Sheet(Panes):
    DEFAULT_CSS = """
    Sheet #stem Static { text-style: bold; }
    Sheet #readings { margin-top: 1; height: auto; }
    """

    def __init__(self, strikes: Strikes) -> None:
        self.strikes = strikes
        self.remarks = Remarks()
        super().__init__(Pane(Static(), id="stem"), Pane(id="prompt"), self.remarks)
        self.turn: Turn | None = None
        self.answered: Marked | None = None
        self.is_turned = False
        """A flashcard shows its back."""
        self.own_grade = Grade.GOOD
        """What Enter then gives."""
        self.is_asking_back = False
        self._form: Form[Any] | None = None

    @property
    def is_open(self) -> bool:
        """The question waits for its answer, and nothing of that is to be seen."""
        return self.turn is not None and self.answered is None and not self.is_turned

    @property
    def is_shown(self) -> bool:
        """The answer is to be seen."""
        return self.turn is not None and not self.is_open

    @property
    def by_interest(self) -> Sequence[Pane]:
        """The panes in the order in which they are read now."""
        stem, prompt, remarks, *others = self.query(Pane)
        return (remarks, stem, prompt, *others) if self.is_shown else (stem, prompt, remarks, *others)

    async def ask(self, turn: Turn) -> None:
        """Shows a question, and gives its prompt the focus."""
        self.turn, self.answered, self.is_turned, self.own_grade = turn, None, False, Grade.GOOD
        self._form = form(turn.prompt, self.strikes)
        await self._end_asking_back()
        self.remarks.say()
        stem = turn.prompt.stem
        self.query_one("#stem Static", Static).update(shown(stem) if stem else NO_STEM)
        prompt = self.query_one("#prompt", Pane)
        await prompt.remove_children()
        await prompt.mount(self._form)
        for pane in self.query(Pane):
            pane.scroll_home(animate=False)
        self._form.begin()

    def show_back(self) -> None:
        """Turns a card that is not known."""
        assert isinstance(self._form, RecallForm)
        self.own_grade = Grade.AGAIN
        self._form.turn_over()

    def turn_over(self) -> None:
        """Says what belongs to the back of a card."""
        assert self.turn is not None
        self.is_turned = True
        self.screen.set_focus(None)
        self.remarks.say(explanation=shown(self.turn.question.explain), passage=passage(self.turn))

    async def ask_back(self, unclear: Unclear) -> None:
        """Asks what the answer stands for; each reading is one to pick."""
        self.remarks.add("aside", shown(unclear.question))
        await self._end_asking_back()
        if unclear.readings:
            self.is_asking_back = True
            readings = Readings(PickOne(stem="", options=unclear.readings), self.strikes)
            await self.remarks.mount(VerticalGroup(readings, id="readings"))
            readings.begin()

    async def retype(self) -> None:
        """Back to the prompt, as it was left."""
        await self._end_asking_back()
        self.remarks.add("aside", Content())
        assert self._form is not None
        self._form.begin()

    async def reveal(self, answered: Marked) -> None:
        """Shows what an answer was worth."""
        assert self._form is not None
        self.answered = self._form.answered = answered
        await self._end_asking_back()
        self.screen.set_focus(None)
        self.remarks.say(
            verdict=verdict(answered),
            right=Content("\n").join(self._form.right_answer(answered)),
            explanation=shown(answered.turn.question.explain),
            passage=passage(answered.turn),
        )

    async def _end_asking_back(self) -> None:
        self.is_asking_back = False
        await self.query("#readings").remove()
