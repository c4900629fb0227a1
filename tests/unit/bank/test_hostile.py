"""Whatever a file holds, reading it ends with a bank and sentences."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhu_quiz.bank import Bank
from zhu_quiz.bank.report import report
from zhu_quiz.bank.writer import write_bank
from zhu_quiz.model.problem import Severity
from zhu_quiz.questions import Question

Read = Callable[[str | bytes], Bank]

HEAD = "format: zhu-quiz/1\nid: x\ntitle: X\nsections:\n  - {id: intro, title: Intro}\nquestions:\n"
FIRST = "  - id: first\n    type: card\n    front: |\n      a\n\n      - b\n    back: 'it''s'\n"
MIDDLE = """\
  - id: middle
    type: choice
    ask: Which of these?
    options:
      - right: this
        why: "so \\u00e9"
      - wrong: that
    explain: >-
      Two
      lines
    tags: [a, b]
    source: {section: intro, evidence: here}
"""
LAST = '  - id: last\n    type: cloze\n    text: "{{This}} is: the end"\n'
EXAMPLES = "".join(
    "  - " + kind.example.strip().replace("\n", "\n    ") + "\n" for kind in Question.kinds.values()
)

signs = st.sampled_from(
    [": ", ":", " #", "#", "- ", "-", "\t", "  ", "'", '"', "[", "]", "{", "}", "{{", "}}", "&", "*", "!", "%",
     "@", "`", "|", ">", "? ", "?", ",", "~", "<<: ", "\\", "\\x", "\\ud800", "\\UFFFFFFFF", "\xa0", "\u200b",
     "\u2028", "\x85", "\0", "\x1b", "\ufeff", "\ud800", "é", "日本", "---", "..."]
)  # fmt: skip
breaks = st.sampled_from(["\n", "\r", "\n---\n", "\n  - ", "\n- ", "\n    ask: ", "\n\t", "\n    - id: a"])


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A text after a few slips of a hand: something typed, deleted, doubled or moved."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        lines = text.split("\n")
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:start] + draw(signs | breaks) + text[start:]
            case 1:
                text = text[:start] + text[end:]
            case 2:
                text = text[:end] + text[start:]
            case _:
                lines.insert(
                    draw(st.integers(0, len(lines))), lines.pop(draw(st.integers(0, len(lines) - 1)))
                )
                text = "\n".join(lines)
    return text


@example("#\x0c")
@given(st.binary(max_size=200) | st.text(max_size=200))
def test_any_bytes_are_read_to_a_bank_with_an_error(read: Read, data: bytes | str) -> None:
    assert any(each.severity is Severity.ERROR for each in read(data).problems)


@settings(max_examples=200)
@given(edited(HEAD + FIRST + MIDDLE + LAST))
def test_slips_of_a_hand_are_survived_and_told(read: Read, text: str) -> None:
    bank = read(text)
    assert not bank.left_out or any(each.severity is Severity.ERROR for each in bank.problems)
    assert all(report(each, Path("bank.yaml"), text) for each in bank.problems)


@settings(max_examples=100)
@given(edited(HEAD + EXAMPLES))
def test_what_is_left_of_a_bank_can_be_written_and_read(read: Read, text: str) -> None:
    bank = read(text)
    if bank.id:
        assert dict(read(write_bank(bank)).questions) == bank.questions


@settings(max_examples=150)
@given(data=st.data())
def test_a_sign_too_much_in_one_question_leaves_the_others_as_they_are(
    read: Read, data: st.DataObject
) -> None:
    position = data.draw(st.integers(MIDDLE.index("type"), len(MIDDLE) - 1))
    middle = MIDDLE[:position] + data.draw(signs) + MIDDLE[position:]
    sound, bank = read(HEAD + FIRST + MIDDLE + LAST), read(HEAD + FIRST + middle + LAST)
    assert {"first", "last"} <= {*bank.questions}
    assert all(bank.questions[name] == sound.questions[name] for name in ("first", "last"))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 20_000,
        "- " * 50_000,
        "a: &a [" + "*a, " * 20_000 + "]",
        'a: "' + "\\a" * 50_000,
        "a:\n" + "\n" * 100_000 + "b:",
        HEAD + "  - id: a\n    type: card\n    front: a: b\n" * 2_000,
        HEAD + "  - {" + "".join(f"k{number}, " for number in range(5_000)) + "}",
        "a: b: c\n" * 5_000,
        "'" * 100_000,
        HEAD + "  - id: \"x\n" + "    a b\n" * 20_000,
    ],
    ids=str.__len__,
)  # fmt: skip
def test_a_file_made_to_exhaust_the_reader_is_read_like_any_other(read: Read, text: str) -> None:
    assert read(text).problems
