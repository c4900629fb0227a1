"""What it costs to take progress along: 10 000 notes with 200 000 answers.

Run: python benchmarks/anki_progress.py"""

import resource
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.memory.days import study_day
from zhu_quiz.memory.parameters import Parameters
from zhu_quiz.memory.schedule import graded
from zhu_quiz.model.event import Review
from zhu_quiz.model.memory import NEW, Card, CardState, Grade
from zhu_quiz.model.moment import Moment
from zhu_quiz.progress import Journal
from zhu_quiz.progress.ids import id_after
from zhu_quiz.study.carried import progress

NOTES = 10_000
ROUNDS = 20
FIRST_MS = 1_700_000_000_000
ROUND_MS = 12 * 86_400_000


def bank_of(notes: int) -> Bank:
    entries = (
        f"- {{id: q{n}, type: short, ask: What is number {n}?, answer: word {n}}}\n" for n in range(notes)
    )
    return read_text("format: zhu-quiz/1\nid: large\ntitle: Large\nquestions:\n" + "".join(entries))


def answers(bank: Bank) -> Iterator[Review]:
    """Every card once a round."""
    chance, last, parameters = Random(1), "", Parameters()
    states: dict[Card, CardState] = {}
    for number in range(ROUNDS * len(bank.cards)):
        round, place = divmod(number, len(bank.cards))
        card, at = bank.cards[place], Moment(FIRST_MS + round * ROUND_MS + place * 8000, 0)
        last, before, grade = id_after(last, at.at_ms), states.get(card, NEW), chance.choice(list(Grade))
        day = study_day(at)
        after = states[card] = graded(before, card, grade, day, 1, parameters)
        yield Review(
            id=last, bank=bank.id, at_ms=at.at_ms, offset_minutes=0, study_day=day, card=card, revision=1,
            key_hash="0123456789ab", kind="choice", sitting=last, response=f"The right answer to {place}",
            fraction=1.0, chance=0.25, thinking_ms=5000, proposed=grade, grade=grade,
            reason="Right, in the usual time.", recall=0.9, before=before.memory, after=after.memory,
            due_day=after.due_day, parameters=parameters.id,
        )  # fmt: skip


if __name__ == "__main__":
    large = bank_of(NOTES)
    with TemporaryDirectory() as folder, Journal.open(Path(folder) / "progress.db") as journal:
        journal.merge(answers(large))
        now = Moment(FIRST_MS + ROUNDS * ROUND_MS, 0)
        progress(large, journal, now)  # The first reading rebuilds the states.
        start = time.perf_counter()
        known = progress(large, journal, now)
        read = time.perf_counter()
        exported = export_package(large, None, now.at_ms, progress=known)
        written = time.perf_counter()
        export_package(large, None, now.at_ms)
        bare = time.perf_counter()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{exported.carried:,} answers: read in {read - start:.2f} s, written in {written - read:.2f} s")
    print(f"  without them   {bare - written:.2f} s; at most {megabytes:.0f} MB in use")
