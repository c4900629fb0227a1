"""Normal forms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.questions.spelling import Exact, forms, normal

languages = st.sampled_from(["en", "de", "fr", "it", "tr", "zh", "ar", ""])
habits: st.SearchStrategy[Exact] = st.frozensets(st.sampled_from(["case", "accents"]))
words = st.text(alphabet="abcdefghijklmnoprstuvwxyz", min_size=1)


@settings(max_examples=200)
@given(st.text() | st.text(alphabet="aÀ l'-.,12'’ßİı\u0301 theun"), languages, habits)
def test_the_normal_form_of_a_normal_form_is_itself(text: str, lang: str, exact: Exact) -> None:
    once = normal(text, lang, exact)
    assert normal(once, lang, exact) == once


@given(
    words,
    st.sampled_from(["{}.", "“{}”", "({})", "¿{}?", "the {}", "The  {}", "'{}'", "{}…", "\u200b{}\ufeff"]),
)
def test_punctuation_and_a_leading_article_do_not_matter(word: str, frame: str) -> None:
    assert normal(frame.format(word)) == normal(word)


@given(words)
def test_capitals_do_not_matter(word: str) -> None:
    assert normal(word.upper()) == normal(word)


@given(words, st.sampled_from(["\u0301", "\u0308", "\u030c", "\u0327"]))
def test_accents_do_not_matter(word: str, accent: str) -> None:
    assert normal(accent.join(word) + accent) == normal(word)


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("self-driving", "self driving", "en"),
        ("self-driving", "Selfdriving", "en"),
        ("TCP/IP", "tcp ip", "en"),
        ("don't", "dont", "en"),
        ("don’t", "don`t", "en"),
        ("rock ’n’ roll", "rock n roll", "en"),
        ("Straße", "STRASSE", "de"),
        ("Müller", "Muller", "de"),
        ("Müller", "Mueller", "de"),
        ("Ærø", "aeroe", "da"),
        ("Łódź", "lodz", "pl"),
        ("İstanbul", "ISTANBUL", "tr"),
        ("ISPARTA", "ısparta", "tr"),
        ("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ", "el"),
        ("l’Europe", "europe", "fr"),
        ("der Rhein", "Rhein", "de"),
        ("清华大学", "清华 大学", "zh"),
        ("ＡＩ", "ai", "zh"),
        ("安格拉·默克尔", "安格拉默克尔", "zh"),
        ("أحمد", "احمد", "ar"),
        ("1,000", "1000", "en"),
        ("1.000", "1000", "de"),
        ("3.5", "3,5", "en"),
        ("2020-01-31", "2020 01 31", "en"),
        ("−5 °C", "-5 °C", "en"),
    ],
)
def test_habits_do_not_tell_two_texts_apart(one: str, other: str, lang: str) -> None:
    assert forms(one, lang) & forms(other, lang)


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("C", "C++", "en"),
        ("C", "C#", "en"),
        ("C++", "C#", "en"),
        ("=", "!=", "en"),
        ("?", "!", "en"),
        ("3.5", "35", "en"),
        ("1-5", "15", "en"),
        ("-5", "5", "en"),
        ("50%", "50", "en"),
        ("かき", "かぎ", "ja"),
        ("किताब", "कतब", "hi"),
        ("1.5", "15", "de"),
    ],
)
def test_what_tells_two_texts_apart_is_kept(one: str, other: str, lang: str) -> None:
    assert not forms(one, lang) & forms(other, lang)


@pytest.mark.parametrize(("text", "form"), [("the", "the"), ("The The", "the"), ("A", "a"), ("Le", "le")])
def test_an_article_alone_is_an_answer(text: str, form: str) -> None:
    assert normal(text) == form


@pytest.mark.parametrize(
    ("exact", "form"),
    [("case", "Cafe"), ("accents", "café")],
)
def test_a_habit_can_be_made_to_matter(exact: str, form: str) -> None:
    assert normal("Café!", "en", frozenset({exact})) == form


@pytest.mark.parametrize(("lang", "form"), [("tr", "ısparta"), ("en", "isparta")])
def test_a_turkish_capital_has_its_own_small_letter(lang: str, form: str) -> None:
    assert normal("ISPARTA", lang, frozenset({"accents"})) == form
