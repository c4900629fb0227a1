"""Flashcards."""

from zhu_quiz.model.mark import Mark
from zhu_quiz.model.memory import Card
from zhu_quiz.model.note import BasicNote
from zhu_quiz.model.prompt import Recall
from zhu_quiz.questions.card import Flashcard


def flashcard(*, reverse: bool) -> Flashcard:
    return Flashcard(id="x", type="card", front="H₂O", back="water", reverse=reverse)


def test_the_learner_marks_it() -> None:
    assert flashcard(reverse=False).mark("") == Mark(fraction=1, expected="water", is_self_graded=True)


def test_one_card_asks_it_one_way() -> None:
    assert flashcard(reverse=False).cards == (Card("x"),)


def test_a_reversed_card_is_scheduled_on_its_own() -> None:
    assert [str(card) for card in flashcard(reverse=True).cards] == ["x", "x~reverse"]


def test_the_reverse_asks_for_the_front() -> None:
    assert flashcard(reverse=True).seen_from("reverse").prompt(0) == Recall(stem="water", back="H₂O")


def test_the_note_knows_both_sides() -> None:
    assert flashcard(reverse=True).note() == BasicNote(front="H₂O", back="water", reverse=True)


def test_another_back_is_another_answer_key() -> None:
    other = Flashcard(id="x", type="card", front="H₂O", back="ice")
    assert other.key_hash != flashcard(reverse=False).key_hash
