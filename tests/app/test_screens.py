"""From one screen to the next: home, question, summary, help, problems."""

from collections.abc import Callable
from typing import Any

Make = Callable[..., Any]

BROKEN = "  - id: broken\n    type: choice\n    ask: Which?\n    options: [{wrong: One}, {wrong: Two}]\n"


async def test_home_says_what_there_is_to_do_and_enter_begins(quiz: Make) -> None:
    async with quiz("choice", "card", start="home").running() as learner:
        assert "2 questions on one article" in learner.seen
        assert "2 new · about" in learner.seen
        await learner.press("enter")
        assert "1 of 2" in learner.seen


async def test_a_review_begins_with_its_first_question(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        assert "Which US university" in learner.seen


async def test_after_the_last_question_comes_the_summary(quiz: Make) -> None:
    async with quiz("multi").running() as learner:
        await learner.press("1", "2", "4", "enter", "enter")
        assert "1 answered" in learner.seen
        assert "1 right at first sight" in learner.seen


async def test_the_summary_shows_your_answer_beside_the_right_one(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("1", "enter", "2", "o", "enter")
        assert "you  University of California, Berkeley" in learner.seen
        assert "✓  University of California, Los Angeles" in learner.seen


async def test_undo_works_on_the_finished_screen(quiz: Make) -> None:
    async with quiz("card").running() as learner:
        await learner.press("space", "3")
        assert "1 answered" in learner.seen
        await learner.press("u")
        assert not learner.reviews
        assert "What single goal" in learner.seen


async def test_the_missed_ones_can_be_tried_again_without_counting(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("1", "enter", "2", "o", "enter")
        counted = len(learner.reviews)
        await learner.press("r", "2", "enter")
        assert "This was practice" in learner.seen
        assert [review.after == review.before for review in learner.reviews[counted:]] == [True]


async def test_an_interrupted_sitting_goes_on_at_the_same_question(quiz: Make) -> None:
    async with quiz("choice", "multi", "order").running() as learner:
        await learner.press("1", "enter")
        while "2 of 3" not in learner.seen:
            await learner.press("enter")
        left_at = learner.seen.splitlines()[:8]
    async with quiz("choice", "multi", "order", start="home").running() as learner:
        assert "You are in the middle: 1 answered" in learner.seen
        await learner.press("enter")
        assert [line.strip("▸ ") for line in learner.seen.splitlines()[:8]] == [
            line.strip("▸ ") for line in left_at
        ]


async def test_undo_reaches_back_to_an_earlier_start(quiz: Make) -> None:
    async with quiz("choice", "true-false").running() as learner:
        await learner.press("1")
    async with quiz("choice", "true-false", start="home").running() as learner:
        await learner.press("u")
        assert not learner.reviews
        assert "1 of 2" in learner.seen


async def test_leaving_a_question_comes_home_and_leaving_home_ends(quiz: Make) -> None:
    async with quiz("choice", start="home").running() as learner:
        await learner.press("enter", "q")
        assert "1 question on one article" in learner.seen
        await learner.press("q")
        assert learner.app.return_code == 0


async def test_leaving_a_review_ends_it(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("q")
        assert learner.app.return_code == 0


async def test_nothing_due_says_when_and_offers_more(quiz: Make) -> None:
    async with quiz("card", start="home").running() as learner:
        await learner.press("enter", "space", "3", "enter")
        assert "Nothing is due now. Next review in" in learner.seen
        assert "begin" not in learner.seen
    learner.clock.pass_days(1)
    async with quiz("card", start="home").running() as learner:
        assert "▸ Study ahead" in learner.seen
        await learner.press("enter")
        assert "What single goal" in learner.seen


async def test_what_is_left_out_is_said_and_explained(quiz: Make) -> None:
    async with quiz("choice", BROKEN, start="home").running() as learner:
        assert "1 question is left out" in learner.seen
        await learner.press("c")
        assert "No option is right." in learner.seen
        await learner.press("escape")
        assert "▸ Review" in learner.seen


async def test_the_help_leaves_out_what_a_key_cannot_do_now(quiz: Make) -> None:
    async with quiz("choice").running(120, 60) as learner:
        await learner.press("question_mark")
        assert "It was right after all" not in learner.seen
        await learner.press("escape", "1", "question_mark")
        assert "It was right after all" in learner.seen
        assert "Give up" not in learner.seen


async def test_the_help_lists_every_key_of_the_screen_below(quiz: Make) -> None:
    async with quiz("choice").running(120, 60) as learner:
        await learner.press("question_mark")
        keys = learner.seen
        for key in ("1 2 3", "h F2", "u Ctrl+Z", "@ F6", "- F7", "* F8", "q Esc", "Ctrl+Q"):
            assert f"\n{' ' * 16}{key} " in keys
        await learner.press("escape")
        assert "Which US university" in learner.seen


async def test_help_opens_while_one_types(quiz: Make) -> None:
    async with quiz("short").running() as learner:
        await learner.write("Guard")
        await learner.press("f1", "escape")
        await learner.write("ian")
        assert "Guardian" in learner.seen


async def test_what_stays_in_the_terminal_is_what_the_summary_said(quiz: Make) -> None:
    learner = quiz("choice")
    async with learner.running():
        await learner.press("1", "enter", "2", "o", "enter")
        seen = [line.strip() for line in learner.seen.splitlines()]
    assert learner.app.farewell
    assert all(line.strip() in seen for line in learner.app.farewell.splitlines())


async def test_nothing_stays_in_the_terminal_where_nothing_was_answered(quiz: Make) -> None:
    learner = quiz("choice")
    async with learner.running():
        await learner.press("q")
    assert learner.app.farewell == ""


async def test_every_kind_can_be_given_up_and_answered_later(quiz: Make) -> None:
    async with quiz().running() as learner:
        for _ in range(60):
            if "answered in" not in learner.seen:
                await learner.press("f4", "4", "enter")
        assert "9 answered" in learner.seen


async def test_every_key_names_itself_and_says_what_it_does(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        own = [
            base
            for node in learner.app.screen.walk_children()
            for base in type(node).__mro__
            if "zhu_quiz" in base.__module__
        ]
        for binding in (each for base in own for each in base.__dict__.get("BINDINGS", ())):
            assert binding.id, binding
            assert binding.tooltip, binding
