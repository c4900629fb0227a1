"""The questions of a bank as a learner will see them."""

import sys
from pathlib import Path

import click

from ..model.problem import QuizError
from .edge import Edge, article_option, on_bank


@click.command()
@click.argument("id", required=False, default="")
@click.option("--watch/--no-watch", default=True, help="Read the bank again whenever it is saved.")
@article_option
@on_bank
def preview(edge: Edge, id: str, watch: bool, article: Path | None) -> None:
    """Show the questions as a learner will see them, beginning with ID.

    Beside each stands what is wrong with it, and whatever you save shows at once. Answers can be tried; none is
    recorded.
    """
    from ..bank.cache import read_bytes
    from ..teach.article.article import read_article
    from ..teach.checking import Checked, check_text
    from ..teach.lock import lock_path, read_lock

    path = edge.own_bank
    text = read_article(article) if article else None

    def read() -> Checked:
        return check_text(read_bytes(path), path, article=text, lock=read_lock(lock_path(path)))

    checked = read()
    if id and id not in {*checked.bank.questions, *checked.bank.left_out}:
        raise QuizError(f"{path} has no question with the id “{id}”.")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise QuizError("The preview needs a terminal. For a report of what is wrong use: zhu-quiz check")
    from ..app.preview_app import run_preview

    sys.exit(run_preview(path, checked, read, first=id, is_watching=watch))
