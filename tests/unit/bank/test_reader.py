from collections.abc import Callable

import pytest

from zhu_quiz.bank import Bank
from zhu_quiz.bank.head import ArticleSource, Claim, Objective, Section
from zhu_quiz.model.memory import Card
from zhu_quiz.model.problem import Severity
from zhu_quiz.questions import Question

Read = Callable[[str | bytes], Bank]

HEAD = """\
format: zhu-quiz/1
id: planets
title: The planets
"""
CARD = """\
  - id: red
    type: card
    front: Which planet is red?
    back: Mars
"""


def codes(bank: Bank) -> list[str]:
    return [problem.code for problem in bank.problems]


def test_every_kind_is_read_from_its_example(read: Read) -> None:
    entries = ["  - " + kind.example.strip().replace("\n", "\n    ") for kind in Question.kinds.values()]
    bank = read(HEAD + "questions:\n" + "\n".join(entries))
    assert ([question.kind for question in bank.questions.values()], bank.problems) == ([*Question.kinds], ())


def test_the_head_says_what_the_bank_is(read: Read) -> None:
    bank = read(
        HEAD
        + """\
lang: de
authors: [Ada, Grace]
source: {title: On planets, publisher: The Post}
sections:
  - {id: inner, title: Inner planets, about: The four small ones}
objectives:
  - {id: names, title: Know the names}
claims:
  - {id: c01, section: inner, stance: claim, by: Ada, text: Mars is red}
questions:
"""
        + CARD
    )
    assert (bank.lang, bank.authors, bank.problems) == ("de", ("Ada", "Grace"), ())
    assert bank.source == ArticleSource(title="On planets", publisher="The Post")
    assert bank.sections == (Section(id="inner", title="Inner planets", about="The four small ones"),)
    assert bank.objectives == (Objective(id="names", title="Know the names"),)
    assert bank.claims == (Claim(id="c01", section="inner", stance="claim", by="Ada", text="Mars is red"),)
    assert bank.questions["red"].language == "de"


def test_claims_may_stand_in_a_file_of_their_own(read: Read) -> None:
    bank = read(f"{HEAD}claims: claims.md\nquestions:\n{CARD}")
    assert (bank.claims, bank.claims_path, bank.problems) == ((), "claims.md", ())


def test_the_order_of_the_file_is_the_order_of_the_questions(read: Read) -> None:
    bank = read(HEAD + "questions:\n" + CARD + CARD.replace("red", "blue"))
    assert (list(bank.questions), bank.lines) == (["red", "blue"], {"red": 5, "blue": 9})


def test_questions_may_stand_between_brackets_as_json_has_them(read: Read) -> None:
    bank = read('{"format": "zhu-quiz/1", "id": "x", "title": "X", "questions": '
                '[{"id": "red", "type": "card", "front": "Which?", "back": "Mars"}]}')  # fmt: skip
    assert (list(bank.questions), bank.problems) == (["red"], ())


@pytest.mark.parametrize("opening", ["---\n", "%YAML 1.1\n---\n", "# by hand\n\n---\n"])
def test_a_mark_before_the_first_key_does_no_harm(read: Read, opening: str) -> None:
    assert read(f"{opening}{HEAD}questions:\n{CARD}").problems == ()


def test_a_bank_without_an_id_has_nothing_to_ask(read: Read) -> None:
    bank = read(HEAD.replace("id: planets\n", "") + "questions:\n" + CARD)
    assert (bank.cards, bank.left_out) == ((), ("all questions",))


def test_a_bank_without_a_title_is_called_by_its_id(read: Read) -> None:
    bank = read(HEAD.replace("title: The planets\n", "") + "questions:\n" + CARD)
    assert (bank.title, bank.cards) == ("planets", (Card("red"),))


def test_a_later_format_is_refused_with_one_sentence(read: Read) -> None:
    bank = read(f"format: zhu-quiz/2\nid: x\nwhatever: [{{}}]\nquestions:\n{CARD}")
    assert [problem.remedy for problem in bank.problems] == ["Please upgrade zhu-quiz."]


def test_a_minor_version_of_the_format_is_read(read: Read) -> None:
    assert read(HEAD.replace("/1", "/1.3") + "questions:\n" + CARD).problems == ()


def test_what_a_bank_does_not_list_is_not_checked(read: Read) -> None:
    assert read(f"{HEAD}questions:\n{CARD}    objective: names\n    claims: [c01]\n").problems == ()


@pytest.mark.parametrize(
    ("listed", "key"),
    [
        ("sections:\n  - {id: inner, title: I}\n", "source: {section: iner}"),
        ("objectives:\n  - {id: inner, title: I}\n", "objective: [inner, iner]"),
        ("claims:\n  - {id: inner, text: I}\n", "claims: [iner]"),
    ],
)
def test_an_unknown_reference_names_the_one_that_was_meant(read: Read, listed: str, key: str) -> None:
    bank = read(f"{HEAD}{listed}questions:\n{CARD}    {key}\n")
    assert [(each.code, each.remedy, each.question) for each in bank.problems] == [
        ("ZQ115", "Did you mean `inner`?", "red")
    ]
    assert bank.left_out == ("red",)


