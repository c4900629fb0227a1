"""Rules that look at many questions, or at what surrounds a question."""

import re

import pytest

from fragments import as_bank
from zhu_quiz.model.problem import Problem, Severity
from zhu_quiz.model.tree import NOWHERE
from zhu_quiz.teach.checking import check_text
from zhu_quiz.teach.rule import Rule, rules

OURS = "ZQ301 ZQ302 ZQ303 ZQ304 ZQ305 ZQ306 ZQ401 ZQ402 ZQ404 ZQ405 ZQ409 ZQ410 ZQ411".split()

RULES = [rule for rule in rules() if rule.code in OURS]

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
every_warning = pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.severity is Severity.WARNING], ids=lambda rule: rule.code
)


def found(code: str, bank: str) -> list[Problem]:
    problems = check_text(as_bank(bank), thorough=True).bank.problems
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]
    return [problem for problem in problems if problem.code == code]


def choice(name: str, ask: str, right: str, *wrong: str, more: str = "") -> str:
    options = "".join(f'    - wrong: "{each}"\n' for each in wrong)
    return (
        f'- id: {name}\n  type: choice\n  ask: "{ask}"\n  options:\n    - right: "{right}"\n{options}{more}'
    )


def short(name: str, ask: str, answer: str, more: str = "") -> str:
    return f"- id: {name}\n  type: short\n  ask: {ask}\n  answer: {answer}\n{more}"


def statement(name: str, ask: str, answer: str = "true") -> str:
    return f"- id: {name}\n  type: true-false\n  ask: {ask}\n  answer: {answer}\n"


@every_rule
def test_the_bad_example_is_found_and_the_good_one_is_not(rule: Rule) -> None:
    assert found(rule.code, rule.bad)
    assert not found(rule.code, rule.good)


@every_rule
def test_a_finding_has_a_place_and_full_sentences(rule: Rule) -> None:
    for problem in found(rule.code, rule.bad):
        assert problem.place != NOWHERE
        assert problem.message.endswith(".")
        assert problem.remedy.endswith(".")


@pytest.mark.parametrize("code", "ZQ301 ZQ302 ZQ305 ZQ306 ZQ405".split())
def test_of_what_is_missing_or_most_frequent_nothing_is_said_while_a_question_cannot_be_read(
    code: str,
) -> None:
    (rule,) = (rule for rule in RULES if rule.code == code)
    with_another = check_text(as_bank(rule.bad.rstrip() + "\n- {id: broken, type: nonsense}\n")).bank
    assert with_another.left_out == ("broken",)
    assert rule.code not in {problem.code for problem in with_another.problems}


@every_warning
def test_a_warning_can_be_allowed(rule: Rule) -> None:
    allowed = re.sub(r"^- \{id: ([\w-]+),", rf"- {{id: \1, allow: {rule.code},", rule.bad, flags=re.M)
    allowed = re.sub(r"^- id: .*$", rf"\g<0>\n  allow: {rule.code}", allowed, flags=re.M)
    assert not found(rule.code, allowed)


# Statistics


def fixed(places: str, options: int = 3) -> str:
    """Questions that are not shuffled, the right option at these places."""
    entries = []
    for number, place in enumerate(places):
        wrong = [f"    - wrong: answer {number}{letter}\n" for letter in "abcdefg"[: options - 1]]
        wrong.insert(int(place), f"    - right: answer {number}x\n")
        entries.append(
            f"- id: q{number}\n  type: choice\n  shuffle: false\n  ask: Which?\n  options:\n{''.join(wrong)}"
        )
    return "".join(entries)


@pytest.mark.parametrize("places", ["11111", "0110211", "01201201201", "0010201"])
def test_luck_with_the_place_of_the_right_option_is_no_fault(places: str) -> None:
    assert not found("ZQ301", fixed(places))


def test_the_place_of_the_right_option_is_named() -> None:
    (problem,) = found("ZQ301", fixed("1111111102"))
    assert problem.message.startswith("In 8 of 10 questions")
    assert "second" in problem.message
    assert problem.question == "q0"


