"""For editors and logs: a line a problem."""

from collections.abc import Sequence

from ....bank.report import headline
from ...checking import Checked
from ...verdict import summary
from . import Manner


def told(checks: Sequence[Checked], manner: Manner) -> str:
    return "\n".join(
        line
        for checked in checks
        for line in (
            *(headline(problem, checked.bank.path) for problem in checked.bank.problems),
            *summary(checked),
        )
    )
