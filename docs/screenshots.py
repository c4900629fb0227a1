"""Draws the pictures of the documents: the app itself, played on the bank that comes along."""

import asyncio
import re
import tempfile
from pathlib import Path

from zhu_quiz.app.app import QuizApp
from zhu_quiz.bank import read_bank
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study

TOP = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
NOW = Moment(1_790_000_000_000, 60)
SIZE = (80, 24)

# Fonts from elsewhere would load on no page that shows the picture.
WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def drawn() -> dict[str, str]:
    """The pictures by name, as SVG: the first question is answered wrongly on the way."""
    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "progress.db") as journal:
        study = Study(read_bank(TOP / "questions.yaml"), journal)
        app = QuizApp(study, lambda: NOW, ticks=lambda: 0.0)
        pictures = {}
        async with app.run_test(size=SIZE) as pilot:
            for name, key in (("home", "enter"), ("question", "1"), ("feedback", "enter")):
                await pilot.pause()
                pictures[name] = _picture(app, name)
                await pilot.press(key)
        return pictures


def _picture(app: QuizApp, name: str) -> str:
    picture = WEB_FONT.sub("", app.export_screenshot(title="zhu-quiz"))
    # The export names its styles after the moment.
    return re.sub(r"terminal-\d+", f"terminal-{name}", picture)


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    for name, picture in asyncio.run(drawn()).items():
        (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
