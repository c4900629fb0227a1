from zhu_quiz.memory.pace import FEEDBACK_SECONDS, expected_seconds, minutes


def test_before_ten_answers_a_kind_has_its_usual_pace() -> None:
    assert expected_seconds("choice", [1000] * 9) == expected_seconds("choice", []) == 9


def test_from_ten_answers_on_the_learners_own_pace_counts() -> None:
    assert expected_seconds("choice", [1000] * 4 + [3000] * 6) == 3


def test_only_the_last_fifty_answers_count() -> None:
    assert expected_seconds("choice", [2000] * 50 + [9000] * 500) == 2


def test_a_pause_with_the_terminal_open_does_not_count() -> None:
    assert expected_seconds("choice", [1000, 2000, 3000, 4000, 5000] * 2 + [900_000] * 2) == 3


def test_more_words_than_usual_take_a_quarter_of_a_second_each() -> None:
    assert expected_seconds("choice", [4000] * 10, extra_words=8) == 6


def test_fewer_words_than_usual_take_no_time_off() -> None:
    assert expected_seconds("choice", [4000] * 10, extra_words=-8) == 4


def test_no_question_is_expected_to_take_more_than_a_minute() -> None:
    assert expected_seconds("essay", [600_000] * 10, extra_words=50) == 60


def test_a_kind_that_nobody_timed_yet_has_a_pace_too() -> None:
    assert expected_seconds("tenth-kind", []) > 0


def test_learners_who_answer_at_once_have_a_pace() -> None:
    assert expected_seconds("choice", [0] * 10) == 0


def test_an_estimate_leaves_time_to_read_what_follows() -> None:
    assert minutes([10 - FEEDBACK_SECONDS, 50 - FEEDBACK_SECONDS]) == 1
