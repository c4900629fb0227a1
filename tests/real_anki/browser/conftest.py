"""Cards as real Anki renders them, in a real browser, as the different apps show them."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from playwright.sync_api import Browser, Page, Route, sync_playwright

ARGUMENTS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync"""

# As Anki's desktop reviewer does it: the same page for all sides, the scripts of each run anew.
SAME_PAGE = """html => {
  const place = document.getElementById('qa');
  place.innerHTML = html;
  for (const script of place.querySelectorAll('script')) {
    const copy = document.createElement('script');
    copy.text = script.text;
    script.replaceWith(copy);
  }
}"""

DENIED = """for (const name of ['sessionStorage', 'localStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });"""

ADDRESS = "http://card.test/"


@dataclass(frozen=True)
class Sides:
    question: str
    answer: str
    css: str


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        if os.environ.get("ZHU_QUIZ_REQUIRE_BROWSER") == "1":
            pytest.fail("ZHU_QUIZ_REQUIRE_BROWSER is set, but neither Chromium nor Chrome is installed")
        pytest.skip("neither Chromium nor Chrome is installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS.split())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Mapping[str, Sides]]:
    """Both sides of each card of a package, rendered by Anki; by question, and `~2` for a second card."""

    def render(package: bytes) -> Mapping[str, Sides]:
        folder = tmp_path_factory.mktemp("anki")
        (folder / "deck.apkg").write_bytes(package)
        collection = Collection(str(folder / "collection.anki2"))
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(folder / "deck.apkg")))
        sides = {}
        for cid in collection.find_cards(""):
            card = collection.get_card(cid)
            shown, note = card.render_output(), card.note()
            typed = collection.compare_answer(note["Answer"], "Xinhua") if "Answer" in note else ""
            name = note["ID"].partition("/")[2] + ("~2" if card.ord else "")
            sides[name] = Sides(
                shown.question_text.replace(
                    "[[type:Answer]]", "<center><input type=text id=typeans></center>"
                ),
                shown.answer_text.replace("[[type:Answer]]", f"<div>{typed}</div>"),
                shown.css,
            )
        collection.close()
        return sides

    return render


@pytest.fixture
def troubles() -> Iterator[list[str]]:
    """What a page complained of or fetched; there must be nothing."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def page_for(chromium: Browser, troubles: list[str]) -> Iterator[Callable[..., Page]]:
    """An empty page of one of the apps."""
    pages: list[Page] = []

    def opened(app: str = "desktop", width: int = 800, *, scripts: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 700},
            java_script_enabled=scripts,
            locale="en",
            timezone_id="UTC",
        )
        if app.endswith("no storage"):
            context.add_init_script(DENIED)
        context.set_default_timeout(5_000)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: troubles.append(dialog.message))
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.context.close()


@pytest.fixture
def show(troubles: list[str]) -> Callable[..., None]:
    """Shows one side of a card, as the app does."""
    documents = dict[Page, str]()

    def answer(route: Route) -> None:
        if route.request.url != ADDRESS:
            troubles.append(f"fetched {route.request.url}")
        route.fulfill(body=documents[route.request.frame.page], content_type="text/html; charset=utf-8")

    def shown(page: Page, html: str, css: str, app: str = "desktop", *, night: bool = False) -> None:
        is_new = page not in documents
        is_same_page = app == "desktop"
        documents[page] = (
            "<!doctype html><html lang=en><head><title>Anki</title><link rel=icon href='data:,'>"
            f"<meta name=viewport content='width=device-width'><style>{css}</style></head>"
            f"<body class='card card1 {'nightMode' if night else ''}'>"
            f"<div id=qa>{'' if is_same_page else html}</div></body></html>"
        )
        if is_new:
            page.route("**/*", answer)
        if is_new or not is_same_page:
            page.goto(ADDRESS)
        if is_same_page:
            page.evaluate(SAME_PAGE, html)

    return shown


@pytest.fixture
def turn(cards: Mapping[str, Any], show: Callable[..., None]) -> Callable[..., None]:
    """Turns a page to one side of a card of the module's own `cards`."""

    def turned(page: Page, name: str, side: str, app: str = "desktop") -> None:
        show(page, getattr(cards[name], side), cards[name].css, app)

    return turned


@pytest.fixture
def ask(page_for: Callable[..., Page], turn: Callable[..., None]) -> Callable[..., Page]:
    """A new page with the question side of a card."""

    def asked(name: str, app: str = "desktop", **options: Any) -> Page:
        page = page_for(app, **options)
        turn(page, name, "question", app)
        return page

    return asked
