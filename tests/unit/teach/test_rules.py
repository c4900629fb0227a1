import re
from collections import Counter

import pytest

from fragments import as_bank
from zhu_quiz.model.problem import Problem, Severity
from zhu_quiz.model.tree import NOWHERE
from zhu_quiz.teach.checking import Checked, check_text
from zhu_quiz.teach.rule import Rule, rules

CRAFT = [rule for rule in rules() if rule.code.startswith("ZQ2")]
JARGON = re.compile(
    r"\b(mapping|scalar|sequence|nodes?|tokens?|schema|property|null|parse|invalid|stems?|distractors?)\b",
    re.I,
)

every_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
every_craft_rule = pytest.mark.parametrize("rule", CRAFT, ids=lambda rule: rule.code)


def checked(example: str) -> Checked:
    return check_text(as_bank(example), thorough=True)


def findings(rule: Rule, example: str) -> list[Problem]:
    return [problem for problem in checked(example).bank.problems if problem.code == rule.code]


def test_the_craft_of_writing_has_twenty_one_rules() -> None:
    assert len(CRAFT) == 21


@every_craft_rule
def test_the_bad_example_shows_its_own_fault_and_no_other_of_the_craft(rule: Rule) -> None:
    found = Counter(problem.code for problem in checked(rule.bad).bank.problems)
    assert {code for code in found if code.startswith("ZQ2")} == {rule.code}


@every_craft_rule
def test_the_good_example_has_no_fault_of_the_craft(rule: Rule) -> None:
    assert not [each for each in checked(rule.good).bank.problems if each.code.startswith("ZQ2")]


@every_craft_rule
def test_both_examples_can_be_asked(rule: Rule) -> None:
    problems = (*checked(rule.bad).bank.problems, *checked(rule.good).bank.problems)
    assert not [each for each in problems if each.severity is Severity.ERROR]


@every_craft_rule
def test_a_finding_stands_in_its_question(rule: Rule) -> None:
    bank = checked(rule.bad)
    for problem in findings(rule, rule.bad):
        assert problem.place != NOWHERE
        entry = bank.reading.entries[problem.question].place
        assert entry.line <= problem.place.line <= problem.place.end_line <= entry.end_line


@every_craft_rule
def test_a_question_may_be_allowed_its_fault(rule: Rule) -> None:
    allowed = re.sub(r"^(- id: .*)$", rf"\1\n  allow: [{rule.code}]", rule.bad, flags=re.M)
    assert findings(rule, rule.bad)
    assert not findings(rule, allowed)


@every_craft_rule
def test_findings_are_said_in_two_sentences_of_a_teacher(rule: Rule) -> None:
    for problem in findings(rule, rule.bad):
        for said in (problem.message, problem.remedy):
            assert said.endswith((".", "?", "`."))
            assert not JARGON.search(said)
        assert len(re.findall(r"[.!?](?:\s|$)", problem.message)) <= 2


@every_rule
def test_a_rule_says_what_and_why(rule: Rule) -> None:
    assert rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert not JARGON.search(f"{rule.title} {rule.why}")


@every_craft_rule
def test_a_rule_of_words_rests_in_a_language_without_words(rule: Rule) -> None:
    foreign = as_bank(rule.bad).replace("title: An example", "title: An example\nlang: eo")
    found = [
        problem for problem in check_text(foreign, thorough=True).bank.problems if problem.code == rule.code
    ]
    assert bool(found) is not rule.needs_words


@every_craft_rule
def test_a_rule_of_words_goes_by_the_language_of_the_question(rule: Rule) -> None:
    foreign = re.sub(r"^(- id: .*)$", r"\1\n  lang: eo", rule.bad, flags=re.M)
    own = re.sub(r"^(- id: .*)$", r"\1\n  lang: en", rule.bad, flags=re.M)
    if rule.needs_words:
        assert not findings(rule, foreign)
        assert findings(rule, as_bank(own).replace("title: An example", "title: An example\nlang: eo"))


def test_a_language_without_words_is_named_where_a_question_is_in_it() -> None:
    mixed = as_bank(
        "- {id: a, type: short, lang: en, ask: What?, answer: b}\n- {id: b, type: short, ask: Who?, answer: a}\n"
    )
    assert not check_text(mixed).notes
    assert not check_text(mixed.replace("lang: en", "lang: de")).notes
    (note,) = check_text(mixed.replace("lang: en", "lang: eo")).notes
    assert note == "No words are listed for the language “eo”, so some rules rest there."


@pytest.mark.parametrize("right", ["A and B", "a & b", "A, B and C"])
def test_letters_that_stand_for_other_options_are_found(right: str) -> None:
    (rule,) = (rule for rule in CRAFT if rule.code == "ZQ215")
    options = f"[wrong: Nitrogen, wrong: Oxygen, wrong: Helium, right: '{right}']"
    assert findings(rule, f"- {{id: air, type: choice, ask: What is air made of?, options: {options}}}\n")


def test_ranges_that_touch_are_found_with_hyphens_and_without_a_unit() -> None:
    (rule,) = (rule for rule in CRAFT if rule.code == "ZQ209")
    options = "[wrong: 40-60, right: 60-80, wrong: 80-100]"
    assert findings(rule, f"- {{id: heat, type: choice, ask: How hot does it get?, options: {options}}}\n")
