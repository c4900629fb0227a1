"""What was published last, so that a change that would mislead learners is noticed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from json import dumps
from pathlib import Path
from types import MappingProxyType

from ..bank import Bank
from ..model.problem import QuizError, reason_of
from ..model.tree import Plain
from ..questions import Question
from ..questions.cloze import Cloze
from ..questions.short import Short
from ..questions.spelling import LOOSE, Exact, forms
from .article.article import Article, plain_words

MAX_BYTES = 64 * 1024 * 1024
_FORMAT = "zhu-quiz-lock/1"
_ABOUT = "# Written by zhu-quiz publish: what learners have. Keep it with the bank."
_NOTHING = "-"
_KEPT = 16
"""Enough to tell half alike from alike; one line of a terminal."""
_UNSKETCHED = frozenset("id was revision status allow note".split())
_ENTRY = re.compile(
    r"(?P<id>[a-z0-9-]{1,40}) (?P<revision>[1-9][0-9]{0,8}) (?P<type>[a-z-]{1,20}) (?P<key>[0-9a-f]{12})"
    r" (?P<evidence>[0-9a-f]{12}|-) (?P<sketch>(?:[0-9a-f]{4})*|-)"
)
_LINE_OF_HEAD = re.compile(r"(format|bank|article) ([a-z0-9./-]{1,100})")


@dataclass(frozen=True, kw_only=True)
class Locked:
    """A question as it was published."""

    id: str
    revision: int
    type: str
    key: str
    """Names the right answer."""
    evidence: str = ""
    """Names the evidence, if it was found in the article; else empty."""
    sketch: frozenset[str] = frozenset()
    """The least of the names of its words: questions of the same words have the same."""

    def has_answer_of(self, question: Question) -> bool:
        """Whether the right answer is still the same to whoever marks it, or to the letter."""
        return self.key in (key_of(question), question.key_hash)

    def likeness(self, question: Question) -> float:
        """How many of their words they share, from 0 to 1."""
        other = sketch_of(question)
        least = sorted(self.sketch | other)[:_KEPT]
        return sum(each in self.sketch and each in other for each in least) / max(1, len(least))


@dataclass(frozen=True, kw_only=True)
class Lock:
    bank: str
    """Id of the bank."""
    article: str = ""
    """Checksum of the article in which evidence was last looked for; empty if it never was."""
    questions: Mapping[str, Locked] = field(default_factory=lambda: MappingProxyType({}))
    """By id."""

    @classmethod
    def of(cls, bank: Bank, article: Article | None = None, previous: "Lock | None" = None) -> "Lock":
        """What there is to be remembered of a bank that is published now."""
        known = previous.questions if previous and previous.bank == bank.id else {}
        return cls(
            bank=bank.id,
            article=article.sha256 if article else previous.article if previous else "",
            questions={
                question.id: _locked(question, article, previous)
                for question in bank.questions.values()
                # A draft that was asked before may be asked again.
                if question.status != "draft" or question.id in known
            },
        )

    @cached_property
    def _verified(self) -> frozenset[str]:
        return frozenset(filter(None, (locked.evidence for locked in self.questions.values())))

    def vouches_for(self, question: Question) -> bool:
        """Whether its evidence was found in the article, be it for this question or for another."""
        return evidence_hash(question) in self._verified

    def __str__(self) -> str:
        """The text of the file: one line a question, sorted, so that edits of several people join."""
        head = (_ABOUT, f"format {_FORMAT}", f"bank {self.bank}", f"article {self.article or _NOTHING}")
        lines = (_line(self.questions[name]) for name in sorted(self.questions))
        return "\n".join((*head, *lines, ""))


def lock_path(bank_path: Path) -> Path:
    """Where it stands: beside the decks that were published with it."""
    return bank_path.parent / "decks" / f"{bank_path.stem}.lock"


def read_lock(path: Path) -> Lock | None:
    """None where nothing was published yet. Raises `QuizError` where the file tells nothing sound."""
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES + 1).decode(errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise QuizError(f"{path} cannot be read: {reason_of(error)}.") from error
    lines = text.replace("\r\n", "\n").split("\n")
    if any(line.startswith(("<<<<<<<", ">>>>>>>")) for line in lines):
        raise QuizError(
            f"{path} holds two versions that git could not join. Keep one of them and run: zhu-quiz publish"
        )
    head = {found[1]: found[2] for line in lines[:10] if (found := _LINE_OF_HEAD.fullmatch(line))}
    if re.fullmatch(r"zhu-quiz-lock/(?!1\Z)\d{1,9}", head.get("format", "")):
        raise QuizError(f"{path} was written by a newer zhu-quiz. Please upgrade this one.")
    if head.get("format") != _FORMAT or "bank" not in head:
        raise _damaged(path, 1)
    article = head.get("article", _NOTHING)
    return Lock(
        bank=head["bank"],
        article="" if article == _NOTHING else article,
        questions={each.id: each for each in _entries(lines, path)},
    )


def sketch_of(question: Question) -> frozenset[str]:
    words = set(_words({name: value for name, value in question.plain().items() if name not in _UNSKETCHED}))
    return frozenset(sorted(sha256(word.encode()).hexdigest()[:4] for word in words)[:_KEPT])


def key_of(question: Question) -> str:
    """Names the right answer, however it is spelt where marking does not mind that."""
    match question:
        case Short():
            folded = [_folded(question.answer, question.language, question.likeness.exact)]
        case Cloze():
            folded = [_folded(answer, question.language, LOOSE) for answer in question.solution]
        case _:
            return question.key_hash
    return sha256(dumps(folded).encode()).hexdigest()[:12]


def evidence_hash(question: Question) -> str:
    """Names the evidence of a question, however it is spelt; empty where there is none."""
    evidence = question.source.evidence
    return sha256(" ".join(plain_words(evidence)).encode()).hexdigest()[:12] if evidence else ""


def _folded(answer: str, lang: str, exact: Exact) -> str:
    """The same for all spellings of hyphens too."""
    shortest = min(forms(answer, lang, exact), key=lambda form: (len(form), form), default=answer)
    return "".join(shortest.split())


def _locked(question: Question, article: Article | None, previous: Lock | None) -> Locked:
    if article:
        is_found = bool(article.find(question.source.evidence))
    else:
        is_found = previous is not None and previous.vouches_for(question)
    return Locked(
        id=question.id,
        revision=question.revision,
        type=question.kind,
        key=key_of(question),
        evidence=evidence_hash(question) if is_found else "",
        sketch=sketch_of(question),
    )


def _line(locked: Locked) -> str:
    sketch = "".join(sorted(locked.sketch))
    parts = (locked.id, locked.revision, locked.type, locked.key, locked.evidence, sketch)
    return " ".join(str(part or _NOTHING) for part in parts)


def _entries(lines: list[str], path: Path) -> Iterator[Locked]:
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#") or _LINE_OF_HEAD.fullmatch(line):
            continue
        found = _ENTRY.fullmatch(line)
        if not found:
            raise _damaged(path, number)
        sketch = found["sketch"].strip(_NOTHING)
        yield Locked(
            id=found["id"],
            revision=int(found["revision"]),
            type=found["type"],
            key=found["key"],
            evidence=found["evidence"].strip(_NOTHING),
            sketch=frozenset(sketch[at : at + 4] for at in range(0, len(sketch), 4)),
        )


def _damaged(path: Path, line: int) -> QuizError:
    return QuizError(
        f"{path}:{line} is damaged. Take the file from an earlier copy, "
        "or delete it: then the next zhu-quiz publish begins anew."
    )


def _words(value: Plain) -> Iterator[str]:
    match value:
        case str():
            yield from plain_words(value)
        case list():
            for each in value:
                yield from _words(each)
        case dict():
            for each in value.values():
                yield from _words(each)
