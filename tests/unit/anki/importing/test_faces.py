"""Templates are filled in as Anki does it, as far as text shows it."""

import pytest

from zhu_quiz.anki.importing.faces import answer_of, face, is_blank

FIELDS = {"F": "<b>f</b>", "G": "g", "Empty": "", "Break": "<div><br></div>", "R": "漢字[かんじ]と"}


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{F}} {{ G }}", "<b>f</b> g"),
        ("{{#F}}a{{/F}}{{^F}}b{{/F}}", "a"),
        ("{{#Empty}}a{{/Empty}}{{^Empty}}b{{/Empty}}", "b"),
        ("{{#Break}}a{{/Break}}{{^Break}}b{{/Break}}", "b"),
        ("{{#F}}1{{#Empty}}2{{/Empty}}3{{/F}}4", "134"),
        ("{{#F}}never closed {{G}}", "never closed g"),
        ("{{/F}}{{G}}", "g"),
        ("{{Unknown}}{{FrontSide}}{{Tags}}x", "x"),
        ("{{text:F}}", "**f**"),
        ("{{furigana:R}}|{{kanji:R}}|{{kana:R}}", "漢字(かんじ)と|漢字と|かんじと"),
        ("{{tts en_US voices=Bob:F}}x", "x"),
        ("<!-- {{F}} -->{{G}}", "g"),
        ("{{edit:G}}", "g"),
    ],
)
def test_a_template_shows_its_fields(template: str, html: str) -> None:
    assert face(template, FIELDS).html == html


def test_a_hint_and_what_is_to_be_typed_are_told_apart() -> None:
    found = face("{{G}}{{hint:F}}{{type:G}}{{hint:Empty}}", FIELDS)
    assert (found.html, found.hints, found.typed) == ("g", ("<b>f</b>",), "G")


def test_an_answer_stands_below_the_line() -> None:
    assert answer_of('q<hr id="answer">a') == answer_of("q<HR id=answer />a") == "a"
    assert answer_of("q<hr>a") == "q<hr>a"
    assert answer_of("a<hr id=answer>") == "a<hr id=answer>"


@pytest.mark.parametrize(
    ("html", "blank"), [("", True), ("<div>&nbsp;<br></div>", True), ("<img src=a>", False)]
)
def test_a_field_without_anything_to_see_is_blank(html: str, blank: bool) -> None:
    assert is_blank(html) is blank


def test_a_template_that_repeats_a_field_for_ever_is_cut() -> None:
    assert len(face("{{F}}" * 20_000, {"F": "x" * 50_000}).html) < 200_000
