from collections.abc import Callable
from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.bank import Bank
from zhu_quiz.bank.head import ArticleSource, Claim, Objective, Section
from zhu_quiz.bank.writer import write_bank
from zhu_quiz.model.clean import clean
from zhu_quiz.model.tree import Group, Plain, planted
from zhu_quiz.questions import Question

Read = Callable[[str | bytes], Bank]

AWKWARD = [
    "No", "1:30", "010", "-3", "- x", "-x", "a: b", "a:", "a #b", "#b", "{{x}}", "[x]", "{x}", "'", '"', "it's",
    'a "b"', "'a'", '"a"', "\\", "a\\nb", "|", ">", "| x", "%", "@x", "`x`", "!x", "&x", "*x*", "? x", "?", ": x",
    ":", "---", "...", "<<", "~", "null", "=", "a\nb", "a\n\nb", "a\n  b\n c", "a \nb", "a\n\n  - b: c #d", "-\n-",
    "---\nx", "x" * 300, "x y " * 60, "a  b " * 40, "日本", "a\xa0b", "👩\u200d🚀", "\ufffd", "a,b", "a ,b", "[a, b]",
    "ask: x", "a -b", "$\\alpha$", "text: a\nwhy:b",
]  # fmt: skip
texts = (
    (st.sampled_from(AWKWARD) | st.text("ab:#-'\"\\{}[],&*!|>%@`? \n", min_size=1) | st.text(min_size=1))
    .map(lambda text: clean(text).strip())
    .filter(bool)
)


def bank_of(*questions: Question) -> Bank:
    return Bank(
        id="planets", title="The planets", questions={question.id: question for question in questions}
    )


def card(front: str, back: str, **more: Plain) -> Question:
    entry = planted({"id": "red", "type": "card", "front": front, "back": back, **more})
    assert isinstance(entry, Group)
    question, problems = Question.parse(entry)
    assert question, problems
    return question


@settings(max_examples=200)
@given(texts, texts, st.lists(texts, min_size=1, max_size=3))
def test_a_written_bank_is_read_as_the_same_questions(
    read: Read, front: str, back: str, hints: list[str]
) -> None:
    question = card(front, back, hint=list(hints), explain=front, source={"section": back, "evidence": front})
    bank = read(write_bank(bank_of(question)))
    assert (bank.problems, dict(bank.questions)) == ((), {"red": question})


@pytest.mark.parametrize("kind", Question.kinds)
def test_every_kind_is_written_in_the_style_of_its_example_without_defaults(read: Read, kind: str) -> None:
    example = Question.kinds[kind].example.strip().replace("\n", "\n    ")
    text = f"format: zhu-quiz/1\nid: planets\ntitle: The planets\n\nquestions:\n\n  - {example}\n"
    written = write_bank(read(text)).split("\n")
    assert [line for line in text.split("\n") if line in written] == written


@settings(max_examples=50)
@given(title=texts, about=texts, section=texts, claim=texts)
def test_the_head_is_written_as_well(read: Read, title: str, about: str, section: str, claim: str) -> None:
    bank = replace(
        bank_of(card("Which?", "Mars")),
        title=title,
        about=about,
        authors=(section, claim),
        source=ArticleSource(title=title, url=about),
        sections=(Section(id="inner", title=section),),
        objectives=(Objective(id="names", title=claim),),
        claims=(Claim(id="c01", section="inner", text=claim),),
    )
    again = read(write_bank(bank))
    assert replace(again, lines={}) == bank


def test_a_path_of_claims_is_written_as_a_path(read: Read) -> None:
    bank = replace(bank_of(card("Which?", "Mars")), claims_path="claims.md")
    assert read(write_bank(bank)).claims_path == "claims.md"


def test_quotes_stand_only_where_they_are_needed() -> None:
    assert [
        line.strip()
        for line in write_bank(bank_of(card("It's 1:30, isn't it?", "No: #1"))).split("\n")[-4:-1]
    ] == ["type: card", "front: It's 1:30, isn't it?", 'back: "No: #1"']


def test_long_texts_stand_on_lines_of_their_own() -> None:
    text = write_bank(bank_of(card("word " * 40 + "end", "Two\n\nparagraphs")))
    assert "    front: >-\n      word word" in text
    assert "    back: |\n      Two\n\n      paragraphs\n" in text
    assert max(map(len, text.split("\n"))) <= 110


@given(st.text())
def test_any_other_reader_of_yaml_can_read_what_is_written(front: str) -> None:
    front = clean(front).strip() or "x"
    written = yaml.load(write_bank(bank_of(card(front, "Mars"))), yaml.BaseLoader)
    assert written["questions"][0]["front"].strip() == front


def test_a_bank_without_questions_is_written_with_an_empty_list(read: Read) -> None:
    assert [each.code for each in read(write_bank(bank_of())).problems] == ["ZQ116"]
