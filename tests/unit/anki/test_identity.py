"""What never changes about a note."""

from zhu_quiz.anki.identity import Distinct, deck_id, guid, note_id

EARLY_2020_MS = 1_577_836_800_000


def test_a_guid_is_the_same_in_every_release() -> None:
    assert guid("zhu-move-2020", "us-employer") == "zq01ebb94a2eace664"


def test_numbers_lie_in_the_past_and_never_in_the_default_deck() -> None:
    names = [f"question-{number}" for number in range(500)]
    numbers = [note_id(guid("bank", name)) for name in names] + [deck_id(name) for name in names]
    assert all(1 < number < EARLY_2020_MS for number in numbers)


def test_a_number_given_out_is_not_given_out_again() -> None:
    free = Distinct()
    assert [free(5), free(5), free(6), free(5)] == [5, 6, 7, 8]
