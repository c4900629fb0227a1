"""What the article says, claim by claim: in the bank, or in a file beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from os.path import realpath
from pathlib import Path

from ...bank import Bank
from ...bank.head import FORMAT, Claim
from ...bank.parsing.text import MAX_BYTES
from ...bank.reader import Reading, read_text
from ...bank.references import References
from ...model.problem import Problem, QuizError, Severity
from ...model.tree import NOWHERE

CODE = "ZQ115"
_HEAD = f"format: {FORMAT}\nid: claims\ntitle: Claims\nquestions: []\n"
"""Makes a bank of a file that holds claims alone."""


def claims_of(bank: Bank) -> tuple[Claim, ...]:
    """Raises `QuizError` where the file that the bank names cannot be read."""
    claims, fault = read_claims(bank)
    if fault:
        raise QuizError(f"{fault.message} {fault.remedy}")
    return claims


def read_claims(bank: Bank) -> tuple[tuple[Claim, ...], Problem | None]:
    """Those in the bank or in the file that it names, or what is wrong with that file."""
    if not bank.claims_path:
        return bank.claims, None
    folder = (bank.path or Path()).parent
    path = folder / bank.claims_path
    if not Path(realpath(path)).is_relative_to(realpath(folder)):
        return (), _fault(f"{path} is not beside the bank.", "Put the file of the claims beside the bank.")
    text = _text(path)
    if text is None:
        return (), _fault(
            f"{path}, which `claims:` of the bank names, cannot be read.",
            "Name a text file in UTF-8, or list the claims here.",
        )
    return _read(text, path)


def unknown_claims(reading: Reading, claims: Iterable[Claim]) -> Iterator[Problem]:
    """What questions name and the bank's own file of claims does not list."""
    if not reading.bank.claims_path:
        return
    known = References(
        sections=frozenset(), objectives=frozenset(), claims=frozenset(each.id for each in claims)
    )
    for name, entry in reading.entries.items():
        for problem in known.of_question(entry, reading.bank.questions[name]):
            yield replace(problem, question=name)


def _text(path: Path) -> str | None:
    if not path.is_file():  # Nobody may ever write into a pipe.
        return None
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def _read(text: str, path: Path) -> tuple[tuple[Claim, ...], Problem | None]:
    head = _HEAD if text.startswith("claims:") or "\nclaims:" in text else f"{_HEAD}claims:\n"
    lines = head.count("\n")
    bank = read_text(head + text)
    for problem in bank.problems:
        if problem.severity is Severity.ERROR and problem.place.line > lines:
            message = f"{path}:{problem.place.line - lines}: {problem.message}"
            return (), replace(problem, message=message, place=NOWHERE, fixes=())
    return bank.claims, None


def _fault(message: str, remedy: str) -> Problem:
    return Problem(code=CODE, message=message, remedy=remedy)
