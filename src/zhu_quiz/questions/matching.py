"""Whether a typed text is one of the answers, give or take a slip of the typing hand."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .keys import key
from .shapes import one_of
from .spelling import IDEOGRAPHS, Exact, forms
from .typed import tidied

LONGEST_MISSPELT = 200
"""Characters of an entry in which slips are looked for: the distance takes time with their square."""

_BIG_SIGN = re.compile(f"[{IDEOGRAPHS}\u1100-\u11ff\uac00-\ud7ff]")
"""A syllable or a word in one sign: to mistake it is no slip."""


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """How like an answer a typed text has to be."""

    case: str = key(one_of("exact"), "Write `exact` where capitals matter.", default="")
    accents: str = key(one_of("exact"), "Write `exact` where accents matter.", default="")
    typos: str = key(one_of("0", "1", "2"), "How many typing slips pass at most: 0, 1 or 2.", default="2")

    @property
    def exact(self) -> Exact:
        return frozenset(habit for habit in ("case", "accents") if getattr(self, habit))


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a typed text is worth."""

    is_right: bool
    is_slip: bool = False
    remark: str = ""


def judged(
    typed: str, accepted: Collection[str], rejected: Mapping[str, str], *, lang: str, likeness: Likeness
) -> Verdict:
    """Holds a typed text against the accepted answers, and against the rejected ones, each with its why."""
    given = forms(typed, lang, likeness.exact)
    right = [entry for entry in accepted if given & forms(entry, lang, likeness.exact)]
    wrong = [entry for entry in rejected if given & forms(entry, lang, likeness.exact)]
    if wrong:
        # What tells them apart decides, even where it usually does not matter; in doubt, the rejected one.
        nearest = min((*wrong, *right), key=lambda entry: _differences(typed, entry))
        return Verdict(is_right=nearest not in wrong, remark=rejected.get(nearest, ""))
    if right:
        return Verdict(is_right=True)
    if likeness.exact and any(forms(typed, lang) & forms(entry, lang) for entry in accepted):
        habits = " and ".join("capitals" if habit == "case" else habit for habit in sorted(likeness.exact))
        return Verdict(is_right=False, remark=f"Nearly: {habits} matter here.")
    return _judged_slip(given, accepted, rejected, lang=lang, likeness=likeness)


def _judged_slip(
    given: frozenset[str],
    accepted: Collection[str],
    rejected: Mapping[str, str],
    *,
    lang: str,
    likeness: Likeness,
) -> Verdict:
    slips = {
        entry: count
        for entry in (*rejected, *accepted)
        if (count := _slips(given, forms(entry, lang, likeness.exact), int(likeness.typos)))
    }
    if not slips:
        return Verdict(is_right=False)
    meant = min(slips, key=lambda entry: slips[entry])
    if meant in rejected:
        return Verdict(is_right=False, remark=rejected[meant])
    return Verdict(is_right=True, is_slip=True, remark=f"Mind the spelling: “{meant}”.")


def _slips(given: frozenset[str], meant: frozenset[str], most: int) -> int:
    """How many slips lead from one to the other; 0 where something else does."""
    # Imported here: rapidfuzz costs 15 ms that only a wrong or misspelt answer needs.
    from rapidfuzz.distance import DamerauLevenshtein

    counts = [
        count
        for form in meant
        if (tolerance := min(most, tolerated(form)))
        for typed in given
        if (count := DamerauLevenshtein.distance(typed, form, score_cutoff=tolerance)) <= tolerance
    ]
    return min(counts, default=0)


def tolerated(form: str) -> int:
    """How many slips an entry in that normal form forgives: short ones and ones with figures, none."""
    letters = sum(map(str.isalpha, form))
    if letters < 5 or len(form) > LONGEST_MISSPELT or any(map(str.isnumeric, form)) or _BIG_SIGN.search(form):
        return 0
    return 2 if letters >= 9 else 1


def _differences(typed: str, entry: str) -> tuple[int, int, int]:
    """How far two texts of one normal form are apart: first without capitals, then as they stand."""
    from rapidfuzz.distance import Levenshtein

    first, second = tidied(typed), tidied(entry)
    return (
        Levenshtein.distance(first.casefold(), second.casefold()),
        Levenshtein.distance(first, second),
        Levenshtein.distance(typed, entry),
    )
