import re
from pathlib import Path

import pytest

from sample import BANK
from zhu_quiz.bank import read_bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import QuizError
from zhu_quiz.teach.article.coverage import Coverage, as_plain, as_text, coverage

CLAIMS = """\
claims:
  - {id: hot, section: inner, text: Mercury is the planet that is nearest to the Sun.}
  - {id: moons, section: inner, text: Mars has two moons.}
  - {id: dwarf, section: outer, text: Pluto is a dwarf planet.}
  - {id: cold, section: outer, text: Neptune is cold.}
"""
TESTED = (
    BANK.replace("answer: 2\n", "answer: 2\n    claims: moons\n    bloom: understand\n")
    .replace("hint: It is", "claims: [hot]\n    bloom: remember\n    hint: It is")
    .replace("reverse: true", "claims: [dwarf]\n    bloom: remember")
    .replace("questions:", f"{CLAIMS}questions:")
)


def of(text: str) -> Coverage:
    return coverage(read_text(text))


def test_a_claim_is_tested_by_any_question_that_names_it() -> None:
    assert (of(TESTED).tested, [claim.id for claim in of(TESTED).untested]) == (75, ["cold"])


def test_only_questions_that_are_asked_count() -> None:
    drafted = TESTED.replace("id: moons\n", "id: moons\n    status: draft\n")
    assert [claim.id for claim in of(drafted).untested] == ["moons", "cold"]
    assert of(drafted).questions == 8


def test_recall_alone_and_cards_alone_are_told() -> None:
    found = of(TESTED)
    assert [claim.id for claim in found.only_recalled] == ["hot", "dwarf"]
    assert [claim.id for claim in found.only_on_cards] == ["dwarf"]
    assert found.tested_beyond_recall == 25


def test_a_question_that_names_no_level_promises_recall() -> None:
    assert [claim.id for claim in of(TESTED.replace("    bloom: understand\n", "")).only_recalled] == [
        "hot",
        "moons",
        "dwarf",
    ]


def test_the_spread_counts_each_question_in_its_section() -> None:
    assert as_plain(of(TESTED))["sections"] == {"inner": 4, "outer": 5}


def test_questions_that_name_none_are_counted_apart() -> None:
    levels = {tally.title: tally.questions for tally in of(TESTED).spread["levels"]}
    assert (levels["remember"], levels["understand"], levels["not named"]) == (2, 1, 6)


@pytest.mark.parametrize("width", [1, 40, 60, 100])
def test_the_table_fits_the_terminal(width: int) -> None:
    shown = as_text(of(TESTED), width)
    assert "75 %  tested" in shown
    assert max(map(len, shown.splitlines())) <= max(width, 30)


def test_the_shares_of_a_table_make_100() -> None:
    shown = as_text(of(TESTED), 60)
    table = next(part for part in shown.split("\n\n") if part.startswith("Types"))
    shares = [int(share) for share in re.findall(r"(\d+) %", table)]
    assert (sum(shares), {*shares}) == (100, {11, 12})


def test_hostile_titles_stay_on_their_line() -> None:
    hostile = TESTED.replace("Mars has two moons.", '"\\e[31mMars\\n    99  100 %  tested"')
    shown = as_text(of(hostile.replace("id: moons\n", "id: moons\n    status: draft\n")), 60)
    assert "\x1b" not in shown
    assert shown.count("\n    99") == 0


def test_a_bank_without_claims_has_no_share_of_them() -> None:
    assert of(BANK).tested == 0
    assert "tested" not in as_text(of(BANK), 60)


@pytest.mark.parametrize(
    "text", [CLAIMS, CLAIMS.partition("\n")[2].replace("  -", "-"), f"# Ours\n\n{CLAIMS}"]
)
def test_claims_may_stand_in_a_file_of_their_own(tmp_path: Path, text: str) -> None:
    (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "bank.yaml").write_text(TESTED.replace(CLAIMS, "claims: claims.yaml\n"), encoding="utf-8")
    assert coverage(read_bank(tmp_path / "bank.yaml")).tested == 75


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "cannot be read"),
        (CLAIMS.replace("text: Mars", "test: Mars"), r"claims\.yaml:3"),
        ("caf\xe9", "cannot be read"),
    ],
)
def test_a_file_of_claims_that_cannot_be_read_is_told(tmp_path: Path, text: str | None, words: str) -> None:
    if text:
        (tmp_path / "claims.yaml").write_text(text, encoding="latin-1")
    (tmp_path / "bank.yaml").write_text(TESTED.replace(CLAIMS, "claims: claims.yaml\n"), encoding="utf-8")
    with pytest.raises(QuizError, match=words):
        coverage(read_bank(tmp_path / "bank.yaml"))
