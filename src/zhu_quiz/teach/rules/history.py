"""What an edit does to those who learn the published questions, as far as `publish` wrote it down."""

from collections.abc import Iterator

from ...model.problem import Fix
from ...model.tree import Node
from ...questions import Question
from ..lock import Lock, Locked
from ..material import Material, Subject
from ..mending.inserting import inserted
from ..rule import Finding, of_bank, of_question

_ALIKE = 0.6
"""Different questions of a bank share up to 0.45 of what is compared."""
_MOST_PAIRS = 100_000
"""Where more is gone and new, it is another bank."""
_YEAR = """\
- id: landing
  type: number
  ask: In which year did the first probe land on Mars?
  answer: 1971
"""
_RINGS = """\
- id: rings
  type: true-false
  ask: Saturn has rings.
  answer: true
"""
_PLANETS = """\
format: zhu-quiz/1
id: planets
title: The planets
questions:
  - {id: rings, type: true-false, ask: Saturn has rings., answer: true}
"""


@of_question(
    "ZQ118",
    "warning",
    "A right answer that changes needs a new revision.",
    why="Learners who know the old answer are marked wrong, and only when the question is due again. "
    "With a higher `revision` they meet it as new. Where only the words changed, it stays as it is.",
    bad=_YEAR.replace("1971", "1976"),
    good=_YEAR.replace("1971", "1976") + "  revision: 2\n",
    published=_YEAR,
)
def right_answer(subject: Subject) -> Iterator[Finding]:
    question, before = subject.question, _published(subject)
    is_same = before and (before.type, before.revision) == (question.kind, question.revision)
    if before and is_same and not before.has_answer_of(question):
        yield Finding(
            at=_first(subject, "answer", "options", "pairs", "items", "text", "back"),
            message="The right answer is no longer the one that was published.",
            remedy=f"Write `revision: {question.revision + 1}` if the new one means something else.",
            fixes=_with_revision(subject, question.revision + 1),
        )


@of_question(
    "ZQ119",
    "warning",
    "A revision is never lowered.",
    why="Learners' answers belong to a revision: with a lower number, old answers to another question come back.",
    bad=_YEAR,
    good=_YEAR + "  revision: 2\n",
    published=_YEAR + "  revision: 2\n",
)
def lowered(subject: Subject) -> Iterator[Finding]:
    question, before = subject.question, _published(subject)
    if before and question.revision < before.revision:
        yield Finding(
            at=_first(subject, "revision"),
            message=f"The question was published as revision {before.revision}.",
            remedy=f"Write `revision: {before.revision}`, or a higher one if its meaning changed.",
            fixes=_with_revision(subject, before.revision),
        )


@of_question(
    "ZQ120",
    "error",
    "A question that changes its type needs a new revision.",
    why="An answer to a question of one type says nothing of a question of another, nor can Anki turn one "
    "into the other.",
    bad=_YEAR.replace("number", "short"),
    good=_YEAR.replace("number", "short") + "  revision: 2\n",
    published=_YEAR,
)
def retyped(subject: Subject) -> Iterator[Finding]:
    question, before = subject.question, _published(subject)
    if before and before.type != question.kind and question.revision <= before.revision:
        yield Finding(
            at=_first(subject, "type"),
            message=f"The question was published with the type `{before.type}`.",
            remedy=f"Write `revision: {before.revision + 1}`, so that learners meet it as new.",
            fixes=_with_revision(subject, before.revision + 1),
        )


@of_bank(
    "ZQ121",
    "warning",
    "A question that gets another id says what it was called.",
    why="What learners know of a question hangs on its id. With `was:` it moves along; without, they begin anew.",
    bad=_YEAR.replace("id: landing", "id: first-landing"),
    good=_YEAR.replace("id: landing", "id: first-landing") + "  was: [landing]\n",
    published=_YEAR,
)
def renamed(material: Material) -> Iterator[Finding]:
    for old, (subject, likeness) in _renamed(material).items():
        name, written = subject.question.id, subject.entry.get("was")
        whole = ", ".join((*subject.question.was, old))
        yield Finding(
            at=_first(subject, "id"),
            message=f"`{old}` disappeared, `{name}` looks the same ({100 * likeness:.0f} %).",
            remedy=f"Write `was: [{whole}]` if it is the same question.",
            fixes=() if written else (inserted(subject, "was", f"[{old}]"),),
            question=name,
        )


