from pathlib import Path

import pytest

from sample import BANK, HEAD
from zhu_quiz.bank.reader import read_text
from zhu_quiz.model.problem import QuizError, Severity
from zhu_quiz.questions import Question
from zhu_quiz.teach.checking import check_text
from zhu_quiz.teach.mending.formatting import formatted
from zhu_quiz.teach.mending.new import Added, new_bank, with_question
from zhu_quiz.teach.telling.schema import summary

SHIPPED = Path(__file__).parents[4] / "questions.yaml"
PATH = Path("bank.yaml")
every_kind = pytest.mark.parametrize("kind", Question.kinds)


def added(text: str, kind: str = "card", name: str = "") -> Added:
    return with_question(text.encode(), PATH, kind, name)


def errors(data: bytes) -> list[str]:
    return [each.message for each in check_text(data).bank.problems if each.severity is Severity.ERROR]


@every_kind
@pytest.mark.parametrize("text", [BANK, SHIPPED.read_text(encoding="utf-8"), new_bank(PATH).decode()])
def test_a_bank_with_a_new_question_is_sound_and_asks_no_more_than_before(kind: str, text: str) -> None:
    after = added(text, kind)
    assert not errors(after.data)
    before, bank = read_text(text), read_text(after.data)
    assert bank.questions[after.name].kind == kind
    assert bank.lines[after.name] == after.line
    assert bank.cards == before.cards
    assert list(bank.questions) == [*before.questions, after.name]


@every_kind
def test_a_new_question_is_in_good_form_and_each_of_its_keys_explained(kind: str) -> None:
    data = added(new_bank(PATH).decode(), kind).data
    assert formatted(data) == data
    lines = data.decode().split("\n")
    keys = [index for index, line in enumerate(lines) if line[:4] == "    " and line[4:5].isalpha()]
    assert all(lines[index - 1].startswith("    # ") for index in keys if "type:" not in lines[index])


def test_several_new_questions_have_names_of_their_own() -> None:
    text = added(added(BANK).data.decode()).data.decode()
    assert list(read_text(added(text).data).questions)[-3:] == ["new-card", "new-card-2", "new-card-3"]


def test_what_follows_the_questions_stays_below_with_its_comments() -> None:
    text = BANK + "    # of pluto\n\n# the claims\nclaims:\n  - {id: c01, text: Mars is red}\n"
    above, _, below = added(text).data.decode().partition("\n\n  - id: new-card\n")
    assert above.endswith("    # of pluto")
    assert below.endswith("\n    status: draft\n\n# the claims\nclaims:\n  - {id: c01, text: Mars is red}\n")


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n# the end"])
def test_the_end_of_the_file_may_look_in_any_way(end: str) -> None:
    after = added(BANK.rstrip() + end)
    assert not errors(after.data)
    assert after.data.decode().endswith(f"status: draft{end}")


@pytest.mark.parametrize(
    "questions", ["questions:", "questions: []", "questions:  # none yet", "questions:\n\n# soon"]
)
def test_a_bank_may_have_no_questions_yet(questions: str) -> None:
    text = HEAD.replace("questions:\n", questions + "\nclaims: []\n")
    assert list(read_text(added(text).data).questions) == ["new-card"]


def test_lines_end_as_they_did_and_dashes_stand_where_they_did() -> None:
    text = BANK.replace("\n  ", "\n").replace("\n", "\r\n")
    data = added(text).data
    assert b"\r\n\r\n- id: new-card\r\n  # Only an example" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_an_id_is_given_once() -> None:
    assert added(BANK, name="venus").name == "venus"
    for name in ("red", "Venus", "venus_2", "x" * 41):
        with pytest.raises(QuizError, match=r"already|cannot be an id"):
            added(BANK, name=name)
    with pytest.raises(QuizError, match="already"):
        added(BANK.replace("    answer: Mars", "    answer: Mars\n    was: [venus]"), name="venus")


@pytest.mark.parametrize("text", [
    "", "a: b", HEAD.replace("questions:\n", ""), HEAD.replace("questions:", "questions: {a: b}"),
    HEAD.replace("questions:", "questions: [{id: a, type: card, front: b, back: c}]"), "\0" * 50,
])  # fmt: skip
def test_a_bank_without_a_clear_end_is_left_alone(text: str) -> None:
    with pytest.raises(QuizError, match=r"bank\.yaml"):
        added(text)


def test_mistakes_elsewhere_do_not_matter() -> None:
    after = added(BANK.replace("type: short", "type: x").replace("front: What is", "front: a: b"), "match")
    assert "new-match" in read_text(after.data).questions


@pytest.mark.parametrize(
    "name", ["questions.yaml", "Äpfel & Birnen.yaml", "2020.yaml", "日本.yaml", '"a: b.yaml']
)
def test_a_new_bank_lacks_nothing_but_questions(name: str, tmp_path: Path) -> None:
    data = new_bank(tmp_path / name)
    assert [problem.code for problem in read_text(data).problems] == ["ZQ116"]


@every_kind
def test_each_kind_can_be_told_in_a_sentence(kind: str) -> None:
    assert summary(Question.kinds[kind]).endswith(".")


def test_a_list_in_brackets_is_told_with_what_to_do() -> None:
    flow = HEAD.replace("questions:\n", "questions: [{id: a, type: card, front: What?, back: That}]\n")
    with pytest.raises(QuizError, match=r"in brackets.*after a dash"):
        added(flow)