def test_of_two_questions_with_one_id_the_second_is_left_out_by_its_number(read: Read) -> None:
    bank = read(HEAD + "questions:\n" + CARD + CARD.replace("Mars", "Venus"))
    assert (bank.left_out, bank.questions["red"].solution) == (("question 2 (line 9)",), "Mars")
    assert "line 5" in bank.problems[0].message


def test_an_earlier_id_belongs_to_one_question(read: Read) -> None:
    twin = CARD.replace("red", "mars") + "    was: [planet]\n"
    bank = read(HEAD + "questions:\n" + CARD + "    was: [planet]\n" + twin)
    assert (codes(bank), bank.left_out, bank.renamed) == (["ZQ105"], ("mars",), {"planet": "red"})


def test_a_warning_keeps_the_question(read: Read) -> None:
    bank = read(HEAD + "questions:\n" + CARD.replace("red?", "red #4?"))
    assert ([each.severity for each in bank.problems], list(bank.questions)) == ([Severity.WARNING], ["red"])


def test_problems_bear_the_id_of_their_question(read: Read) -> None:
    bank = read(
        HEAD + "questions:\n" + CARD.replace("Mars", "Mars: red") + "    hnit: x\n" + "claims: 7: 8\n"
    )
    assert [(each.place.line, each.question) for each in bank.problems] == [(8, "red"), (9, "red"), (10, "")]


def test_forty_mistakes_are_explained_and_all_questions_with_one_left_out(read: Read) -> None:
    broken = [CARD.replace("red", f"red-{number}", 1).replace("Mars", "a: b") for number in range(60)]
    bank = read(HEAD + "questions:\n" + "".join(broken) + CARD)
    assert (len(bank.problems), len(bank.left_out), list(bank.questions)) == (40, 60, ["red"])


def test_columns_behind_a_tab_are_those_of_the_file(read: Read) -> None:
    bank = read(f"{HEAD}source:\n\t\ttitle: a\n\t\turl: [a]\nquestions:\n{CARD}")
    assert [(each.code, each.place.line, each.place.column) for each in bank.problems] == [
        ("ZQ003", 5, 1),
        ("ZQ103", 6, 8),
    ]


@pytest.mark.parametrize("line", [5, 6, 7, 8])
def test_a_tab_explains_all_that_is_wrong_in_its_question(read: Read, line: int) -> None:
    lines = (HEAD + "questions:\n" + CARD).split("\n")
    lines[line - 1] = "\t" + lines[line - 1].lstrip()
    assert codes(read("\n".join(lines))) == ["ZQ003"]


def test_a_question_among_the_claims_is_left_out_by_its_id_or_its_line(read: Read) -> None:
    claims = "claims:\n" + CARD + CARD.replace("id: red", "ask: red")
    bank = read(HEAD + "questions:\n" + CARD.replace("red", "blue", 1) + claims)
    assert (bank.left_out, bank.claims) == (("red", "a question (line 14)"), ())
    assert {each.remedy for each in bank.problems} == {"Move it up, above the line `claims:` (line 9)."}


def test_where_a_list_cannot_be_read_what_refers_to_it_is_not_blamed(read: Read) -> None:
    head = HEAD + "sections:\n  - {id: inner, title: I}\n    {id: outer, title: O}\n"
    bank = read(f"{head}questions:\n{CARD}    source: {{section: outer}}\n")
    assert (codes(bank), list(bank.questions)) == (["ZQ004"], ["red"])


def test_a_tab_inside_a_long_text_is_the_authors(read: Read) -> None:
    bank = read(HEAD + "questions:\n" + CARD + "    explain: |\n      if x:\n      \treturn\n")
    assert (bank.questions["red"].explain, bank.problems) == ("if x:\n  return", ())


def test_signs_inside_long_texts_need_no_care(read: Read) -> None:
    explanation = "-see: a #b\n\n  {{c: *d\n---x\nask:e [f"
    indented = "\n".join(" " * 6 + line for line in explanation.split("\n"))
    bank = read(f"{HEAD}questions:\n{CARD}    explain: |\n{indented}\n")
    assert (bank.questions["red"].explain, bank.problems) == (explanation, ())


@pytest.mark.parametrize("entry", ["type: choice # of four", "tags: [red]  # why", "  # - a: b: c"])
def test_comments_on_purpose_are_left_alone(read: Read, entry: str) -> None:
    card = CARD.replace("    type: card", f"    {entry.replace('choice', 'card')}\n    type: card", 1)
    assert codes(read(HEAD + "questions:\n" + card)) == (["ZQ008"] if "type" in entry else [])


def test_dashes_and_colons_inside_a_text_are_text(read: Read) -> None:
    bank = read(
        HEAD + "questions:\n" + CARD + "    explain: Call it\n      -with a flag, or\n      by:hand\n"
    )
    assert (bank.questions["red"].explain, bank.problems) == ("Call it -with a flag, or by:hand", ())
