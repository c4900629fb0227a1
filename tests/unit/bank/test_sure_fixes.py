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
