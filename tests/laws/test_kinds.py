"""What holds for every kind of question. A new kind is tested by existing."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.model.mark import Mark, Response, Unclear
from zhu_quiz.model.prompt import Arrange, FillGaps, Pair, PickMany, PickOne, Prompt, Recall, TypeText
from zhu_quiz.model.tree import Group, Plain, planted
from zhu_quiz.questions import Question
from zhu_quiz.questions.keys import keys_of

every_kind = pytest.mark.parametrize("kind", Question.kinds)

HOSTILE = [
    "[red]", "closing [/]", "[@click=app.quit]x[/]", "<script>", "$x %s {0} \\1", "{{c1::x}}", "- : #",
    "\x1b[2J\x1b]0;title\x07", "\x9b31m", "\x00", "\u202egnp.exe", "\u2066x\u2069", "a\u2028b\x85c", "\ufeff",
    "\ud800", "y" * 10_000, "e" + "\u0301" * 300, "\ufdfa" * 50, "漢字かな交じり文", "İıßŉǅ",
    "\U0001f469\u200d\U0001f467\U0001f3fd\u2764\ufe0f",
]  # fmt: skip

responses: st.SearchStrategy[Response | None] = (
    st.none() | st.text() | st.sampled_from(HOSTILE) | st.lists(st.text(), max_size=6).map(tuple)
)


def example(kind: str) -> dict[str, Plain]:
    entry: dict[str, Plain] = yaml.load(Question.kinds[kind].example, yaml.BaseLoader)
    return entry


def parsed(entry: Plain) -> Question | None:
    group = planted(entry)
    assert isinstance(group, Group)
    return Question.parse(group)[0]


def question_of(kind: str) -> Question:
    question = parsed(example(kind))
    assert question is not None
    return question


def leaves(plain: Plain, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths to all texts that an author is free to choose."""
    if isinstance(plain, str):
        yield path
        return
    for name, value in plain.items() if isinstance(plain, dict) else enumerate(plain):
        if name not in ("id", "type"):
            yield from leaves(value, (*path, name))


def extended(plain: Any, path: tuple[str | int, ...], addition: str) -> Any:
    """The entry with one of its texts made longer."""
    if not path:
        return plain + addition
    copy = plain.copy()
    copy[path[0]] = extended(plain[path[0]], path[1:], addition)
    return copy


@st.composite
def questions(draw: st.DrawFn, kind: str) -> Question:
    """The kind's example with other texts, as far as it can still be asked."""
    entry: Plain = example(kind)
    for path in draw(st.lists(st.sampled_from(sorted(leaves(entry), key=str)), unique=True, max_size=4)):
        longer = extended(entry, path, draw(st.text(max_size=12)))
        if parsed(longer) is not None:
            entry = longer
    question = parsed(entry)
    assert question is not None
    return question


def shown(prompt: Prompt) -> tuple[str, ...]:
    """What the learner may pick from or move."""
    match prompt:
        case PickOne(options=values) | PickMany(options=values):
            return values
        case Arrange(items=values) | Pair(matches=values):
            return values
        case TypeText() | FillGaps() | Recall():
            return ()


@every_kind
def test_its_example_parses_without_any_problem(kind: str) -> None:
    group = planted(example(kind))
    assert isinstance(group, Group)
    question, problems = Question.parse(group)
    assert (type(question), problems) == (Question.kinds[kind], ())


@every_kind
def test_every_key_has_one_sentence_of_help(kind: str) -> None:
    unhelpful = [each.name for each in keys_of(Question.kinds[kind]) if not each.help.endswith(".")]
    assert unhelpful == []


@every_kind
@settings(max_examples=50)
@given(data=st.data())
def test_its_solution_earns_full_marks(kind: str, data: st.DataObject) -> None:
    question = data.draw(questions(kind))
    mark = question.mark(question.solution)
    assert isinstance(mark, Mark)
    assert mark.is_right


