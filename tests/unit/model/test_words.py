"""Numbers and names read as in a sentence."""

from zhu_quiz.model.words import counted, some


def test_a_noun_goes_with_its_number() -> None:
    assert [counted(number, "card") for number in (0, 1, 1_200)] == ["0 cards", "1 card", "1,200 cards"]


def test_of_many_names_the_first_few_stand_for_all() -> None:
    assert some(["a", "b", "c"]) == "a, b, c"
    assert some([*"abcdefg"]) == "a, b, c and 4 more"
