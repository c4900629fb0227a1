"""A new question in a bank."""

import sys
from textwrap import fill

import click

from ..model.clean import clean
from ..model.problem import QuizError
from .edge import Edge, on_bank, width


@click.command()
@click.argument("kind", metavar="[TYPE]", required=False)
@click.option("--id", "name", metavar="ID", default="", help="Of the question; else one that says its type.")
@on_bank
def new(edge: Edge, kind: str | None, name: str) -> None:
    """Add a question to a bank, for you to fill in.

    An example of that TYPE comes after the last question, each key with a word of help. It is a draft, so it is not
    asked yet. Where there is no file, a bank is made; without a TYPE you are asked for one.
    """
    from ..bank.cache import read_bytes
    from ..teach.mending.new import new_bank, with_question
    from .writing import replace_file

    kind = _chosen(kind)
    path = edge.own_bank_path
    before = read_bytes(path) if path.exists() else b""
    is_new = not before.strip()
    added = with_question(new_bank(path) if is_new else before, path, kind, name)
    replace_file(path, added.data, instead_of=before)
    if is_new:
        click.echo(
            f"{path} is a new bank. Give it a title, and an id of its own before anyone learns from it."
        )
    click.echo(f"{path}:{added.line}: {added.name}")
    click.echo(f"Next: write your question over the example, delete its status, then: zhu-quiz check {path}")


def _chosen(kind: str | None) -> str:
    """The type that is named; else it is asked for where somebody can answer."""
    from ..questions import Question
    from ..teach.telling.schema import summary

    if kind and kind in Question.kinds:
        return kind
    types = "\n".join(
        fill(f"  {name:<11} {summary(of)}", width(), subsequent_indent=" " * 14)
        for name, of in Question.kinds.items()
    )

    if kind:
        raise QuizError(_unknown(kind, f"Choose one of:\n{types}"))
    click.echo(types)
    if not sys.stdin.isatty():
        sys.exit(0)
    return str(click.prompt("Which type", value_proc=_answered))


def _answered(word: str) -> str:
    from ..questions import Question

    if word not in Question.kinds:
        raise click.UsageError(_unknown(word, "Choose one of those above."))
    return word


def _unknown(word: str, others: str) -> str:
    from ..bank.names import kind_meant

    meant = kind_meant(word)
    return f"There is no type of question “{clean(word)}”. {f'Did you mean {meant}?' if meant else others}"
