from collections.abc import Callable

import pytest
import yaml

from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text


@pytest.fixture(scope="session")
def read() -> Callable[[str | bytes], Bank]:
    """Reads with libyaml and, as on machines without it, with the parser in Python. They must agree."""

    def with_both_parsers(text: str | bytes) -> Bank:
        bank = read_text(text)
        with pytest.MonkeyPatch.context() as patch:
            patch.delattr(yaml, "CSafeLoader")
            assert read_text(text) == bank
        return bank

    return with_both_parsers
