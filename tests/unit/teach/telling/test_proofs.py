"""What a teacher leafs through is the whole file, cut where its questions begin."""

from sample import BANK, HEAD, QUESTIONS
from zhu_quiz.teach.checking import check_text
from zhu_quiz.teach.telling.proofs import Proof, proofs

BROKEN = "  - id: broken\n    type: choice\n    ask: Which?\n    options: [{wrong: One}, {wrong: Two}]\n"
END = "claims:\n  - {id: c-one, text: Mercury is small.}\n"


def leaves(text: str) -> list[Proof]:
    return [proof for proof in proofs(check_text(text)) if proof.number]


def test_each_question_has_one_in_the_order_of_the_file() -> None:
    bank = check_text(BANK).bank
    assert [proof.name for proof in leaves(BANK)] == [*bank.questions]
    assert [proof.line for proof in leaves(BANK)] == [*bank.lines.values()]


def test_together_they_hold_every_line_of_the_questions() -> None:
    assert "".join(f"{line}\n" for proof in leaves(BANK) for line in proof.source) == QUESTIONS


def test_a_question_that_is_left_out_has_its_lines_and_its_problems() -> None:
    (broken,) = (proof for proof in leaves(HEAD + BROKEN + QUESTIONS) if proof.question is None)
    assert broken.name == "broken"
    assert "\n".join(broken.source) + "\n" == BROKEN
    assert "ZQ107" in {problem.code for problem in broken.problems}


def test_what_yaml_cannot_read_is_one_of_them_too() -> None:
    unreadable = "  - id: torn\n    type: choice\n    ask: [Which\n    options: {\n"
    found = leaves(HEAD + unreadable + QUESTIONS)
    assert found[0].name == "torn"
    assert found[0].problems
    assert found[1].name == "nearest"


def test_every_problem_belongs_to_one_of_them() -> None:
    checked = check_text(HEAD + BROKEN + QUESTIONS + BROKEN + END + "zzz: 1\n")
    assert sorted(map(repr, checked.bank.problems)) == sorted(
        repr(problem) for proof in proofs(checked) for problem in proof.problems
    )


def test_twins_are_told_apart_by_their_lines() -> None:
    found = leaves(HEAD + QUESTIONS + QUESTIONS[: QUESTIONS.index("  - id: red")])
    assert [proof.name for proof in found].count("nearest") == 2
    assert found[-1].question is None
    assert found[-1].problems


def test_the_last_question_ends_where_something_else_begins() -> None:
    assert leaves(BANK + "\n# What the article says\n\n" + END)[-1].source == leaves(BANK)[-1].source


def test_questions_in_brackets_are_found_as_well() -> None:
    text = HEAD.replace("questions:", "questions: [{id: a, type: card, front: A, back: B}]")
    assert [proof.name for proof in leaves(text)] == ["a"]


def test_a_file_that_is_no_bank_is_told_of_all_the_same() -> None:
    for text in ("", "nonsense", "questions:\n", "\0\0\0"):
        (only,) = proofs(check_text(text))
        assert only.number == 0
        assert only.problems


def test_what_is_said_of_each_answer_is_found_whatever_the_kind() -> None:
    bank = check_text(
        HEAD
        + QUESTIONS.replace("answer: Mars\n", "answer: Mars\n    reject: [{text: Venus, why: It shines.}]\n")
    ).bank
    assert [*bank.questions["nearest"].said_of_answers] == [("Venus", "It is the second.")]
    assert [*bank.questions["red"].said_of_answers] == [("Not “Venus”", "It shines.")]
    assert [*bank.questions["moons"].said_of_answers] == []
