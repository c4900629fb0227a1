"""The face on the whole screen. It draws values and turns keys into calls; it computes nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..model.moment import Moment
from .app import QuizApp, Start

if TYPE_CHECKING:
    from ..study import Study


def run(
    study: "Study",
    clock: Callable[[], Moment],
    *,
    start: Start = "home",
    limit: int | None = None,
    minutes: float | None = None,
) -> tuple[int, str]:
    """Shows the screens until the learner leaves. Gives the exit code and a text for the terminal.

    A fault of ours is raised once the terminal is as it was."""
    app = QuizApp(study, clock, start=start, limit=limit, minutes=minutes)
    app.run()
    if app.fault:
        raise app.fault
    code = app.return_code or 0
    return code, "" if code else app.farewell
