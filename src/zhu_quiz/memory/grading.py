"""From a mark to a grade: one rule for all kinds of question, which says why in a sentence to the learner.

Whatever speaks for less than a full grade names the best grade that it still allows; the lowest one counts.
So fewer marks or more hints never earn a better grade."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from ..model.mark import Mark
from ..model.memory import Grade, Proposal

FIRST_RECALL = 0.3
"""The chance of knowing what one has never been asked."""

_SOONER = "so it comes back sooner."


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What surrounds an answer."""

    first_sight: bool
    recall: float | None = None
    """The chance of recall predicted just before; None for a new card."""
    seen_today: bool = False
    """It was asked, and its answer shown, earlier on the same study day."""
    hints: int = 0
    gave_up: bool = False
    guessed: bool = False
    """The learner says so."""
    wrong_tries: int = 0
    """Earlier ones in this same showing, where whoever asks allows several; our sittings allow one."""
    seconds: float = 0.0
    expected_seconds: float | None = None
    """None where the time says nothing."""
    strict: bool = False
    """Partly right counts as wrong: whoever holds an exam says so, our sittings do not."""
    is_focused: bool = True
    """The terminal had the learner's attention all the while, as far as whoever measures `seconds` can tell."""


def propose(mark: Mark, circumstances: Circumstances) -> Proposal:
    """The grade that an answer earns, and why."""
    # Of equals, min takes the first: the weightiest reason.
    proposal = min(_allowed(mark, circumstances), key=attrgetter("grade"))
    if mark.is_self_graded:
        suggestion = f"You know best how well you recalled it; {proposal.grade.word} is only a suggestion."
        return Proposal(grade=proposal.grade, reason=suggestion)
    return proposal


def _allowed(mark: Mark, at: Circumstances) -> Iterator[Proposal]:
    judged = not mark.is_self_graded
    right = "Right" if mark.is_right else "Partly right"
    if at.gave_up:
        yield _again("You did not know it yet.")
    if judged and mark.fraction < 0.5:
        yield _again("Not yet.")
    if at.guessed:
        yield _again("You say it was a guess.")
    if judged and not mark.is_right:
        yield _hard(f"Partly right, {_SOONER}")
        if at.strict:
            yield _again("Partly right, and here all of it counts.")
    if at.wrong_tries:
        yield _again(f"{right}, but not at the first try.")
    if at.hints > 1:
        yield _again(f"{right} with {at.hints} hints.")
    if at.hints == 1:
        yield _hard(f"{right} with a hint, {_SOONER}")
    yield from _allowed_by_luck(mark.chance, at, right)
    if mark.is_slip:
        yield _hard(f"{right} but for the spelling, {_SOONER}")
    yield _allowed_by_time(at, right)


def _allowed_by_luck(chance: float, at: Circumstances, right: str) -> Iterator[Proposal]:
    """How likely was it knowledge? By Bayes, where a guess is right with `chance`."""
    if chance <= 0:
        return
    recall = FIRST_RECALL if at.recall is None else at.recall
    knew = recall / (recall + (1 - recall) * chance)
    # At first sight only one of two comes at once more: with three options, the usual number, a learner who knows
    # ten new questions would be asked 17 times instead of 11, and has as many to do the next day.
    is_spared = at.first_sight and 1 / chance > 2.5
    if knew < 0.6 and not is_spared:
        yield _again(f"{right}, but a guess would often be right too.")
    elif knew < 0.8:
        yield _hard(f"{right}, but a guess would often be right too, {_SOONER}")


def _allowed_by_time(at: Circumstances, right: str) -> Proposal:
    """At first sight time tells of reading, not of memory; a very long one, of something else.

    Quick on the day on which the answer was shown is no sign of lasting memory."""
    if not at.first_sight and at.is_focused and at.expected_seconds:
        times_longer = at.seconds / at.expected_seconds
        if times_longer < 0.5 and not at.seen_today:
            return Proposal(grade=Grade.EASY, reason=f"{right}, and quickly, so it can wait longer.")
        if 2 < times_longer <= 5:
            return _hard(f"{right}, but it took a while, {_SOONER}")
    return Proposal(grade=Grade.GOOD, reason=f"{right}, so it can wait.")


def _again(reason: str) -> Proposal:
    return Proposal(grade=Grade.AGAIN, reason=reason)


def _hard(reason: str) -> Proposal:
    return Proposal(grade=Grade.HARD, reason=reason)
