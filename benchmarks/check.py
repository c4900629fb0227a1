"""What a full check of a large bank costs, as ratios to the C parser's bare loop over its events beside it.

Run: python benchmarks/check.py"""

import time
from collections.abc import Callable
from functools import partial

import yaml

from zhu_quiz.teach.checking import check_text
from zhu_quiz.teach.rule import rules

QUESTIONS = 10_000
SECTIONS = 20

NAMES = "Ada Boris Chen Dana Emil Fatma Goran Hana Ivo Juno".split()
VERBS = "painted wrote measured built described founded visited mapped taught repaired".split()
THINGS = "bridges novels comets engines orchids schools islands rivers clocks violins maps".split()

ENTRIES = (
    """type: choice
    ask: Which of these {things} was it that {name} {verb} in the town of K{number}?
    options:
      - right: The {things} of {number} streets
      - wrong: The {things} by the harbour
        why: They were {verb} by somebody else, long before {number}.
      - wrong: Those near the old market""",
    """type: true-false
    ask: In town {number}, {name} {verb} more {things} than anybody else.
    answer: {truth}""",
    """type: short
    ask: What did people in the town of K{number} call the {things} that {name} {verb}?
    answer: Stone {number}
    accept: [The stone {number}]""",
    """type: cloze
    text: "{name} {verb} the {things} of {{{{K{number}::a town}}}} in {{{{{number}::year}}}}.\"""",
    """type: card
    front: Who {verb} the {things} of K{number}?
    back: "{name}, in the year {number}\"""",
)


def bank_of(questions: int) -> str:
    """A bank of mixed questions whose words come back again and again, as they do in large ones."""
    text = ["format: zhu-quiz/1\nid: large\ntitle: Large\nsections:\n"]
    text += [f"  - {{id: s{number}, title: Section {number}}}\n" for number in range(SECTIONS)]
    text.append("questions:\n")
    for number in range(questions):
        entry = ENTRIES[number % len(ENTRIES)].format(
            number=number,
            name=NAMES[number % 10],
            verb=VERBS[number // 10 % 10],
            things=THINGS[number % 11],
            truth="true" if number % 2 else "false",
        )
        text.append(
            f"  - id: q{number}\n    {entry}\n"
            f"    explain: A chronicle of the town says so, and the names on the {number} stones agree with it.\n"
            f"    bloom: {'remember' if number % 2 else 'understand'}\n"
            f"    source: {{section: s{number % SECTIONS}, evidence: phrase {number} of it}}\n"
        )
    return "".join(text)


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Of the quickest round."""
    quickest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        quickest = min(quickest, time.perf_counter() - start)
    return quickest


def events(text: str) -> int:
    return sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader))


def main() -> None:
    rules()  # Reading the files of the rules is no part of a check.
    for count in (QUESTIONS // 10, QUESTIONS):
        text = bank_of(count)
        bare = seconds(partial(events, text))
        ours = seconds(partial(check_text, text))
        thorough = seconds(partial(check_text, text, thorough=True), rounds=1)
        print(
            f"{count:6} questions, {len(text) / 1e6:.1f} MB: {ours:5.2f} s,"
            f" {ours / bare:4.1f} x the events alone ({bare:.2f} s); all rules {thorough:5.2f} s"
        )


if __name__ == "__main__":
    main()
