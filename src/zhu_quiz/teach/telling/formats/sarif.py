"""For code scanning: SARIF 2.1.0."""

from collections.abc import Sequence
from importlib.metadata import version
from json import dumps
from pathlib import Path
from urllib.parse import quote

from ....model.clean import clean
from ....model.problem import Problem, Severity
from ....model.tree import Place
from ...checking import Checked
from ...rule import Page
from ..explaining import as_markdown, as_text
from ..pages import pages
from . import Manner

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def told(checks: Sequence[Checked], manner: Manner) -> str:
    found = [(checked.bank.path, problem) for checked in checks for problem in checked.bank.problems]
    codes = sorted({problem.code for _, problem in found})
    driver = {
        "name": "zhu-quiz",
        "version": version("zhu-quiz"),
        "rules": [_rule(pages()[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(path, problem, codes.index(problem.code)) for path, problem in found],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(page: Page) -> dict[str, object]:
    # The help is given whole, for a `helpUri` must be absolute: GitHub refuses a file with a relative one.
    return {
        "id": page.code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.why},
        "help": {"text": as_text(page), "markdown": as_markdown(page)},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
    }


def _result(path: Path | None, problem: Problem, rule: int) -> dict[str, object]:
    about = f"{problem.question}: " if problem.question else ""
    location: dict[str, object] = {"artifactLocation": {"uri": _uri(path)}}
    if problem.place.line:
        location["region"] = _region(problem.place)
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": _unlinked(clean(f"{about}{problem.message} {problem.remedy}".strip()))},
        "locations": [{"physicalLocation": location}],
    }


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _uri(path: Path | None) -> str:
    if path and path.is_absolute():
        return path.as_uri()
    return quote((path or Path("bank")).as_posix(), errors="surrogateescape")


def _unlinked(text: str) -> str:
    """A message may hold links; none of them shall be made of a bank's text."""
    return text.replace("](", "] (")
