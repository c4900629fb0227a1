"""For people: each problem with its line, what to write instead, and where to read more."""

from collections.abc import Iterable, Iterator, Sequence

from ....bank.report import folded, report
from ....model.problem import Problem
from ...checking import Checked
from ...verdict import summary
from . import Manner


def told(checks: Sequence[Checked], manner: Manner) -> str:
    explained: set[str] = set()
    return "\n\n".join(
        part
        for checked in checks
        for part in (
            *paragraphs(checked, checked.bank.problems, explained, manner.width),
            "\n".join(folded(line, manner.width) for line in summary(checked)),
        )
    )


def paragraphs(
    checked: Checked, problems: Iterable[Problem], explained: set[str], width: int | None
) -> Iterator[str]:
    """One a problem; where to read more is said once a code, so `explained` grows."""
    for problem in problems:
        text = report(problem, checked.bank.path, checked.text, width)
        if problem.code not in explained:
            explained.add(problem.code)
            text += f"\n  = more: zhu-quiz explain {problem.code}"
        yield text
