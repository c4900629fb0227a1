from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from sample import BANK
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.progress import Journal
from zhu_quiz.study import Study

# Machines that are busy with other things are slow; no law is about time.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def bank() -> Bank:
    return read_text(BANK)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "progress.db") as journal:
        yield journal


@pytest.fixture
def study(bank: Bank, journal: Journal) -> Study:
    return Study(bank, journal)
