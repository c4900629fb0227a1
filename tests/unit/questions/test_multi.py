"""Several right options."""

import pytest

from zhu_quiz.questions.multi import Multi
from zhu_quiz.questions.options import Option


def multi(score: str = "all") -> Multi:
    options = (
        Option(right="oak", why="It has acorns."),
        Option(right="elm"),
        Option(wrong="fern", why="It has no wood."),
        Option(wrong="moss"),
    )
    return Multi(id="x", type="multi", ask="Which are trees?", options=options, score=score)


@pytest.mark.parametrize(
    ("picks", "all_or_nothing", "in_parts"),
    [
        (("oak", "elm"), 1, 1),
        (("elm", "oak"), 1, 1),
        (("oak",), 0, 0.5),
        (("oak", "fern"), 0, 0),
        (("oak", "elm", "fern"), 0, 0.5),
        (("oak", "elm", "fern", "moss"), 0, 0),
        (("fern", "moss"), 0, 0),
        (("oak", "oak"), 0, 0.5),
        ((), 0, 0),
    ],
)
def test_the_score_follows_the_picks(picks: tuple[str, ...], all_or_nothing: float, in_parts: float) -> None:
    assert multi().mark(picks).fraction == all_or_nothing
    assert multi("parts").mark(picks).fraction == in_parts


def test_the_remark_explains_wrong_picks_and_missed_ones() -> None:
    assert multi().mark(("elm", "fern")).remark == "oak: It has acorns.\nfern: It has no wood."


def test_the_parts_follow_the_picks() -> None:
    assert multi().mark(("fern", "elm")).parts == (False, True)


def test_a_blind_guess_is_one_set_of_picks_among_all() -> None:
    assert multi().mark(("elm",)).chance == 1 / 15


def test_moving_an_option_does_not_change_the_answer_key() -> None:
    moved = Multi(id="x", type="multi", ask="?", options=multi().options[::-1])
    assert moved.key_hash == multi().key_hash
