"""A sitting on the screen, played through the keys."""

from collections.abc import Callable
from typing import Any

import pytest

from zhu_quiz.model.memory import Grade

Make = Callable[..., Any]


def many_options(count: int) -> str:
    wrong = "".join(f"      - wrong: Number {number}\n" for number in range(1, count))
    head = "  - id: many\n    type: choice\n    ask: Which?\n    shuffle: false\n    options:\n"
    return f"{head}{wrong}      - right: Last\n"


async def test_a_digit_answers_at_once_and_enter_goes_on(quiz: Make) -> None:
    async with quiz("choice", "true-false").running() as learner:
        await learner.press("1")
        assert "Not yet." in learner.seen or "Right." in learner.seen
        first = learner.seen.splitlines()[3]
        await learner.press("enter")
        assert learner.seen.splitlines()[3] != first


async def test_the_answer_is_in_the_log_before_the_feedback_shows(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("2")
        assert "Right." in learner.seen
        assert [review.response for review in learner.reviews] == ["University of California, Los Angeles"]


async def test_nothing_above_the_answer_moves_when_it_is_given(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        before = learner.seen.splitlines()
        await learner.press("3")
        after = learner.seen.splitlines()
        assert [line[6:] for line in before[:5]] == [line[6:] for line in after[:5]]
        assert [line.strip(" ▸✗✓").split("   ")[0] for line in after[5:8]] == [
            line.strip(" ▸✗✓") for line in before[5:8]
        ]


async def test_arrows_and_enter_choose_too(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("down", "down", "enter")
        assert learner.reviews[0].response == "University of California, Los Angeles"


async def test_why_the_chosen_option_is_wrong_is_said(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("1")
        assert "Also in California, but not the one the article names." in learner.seen
        assert "professor at UCLA" in learner.seen


async def test_more_than_nine_options_can_be_chosen(quiz: Make) -> None:
    async with quiz(many_options(12)).running() as learner:
        await learner.press("up", "enter")
        assert learner.reviews[0].response == "Last"


async def test_the_cursor_stays_in_sight(quiz: Make) -> None:
    async with quiz(many_options(26)).running(60, 20) as learner:
        await learner.press(*["down"] * 21)
        assert "▸ 21  Number 21" in learner.seen


async def test_digits_mark_several_and_enter_answers(quiz: Make) -> None:
    async with quiz("multi").running() as learner:
        await learner.press("1", "2", "3", "4", "3", "enter")
        assert learner.reviews[0].fraction == 1


async def test_nothing_marked_is_no_answer(quiz: Make) -> None:
    async with quiz("multi").running() as learner:
        await learner.press("enter")
        assert "Mark at least one option first" in learner.seen
        assert not learner.reviews


async def test_a_typed_answer_is_sent_with_enter(quiz: Make) -> None:
    async with quiz("short").running() as learner:
        await learner.write("guardian")
        await learner.press("enter")
        assert learner.reviews[0].response == "guardian"


async def test_letters_are_text_while_one_types(quiz: Make) -> None:
    async with quiz("short").running() as learner:
        await learner.write("qxhu?1")
        assert "qxhu?1" in learner.seen
        assert "F4 I don't know" in learner.seen
        assert not learner.reviews


async def test_an_empty_line_is_no_answer(quiz: Make) -> None:
    async with quiz("short").running() as learner:
        await learner.press("enter")
        assert "Type your answer first." in learner.seen
        assert not learner.reviews


async def test_gaps_are_filled_one_after_another(quiz: Make) -> None:
    async with quiz("cloze").running() as learner:
        for text in ("US", "2020", "Beijing"):
            await learner.write(text)
            await learner.press("enter")
        assert learner.reviews[0].response == ("US", "2020", "Beijing")
        assert learner.reviews[0].fraction == 1


async def test_a_gap_is_left_empty_only_on_purpose(quiz: Make) -> None:
    async with quiz("cloze").running() as learner:
        await learner.press("enter", "enter", "enter")
        assert "Enter again leaves it open" in learner.seen
        assert not learner.reviews
        await learner.press("enter")
        assert learner.reviews[0].response == ("", "", "")


async def test_items_are_put_in_order_by_their_numbers(quiz: Make) -> None:
    async with quiz("order").running() as learner:
        items = [line.split("  ")[-1] for line in learner.seen.splitlines()[5:9]]
        right = [
            "Childhood near a small town",
            "Doctorate at Harvard",
            "Professor in Los Angeles",
            "Director in Beijing",
        ]
        await learner.press(*(str(items.index(item) + 1) for item in right), "enter")
        assert learner.reviews[0].response == tuple(right)


async def test_items_are_moved_with_the_arrows(quiz: Make) -> None:
    async with quiz("order").running() as learner:
        items = [line.split("  ")[-1] for line in learner.seen.splitlines()[5:9]]
        await learner.press("space", "down", "down", "space", "enter")
        assert learner.reviews[0].response == (items[1], items[2], items[0], items[3])


async def test_a_number_chooses_the_match_and_goes_on_to_the_next_item(quiz: Make) -> None:
    async with quiz("match").running() as learner:
        matches = [line.split("  ")[-1] for line in learner.seen.splitlines()[9:13]]
        right = ("Los Angeles", "Cambridge", "Beijing")
        await learner.press(*(str(matches.index(match) + 1) for match in right), "enter")
        assert learner.reviews[0].response == right


async def test_an_item_is_left_open_only_on_purpose(quiz: Make) -> None:
    async with quiz("match").running() as learner:
        await learner.press("1", "enter")
        assert "2 are still open. Enter again answers anyway." in learner.seen
        await learner.press("2")
        assert "still open" not in learner.seen
        await learner.press("enter")
        assert "1 is still open." in learner.seen
        await learner.press("enter")
        assert learner.reviews[0].response[2] == ""


async def test_a_card_is_turned_then_graded(quiz: Make) -> None:
    async with quiz("card").running() as learner:
        assert "A unified theory" not in learner.seen
        await learner.press("space")
        assert "A unified theory" in learner.seen
        await learner.press("2")
        assert learner.reviews[0].grade is Grade.HARD


async def test_enter_says_that_a_card_was_known(quiz: Make) -> None:
    async with quiz("card").running() as learner:
        await learner.press("enter", "enter")
        assert learner.reviews[0].grade is Grade.GOOD


async def test_a_digit_overrides_the_grade(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("2", "4")
        assert "▸4 Easy" in learner.seen
        assert [review.grade for review in learner.reviews] == [Grade.EASY]


@pytest.mark.parametrize(("key", "grade"), [("o", Grade.GOOD), ("t", Grade.HARD)])
async def test_one_key_says_that_it_was_right_or_a_typo(quiz: Make, key: str, grade: Grade) -> None:
    async with quiz("short").running() as learner:
        await learner.write("NDTV")
        await learner.press("enter", key)
        assert [review.grade for review in learner.reviews] == [grade]


async def test_one_key_says_that_it_was_a_guess(quiz: Make) -> None:
    async with quiz("multi").running() as learner:
        await learner.press("1", "2", "4", "enter", "g")
        assert [review.guessed for review in learner.reviews] == [True]


async def test_giving_up_shows_the_answer(quiz: Make) -> None:
    async with quiz("short").running() as learner:
        await learner.press("f4")
        assert "Right: The Guardian" in learner.seen
        assert learner.reviews[0].response is None


async def test_hints_come_one_after_another_and_are_counted(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("h")
        assert "It lies in the south" in learner.seen
        assert "four letters" not in learner.seen
        await learner.press("h", "h", "2")
        assert learner.reviews[0].hints == 2


async def test_undo_asks_the_question_again(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("1", "u")
        assert not learner.reviews
        await learner.press("2")
        assert [review.fraction for review in learner.reviews] == [1]


async def test_an_unclear_answer_is_asked_back_with_its_readings(quiz: Make) -> None:
    async with quiz("number").running() as learner:
        await learner.write("1,234")
        await learner.press("enter")
        assert "Do you mean" in learner.seen
        assert not learner.reviews
        await learner.press("1")
        assert len(learner.reviews) == 1


async def test_an_unclear_answer_can_be_typed_anew(quiz: Make) -> None:
    async with quiz("number").running() as learner:
        await learner.write("1,234")
        await learner.press("enter", "escape", "backspace", "backspace", "backspace", "backspace")
        await learner.write("234")
        await learner.press("enter")
        assert learner.reviews[0].response == "1234"


async def test_suspending_goes_on_to_the_next_question(quiz: Make) -> None:
    async with quiz("choice", "true-false").running() as learner:
        first = learner.seen.splitlines()[3]
        await learner.press("at")
        assert first not in learner.seen
        assert "suspended" in learner.seen


async def test_a_flag_is_shown_and_taken_away(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("asterisk")
        assert "* flagged" in learner.seen
        await learner.press("asterisk")
        assert "* flagged" not in learner.seen


async def test_why_now_is_told_in_words(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("i")
        assert "It is new to you." in learner.seen


async def test_the_source_names_article_and_paragraph_but_only_after_the_answer(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        await learner.press("s")
        assert "paragraph 2" not in learner.seen
        await learner.press("1", "s")
        assert "“From Los Angeles to Beijing”" in learner.seen
        assert "paragraph 2" in learner.seen


async def test_thinking_time_stands_still_while_the_help_is_open(quiz: Make) -> None:
    async with quiz("choice").running() as learner:
        learner.clock.seconds = 3
        await learner.press("question_mark")
        learner.clock.seconds = 100
        await learner.press("escape")
        learner.clock.seconds = 102
        await learner.press("2")
        assert learner.reviews[0].thinking_ms == 6000


async def test_a_key_pressed_twice_in_a_moment_answers_once(quiz: Make) -> None:
    async with quiz("choice", "true-false").running() as learner:
        form = learner.app.screen.focused
        form.choose(0)
        form.choose(1)
        await learner.pilot.pause()
        assert len(learner.reviews) == 1


async def test_keys_after_the_last_card_do_no_harm(quiz: Make) -> None:
    async with quiz("card").running() as learner:
        await learner.press("space")
        for _ in range(3):
            learner.app.simulate_key("3")
        await learner.pilot.pause()
        assert len(learner.reviews) == 1
        assert "1 answered" in learner.seen


async def test_what_cannot_be_saved_is_said_and_can_be_given_again(quiz: Make) -> None:
    learner = quiz("short")
    async with learner.running():
        with learner.busy_file():
            await learner.write("Guardian")
            await learner.press("enter")
            assert "Another program is writing" in learner.seen
            assert "Guardian" in learner.seen
            assert not learner.reviews
        await learner.press("enter")
        assert [review.response for review in learner.reviews] == ["Guardian"]
