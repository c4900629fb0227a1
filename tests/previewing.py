"""The preview of a bank in a file, and what a teacher would see and do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from zhu_quiz.app.preview_app import PreviewApp
from zhu_quiz.bank.cache import read_bytes
from zhu_quiz.bank.reader import read_closely
from zhu_quiz.teach.checking import Checked, check_text

KEYS = {" ": "space", ".": "full_stop", ",": "comma", "-": "minus"}
PATIENCE = 400
"""Looks at the screen before a test gives up; each waits for the app to be idle."""


class Preview:
    def __init__(self, path: Path, first: str, has_rules: bool) -> None:
        self.path = path
        self._has_rules = has_rules
        self.app = PreviewApp(path, self.read(), self.read, first=first)

    def read(self) -> Checked:
        if self._has_rules:
            return check_text(read_bytes(self.path), self.path)
        reading = read_closely(read_bytes(self.path), self.path)
        return Checked(bank=reading.bank, text=reading.text, reading=reading)

    @asynccontextmanager
    async def running(self, width: int = 80, height: int = 24) -> AsyncIterator["Preview"]:
        async with self.app.run_test(size=(width, height)) as pilot:
            self.pilot = pilot
            await pilot.pause()
            yield self

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        await self.press(*(KEYS.get(sign, sign) for sign in text))

    def save(self, before: str, after: str) -> None:
        text = self.path.read_text(encoding="utf-8")
        assert before in text
        self.path.write_text(text.replace(before, after), encoding="utf-8")

    async def until(self, text: str) -> None:
        """Waits for a text to be seen."""
        for _ in range(PATIENCE):
            if text in self.words:
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"never seen: {text}\n{self.seen}")

    @property
    def seen(self) -> str:
        return "\n".join(line.text.rstrip() for line in self.app.screen._compositor.render_strips())

    @property
    def words(self) -> str:
        return " ".join(self.seen.split())
