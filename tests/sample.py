"""A small bank on another matter, and a moment to learn it."""

from zhu_quiz.model.moment import Moment

MONDAY = Moment(1_767_603_600_000, 60)
"""5 January 2026, 10:00 an hour east of Greenwich."""
DAY_MS = 86_400_000


def later(moment: Moment, *, days: float = 0, seconds: float = 0) -> Moment:
    return Moment(moment.at_ms + int(days * DAY_MS + seconds * 1000), moment.offset_minutes)


HEAD = """\
format: zhu-quiz/1
id: planets
title: The planets
sections:
  - {id: inner, title: Inner planets}
  - {id: outer, title: Outer planets}
questions:
"""

QUESTIONS = """\
  - id: nearest
    type: choice
    ask: Which planet is nearest to the Sun?
    options:
      - right: Mercury
      - wrong: Venus
        why: It is the second.
      - wrong: Mars
      - wrong: Earth
    explain: Mercury needs 88 days for one round.
    hint: It is also the smallest one.
    source: {section: inner, evidence: nearest to the Sun}
  - id: red
    type: short
    ask: Which planet is called the red one?
    answer: Mars
    source: {section: inner}
  - id: moons
    type: number
    ask: How many moons has Mars?
    answer: 2
    source: {section: inner}
  - id: rings
    type: true-false
    ask: Saturn has rings.
    answer: true
    source: {section: outer}
  - id: giants
    type: multi
    ask: Which of these are giants?
    options:
      - right: Jupiter
      - right: Saturn
      - wrong: Venus
      - wrong: Mars
    source: {section: outer}
  - id: order
    type: order
    ask: Order them from the Sun outwards.
    items:
      - Venus
      - Earth
      - Mars
      - Jupiter
    source: {section: outer}
  - id: signs
    type: match
    ask: Match each planet with what it is known for.
    pairs:
      - item: Saturn
        match: rings
      - item: Jupiter
        match: a red spot
      - item: Mars
        match: red dust
    source: {section: outer}
  - id: gap
    type: cloze
    text: The Earth is the {{third}} planet.
    source: {section: inner}
  - id: pluto
    type: card
    front: What is Pluto?
    back: A dwarf planet
    reverse: true
    source: {section: outer}
"""

BANK = HEAD + QUESTIONS
