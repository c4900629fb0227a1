"""Cards for every eye: contrast as it is drawn, large print, the system's colours, and what apps add of their own."""

from collections.abc import Callable, Mapping
from json import dumps
from typing import Any

import pytest
from playwright.sync_api import Page

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank

CODE = dumps(
    "What is `x`?\n\n```\nfor index in range(10): print(index, 'a line that no telephone can show whole')\n\n```"
)
ENTRIES = (
    f"id: code\ntype: choice\nask: {CODE}\nhint: A `hint`.\n"
    "options: [{right: '`x` [t](https://a.b)'}, {wrong: b, why: No.}]",
    "id: many\ntype: multi\nask: All\noptions:\n"
    + "\n".join(f"- {'right' if place < 2 else 'wrong'}: Number {place}" for place in range(26)),
    "id: word\ntype: short\nask: One\nanswer: Beijing\naccept: [Peking]\nexplain: E\nsource: {section: start}",
    "id: turned\ntype: card\nfront: '**F** and `f`'\nback: \"B\\n\\n- a\\n- b\"\nreverse: true",
    "id: gap\ntype: cloze\ntext: A {{gap|hint}} here.",
    f"id: long\ntype: choice\nask: {'Sentence after sentence. ' * 160}\n"
    f"options: [{{right: {'word' * 60}}}, {{wrong: b}}]",
)
PICTURE = """
<div class="zq-picture"><img alt="A map" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'
 width='2000' height='3000'%3E%3Crect width='2000' height='3000'/%3E%3C/svg%3E"><small>Somebody, CC BY</small></div>"""

# The lowest contrast of any text that is seen, as the Web Content Accessibility Guidelines define it.
FAINTEST = """() => {
  const shares = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const found = shares(getComputedStyle(each).backgroundColor);
      if (found[3] === undefined || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  let faintest = [21, ''];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.tagName === 'SCRIPT') continue;
    const [a, b] = [light(shares(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < faintest[0]) faintest = [contrast, walker.currentNode.data.trim()];
  }
  return faintest;
}"""

# As the apps do: buttons, links, lists, typed answers and rulers with a look of their own.
HOST = """
* { box-sizing: content-box } body { margin: 20px } body.nightMode { background: #2c2c2c; color: #fcfcfc }
button { outline: none !important; background: #ccc; border: 1px solid red; font-size: 12px; padding: 8px 10px }
body button { font-size: 12px } body button:hover { background: black; box-shadow: 0 0 9px red; transition: all 1s }
body button:focus { border: 4px solid red } a { text-decoration: none; color: blue } hr { background: #666 }
.night_mode input#typeans { color: white; background: black } .night_mode .typeGood { background: #0f0 }
#typeans { width: 100% } .typeBad { background: #faa; color: black } img { max-width: 100%; max-height: 95vh }
"""


@pytest.fixture(scope="module")
def cards(bank_of: Callable[..., Bank], rendered: Callable[[bytes], Mapping[str, Any]]) -> Mapping[str, Any]:
    return rendered(export_package(bank_of(*ENTRIES), None, 0).package)


def pick_and_open(page: Page) -> None:
    for place in (0, 1):
        if page.locator(".zq-option").count() > place:
            page.locator(".zq-option").nth(place).click()
    if page.locator("summary").count():
        page.locator("summary").click()
    page.mouse.move(0, 0)


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_every_text_stands_out_from_what_it_is_drawn_on(
    night: bool, cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for()
    for name, card in cards.items():
        show(page, card.question, HOST + card.css, night=night)
        pick_and_open(page)
        asked = page.evaluate(FAINTEST)
        show(page, card.answer, card.css, night=night)
        for contrast, text in (asked, page.evaluate(FAINTEST)):
            assert contrast >= 4.5, (name, text)


@pytest.mark.parametrize("width", [320, 800])
@pytest.mark.parametrize(
    "large", ["", ".card { font-size: 36px !important }"], ids=["normal", "twice as large"]
)
def test_large_print_cuts_nothing_off(
    width: int, large: str, cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for("page a side", width)
    for name, card in cards.items():
        for side in (card.question, card.answer):
            show(page, side, HOST + card.css + large, "page a side")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            assert (
                page.evaluate("""[...document.querySelectorAll('pre, code, .zq-text, .zq-option')]
                .filter(each => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline')
                .length""")
                == 0
            ), name


def test_a_picture_is_shown_whole_and_what_it_shows_is_told(
    cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for("page a side", 360)
    card = cards["code"]
    show(page, card.question.replace("</pre>", "</pre>" + PICTURE), card.css, "page a side")
    box = page.get_by_role("img", name="A map").bounding_box()
    assert box
    assert (box["width"] <= 328, round(box["height"]) <= 490) == (True, True)
    assert round(box["height"] / box["width"], 1) == 1.5


def test_the_look_of_an_apps_own_buttons_stays_outside(
    cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    style = """() => { const {fontSize, backgroundColor, borderTopWidth, boxShadow, padding, transitionDuration} =
        getComputedStyle(document.querySelector('.zq-option'));
        return [fontSize, backgroundColor, borderTopWidth, boxShadow, padding, transitionDuration]; }"""
    looks = []
    for host in ("", HOST):
        page = page_for()
        show(page, cards["code"].question, host + cards["code"].css)
        page.locator(".zq-option").first.click()
        looks.append(page.evaluate(style))
    assert looks[0] == looks[1]


@pytest.mark.parametrize("host", ["", HOST], ids=["alone", "in an app"])
def test_what_has_the_focus_is_framed(
    host: str, cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for()
    show(page, cards["code"].question, host + cards["code"].css)
    for tag in ("BUTTON", "SUMMARY"):
        page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.tagName") == "A":
            page.keyboard.press("Tab")
        focused = page.evaluate("""() => { const style = getComputedStyle(document.activeElement);
            return [document.activeElement.tagName, style.outlineStyle, style.outlineWidth]; }""")
        assert focused == [tag, "solid", "3px"]


def test_picks_and_key_show_also_in_the_systems_own_colours(
    cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for()
    page.emulate_media(forced_colors="active")
    outlines = "[...document.querySelectorAll('.zq-option')].map(each => getComputedStyle(each).outlineStyle)"
    show(page, cards["many"].question, cards["many"].css)
    page.locator(".zq-option").nth(3).click()
    page.evaluate("document.activeElement.blur()")
    assert [place for place, style in enumerate(page.evaluate(outlines)) if style == "solid"] == [3]
    show(page, cards["many"].answer, cards["many"].css)
    assert page.evaluate(outlines).count("solid") in (2, 3)


def test_nothing_on_a_card_moves_by_itself(cards: Mapping[str, Any]) -> None:
    assert not any(
        word in card.css for card in cards.values() for word in ("animation", "@keyframes", "transition: a")
    )


def test_what_may_be_tapped_is_at_least_44_pixels_high(
    cards: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for("page a side", 320)
    for card in cards.values():
        show(page, card.question, card.css, "page a side")
        for target in page.locator(".zq-option, summary, input").all():
            box = target.bounding_box()
            assert box
            assert box["height"] >= 44
