import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sample import BANK
from zhu_quiz.bank.reader import read_closely
from zhu_quiz.model.problem import Fix, Problem, Severity
from zhu_quiz.model.tree import Place
from zhu_quiz.teach.checking import Checked
from zhu_quiz.teach.telling.formats import FORMATS, Manner
from zhu_quiz.teach.telling.formats import told as told_in
from zhu_quiz.teach.telling.formats.github import table
from zhu_quiz.teach.verdict import passes, without_infos

PATH = Path("banks/my questions.yaml")
ERROR = Problem(
    code="ZQ004", message="A colon stands here.", remedy="Write  ask: \"Who: me?\"", question="red",
    place=Place(21, 9, 21, 12), fixes=(Fix(Place(21, 10, 21, 10), '"'),),
)  # fmt: skip
WARNING = replace(ERROR, code="ZQ401", severity=Severity.WARNING, question="moons", message="No reason.")
INFO = replace(ERROR, code="ZQ210", severity=Severity.INFO, place=Place(25, 1, 27, 3))
OF_FILE = Problem(code="ZQ011", message="It is large.", severity=Severity.WARNING)
HOSTILE = Problem(
    code="ZQ109",
    message="\x1b]0;x\a\x00 ]]> <b>&amp;| `x` ::error::x\r\n::stop-commands::x [a](http://b.c) \ud800 \ufffe 100%.",
    remedy="{0} @all\u202e\n##[error]x",
    question='a" b\n::error::',
    place=Place(10, 5, 10, 8),
)
NAMES = tuple(read_closely(BANK).bank.questions)
every_format = pytest.mark.parametrize("form", FORMATS)


def told(form: str, checks: list[Checked], *, strict: bool = False, width: int | None = None) -> str:
    return told_in(form, checks, Manner(is_strict=strict, width=width))


def checked(*problems: Problem, path: Path | None = PATH) -> Checked:
    reading = read_closely(BANK, path)
    return Checked(
        bank=replace(reading.bank, problems=problems),
        text=reading.text,
        reading=reading,
        notes=("No article.",),
    )


@every_format
def test_every_problem_is_told_with_its_code_and_message(form: str) -> None:
    text = told(form, [checked(ERROR, WARNING, INFO, OF_FILE)])
    assert all(each.code in text and each.message in text for each in (ERROR, WARNING, INFO, OF_FILE))


@every_format
def test_nothing_wrong_is_told_as_well(form: str) -> None:
    assert "ZQ" not in told(form, [checked()])


@every_format
def test_text_of_a_bank_can_steer_neither_a_terminal_nor_a_server(form: str) -> None:
    text = told(form, [checked(HOSTILE, path=Path("::error::\x1b\n::x::.yaml"))], strict=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text)
    assert form != "github" or not re.search(r"^::(?!error file)", text, re.MULTILINE)


@every_format
def test_several_banks_are_told_of_together(form: str) -> None:
    text = told(form, [checked(ERROR), checked(WARNING, path=Path("other.yaml"))])
    assert "questions.yaml" in text
    assert "other.yaml" in text


def test_the_first_line_of_a_problem_is_for_programs_and_its_code_is_explained_once() -> None:
    text = told("full", [checked(ERROR, replace(ERROR, place=Place(22, 5, 22, 6)))])
    assert text.startswith("banks/my questions.yaml:21:9: error[ZQ004] (red): A colon stands here.\n")
    assert text.count("= more: zhu-quiz explain ZQ004") == 1


def test_the_end_sums_up_and_says_what_was_not_checked() -> None:
    assert told("full", [checked(ERROR, WARNING, OF_FILE)]).endswith(
        "my questions.yaml: 9 questions can be asked, 1 error and 2 warnings found.\n"
        "No article.\n"
        "To mend 2 of 3: zhu-quiz check --fix 'banks/my questions.yaml'"
    )


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ((), "no problems found"),
        ((WARNING,), " 1 warning found"),
        ((ERROR, ERROR, WARNING, INFO), " 2 errors, 1 warning and 1 info found"),
    ],
)
def test_the_sum_names_only_what_there_is(problems: tuple[Problem, ...], words: str) -> None:
    assert words in told("concise", [checked(*problems)])


