"""Options as paper has them."""

import re
from typing import Any

from zhu_quiz.anki.writing.paper import options_in_letters
from zhu_quiz.model.note import ChoiceNote, NoteOption

WORDS = ("one", "two", "three", "four")


def note(*, right: str = "one", **more: Any) -> ChoiceNote:
    options = tuple(NoteOption(text=word, is_right=word in right, why=f"why {word}") for word in WORDS)
    return ChoiceNote(stem="Which?", options=options, **more)


def order(html: str) -> list[str]:
    return re.findall(r"<li>(\w+)</li>", html)


def test_a_question_has_one_order_and_another_question_another() -> None:
    orders = {tuple(order(options_in_letters(note(), f"q{number}")[0])) for number in range(50)}
    assert len(orders) > 10
    assert all(sorted(each) == sorted(WORDS) for each in orders)
    assert options_in_letters(note(), "q") == options_in_letters(note(), "q")


def test_the_right_option_is_first_about_as_often_as_any_other() -> None:
    first = sum(order(options_in_letters(note(), f"q{number}")[0])[0] == "one" for number in range(1000))
    assert 200 < first < 300


def test_pinned_options_and_fixed_orders_stay() -> None:
    for number in range(20):
        shown = order(options_in_letters(note(pinned_first=1, pinned_last=1), f"q{number}")[0])
        assert (shown[0], shown[-1]) == ("one", "four")
        assert order(options_in_letters(note(shuffled=False), f"q{number}")[0]) == list(WORDS)


def test_the_back_names_right_ones_first_by_the_letters_of_the_front() -> None:
    front, back = options_in_letters(note(right="one three"), "q")
    told = [(int(place), word) for place, word in re.findall(r'<li value="(\d+)">. (\w+)<br>', back)]
    assert {word for _, word in told[:2]} == {"one", "three"}
    assert [order(front)[place - 1] for place, _ in told] == [word for _, word in told]
    assert back.count("<em>why ") == 4
    assert (back.count("✓"), back.count("✗")) == (2, 2)


def test_it_is_told_where_several_may_be_right() -> None:
    assert "Several may be right" in options_in_letters(note(several=True), "q")[0]
    assert "Several" not in options_in_letters(note(), "q")[0]
