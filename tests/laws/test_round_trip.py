"""A bank that went out as a package comes back with the same questions, whatever their kind and their words."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from foreign_packages import PNG
from zhu_quiz.anki.importing.bank import Wishes, imported
from zhu_quiz.anki.importing.markdown import markdown
from zhu_quiz.anki.reading import opened
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.anki.writing.html import rendered
from zhu_quiz.anki.writing.notes import anki_note
from zhu_quiz.bank import Bank
from zhu_quiz.bank.head import Section
from zhu_quiz.model.markdown import Span, spans
from zhu_quiz.model.tree import Group, Plain, planted
from zhu_quiz.questions import Question

every_kind = pytest.mark.parametrize("kind", Question.kinds)

PIECES = (
    "*", "**", "`", "```\n", "[", "]", "](https://a.org/b)", "\\", "\\(", "\\)", "<b>", "&amp;", "<br>", "\n",
    "\n\n", "- ", "1. ", "{", "|", "::", " – ", "  ", '"', "[sound:a.mp3]", "{{c1::", "[$]x[/$]", "_", "$", "#",
    " ", "a", "B c", "ß", "漢字", "مرحبا", "e\u0301", "\U0001f469\u200d\U0001f467", "1,5", "____", "True", "漢\u3000字",
)  # fmt: skip
"""Marks of all the formats that meet here, and words between them."""
MARKED = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


def bank_of(*questions: Question, **head: Any) -> Bank:
    sections = tuple(
        Section(id=each, title=f"On {each}")
        for each in dict.fromkeys(question.source.section for question in questions)
        if each
    )
    return Bank(
        id="round",
        title="Round trip",
        sections=sections,
        questions=MappingProxyType({question.id: question for question in questions}),
        **head,
    )


def back(bank: Bank, *, is_plain: bool = False) -> Bank:
    """The bank as it comes out of its package."""
    package = export_package(bank, None, 0, is_plain=is_plain).package
    with opened(BytesIO(package), "round.apkg") as read:
        return imported(read, Wishes("round")).bank


def parsed(entry: Plain) -> Question | None:
    group = planted(entry)
    assert isinstance(group, Group)
    return Question.parse(group)[0]


def leaves(plain: Plain, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(plain, str):
        yield path
        return
    for name, value in plain.items() if isinstance(plain, dict) else enumerate(plain):
        if name not in ("id", "type", "section"):
            yield from leaves(value, (*path, name))


def changed(plain: Any, path: tuple[str | int, ...], before: str, after: str) -> Any:
    if not path:
        return before + plain + after
    copy = plain.copy()
    copy[path[0]] = changed(plain[path[0]], path[1:], before, after)
    return copy


MORE: dict[str, Plain] = {
    "hint": ["One *hint*", "Another"], "tags": ["b", "a"], "claims": ["c1", "c2"], "objective": "know",
    "bloom": "apply",
    "difficulty": "hard", "stance": "claim", "by": "Ann", "was": ["old-name"], "lang": "de", "revision": "3",
    "source": {"section": "part", "paragraph": "2", "evidence": "word for word"}, "explain": "1. So\n2. it is",
}  # fmt: skip


@st.composite
def questions(draw: st.DrawFn, kind: str) -> Question:
    """The kind's example with further keys and other texts, as far as it can still be asked."""
    entry: Any = yaml.load(Question.kinds[kind].example, yaml.BaseLoader)
    for name in draw(st.lists(st.sampled_from(sorted(MORE)), unique=True, max_size=4)):
        entry[name] = MORE[name]
    for path in draw(st.lists(st.sampled_from(sorted(leaves(entry), key=str)), unique=True, max_size=4)):
        other = changed(entry, path, draw(MARKED), draw(MARKED))
        entry = other if parsed(other) else entry
    question = parsed(entry)
    assert question is not None
    return question