def test_only_what_is_sure_is_said_to_be_mended_by_fix() -> None:
    guess = replace(ERROR, fixes=(ERROR.fixes[0]._replace(is_safe=False),))
    assert "--fix" not in told("concise", [checked(guess, OF_FILE)])


@pytest.mark.parametrize(
    ("drafts", "words"),
    [
        (("red",), ["8 questions can be asked, 1 draft, no problems found."]),
        (NAMES[:-1], ["1 question can be asked, 8 drafts, no problems found."]),
        (
            NAMES,
            [
                "0 questions can be asked, 9 drafts, no problems found.",
                "9 drafts are not asked: delete `status: draft` from each when it is ready.",
            ],
        ),
    ],
)
def test_drafts_are_counted_and_where_there_is_nothing_else_it_is_said_how_to_end_that(
    drafts: tuple[str, ...], words: list[str]
) -> None:
    text = BANK
    for name in drafts:
        text = text.replace(f"- id: {name}\n", f"- id: {name}\n    status: draft\n")
    reading = read_closely(text, PATH)
    one = Checked(bank=reading.bank, text=text, reading=reading)
    lines = told("concise", [one]).split("\n")
    assert [line.removeprefix(f"{PATH}: ") for line in lines] == words


def test_concise_is_a_line_a_problem() -> None:
    lines = told("concise", [checked(ERROR, HOSTILE)]).split("\n")
    assert [line.startswith("banks/my questions.yaml:") for line in lines] == [True, True, True, False, False]


@pytest.mark.parametrize("width", [60, 80])
def test_on_a_terminal_sentences_are_folded_between_words_and_excerpts_fit(width: int) -> None:
    long = replace(ERROR, message="It says more than a narrow terminal has room for in a line, and goes on.")
    lines = told("full", [checked(long, replace(long, place=Place(17, 20, 17, 60)))], width=width).split("\n")
    assert all(len(line) <= width for line in lines)
    assert " ".join(line.strip() for line in lines[:3]).startswith(
        f"banks/my questions.yaml:21:9: error[ZQ004] (red): {long.message}"
    )


def test_json_keeps_its_shape() -> None:
    data = json.loads(told("json", [checked(ERROR)]))
    assert (data["version"], data["passes"]) == (1, False)
    [file] = data["files"]
    assert file == {
        "path": "banks/my questions.yaml", "bank": "planets", "ready": 9, "left_out": [], "notes": ["No article."],
        "counts": {"error": 1, "warning": 0, "info": 0},
        "problems": [{
            "code": "ZQ004", "severity": "error", "question": "red", "message": "A colon stands here.",
            "remedy": 'Write  ask: "Who: me?"', "line": 21, "column": 9, "end_line": 21, "end_column": 12,
            "fixes": [
                {"line": 21, "column": 10, "end_line": 21, "end_column": 10, "text": '"', "is_safe": True}
            ],
        }],
    }  # fmt: skip


def test_json_says_where_a_line_ends_that_is_replaced_as_a_whole() -> None:
    whole = replace(ERROR, fixes=(Fix.of_lines(1, "format: zhu-quiz/1"),))
    [file] = json.loads(told("json", [checked(whole)]))["files"]
    assert file["problems"][0]["fixes"][0]["end_column"] == len("format: zhu-quiz/1") + 1


def test_json_holds_hostile_text_unchanged() -> None:
    [file] = json.loads(told("json", [checked(HOSTILE)]))["files"]
    assert file["problems"][0]["message"] == HOSTILE.message


def test_github_is_given_errors_first_each_at_its_place() -> None:
    lines = told("github", [checked(INFO, WARNING, ERROR)]).split("\n")
    assert lines[:3] == [
        "::error file=banks/my questions.yaml,line=21,endLine=21,col=9,endColumn=12,title=ZQ004 (red)::"
        'A colon stands here. Write  ask: "Who: me?"',
        "::warning file=banks/my questions.yaml,line=21,endLine=21,col=9,endColumn=12,title=ZQ401 (moons)::"
        'No reason. Write  ask: "Who: me?"',
        "::notice file=banks/my questions.yaml,line=25,endLine=27,title=ZQ210 (red)::"
        'A colon stands here. Write  ask: "Who: me?"',
    ]


