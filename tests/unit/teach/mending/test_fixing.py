import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sample import BANK, HEAD
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import QuizError, Severity
from zhu_quiz.teach.mending.fixing import fixed
from zhu_quiz.teach.mending.formatting import formatted

FOLDER = Path(__file__).parents[3] / "broken_banks"
every_broken_bank = pytest.mark.parametrize(
    "data", [pytest.param(path.read_bytes(), id=path.stem) for path in sorted(FOLDER.glob("*.yaml"))]
)
both_ways = pytest.mark.parametrize("unsafe", [False, True])


def errors(data: bytes) -> int:
    return sum(problem.severity is Severity.ERROR for problem in read_text(data).problems)


def mended(text: str, *, unsafe: bool = False) -> str:
    return fixed(text.encode(), unsafe=unsafe).data.decode()


def card(front: str) -> str:
    return f"{HEAD}  - id: red\n    type: card\n    {front}\n    back: Mars\n"


@both_ways
@every_broken_bank
def test_no_bank_has_more_errors_than_before_and_none_that_a_second_time_would_mend(
    data: bytes, unsafe: bool
) -> None:
    once = fixed(data, unsafe=unsafe).data
    assert errors(once) <= errors(data)
    assert fixed(once, unsafe=unsafe).data == once


@both_ways
@every_broken_bank
def test_sound_questions_stay_as_they_are(data: bytes, unsafe: bool) -> None:
    before, after = read_text(data), read_text(fixed(data, unsafe=unsafe).data)
    warned = {problem.question for problem in before.problems if problem.severity is Severity.WARNING}
    assert [after.questions[name] for name in before.questions if name not in warned] == [
        question for name, question in before.questions.items() if name not in warned
    ]


@both_ways
@every_broken_bank
def test_comments_stay(data: bytes, unsafe: bool) -> None:
    comment = re.compile(rb"^\s*#.*", re.MULTILINE)
    before, after = comment.findall(data), comment.findall(fixed(data, unsafe=unsafe).data)
    assert [each for each in after if each in before] == before  # A note may become one.


def test_most_mistakes_can_be_mended() -> None:
    banks = [path.read_bytes() for path in FOLDER.glob("*.yaml")]
    sound = [sum(not errors(fixed(each, unsafe=unsafe).data) for each in banks) for unsafe in (False, True)]
    assert sound[0] >= 0.35 * len(banks)
    assert sound[1] >= 0.7 * len(banks)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("front: Which: Mars?", 'front: "Which: Mars?"'),
        ("front: 'It isn't'", 'front: "It isn\'t"'),
        ('front: "AI" stands for', "front: '\"AI\" stands for'"),
        ("front: @Mars", 'front: "@Mars"'),
        ("front: *Mars* is", 'front: "*Mars* is"'),
        ('front: "$\\alpha$"', "front: '$\\alpha$'"),
        ("front: “Which: Mars?”", 'front: "Which: Mars?"'),
        ("front: a\n    bloom: rember", "front: a\n    bloom: remember"),
        ("front:Mars", "front: Mars"),
        ("frnt: Mars", "front: Mars"),
    ],
)
def test_what_can_have_but_one_meaning_is_safe_to_fix(written: str, meant: str) -> None:
    assert mended(card(written)) == card(meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('front: "Mars', 'front: "Mars"'),
        ('front: "A" and "B"', "front: 'A\" and \"B'"),
        ("front Mars", "front: Mars"),
        ("front: goal #1", 'front: "goal #1"'),
        ("front: x\u200by", "front: xy"),
        ("hint: [one two", "hint: [one two]"),
    ],
)
def test_what_takes_a_guess_is_fixed_only_when_asked_for(written: str, meant: str) -> None:
    text = card(f"front: a\n    {written}" if written.startswith("hint") else written)
    assert mended(text) == text
    assert meant in mended(text, unsafe=True)


def test_boxes_become_words() -> None:
    text = f"{HEAD}  - id: a\n    type: choice\n    ask: Which?\n    options:\n      - [x] Mars\n      - [ ] Venus\n"
    assert mended(text).endswith("      - right: Mars\n      - wrong: Venus\n")


def test_a_question_without_an_id_gets_one_of_its_words() -> None:
    text = BANK.replace("  - id: red\n    type", "  - type").replace("  - id: moons\n    type", "  - type")
    once = mended(text)
    assert "  - id: planet-called-red\n    type: short" in once
    assert "  - id: moons-mars\n    type: number" in once
    assert mended(once.replace("called the red one", "red")) == once.replace("called the red one", "red")


def test_a_name_that_would_stand_twice_is_not_corrected() -> None:
    text = card("front: a\n    frnt: b")
    assert mended(text, unsafe=True) == text


def test_what_tabs_hid_comes_to_light() -> None:
    text = card("front: a\n\ttype: x\n\tfrint: 2")
    assert "\t" not in mended(text)


