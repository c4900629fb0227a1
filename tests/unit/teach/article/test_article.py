from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.model.problem import QuizError
from zhu_quiz.teach.article.article import MAX_BYTES, Article, Span, hashed, length, plain_words, read_article

TEXT = (
    "- The lander’s cameras worked for 30 months\n"
    "In 1976 a lander touched down on “Chryse Planitia”, a dusty plain. It's the north-western\u00a0part.\n"
    "The lander sent pictures home: 1,400 of them."
)
ARTICLE = Article(text=TEXT)


@pytest.mark.parametrize(
    "phrase",
    [
        "touched down on",
        "TOUCHED   Down on",
        "the lander's cameras",
        "the lander‘s cameras",
        "the landers cameras",
        "cameras worked for 30 months",
        "down on Chryse Planitia, a dusty plain",
        "it’s the northwestern part",
        "the north\u2011western part",
        "the north western part",
        "touched\u00ad down",
        "ｌａｎｄｅｒ touched",
        "1400 of them",
    ],
)
def test_habits_of_spelling_do_not_matter(phrase: str) -> None:
    assert ARTICLE.find(phrase)


@pytest.mark.parametrize(
    "phrase", ["touched down in", "ouched down", "touched dow", "months in 1977", "", "…", "s cameras"]
)
def test_only_whole_words_in_a_row_are_found(phrase: str) -> None:
    assert not ARTICLE.find(phrase)


def test_a_phrase_may_end_before_a_genitive() -> None:
    assert ARTICLE.find("the lander") == ((0, 2), (24, 26))


def test_a_script_without_spaces_has_a_word_a_sign() -> None:
    article = Article(text="朱松纯于二〇二〇年离开美国。")
    assert length("离开美国") == 4
    assert article.find("离开美国") == ((9, 13),)


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert plain_words(" ".join(plain_words(text))) == plain_words(text)


@given(st.lists(st.text(alphabet="ab'’-., \n1é", min_size=1, max_size=8), min_size=1, max_size=12), st.data())
@settings(max_examples=100)
def test_what_was_copied_is_found(parts: list[str], data: st.DataObject) -> None:
    article = Article(text=" ".join(parts))
    start = data.draw(st.integers(0, len(article.words)))
    phrase = article.words[start : start + 3]
    assert not phrase or (start, start + len(phrase)) in article.find(" ".join(phrase))


def test_a_hash_stands_for_a_phrase() -> None:
    assert ARTICLE.find(hashed(("it's", "the", "north"))) == ((19, 22),)


def test_the_recipe_of_a_hash_never_changes() -> None:
    figures = sha256(b"it's the north").hexdigest()[:10]
    assert hashed(plain_words("It’s the NORTH.")) == f"sha:3:{figures}" == "sha:3:1c89a69e71"


@pytest.mark.parametrize(
    "evidence", ["sha:3:0123456789", "sha:99:0123456789", "sha:0:0123456789", "sha:3:xyz"]
)
def test_a_hash_of_other_words_is_not_found(evidence: str) -> None:
    assert not ARTICLE.find(evidence)


@pytest.mark.parametrize(
    ("phrase", "nearest"),
    [
        ("touched down in", "touched down on"),
        ("chryse planita", "Chryse Planitia"),
        ("a dusty plane", "a dusty plain"),
        ("north western bart", "north-western part"),
        ("xyzzy", ""),
        ("?", ""),
        ("word " * 500, ""),
    ],
)
def test_the_nearest_words_are_those_of_the_article(phrase: str, nearest: str) -> None:
    assert ARTICLE.nearest(phrase) == nearest


def test_in_a_book_nothing_is_near() -> None:
    assert Article(text=f"{TEXT} " * 1000).nearest("touched down in") == ""


def test_a_line_is_a_paragraph() -> None:
    (span,) = ARTICLE.find("dusty plain")
    assert ARTICLE.words[slice(*ARTICLE.paragraph(span))][:3] == ("in", "1976", "a")


@pytest.mark.parametrize("gap", ["\n\n", "\r\n \r\n", "\n\t\n\n"])
def test_where_there_are_empty_lines_they_part_paragraphs(gap: str) -> None:
    article = Article(text=f"\n\nA lander touched\ndown in 1976.{gap}It watched\nthe sky.{gap}And rocks.\n\n")
    told = [
        " ".join(article.words[slice(*article.paragraph(span))])
        for span in map(Span, range(10), range(1, 11))
    ]
    assert list(dict.fromkeys(told)) == ["a lander touched down in 1976", "it watched the sky"]


def test_eight_words_in_a_row_are_a_copy() -> None:
    assert ARTICLE.copied("We read: “a lander touched down on Chryse planitia, a … plain") == (
        "a lander touched down on chryse planitia a"
    )
    assert not ARTICLE.copied("We read: “a lander touched down on Chryse Planitia”, one plain")


def test_an_article_is_named_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"\xef\xbb\xbfTwo words\r\n")
    article = read_article(path)
    assert (article.words, article.sha256) == (("two", "words"), sha256(path.read_bytes()).hexdigest())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "no such file"),
        (b"", "no text"),
        (b"\n ...\n", "no text"),
        (b"caf\xe9", "UTF-8"),
        (b"PK\3\4\0\0abc", "no text"),
        (b"a" * (MAX_BYTES + 1), "larger than 1 MB"),
    ],
)
def test_what_is_no_article_is_told_in_a_sentence(tmp_path: Path, data: bytes | None, words: str) -> None:
    path = tmp_path / "article.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(QuizError, match=words):
        read_article(path)