def test_shuffled_questions_have_no_place() -> None:
    assert not found("ZQ301", fixed("0" * 12).replace("shuffle: false", "shuffle: true"))


@pytest.mark.parametrize(
    ("answers", "is_lopsided"), [("ttttt", False), ("ttttff", False), ("tttttf", True), ("fffffft", True)]
)
def test_true_and_false_are_about_equally_often_right(answers: str, is_lopsided: bool) -> None:
    bank = "".join(
        statement(f"s{number}", f"Matter {number}.", "true" if answer == "t" else "false")
        for number, answer in enumerate(answers)
    )
    assert bool(found("ZQ302", bank)) is is_lopsided


def test_questions_of_figures_have_no_lengths() -> None:
    bank = "".join(choice(f"q{number}", "How many?", "1000", "10", "20") for number in range(12))
    assert not found("ZQ305", bank)


def test_a_third_of_right_options_may_be_the_longest() -> None:
    bank = "".join(
        choice(f"q{number}", "Which?", "a long answer" if number % 3 == 0 else "short", "a medium one", "b")
        for number in range(30)
    )
    assert not found("ZQ305", bank)


# Duplicates


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Which city is the capital of Kenya?", "Which city is the capital of Kenya?"),
        ("Which city is the capital of Kenya?", "What is the capital city of Kenya?"),
        ("Which city is the capital of Kenya?", "Which city is the capital of Kenya today?"),
        ("Which city is the **capital** of Kenya?", "which city is the capital of kenya"),
    ],
)
def test_a_question_in_nearly_the_same_words_is_found(first: str, second: str) -> None:
    (problem,) = found("ZQ303", short("one", first, "Nairobi") + short("two", second, "Nairobi"))
    assert (problem.question, problem.place.line) == ("two", 11)
    assert "“one” of line 5" in problem.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Who painted the Mona Lisa?", "Who painted the Last Supper?"),
        ("Which keyword makes a class in the language Python?", "Which keyword makes a class in the language Java?"),
        ("What does `f(a[0], b)` return here?", "What does `f(a[1], b)` return here?"),
        ("What does `a + b` return for these?", "What does `a - b` return for these?"),
        ("Which large river crosses the city?", "Which large river does not cross the city?"),
        ("Who led the country before the war?", "Who led the country before the war of 1812?"),
    ],
)  # fmt: skip
def test_a_name_a_figure_or_a_sign_makes_another_question(first: str, second: str) -> None:
    assert not found("ZQ303", short("one", f"'{first}'", "same") + short("two", f"'{second}'", "same"))


def test_the_same_question_with_another_answer_is_another_question() -> None:
    ask = "Which city is the capital of Kenya?"
    assert not found("ZQ303", short("one", ask, "Nairobi") + short("two", ask, "Mombasa"))


def test_the_same_question_with_other_options_is_another_question() -> None:
    ask = "Which of these programs can be run?"
    bank = choice("one", ask, "None of them", "the first", "the second")
    bank += choice("two", ask, "None of them", "a third", "a fourth")
    assert not found("ZQ303", bank)


@pytest.mark.parametrize(
    ("second", "is_twin"),
    [
        ("The large dogs chased small cats.", True),
        ("Small dogs chased large cats.", False),
        ("Large dogs chased small hungry cats.", False),
    ],
)
def test_of_a_statement_each_word_and_its_place_counts(second: str, is_twin: bool) -> None:
    bank = statement("one", "Large dogs chased small cats.") + statement("two", second)
    assert bool(found("ZQ303", bank)) is is_twin


@pytest.mark.parametrize("more", ["  status: retired\n", "  image: {file: map.png, alt: A map}\n"])
def test_a_retired_question_may_be_asked_anew_and_one_on_a_picture_again(more: str) -> None:
    ask = "Which city is the capital of Kenya?"
    assert not found("ZQ303", short("one", ask, "Nairobi", more) + short("two", ask, "Nairobi"))


