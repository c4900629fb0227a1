"""What happens to a card between its two sides must never lead to a false verdict."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank

DRIVERS = ("Conviction", "Ambition", "Politics", "Health", "Money")
ENTRIES = (
    "id: one\ntype: choice\nask: Which?\noptions: [{right: Alpha}, {wrong: Beta, why: Later.}, {wrong: Gamma}]",
    "id: many\ntype: multi\nask: Which drivers?\noptions:\n"
    + "\n".join(f"- {'right' if place < 3 else 'wrong'}: {each}" for place, each in enumerate(DRIVERS)),
    f"id: long\ntype: choice\nask: {'Read this with care. ' * 150}\noptions: [{{right: Alpha}}, {{wrong: Beta}}]",
    "id: typed\ntype: short\nask: Where?\nanswer: Beijing\naccept: [Xinhua, Peking]",
)
SEPARATE = "page a side, no storage"


@pytest.fixture(scope="module")
def cards(bank_of: Callable[..., Bank], rendered: Callable[[bytes], Mapping[str, Any]]) -> Mapping[str, Any]:
    return rendered(export_package(bank_of(*ENTRIES), None, 0).package)


def options(page: Page) -> list[str]:
    return page.locator(".zq-text").all_inner_texts()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<li>Beta", "<li>Delta</li><li>Beta"),
        ("Alpha", "Alpha, mended"),
        ('zq-right-ones">1', 'zq-right-ones">'),
        ('zq-right-ones">1', 'zq-right-ones">7'),
    ],
)
def test_a_note_edited_between_the_sides_is_not_judged(
    before: str, after: str, cards: Mapping[str, Any], ask: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = ask("one")
    page.get_by_role("radio", name="Alpha").click()
    answer = cards["one"].answer
    assert before in answer
    show(page, answer.replace(before, after), cards["one"].css)
    expect(page.get_by_role("status")).to_have_count(0)
    expect(page.locator(".zq-wrong")).to_have_count(0)


def test_an_edit_that_breaks_the_list_leaves_it_readable_with_the_key(
    cards: Mapping[str, Any], ask: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = ask("one")
    show(page, cards["one"].answer.replace("<li>Gamma", "</ol><p>or</p><ol><li>Gamma"), cards["one"].css)
    expect(page.get_by_role("listitem")).to_have_count(3)
    assert page.get_by_text("Right: 1").is_visible()


def test_the_order_stays_at_midnight_also_where_nothing_is_stored(
    ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("many", SEPARATE)
    page.clock.set_fixed_time("2027-02-03T23:59:50Z")
    turn(page, "many", "question", SEPARATE)
    asked = options(page)
    page.clock.set_fixed_time("2027-02-04T00:00:10Z")
    turn(page, "many", "answer", SEPARATE)
    assert options(page) == asked


def test_storage_wiped_between_the_sides_shows_the_key_alone(
    ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("one", "page a side")
    page.get_by_role("radio", name="Beta").click()
    page.evaluate("sessionStorage.clear(); localStorage.clear()")
    turn(page, "one", "answer", "page a side")
    expect(page.get_by_role("status")).to_have_count(0)
    expect(page.locator(".zq-option.zq-right")).to_have_text("✓Alpharight".replace("right", "Right"))
    expect(page.locator(".zq-judged")).to_contain_text("Later.")


def test_the_answer_looked_at_without_the_question_is_a_key(
    page_for: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = page_for()
    turn(page, "many", "answer")
    expect(page.get_by_role("status")).to_have_count(0)
    expect(page.locator(".zq-option.zq-right")).to_have_count(3)


def test_another_window_cannot_change_what_was_picked_in_this_one(
    ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("one")
    page.get_by_role("radio", name="Alpha").click()
    page.evaluate("""localStorage.zq = sessionStorage.zq.replace('"picks":[0]', '"picks":[1]')""")
    turn(page, "one", "answer")
    expect(page.get_by_role("status")).to_have_text("✓ Right")


def test_two_cards_in_one_page_each_keep_to_themselves(
    cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for("page a side")
    both = cards["one"].question + cards["many"].question
    show(page, both, cards["one"].css, "page a side")
    page.get_by_role("radio", name="Beta").click()
    page.get_by_role("checkbox", name="Health").click()
    expect(page.get_by_role("radiogroup", name="Which?").get_by_role("radio")).to_have_count(3)
    expect(page.get_by_role("group", name="Which drivers? Several may be right")).to_be_visible()
    expect(page.locator('[aria-checked="true"]')).to_have_count(2)
    show(page, cards["one"].answer + cards["many"].question, cards["one"].css, "page a side")
    expect(page.locator(".zq-option.zq-right")).to_have_count(1)
    expect(page.get_by_role("checkbox", disabled=False)).to_have_count(5)


def test_a_script_that_runs_twice_changes_nothing(
    cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for("page a side")
    script = cards["one"].question.partition("<script>")[2].partition("</script>")[0]
    twice = replace(cards["one"], question=f"{cards['one'].question}<script>{script}</script>")
    show(page, twice.question, twice.css, "page a side")
    expect(page.get_by_role("radio")).to_have_count(3)
    page.keyboard.press("Alt+1")
    expect(page.locator('[aria-checked="true"]')).to_have_count(1)


def test_the_verdict_comes_into_sight_below_a_long_question(
    ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("long", "page a side", width=360)
    page.get_by_role("radio", name="Beta").click()
    turn(page, "long", "answer", "page a side")
    expect(page.get_by_role("status")).to_be_in_viewport()


@pytest.mark.parametrize("side", ["question", "answer"])
def test_a_card_leaves_enter_and_space_to_anki(
    side: str, ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("one")
    page.evaluate(
        "document.addEventListener('keydown', event => { window.reached = !event.defaultPrevented })"
    )
    turn(page, "one", side)
    for pressed in ("Enter", "Space", "Tab", "e", "Control+z"):
        page.evaluate("window.reached = null")
        page.keyboard.press(pressed)
        assert page.evaluate("window.reached"), pressed


def test_a_further_right_answer_is_called_right_although_anki_strikes_it_out(
    page_for: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = page_for()
    turn(page, "typed", "answer")
    expect(page.get_by_role("status")).to_have_text("✓ Right")


def test_what_was_typed_otherwise_is_compared_and_not_judged(
    cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for()
    show(page, cards["typed"].answer.replace("<li>Xinhua</li>", ""), cards["typed"].css)
    expect(page.locator("code#typeans")).to_contain_text("Beijing")
    expect(page.get_by_role("status")).to_have_count(0)
