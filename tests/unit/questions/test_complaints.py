"""What each kind refuses, where it points, and what it advises."""

import pytest
import yaml

from zhu_quiz.model.problem import Problem, Severity
from zhu_quiz.model.tree import Group, Items, Node, Place, Text
from zhu_quiz.questions import Question


def placed(node: yaml.Node) -> Node:
    """The tree of a snippet, each node on its line."""
    place = Place(node.start_mark.line + 1, node.start_mark.column + 1)
    match node:
        case yaml.ScalarNode(value=value):
            return Text(value, place)
        case yaml.SequenceNode(value=values):
            return Items(tuple(map(placed, values)), place)
        case yaml.MappingNode(value=entries):
            return Group(
                tuple((Text(name.value, placed(name).place), placed(value)) for name, value in entries), place
            )
    raise AssertionError(node)


def parsed(entry: str) -> tuple[Question | None, tuple[Problem, ...]]:
    root = yaml.compose(f"id: x\n{entry}", yaml.SafeLoader)
    assert root
    group = placed(root)
    assert isinstance(group, Group)
    return Question.parse(group)


def problems_of(entry: str) -> tuple[Problem, ...]:
    return parsed(entry)[1]


def options(*lines: str) -> str:
    return "type: choice\nask: Which?\noptions:\n" + "".join(f"  - {line}\n" for line in lines)


MISTAKES = [
    ("two right options", options("right: a", "right: b", "wrong: c"), "ZQ107", 6, "`type: multi`"),
    ("no right option", options("wrong: a", "wrong: b"), "ZQ107", 5, "`right:`"),
    ("a single option", options("right: a"), "ZQ108", 5, "- wrong:"),
    ("an option twice", options("right: a", "wrong: b", "wrong: a"), "ZQ109", 7, "reword"),
    ("an option both right and wrong", options("{right: a, wrong: b}", "wrong: c"), "ZQ102", 5, "- right:"),
    ("a word for true", "type: true-false\nask: It is.\nanswer: Yes", "ZQ117", 4, "`true`"),
    ("a vague number", "type: number\nask: When?\nanswer: around 2020", "ZQ110", 4, "answer: 2020"),
    ("a grouped number", "type: number\nask: When?\nanswer: 1,234", "ZQ110", 4, "answer: 1234  or  answer: 1.234"),
    ("a loose percent sign", "type: number\nask: When?\nanswer: 40 %", "ZQ110", 4, "answer: 40%"),
    ("a number in words", "type: number\nask: When?\nanswer: twenty", "ZQ110", 4, "answer: 20"),
    ("a number of no kind", "type: number\nask: When?\nanswer: plenty", "ZQ110", 4, "1234.5"),
    ("a negative margin", "type: number\nask: When?\nanswer: 5\nwithin: -1", "ZQ110", 5, "0.5"),
    ("a unit of figures", "type: number\nask: When?\nanswer: 5\nunit: 10", "ZQ110", 5, "km"),
    ("no gap", "type: cloze\ntext: He moved.", "ZQ111", 3, "{{China}}"),
    ("an open gap", "type: cloze\ntext: To {{China in {{2020}}.", "ZQ111", 3, "`}}`"),
    ("an empty gap", "type: cloze\ntext: To {{}}.", "ZQ111", 3, "{{China}}"),
    ("an empty variant", "type: cloze\ntext: To {{China|}}.", "ZQ111", 3, "{{China}}"),
    ("a gap numbered for Anki", "type: cloze\ntext: 'To {{c1::China}}.'", "ZQ111", 3, "`{{China}}`"),
    ("two items to order", "type: order\nask: Sort.\nitems:\n  - a\n  - b", "ZQ112", 5, "- …"),
    ("an item twice", "type: order\nask: Sort.\nitems:\n  - a\n  - b\n  - a", "ZQ112", 7, "reword"),
    ("an answer that is rejected", "type: short\nask: Who?\nanswer: A\nreject: [B, A]", "ZQ109", 5, "Delete"),
    ("an invisible answer", 'type: short\nask: Who?\nanswer: "\\u200b"', "ZQ116", 4, "can be seen"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "code", "line", "advice"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES]
)
def test_a_mistake_is_named_at_its_line_with_what_to_do(
    entry: str, code: str, line: int, advice: str
) -> None:
    (problem,) = problems_of(entry)
    assert (problem.code, problem.place.line, problem.question) == (code, line, "x")
    assert advice in problem.remedy


WARNINGS = [
    ("single braces beside a gap", "type: cloze\ntext: In {2020} to {{China}}.", "ZQ111", 3, "{{2020}}"),
    ("a line beside a gap", "type: cloze\ntext: In ____ to {{China}}.", "ZQ111", 3, "{{answer}}"),
    ("a slash between answers", "type: short\nask: Who?\nanswer: US / United States", "ZQ013", 4, "answer: US  and"),
    ("names and commas", "type: short\nask: Who\nanswer: Zhu\naccept: S. Zhu, P. Zhu", "ZQ013", 5, "[S. Zhu, P. Zhu]"),
    ("words and commas", "type: short\nask: What?\nanswer: car\naccept: auto, bus", "ZQ013", 5, "[auto, bus]"),
    ("a picture without words", "type: card\nfront: A\nback: B\nimage: {file: a.png}", "ZQ114", 5, "alt:"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "code", "line", "advice"), [case[1:] for case in WARNINGS], ids=[case[0] for case in WARNINGS]
)
def test_what_may_be_meant_otherwise_is_a_warning(entry: str, code: str, line: int, advice: str) -> None:
    question, (problem,) = parsed(entry)
    assert question
    assert (problem.code, problem.severity, problem.place.line) == (code, Severity.WARNING, line)
    assert advice in problem.remedy


def test_a_picture_stays_with_its_question_though_words_are_missing() -> None:
    question, _ = parsed("type: card\nfront: A\nback: B\nimage: {file: a.png}")
    assert question
    assert question.image
    assert question.image.file == "a.png"


def pairs(*names: str) -> str:
    lines = "".join(f"  - item: {name[0]}\n    match: {name[1]}\n" for name in names)
    return f"type: match\nask: Match.\npairs:\n{lines}"


@pytest.mark.parametrize(
    ("entry", "code", "severity"),
    [
        (pairs("a1", "b2"), "ZQ113", Severity.WARNING),
        (pairs("a1"), "ZQ113", Severity.ERROR),
        (pairs("a1", "b2", "a3"), "ZQ113", Severity.ERROR),
        (pairs("a1", "b2", "c1"), "ZQ113", Severity.ERROR),
        (pairs("a1", "b2", "c3") + "extra: ['3']", "ZQ113", Severity.ERROR),
    ],
    ids=["two pairs", "one pair", "an item twice", "a match twice", "an extra that belongs to an item"],
)
def test_pairs_have_to_be_told_apart(entry: str, code: str, severity: Severity) -> None:
    assert [(problem.code, problem.severity) for problem in problems_of(entry)] == [(code, severity)]


def test_a_warning_does_not_keep_a_question_from_being_asked() -> None:
    assert parsed(pairs("a1", "b2"))[0]


def test_all_mistakes_of_a_question_are_told_at_once() -> None:
    problems = problems_of("type: number\nask: When?\nanswer: soon\nwithin: some\nstatus: redy")
    assert [problem.code for problem in problems] == ["ZQ110", "ZQ110", "ZQ115"]
