"""Everything that can be said of a bank: what is wrong with the file, and what the rules find."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..bank import Bank
from ..bank.collector import resting
from ..bank.head import Claim
from ..bank.reader import Reading, read_closely
from ..model.problem import Problem, Severity
from ..model.tree import NOWHERE
from .allowing import idle, is_allowed
from .article.article import Article
from .article.claims import read_claims, unknown_claims
from .article.grounding import grounding_note
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
    claims, fault = read_claims(reading.bank)
    material = Material(
        bank=replace(reading.bank, claims=claims), text=reading.text, head=reading.head,
        entries=reading.entries, article=article, lock=lock,
    )  # fmt: skip
    asked = [rule for rule in rules() if rule.is_on or thorough]
    with resting():
        own = reading.bank.problems
        found = (*_of_claims(reading, claims, fault), *_found(asked, material))
    # What the reader found stands where it is in the file; the tree may have been shifted.
    placed = reading.placed((*found, *idle(material, (*own, *found), asked)))
    problems = _in_order(each for each in (*own, *placed) if not is_allowed(reading.bank, each))
    notes = (_unlisted(reading.bank), grounding_note(reading.bank, article, lock))
    return Checked(
        bank=replace(reading.bank, problems=problems),
        text=reading.text,
        reading=reading,
        notes=tuple(filter(None, notes)),
    )


def _unlisted(bank: Bank) -> str:
    """In which languages some rules are silent; empty where there are none."""
    languages = {question.language for question in bank.questions.values()} or {bank.lang}
    names = ", ".join(f"“{each}”" for each in sorted(languages) if not words_of(each))
    return f"No words are listed for the language {names}, so some rules rest there." if names else ""


def _found(asked: Iterable[Rule], material: Material) -> Iterator[Problem]:
    for rule in asked:
        for found in rule.find(material):
            yield problem(rule, found)


def _of_claims(reading: Reading, claims: Iterable[Claim], fault: Problem | None) -> Iterator[Problem]:
    """What is wrong where the claims stand in a file of their own."""
    named = reading.head.get("claims")
    if fault:
        yield replace(fault, place=named.place if named else NOWHERE)
    yield from unknown_claims(reading, claims)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        sorted(problems, key=lambda each: (each.place[:2], each.severity is not Severity.ERROR, each.code))
    )
