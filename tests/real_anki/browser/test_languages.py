"""Cards in other languages: their words, and what is written from the right."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank

ENTRIES = (
    """\
id: arabic
lang: ar
type: choice
ask: IUPAC هي هيئة دولية. ما صيغة الماء؟
options:
- right: H2O
  why: نعم، هذه صيغة الماء.
- wrong: CO2 (غاز)
- wrong: لا شيء
hint: ثلاثة رموز
explain: يتكوّن الماء من الهيدروجين والأكسجين.""",
    "id: english\nlang: ar\ntype: card\nfront: كيف حالك؟\nback: How are you?\nreverse: true\nexplain: Well, thanks.",
    "id: undeclared\ntype: choice\nask: ما صيغة الماء؟\noptions: [{right: H2O}, {wrong: ملح}]",
    "id: mixed\ntype: choice\nask: Which word means book?\noptions: [{right: كتاب (kitab)}, {wrong: بيت}]",
    "id: hebrew\nlang: he\ntype: multi\nask: מה נכון?\noptions: [{right: א}, {right: ב}, {wrong: ג}]",
    'id: code\nlang: fa\ntype: card\nfront: "چه چاپ می‌شود؟\\n\\n```\\na = 1\\nprint(a)\\n```"\nback: "1"',
    "id: german\nlang: de-AT\ntype: multi\nask: Was stimmt?\nhint: Zwei.\n"
    "options: [{right: a}, {right: b}, {wrong: c}]",
    "id: chinese\nlang: zh-Hans\ntype: short\nask: 水的化学式？\nanswer: H2O\naccept: [H₂O]\nhint: 三个字符",
    "id: welsh\nlang: cy\ntype: choice\nask: Beth?\nhint: Dau.\noptions: [{right: un}, {wrong: dau}]",
)


@pytest.fixture(scope="module")
def cards(bank_of: Callable[..., Bank], rendered: Callable[[bytes], Mapping[str, Any]]) -> Mapping[str, Any]:
    return rendered(export_package(bank_of(*ENTRIES), None, 0).package)


def direction(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("each => getComputedStyle(each).direction"))


def left(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"]


@pytest.mark.parametrize("name", ["arabic", "undeclared", "hebrew"])
@pytest.mark.parametrize("width", [360, 800])
def test_signs_stand_on_the_right_where_one_writes_from_the_right(
    width: int, name: str, ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask(name, width=width)
    assert left(page, ".zq-sign") > left(page, ".zq-text")
    page.locator(".zq-option").first.click()
    turn(page, name, "answer")
    assert left(page, ".zq-tab") < left(page, ".zq-sign")
    assert direction(page, ".zq-verdict") == "rtl"


def test_a_latin_word_in_front_does_not_turn_an_arabic_text(ask: Callable[..., Page]) -> None:
    page = ask("arabic")
    assert direction(page, ".zq-question") == "rtl"
    assert direction(page, ".zq-hint > div") == "rtl"
    assert direction(page, ".zq-text:has-text('غاز')") == "rtl"
    assert direction(page, ".zq-text:has-text('H2O')") == "ltr"


@pytest.mark.parametrize("app", ["desktop", "page a side"])
def test_english_in_an_arabic_card_runs_from_the_left(
    app: str, page_for: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = page_for(app)
    turn(page, "english", "answer", app)
    parts = (".zq-question", ".zq-answer", ".zq-explanation")
    assert [direction(page, part) for part in parts] == ["rtl", "ltr", "ltr"]
    turn(page, "english~2", "question", app)
    assert direction(page, ".zq-question") == "ltr"


def test_each_option_has_its_own_direction_in_a_question_from_the_left(ask: Callable[..., Page]) -> None:
    page = ask("mixed")
    assert direction(page, ".zq-question") == "ltr"
    assert direction(page, ".zq-text") == "rtl"
    assert left(page, ".zq-sign") < left(page, ".zq-text")


def test_code_is_written_from_the_left_everywhere(
    page_for: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = page_for()
    turn(page, "code", "question")
    assert direction(page, ".zq-question") == "rtl"
    assert direction(page, "pre") == "ltr"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("german", ["Mehrere können richtig sein", "Tipp"]),
        ("arabic", ["تلميح"]),
        ("hebrew", ["ייתכנו כמה תשובות נכונות"]),
        ("welsh", ["Hint"]),
    ],
)
def test_a_card_speaks_the_language_of_its_question(
    name: str, expected: list[str], ask: Callable[..., Page]
) -> None:
    assert ask(name).locator("[data-word]").all_inner_texts() == expected


def test_english_words_in_another_language_are_marked_as_english(
    ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("welsh")
    page.locator(".zq-option").first.click()
    assert page.locator("summary span").get_attribute("lang") == "en"
    turn(page, "welsh", "answer")
    assert page.locator(".zq-tab, .zq-verdict span").first.get_attribute("lang") == "en"


def test_the_verdict_too_is_in_that_language(ask: Callable[..., Page], turn: Callable[..., None]) -> None:
    page = ask("german")
    page.get_by_role("checkbox", name="a").click()
    turn(page, "german", "answer")
    expect(page.get_by_role("status")).to_have_text("✗ Noch nicht 1 / 2")
    expect(page.get_by_role("checkbox", name="b Richtig übersehen")).to_have_count(1)
    expect(page.get_by_role("checkbox", name="a Richtig deine Antwort")).to_be_checked()


def test_a_typed_answer_is_labelled_and_its_alternatives_are_named(
    page_for: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = page_for()
    turn(page, "chinese", "question")
    expect(page.get_by_role("textbox", name="你的答案")).to_be_editable()
    turn(page, "chinese", "answer")
    assert page.locator(".zq-also [data-word]").inner_text() == "也正确"
