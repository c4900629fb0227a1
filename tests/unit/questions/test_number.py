"""Typed numbers."""

import pytest

from zhu_quiz.model.mark import Mark, Response, Unclear
from zhu_quiz.model.note import TypedNote
from zhu_quiz.questions.number import Number


def number(answer: str, *, within: str = "0", unit: str = "", lang: str = "en") -> Number:
    return Number(
        id="x", type="number", ask="How many?", answer=answer, within=within, unit=unit, bank_lang=lang
    )


def fraction(question: Number, response: Response) -> float:
    mark = question.mark(response)
    assert isinstance(mark, Mark)
    return mark.fraction


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (number("2030"), "2030"),
        (number("2030"), " 2 030 "),
        (number("-3"), "−3"),
        (number("1234.5"), "1,234.5"),
        (number("1234.5"), "1234,5"),
        (number("1234.5", lang="de"), "1.234,5"),
        (number("1.234", lang="de"), "1,234"),
        (number("6.02e23", within="1%"), "6×10²³"),
        (number("40%"), "40"),
        (number("40%"), "40 %"),
        (number("40%", unit="of GDP"), "40% of GDP"),
        (number("3.2", unit="km"), "3.2 km"),
        (number("3.2", unit="km"), "3.2km"),
        (number("5", unit="$"), "$5"),
        (number("5", unit="m²"), "5 m²"),
        (number("100", within="5%"), "105"),
        (number("-100", within="5%"), "-95"),
        (number("0.3", within="0.1"), "0.4"),
        (number("30"), "Thirty"),
        (number("205", unit="km"), "two hundred and five km"),
        (number("2030"), "in 2030"),
        (number("5", lang="de"), "ca. 5"),
        (number("5", unit="in"), "5 in"),
    ],
)
def test_it_is_right_in_any_usual_way_of_writing(question: Number, typed: str) -> None:
    assert fraction(question, typed) == 1


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (number("2030"), "2031"),
        (number("3"), "-3"),
        (number("40%"), "0.4"),
        (number("100", within="5%"), "105.1"),
        (number("0"), "1e-999"),
        (number("2030"), ""),
        (number("2030"), ("2030",)),
    ],
)
def test_another_number_is_wrong(question: Number, typed: Response) -> None:
    assert fraction(question, typed) == 0


@pytest.mark.parametrize(("typed", "is_close"), [("105", False), ("110", True), ("90", True), ("111", False)])
def test_up_to_twice_the_margin_is_close(typed: str, is_close: bool) -> None:
    mark = number("100", within="5").mark(typed)
    assert isinstance(mark, Mark)
    assert bool(mark.remark) == is_close


@pytest.mark.parametrize(
    ("question", "typed", "readings"),
    [
        (number("1234"), "1,234", ("1234", "1.234")),
        (number("7"), "1,234", ("1234", "1.234")),
        (number("1234", lang="de"), "1.234", ("1234", "1,234")),
        (number("0.4"), "40%", ("40", "0.4")),
    ],
)
def test_what_could_be_two_numbers_is_asked_back(
    question: Number, typed: str, readings: tuple[str, ...]
) -> None:
    unclear = question.mark(typed)
    assert isinstance(unclear, Unclear)
    assert unclear.readings == readings
    assert all(isinstance(question.mark(reading), Mark) for reading in readings)


@pytest.mark.parametrize(
    ("lang", "typed", "asked"),
    [
        ("en", "4,806", "Do you mean 4806 (thousands) or 4.806 (decimals)?"),
        ("de", "4.806", "Do you mean 4806 (thousands) or 4,806 (decimals)?"),
        ("en", "-4,806", "Do you mean -4806 (thousands) or -4.806 (decimals)?"),
        ("en", "40%", "Do you mean 40 or 0.4?"),
    ],
)
def test_two_readings_are_told_apart_in_any_language(lang: str, typed: str, asked: str) -> None:
    unclear = number("5", lang=lang).mark(typed)
    assert isinstance(unclear, Unclear)
    assert unclear.question == asked


@pytest.mark.parametrize(
    "typed",
    [
        "in",
        "in 2 of 3",
        "one two",
        "five hundred hundred",
        "soon",
        "5 KM",
        "1e999999999",
        "5²",
        "9" * 10_000,
        "1,2,3",
        "--3",
        "NaN",
        "inf",
    ],
)
def test_what_does_not_read_as_a_number_costs_nothing(typed: str) -> None:
    assert number("5", unit="km").mark(typed) == Unclear(
        question="That does not read as a number. Type figures only, such as 12.5."
    )


@pytest.mark.parametrize(
    ("question", "solution"),
    [
        (number("1234.50", lang="de"), "1234,50"),
        (number("3", unit="km"), "3 km"),
        (number("40%", unit="of GDP"), "40% of GDP"),
        (number("6.02e23"), "6.02e23"),
    ],
)
def test_the_solution_is_written_as_the_language_does(question: Number, solution: str) -> None:
    assert question.solution == solution


def test_the_note_shows_the_unit_beside_the_gap() -> None:
    assert number("3", unit="km").note() == TypedNote(
        front="How many?\n\n____ km", answer="3", also=("3 km",)
    )


def test_the_language_does_not_change_the_answer_key() -> None:
    assert number("1.5").key_hash == number("1.5", lang="de").key_hash
