import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from sample import BANK
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import Problem, Severity
from zhu_quiz.teach.article.article import Article, hashed, plain_words
from zhu_quiz.teach.article.grounding import joined, ungrounded
from zhu_quiz.teach.checking import Checked, check_text
from zhu_quiz.teach.lock import Lock
from zhu_quiz.teach.mending.edits import applied
from zhu_quiz.teach.rule import Rule, rules

HELD = [rule for rule in rules() if rule.article or rule.published]
ARTICLE = Article(
    text="Mercury is nearest to the Sun. It needs eighty-eight days for one round.\n"
    "Mars, half as large as the Earth, has two moons. A third of its sky is pink.",
    sha256="2" * 64,
)
SHORT = """\
format: zhu-quiz/1
id: planets
title: Planets
questions:
  - id: days
    type: {type}
    {answer}
    source: {{evidence: {evidence}}}
"""


def held_against(text: str, article: Article | None = ARTICLE, lock: Lock | None = None) -> Checked:
    return check_text(text, article=article, lock=lock)


def codes(checked: Checked) -> set[str]:
    return {problem.code for problem in checked.bank.problems}


def question(kind: str, answer: str, evidence: str) -> Checked:
    return held_against(SHORT.format(type=kind, answer=answer, evidence=evidence))


@pytest.mark.parametrize("rule", HELD, ids=lambda rule: rule.code)
def test_a_rule_finds_its_bad_example_and_not_the_good_one(
    rule: Rule, problems: Callable[[Rule, str], list[Problem]]
) -> None:
    assert {each.code for each in problems(rule, rule.bad)} >= {rule.code}
    assert rule.code not in {each.code for each in problems(rule, rule.good)}


@pytest.mark.parametrize("rule", HELD, ids=lambda rule: rule.code)
def test_a_finding_says_in_two_sentences_what_and_what_to_do(
    rule: Rule, problems: Callable[[Rule, str], list[Problem]]
) -> None:
    for each in problems(rule, rule.bad):
        assert len(re.findall(r"[.!?](?:\s|$)", each.message)) in (1, 2)
        assert each.remedy.endswith(".")
        assert each.place.line


@pytest.mark.parametrize("evidence", ["nearest to the Sun", '"Nearest to the  sun"', "eighty eight days"])
def test_evidence_may_be_spelt_in_another_way(evidence: str) -> None:
    assert "ZQ406" not in codes(question("short", "ask: Which?\n    answer: Mercury", evidence))


def test_a_hash_may_stand_for_evidence() -> None:
    evidence = f'"{hashed(plain_words("nearest to the Sun"))}"'
    assert "ZQ406" not in codes(question("short", "ask: Which?\n    answer: Mercury", evidence))


@pytest.mark.parametrize("evidence", ['"sha:3:0123456789"', '"sha:many"', "next to the Sun", '"…"'])
def test_evidence_that_is_not_there_is_an_error(evidence: str) -> None:
    found = question("short", "ask: Which?\n    answer: Mercury", evidence).bank.problems
    assert [each.severity for each in found if each.code == "ZQ406"] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("evidence", "nearest"),
    [
        ("nearest to the sum", "nearest to the Sun"),
        ("Mars half as big", "Mars, half as large"),
        ("eighty-nine days", "eighty-eight days"),
    ],
)
def test_the_fix_puts_the_nearest_words_in_place(evidence: str, nearest: str) -> None:
    checked = question("short", "ask: Which?\n    answer: Mercury", evidence)
    (missing,) = (each for each in checked.bank.problems if each.code == "ZQ406")
    mended, _ = applied(checked.text, [missing.fixes])
    assert read_text(mended).questions["days"].source.evidence == nearest
    assert not missing.fixes[0].is_safe


@pytest.mark.parametrize("words", [1, 9])
def test_evidence_has_two_to_eight_words(words: int) -> None:
    evidence = " ".join(plain_words(ARTICLE.text)[:words])
    assert "ZQ407" in codes(question("true-false", "ask: Mercury is hot.\n    answer: true", evidence))


