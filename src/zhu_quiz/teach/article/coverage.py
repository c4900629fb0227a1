"""How much of the article the questions test, and how they are spread."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import NamedTuple

from ...bank import Bank
from ...bank.head import Claim
from ...model.clean import clean
from ...questions import Question
from .claims import claims_of

_LEVELS = ("remember", "understand", "apply", "analyze", "evaluate", "create")
_DIFFICULTIES = ("easy", "medium", "hard")
_NARROWEST = 30
_WITHOUT = "not named"


class Tally(NamedTuple):
    name: str
    title: str
    questions: int


@dataclass(frozen=True, kw_only=True)
class Coverage:
    questions: int
    """How many are asked."""
    claims: tuple[Claim, ...]
    untested: tuple[Claim, ...]
    only_recalled: tuple[Claim, ...]
    """Tested, but by no question that asks for more than to remember."""
    only_on_cards: tuple[Claim, ...]
    """Tested, but by no question that is marked."""
    spread: Mapping[str, tuple[Tally, ...]]
    """Of the questions over sections, objectives, levels, types and difficulties."""

    @property
    def tested(self) -> float:
        """Percent of the claims; 0 where none are listed."""
        return _percent(len(self.claims) - len(self.untested), len(self.claims))

    @property
    def tested_beyond_recall(self) -> float:
        return _percent(len(self.claims) - len(self.untested) - len(self.only_recalled), len(self.claims))


def coverage(bank: Bank) -> Coverage:
    """Of the questions that are asked. Raises `QuizError` where a file of claims cannot be read."""
    claims, tests = claims_of(bank), defaultdict[str, list[Question]](list)
    for question in bank.ready:
        for name in question.claims:
            tests[name].append(question)

    def only(is_so: Callable[[Question], bool]) -> tuple[Claim, ...]:
        return tuple(claim for claim in claims if claim.id in tests and all(map(is_so, tests[claim.id])))

    return Coverage(
        questions=len(bank.ready),
        claims=claims,
        untested=tuple(claim for claim in claims if claim.id not in tests),
        # A question that names no level promises no more.
        only_recalled=only(lambda question: question.bloom in ("", "remember")),
        only_on_cards=only(lambda question: question.kind == "card"),
        spread=dict(_spread(bank)),
    )


def as_plain(found: Coverage) -> dict[str, object]:
    """For JSON."""
    return {
        "questions": found.questions,
        "claims": len(found.claims),
        "tested_percent": round(found.tested, 1),
        "tested_beyond_recall_percent": round(found.tested_beyond_recall, 1),
        "untested": [claim.id for claim in found.untested],
        "only_recalled": [claim.id for claim in found.only_recalled],
        "only_on_cards": [claim.id for claim in found.only_on_cards],
        **{part: {each.name: each.questions for each in tallies} for part, tallies in found.spread.items()},
    }


def as_text(found: Coverage, width: int) -> str:
    """Tables and lists for a terminal of that width; figures come first, so that they stand in columns."""
    width = max(width, _NARROWEST)
    parts = [_of_claims(found, width)] if found.claims else []
    parts += [
        _table(part, tallies, _shares(tallies, found.questions), width)
        for part, tallies in found.spread.items()
    ]
    parts += [
        _list(f"Claims {how}", claims, width)
        for how, claims in (
            ("that no question tests", found.untested),
            ("that are only to be remembered", found.only_recalled),
            ("that only cards test", found.only_on_cards),
        )
        if claims
    ]
    return "\n\n".join(parts)


def _of_claims(found: Coverage, width: int) -> str:
    tested = len(found.claims) - len(found.untested)
    tallies = (
        Tally("", "tested", tested),
        Tally("", "tested beyond recall", tested - len(found.only_recalled)),
        Tally("", "tested only by cards", len(found.only_on_cards)),
    )
    # Rounded down: 100 % means all of them.
    shares = [int(_percent(each.questions, len(found.claims))) for each in tallies]
    return _table("claims", tallies, shares, width)


def _shares(tallies: Sequence[Tally], whole: int) -> list[int]:
    """In percent, rounded so that they make 100 where each question stands in one row."""
    exact = [_percent(each.questions, whole) for each in tallies]
    shares = [int(each) for each in exact]
    missing = round(sum(exact)) - sum(shares)
    for index in sorted(range(len(exact)), key=lambda index: shares[index] - exact[index])[:missing]:
        shares[index] += 1
    return shares


def _table(name: str, tallies: Sequence[Tally], shares: Sequence[int], width: int) -> str:
    rows = (
        f"{each.questions:6} {share:4} %  {each.title}" for each, share in zip(tallies, shares, strict=True)
    )
    return "\n".join([name.capitalize(), *(_wrapped(row, 15, width) for row in rows)])


def _list(title: str, claims: Iterable[Claim], width: int) -> str:
    return "\n".join(
        [_wrapped(title, 0, width), *(_wrapped(f"  {claim.id}  {claim.text}", 7, width) for claim in claims)]
    )


def _wrapped(text: str, indentation: int, width: int) -> str:
    return fill(clean(text).replace("\n", " "), width, subsequent_indent=" " * indentation)


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0


def _spread(bank: Bank) -> Iterator[tuple[str, tuple[Tally, ...]]]:
    ready = bank.ready
    sections = {section.id: section.title for section in bank.sections}
    objectives = {objective.id: objective.title for objective in bank.objectives}
    yield "sections", _tallied(sections, ((question.source.section,) for question in ready))
    yield "objectives", _tallied(objectives, (question.objective for question in ready))
    yield "levels", _tallied(dict(zip(_LEVELS, _LEVELS, strict=True)), ((each.bloom,) for each in ready))
    yield "types", _tallied({kind: kind for kind in Question.kinds}, ((each.kind,) for each in ready))
    difficulties = {each: each for each in _DIFFICULTIES}
    yield "difficulties", _tallied(difficulties, ((each.difficulty,) for each in ready))


def _tallied(titles: Mapping[str, str], named: Iterable[tuple[str, ...]]) -> tuple[Tally, ...]:
    counts = Counter(name for names in named for name in set(names or ("",)))
    missing = counts[""]
    return (
        *(Tally(name, title, counts[name]) for name, title in titles.items()),
        *((Tally("", _WITHOUT, missing),) if missing else ()),
    )