@of_bank(
    "ZQ122",
    "warning",
    "A published question is retired, not deleted.",
    why="Learners have it in their history and in Anki. With `status: retired` nobody is asked it any more, "
    "and Anki is told.",
    bad=_RINGS,
    good=_YEAR + "  status: retired\n" + _RINGS,
    published=_YEAR + _RINGS,
)
def deleted(material: Material) -> Iterator[Finding]:
    renamed = _renamed(material)
    gone = [old for old in _gone(material) if old not in renamed]
    if gone:
        names = ", ".join(f"`{old}`" for old in gone[:5]) + (", …" if len(gone) > 5 else "")
        yield Finding(
            at=next((name for name, _ in material.head if name.value == "questions"), material.head),
            message=f"No longer in the bank, though published: {names}.",
            remedy="Put each back as it was, from git or another copy of the file, and add `status: retired`.",
        )


@of_bank(
    "ZQ123",
    "warning",
    "A published bank keeps its id.",
    why="What learners know hangs on the ids of bank and question: under another name they begin anew.",
    bad=_PLANETS.replace("id: planets", "id: planets-two"),
    good=_PLANETS.replace("title: The planets", "title: The planets, part two"),
    published=_PLANETS,
)
def bank_renamed(material: Material) -> Iterator[Finding]:
    lock, name = material.lock, material.head.get("id")
    if lock and name and material.bank.id and lock.bank != material.bank.id:
        yield Finding(
            at=name,
            message=f"The bank was published as `{lock.bank}`.",
            remedy=f"Write `id: {lock.bank}`. If it is a new bank, give its file another name.",
            fixes=(Fix(name.place, lock.bank, is_safe=False),),
        )


def _lock(material: Material) -> Lock | None:
    """None if it is that of another bank."""
    return material.lock if material.lock and material.lock.bank == material.bank.id else None


def _published(subject: Subject) -> Locked | None:
    """The question as it was published, under this id or an earlier one."""
    lock, question = _lock(subject.material), subject.question
    names = (question.id, *reversed(question.was)) if lock else ()
    return next((lock.questions[name] for name in names if lock and name in lock.questions), None)


def _gone(material: Material) -> tuple[str, ...]:
    """What was published and is no longer there; nothing while some entry cannot be read, which may be it."""
    lock, bank = _lock(material), material.bank
    if not lock or bank.left_out:
        return ()
    return tuple(name for name in lock.questions if name not in bank.questions and name not in bank.renamed)


def _renamed(material: Material) -> dict[str, tuple[Subject, float]]:
    """What is gone, with the new question that looks the same."""
    lock, gone = _lock(material), _gone(material)
    new = [subject for subject in material.subjects if not _published(subject)] if gone else []
    found: dict[str, tuple[Subject, float]] = {}
    if not lock or len(gone) * len(new) > _MOST_PAIRS:
        return found
    pairs = ((old, each, _likeness(lock.questions[old], each.question)) for old in gone for each in new)
    taken = set[str]()
    for old, subject, likeness in sorted(pairs, key=lambda pair: -pair[2]):
        if likeness >= _ALIKE and old not in found and subject.question.id not in taken:
            found[old] = subject, likeness
            taken.add(subject.question.id)
    return found


def _likeness(locked: Locked, question: Question) -> float:
    return locked.likeness(question) if locked.type == question.kind else 0


def _first(subject: Subject, *keys: str) -> Node:
    """What stands under the first of the keys that is there; else the id."""
    return subject.node(next((key for key in keys if subject.entry.get(key)), "id"))


def _with_revision(subject: Subject, revision: int) -> tuple[Fix, ...]:
    written = subject.entry.get("revision")
    if written:
        return (Fix(written.place, str(revision), is_safe=False),)
    return (inserted(subject, "revision", str(revision)),)
