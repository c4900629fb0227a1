"""The schema for editors: what is in it follows from the declared keys."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from editors import underlined
from sample import BANK
from zhu_quiz.model.prompt import TypeText
from zhu_quiz.questions import Question
from zhu_quiz.questions.keys import key, keys_of
from zhu_quiz.questions.shapes import text
from zhu_quiz.teach.telling.schema import schema, schema_text

TOP = Path(__file__).parents[4]
JARGON = re.compile(
    r"\b(mapping|scalar|sequence|node|token|schema|property|null|parse|invalid|array|object|string)\b", re.I
)
SENTENCES = ("description", "errorMessage", "patternErrorMessage", "markdownDescription")


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """The schema and all that stand in it."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(each)


def test_the_published_schema_is_that_of_this_version() -> None:
    published = (TOP / "docs" / "questions.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "run: zhu-quiz schema -o docs/questions.schema.json"


def test_the_bank_that_comes_along_points_to_it() -> None:
    first = (TOP / "questions.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=docs/questions.schema.json"


def test_it_is_a_schema_of_the_draft_that_editors_know() -> None:
    Draft7Validator.check_schema(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_it_comes_from_nowhere_else() -> None:
    told = {**schema(), "$schema": ""}
    assert "://" not in json.dumps(told)


def test_what_is_short_on_a_line_is_still_the_same() -> None:
    assert json.loads(schema_text()) == schema()


@pytest.mark.parametrize("bank", [TOP / "questions.yaml", *sorted((TOP / "docs").rglob("*.yaml"))])
def test_nothing_is_underlined_in_a_bank_that_comes_along(bank: Path) -> None:
    assert underlined(bank.read_text(encoding="utf-8")) == []


def test_nothing_is_underlined_in_a_small_bank() -> None:
    assert underlined(BANK) == []


def test_it_speaks_to_teachers() -> None:
    sentences = [
        part[name] for part in parts(schema()) for name in SENTENCES if isinstance(part.get(name), str)
    ]
    assert [each for each in sentences if JARGON.search(each)] == []


@pytest.mark.parametrize("kind", Question.kinds)
def test_a_kind_has_its_own_keys_and_no_others(kind: str) -> None:
    declared = schema()["definitions"][f"{kind} question"]
    assert list(declared["properties"]) == [each.name for each in keys_of(Question.kinds[kind])]
    assert declared["additionalProperties"] is False


@pytest.mark.parametrize("kind", Question.kinds)
def test_a_kind_says_what_it_is(kind: str) -> None:
    assert re.fullmatch(r"[A-Z].*\.", schema()["definitions"][f"{kind} question"]["description"])


@pytest.fixture
def tenth() -> Iterator[None]:
    @dataclass(frozen=True, kw_only=True)
    class Echo(Question, kind="echo"):
        ask: str = key(text, "The words to type once more.")

        example = "id: hello\ntype: echo\nask: Say {$5}\n"

        def prompt(self, seed: int) -> TypeText:
            return TypeText(stem=self.ask)

    yield
    del Question.kinds["echo"]


@pytest.mark.usefixtures("tenth")
def test_a_tenth_kind_is_in_it_by_existing() -> None:
    bank = "format: zhu-quiz/1\nid: b\ntitle: B\nquestions:\n  - {id: hello, type: echo, aks: Hello}\n"
    assert underlined(bank) == [
        "questions/0: `echo` questions have no such key; of their own they have: ask.",
        "questions/0: “ask” is missing. The words to type once more.",
    ]


@pytest.mark.usefixtures("tenth")
def test_a_whole_question_is_offered_with_its_values_as_places_to_fill() -> None:
    snippets = schema()["properties"]["questions"]["items"]["else"]["defaultSnippets"]
    offered = {each["label"]: each["bodyText"] for each in snippets}
    assert offered["new echo question"] == "id: ${1:hello}\ntype: echo\nask: ${2:Say {\\$5\\}}"
