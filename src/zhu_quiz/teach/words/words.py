"""The lists that a language must give. An entry is written in small letters and may be several words."""

import re
from dataclasses import dataclass

Entries = frozenset[str]

NOTHING: Entries = frozenset()
NEVER = re.compile(r"(?!)")
"""For what a language has not: it is found in no text."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the rules must know of a language; a list that is missing finds nothing."""

    function: Entries = NOTHING
    """That carry no matter of their own: the, of, to."""
    reporting: Entries = NOTHING
    """That show that a text tells what somebody says: says, claims, according to."""
    valuation: Entries = NOTHING
    """That praise or blame: bold, brilliant, disastrous."""
    ageing: Entries = NOTHING
    """That stop being true without anybody noticing: currently, last year."""
    negatives: Entries = NOTHING
    """That turn a question round: not, except."""
    absolutes: Entries = NOTHING
    """That allow of no exception, and so give a wrong option away: always, never."""
    vague: Entries = NOTHING
    """Frequencies that each reader understands in another way: often."""
    openings: Entries = NOTHING
    """With which a question or a task begins: which, name."""
    conjunctions: Entries = NOTHING
    """Between two claims: and, but."""
    alternatives: Entries = NOTHING
    """Between two things to choose from: or."""
    verbs: Entries = NOTHING
    """The commonest forms that make a sentence of words: is, has, took."""
    ranges: Entries = NOTHING
    """With which a question asks for a range: band, between."""
    indefinite: tuple[str, ...] = ()
    """The forms of an article that the next sound decides: a, an."""

    positions: re.Pattern[str] = NEVER
    """An option called by its place: Option B, the first answer."""
    all_options: re.Pattern[str] = NEVER
    """An option that stands for all others: all of the above."""
    no_option: re.Pattern[str] = NEVER
    """An option that stands for no other: none of these."""
    some_options: re.Pattern[str] = NEVER
    """An option made of others; `bare` are two letters alone, which may be no options: A and C."""
    asks_negatively: re.Pattern[str] = NEVER
    """A question for what is not so, up to its `no`: which … is not."""


def whole(pattern: str) -> re.Pattern[str]:
    """That matches a whole text, whatever its capitals and its last stop."""
    return re.compile(rf"\W*(?:{pattern})[\s.!:]*\Z", re.IGNORECASE)


def within(pattern: str) -> re.Pattern[str]:
    """That matches anywhere, whatever the capitals."""
    return re.compile(pattern, re.IGNORECASE)
