import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sample import BANK, HEAD
from zhu_quiz.bank.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.clean import clean
from zhu_quiz.model.problem import QuizError
from zhu_quiz.questions import Question
from zhu_quiz.questions.keys import keys_of
from zhu_quiz.teach.mending.formatting import formatted

SHIPPED = Path(__file__).parents[4] / "questions.yaml"
START = "format: zhu-quiz/1\nid: planets\ntitle: The planets\n"
COMMENT = re.compile(r"(?:^|(?<=\s))# ?ours \d+$", re.MULTILINE)

texts = (
    st.sampled_from(["a b", "a: b", "a #b", "- x", "[x, y]", "it's", 'a "b"', "a\nb", "a\n\n  b\nc", "  x", "\\n"])
    | st.text("ab :#-'\"\\{},|>\n", min_size=1)
    | st.lists(st.sampled_from(["red", "dwarf", "planets,", "a:", "#x", "-"]), min_size=1, max_size=30).map(" ".join)
).map(lambda text: clean(text).strip()).filter(bool)  # fmt: skip

styles: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({
    "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
    "indent": st.integers(2, 5),
    "width": st.sampled_from([20, 60, 1000]),
    "default_flow_style": st.sampled_from([None, False]),
    "explicit_start": st.booleans(),
})  # fmt: skip


def fmt(text: str) -> str:
    return formatted(text.encode()).decode()


def said(text: str | bytes) -> Bank:
    """What a bank says, wherever in the file."""
    bank = read_text(text)
    assert not [each for each in bank.problems if each.severity == "error"]
    return Bank(**{**vars(bank), "lines": {}, "problems": ()})


@st.composite
def banks(draw: st.DrawFn) -> str:
    """As other programs write them, in no order, with comments between the lines."""
    front, back, *hints = draw(st.lists(texts, min_size=3, max_size=5))
    card = {"id": "red", "type": "card", "front": front, "back": back, "hint": hints, "explain": back}
    options = [{"wrong": "Mars", "why": front}, {"right": "Venus"}, {"wrong": back}]
    choice = {"id": "hot", "type": "choice", "ask": front, "options": options, "source": {"evidence": back}}
    bank = {
        "format": "zhu-quiz/1", "id": "planets", "title": front,
        "questions": [dict(draw(st.permutations(list(each.items())))) for each in (card, choice)],
        "claims": [{"id": "c01", "text": back}],
    }  # fmt: skip
    written = yaml.dump(bank, sort_keys=False, allow_unicode=True, **draw(styles))
    lines = written.split("\n")
    for number in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        lines.insert(at, " " * draw(st.integers(0, 8)) + f"# ours {number}")
        lines.insert(at + draw(st.integers(0, 1)), "")
    text = "\n".join(lines)
    try:
        assume(said(text) == said(written))  # A comment inside a text is none.
    except AssertionError:
        assume(False)
    return text


@settings(max_examples=100, deadline=None)
@given(banks())
def test_what_a_bank_says_stays_the_same(text: str) -> None:
    assert said(fmt(text)) == said(text)


@settings(max_examples=100, deadline=None)
@given(banks())
def test_comments_are_kept_and_a_second_time_changes_nothing(text: str) -> None:
    once = fmt(text)
    assert sorted(COMMENT.findall(once)) == sorted(COMMENT.findall(text))
    assert fmt(once) == once


@pytest.mark.parametrize("text", [SHIPPED.read_text(encoding="utf-8"), BANK, BANK.replace("\n", "\r\n")])
def test_banks_of_ours_say_the_same_in_good_form(text: str) -> None:
    assert said(fmt(text)) == said(text)
    assert fmt(fmt(text)) == fmt(text)


def test_the_shipped_bank_is_in_good_form() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert fmt(text) == text


@pytest.mark.parametrize("kind", Question.kinds)
def test_the_keys_of_a_question_come_in_the_order_of_their_declaration(kind: str) -> None:
    entry = yaml.load(Question.kinds[kind].example, yaml.BaseLoader)
    backwards = dict(reversed(list(entry.items())))
    text = START + yaml.dump({"questions": [backwards]}, sort_keys=False, default_flow_style=False)
    found = re.findall(r"^  (?:- |  )([a-z_]+):", fmt(text), re.MULTILINE)
    assert found == [key.name for key in keys_of(Question.kinds[kind]) if key.name in entry]


def test_a_comment_moves_with_the_key_that_it_stands_at() -> None:
    text = (
        START
        + """\
questions:
# On colours
- type: card
  # what is red
  back: Mars  # not Venus
  id: red
  # nothing more
  front: Which is red?
  # the end of it

# The claims
claims: []
"""
    )
    assert (
        fmt(text)
        == START
        + """
questions:

  # On colours
  - id: red
    type: card
    # nothing more
    front: Which is red?
    # what is red
    back: Mars  # not Venus
    # the end of it

# The claims
claims: []
"""
    )


def test_a_dash_alone_on_its_line_joins_what_follows_and_keeps_its_comment() -> None:
    text = (
        START
        + """\
questions:
- # first
  # second
  type: order
  id: steps
  ask: In which order?
  items:
  -  # third
    Venus
  - # fourth
    "Earth"
  - >-
   Mars
"""
    )
    assert (
        fmt(text).split("questions:\n\n")[1]
        == """\
  # first
  # second
  - id: steps
    type: order
    ask: In which order?
    items:
      # third
      - Venus
      # fourth
      - "Earth"
      - >-
        Mars
"""
    )


@pytest.mark.parametrize(
    "form", ['\n      ["a, b", c]', '\n      ["a, b",\n      c]', ' ["a, b",\n  c]', ' [\n    "a, b"\n    ]']
)
def test_lists_between_brackets_may_stand_in_any_way(form: str) -> None:
    text = BANK.replace("answer: Mars", f"answer: Mars\n    accept:{form}")
    assert said(fmt(text)) == said(text)
    assert fmt(fmt(text)) == fmt(text)


def options(*lines: str) -> str:
    return HEAD + "\n".join((
        "  - id: many", "    type: choice", "    ask: How many?", *(f"    {line}" for line in lines), "",
    ))  # fmt: skip


def test_options_that_are_numbers_stand_in_their_order() -> None:
    text = options(
        "options:", "  - wrong: 16", "  - right: 9  # nine", "  - wrong: 12", "    why: Far too many."
    )
    assert fmt(text).split("options:\n")[1] == (
        "      - right: 9  # nine\n      - wrong: 12\n        why: Far too many.\n      - wrong: 16\n"
    )


def test_options_that_an_author_put_in_order_stay_there() -> None:
    text = options("options:", "  - wrong: 16", "  - right: 9", "  - wrong: 12", "shuffle: false")
    assert fmt(text).index("16") < fmt(text).index("9\n")


def test_a_list_with_a_comma_in_an_entry_gets_a_line_for_each() -> None:
    text = BANK.replace("answer: Mars", 'answer: Mars\n    accept: ["the red one, Mars", Ares]  # two')
    assert '    accept:  # two\n      - "the red one, Mars"\n      - Ares\n' in fmt(text)


def test_between_a_key_and_its_value_is_one_space() -> None:
    text = BANK.replace("ask: Which planet is called the red one?", "ask:   Which planet   is red?  # or not")
    text = text.replace("hint: It is", "hint:  >-  # why\n      It is")
    assert "    ask: Which planet   is red?  # or not\n" in fmt(text)
    assert "    hint: >-  # why\n      It is" in fmt(text)


def test_what_can_be_fixed_safely_is_fixed_first() -> None:
    text = BANK.replace("ask: Which planet is called the red one?", "ask: Choose: which one is red?")
    assert 'ask: "Choose: which one is red?"' in fmt(text)
    assert "- id: planet-called-red" in fmt(BANK.replace("id: red\n    type: short", "type: short"))


def test_a_bank_with_errors_is_left_alone() -> None:
    broken = BANK.replace("answer: 2", "answer: two").replace("type: short", "type: x")
    with pytest.raises(QuizError, match="2 errors, so it is left as it is") as refusal:
        fmt(broken)
    told = str(refusal.value).split("\n")
    assert told[1].startswith("  bank:21:11: error[ZQ104] (red): ")
    assert told[-1] == "See what to write instead with: zhu-quiz check"
    with pytest.raises(QuizError, match="Let what can be mended be mended with: zhu-quiz check --fix"):
        fmt(broken.replace("ask: Which", "ask: Quick: which"))


@pytest.mark.parametrize(("end", "mark"), [("\n", b""), ("\r\n", b""), ("\r", b"\xef\xbb\xbf")])
def test_line_ends_and_the_mark_of_the_encoding_stay(end: str, mark: bytes) -> None:
    bank = fmt(BANK).replace("\n", end).encode()
    assert formatted(mark + bank + end.encode() * 3) == mark + bank


@pytest.mark.parametrize("sign", ["\u2028", "\u00a0", "\u3000"])
def test_only_spaces_are_taken_from_the_ends_of_lines(sign: str) -> None:
    text = BANK.replace("questions:", f"# all of them{sign}\nquestions:", 1)
    assert f"# all of them{sign}\n" in formatted(text.encode()).decode()
