"""Everything that can be said of a bank: what is wrong with the file, and what the rules find."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..bank import Bank
from ..bank.reader import Reading, read_closely
from ..model.problem import Problem
from .article import Article
from .lock import Lock
from .material import Material
from .rule import Rule, problem, rules
from .words import words_of


@dataclass(frozen=True, kw_only=True)
class Checked:
    bank: Bank
    """Its `problems` are all that was found, in the order of the file."""
    text: str
    reading: Reading
    notes: tuple[str, ...] = ()
    """What could not be checked, and why, in a sentence each."""


def check_text(
    data: str | bytes,
    path: Path | None = None,
    *,
    article: Article | None = None,
    lock: Lock | None = None,
    thorough: bool = False,
) -> Checked:
    """Everything wrong with a bank; raises nothing. `thorough` asks also those rules that often err."""
    reading = read_closely(data, path)
    words = words_of(reading.bank.lang)
    material = Material(
        bank=reading.bank, head=reading.head, entries=reading.entries, words=words, article=article, lock=lock
    )
    asked = [rule for rule in rules() if (rule.is_on or thorough) and (words or not rule.needs_words)]
    found = _allowed(material, _found(asked, material))
    problems = reading.placed((*reading.bank.problems, *found))
    notes = (
        () if words else (f"No words are listed for the language “{reading.bank.lang}”, so some rules rest.",)
    )
    return Checked(
        bank=replace(reading.bank, problems=problems), text=reading.text, reading=reading, notes=notes
    )


def _found(asked: Iterable[Rule], material: Material) -> Iterator[Problem]:
    for rule in asked:
        for found in rule.find(material):
            yield problem(rule, found)


def _allowed(material: Material, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Without those that the question allows."""
    for each in problems:
        question = material.bank.questions.get(each.question)
        if question is None or each.code not in question.allow:
            yield each
