"""What never changes about a note: its names in Anki follow from the ids of bank and question alone."""

from hashlib import sha256

from ..bank import Bank
from ..questions import Question

# Anki takes ids for moments in milliseconds and renumbers those to come: ours are spread over 2010 to 2019.
_FIRST_MS = 1_262_304_000_000
_SPAN_MS = 315_532_800_000


def guid(bank_id: str, question_id: str) -> str:
    """How Anki recognises a note; it never depends on what the question says."""
    return "zq" + sha256(f"zhu-quiz:{bank_id}:{question_id}".encode()).hexdigest()[:16]


def guids(bank: Bank, question: Question, note_type: str = "") -> tuple[str, ...]:
    """All that its note may be called: by the question's earlier ids, oldest first, then by its own.

    A raised revision is another note: learners meet it as new. Nor does Anki let a note change its type: one that
    does is another note too, named with that type."""
    earlier = [
        old for old in question.was if old not in bank.questions and bank.renamed.get(old) == question.id
    ]
    revision = f"@{question.revision}" if question.revision > 1 else ""
    variant = revision + (f"@{note_type}" if note_type else "")
    return tuple(guid(bank.id, name + variant) for name in (*earlier, question.id))


def note_id(guid: str) -> int:
    return _FIRST_MS + int(guid.removeprefix("zq"), 16) % _SPAN_MS


def deck_id(name: str) -> int:
    return note_id(guid("", f"deck:{name}"))


class Distinct:
    """Gives each number out once: itself, or the next one that is free."""

    def __init__(self) -> None:
        self._taken = set[int]()

    def __call__(self, number: int) -> int:
        while number in self._taken:
            number += 1
        self._taken.add(number)
        return number
