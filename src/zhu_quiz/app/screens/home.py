"""Where a learner arrives: what there is to do today, and one obvious way to begin."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from ...model.moment import Moment
from ...model.problem import QuizError
from ...model.words import counted
from ...study.values import Today
from ...study.words import next_review
from ..keys import key
from ..messages import Begun, Left
from ..prompts.form import Form
from ..text import shown
from ..widgets.page import Head, Page
from ..widgets.panes import Pane, Panes
from ..words import percent
from .menu import Menu
from .page_screen import NOTHING_TO_TAKE_BACK, TAKEN_BACK, PageScreen

if TYPE_CHECKING:
    from ...study import Sitting, Study

AHEAD = 10
MORE_NEW = 5
"""Questions that are offered beyond what is due."""

BAR = 40


class HomeScreen(PageScreen):
    DEFAULT_CSS = """
    HomeScreen .quiet { color: $text-muted; }
    HomeScreen #about, HomeScreen Menu, HomeScreen #left-out { margin-top: 1; }
    HomeScreen #todo, HomeScreen #knowledge { margin-top: 2; }
    HomeScreen #notice { margin-top: 1; color: $text-warning; }
    HomeScreen.-low #about { display: none; }
    HomeScreen.-low #todo, HomeScreen.-low #knowledge { margin-top: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("c", "problems", "problems", "Why some questions of the bank are left out"),
        key("u,ctrl+z", "undo", "undo", "Take back the latest answer", show=False),
        key("q,escape", "leave", "quit", "Quit; everything is saved"),
    ]

    def __init__(self, study: "Study", clock: Callable[[], Moment], notice: str = "") -> None:
        super().__init__()
        self._study = study
        self._clock = clock
        self._notice = notice
        self._offers: dict[str, Callable[[Moment], Sitting]] = {}

    def compose(self) -> ComposeResult:
        bank = self._study.bank
        try:
            today = self._study.today(self._clock())
        except QuizError as error:
            yield Page(Head(), Panes(Pane(Static(shown(str(error)), id="notice"))))
            return
        self._offers = dict(self._offered(today))
        about = " on one article" if bank.source.title or bank.source.url else ""
        # Not from `bank.ready`, which would build every question.
        questions = counted(len({card.question for card in bank.cards}), "question")
        yield Page(
            Head(),
            Panes(
                Pane(
                    Static(shown(bank.title, "bold"), id="title"),
                    Static(Content(questions + about), classes="quiet"),
                    Static(shown(bank.about), id="about", classes="quiet"),
                    Static(todo(today), id="todo"),
                    *([Menu(list(self._offers))] if self._offers else []),
                    Static(knowledge(today), id="knowledge"),
                    Static(left_out(len(bank.left_out)), id="left-out"),
                    Static(shown(self._notice), id="notice"),
                )
            ),
        )

    def on_mount(self) -> None:
        for menu in self.query(Menu):
            menu.begin()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "problems":
            return bool(self._study.bank.left_out)
        return super().check_action(action, parameters)

    def on_form_given(self, event: Form.Given) -> None:
        self._begin(self._offers[str(event.response)])

    def action_undo(self) -> None:
        self._begin(self._study.undo, TAKEN_BACK)

    def action_problems(self) -> None:
        from .problems import ProblemsScreen

        self.app.push_screen(ProblemsScreen(self._study.bank))

    def action_leave(self) -> None:
        self.post_message(Left(for_good=True))

    def _begin(self, begin: "Callable[[Moment], Sitting | None]", says: str = "") -> None:
        try:
            sitting = begin(self._clock())
        except QuizError as error:
            self.tell(str(error))
            return
        if sitting is not None:
            self.post_message(Begun(sitting, says=says))
        else:
            self.tell(NOTHING_TO_TAKE_BACK)

    def _offered(self, today: Today) -> "Iterator[tuple[str, Callable[[Moment], Sitting]]]":
        study = self._study
        if today.left:
            yield "Go on", study.sit
        elif today.due or today.new:
            yield "Review", study.sit
        else:
            if today.ahead:
                count = min(AHEAD, today.ahead)
                yield (
                    f"Study ahead: the {counted(count, 'question')} you know least",
                    lambda now: study.sit_ahead(now, AHEAD),
                )
            if today.more_new:
                count = min(MORE_NEW, today.more_new)
                yield f"Meet {counted(count, 'new question')}", lambda now: study.sit_new(now, MORE_NEW)


def todo(today: Today) -> Content:
    """What there is to do, in a line."""
    if today.left:
        return Content(f"You are in the middle: {today.answered} answered, {today.left} to go")
    if not today.due and not today.new:
        following = (
            "" if today.next_day is None else next_review(today.next_day - today.today, today.next_count)
        )
        return Content(f"Nothing is due now. {following}".rstrip())
    due = f"{today.due} to review" if today.due else ""
    new = f"{today.new} new" if today.new else ""
    return Content(" · ".join(filter(None, (due, new, f"about {counted(today.minutes, 'minute')}"))))


def knowledge(today: Today) -> Content:
    """How much of it is known, as a bar and in words."""
    if today.known is None:
        return Content()
    filled = round(BAR * today.known)
    return Content.assemble(
        ("You know ", "$text-muted"),
        percent(today.known),
        (f" of it today, give or take {round(100 * today.known_margin)}\n", "$text-muted"),
        ("▇" * filled, "$text-accent"),
        ("▁" * (BAR - filled), "$text-muted"),
    )


def left_out(count: int) -> Content:
    """That something of the bank cannot be asked."""
    if not count:
        return Content()
    are = "is" if count == 1 else "are"
    return Content.assemble(
        (f"{counted(count, 'question')} {are} left out: the bank has problems   ", "$text-warning"),
        ("c", "bold"),
        (" to see them", "$text-muted"),
    )