# What is missing


def test_a_few_questions_without_an_explanation_are_told_each() -> None:
    bank = "".join(short(f"q{number}", f"What is {number}?", f"x{number}") for number in range(5))
    assert [problem.question for problem in found("ZQ401", bank)] == ["q0", "q1", "q2", "q3", "q4"]


def test_many_questions_without_an_explanation_are_told_at_once() -> None:
    bank = "".join(short(f"q{number}", f"What is {number}?", f"x{number}") for number in range(40))
    (problem,) = found("ZQ401", bank)
    assert problem.message == "40 of 40 questions have no explanation: q0, q1, q2, q3, q4 and 35 more."


def test_a_flashcard_and_a_draft_need_no_explanation() -> None:
    bank = "- {id: front, type: card, front: What is it?, back: A card}\n"
    assert not found("ZQ401", bank + short("later", "What will it be?", "something", "  status: draft\n"))


def test_a_reason_at_the_options_is_an_explanation() -> None:
    right = choice("one", "Which?", "a", "b").replace('right: "a"', 'right: "a"\n      why: It is the first.')
    wrong = choice("two", "Which one?", "c", "d").replace('wrong: "d"', 'wrong: "d"\n      why: It is late.')
    assert not found("ZQ401", right + wrong)


@pytest.mark.parametrize("explain", ["`x == 3`", "12 · 4 = 48", "See https://example.org/why", "In 1918."])
def test_a_short_explanation_may_say_enough(explain: str) -> None:
    assert not found("ZQ402", short("one", "What?", "that", f'  explain: "{explain}"\n'))


def test_an_explanation_without_spaces_has_a_word_a_sign() -> None:
    assert not found(
        "ZQ402",
        short("one", "肯尼亚的首都是哪座城市？", "内罗毕", "  explain: 自一九六三年独立以来一直是。\n"),
    )


@pytest.mark.parametrize(("one", "other"), [("2 + 2", "2 * 2"), ("5 - 1", "5 + -1"), ("8 >> 1", "8 > 1")])
def test_signs_make_another_question(one: str, other: str) -> None:
    ask = "How much comes of {} here?".format
    assert not found("ZQ303", short("one", f'"{ask(one)}"', "four") + short("two", f'"{ask(other)}"', "four"))


@pytest.mark.parametrize(("one", "other"), [("3 times 2", "2 times 3"), ("7 from 12", "12 from 7")])
def test_figures_in_another_order_make_another_question(one: str, other: str) -> None:
    ask = "What is {}?".format
    assert not found("ZQ303", short("one", ask(one), "six") + short("two", ask(other), "six"))


def test_of_many_questions_that_are_asked_twice_the_first_five_are_told_each() -> None:
    ask = "Which town is the capital of Kenya?"
    bank = "".join(short(f"q{number}", ask, "Nairobi") for number in range(9))
    problems = found("ZQ303", bank)
    assert [problem.question for problem in problems] == ["q1", "q2", "q3", "q4", "q5", ""]
    assert problems[-1].message == (
        "3 more questions are nearly one above them, with the same answer: q6, q7 and q8."
    )


def test_sources_are_asked_for_only_where_there_are_any() -> None:
    bank = short("one", "What is this?", "a thing") + short("two", "What is that?", "a stone")
    assert not found("ZQ405", bank)
    assert found("ZQ405", bank + short("three", "Who is it?", "she", "  source: {evidence: she it was}\n"))


def test_what_no_question_tests_is_told_once_for_each_list() -> None:
    head = "format: zhu-quiz/1\nid: kenya\ntitle: Kenya\n"
    head += "objectives: [{id: recall, title: Recall}]\nclaims:\n"
    head += "".join(f"  - {{id: c{number}, text: It is so.}}\n" for number in range(9))
    problems = found("ZQ306", head + "questions:\n" + short("one", "What?", "that", "  claims: c0\n"))
    assert [problem.message for problem in problems] == [
        "1 of 1 objectives have no question: recall.",
        "8 of 9 claims have no question: c1, c2, c3, c4, c5 and 3 more.",
    ]
    assert [problem.place.line for problem in problems] == [4, 5]


