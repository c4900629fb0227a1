"""A bank with those mistakes mended that a program can mend; comments and all else stay as they are."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from ...bank import Bank
from ...bank.reader import read_text
from ...model.clean import clean
from ...model.problem import Problem, Severity
from ...questions import Question
from ..article.article import Article
from ..checking import check_text
from ..lock import Lock
from .edits import applied
from .source import Source

_BEFORE_PARSING = ("ZQ002", "ZQ003", "ZQ005", "ZQ006", "ZQ010")
_UNREADABLE = "ZQ004"
_ENCODING = "ZQ001"
_REFERENCE = "ZQ115"
_ID = re.compile(r"\bid *: *[\"']?([\w-]+)")
_MAX_ROUNDS = 60
"""A round mends one mistake of each line."""


@dataclass(frozen=True, kw_only=True)
class Fixed:
    data: bytes
    """The file as it should be."""
    diff: str = ""
    """What changed, harmless for any terminal; empty where nothing did."""
    mended: tuple[Problem, ...] = ()
    """Each where it stood when it was mended."""


def fixed(
    data: bytes,
    path: Path | None = None,
    *,
    unsafe: bool = False,
    article: Article | None = None,
    lock: Lock | None = None,
) -> Fixed:
    """The bank after all fixes that can but mend; with `unsafe`, also after those that guess.

    What is not saved in UTF-8 is then. Raises `QuizError` where the bytes are damaged.

    No fix is made that leaves more errors than there were, or touches a question in which it mends nothing."""
    before = Source.of(data)
    source, made = mended(
        before,
        lambda each: check_text(each.data, path, article=article, lock=lock).bank,
        unsafe=unsafe,
    )
    if before.encoding != Source.encoding:
        made = (*(each for each in read_text(data, path).problems if each.code == _ENCODING), *made)
    return Fixed(data=source.data, diff=difference(data, source.data, path), mended=made)


def mended(
    source: Source, read: Callable[[Source], Bank], *, unsafe: bool = False
) -> tuple[Source, tuple[Problem, ...]]:
    """The file without those problems that `read` finds and knows how to fix, and which they were."""
    bank = read(source)
    made: list[Problem] = []
    vain, most, seen = set[tuple[str, str, str]](), 0, {source.text}
    for _ in range(_MAX_ROUNDS):
        fixable = _fixable(bank.problems, source, unsafe=unsafe)
        wanted = [problem for problem in fixable if _name(problem, source) not in vain][: most or None]
        text, numbers = applied(source.text, [problem.fixes for problem in wanted])
        if not numbers:
            break
        tried = [wanted[number] for number in numbers]
        after = Source(text, source.has_mark)
        bank_after = read(after)
        if text not in seen and _is_no_worse(bank, bank_after, tried, source):
            source, bank, most = after, bank_after, 0
            made += tried
            seen.add(text)
        elif len(tried) > 1:
            most = len(tried) // 2  # One of them is to blame; fewer at a time will tell which.
        else:
            vain.add(_name(tried[0], source))
            most = 0
    return source, tuple(made)


def difference(before: bytes, after: bytes, path: Path | None = None) -> str:
    """What changed from one text of a file to the other, harmless for any terminal."""
    name = clean(str(path or "bank"))
    one, other = Source.of(before), Source.of(after)
    old, new = (list(map(clean, source.lines)) for source in (one, other))
    if one.encoding == other.encoding:
        return "\n".join(unified_diff(old, new, name, name, lineterm=""))
    was, becomes = (f"{name} ({source.encoding.upper()})" for source in (one, other))
    # The lines may be the same.
    return "\n".join(unified_diff(old, new, was, becomes, lineterm="")) or f"--- {was}\n+++ {becomes}"


def _fixable(problems: Sequence[Problem], source: Source, *, unsafe: bool) -> Iterator[Problem]:
    """Those that can be mended now.

    Of a line that had to be mended to be read, places and fixes mean the mended one: whatever else is wrong in it
    waits until that is done."""
    fixable = dict.fromkeys(each for each in problems if _is_fixable(each, source, unsafe=unsafe))
    first: dict[int, Problem] = {}
    stuck = set[int]()
    for problem in problems:
        if problem.code in (*_BEFORE_PARSING, _UNREADABLE) and problem.severity is Severity.ERROR:
            for line in _lines(problem):
                first.setdefault(line, problem)
            stuck |= set() if problem in fixable else _lines(problem)
    for problem in fixable:
        if problem.code in _BEFORE_PARSING or all(
            first.get(line, problem) is problem and line not in stuck for line in _lines(problem)
        ):
            yield problem


def _is_fixable(problem: Problem, source: Source, *, unsafe: bool) -> bool:
    is_sure = all(fix.is_safe for fix in problem.fixes) and source.stray_lines.isdisjoint(_lines(problem))
    # A � stands for what cannot be shown; it has to be mended first.
    is_whole = not any("\ufffd" in fix.text for fix in problem.fixes) or "\ufffd" in source.text
    return bool(problem.fixes) and is_whole and (is_sure or unsafe)


def _lines(problem: Problem) -> set[int]:
    places = (problem.place, *(fix.place for fix in problem.fixes))
    return {line for place in places for line in (place.line, *range(place.line, place.end_line + 1))}


def _name(problem: Problem, source: Source) -> tuple[str, str, str]:
    """The same for a problem wherever the lines move."""
    return problem.code, problem.message, source.lines[problem.place.line - 1]


def _is_no_worse(before: Bank, after: Bank, mended: Sequence[Problem], source: Source) -> bool:
    """Whether all questions are still there, those as they were in which nothing was mended, and no error is new."""
    touched = {problem.question for problem in mended}
    lost = [question for name, question in before.questions.items() if name not in after.questions]
    are_kept = all(
        name in touched or after.questions.get(name, question) == question
        for name, question in before.questions.items()
    ) and (not lost or _were_never_sound(lost, after, source))
    # A question that is indented with tabs is not looked at any closer: what they hid may come to light.
    is_brought_to_light = any(problem.code == "ZQ003" for problem in mended)
    return (
        are_kept
        and (not before.id or after.id == before.id)
        and (is_brought_to_light or _errors(after) <= _errors(before))
    )


def _were_never_sound(lost: Sequence[Question], after: Bank, source: Source) -> bool:
    """Whether nothing is wrong with them but ids that stand in no list, which could not be told before."""
    codes = defaultdict[str, set[str]](set)
    for problem in filter(_is_error, after.problems):
        codes[problem.question].add(problem.code)
    # Also those of a list that cannot be read.
    written = {found[1] for found in _ID.finditer(source.text)} | {""}
    return all(
        codes[each.id] == {_REFERENCE}
        and not written.issuperset((each.source.section, *each.objective, *each.claims))
        for each in lost
    )


def _errors(bank: Bank) -> int:
    """Those that can be seen whatever else is wrong; that an id is unknown is told once its list can be read."""
    return sum(_is_error(each) and each.code != _REFERENCE for each in bank.problems)


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR
