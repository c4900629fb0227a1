"""For CI servers that show tests: JUnit XML, a test a question."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ....bank.report import one_line, report
from ....model.clean import clean
from ....model.problem import Problem, Severity
from ...checking import Checked
from ...verdict import summary
from . import Manner

_FILE = "the file"
"""The test to which belongs what concerns no question; no id has a space."""


def told(checks: Sequence[Checked], manner: Manner) -> str:
    suites = Element("testsuites", name="zhu-quiz check")
    for checked in checks:
        _suite(suites, checked, manner.is_strict)
    for name in ("tests", "failures"):
        suites.set(name, str(sum(int(suite.get(name, 0)) for suite in suites)))
    indent(suites)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(suites, encoding="unicode")}'


def _suite(suites: Element, checked: Checked, strict: bool) -> None:
    bank, path = checked.bank, one_line(str(checked.bank.path or "bank"))
    found: dict[str, list[Problem]] = {name: [] for name in (_FILE, *bank.questions)}
    for problem in bank.problems:
        found.setdefault(problem.question or _FILE, []).append(problem)
    suite = SubElement(suites, "testsuite", name=path, tests=str(len(found)))
    for name, problems in found.items():
        test = SubElement(suite, "testcase", classname=path, name=one_line(name), file=path, time="0")
        line = bank.lines.get(name) or min((each.place.line for each in problems), default=0)
        if line:
            test.set("line", str(line))
        _test(test, checked, problems, strict)
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    SubElement(suite, "system-out").text = "\n".join(summary(checked))


def _test(test: Element, checked: Checked, problems: list[Problem], strict: bool) -> None:
    """The errors make one failure, since readers of JUnit expect no more; the rest is told beside it."""
    failing = [each for each in problems if _fails(each, strict)]
    if failing:
        message = clean(failing[0].message) + (f" (and {len(failing) - 1} more)" if failing[1:] else "")
        failure = SubElement(test, "failure", message=message, type=failing[0].code)
        failure.text = _reports(failing, checked)
    others = [each for each in problems if not _fails(each, strict)]
    if others:
        SubElement(test, "system-out").text = _reports(others, checked)


def _fails(problem: Problem, strict: bool) -> bool:
    return problem.severity is Severity.ERROR or (strict and problem.severity is Severity.WARNING)


def _reports(problems: list[Problem], checked: Checked) -> str:
    return "\n\n".join(report(each, checked.bank.path, checked.text) for each in problems)
