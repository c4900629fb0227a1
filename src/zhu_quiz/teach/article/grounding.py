"""Whether questions stand on the article, each on its evidence, and without repeating it."""

from collections.abc import Iterable, Iterator

from ...bank import Bank
from ...questions import Question
from ...questions.cloze import Cloze
from ...questions.language import primary
from ...questions.number import Number
from ...questions.numbers import plain_number
from ...questions.short import Short
from ...questions.spelling import normal
from ..lock import Lock
from .article import COPIED, Article, Span
from .numerals import are_known, numbers_in


def ungrounded(question: Question, article: Article) -> Iterator[str]:
    """The typed answers that no paragraph of the evidence names, in none of the forms that are right."""
    paragraphs = {article.paragraph(span) for span in article.find(question.source.evidence)}
    if not paragraphs:
        return
    for forms in _answers(question):
        spelt = {*forms, *(normal(form, question.language) for form in forms)}
        is_there = any(_stands_in(paragraphs, form, article) for form in spelt)
        if not is_there and not _is_spelt_out(question, paragraphs, article):
            yield forms[0]


def joined(questions: Iterable[Question], article: Article) -> Iterator[tuple[Question, Question, int]]:
    """Phrases of evidence that are no copy alone but together: a question, one before it, how many words."""
    placed = []
    for index, question in enumerate(questions):
        spans = article.find(question.source.evidence) if question.source.evidence else ()
        if len(spans) == 1:  # Nobody can tell which of several places is meant.
            placed.append((spans[0], index, question))
    run: list[tuple[Span, int, Question]] = []
    for each in sorted(placed, key=lambda each: each[:2]):
        if run and each[0].start > max(span.end for span, *_ in run):
            run = []
        run.append(each)
        words = max(span.end for span, *_ in run) - run[0][0].start
        alone = max(span.end - span.start for span, *_ in run)
        if words >= COPIED and words > alone:
            *_, earlier, later = sorted(run, key=lambda each: each[1])
            yield later[2], earlier[2], words
            run = [each]


def grounding_note(bank: Bank, article: Article | None, lock: Lock | None) -> str:
    """What could not be checked without the article, in a sentence or two; empty where nothing is amiss."""
    cited = [question for question in bank.questions.values() if question.source.evidence]
    if article or not cited:
        return ""
    if lock is None or not was_verified(bank, lock):
        return "Evidence was not compared with the article; name it with --article FILE."
    changed = sum(not lock.vouches_for(question) for question in cited)
    if changed:
        are_new = f"Evidence that is new or changed ({changed})"
        return f"{are_new} was not compared with the article; name it with --article FILE."
    return "Evidence was compared with the article when the bank was published, and has not changed since."


def was_verified(bank: Bank, lock: Lock | None) -> bool:
    """Whether evidence was ever looked for in the article that the bank is about."""
    if not lock or not lock.article or lock.bank != bank.id:
        return False
    return bank.source.sha256.lower() in ("", lock.article)


def _answers(question: Question) -> tuple[tuple[str, ...], ...]:
    """What is to be typed, each with all forms that are right; empty for questions that are not typed."""
    match question:
        case Short():
            return (question.answers,)
        case Number() if are_known(primary(question.language)):
            return ((question.answer.removesuffix("%"),),)
        case Cloze():
            return question.answers
        case _:
            return ()


def _stands_in(paragraphs: Iterable[Span], phrase: str, article: Article) -> bool:
    spans = article.find(phrase)
    return any(start <= span.start and span.end <= end for start, end in paragraphs for span in spans)


def _is_spelt_out(question: Question, paragraphs: Iterable[Span], article: Article) -> bool:
    """Whether it asks for a number that stands there in words, or as a share."""
    number = plain_number(question.answer.removesuffix("%")) if isinstance(question, Number) else None
    if number is None:
        return False
    named = (numbers_in(article.words[start:end], primary(question.language)) for start, end in paragraphs)
    return any({number, number / 100} & numbers for numbers in named)
