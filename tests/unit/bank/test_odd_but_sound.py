"""Banks that are written in unusual ways and still say what they mean: nothing is found in them."""

from collections.abc import Callable

import pytest

from zhu_quiz.bank import Bank

Read = Callable[[str | bytes], Bank]

HEAD = "format: zhu-quiz/1\nid: b\ntitle: T\n"


def question(*lines: str, start: str = "  - id: q\n    ") -> str:
    return f"{HEAD}questions:\n{start}" + "\n    ".join(lines) + "\n"


ODD = {
    "all at the left edge": (
        f"{HEAD}questions:\n- id: q\n  type: choice\n  ask: Which?\n  options:\n  - right: A\n  - wrong: B\n"
        "  claims:\n  - c1\n"
    ),
    "indented deeply": (
        f"{HEAD}questions:\n        - id: q\n          type: choice\n          ask: Which?\n          options:\n"
        "                - right: A\n                  why: x\n                - wrong: B\n"
    ),
    "quotes everywhere": (
        '"format": "zhu-quiz/1"\n"id": "b"\n"title": "T"\n"questions":\n  - "id": "q"\n    "type": "short"\n'
        '    "ask": "Which: A?"\n    "answer": "A"\n'
    ),
    "JSON": (
        '{"format":"zhu-quiz/1","id":"b","title":"T","questions":[{"id":"q","type":"choice","ask":"Which?",'
        '"options":[{"right":"A","why":"x"},{"wrong":"B"}]}]}'
    ),
    "comments everywhere": (
        f"# c\n{HEAD}# c\nquestions: # all\n  # c\n  - id: q # c\n    type: short # c\n    # • c\n    ask: Who? # c\n"
        "    answer: X # c\n  # * right: x\n  # – d\n"
    ),
    "bullets within texts": question(
        "type: card", "front: |", "  * one", "  • two", "  – three", "  1. four", "  a) five", "  questions:",
        "back: >-", "  * x", "  - right: y", "explain:", "  1. First do this,", "  * then that", "  – and then",
    ),
    "dashes in a text of two lines": question("type: card", "front: He – they say –", "  – was shy", "back: A"),
    "signs in items": question(
        "type: order", "ask: Sort", "items:", "  - 1. two", "  - a) three", "  - – five", "  - x = y"
    ),
    "marks in options": question(
        "type: choice", "ask: Which?", "options:", "  - right: (x) no", "  - wrong: A. true (correct)", "  - wrong: =1"
    ),
    "keys in another order": question(
        "type: multi", "ask: M", "options:", "  - why: because", "    right: A", "  - pin: first", "    wrong: B"
    ),
    "pairs with arrows in them": question(
        "type: match", "ask: M", "pairs:", "  - {item: A -> x, match: 'b: c'}", "  - match: d", "    item: c = 1",
        "  - item: e", "    match: f – g", "extra: z, y",
    ),
    "single words for lists": question(
        "type: short", "ask: Who?", "answer: AC/DC", "accept: AC DC", "objective: o", "claims: C13", "was: old",
        "allow: ZQ206", "lang: EN", "hint: one",
    ),
    "semicolons in a list": question(
        "type: short", "ask: Qui ?", "answer: Louis", "accept:", "  - Louis Capet / Bourbon", "  - roi; citoyen"
    ),
    "braces and brackets beside gaps": question(
        "type: cloze", r"text: 'In \\(\frac{ab}{cd}\\) and `{name}`, $x_{max}$ [sic], {1, 2} … is {{two}}.'",
    ),
    "code in a text": question(
        "type: card", "front: |", "  ```json", '  {', '    "id": "x"', "  }", "  ```", "  TODO", "back: |", "  [x] one",
        "  # no comment",
    ),
    "endings of words": question(
        "type: short", "ask: Which ending?", "answer: -able", "accept:", "  - -ible", "  - -uble", "reject:", "  -eble",
    ),
    "a numbered answer": question("type: short", "ask: Who?", "answer: Köln", "accept:", "  1. FC Köln"),
    "a place of two parts": question("type: short", "ask: Where?", "answer: LA", "accept: Los Angeles, California"),
    "figures with commas": question("type: short", "ask: When?", "answer: 24 / 7", "accept: 9, 11, 2001, x"),
    "a comment after tags": question("type: card", "front: A", "back: B", "tags: # all", "  - a"),
    "comments behind sentences": question(
        "type: true-false", "ask: Bats are mammals.   # easy", "answer: true  # of course", "explain: Is it?  # Yes",
    ),
    "quoted texts of several lines with colons": question(
        "type: card", 'front: "There are two:', "      answer: the one", "      why: or", '      the other?"',
        "back: 'A", "      explain: B'", "hint:", "  - 'x", "    answer: y'",
    ),
    "signs of web pages in texts about them": question(
        "type: short", "ask: Where does <p> stand, as in `<p>a</p>`?", "answer: </p>", "accept: [<p></p>, '&nbsp;']",
        "explain: The sign &nbsp; and <b> are others.",
    ),
    "commas where they belong": question(
        "type: choice", "ask: Did he ask “Who?”, “Why?”,", "  or “How?”", "options: [", '  {"right": "A, b."},',
        '  {"wrong": "B"},', "]", "explain: Because,", "  as he said,", "  it is.",
    ),
    "parts that say right and wrong": question(
        "type: choice", "ask: Which?", "options:", "  - right: right - left", "  - wrong: wrong – way (correct)",
    ),
    "an answer that looks marked": question(
        "type: choice", "ask: Which?", "options:", "  - right: A*", "  - wrong: '*args'", "  - wrong: f(x)",
        "  - wrong: 'yes: no'",
    ),
    "Greek": question("type: cloze", "lang: el", "text: Ο {{Σωκράτης|Socrates}} ήταν [φιλόσοφος] __x__."),
    "Chinese": question("type: short", "lang: zh-Hant", "ask: 這是什麼：甲？", "answer: 甲；乙", "explain: 因為：是。"),
    "Arabic": question("type: card", "lang: ar", "front: ما هذا؟", "back: كتاب"),
}  # fmt: skip


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in ODD.items()])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["Unix", "Windows"])
def test_nothing_is_found_in_a_sound_bank_however_odd(read: Read, text: str, ends: str) -> None:
    bank = read(("\ufeff" + text.replace("\n", ends)).encode())
    assert list(bank.questions) == ["q"]
    assert not bank.problems
