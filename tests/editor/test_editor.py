"""What a teacher sees in an editor: the real language server, as VS Code, Zed, Helix and Neovim run it."""

from pathlib import Path

import pytest
import yaml

from language_server import Editor, Found
from zhu_quiz.questions import Question
from zhu_quiz.questions.keys import keys_of

TOP = Path(__file__).parents[2]
FIRST_LINE = "# yaml-language-server: $schema=questions.schema.json\n"
HEAD = f"{FIRST_LINE}format: zhu-quiz/1\nid: bank\ntitle: Bank\nquestions:\n"

every_kind = pytest.mark.parametrize("kind", Question.kinds)


def found_in(editor: Editor, question: str) -> list[Found]:
    """In a question alone in a bank; its first line counts as 1."""
    return [
        found._replace(line=found.line - HEAD.count("\n")) for found in editor.problems(f"{HEAD}{question}")
    ]


def test_nothing_is_underlined_in_the_bank_that_comes_along(editor: Editor) -> None:
    text = (TOP / "questions.yaml").read_text(encoding="utf-8")
    assert editor.problems(FIRST_LINE + text.partition("\n")[2]) == []


@every_kind
def test_nothing_is_underlined_in_an_example(editor: Editor, kind: str) -> None:
    lines = Question.kinds[kind].example.splitlines()
    assert found_in(editor, "  - " + "\n    ".join(lines) + "\n") == []


@every_kind
def test_the_keys_of_its_kind_are_offered_in_a_question_and_no_others(editor: Editor, kind: str) -> None:
    offered = editor.offers(f"{HEAD}  - id: new\n    type: {kind}\n    ‸\n")
    assert set(offered) == {each.name for each in keys_of(Question.kinds[kind])} - {"id", "type"}


def test_whole_questions_are_offered_where_one_begins(editor: Editor) -> None:
    offered = editor.offers(f"{HEAD}  - ‸\n")
    assert set(offered) == {"id", "type", *(f"new {kind} question" for kind in Question.kinds)}


@every_kind
def test_what_an_offered_question_writes_is_its_example(editor: Editor, kind: str) -> None:
    written = editor.offers(f"{HEAD}  - ‸\n")[f"new {kind} question"]
    assert filled(written) == Question.kinds[kind].example.strip()


def filled(snippet: str) -> str:
    """As it stands there once the tab key has gone through all places."""
    lines = []
    for line in snippet.split("\n"):
        before, opening, value = line.partition("${")
        value = value.partition(":")[2].removesuffix("}")
        lines.append(before + value.replace("\\}", "}").replace("\\$", "$") if opening else line)
    return "\n".join(lines)


def test_the_kinds_are_offered_with_what_they_are(editor: Editor) -> None:
    assert set(editor.offers(f"{HEAD}  - id: new\n    type: ‸\n")) == {*Question.kinds}
    assert "A statement, true or false" in editor.hover(f"{HEAD}  - id: new\n    type: true-fal‸se\n")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("bloom: ‸", {"remember", "understand", "apply", "analyze", "evaluate", "create"}),
        ("shuffle: ‸", {"true", "false"}),
        ("options:\n      - ‸", {"right", "wrong", "why", "pin"}),
        ("source:\n      ‸", {"section", "paragraph", "evidence"}),
    ],
)
def test_what_can_stand_there_is_offered(editor: Editor, line: str, offered: set[str]) -> None:
    assert set(editor.offers(f"{HEAD}  - id: new\n    type: choice\n    {line}\n")) == offered


@every_kind
def test_a_key_says_what_it_is_for(editor: Editor, kind: str) -> None:
    example = yaml.load(Question.kinds[kind].example, yaml.BaseLoader)
    helps = {each.name: each.help for each in keys_of(Question.kinds[kind])}
    text = Question.kinds[kind].example.replace("\n", "\n    ")
    for name in example:
        at_name = f"\n    {text}".replace(f"\n    {name}:", f"\n    {name}‸:", 1).removeprefix("\n    ")
        shown = editor.hover(f"{HEAD}  - {at_name}\n")
        assert plain(helps[name]) in plain(shown)


def plain(markdown: str) -> str:
    return markdown.replace("\\", "").replace("&nbsp;", " ")


def test_a_misspelt_key_is_underlined_and_what_it_was_to_be_is_missing(editor: Editor) -> None:
    question = "  - id: a\n    type: choice\n    ask: Which?\n    optoins: [{right: a}, {wrong: b}]\n"
    assert found_in(editor, question) == [
        Found(4, "optoins", "`choice` questions have no such key; of their own they have: ask, options, shuffle."),
        Found(1, "i", "“options” is missing. " + help_of("choice", "options")),
    ]  # fmt: skip


def help_of(kind: str, name: str) -> str:
    return next(each.help for each in keys_of(Question.kinds[kind]) if each.name == name)


@pytest.mark.parametrize(
    ("line", "underlined", "words"),
    [
        ("ask: Which one: this or that?", "Which one: this or that?", "in quotes where a colon stands in it"),
        ("ask:", "", "Write one text here"),
        ("ask: [a, b]", "[a, b]", "Write one text here"),
        ("bloom: hard", "hard", "Write one of: remember, understand, apply, analyze, evaluate, create."),
        ("shuffle: No", "No", "Write `true` or `false`."),
        ("tags: [Two Words]", "Two Words", "Use small letters, figures and hyphens."),
        ("source: intro", "intro", "Only these keys can stand here: `section:`, `paragraph:`, `evidence:`."),
        ("note: {a: b}", "{a: b}", "Write one text here"),
    ],
)
def test_what_is_wrong_is_underlined_with_what_to_write(
    editor: Editor, line: str, underlined: str, words: str
) -> None:
    ask = "" if line.startswith("ask:") else "    ask: Which?\n"
    question = f"  - id: a\n    type: choice\n{ask}    options: [{{right: a}}, {{wrong: b}}]\n    {line}\n"
    found = found_in(editor, question)
    number = 5 if ask else 4
    assert any(each[:2] == (number, underlined) and words in each.message for each in found)
    assert {each.line for each in found} == {number}


@pytest.mark.parametrize(
    ("options", "line", "words"),
    [
        ("- right: a\n        wrong: b\n      - wrong: c", 6, "An option is either right or wrong."),
        ("- right: a\n      - why: b", 6, "Begin the option with `- right:` or with `- wrong:`."),
        ("- wrong: a\n      - wrong: b", 5, "one option that begins with `- right:`"),
    ],
)
def test_options_are_right_or_wrong_and_one_is_right(
    editor: Editor, options: str, line: int, words: str
) -> None:
    [found] = found_in(
        editor, f"  - id: a\n    type: choice\n    ask: Which?\n    options:\n      {options}\n"
    )
    assert found.line == line
    assert words in found.message


def test_a_missing_answer_is_told_where_the_question_begins(editor: Editor) -> None:
    [found] = found_in(editor, "  - id: a\n    type: short\n    ask: Which?\n")
    assert found == Found(1, "i", "“answer” is missing. " + help_of("short", "answer"))
