from collections.abc import Callable

import pytest

from fragments import as_bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import Problem
from zhu_quiz.teach.article.article import Article
from zhu_quiz.teach.checking import check_text
from zhu_quiz.teach.lock import Lock
from zhu_quiz.teach.rule import Rule

Problems = Callable[[Rule, str], list[Problem]]


@pytest.fixture
def problems() -> Problems:
    """What is found in an example of a rule, held against the article or against what was published with it."""

    def problems(rule: Rule, example: str) -> list[Problem]:
        article = Article(text=rule.article, sha256="1" * 64) if rule.article else None
        lock = Lock.of(read_text(as_bank(rule.published)), article) if rule.published else None
        checked = check_text(as_bank(example), article=None if lock else article, lock=lock, thorough=True)
        return list(checked.bank.problems)

    return problems