@every_kind
@settings(max_examples=50)
@given(data=st.data(), seed=st.integers())
def test_its_solution_can_be_given_to_any_of_its_prompts(kind: str, data: st.DataObject, seed: int) -> None:
    question = data.draw(questions(kind))
    choice = shown(question.prompt(seed))
    solution = (question.solution,) if isinstance(question.solution, str) else question.solution
    assert not choice or set(solution) <= set(choice)


@every_kind
def test_giving_up_earns_nothing(kind: str) -> None:
    mark = question_of(kind).mark(None)
    assert isinstance(mark, Mark)
    assert mark.fraction == 0


@every_kind
@settings(max_examples=50)
@given(data=st.data(), one=st.integers(), other=st.integers())
def test_shuffling_changes_nothing_but_the_order(
    kind: str, data: st.DataObject, one: int, other: int
) -> None:
    question = data.draw(questions(kind))
    assert sorted(shown(question.prompt(one))) == sorted(shown(question.prompt(other)))


@every_kind
@given(seed=st.integers())
def test_the_same_seed_asks_the_same_way(kind: str, seed: int) -> None:
    question = question_of(kind)
    assert question.prompt(seed) == question.prompt(seed)


@every_kind
@given(response=responses, seed=st.integers())
def test_marking_is_pure(kind: str, response: Response | None, seed: int) -> None:
    question = question_of(kind)
    before = question.mark(response)
    question.prompt(seed)
    assert question.mark(response) == before


@every_kind
@settings(max_examples=50)
@given(data=st.data(), response=responses)
def test_any_response_gets_a_mark_or_a_question_back(
    kind: str, data: st.DataObject, response: Response | None
) -> None:
    question = data.draw(questions(kind))
    match question.mark(response):
        case Mark() as mark:
            assert 0 <= mark.fraction <= 1
            assert mark.expected == question.solution
        case Unclear() as unclear:
            assert unclear.question
            assert all(isinstance(question.mark(reading), Mark) for reading in unclear.readings)


@every_kind
@settings(max_examples=50)
@given(data=st.data(), seed=st.integers())
def test_any_mix_of_what_is_shown_gets_a_mark(kind: str, data: st.DataObject, seed: int) -> None:
    question = question_of(kind)
    values = ["", *shown(question.prompt(seed))]
    mark = question.mark(tuple(data.draw(st.lists(st.sampled_from(values), max_size=8))))
    assert isinstance(mark, Mark)
    assert 0 <= mark.fraction <= 1


@every_kind
@settings(max_examples=50)
@given(data=st.data())
def test_parsing_what_it_writes_is_the_identity(kind: str, data: st.DataObject) -> None:
    question = data.draw(questions(kind))
    assert parsed(question.plain()) == question


@every_kind
@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_it_survives_hostile_text_in_any_place(kind: str, hostile: str) -> None:
    entry = example(kind)
    survivors = [found for path in leaves(entry) if (found := parsed(extended(entry, path, hostile)))]
    for question in survivors:
        mark = question.mark(question.solution)
        assert isinstance(mark, Mark)
        assert mark.is_right
        assert question.mark(hostile)
        assert question.prompt(1)
        assert question.note()
        assert question.key_hash
        assert parsed(question.plain()) == question
    assert survivors


@every_kind
def test_each_of_its_cards_can_be_asked(kind: str) -> None:
    question = question_of(kind)
    for side in question.sides:
        seen = question.seen_from(side)
        mark = seen.mark(seen.solution)
        assert isinstance(mark, Mark)
        assert mark.is_right


@pytest.mark.usefixtures("tenth")
def test_a_tenth_kind_is_one_class_and_no_other_edit() -> None:
    question = parsed({"id": "hello", "type": "echo", "ask": "hello", "tags": ["greeting"]})
    assert question is not None
    assert question.prompt(0) == TypeText(stem="hello")
    assert question.mark("hello") == Mark(fraction=1, expected="hello")
    assert question.plain() == {"id": "hello", "type": "echo", "ask": "hello", "tags": ["greeting"]}