@every_kind
@settings(max_examples=60, deadline=None)
@given(data=st.data(), is_plain=st.booleans())
def test_a_question_comes_back_as_it_went(kind: str, data: st.DataObject, is_plain: bool) -> None:
    question = data.draw(questions(kind))
    again = back(bank_of(question), is_plain=is_plain).questions[question.id]
    # A bank of one question in German is a German bank.
    assert replace(again, bank_lang="en") == question


@every_kind
@settings(max_examples=60, deadline=None)
@given(data=st.data(), is_plain=st.booleans())
def test_what_looks_plain_at_a_glance_says_no_more_when_it_is_read_back(
    kind: str, data: st.DataObject, is_plain: bool
) -> None:
    question = data.draw(questions(kind))
    at_a_glance = anki_note("zq", question, bank_of(question), is_plain=is_plain)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("zhu_quiz.anki.writing.entry._is_plain", lambda *_: False)
        read_back = anki_note("zq", question, bank_of(question), is_plain=is_plain)
    assert at_a_glance == read_back


def test_the_bank_keeps_its_name_its_language_and_its_sections() -> None:
    question = parsed({"id": "one", "type": "card", "front": "F", "back": "B", "source": {"section": "part"}})
    assert question
    bank = back(bank_of(question, about="On **one** thing."))
    assert (bank.id, bank.title, bank.lang, bank.about) == ("round", "Round trip", "en", "On **one** thing.")
    assert bank.sections == (Section(id="part", title="On part"),)


def test_authors_notes_stay_at_home() -> None:
    question = parsed(
        {"id": "one", "type": "card", "front": "F", "back": "B", "note": "secret", "allow": ["ZQ206"]}
    )
    assert question
    again = back(bank_of(question)).questions["one"]
    assert (again.author_note, again.allow) == ("", ())


def seen(text: str) -> list[tuple[str, Span]]:
    """Each visible sign of a text with its style."""
    styled = [(sign, replace(span, text="")) for span in spans(text) for sign in span.text]
    return [(sign, style) for sign, style in styled if not sign.isspace()]


@settings(max_examples=100, deadline=None)
@given(text=MARKED)
def test_a_text_that_went_through_html_looks_the_same(text: str) -> None:
    assert seen(markdown(rendered(text))) == seen(text)


@settings(max_examples=100, deadline=None)
@given(text=MARKED)
def test_what_came_from_html_once_stays_as_it_is(text: str) -> None:
    once = markdown(rendered(text))
    assert markdown(rendered(once)) == once


@pytest.mark.parametrize("is_plain", [False, True])
@every_kind
def test_a_picture_comes_back_with_its_words(kind: str, is_plain: bool, tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(PNG)
    entry = yaml.load(Question.kinds[kind].example, yaml.BaseLoader)
    image: dict[str, Plain] = {"file": "map.png", "alt": 'A <b> "map"', "credit": "Ann, CC BY & more"}
    question = parsed({**entry, "image": image})
    assert question
    again = back(bank_of(question, path=tmp_path / "bank.yaml"), is_plain=is_plain).questions[question.id]
    assert again.image
    assert again.image.file.startswith("pictures/")
    assert replace(again, image=replace(again.image, file="map.png")) == question


@every_kind
def test_a_retired_question_comes_back_retired(kind: str) -> None:
    question = parsed(yaml.load(Question.kinds[kind].example, yaml.BaseLoader))
    assert question
    first = export_package(bank_of(question), None, 0).package
    package = export_package(bank_of(replace(question, status="retired")), first, 0).package
    with opened(BytesIO(package), "round.apkg") as read:
        again = imported(read, Wishes("round")).bank.questions[question.id]
    assert again == replace(question, status="retired")


@pytest.mark.usefixtures("tenth")
def test_a_tenth_kind_comes_back_as_it_went() -> None:
    question = parsed({"id": "hello", "type": "echo", "ask": "Say *hello*", "explain": "So"})
    assert question
    assert back(bank_of(question)).questions["hello"] == question
