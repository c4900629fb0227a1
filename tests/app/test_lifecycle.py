"""However it ends, the terminal is as it was, and the exit code tells how."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from pathlib import Path

import pytest

PROGRAM = """
import sys
from pathlib import Path
from zhu_quiz.app import run
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study
from zhu_quiz.study.sitting import Sitting

bank = read_text('''
format: zhu-quiz/1
id: zhu
title: T
questions:
  - id: goal
    type: card
    front: Shall we begin?
    back: We shall.
''')
if "crash" in sys.argv:
    Sitting.answer = lambda *_, **__: 1 / 0
study = Study(bank, Journal.open(Path(sys.argv[1])))
try:
    code, farewell = run(study, lambda: Moment(1_790_000_000_000, 0), start="review")
except ZeroDivisionError as error:
    sys.exit(f"Told after the end: {error}")
if farewell:
    print(farewell)
sys.exit(code)
"""
RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")
"""Back from the alternate screen, the cursor to be seen, the mouse let go."""


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        self.child, self.end = pty.fork()
        if self.child == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execv(sys.executable, [sys.executable, "-c", PROGRAM, *arguments])
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.written = b""

    def read_until(self, text: bytes) -> None:
        while text not in self.written:
            assert self._read(), self.written

    def write(self, keys: bytes) -> None:
        os.write(self.end, keys)

    def exit_code(self) -> int:
        """Of the program, once it has written all it has to."""
        while self._read():
            pass
        _, status = os.waitpid(self.child, 0)
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> bytes:
        ready, _, _ = select.select([self.end], [], [], 30)
        try:
            found = os.read(self.end, 65536) if ready else b""
        except OSError:
            # So Linux says that the other side is closed.
            return b""
        self.written += found
        return found


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_ends_it_with_its_own_code(name: str, tmp_path: Path) -> None:
    terminal = Terminal(str(tmp_path / "progress.db"))
    terminal.read_until(b"Shall we begin?")
    os.kill(terminal.child, signal.Signals[name])
    assert terminal.exit_code() == 128 + signal.Signals[name]
    assert all(sequence in terminal.written for sequence in RESTORED)


def test_a_closed_window_ends_it(tmp_path: Path) -> None:
    terminal = Terminal(str(tmp_path / "progress.db"))
    terminal.read_until(b"Shall we begin?")
    os.close(terminal.end)
    _, status = os.waitpid(terminal.child, 0)
    assert os.waitstatus_to_exitcode(status) in (128 + signal.SIGHUP, -signal.SIGHUP)


def test_a_fault_of_ours_restores_the_terminal_and_is_no_success(tmp_path: Path) -> None:
    terminal = Terminal(str(tmp_path / "progress.db"), "crash")
    terminal.read_until(b"Shall we begin?")
    terminal.write(b" ")
    terminal.read_until(b"We shall.")
    terminal.write(b"3")
    assert terminal.exit_code() == 1
    assert all(sequence in terminal.written for sequence in RESTORED)
    assert b"Told after the end: division by zero" in terminal.written.rpartition(RESTORED[0])[2]
    assert b"Traceback" not in terminal.written


def test_leaving_leaves_the_summary_in_the_terminal(tmp_path: Path) -> None:
    terminal = Terminal(str(tmp_path / "progress.db"))
    terminal.read_until(b"Shall we begin?")
    terminal.write(b" ")
    terminal.read_until(b"We shall.")
    terminal.write(b"3")
    terminal.read_until(b"Next review")
    terminal.write(b"q")
    assert terminal.exit_code() == 0
    assert b"1 answered" in terminal.written.rpartition(RESTORED[0])[2]


def test_a_killed_app_loses_no_answer_and_goes_on_where_it_was(tmp_path: Path) -> None:
    terminal = Terminal(str(tmp_path / "progress.db"))
    terminal.read_until(b"Shall we begin?")
    terminal.write(b" ")
    terminal.read_until(b"We shall.")
    terminal.write(b"1")
    terminal.read_until(b"asked again")
    os.kill(terminal.child, signal.SIGKILL)
    assert terminal.exit_code() == -signal.SIGKILL
    again = Terminal(str(tmp_path / "progress.db"))
    again.read_until(b"asked again")
    os.kill(again.child, signal.SIGTERM)
    assert again.exit_code() == 128 + signal.SIGTERM
