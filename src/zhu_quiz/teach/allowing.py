"""What a question allows: findings of rules that its author has weighed. Errors cannot be allowed."""

from collections.abc import Collection, Iterable, Iterator

from ..bank import Bank
from ..model.problem import Problem, Severity
from .material import Material, Subject
from .rule import RULES, Page, Rule
from .words import words_of

CODE = "ZQ124"

PAGE = Page(
    code=CODE,
    severity=Severity.WARNING,
    title="What a question allows is found in it.",
    why="A code that stays in `allow:` after the question was mended would hide the next mistake of its sort. "
    "Errors cannot be allowed: the question could not be asked, or would be marked wrong.",
    bad="""\
- id: capital
  type: short
  ask: Which city is the capital of Kenya?
  answer: Nairobi
  allow: [ZQ302]
""",
    good="""\
- id: capital
  type: short
  ask: Which city is the capital of Kenya?
  answer: Nairobi
""",
)


def is_allowed(bank: Bank, problem: Problem) -> bool:
    question = bank.questions.get(problem.question)
    return question is not None and problem.code in question.allow and problem.severity is not Severity.ERROR


def idle(material: Material, problems: Iterable[Problem], asked: Iterable[Rule]) -> Iterator[Problem]:
    """The codes that are allowed for nothing, given all that was found and the rules that were asked."""
    met = {(each.question, each.code) for each in problems if is_allowed(material.bank, each)}
    heard = {rule.code for rule in asked if _could_look(rule, material)}
    for subject in material.subjects:
        name = subject.question.id
        for index, code in enumerate(subject.question.allow):
            complaint = None if (name, code) in met else _complaint(subject, code, heard)
            if complaint:
                message, remedy = complaint
                yield Problem(
                    code=CODE, severity=Severity.WARNING, question=name, message=message, remedy=remedy,
                    place=subject.node("allow", index).place,
                )  # fmt: skip


def _could_look(rule: Rule, material: Material) -> bool:
    """Whether all that its examples are held against is there."""
    return bool((material.article or not rule.article) and (material.lock or not rule.published))


def _rests(rule: Rule, subject: Subject) -> bool:
    """Whether it is silent on this question for a reason of its own: no words, or another that cannot be read."""
    needs_more = rule.needs_words and not words_of(subject.question.language)
    return needs_more or (rule.is_of_bank and bool(subject.material.bank.left_out))


def _complaint(subject: Subject, code: str, heard: Collection[str]) -> tuple[str, str] | None:
    """What to say of a code that silenced nothing, and what to do; nothing, if its rule was not asked."""
    # Imported here: the pages tell of this code too.
    from .telling.pages import nearest, pages

    page = pages().get(code)
    if page is None:
        meant = nearest(code)
        return f"There is no rule “{code}”.", f"Did you mean “{meant}”?" if meant else "Delete it."
    if page.severity is Severity.ERROR:
        return (
            f"{code} is an error, and errors cannot be allowed.",
            "Mend the error, and delete the code here.",
        )
    if code in RULES and (code not in heard or _rests(RULES[code], subject)):
        return None
    if subject.question.status == "ready":
        return f"{code} finds nothing here, so there is nothing to allow.", "Delete it."
    return None
