"""Draws the pictures of the documents: the app itself, played on the bank that comes along."""

import asyncio
import re
import tempfile
from itertools import count
from pathlib import Path

from textual.app import App

from zhu_quiz.app.app import QuizApp
from zhu_quiz.app.preview_app import PreviewApp
from zhu_quiz.bank import read_bank
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.teach.checking import check_text

TOP = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
NOW = Moment(1_790_000_000_000, 60)
SIZE = (80, 24)
WIDE = (120, 30)

# Fonts from elsewhere would load on no page that shows the picture.
WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def drawn() -> dict[str, str]:
    """The pictures by name, as SVG."""
    return {**await _review(), "preview": await _preview()}


async def _review() -> dict[str, str]:
    """The first question is answered wrongly on the way."""
    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "progress.db") as journal:
        study = Study(read_bank(TOP / "questions.yaml"), journal)
        ticks = count(step=10)
        app = QuizApp(study, lambda: NOW, ticks=lambda: float(next(ticks)))
        pictures = {}
        async with app.run_test(size=SIZE) as pilot:
            steps = (("home", "enter"), ("introduction", "enter"), ("question", "1"), ("feedback", "enter"))
            for name, key in steps:
                await pilot.pause()
                pictures[name] = _picture(app, name)
                await pilot.press(key)
        return pictures


async def _preview() -> str:
    """A question in which a teacher has just put an option that teaches badly."""
    text = (TOP / "questions.yaml").read_text(encoding="utf-8")
    edited = text.replace("wrong: University of California, Santa Barbara", "wrong: None of the above")
    checked = check_text(edited)
    app = PreviewApp(Path("questions.yaml"), checked, lambda: checked, first="us-employer", is_watching=False)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        return _picture(app, "preview")


def _picture(app: App[None], name: str) -> str:
    picture = WEB_FONT.sub("", app.export_screenshot(title="zhu-quiz"))
    # The export names its styles after the moment.
    return re.sub(r"terminal-\d+", f"terminal-{name}", picture)


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    for name, picture in asyncio.run(drawn()).items():
        (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
