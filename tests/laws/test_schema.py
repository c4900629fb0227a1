"""Editors and the checker agree: what the one underlines, the other finds, but for what a schema cannot say."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from editors import seen, validator
from zhu_quiz.bank.head import File
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import Severity
from zhu_quiz.model.tree import Plain
from zhu_quiz.questions import Question
from zhu_quiz.questions.keys import keys_of

Path = tuple[str | int, ...]

HEAD = """\
format: zhu-quiz/1
id: planets
title: Planets
lang: en
about: About planets
license: MIT
authors: [Ann]
source: {title: Planets, published: 2020-01-01}
sections:
  - {id: inner, title: Inner planets, about: Of rock}
objectives:
  - {id: facts, title: Recall facts}
claims:
  - {id: c01, section: inner, stance: fact, by: article, text: There are planets}
"""

FURTHER = """\
stance: fact
by: article
hint: [a, b]
objective: facts
bloom: apply
difficulty: easy
tags: [inner, c01]
claims: [c01]
source: {section: inner, paragraph: 2, evidence: some words}
image: {file: a.png, alt: A planet}
status: ready
was: [old-id]
revision: 2
allow: [ZQ206]
note: For us
lang: en
"""

BEYOND = {
    "exactly one option is right": (
        r"^\d+ options are right",
        "{type: choice, ask: Which, options: [{right: a}, {right: b}]}",
    ),
    "entries differ": (
        r"stands twice|is listed as right and as wrong",
        "{type: choice, ask: Which, options: [{right: a}, {wrong: b}, {wrong: b, why: c}]}",
    ),
    "ids are taken once": (
        r"is taken since",
        "{type: card, front: a, back: b, was: [earlier, earlier-too]}, {id: earlier, type: card, front: a, back: b}",
    ),
    "what is named is there": (
        r"^The bank has no ",
        "{type: card, front: a, back: b, source: {section: nowhere}}",
    ),
    "every answer can be typed": (
        r"nothing in it that can be typed|^A gap has an empty answer",
        '{type: cloze, text: "He moved to {{China|}}"}',
    ),
}
"""What the checker finds and a schema cannot say: the words of the one, and a question that has it."""

NOTATIONS = [
    "{type: number, ask: How many, answer: +3}",
    "{type: number, ask: How many, answer: 0x1F}",
    "{type: card, front: a, back: b, revision: 2.0}",
    "{type: card, front: a, back: b, tags: [6.02e2]}",
    "{type: true-false, ask: Is it, answer: True}",
]
"""Of these an editor sees the value only, the checker how it is written. None of them is among the words below."""

WORDS = [
    *"true false yes No 2020 -3 1.5 0 1 5% 2020-01-01 1:30 010 word Words fact easy remember ready".split(),
    *"exact first last all parts inner facts c01 old-id choice multi card zhu-quiz/1 zhu-quiz/2 ?!".split(),
    *"7 007 999 1000 1001 30000000".split(),
    *('"2020"', '"true"', '"{{a}}"', '"{{a}} and {{b|c::d}}"', '"{{}}"', '"{{a} b"', '"a: b"', '"[a]"'),
    *("", '""', '"  "', "Words with spaces"),
]
"""As they stand in a file; the empty one is a key without a value."""

RECORDS: list[type] = [File, *Question.kinds.values()]
NAMES = [
    *{each.name: None for record in RECORDS for each in keys_of(record)},
    *("right", "wrong", "why", "pin", "item", "match", "section", "alt", "case", "typos", "optoins"),
]

words = st.sampled_from(WORDS)
values: st.SearchStrategy[Any] = (
    words
    | st.lists(words, max_size=3)
    | st.dictionaries(st.sampled_from(NAMES), words, max_size=2)
    | st.just([{"right": "word", "wrong": "Words"}, {"wrong": "word"}])
)


def raw(plain: Plain) -> Any:
    """The same with each text as it would be written in a file."""
    if isinstance(plain, dict):
        return {name: raw(value) for name, value in plain.items()}
    if isinstance(plain, list):
        return [raw(value) for value in plain]
    return plain if re.fullmatch(r"\w[\w/ -]*", plain) else json.dumps(plain, ensure_ascii=False)


def block(value: Any, lead: str = "") -> str:
    """A file's text: each key and each entry on a line of its own."""
    if isinstance(value, dict) and value:
        return "".join(f"\n{lead}{name}:{block(each, lead + '  ')}" for name, each in value.items())
    if isinstance(value, list) and value:
        return "".join(f"\n{lead}-{block(each, lead + '  ')}" for each in value)
    return f" {value}" if isinstance(value, str) else f" {'{}' if isinstance(value, dict) else '[]'}"