def test_a_github_note_keeps_its_line_ends_and_signs_in_disguise() -> None:
    odd = replace(ERROR, message="50%\nof it.", remedy="", question="a,b:c")
    assert "title=ZQ004 (a%2Cb%3Ac)::50%25%0Aof it.\n" in told("github", [checked(odd)])


def test_the_table_for_github_holds_no_markup_of_a_bank() -> None:
    rows = [line for line in table([checked(HOSTILE)]).split("\n") if "ZQ109" in line]
    assert len(rows) == 1
    assert rows[0].count("|") == 6
    assert not set("<>`[]@*_\\") & set(rows[0])


def test_the_table_for_github_is_not_longer_than_github_takes() -> None:
    assert len(table([checked(*[HOSTILE] * 20_000)]).encode()) < 1024 * 1024
    shown = table([checked(*[replace(HOSTILE, message="*" * 5_000)] * 500)])
    assert len(shown.encode()) < 1024 * 1024
    kept = shown.count("ZQ109")
    assert shown.endswith(f"\n… and {500 - kept} more.\n")


LEVELS = {"error", "warning", "note"}


def test_sarif_has_what_the_standard_requires() -> None:
    data = json.loads(told("sarif", [checked(ERROR, WARNING, INFO, OF_FILE, HOSTILE)]))
    [run] = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert data["version"] == "2.1.0"
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["help"]["text"]
        assert "helpUri" not in rule, "it would have to be absolute"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in LEVELS
        assert result["message"]["text"]
        [location] = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "banks/my%20questions.yaml"


def test_sarif_counts_lines_and_columns_as_the_checker_does() -> None:
    [run] = json.loads(told("sarif", [checked(ERROR, OF_FILE)]))["runs"]
    here, file = (each["locations"][0]["physicalLocation"] for each in run["results"])
    assert run["columnKind"] == "unicodeCodePoints"
    assert here["region"] == {"startLine": 21, "startColumn": 9, "endLine": 21, "endColumn": 12}
    assert "region" not in file


def test_a_link_in_a_bank_is_none_in_sarif() -> None:
    [run] = json.loads(told("sarif", [checked(HOSTILE)]))["runs"]
    assert "](" not in run["results"][0]["message"]["text"]


def suite(*problems: Problem, strict: bool = False) -> ElementTree.Element:
    found = ElementTree.fromstring(told("junit", [checked(*problems)], strict=strict)).find("testsuite")
    assert found is not None
    return found


def test_junit_has_a_test_a_question_and_one_of_the_file() -> None:
    tests = suite(ERROR, ERROR, WARNING, OF_FILE)
    names = [test.get("name") for test in tests.findall("testcase")]
    assert names[:3] == ["the file", "nearest", "red"]
    assert (tests.get("tests"), tests.get("failures")) == (str(len(names)), "1")
    assert len(names) == 10


def test_junit_fails_a_question_once_with_all_that_is_wrong_with_it() -> None:
    [failure] = suite(ERROR, replace(ERROR, code="ZQ101")).findall("testcase[@name='red']/failure")
    assert failure.get("message") == "A colon stands here. (and 1 more)"
    assert "ZQ101" in (failure.text or "")


def test_a_warning_fails_in_junit_only_where_it_is_strict() -> None:
    assert suite(WARNING).find("testcase[@name='moons']/system-out") is not None
    assert suite(WARNING, strict=True).find("testcase[@name='moons']/failure") is not None


def test_junit_is_well_formed_whatever_a_bank_holds() -> None:
    assert suite(HOSTILE).get("failures") == "1"


@pytest.mark.parametrize(
    ("problems", "fair", "strict"),
    [((), True, True), ((INFO,), True, True), ((WARNING,), True, False), ((ERROR,), False, False)],
)
def test_errors_fail_and_warnings_only_where_it_is_strict(
    problems: tuple[Problem, ...], fair: bool, strict: bool
) -> None:
    checks = [checked(*problems)]
    assert (passes(checks), passes(checks, strict=True)) == (fair, strict)


def test_without_infos_the_rest_is_told() -> None:
    assert without_infos(checked(ERROR, INFO, WARNING)).bank.problems == (ERROR, WARNING)