def test_a_problem_that_was_mended_is_told_with_its_place() -> None:
    (problem,) = fixed(card("frnt: Mars").encode()).mended
    assert (problem.code, problem.place.line, problem.question) == ("ZQ101", 10, "red")


def test_a_diff_is_harmless_for_a_terminal() -> None:
    diff = fixed(card("frnt: \x1b[31mMars").encode(), Path("a\x1bb.yaml")).diff
    assert "-    frnt: \ufffd[31mMars\n+    front: \ufffd[31mMars" in diff
    assert diff.isprintable() or "\x1b" not in diff


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_of_the_encoding_stay(end: str, mark: bytes) -> None:
    data = mark + card("frnt: Mars").rstrip().replace("\n", end).encode()
    assert fixed(data).data == data.replace(b"frnt", b"front")


def test_bytes_that_are_no_utf_8_stay_until_a_guess_is_allowed() -> None:
    data = (
        card("front: Caf\udce9\n    bcak: x: y")
        .encode(errors="surrogateescape")
        .replace(b"    back: Mars\n", b"")
    )
    safe = fixed(data).data
    assert b"Caf\xe9" in safe
    assert b'back: "x: y"' in safe
    assert "Café".encode() in fixed(data, unsafe=True).data


def test_what_is_saved_in_two_bytes_a_letter_becomes_utf_8() -> None:
    found = fixed(BANK.encode("utf-16"), Path("bank.yaml"))
    assert found.data == BANK.encode()
    assert [problem.code for problem in found.mended] == ["ZQ001"]
    assert found.diff == "--- bank.yaml (UTF-16)\n+++ bank.yaml (UTF-8)"


@pytest.mark.parametrize(
    "data",
    [
        BANK.encode("utf-16") + b"\0",
        BANK.encode("utf-16-le").join([b"\xff\xfe", b"\0\xd8"]),
        BANK.encode("utf-32") + b"\xff\xff\xff\xff",
    ],
)
def test_what_cannot_be_read_for_certain_is_not_written_anew(data: bytes) -> None:
    with pytest.raises(QuizError, match="damaged"):
        fixed(data)
    with pytest.raises(QuizError, match="damaged"):
        formatted(data)


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"\0" * 50, b"x" * 11_000_000])
def test_what_is_no_bank_stays_as_it_is(data: bytes) -> None:
    assert fixed(data, unsafe=True).data == data


lines = st.sampled_from([
    "  - id: new", "  - type: card", "    front: a: b", "    type: crad", "\tback: x", "    - x", "front x",
    '    ask: "a', "   why: x", "      - [x] a", "# comment", "---", "    tags: [a, b c", "claims:", "",
    "    source: {section inner}",
    "    back: *x # y", "    id: red", "    was: [red]",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), lines), min_size=1, max_size=4), st.booleans())
def test_whatever_is_wrong_no_sound_question_is_lost(wrong: list[tuple[int, str]], unsafe: bool) -> None:
    text = BANK.split("\n")
    for at, line in wrong:
        text.insert(at, line)
    data = "\n".join(text).encode()
    once = fixed(data, unsafe=unsafe).data
    assert set(read_text(data).questions) <= set(read_text(once).questions)
    assert fixed(once, unsafe=unsafe).data == once


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{id: facts, titel: Facts}", "{id: facts, title: Facts}"),
        ("{ide: facts, titel: Facts}", "{id: facts, title: Facts}"),
        ("id: facts\n    title: @Facts", 'id: facts\n    title: "@Facts"'),
        ("id: facts\n    title: 'It isn't'", 'id: facts\n    title: "It isn\'t"'),
    ],
)
def test_a_mistake_is_mended_even_where_an_unknown_id_comes_to_light(written: str, meant: str) -> None:
    def bank(objective: str) -> str:
        return card("front: x\n    objective: opinions").replace(
            "sections:", f"objectives:\n  - {objective}\nsections:"
        )

    assert mended(bank(written)) == bank(meant)


def test_an_id_that_questions_name_is_not_lost_by_a_fix() -> None:
    bank = card("front: x\n    source: {section: innner}").replace("{id: inner,", "{id: innner,")
    assert mended(bank, unsafe=True) == bank


def test_tabs_and_what_stands_behind_them_are_mended_together() -> None:
    text = card('front: "$\\alpha$"\n    hint: a: b').replace("    ", "\t\t").replace("  - id", "\t- id")
    assert mended(text) == card("front: '$\\alpha$'\n    hint: \"a: b\"")


def test_what_stands_in_a_line_that_begins_in_the_wrong_column_waits_until_that_is_mended() -> None:
    text = card("front: x") + "   - id: blue\n     type: card\n     frnt: y\n     back: a: b\n"
    assert mended(text).endswith('\n  - id: blue\n    type: card\n    front: y\n    back: "a: b"\n')


def test_an_invisible_character_does_not_become_a_visible_one() -> None:
    text = card("front: a\u200b: b")
    assert mended(text) == text
    assert mended(text, unsafe=True) == card('front: "a: b"')
