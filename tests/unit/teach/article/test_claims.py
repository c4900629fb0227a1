from pathlib import Path

import pytest

from sample import BANK
from zhu_quiz.model.problem import Problem
from zhu_quiz.teach.checking import check_text

CLAIMS = "- {id: moons, text: Mars has two moons.}\n- {id: cold, text: Neptune is cold.}\n"


def found(
    folder: Path, claims: str | None, name: str = "claims.yaml", claimed: str = "moons"
) -> list[Problem]:
    """What is said of a bank whose claims stand in that file, and of its question on the moons."""
    if claims is not None:
        (folder / "claims.yaml").write_text(claims, encoding="utf-8")
    bank = BANK.replace("questions:", f"claims: {name}\nquestions:", 1)
    bank = bank.replace("answer: 2\n", f"answer: 2\n    claims: {claimed}\n")
    problems = check_text(bank, folder / "bank.yaml").bank.problems
    return [each for each in problems if "claim" in each.message]


def test_a_claim_that_the_file_does_not_list_is_told_where_it_is_named(tmp_path: Path) -> None:
    (_, problem) = found(tmp_path, CLAIMS, claimed="moon")
    assert (problem.code, problem.question) == ("ZQ115", "moons")
    assert "`moons`" in problem.remedy
    assert problem.fixes


def test_claims_of_the_file_are_those_that_need_a_question(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, CLAIMS)
    assert (problem.code, problem.message) == ("ZQ306", "1 of 2 claims have no question: cold.")


@pytest.mark.parametrize(
    ("claims", "name", "words"),
    [
        (None, "claims.yaml", "cannot be read"),
        (CLAIMS, "../claims.yaml", "is not beside the bank"),
        (CLAIMS, "/etc/claims.yaml", "is not beside the bank"),
        (CLAIMS.replace("text: Nep", "test: Nep"), "claims.yaml", "claims.yaml:2: "),
    ],
)
def test_a_file_of_claims_that_cannot_be_read_is_told_where_it_is_named(
    tmp_path: Path, claims: str | None, name: str, words: str
) -> None:
    (problem,) = found(tmp_path, claims, name)
    assert words in problem.message
    assert problem.place.line == BANK[: BANK.index("questions:")].count("\n") + 1
