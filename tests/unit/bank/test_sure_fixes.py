"""A fix that is made without asking can but mend: where a sign may belong to the text, it is a guess."""

import pytest

from zhu_quiz.bank.reader import read_text

HEAD = "format: zhu-quiz/1\nid: b\ntitle: T\nquestions:\n  - id: q\n    type: "
CHOICE = f"{HEAD}choice\n    ask: Which?\n    options:\n"


def are_safe(text: str) -> bool:
    fixes = [fix for problem in read_text(text).problems for fix in problem.fixes]
    assert fixes
    return all(fix.is_safe for fix in fixes)


@pytest.mark.parametrize(
    "options",
    ["- A*\n- B", "- =1\n- 2", "- '*one'\n- two", "- f (x)\n- g", "A) one *\nB) two", "- **one**\n- two"],
)
def test_a_mark_that_may_belong_to_the_text_is_a_guess(options: str) -> None:
    assert not are_safe(CHOICE + "".join(f"      {line}\n" for line in options.split("\n")))


@pytest.mark.parametrize(
    "options", ["- A (correct)\n- B", "- A ✓\n- B ✗", "[x] A\n[ ] B", "- Alpha: right\n- Beta: wrong"]
)
def test_a_mark_that_means_nothing_else_is_none(options: str) -> None:
    assert are_safe(CHOICE + "".join(f"      {line}\n" for line in options.split("\n")))


@pytest.mark.parametrize(
    "rest", ["ask: Who?\n    answer: [A, B]", "ask: Who?\n    answer: A\n    tags: #a #b"]
)
def test_what_may_be_meant_otherwise_is_a_guess(rest: str) -> None:
    assert not are_safe(f"{HEAD}short\n    {rest}\n")


def test_a_block_in_another_column_is_moved_for_sure() -> None:
    card = "  - id: {}\n    type: card\n    front: A\n    back: B\n"
    bank = HEAD.partition("  - ")[0] + card.format("a") + card.format("b")
    assert are_safe(bank + "- id: c\n  type: card\n  front: A\n  back: B\n")


def of_section(name: str) -> str:
    head = HEAD.replace(
        "questions:", "sections:\n  - {id: intro, title: Start}\n  - {id: match, title: It}\nquestions:"
    )
    return f"{head}card\n    front: A\n    back: B\n    source: {{section: {name}}}\n"


@pytest.mark.parametrize("name", ["outro", "batch", "intr", "Intros", "inter"])
def test_a_name_that_comes_near_an_id_is_a_guess(name: str) -> None:
    assert not are_safe(of_section(name))


@pytest.mark.parametrize("name", ["intor", "inttro", "Intro", "Start"])
def test_a_letter_that_slipped_in_a_long_id_is_none(name: str) -> None:
    assert are_safe(of_section(name))


def test_a_letter_is_no_misspelt_key() -> None:
    choice = f"{HEAD}choice\n    ask: Which?\n    A: One\n    B: Two\n    ANSWER: A\n"
    fixes = [fix for problem in read_text(choice).problems for fix in problem.fixes]
    assert not [fix for fix in fixes if fix.is_safe or "by" in fix.text]


def with_fixes(text: str) -> str:
    """The text with all fixes made, the last first."""
    lines = text.split("\n")
    fixes = [fix for problem in read_text(text).problems for fix in problem.fixes]
    for (line, column, end_line, end_column), meant, _ in sorted(fixes, reverse=True):
        before, after = lines[line - 1][: column - 1], lines[end_line - 1][end_column - 1 :]
        lines[line - 1 : end_line] = (before + meant + after).split("\n")
    return "\n".join(lines)


@pytest.mark.parametrize("tabs", ["\t", "\t\t", "  \t", "\t\t\t\t"])
@pytest.mark.parametrize("line", range(6, 13))
def test_a_tab_becomes_as_many_spaces_as_the_lines_above_need(line: int, tabs: str) -> None:
    sound = f"{CHOICE}      - right: A\n        why: x\n      - wrong: B\n    source:\n      evidence: E\n    hint: H\n"
    lines = sound.split("\n")
    lines[line] = tabs + lines[line].lstrip()
    assert with_fixes("\n".join(lines)) == sound


@pytest.mark.parametrize("depth", [7, 8, 9])
def test_a_key_of_the_question_among_its_options_is_moved_out(depth: int) -> None:
    options = f"{CHOICE}      - right: A\n      - wrong: B\n"
    assert (
        with_fixes(f"{options}{' ' * (depth - 1)}explain: Because.\n") == f"{options}    explain: Because.\n"
    )
