"""Run as a process of its own: waits for a line, then appends to each file and names what is saved."""

import sys
from pathlib import Path
from typing import Any

from zhu_quiz.model.event import Action, CardAction
from zhu_quiz.model.memory import NEW, Card, CardState
from zhu_quiz.progress import Journal
from zhu_quiz.progress.migrations import migrations

CARD = Card("us-employer")


def append_and_count(journal: Journal) -> str:
    """One event more in the log, one more in the state: they must never come apart."""
    with journal.writing():
        stamp: dict[str, Any] = {
            "id": journal.new_id(0),
            "bank": "zhu",
            "at_ms": 0,
            "offset_minutes": 0,
            "study_day": 1,
        }
        event = CardAction(**stamp, card=CARD, action=Action.FLAG)
        journal.append(event)
        journal.keep("zhu", {CARD: CardState(reps=(journal.state("zhu", CARD) or NEW).reps + 1)})
    return event.id


if __name__ == "__main__":
    assert migrations, "imported ahead, so that several processes open the file at the same instant"
    print("ready", flush=True)
    sys.stdin.readline()
    for path in map(Path, sys.argv[2:]):
        with Journal.open(path) as opened:
            for _ in range(int(sys.argv[1])):
                print(append_and_count(opened), flush=True)
