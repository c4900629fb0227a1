"""A bank in the form in which banks are written. What it says stays the same, and so do its comments."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from ...bank import Bank
from ...bank.parsing.lines import text_lines
from ...bank.reader import Reading, read_closely, read_text
from ...model.problem import Problem, QuizError, Severity
from ...model.tree import NOWHERE, Items, Place
from ...model.words import counted
from ...questions import Question
from ...questions.choice import Choice
from ...questions.keys import keys_of
from ...questions.multi import Multi
from ...questions.options import are_figures
from ..rules.figures import disordered
from ..verdict import can_be_fixed, named
from .edits import line_end
from .fixing import mended
from .layout import Layout
from .source import Source


def formatted(data: bytes, path: Path | None = None) -> bytes:
    """The file in good form, and what can be fixed safely fixed. Raises `QuizError` where errors are left in it."""
    before = read_text(data, path)
    source, _ = mended(Source.of(data), lambda each: read_text(each.data, path))
    reading = read_closely(source.data, path)
    if _errors(reading.bank):
        raise QuizError(_refusal(before))
    laid_out = _laid_out(reading)
    if _meaning(read_closely(laid_out, path).bank) != _meaning(reading.bank):
        raise QuizError(f"{path or 'The bank'} is left as it is: in another form it would read otherwise.")
    return Source(laid_out.replace("\n", line_end(source.text)), source.has_mark).data


def _refusal(bank: Bank) -> str:
    errors, name = _errors(bank), str(bank.path or "")
    is_mendable = any(map(can_be_fixed, errors))
    command = f"zhu-quiz check {'--fix ' * is_mendable}{name}".rstrip()
    return (
        f"{name or 'The bank'} has {counted(len(errors), 'error')}, so it is left as it is:\n"
        f"{named(errors, bank.path)}\n"
        f"{'Let what can be mended be mended' if is_mendable else 'See what to write instead'} with: {command}"
    )


def _errors(bank: Bank) -> list[Problem]:
    return [problem for problem in bank.problems if problem.severity is Severity.ERROR]


def _meaning(bank: Bank) -> Bank:
    """All that a bank says, whatever the order of options that are numbers."""
    questions = {name: _unordered(question) for name, question in bank.questions.items()}
    return replace(bank, questions=questions, lines={}, problems=())


def _unordered(question: Question) -> Question:
    if not isinstance(question, Choice | Multi) or not are_figures(question.options):
        return question
    return replace(question, options=tuple(sorted(question.options, key=lambda option: option.text)))


def _laid_out(reading: Reading) -> str:
    inside = text_lines(lines := reading.text.split("\n"))
    lines = [
        line.expandtabs(4) if index in inside else line.replace("\t", " ") for index, line in enumerate(lines)
    ]
    questions = reading.head.get("questions")
    layout = Layout(
        lines, dict(_orders(reading)), questions.place if isinstance(questions, Items) else NOWHERE
    )
    return "\n".join(layout.of(reading.head)).rstrip("\n") + "\n"


def _orders(reading: Reading) -> Iterator[tuple[Place, Sequence[int]]]:
    """In which order the keys of each question should stand, and options that are numbers."""
    for name, entry in reading.entries.items():
        question = reading.bank.questions[name]
        names = [key.name for key in keys_of(type(question))]
        yield entry.place, _ranked([names.index(key.value) for key, _ in entry])
        options = entry.get("options")
        if options and isinstance(question, Choice | Multi) and question.shuffle:
            yield options.place, _ranked(disordered(question) or range(len(question.options)))


def _ranked(values: Sequence[int] | Sequence[Decimal]) -> Sequence[int]:
    """The places of the values from the smallest to the largest."""
    return sorted(range(len(values)), key=values.__getitem__)
