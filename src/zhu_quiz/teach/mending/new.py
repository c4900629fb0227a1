"""A new question at the end of a bank: an example of its type, explained, for the author to overwrite."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from ...bank import Bank
from ...bank.entries import id_of
from ...bank.head import FORMAT
from ...bank.ids import distinct
from ...bank.reader import Reading, read_closely
from ...model.problem import Fix, QuizError, Severity
from ...model.tree import Group, Items, Place
from ...questions import Question
from ...questions.keys import keys_of
from .edits import applied
from .source import Source

_KEY = re.compile(r"([a-z]\w*):")
_DASH_COLUMN = 2


@dataclass(frozen=True, kw_only=True)
class Added:
    """A bank with one question more."""

    data: bytes
    name: str
    """Id of the question."""
    line: int
    """Where it begins."""


def with_question(data: bytes, path: Path, kind: str, name: str = "") -> Added:
    """The bank with an example of that kind at its end, a draft. Raises `QuizError`, also where that id is taken."""
    source = Source.of(data)
    reading = read_closely(source.data, path)
    name = _id(name, kind, reading)
    place, indentation, emptied = _end(reading, path)
    block = [" " * indentation + line if line else "" for line in ("", *_block(kind, name))]
    addition = Fix(Place(place, sys.maxsize, place, sys.maxsize), "\n".join(("", *block)))
    text, _ = applied(source.text, [(*emptied, addition)])
    after = Source(text, source.has_mark)
    bank = read_closely(after.data, path).bank
    if not _holds(bank, reading.bank, name):
        raise QuizError(
            f"{path} has mistakes that leave it unclear where a question ends. "
            f"Nothing was changed; see what to mend with: zhu-quiz check {path}"
        )
    return Added(data=after.data, name=name, line=bank.lines[name])


def new_bank(path: Path) -> bytes:
    """A bank without questions. Its id is made of the name of the file, or of its folder."""
    name = Path(realpath(path.parent)).name if path.stem == "questions" else path.stem
    title = " ".join(re.findall(r"\w+", name)).capitalize() or "Questions"
    return (
        "# A bank of questions. See what is wrong with it:  zhu-quiz check\n\n"
        f"format: {FORMAT}\n"
        f"id: {distinct(name, ())}  # learners' progress hangs on it: do not change it later\n"
        f'title: "{title}"\n\n'
        "questions:\n"
    ).encode()


def _id(name: str, kind: str, reading: Reading) -> str:
    """The one that the author wants, or one that is free."""
    listed = reading.head.get("questions")
    entries = listed.values if isinstance(listed, Items) else ()
    taken = {id_of(entry) for entry in entries}
    taken |= {old for question in reading.bank.questions.values() for old in question.was}
    if not name:
        return distinct(f"new-{kind}", taken)
    if name in taken:
        raise QuizError(f"The bank has a question “{name}” already. Name another with --id.")
    if distinct(name, ()) != name:
        raise QuizError(
            f"“{name}” cannot be an id: use small letters, figures and single hyphens, such as {distinct(name, taken)}."
        )
    return name


def _end(reading: Reading, path: Path) -> tuple[int, int, tuple[Fix, ...]]:
    """The line after which the question goes, the column of its dash, and what has to go for it."""
    head = reading.head
    listed, heading = head.get("questions"), next((key for key, _ in head if key.value == "questions"), None)
    if listed is None or heading is None or isinstance(listed, Group):
        raise QuizError(
            f"{path} has no list of questions. Write a line `questions:` at the left edge, at its end."
        )
    if not isinstance(listed, Items) or not listed.values:
        is_written = isinstance(listed, Items) or bool(listed.value)
        gap = listed.place._replace(column=listed.place.column - 1)
        return heading.place.line, _DASH_COLUMN, (Fix(gap, ""),) * is_written
    lines = reading.text.split("\n")
    if lines[listed.place.line - 1][listed.place.column - 1 :].startswith("["):
        raise QuizError(
            f"{path} lists its questions in brackets. "
            "Write each of them on lines of its own, after a dash: `- id: …`; then try again."
        )
    following = [key.place.line for key, _ in head if key.place.line > heading.place.line]
    last = min(following, default=len(lines) + 1) - 1
    while not lines[last - 1].strip() or lines[last - 1].startswith("#"):
        last -= 1
    first = lines[listed.values[0].place.line - 1]
    dash = first.index("-") if first.lstrip().startswith("- ") else listed.place.column - 1
    return last, dash, ()


def _block(kind: str, name: str) -> Iterator[str]:
    helps = {key.name: key.help for key in keys_of(Question.kinds[kind])}
    yield f"- id: {name}"
    yield "  # Only an example: write your own question over it, and give it an id of its own."
    for line in Question.kinds[kind].example.splitlines():
        found = _KEY.match(line)
        if found and found[1] == "id":
            continue
        if found and found[1] != "type":
            yield f"  # {helps[found[1]]}"
        yield f"  {line}"
    yield "  # Delete these two lines when all of the above is yours: before that, nobody is asked."
    yield "  status: draft"


def _holds(after: Bank, before: Bank, name: str) -> bool:
    """Whether that question came, and nothing else is otherwise."""
    errors = [sum(each.severity is Severity.ERROR for each in bank.problems) for bank in (before, after)]
    return (
        name in after.questions
        and all(after.questions.get(each) == question for each, question in before.questions.items())
        and (errors[1] <= errors[0])
    )
