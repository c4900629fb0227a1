"""Takes the pictures of docs/for-anki-users.md: cards of the bank that comes along, rendered by Anki, in Chromium."""

import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import anki.collection  # noqa: F401  # first: the other modules of anki import each other in a circle
from anki.collection import Collection, ImportAnkiPackageRequest
from playwright.sync_api import Browser, Page, sync_playwright

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import read_bank

TOP = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
DAY = "2027-02-08T12:00:00Z"


class Shot(NamedTuple):
    question: str
    side: str
    width: int
    pick: str = ""
    """The option that was clicked, or what was typed."""
    night: bool = False


PANELS = {
    "anki-choice": (
        Shot("us-employer", "question", 560, "University of Southern California"),
        Shot("us-employer", "answer", 560, "University of Southern California"),
    ),
    "anki-night": (
        Shot("drivers", "question", 360, "Ambition in his profession", night=True),
        Shot("drivers", "answer", 360, "Ambition in his profession", night=True),
    ),
    "anki-kinds": (
        Shot("administration", "answer", 360, "President Trump"),
        Shot("blend", "answer", 360),
        Shot("timeline", "answer", 360),
    ),
}

CARD = """<!doctype html><meta name=viewport content="width=device-width"><style>{css}</style>
<body class="card card1{night}"><div id=qa>{html}</div>"""
PANEL = """<style>
body { margin: 0; display: inline-flex; gap: 16px; align-items: start; padding: 16px; background: #9aa3ab }
img { border-radius: 10px }</style>"""


@contextmanager
def imported() -> Iterator[Collection]:
    """A collection that holds the bank."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "deck.apkg"
        package.write_bytes(export_package(read_bank(TOP / "questions.yaml"), None, 0).package)
        collection = Collection(str(Path(folder) / "collection.anki2"))
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package)))
        yield collection
        collection.close()


def shot(page: Page, collection: Collection, wanted: Shot) -> str:
    """One side of a card, as an image in HTML."""
    (cid,) = collection.find_cards(f'"ID:*/{wanted.question}"')
    card = collection.get_card(cid)
    sides, note = card.render_output(), card.note()
    typed = collection.compare_answer(note["Answer"], wanted.pick) if "Answer" in note else ""
    page.set_viewport_size({"width": wanted.width, "height": 100})
    page.clock.set_fixed_time(DAY)
    night = " nightMode" if wanted.night else ""
    page.set_content(CARD.format(css=sides.css, html=sides.question_text, night=night))
    for picked in page.locator(".zq-option", has_text=wanted.pick).all() if wanted.pick else ():
        picked.click()
        picked.blur()
    if wanted.side == "answer":
        answer = sides.answer_text.replace("[[type:Answer]]", typed)
        page.set_content(CARD.format(css=sides.css, html=answer, night=night))
    image = base64.b64encode(page.screenshot(full_page=True)).decode()
    return f'<img style="width: {wanted.width}px" src="data:image/png;base64,{image}">'


def panel(browser: Browser, collection: Collection, shots: tuple[Shot, ...]) -> bytes:
    """Some sides next to each other, as WebP."""
    context = browser.new_context(device_scale_factor=1.5, locale="en", timezone_id="UTC")
    page = context.new_page()
    images = [shot(page, collection, each) for each in shots]
    page.set_content(PANEL + "".join(images))
    page.wait_for_function("[...document.images].every(each => each.complete)")
    box = page.locator("body").bounding_box()
    assert box
    page.set_viewport_size({"width": round(box["width"]), "height": round(box["height"])})
    options = {"format": "webp", "quality": 82}
    taken = context.new_cdp_session(page).send("Page.captureScreenshot", options)
    context.close()
    return base64.b64decode(taken["data"])


def main() -> int:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with imported() as collection, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for name, shots in PANELS.items():
            (PICTURES / f"{name}.webp").write_bytes(panel(browser, collection, shots))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
