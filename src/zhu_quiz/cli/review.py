"""Answering questions: on the screen, or line by line."""

import gc
import sys
from typing import Literal

import click

from ..model.problem import QuizError
from .edge import Edge, now, on_bank


@click.command()
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N questions.")
@click.option("--minutes", type=click.FloatRange(min=0, min_open=True), metavar="N", help="About N minutes.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and scripts.")
@on_bank
def review(edge: Edge, limit: int | None, minutes: float | None, plain: bool) -> None:
    """Answer what is due and some new questions."""
    if not plain:
        open_app(edge, start="review", limit=limit, minutes=minutes)
        return
    from ..plain import PlainFace

    gc.enable()
    study = edge.study()
    sitting = study.sit(now(), limit=limit, minutes=minutes)
    PlainFace(study, now, sys.stdin, sys.stdout).run(sitting)


def open_app(
    edge: Edge, *, start: Literal["home", "review"], limit: int | None = None, minutes: float | None = None
) -> None:
    """Shows the screens; what they leave behind is printed where the learner came from."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise QuizError("The quiz needs a terminal. For one line at a time use: zhu-quiz review --plain")
    study = edge.study()
    from ..app import run

    code, farewell = run(study, now, start=start, limit=limit, minutes=minutes)
    if farewell:
        click.echo(farewell)
    if code:
        sys.exit(code)
