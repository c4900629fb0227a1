import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.model.clean import clean, harmful

any_text = st.text(st.characters(exclude_categories=())) | st.text(
    "\r\n\t\x1b\x9b\u200b\u200d\u202e\ufeffaé👩"
)


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[2J",
        "\x1b]52;c;eA==\x07",
        "\x9b31m",
        "a\x00b",
        "\x7f",
        "\u202egnp.exe",
        "\u2066x\u2069",
        "a\u200bb",
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_replaced(text: str) -> None:
    assert "\ufffd" in clean(text)


@given(any_text)
def test_no_control_character_but_the_line_feed_is_left(text: str) -> None:
    assert {sign for sign in clean(text) if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")} <= {"\n"}


@given(any_text)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(any_text, st.integers(1, 20))
def test_no_text_is_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(clean(text, limit)) <= limit


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")) | st.just("\n")))
def test_letters_signs_and_spaces_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text", ["👩\u200d🚀", "می\u200cخواهم", "👩🏽\u200d❤\ufe0f\u200d👩", "क\u094d\u200dष"]
)
def test_joiners_stay_where_a_script_needs_them(text: str) -> None:
    assert clean(text) == text


def test_a_joiner_between_latin_letters_hides_something() -> None:
    assert clean("pass\u200dword") == "pass\ufffdword"


def test_line_ends_of_all_systems_become_line_feeds() -> None:
    assert clean("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_tabs_become_spaces() -> None:
    assert clean("a\tb") == "a   b"


def test_a_text_that_is_too_long_shows_that_it_goes_on() -> None:
    assert clean("x" * 20, limit=10) == "x" * 9 + "…"


@given(any_text.filter(lambda text: "\t" not in text and "\r" not in text))
def test_a_clean_text_has_nothing_harmful(text: str) -> None:
    assert bool(harmful(text)) == (clean(text) != text)
