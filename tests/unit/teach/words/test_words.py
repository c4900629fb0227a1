from dataclasses import fields

import pytest

from zhu_quiz.teach.words import Words, words_of

LANGUAGES = ("en", "de")


def words(lang: str) -> Words:
    found = words_of(lang)
    assert found
    return found


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN", "en-Latn-US"])
def test_a_region_or_a_script_does_not_matter(tag: str) -> None:
    assert words_of(tag) is words_of("en")


@pytest.mark.parametrize("tag", ["", "eo", "words", "../en", "e.n", "en/../de", "éé", "x" * 1000])
def test_there_are_no_words_for_other_tags(tag: str) -> None:
    assert words_of(tag) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_list_is_filled_with_small_letters(lang: str) -> None:
    for field in fields(Words):
        value = getattr(words(lang), field.name)
        if isinstance(value, frozenset):
            assert value, field.name
            assert all(entry == entry.lower() == entry.strip() for entry in value)


@pytest.mark.parametrize(
    ("lang", "option"),
    [
        ("en", "All of the above"),
        ("en", "all of these."),
        ("en", "Any of the above"),
        ("en", "All of these answers are correct"),
        ("en", "All the choices are right"),
        ("en", "All of the above statements are true."),
        ("en", "All other options"),
        ("en", "They are all correct"),
        ("de", "Alle genannten"),
        ("de", "Alle der oben genannten Antworten"),
        ("de", "Alle Antworten sind richtig."),
        ("de", "Alle oben genannten"),
        ("de", "Alles davon"),
    ],
)
def test_an_option_that_stands_for_all_is_known(lang: str, option: str) -> None:
    assert words(lang).all_options.match(option)


@pytest.mark.parametrize(
    ("lang", "option"),
    [
        ("en", "None of the above"),
        ("en", "None of these."),
        ("en", "none of the others"),
        ("en", "None of the above is correct"),
        ("en", "Neither of these options"),
        ("en", "No answer is right"),
        ("de", "Keine davon"),
        ("de", "Keines der genannten"),
        ("de", "Keine der Antworten ist richtig"),
        ("de", "Keine dieser Optionen ist richtig."),
        ("de", "Nichts davon"),
    ],
)
def test_an_option_that_stands_for_none_is_known(lang: str, option: str) -> None:
    assert words(lang).no_option.match(option)


@pytest.mark.parametrize(
    ("lang", "option"),
    [
        ("en", "Both A and B"),
        ("en", "Both a) and c) are correct."),
        ("en", "I and III only"),
        ("en", "Options A and C"),
        ("en", "Neither A nor B"),
        ("en", "Both of the above"),
        ("en", "All but C"),
        ("de", "Sowohl A als auch B"),
        ("de", "Nur I und III"),
        ("de", "Antworten A und C"),
        ("de", "Weder A noch B"),
    ],
)
def test_an_option_made_of_others_is_known(lang: str, option: str) -> None:
    match = words(lang).some_options.match(option)
    assert match
    assert match["bare"] is None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "option",
    [
        "All",
        "None",
        "All of them",
        "None of them",
        "All peers",
        "No gas",
        "Each other",
        "Both 1 and 3",
        "Keiner",
        "Alle Kinder",
    ],
)
def test_an_option_that_speaks_of_the_matter_is_left_alone(lang: str, option: str) -> None:
    known = words(lang)
    assert not any(
        pattern.match(option) for pattern in (known.all_options, known.no_option, known.some_options)
    )


@pytest.mark.parametrize(
    ("lang", "question", "word"),
    [
        ("en", "Which of these is not a planet?", "not"),
        ("en", "A judge noted some facts. Which of them would not be used?", "not"),
        ("en", "To feed the line, which of these should never be used?", "never"),
        ("en", "Which metal doesn't rust?", "doesn't"),
        ("en", "All of these are metals except:", "except"),
        ("de", "Welche Aussage ist nicht wahr?", "nicht"),
        ("de", "Was ist kein Edelgas?", "kein"),
        ("de", "Von welchem Stoff ist nicht bekannt, ob er giftig ist?", "nicht"),
    ],
)
def test_a_question_for_what_is_not_so_is_known(lang: str, question: str, word: str) -> None:
    found = words(lang).asks_negatively.search(question)
    assert found
    assert found[found.lastgroup or 0] == word


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Option B is wrong because it is older."),
        ("en", "The first answer is right."),
        ("en", "(a) is the only metal."),
        ("de", "Antwort B ist falsch."),
        ("de", "Die erste Antwort stimmt."),
    ],
)
def test_an_option_called_by_its_place_is_known(lang: str, text: str) -> None:
    assert words(lang).positions.search(text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Vitamin B is needed for growth."),
        ("en", "An early reply came from Galileo, who gave others the option."),
        ("en", "He chose option pricing as his field."),
        ("de", "Das Vitamin B ist wichtig."),
    ],
)
def test_letters_of_the_matter_are_no_places(lang: str, text: str) -> None:
    assert not words(lang).positions.search(text)
