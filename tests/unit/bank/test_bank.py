import subprocess
import sys
from pathlib import Path

import pytest

from zhu_quiz.bank import Bank, Entry, read_bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.memory import Card

BANK = """\
format: zhu-quiz/1
id: planets
title: The planets
sections:
  - {id: inner, title: Inner planets}
questions:
  - id: red
    type: card
    front: Which planet is red?
    back: Mars
    reverse: true
    source: {section: inner}
    revision: 3
  - id: largest
    type: short
    ask: Which planet is the largest?
    answer: Jupiter
    was: [biggest, greatest]
  - id: smallest
    type: short
    ask: Which planet is the smallest?
    answer: Mercury
    status: draft
"""


@pytest.fixture(params=["fresh", "cached"])
def planets(request: pytest.FixtureRequest, tmp_path: Path) -> Bank:
    if request.param == "fresh":
        return read_text(BANK)
    path = tmp_path / "questions.yaml"
    path.write_text(BANK, encoding="utf-8")
    read_bank(path, tmp_path / "cache")
    return read_bank(path, tmp_path / "cache")


def test_cards_are_those_of_ready_questions_in_the_order_of_the_file(planets: Bank) -> None:
    assert planets.cards == (Card("red"), Card("red", "reverse"), Card("largest"))


def test_ready_questions_are_those_that_are_asked(planets: Bank) -> None:
    assert [question.id for question in planets.ready] == ["red", "largest"]


def test_drafts_are_there_for_those_who_look(planets: Bank) -> None:
    assert planets.questions["smallest"].status == "draft"


def test_earlier_ids_lead_to_the_question(planets: Bank) -> None:
    assert planets.renamed == {"biggest": "largest", "greatest": "largest"}


def test_the_table_of_contents_tells_what_the_questions_say(planets: Bank) -> None:
    assert {name: Entry.of(question) for name, question in planets.questions.items()} == planets.contents


def test_revision_section_and_line_are_known_by_id(planets: Bank) -> None:
    assert [planets.revision(name) for name in ("red", "largest")] == [3, 1]
    assert [planets.section_of(name) for name in ("red", "largest")] == ["inner", ""]
    assert planets.lines == {"red": 7, "largest": 14, "smallest": 19}


def test_the_title_of_a_section_is_found_by_a_question(planets: Bank) -> None:
    titles = [planets.section_title(planets.questions[name]) for name in ("red", "largest")]
    assert titles == ["Inner planets", ""]


def test_a_cached_bank_needs_neither_yaml_nor_a_question(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(BANK, encoding="utf-8")
    read_bank(path, tmp_path / "cache")
    program = f"""
import sys
from pathlib import Path
from zhu_quiz.bank import read_bank
bank = read_bank(Path({str(path)!r}), Path({str(tmp_path / "cache")!r}))
cards, sections = bank.cards, [bank.section_of(card.question) for card in bank.cards]
print(len(cards), "yaml" in sys.modules, bank.questions._built)
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "3 False {}\n"
