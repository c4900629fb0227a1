"""How long a learner waits: commands beside a bare interpreter, the first screen beside a bare Textual app."""

import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TIMES = 7
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Type the number")
Hello().run()
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = {
            **kept,
            "ZHU_QUIZ_DB": f"{folder}/progress.db",
            "XDG_CACHE_HOME": folder,
            "TERM": "xterm-256color",
        }
        quiz = [sys.executable, "-m", "zhu_quiz"]
        bare = _command([sys.executable, "-c", "pass"], environment)
        for words in (["--help"], ["due", "--short"]):
            took = _command([*quiz, *words], environment)
            print(
                f"zhu-quiz {' '.join(words):<12} {took * 1000:5.0f} ms, {took / bare:.1f} x a bare interpreter"
            )
        hello = _first_paint([sys.executable, "-c", HELLO], environment, "Type the number")
        # A learner's first screen says what the first section is about; the question comes with the next key.
        took = _first_paint([*quiz, "review"], environment, "part is about")
        print(
            f"zhu-quiz review      {took * 1000:6.0f} ms to the first screen, {took / hello:.2f} x a bare Textual app"
        )


def _command(words: list[str], environment: dict[str, str]) -> float:
    return _median(lambda: subprocess.run(words, env=environment, capture_output=True, check=True))


def _first_paint(words: list[str], environment: dict[str, str], text: str) -> float:
    def paint() -> None:
        process, terminal = pty.fork()
        if process == 0:
            os.environ.update(environment, COLUMNS="80", LINES="24")
            os.execvp(words[0], words)
        seen = b""
        while text.encode() not in seen and select.select([terminal], [], [], 20)[0]:
            seen += os.read(terminal, 65536)
        os.kill(process, 9)
        os.waitpid(process, 0)
        os.close(terminal)

    return _median(paint)


def _median(run: Callable[[], object]) -> float:
    run()
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    os.chdir(Path(__file__).parents[1])
    main()
