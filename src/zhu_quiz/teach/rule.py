"""What a rule is: one function, with its reason and its bad and good example beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NotRequired, TypedDict, Unpack

from ..model.problem import Fix, Problem, Severity
from ..model.tree import Node, Place
from .material import Material, Subject
from .words import words_of


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a rule has to say, and of what."""

    at: Node | Place
    message: str
    remedy: str
    fixes: tuple[Fix, ...] = ()
    question: str = ""
    """Id of the question; a rule of questions need not name it."""
    severity: Severity | None = None
    """Where it weighs less than what the rule finds elsewhere."""

    @property
    def place(self) -> Place:
        return self.at if isinstance(self.at, Place) else self.at.place


@dataclass(frozen=True, kw_only=True)
class Page:
    """What `explain` tells of a code."""

    code: str
    severity: Severity
    title: str
    """The rule in one sentence."""
    why: str
    """What goes wrong otherwise, and who found it."""
    bad: str
    """Entries of a bank, or a whole one, in which the rule finds something."""
    good: str
    """The same, mended."""
    published: str = ""
    """What was published before, where the example is held against it."""
    article: str = ""
    """The article, where the example is held against it."""


@dataclass(frozen=True, kw_only=True)
class Rule(Page):
    is_on: bool = True
    """False for those that find much that is no mistake: they speak only when asked."""
    needs_words: bool = False
    """Whether it keeps silent in a language whose words nobody has listed."""
    is_of_bank: bool = False
    """Whether it looks at questions beside each other, and not at one at a time."""
    find: Callable[[Material], Iterator[Finding]]


class Told(TypedDict):
    """What each rule tells of itself, as its page does."""

    why: str
    bad: str
    good: str
    published: NotRequired[str]
    article: NotRequired[str]


RULES: dict[str, Rule] = {}

OfQuestion = Callable[[Subject], Iterator[Finding]]
OfBank = Callable[[Material], Iterator[Finding]]


def of_question(
    code: str,
    severity: str,
    title: str,
    *,
    on: bool = True,
    words: bool = False,
    **told: Unpack[Told],
) -> Callable[[OfQuestion], OfQuestion]:
    """Declares a rule that looks at one question at a time."""

    def declare(find: OfQuestion) -> OfQuestion:
        def find_all(material: Material) -> Iterator[Finding]:
            for subject in material.subjects:
                # A question may be in another language than its bank.
                if words and not words_of(subject.question.language):
                    continue
                for found in find(subject):
                    yield found if found.question else _of(subject, found)

        _register(
            Rule(
                code=code, severity=Severity(severity), title=title, is_on=on, needs_words=words,
                find=find_all, **told,
            )
        )  # fmt: skip
        return find

    return declare


def of_bank(
    code: str,
    severity: str,
    title: str,
    *,
    on: bool = True,
    whole: bool = False,
    **told: Unpack[Told],
) -> Callable[[OfBank], OfBank]:
    """Declares a rule that looks at all of a bank.

    With `whole` it is silent while a question cannot be read, which may be the one that it misses."""

    def declare(find: OfBank) -> OfBank:
        def find_all(material: Material) -> Iterator[Finding]:
            if not (whole and material.bank.left_out):
                yield from find(material)

        _register(
            Rule(
                code=code, severity=Severity(severity), title=title, is_on=on, is_of_bank=True,
                find=find_all, **told,
            )
        )  # fmt: skip
        return find

    return declare


def rules() -> tuple[Rule, ...]:
    """All rules, by code: each file of the folder is looked at."""
    folder = Path(__file__).parent / "rules"
    for module in iter_modules([str(folder)]):
        import_module(f"{__package__}.rules.{module.name}")
    return tuple(RULES[code] for code in sorted(RULES))


def problem(rule: Rule, found: Finding) -> Problem:
    return Problem(
        code=rule.code, message=found.message, remedy=found.remedy, place=found.place,
        question=found.question, severity=found.severity or rule.severity, fixes=found.fixes,
    )  # fmt: skip


def _of(subject: Subject, found: Finding) -> Finding:
    return replace(found, question=subject.question.id)


def _register(rule: Rule) -> None:
    if rule.code in RULES:
        raise ValueError(f"two rules are called {rule.code}")
    RULES[rule.code] = rule
