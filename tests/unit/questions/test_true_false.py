"""True or false."""

import pytest

from zhu_quiz.model.mark import Mark
from zhu_quiz.questions.true_false import TrueFalse


def statement(*, answer: bool, lang: str = "en") -> TrueFalse:
    return TrueFalse(id="x", type="true-false", ask="It is.", answer=answer, bank_lang=lang)


def test_the_word_shown_is_the_response() -> None:
    assert statement(answer=False).mark("False") == Mark(fraction=1, expected="False", chance=0.5)


def test_the_other_word_is_wrong() -> None:
    assert statement(answer=False).mark("True") == Mark(fraction=0, expected="False", chance=0.5)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("True", "False")),
        ("de-AT", ("Richtig", "Falsch")),
        ("zh", ("对", "错")),
        ("tlh", ("True", "False")),
    ],
)
def test_it_speaks_the_language_of_the_question(lang: str, words: tuple[str, str]) -> None:
    assert statement(answer=True, lang=lang).prompt(1).options == words


def test_true_comes_first_whatever_the_seed() -> None:
    assert {statement(answer=True).prompt(seed).options for seed in range(20)} == {("True", "False")}


def test_the_language_does_not_change_the_answer_key() -> None:
    assert statement(answer=True).key_hash == statement(answer=True, lang="fr").key_hash
