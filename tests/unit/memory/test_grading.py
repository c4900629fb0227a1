from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.memory.grading import Circumstances, propose
from zhu_quiz.model.mark import Mark
from zhu_quiz.model.memory import Grade

AGAIN, HARD, GOOD, EASY = Grade

RIGHT = Mark(fraction=1, expected="")
WRONG = Mark(fraction=0, expected="")
PARTLY = Mark(fraction=0.5, expected="")
SLIP = Mark(fraction=1, expected="", is_slip=True)
FLASHCARD = Mark(fraction=1, expected="", is_self_graded=True)

NEW = Circumstances(first_sight=True)
KNOWN = Circumstances(first_sight=False, recall=0.9, seconds=10, expected_seconds=10)


def among(options: int) -> Mark:
    """Right, where a guess is right once in so many times."""
    return Mark(fraction=1, expected="", chance=1 / options)


def at(recall: float) -> Circumstances:
    return replace(KNOWN, recall=recall)


CASES = {
    "a right answer to an open question": (RIGHT, KNOWN, GOOD, "Right, so it can wait."),
    "a wrong answer": (WRONG, KNOWN, AGAIN, "Not yet."),
    "less than half": (replace(PARTLY, fraction=0.49), KNOWN, AGAIN, "Not yet"),
    "given up": (WRONG, replace(KNOWN, gave_up=True), AGAIN, "You did not know it yet"),
    "partly right": (PARTLY, KNOWN, HARD, "Partly right, so it comes back sooner."),
    "partly right where all counts": (PARTLY, replace(KNOWN, strict=True), AGAIN, "here all of it counts"),
    "right where all counts": (RIGHT, replace(KNOWN, strict=True), GOOD, "Right"),
    "right at the second try": (RIGHT, replace(KNOWN, wrong_tries=1), AGAIN, "not at the first try"),
    "one hint": (RIGHT, replace(KNOWN, hints=1), HARD, "Right with a hint"),
    "two hints": (RIGHT, replace(KNOWN, hints=2), AGAIN, "Right with 2 hints."),
    "partly right with two hints": (PARTLY, replace(KNOWN, hints=2), AGAIN, "Partly right with 2 hints"),
    "a guess, says the learner": (among(4), replace(KNOWN, guessed=True), AGAIN, "You say it was a guess"),
    "a spelling slip": (SLIP, KNOWN, HARD, "Right but for the spelling"),
    "a quick spelling slip": (SLIP, replace(KNOWN, seconds=1), HARD, "spelling"),
    "one of two at first sight": (among(2), NEW, AGAIN, "Right, but a guess would often be right too"),
    "one of three at first sight": (among(3), NEW, HARD, "so it comes back sooner."),
    "one of four at first sight": (among(4), NEW, HARD, "so it comes back sooner."),
    "one of twenty at first sight": (among(20), NEW, GOOD, "Right, so it can wait."),
    "an open question at first sight": (RIGHT, NEW, GOOD, "Right"),
    "one of four, once badly forgotten": (among(4), at(0.2), AGAIN, "a guess would often be right too"),
    "one of four, half forgotten": (among(4), at(0.45), HARD, "a guess would often be right too"),
    "one of four, remembered": (among(4), at(0.9), GOOD, "Right"),
    "one of two, remembered": (among(2), at(0.7), GOOD, "Right"),
    "quick": (RIGHT, replace(KNOWN, seconds=4.9), EASY, "Right, and quickly"),
    "quick, where the answer was shown today": (
        RIGHT, replace(KNOWN, seconds=1, seen_today=True), GOOD, "Right, so it can wait."),
    "slow, though the answer was shown today": (
        RIGHT, replace(KNOWN, seconds=30, seen_today=True), HARD, "it took a while"),
    "at half the time": (RIGHT, replace(KNOWN, seconds=5), GOOD, "Right"),
    "at twice the time": (RIGHT, replace(KNOWN, seconds=20), GOOD, "Right"),
    "slow": (RIGHT, replace(KNOWN, seconds=20.1), HARD, "it took a while"),
    "so slow that it was something else": (RIGHT, replace(KNOWN, seconds=50.1), GOOD, "Right"),
    "slow while looking elsewhere": (RIGHT, replace(KNOWN, seconds=30, is_focused=False), GOOD, "Right"),
    "of unknown pace": (RIGHT, replace(KNOWN, seconds=1, expected_seconds=None), GOOD, "Right"),
    "quick at first sight": (RIGHT, replace(NEW, seconds=1, expected_seconds=10), GOOD, "Right"),
    "slow at first sight": (RIGHT, replace(NEW, seconds=30, expected_seconds=10), GOOD, "Right"),
    "quick with a hint": (RIGHT, replace(KNOWN, seconds=1, hints=1), HARD, "Right with a hint"),
    "a flashcard": (FLASHCARD, KNOWN, GOOD, "You know best how well you recalled it; Good is only"),
    "a quick flashcard": (FLASHCARD, replace(KNOWN, seconds=1), EASY, "Easy is only a suggestion."),
    "a flashcard marked by nobody": (replace(FLASHCARD, fraction=0), KNOWN, GOOD, "You know best"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_grade_and_its_reason_follow_the_rule(case: str) -> None:
    mark, circumstances, grade, reason = CASES[case]
    proposal = propose(mark, circumstances)
    assert (proposal.grade, reason in proposal.reason) == (grade, True), proposal


marks = st.builds(
    Mark,
    fraction=st.sampled_from([0, 0.3, 0.5, 0.7, 1]),
    expected=st.just(""),
    chance=st.sampled_from([0, 1, 0.5, 1 / 3, 0.25, 1 / 7, 1 / 24]),
    is_slip=st.booleans(),
    is_self_graded=st.booleans(),
)
surroundings = st.builds(
    Circumstances,
    first_sight=st.booleans(),
    recall=st.none() | st.floats(0, 1),
    seen_today=st.booleans(),
    hints=st.integers(0, 3),
    gave_up=st.booleans(),
    guessed=st.booleans(),
    wrong_tries=st.integers(0, 2),
    seconds=st.floats(0, 1000),
    expected_seconds=st.none() | st.floats(0, 60),
    strict=st.booleans(),
    is_focused=st.booleans(),
)


@given(marks, surroundings)
def test_the_reason_is_one_sentence(mark: Mark, circumstances: Circumstances) -> None:
    reason = propose(mark, circumstances).reason
    assert (reason[0].isupper(), reason.count("."), reason[-1]) == (True, 1, ".")


@given(marks, surroundings, st.sampled_from([0, 0.3, 0.5, 0.7]))
def test_fewer_marks_never_earn_a_better_grade(
    mark: Mark, circumstances: Circumstances, fraction: float
) -> None:
    fewer = replace(mark, fraction=min(fraction, mark.fraction))
    assert propose(fewer, circumstances).grade <= propose(mark, circumstances).grade


@given(marks, surroundings)
def test_what_was_seen_today_is_never_easy(mark: Mark, circumstances: Circumstances) -> None:
    assert propose(mark, replace(circumstances, seen_today=True)).grade < EASY


@given(marks, surroundings)
def test_another_hint_never_earns_a_better_grade(mark: Mark, circumstances: Circumstances) -> None:
    more = replace(circumstances, hints=circumstances.hints + 1)
    assert propose(mark, more).grade <= propose(mark, circumstances).grade


@given(marks, surroundings, st.floats(0, 1))
def test_an_answer_that_is_easier_to_guess_never_earns_a_better_grade(
    mark: Mark, circumstances: Circumstances, share: float
) -> None:
    harder = replace(mark, chance=mark.chance * share)
    assert propose(mark, circumstances).grade <= propose(harder, circumstances).grade


@given(marks, surroundings)
def test_admitting_a_guess_always_brings_the_question_again(mark: Mark, circumstances: Circumstances) -> None:
    assert propose(mark, replace(circumstances, guessed=True)).grade is AGAIN
