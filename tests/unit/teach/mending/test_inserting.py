import re

import pytest

from sample import HEAD
from zhu_quiz.bank.reader import read_text
from zhu_quiz.questions.keys import keys_of
from zhu_quiz.teach.checking import check_text
from zhu_quiz.teach.lock import Lock
from zhu_quiz.teach.mending.edits import applied

RED = """\
  - id: red
    type: short
    ask: Which planet is red?
    answer: Mars
"""
NEXT = """\
  - id: rings
    type: true-false
    ask: Saturn has rings.
    answer: true
"""


def mended(question: str, following: str = NEXT) -> str:
    """The question after its answer changed and `revision` was put into it."""
    bank = HEAD + question + following
    lock = Lock.of(read_text(bank))
    changed = bank.replace("Mars", "Ares")
    fixes = [each.fixes for each in check_text(changed, lock=lock).bank.problems if each.code == "ZQ118"]
    assert fixes
    text, _ = applied(changed, fixes)
    assert read_text(text).questions["red"].revision == 2
    assert not read_text(text).problems
    return text.removeprefix(HEAD).removesuffix(following).replace("Ares", "Mars")


@pytest.mark.parametrize("above", [
    "    source: {section: inner}\n",
    "    source:\n      section: inner\n      # as was said\n",
    "    explain: |\n      It rusts.\n\n      # is no comment here\n",
    "    explain: >-\n      It\n      rusts.\n",
    "    accept: [a,\n      b]\n",
    '    explain: "It\n      rusts."\n',
    "    hint:\n      - one\n      - two  # and more\n",
])  # fmt: skip
@pytest.mark.parametrize("below", ["", "    allow: [ZQ401]\n", "    # weighed\n    allow: [ZQ401]\n"])
@pytest.mark.parametrize("following", [NEXT, f"\n  # The next\n{NEXT}", "", "\n# the end\n"])
def test_a_key_is_put_where_good_form_wants_it(above: str, below: str, following: str) -> None:
    assert mended(RED + above + below, following) == f"{RED}{above}    revision: 2\n{below}"


def test_the_file_may_end_without_a_line_end() -> None:
    assert mended(RED.rstrip("\n"), "") == f"{RED}    revision: 2"


def test_keys_in_another_order_are_followed_by_the_last_that_comes_before() -> None:
    disordered = (
        "  - allow: [ZQ401]\n    id: red\n    type: short\n    answer: Mars\n    lang: en\n    ask: What?\n"
    )
    assert mended(disordered) == f"{disordered}    revision: 2\n"


def test_in_braces_it_stands_in_its_place() -> None:
    braces = "  - {id: red, type: short, ask: What?, answer: Mars, allow: [ZQ401]}\n"
    assert mended(braces) == braces.replace("Mars,", "Mars, revision: 2,")


def test_the_order_is_that_of_the_declaration() -> None:
    names = [key.name for key in keys_of(type(read_text(HEAD + RED).questions["red"]))]
    found = re.findall(r"^ +(?:- )?(\w+):", mended(f"{RED}    was: [ares]\n    allow: [ZQ401]\n"), re.M)
    assert found == sorted(found, key=names.index)
