"""Whether a bank may be published as it is, and what there is to say when it was."""

from ..bank import Bank
from ..bank.report import headline
from ..model.problem import QuizError, Severity
from ..model.words import counted
from .checking import Checked
from .lock import Lock
from .verdict import named

_MISLEADING = frozenset("ZQ118 ZQ119 ZQ121 ZQ122 ZQ123".split())
"""What takes from learners what they know, or marks them wrong: an oversight, or at least worth a second thought."""


def check_publishable(checked: Checked, *, force: bool = False) -> str:
    """Raises `QuizError`, with what is to be mended first. `force` lets pass what only misleads learners.

    Gives that, a line each; empty where there is nothing of it."""
    problems, path = checked.bank.problems, checked.bank.path
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise QuizError(
            f"Nothing was published, for {path} has {counted(len(errors), 'error')}:\n"
            f"{named(errors, path)}\nSee: zhu-quiz check {path}"
        )
    misleading = [problem for problem in problems if problem.code in _MISLEADING]
    if misleading and not force:
        raise QuizError(
            f"Nothing was published, for this would mislead those who have learned {path}:\n"
            f"{named(misleading, path)}\nIf it is meant so, run: zhu-quiz publish --force"
        )
    return "\n".join(f"  {headline(each, path)}" for each in misleading)


def remembered(bank: Bank, lock: Lock) -> str:
    """What the lock holds, in a line."""
    cited = [question for question in bank.ready if question.source.evidence]
    verified = sum(map(lock.vouches_for, cited))
    if verified == len(cited):
        evidence = "all evidence was verified with the article" if cited else "none of them has evidence"
    else:
        evidence = f"evidence verified of {verified} of {len(cited)} (the others need --article FILE)"
    return f"{counted(len(lock.questions), 'question')}, {evidence}."
