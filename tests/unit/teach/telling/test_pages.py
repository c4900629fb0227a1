import re
from pathlib import Path

import pytest

from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import Severity
from zhu_quiz.teach.rule import Page
from zhu_quiz.teach.telling.explaining import as_markdown, as_text, listed
from zhu_quiz.teach.telling.pages import keys, kinds, nearest, page_of, pages, text

SOURCES = Path(__file__).parents[4] / "src" / "zhu_quiz"
HEAD = "format: zhu-quiz/1\nid: planets\ntitle: The planets\nquestions:\n"
READERS = (*text.PAGES, *keys.PAGES, *kinds.PAGES)

every_page_of_the_reader = pytest.mark.parametrize("page", READERS, ids=lambda page: page.code)
every_page = pytest.mark.parametrize("page", pages().values(), ids=lambda page: page.code)


def codes(example: str) -> set[str]:
    """What is wrong with a bank of these questions."""
    bank = HEAD + example if example.startswith("- ") else example
    return {problem.code for problem in read_text(bank).problems}


@every_page_of_the_reader
def test_the_bad_example_has_this_mistake_and_no_other(page: Page) -> None:
    assert codes(page.bad) == {page.code}


@every_page_of_the_reader
def test_the_good_example_has_no_mistake(page: Page) -> None:
    assert codes(page.good) == set()


@every_page_of_the_reader
def test_the_page_tells_the_severity_of_its_example(page: Page) -> None:
    found = read_text(HEAD + page.bad if page.bad.startswith("- ") else page.bad).problems
    assert {problem.severity for problem in found} == {page.severity}


def test_every_code_that_a_reader_can_tell_has_a_page() -> None:
    told = {
        code
        for folder in ("bank", "questions")
        for path in (SOURCES / folder).rglob("*.py")
        for code in re.findall(r'"(ZQ\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert told <= set(pages())


@every_page
def test_a_page_is_whole_and_fits_80_columns(page: Page) -> None:
    shown = as_text(page)
    assert all(len(line) <= 80 for line in shown.split("\n") if not line.startswith("    "))
    assert page.title.endswith(".")
    assert page.why.endswith(".")
    assert not re.search("[\x00-\x09\x0b-\x1f\u200b-\u200f\u202a-\u202e]", shown + as_markdown(page))


@every_page
def test_only_what_is_no_error_can_be_allowed(page: Page) -> None:
    can_be = page.severity is not Severity.ERROR
    assert (f"allow: [{page.code}]" in as_text(page)) is can_be


@pytest.mark.parametrize("word", ["ZQ004", "zq004", "zq4", "4", "004", " ZQ4 ", "[ZQ004]", "zq-4"])
def test_a_code_is_known_however_it_is_typed(word: str) -> None:
    found = page_of(word)
    assert found
    assert found.code == "ZQ004"


@pytest.mark.parametrize("word", ["", "colon", "ZQ", "ZQ0004", "ZQ000", "٤", "ZQ004 ZQ005"])
def test_what_is_no_code_has_no_page(word: str) -> None:
    assert page_of(word) is None


@pytest.mark.parametrize(("word", "code"), [("404x", "ZQ404"), ("QZ004", "ZQ004"), ("elephant", None)])
def test_a_code_that_may_have_been_meant_is_suggested(word: str, code: str | None) -> None:
    assert nearest(word) == code


def test_tabs_can_be_seen_in_an_example() -> None:
    assert "→   type: card" in as_text(pages()["ZQ003"])


def test_the_list_has_every_code_once_in_order() -> None:
    assert re.findall(r"^ZQ\d{3}", listed(pages().values()), re.MULTILINE) == sorted(pages())
