"""Cards of all note types in a browser: on a telephone, at night, and with hostile text."""

from collections.abc import Callable, Mapping
from json import dumps
from typing import Any

import pytest
from playwright.sync_api import Page

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank

WIDTHS = pytest.mark.parametrize("width", [320, 375, 900])
SIDES = pytest.mark.parametrize("side", ["question", "answer"])
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente und noch viel mehr davon, ohne Ende"
PAYLOAD = dumps(
    "</span></div><script>window.owned = 1</script><img src=x onerror='window.owned = 1'>"
    "<svg onload='window.owned = 1'> [t](javascript:window.owned=1) \" onmouseover=window.owned=1"
    " {{c1::x}} [sound:a.mp3]"
)


@pytest.fixture(scope="module")
def everything(
    nine_kinds: Bank, bank_of: Callable[..., Bank], rendered: Callable[[bytes], Mapping[str, Any]]
) -> Mapping[str, Any]:
    long = f"id: long\ntype: choice\nask: {LONG}\nhint: {LONG}\noptions:\n- right: {LONG}\n- wrong: a"
    packages = [export_package(bank, None, 0).package for bank in (nine_kinds, bank_of(long))]
    return {**rendered(packages[0]), **rendered(packages[1])}


@pytest.fixture(scope="module")
def hostile(
    bank_of: Callable[..., Bank], rendered: Callable[[bytes], Mapping[str, Any]]
) -> Mapping[str, Any]:
    gaps = dumps("A {{gap::<img src=x onerror=window.owned=1>}} <script>window.owned = 1</script>")
    entries = {
        "choice": f"ask: {PAYLOAD}\noptions:\n- right: {PAYLOAD}\n  why: {PAYLOAD}\n- wrong: a",
        "short": f"ask: {PAYLOAD}\nanswer: {PAYLOAD}\naccept: [other]",
        "card": f"front: {PAYLOAD}\nback: {PAYLOAD}\nreverse: true",
        "cloze": f"text: {gaps}",
    }
    more = f"explain: {PAYLOAD}\nhint: {PAYLOAD}"
    bank = bank_of(*(f"id: {kind}\ntype: {kind}\n{text}\n{more}" for kind, text in entries.items()))
    return rendered(export_package(bank, None, 0).package)


@SIDES
@WIDTHS
@pytest.mark.parametrize("night", [False, True])
def test_every_card_fits_the_width_of_the_screen(
    width: int, side: str, night: bool, everything: Mapping[str, Any], page_for: Callable[..., Page],
    show: Callable[..., None],
) -> None:  # fmt: skip
    page = page_for("page a side", width)
    for name, card in everything.items():
        show(page, getattr(card, side), card.css, "page a side", night=night)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_what_is_to_be_tapped_is_large_enough_for_a_finger(
    everything: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for("page a side", 320)
    for card in everything.values():
        show(page, card.question, card.css, "page a side")
        for target in page.locator(".zq-option, .zq-hint summary, input").all():
            box = target.bounding_box()
            assert box
            assert box["height"] >= 40


@SIDES
@pytest.mark.parametrize("app", ["desktop", "page a side"])
def test_hostile_text_does_nothing(
    app: str, side: str, hostile: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for(app)
    for name, card in hostile.items():
        show(page, getattr(card, side), card.css, app)
        for hint in page.locator("summary:visible").all():
            hint.click()
        page.mouse.move(400, 60)
        assert page.evaluate("window.owned") is None, name
        assert "onerror" in page.locator("#qa").inner_text() or name == "cloze"


def test_a_hint_opens_by_keyboard_and_is_gone_on_the_other_side(
    everything: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for()
    card = everything["long"]
    show(page, card.question, card.css)
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    show(page, card.answer, card.css)
    assert not page.locator("details").is_visible()


def test_the_answer_of_a_flashcard_is_where_anki_scrolls_to(
    everything: Mapping[str, Any], page_for: Callable[..., Page], show: Callable[..., None]
) -> None:
    page = page_for()
    (card,) = [card for card in everything.values() if "zq-answer" in card.answer][:1]
    show(page, card.answer, card.css)
    assert page.locator("#answer").count() == 1


@SIDES
def test_a_retired_card_says_so(
    side: str, bank_of: Callable[..., Bank], rendered: Callable[[bytes], Mapping[str, Any]],
    page_for: Callable[..., Page], show: Callable[..., None],
) -> None:  # fmt: skip
    entry = "type: card\nfront: F\nback: B\n"
    before = export_package(bank_of(entry + "id: old", entry + "id: young"), None, 0).package
    cards = rendered(export_package(bank_of(entry + "id: young"), before, 0).package)
    page = page_for("page a side")
    notices = {}
    for name in ("old", "young"):
        show(page, getattr(cards[name], side), cards[name].css, "page a side")
        notices[name] = page.evaluate("getComputedStyle(document.querySelector('.zq'), '::before').content")
    assert "retired" in notices["old"]
    assert notices["young"] == "none"
