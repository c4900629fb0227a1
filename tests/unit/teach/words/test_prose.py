import pytest

from zhu_quiz.teach.words.prose import GAP, amount, first_of, prose, words_in


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("What does `not x` mean?", f"What does {GAP} mean?"),
        ("Look:\n```python\nnot all(x)\n```\nWhat is printed?", f"Look:\n{GAP}\nWhat is printed?"),
        (r"Is \( a \not= b \) true?", f"Is {GAP} true?"),
        ("See [the page](https://example.org/never).", "See the page."),
        ("See https://example.org/never now.", f"See {GAP} now."),
        ("It is **not** so.", "It is not so."),
        ("Plain. As it is: 2 * 3 * 4", "Plain. As it is: 2 * 3 * 4"),
    ],
)
def test_only_prose_is_left_of_a_text(text: str, left: str) -> None:
    assert prose(text) == left


def test_what_was_cut_out_is_no_word() -> None:
    assert words_in(prose("Is `x` a \\( y \\)?")) == ["is", "a"]


@pytest.mark.parametrize("text", ["Don’t self‑drive", "don't SELF-DRIVE", "Don‘t self\u00ad‐drive"])
def test_apostrophes_and_hyphens_are_of_one_form(text: str) -> None:
    assert words_in(text) == ["don't", "self-drive"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Not at all", "not"),
        ("a knot", ""),
        ("not-for-profit", ""),
        ("in recent  years", ""),
        ("In recent years, not before", "in recent years"),
        ("isn’t it", "isn't"),
        ("it's not's", ""),
    ],
)
def test_a_word_is_found_only_as_a_whole(text: str, found: str) -> None:
    assert first_of(frozenset({"not", "in recent years", "isn't", "is"}), text) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("肯尼亚的首都。", ["肯", "尼", "亚", "的", "首", "都"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("rock 'n' roll's 1,5", ["rock", "n", "roll's", "1", "5"]),
    ],
)
def test_words_are_whole_in_every_script(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def test_signs_that_are_words_count_by_halves() -> None:
    assert (amount(words_in("中华人民共和国")), amount(words_in("it is so"))) == (4, 3)


def test_no_words_are_found_nowhere() -> None:
    assert first_of(frozenset(), "anything") == ""