def test_a_bank_that_asks_for_recall_only_is_told_so() -> None:
    bank = "".join(short(f"q{n}", f"What is {n}?", f"x{n}", "  bloom: remember\n") for n in range(10))
    assert [each.message for each in found("ZQ306", bank)] == ["10 of 10 questions ask for recall only."]


# Options by their place


@pytest.mark.parametrize(
    "explain",
    ["Option B is a myth, as all know.", "The second option is a myth.", "(C) is a myth.", "Answers A and D are."],
)  # fmt: skip
def test_an_option_called_by_its_place_is_found(explain: str) -> None:
    more = f"  explain: {explain}\n"
    (problem,) = found("ZQ404", choice("one", "Which one is true?", "this", "that", "those", more=more))
    assert problem.place.line == 12


@pytest.mark.parametrize(
    ("ask", "right", "explain"),
    [
        ("Which one?", "Option 1", "Option 1 moves the value."),
        ("Which one?", "B) a myth", "B is wrong in every case."),
        ("Who was it?", "Washington", "Washington was the first President, Adams (2) the second."),
        ("What is the unit of current?", "Ampere", "The Ampere (A) is the unit of current."),
        ("Which language is it?", "Java", "Here one has to answer a question on languages."),
        ("Is C object-oriented?", "no", "C is true to its origins."),
        ("What does plan B cost?", "much", "Answer B would cost more."),
        ("How many?", "7", "The answer 7 follows from the sum."),
        ("Who was it?", "Newton", "Newton gave the first answer to it."),
        ("What did he do?", "He fled", "For him war was the last option."),
    ],
)
def test_a_name_a_figure_or_prose_is_no_place(ask: str, right: str, explain: str) -> None:
    more = f'  explain: "{explain}"\n'
    assert not found("ZQ404", choice("one", ask, right, "another", "others", more=more))


def test_options_that_are_not_shuffled_have_places() -> None:
    more = "  shuffle: false\n  explain: Option B is a myth, as all know.\n"
    assert not found("ZQ404", choice("one", "Which one is true?", "this", "that", more=more))


# Whose word it is


def held(by: str, ask: str, explain: str = "It was long in coming.") -> str:
    return choice(
        "one",
        ask,
        "From ambition",
        "By accident",
        more=f"  stance: claim\n  by: {by}\n  explain: {explain}\n",
    )


@pytest.mark.parametrize(
    "bank",
    [
        held("article", "According to the article, why did he go?"),
        held("Zhu", "Why did Zhu go?"),
        held("Wu", "Why did Wu go?"),
        held("Ms Wu", "What was Wu's reason?"),
        held("peers", "Why did he go?", "One peer is of this mind."),
        held("critics", "Why did he go?", "Some say so, others do not."),
    ],
)
def test_a_claim_that_is_somebodys_is_no_fault(bank: str) -> None:
    assert not found("ZQ409", bank)


def test_a_claim_without_anybody_is_told_with_the_name_to_write() -> None:
    (problem,) = found("ZQ409", held("peers", "Why did he go?"))
    assert "“peers”" in problem.remedy


def test_a_word_without_matter_names_nobody() -> None:
    assert found("ZQ409", held("the pupils", "Why did he leave the town?"))


def test_a_fact_is_nobodys() -> None:
    assert not found("ZQ409", choice("one", "Why did he go?", "From ambition", "By accident"))


def test_words_that_age_are_looked_for_only_in_a_bank_on_an_article() -> None:
    assert not found("ZQ411", short("one", "Which key was least recently used?", "that"))
    assert not found("ZQ411", short("two", "Which program is currently running?", "this"))