@pytest.mark.parametrize(
    ("kind", "answer", "evidence", "is_there"),
    [
        ("short", "answer: the Mercury", "nearest to the Sun", True),
        ("short", "answer: Hermes\n    accept: [mercury]", "nearest to the Sun", True),
        ("short", "answer: Mars", "nearest to the Sun", False),
        ("number", "answer: 88", "nearest to the Sun", True),
        ("number", "answer: 80", "nearest to the Sun", True),
        ("number", "answer: 2", "sky is pink", True),
        ("number", "answer: 0.5", "sky is pink", True),
        ("number", "answer: 50%", "sky is pink", True),
        ("number", "answer: 3", "sky is pink", False),
        ("number", "answer: 3\n    lang: de", "sky is pink", True),
    ],
)
def test_a_typed_answer_stands_in_the_paragraph_of_its_evidence(
    kind: str, answer: str, evidence: str, is_there: bool
) -> None:
    assert ("ZQ413" not in codes(question(kind, f"ask: What?\n    {answer}", evidence))) is is_there


def test_each_gap_is_looked_for() -> None:
    text = "text: The {{Mars|Earth}} has {{three::how many}} moons in its {{blue|pink}} sky."
    checked = question("cloze", text, "sky is pink")
    assert list(ungrounded(checked.bank.questions["days"], ARTICLE)) == ["three"]


@pytest.mark.parametrize(
    "place",
    ["about: {0}\nquestions:", "claims:\n  - {{id: c1, text: '{0}'}}\nquestions:"],
)
def test_a_copy_is_found_wherever_authors_write(place: str) -> None:
    copy = "Mars half as large as the Earth has"
    assert "ZQ408" in codes(held_against(BANK.replace("questions:", place.format(copy))))
    assert "ZQ408" not in codes(held_against(BANK.replace("questions:", place.format(copy[:-4]))))


def test_gaps_hide_no_copy() -> None:
    text = "text: Mars, half as {{large|big::how}} as the {{Earth}}, has {{two|2}} moons."
    assert "ZQ408" in codes(question("cloze", text, "sky is pink"))


def test_phrases_of_evidence_that_join_are_a_copy_together() -> None:
    phrases = ["needs eighty-eight days", "for one round. Mars", "half as large"]
    bank = read_text(
        "format: zhu-quiz/1\nid: planets\ntitle: Planets\nquestions:\n"
        + "".join(
            f"  - {{id: q{index}, type: card, front: A, back: B, source: {{evidence: {phrase!r}}}}}\n"
            for index, phrase in enumerate(phrases)
        )
    )
    ((later, earlier, words),) = joined(bank.ready, ARTICLE)
    assert (later.id, earlier.id, words) == ("q1", "q0", 8)


def test_a_copy_of_words_is_looked_for_in_one_pass() -> None:
    long = Article(text=" ".join(str(number) for number in range(100_000)))
    assert long.copied("x " * 100_000 + " ".join(map(str, range(50_000, 50_008)))).startswith("50000 50001")


def test_another_version_of_the_article_is_told() -> None:
    named = BANK.replace("sections:", f"source: {{sha256: {'3' * 64}}}\nsections:")
    assert "ZQ412" in codes(held_against(named))
    assert "ZQ412" not in codes(held_against(named.replace("3" * 64, "2" * 64)))


def test_without_an_article_it_is_said_that_nobody_looked(bank: Bank) -> None:
    notes = (
        held_against(BANK, None).notes,
        held_against(BANK, None, Lock.of(bank, ARTICLE)).notes,
        held_against(BANK.replace("nearest to the Sun}", "near to it}"), None, Lock.of(bank, ARTICLE)).notes,
        held_against(BANK, ARTICLE).notes,
    )
    assert notes == (
        ("Evidence was not compared with the article; name it with --article FILE.",),
        ("Evidence was compared with the article when the bank was published, and has not changed since.",),
        (
            "Evidence that is new or changed (1) was not compared with the article; name it with --article FILE.",
        ),
        (),
    )


def test_what_was_verified_with_another_version_is_not_verified(bank: Bank) -> None:
    named = BANK.replace("sections:", f"source: {{sha256: {'3' * 64}}}\nsections:")
    assert held_against(named, None, Lock.of(bank, ARTICLE)).notes == (
        "Evidence was not compared with the article; name it with --article FILE.",
    )


def test_the_checksum_may_be_written_in_capitals(bank: Bank) -> None:
    named = BANK.replace("sections:", f"source: {{sha256: {'AB' * 32}}}\nsections:")
    (note,) = held_against(named, None, Lock.of(bank, replace(ARTICLE, sha256="ab" * 32))).notes
    assert note.startswith("Evidence was compared")


def test_evidence_needs_no_second_look_where_only_the_id_changed(bank: Bank) -> None:
    renamed = BANK.replace("id: nearest\n", "id: next\n    was: [nearest]\n")
    assert "ZQ414" not in codes(held_against(renamed, None, Lock.of(bank, ARTICLE)))