def bank_of(kind: str) -> dict[str, Any]:
    """A sound bank in which every key stands."""
    head, further, entry = (
        yaml.load(text, yaml.BaseLoader) for text in (HEAD, FURTHER, Question.kinds[kind].example)
    )
    bank: dict[str, Any] = raw({**head, "questions": [{**further, **entry}]})
    return bank


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inside:
        yield from paths(each, (*path, name))


def put(value: Any, path: Path, new: Any) -> Any:
    """With something else at a path; None takes out what stands there."""
    if not path:
        return new
    copy = value.copy()
    if len(path) == 1 and new is None:
        del copy[path[0]]
    else:
        copy[path[0]] = put(copy[path[0]], path[1:], new) if path[1:] else new
    return copy


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def shortened(bank: Any) -> Iterator[str]:
    """Without one key, or with one list that ends earlier."""
    for path in paths(bank):
        there = at(bank, path)
        if path:
            yield block(put(bank, path, None)).lstrip("\n")
        for length in range(len(there) if isinstance(there, list) else 0):
            yield block(put(bank, path, there[:length])).lstrip("\n")


@st.composite
def banks(draw: st.DrawFn, kind: str) -> str:
    """A bank in which something was taken out, put in, renamed or replaced, once or more."""
    bank = bank_of(kind)
    for _ in range(draw(st.integers(1, 3))):
        # A question has more to be got wrong than the rest of the file.
        start: Path = ("questions", 0) if draw(st.integers(0, 3)) and _has_question(bank) else ()
        path = (*start, *draw(st.sampled_from([*paths(at(bank, start))])))
        there = at(bank, path)
        match draw(st.sampled_from(["take out", "put in", "rename", "replace"])):
            case "take out" if path:
                bank = put(bank, path, None)
            case "put in" if isinstance(there, dict):
                bank = put(bank, path, {**there, draw(st.sampled_from(NAMES)): draw(values)})
            case "put in" if isinstance(there, list):
                bank = put(bank, path, [*there, draw(st.sampled_from(there) if there else values)])
            case "rename" if path and isinstance(path[-1], str):
                bank = put(put(bank, path, None), (*path[:-1], draw(st.sampled_from(NAMES))), there)
            case _ if path:
                bank = put(bank, path, draw(values))
    return block(bank).lstrip("\n") + "\n"


def _has_question(bank: Any) -> bool:
    return isinstance(bank.get("questions"), list) and len(bank["questions"]) > 0


def bank_with(question: str) -> str:
    return f"{HEAD}questions: [{question.replace('{', '{id: q, ', 1)}]\n"


def complaints(text: str) -> list[str]:
    """What the checker says keeps a question, or all, from being asked."""
    return [each.message for each in read_text(text).problems if each.severity is Severity.ERROR]


def is_beyond(message: str) -> bool:
    return any(re.search(words, message) for words, _ in BEYOND.values())


def is_agreed_on(text: str) -> bool:
    found = complaints(text)
    return all(map(is_beyond, found)) if editor.is_valid(seen(text)) else bool(found)


every_kind = pytest.mark.parametrize("kind", Question.kinds)
editor = validator()


@every_kind
def test_a_bank_with_every_key_is_sound_to_both(kind: str) -> None:
    text = block(bank_of(kind)).lstrip("\n")
    assert complaints(text) == [*map(str, editor.iter_errors(seen(text)))] == []


@every_kind
def test_they_agree_on_what_can_be_left_out(kind: str) -> None:
    assert [text for text in shortened(bank_of(kind)) if not is_agreed_on(text)] == []


@every_kind
@settings(max_examples=100)
@given(data=st.data())
def test_they_agree_on_what_was_done_to_a_bank(kind: str, data: st.DataObject) -> None:
    text = data.draw(banks(kind))
    assert is_agreed_on(text), text


@pytest.mark.parametrize(("words", "question"), BEYOND.values(), ids=[*BEYOND])
def test_some_things_only_the_checker_can_see(words: str, question: str) -> None:
    text = bank_with(question)
    assert editor.is_valid(seen(text))
    assert [each for each in complaints(text) if re.search(words, each)]


@pytest.mark.parametrize("question", NOTATIONS)
def test_how_a_number_or_true_is_written_only_the_checker_can_see(question: str) -> None:
    text = bank_with(question)
    assert editor.is_valid(seen(text))
    assert complaints(text)


@pytest.mark.parametrize("word", ["null", "~"])
def test_a_text_that_yaml_takes_for_nothing_is_underlined_although_it_can_be_asked(word: str) -> None:
    text = bank_with(f"{{type: card, front: Nothing, back: {word}}}")
    assert not editor.is_valid(seen(text))
    assert complaints(text) == []
