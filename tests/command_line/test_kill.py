"""A terminal may be killed at any moment; what was acknowledged is there afterwards."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from zhu_quiz.model.event import Review
from zhu_quiz.progress import Journal

KILLS = int(os.environ.get("KILLS", "10"))


def test_no_acknowledged_answer_is_lost_when_the_program_is_killed(
    home: Path, environment: dict[str, str]
) -> None:
    chance = random.Random(7)
    acknowledged = sum(_play_until_killed(environment, home, chance) for _ in range(KILLS))
    with Journal.open(home / "progress.db") as journal:
        reviews = [event for event in journal.events("planets") if isinstance(event, Review)]
        assert journal.check() == []
    assert acknowledged > 0
    assert acknowledged <= len(reviews) <= acknowledged + KILLS


def _play_until_killed(environment: dict[str, str], home: Path, chance: random.Random) -> int:
    """How many answers the program said to have saved."""
    player = subprocess.Popen(
        [sys.executable, "-m", "zhu_quiz", "review", "--plain"],
        cwd=home, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1,
    )  # fmt: skip
    assert player.stdin
    assert player.stdout
    saved, lines_to_live = 0, chance.randint(3, 60)
    for line in player.stdout:
        saved += line.startswith("Saved as")
        lines_to_live -= 1
        if lines_to_live == 0:
            player.send_signal(signal.SIGKILL)
        if line.startswith(("Type", "Recall", "How well", "Enter goes on")):
            try:
                player.stdin.write("\n" if line.startswith(("Recall", "Enter", "How")) else ":x\n")
                player.stdin.flush()
            except BrokenPipeError:
                break
    player.wait()
    return saved
