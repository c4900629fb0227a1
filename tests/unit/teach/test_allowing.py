from fragments import as_bank
from zhu_quiz.model.problem import Problem, Severity
from zhu_quiz.teach.article.article import Article
from zhu_quiz.teach.checking import check_text


def capital(allow: str, more: str = "") -> str:
    """A question without an explanation."""
    return as_bank(f"""\
- id: capital
  type: short
  ask: Which city is the capital of Kenya?
  answer: Nairobi
  allow: {allow}
{more}""")


def complaints(bank: str, **options: object) -> list[Problem]:
    problems = check_text(bank, **options).bank.problems  # type: ignore[arg-type]  # one of its keywords
    return [problem for problem in problems if problem.code == "ZQ124"]


def codes(bank: str) -> set[str]:
    return {problem.code for problem in check_text(bank).bank.problems}


def test_what_a_question_allows_is_not_reported() -> None:
    assert codes(capital("[ZQ401]")) == set()


def test_it_is_allowed_in_that_question_alone() -> None:
    other = "- {id: other, type: short, ask: Which city is the capital of Peru?, answer: Lima}\n"
    assert codes(capital("[ZQ401]", other)) == {"ZQ401"}


def test_what_is_allowed_for_nothing_is_reported_where_it_stands() -> None:
    (found,) = complaints(capital("[ZQ401, ZQ402]"))
    assert (found.place.line, found.place.column, found.question) == (9, 18, "capital")
    assert (found.severity, found.remedy) == (Severity.WARNING, "Delete it.")


def test_one_code_alone_stands_for_a_list() -> None:
    (found,) = complaints(capital("ZQ402"))
    assert found.message.startswith("ZQ402 finds nothing here")


def test_a_code_that_is_no_rule_is_corrected() -> None:
    (found,) = complaints(capital("[ZQ401, zq402]"))
    assert (found.message, found.remedy) == ("There is no rule “zq402”.", "Did you mean “ZQ402”?")


def test_a_word_that_is_no_code_at_all_is_reported() -> None:
    (found,) = complaints(capital("[ZQ401, everything]"))
    assert found.message == "There is no rule “everything”."


def test_an_error_cannot_be_allowed() -> None:
    (found,) = complaints(capital("[ZQ401, ZQ107]"))
    assert found.message == "ZQ107 is an error, and errors cannot be allowed."


def test_an_error_that_is_allowed_is_reported_all_the_same() -> None:
    bank = capital("[ZQ401, ZQ115]", "  source: {section: nowhere}\n").replace(
        "questions:", "sections: [{id: here, title: Here}]\nquestions:"
    )
    assert "ZQ115" in codes(bank)


def test_a_rule_that_is_not_asked_may_be_allowed_beforehand() -> None:
    bank = capital("[ZQ401, ZQ304]")
    assert not complaints(bank)
    assert complaints(bank, thorough=True)


def test_a_rule_that_needs_the_article_may_be_allowed_while_it_is_away() -> None:
    bank = capital("[ZQ401, ZQ408]")
    assert not complaints(bank)
    assert complaints(bank, article=Article(text="Another matter."))


def test_a_rule_of_words_may_be_allowed_where_they_are_not_listed() -> None:
    bank = capital("[ZQ401, ZQ402]").replace("questions:", "lang: eo\nquestions:")
    assert not complaints(bank)


def test_a_rule_of_words_is_asked_where_the_question_has_them() -> None:
    bank = capital("[ZQ401, ZQ402]", "  lang: en\n").replace("questions:", "lang: eo\nquestions:")
    assert complaints(bank)
    assert not complaints(bank.replace("lang: en", "lang: eo"))


def test_what_another_question_is_the_reason_for_may_stay_while_that_cannot_be_read() -> None:
    second = capital("[ZQ303, ZQ401]").partition("questions:\n")[2].replace("id: capital", "id: city")
    bank = capital("[ZQ401]", second)
    assert not complaints(bank)
    assert not complaints(bank.replace("short", "shrot", 1))


def test_a_draft_may_allow_what_it_will_need() -> None:
    assert not complaints(capital("[ZQ402]", "  status: draft\n"))


def test_a_warning_of_the_reader_can_be_allowed() -> None:
    text = "  note: Twice\u200bover\n"
    assert "ZQ002" in codes(capital("[ZQ401]", text))
    assert codes(capital("[ZQ401, ZQ002]", text)) == set()


def test_a_problem_on_a_line_indented_by_tabs_stands_where_it_was_written() -> None:
    bank = as_bank("- id: greeting\n  type: true-false\n\t\task: Hi there, you\u200bknow.\n  answer: true\n")
    assert [(each.place.line, each.place.column) for each in check_text(bank).bank.problems] == [
        (7, 1),
        (7, 21),
    ]
