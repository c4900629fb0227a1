"""Questions with options, answered in a browser."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank

APPS = pytest.mark.parametrize("app", ["desktop", "page a side", "page a side, no storage"])
APPS_THAT_REMEMBER = pytest.mark.parametrize("app", ["desktop", "page a side"])

ENTRIES = (
    """\
id: one
type: choice
ask: Which university?
options:
- right: Los Angeles
  why: "Yes: it was there."
- wrong: Berkeley
  why: Near, but another one.
- wrong: Stanford
- wrong: None of these
  pin: last
explain: It says so.
hint: A large city.""",
    """\
id: many
type: multi
ask: Which drivers?
options:
- right: Conviction
- right: Ambition
- right: Politics
- wrong: Health
  why: Never mentioned.
- wrong: Money""",
    """\
id: fixed
type: choice
shuffle: false
ask: Which letter?
options:
- wrong: Alpha
- right: Beta
- wrong: Gamma
- wrong: Delta
- wrong: Epsilon""",
    "id: said\ntype: true-false\nask: It is so.\nanswer: false",
)

LONG_AGO = """
window.zqPicks = sessionStorage.zq.replace(/"at":\\d+/, '"at":5');
sessionStorage.zq = localStorage.zq = window.zqPicks;"""

PLACES = """[...document.querySelectorAll('.zq-question, .zq-option')]
.map(each => each.getBoundingClientRect().toJSON())"""


@pytest.fixture(scope="module")
def cards(bank_of: Callable[..., Bank], rendered: Callable[[bytes], Mapping[str, Any]]) -> Mapping[str, Any]:
    return rendered(export_package(bank_of(*ENTRIES), None, 0).package)


def options(page: Page) -> list[str]:
    return page.locator(".zq-text").all_inner_texts()


def picked(page: Page) -> list[str]:
    return page.locator('.zq-option[aria-checked="true"] .zq-text').all_inner_texts()


@APPS
def test_both_sides_show_all_options_in_one_order(
    app: str, ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("one", app)
    asked = options(page)
    turn(page, "one", "answer", app)
    assert options(page) == asked
    assert sorted(asked) == ["Berkeley", "Los Angeles", "None of these", "Stanford"]
    assert asked[-1] == "None of these"


def test_the_order_changes_from_day_to_day_and_every_option_comes_first(
    ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("many")
    orders = set()
    for day in range(1, 29):
        page.clock.set_fixed_time(f"2027-02-{day:02}T12:00:00Z")
        turn(page, "many", "question")
        orders.add(tuple(options(page)))
    assert len(orders) > 20
    assert {order[0] for order in orders} == {"Conviction", "Ambition", "Politics", "Health", "Money"}


def test_midnight_between_the_sides_changes_nothing(
    ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("many")
    page.clock.set_fixed_time("2027-02-03T23:59:50Z")
    turn(page, "many", "question")
    asked = options(page)
    page.clock.set_fixed_time("2027-02-04T00:00:10Z")
    turn(page, "many", "answer")
    assert options(page) == asked


@pytest.mark.parametrize("name", ["fixed", "said"])
def test_what_is_not_shuffled_keeps_the_order_of_the_file(name: str, ask: Callable[..., Page]) -> None:
    expected = {"fixed": ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"], "said": ["True", "False"]}
    assert options(ask(name)) == expected[name]


@APPS_THAT_REMEMBER
def test_a_right_pick_is_called_right(app: str, ask: Callable[..., Page], turn: Callable[..., None]) -> None:
    page = ask("one", app)
    page.get_by_role("radio", name="Los Angeles").click()
    turn(page, "one", "answer", app)
    expect(page.get_by_role("status")).to_have_text("✓ Right")
    expect(page.locator(".zq-judged")).to_contain_text("Yes: it was there.")
    expect(page.get_by_role("radio", name="Los Angeles")).to_contain_text("✓")


@APPS_THAT_REMEMBER
def test_a_wrong_pick_is_told_why_it_tempts(
    app: str, ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("one", app)
    page.get_by_role("radio", name="Los Angeles").click()
    page.get_by_role("radio", name="Berkeley").click()
    turn(page, "one", "answer", app)
    expect(page.get_by_role("status")).to_have_text("✗ Not yet")
    expect(page.locator(".zq-judged")).to_contain_text("Near, but another one.")
    expect(page.locator(".zq-judged")).not_to_contain_text("it was there")
    expect(page.get_by_role("radio", name="Berkeley")).to_contain_text("your answer")
    expect(page.get_by_role("radio", name="Los Angeles")).to_contain_text("✓")


@APPS
@pytest.mark.parametrize("name", ["one", "many"])
def test_without_a_known_pick_the_key_is_shown_and_nobody_is_judged(
    name: str, app: str, ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask(name, app)
    if app.endswith("no storage"):
        page.locator(".zq-option").first.click()
    turn(page, name, "answer", app)
    expect(page.get_by_role("status")).to_have_count(0)
    expect(page.locator(".zq-option.zq-right")).to_have_count(1 if name == "one" else 3)
    expect(page.locator(".zq-option.zq-wrong")).to_have_count(0)
    expect(page.locator(".zq-why:visible")).to_have_count(2 if name == "one" else 1)


@APPS_THAT_REMEMBER
def test_the_pick_of_an_earlier_round_is_forgotten(
    app: str, ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("one", app)
    page.get_by_role("radio", name="Berkeley").click()
    turn(page, "one", "answer", app)
    turn(page, "one", "question", app)
    assert picked(page) == []
    turn(page, "one", "answer", app)
    expect(page.get_by_role("status")).to_have_count(0)


@APPS_THAT_REMEMBER
def test_the_pick_of_another_card_or_of_long_ago_does_not_count(
    app: str, ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("one", app)
    page.get_by_role("radio", name="Berkeley").click()
    turn(page, "many", "answer", app)
    expect(page.get_by_role("status")).to_have_count(0)
    page.evaluate(LONG_AGO)
    turn(page, "one", "answer", app)
    expect(page.get_by_role("status")).to_have_count(0)


@APPS_THAT_REMEMBER
@pytest.mark.parametrize(
    ("picks", "verdict"),
    [
        (["Ambition", "Conviction", "Politics"], "✓ Right"),
        (["Ambition", "Politics"], "✗ Not yet"),
        (["Ambition", "Conviction", "Politics", "Health"], "✗ Not yet"),
    ],
)
def test_several_picks_are_right_when_they_are_all_and_nothing_else(
    picks: list[str], verdict: str, app: str, ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("many", app)
    for pick in (*picks, "Money", "Money"):
        page.get_by_role("checkbox", name=pick).click()
    assert sorted(picked(page)) == sorted(picks)
    turn(page, "many", "answer", app)
    expect(page.get_by_role("status")).to_contain_text(verdict)
    assert page.locator(".zq-remark").count() == ("Health" in picks)
    assert page.get_by_text("missed", exact=True).count() == len(
        {"Ambition", "Conviction", "Politics"} - set(picks)
    )


def test_everything_is_done_by_keyboard(ask: Callable[..., Page], turn: Callable[..., None]) -> None:
    page = ask("fixed")
    page.keyboard.press("Alt+4")
    assert picked(page) == ["Delta"]
    page.keyboard.press("ArrowUp")
    assert picked(page) == ["Gamma"]
    page.keyboard.press("2")
    assert picked(page) == ["Beta"]
    turn(page, "fixed", "answer")
    expect(page.get_by_role("status")).to_have_text("✓ Right")


def test_tab_space_and_arrows_work_where_several_may_be_right(ask: Callable[..., Page]) -> None:
    page = ask("many")
    inside = options(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert picked(page) == [inside[0], inside[2]]


def test_keys_after_the_answer_pick_nothing(ask: Callable[..., Page], turn: Callable[..., None]) -> None:
    page = ask("fixed")
    turn(page, "fixed", "answer")
    page.keyboard.press("Alt+1")
    page.locator(".zq-option").first.click(force=True)
    assert picked(page) == []


def test_nothing_moves_when_the_card_is_turned(ask: Callable[..., Page], turn: Callable[..., None]) -> None:
    page = ask("one", width=375)
    page.get_by_role("radio", name="Berkeley").click()
    before = page.evaluate(PLACES)
    turn(page, "one", "answer")
    assert page.evaluate(PLACES) == before


def test_a_screen_reader_is_told_what_there_is(ask: Callable[..., Page], turn: Callable[..., None]) -> None:
    page = ask("one")
    expect(page.get_by_role("radiogroup", name="Which university?").get_by_role("radio")).to_have_count(4)
    page.get_by_role("radio", name="Berkeley").click()
    expect(page.get_by_role("radio", name="Berkeley")).to_be_checked()
    turn(page, "one", "answer")
    expect(page.get_by_role("radio", name="Los Angeles right")).to_have_count(1)
    expect(page.get_by_role("radio", name="Berkeley wrong your answer")).to_be_checked()


def test_without_scripts_the_question_can_be_read_and_the_key_looked_up(
    ask: Callable[..., Page], turn: Callable[..., None]
) -> None:
    page = ask("one", "page a side", scripts=False)
    expect(page.get_by_role("listitem")).to_have_count(4)
    assert not page.get_by_text("Right: 1").is_visible()
    assert not page.get_by_text("Near, but another one.").is_visible()
    turn(page, "one", "answer", "page a side")
    assert page.get_by_text("Right: 1").is_visible()
    assert page.get_by_text("Near, but another one.").is_visible()
