"""Typed answers against right and rejected ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.questions.matching import Likeness, Verdict, judged, tolerated
from zhu_quiz.questions.spelling import can_be_typed

LOOSE = Likeness()

alike = st.text(alphabet="abßÉé-' .C#2", min_size=1, max_size=6)
answers = (st.text(min_size=1, max_size=12) | alike).filter(can_be_typed)
likenesses = st.builds(
    Likeness,
    case=st.sampled_from(["", "exact"]),
    accents=st.sampled_from(["", "exact"]),
    typos=st.sampled_from("012"),
)
languages = st.sampled_from(["en", "de", "fr", "tr", "ja"])


def verdict(typed: str, answer: str, likeness: Likeness = LOOSE, **rejected: str) -> Verdict:
    return judged(typed, [answer], rejected, lang="en", likeness=likeness)


@settings(max_examples=200)
@given(st.lists(answers, min_size=1), st.lists(answers, min_size=1), languages, likenesses)
def test_a_rejected_answer_never_passes(
    accepted: list[str], rejected: list[str], lang: str, likeness: Likeness
) -> None:
    whys = dict.fromkeys(rejected, "")
    passed = [
        each for each in rejected if judged(each, accepted, whys, lang=lang, likeness=likeness).is_right
    ]
    assert passed == []


@settings(max_examples=200)
@given(st.lists(answers, min_size=1), st.lists(answers), languages, likenesses)
def test_an_accepted_answer_always_passes(
    accepted: list[str], rejected: list[str], lang: str, likeness: Likeness
) -> None:
    whys = {each: "" for each in rejected if each not in accepted}
    verdicts = [judged(each, accepted, whys, lang=lang, likeness=likeness) for each in accepted]
    assert verdicts == [Verdict(is_right=True)] * len(accepted)


@given(st.text(alphabet="abcdefghij ", max_size=10), st.text(alphabet="abcdefghij ", min_size=1, max_size=10))
def test_without_slips_only_an_answer_passes(typed: str, answer: str) -> None:
    assert not verdict(typed, answer, Likeness(typos="0")).is_slip


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Bejing", "Beijing"),
        ("Beijjing", "Beijing"),
        ("Beiijng", "Beijing"),
        ("Beixing", "Beijing"),
        ("geopolitcal", "geopolitical"),
        ("geopolictal", "geopolitical"),
        ("gopolitcal", "geopolitical"),
        ("selfdriving", "self driving"),
        ("mashine learning", "machine learning"),
    ],
)
def test_a_slip_of_the_hand_passes_and_is_told(typed: str, answer: str) -> None:
    assert verdict(typed, answer) == Verdict(
        is_right=True, is_slip=True, remark=f"Mind the spelling: “{answer}”."
    )


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Rom", "Rome"),
        ("Bejng", "Beijing"),
        ("gopoltcal", "geopolitical"),
        ("GPT-3 model", "GPT-4 model"),
        ("2021", "2020"),
        ("清化大学校", "清华大学校"),
        ("", "Beijing"),
    ],
)
def test_more_than_a_slip_is_wrong(typed: str, answer: str) -> None:
    assert verdict(typed, answer) == Verdict(is_right=False)


@pytest.mark.parametrize(
    ("form", "slips"),
    [
        ("rome", 0),
        ("paris", 1),
        ("shanghai", 1),
        ("guangzhou", 2),
        ("gpt4 model", 0),
        ("a b c d", 0),
        ("x" * 201, 0),
    ],
)
def test_longer_words_forgive_more(form: str, slips: int) -> None:
    assert tolerated(form) == slips


@pytest.mark.parametrize("typed", ["Austria", "austria.", "Austrai", "Autria"])
def test_a_rejected_answer_and_its_slips_are_told_why(typed: str) -> None:
    assert verdict(typed, "Australia", Austria="That is in Europe.") == Verdict(
        is_right=False, remark="That is in Europe."
    )


@pytest.mark.parametrize(
    ("typed", "is_right"),
    [
        ("résumé", True),
        ("Résumé!", True),
        ("resume", False),
        ("Resume!", False),
        ("resumé", False),
    ],
)
def test_what_tells_right_from_rejected_matters(typed: str, is_right: bool) -> None:
    assert verdict(typed, "résumé", resume="That is to go on.").is_right == is_right


def test_the_nearest_spelling_is_named() -> None:
    found = judged("Pekng", ["Beijing", "Peking"], {}, lang="en", likeness=LOOSE)
    assert found.remark == "Mind the spelling: “Peking”."


@pytest.mark.parametrize(
    ("typed", "likeness", "remark"),
    [
        ("polish", Likeness(case="exact"), "Nearly: capitals matter here."),
        ("Pólish", Likeness(accents="exact"), "Nearly: accents matter here."),
        ("pólish", Likeness(case="exact", accents="exact"), "Nearly: accents and capitals matter here."),
    ],
)
def test_what_the_teacher_holds_exact_is_no_slip(typed: str, likeness: Likeness, remark: str) -> None:
    assert verdict(typed, "Polish", likeness) == Verdict(is_right=False, remark=remark)


def test_the_teacher_can_allow_fewer_slips() -> None:
    assert verdict("gopolitcal", "geopolitical", Likeness(typos="1")) == Verdict(is_right=False)
