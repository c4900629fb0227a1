"""One right option."""

import pytest

from zhu_quiz.model.mark import Mark
from zhu_quiz.questions.choice import Choice
from zhu_quiz.questions.options import Option

OPTIONS = (
    Option(wrong="neither", pin="last"),
    Option(right="Rome", why="Since 1871."),
    Option(wrong="Milan", why="The largest city of the north."),
    Option(wrong="Turin"),
    Option(wrong="all cities", pin="first"),
)


def choice(*options: Option, shuffle: bool = True) -> Choice:
    return Choice(id="x", type="choice", ask="Which?", options=options, shuffle=shuffle)


def figures(*texts: str) -> Choice:
    return choice(Option(right=texts[0]), *(Option(wrong=each) for each in texts[1:]))


def test_a_wrong_pick_is_told_why() -> None:
    assert choice(*OPTIONS).mark("Milan") == Mark(
        fraction=0, expected="Rome", remark="The largest city of the north.", chance=0.2
    )


def test_a_right_pick_is_told_why_too() -> None:
    assert choice(*OPTIONS).mark("Rome") == Mark(
        fraction=1, expected="Rome", remark="Since 1871.", chance=0.2
    )


@pytest.mark.parametrize("seed", range(10))
def test_pinned_options_keep_their_ends(seed: int) -> None:
    first, *middle, last = choice(*OPTIONS).prompt(seed).options
    assert (first, sorted(middle), last) == ("all cities", ["Milan", "Rome", "Turin"], "neither")


def test_every_order_of_the_others_comes_up() -> None:
    assert len({choice(*OPTIONS).prompt(seed).options for seed in range(100)}) == 6


def test_the_note_has_pinned_options_at_their_ends() -> None:
    note = choice(*OPTIONS).note()
    assert [option.text for option in note.options] == ["all cities", "Rome", "Milan", "Turin", "neither"]
    assert (note.pinned_first, note.pinned_last, note.shuffled) == (1, 1, True)


def test_the_teacher_can_forbid_shuffling() -> None:
    question = choice(*(Option(right="a"), Option(wrong="b"), Option(wrong="c")), shuffle=False)
    assert {question.prompt(seed).options for seed in range(20)} == {("a", "b", "c")}


@pytest.mark.parametrize(
    "texts",
    [
        ("2016", "2020", "2024"),
        ("5%", "10%", "15%"),
        ("$1.5 million", "$2 million", "$10 million"),
        ("-5", "0", "5"),
        ("2020-03-01", "2020-04-01"),
        ("12 March 2020", "3 May 2021"),
        ("March", "April"),
        ("10–20", "20–30"),
    ],
)
def test_numbers_and_dates_stay_in_order(texts: tuple[str, ...]) -> None:
    assert {figures(*texts).prompt(seed).options for seed in range(20)} == {texts}


@pytest.mark.parametrize("texts", [("2 cats", "3 dogs"), ("in 2020", "never"), ("a", "b")])
def test_other_texts_are_shuffled(texts: tuple[str, ...]) -> None:
    assert len({figures(*texts).prompt(seed).options for seed in range(20)}) == 2
