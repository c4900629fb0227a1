"""A package as a whole: ids, tags, sections, pictures, and what is told of the rest."""

import sqlite3
import zipfile
from contextlib import closing
from io import BytesIO

import pytest

from foreign_packages import PNG, Foreign, bank, basic, chosen, cloze, package
from zhu_quiz.anki.importing.bank import Wishes, imported
from zhu_quiz.anki.reading import opened
from zhu_quiz.model.problem import QuizError


def ids(*notes: Foreign) -> list[str]:
    return list(bank(*notes).bank.questions)


def test_an_id_is_made_of_the_front() -> None:
    assert ids(basic("What is the <b>capital</b> of France?", "Paris")) == ["what-is-the-capital-of"]
    assert ids(cloze("{{c1::Bern}} is {{c2::Swiss}}")) == ["bern-is-swiss", "bern-is-swiss-c2"]
    assert ids(basic("2020", "a year")) == ["q-2020"]


def test_ids_differ_where_fronts_do_not_and_do_not_hang_on_each_other() -> None:
    same = [basic("same", str(number)) for number in range(300)]
    found = ids(*same)
    assert len(set(found)) == 300
    assert found[0] == "same"
    assert ids(same[0], basic("other", ""), *same[2:])[2:] == found[2:]


def test_what_cannot_be_spelt_gets_an_id_all_the_same() -> None:
    assert all(
        name.startswith("note-") for name in ids(basic("漢字", "a"), basic("!?", "b"), basic("漢字", "c"))
    )


def test_tags_lose_their_levels_and_those_of_anki_itself() -> None:
    found = bank(basic("F", "B", tags=["Lang::De_1", "leech", "marked", "Größe", "标签"]))
    (question,) = found.bank.questions.values()
    assert question.tags == ("lang-de-1", "grosse")
    assert found.losses.told() == ("tags that a bank cannot have: 3 (leech, marked, 标签)",)


def test_decks_below_one_deck_are_sections_of_its_bank() -> None:
    found = bank(
        *(basic(name, "B", deck=f"Uni::{name}") for name in ("One", "Two", "Two::Three", "Zwei"))
    ).bank
    assert (found.title, found.id) == ("Uni", "uni")
    assert [section.title for section in found.sections] == ["One", "Two", "Two › Three", "Zwei"]
    assert [found.section_title(each) for each in found.questions.values()] == [
        "One",
        "Two",
        "Two › Three",
        "Zwei",
    ]


def test_decks_beside_each_other_are_sections_under_the_name_of_the_file() -> None:
    found = bank(basic("a", "B", deck="One"), basic("b", "B", deck="Two::Deep")).bank
    assert (found.title, [section.title for section in found.sections]) == ("theirs", ["One", "Two › Deep"])


def test_one_deck_is_the_bank_and_has_no_sections() -> None:
    found = bank(basic("a", "B", deck="Uni::One::Deep")).bank
    assert (found.title, found.sections) == ("Deep", ())


def test_a_deck_can_be_picked_with_those_below_it() -> None:
    notes = [basic(name, "B", deck=name) for name in ("Uni", "Uni::One", "Unity", "Home")]
    assert list(bank(*notes, deck="uni").bank.questions) == ["uni", "uni-one"]
    assert bank(*notes, deck="uni").bank.title == "Uni"
    with pytest.raises(QuizError, match="“Home”, “Uni”, “Uni::One”, “Unity”"):
        bank(*notes, deck="Elsewhere")


def test_what_is_wished_for_wins() -> None:
    found = bank(basic("a", "B"), id="my-id", title="My title", lang="de").bank
    assert (found.id, found.title, found.lang) == ("my-id", "My title", "de")


def test_the_first_picture_of_a_front_goes_along_under_another_name() -> None:
    note = basic('<img src="a%20b.png" alt="A map"> Where?<img src=c.png>', "Here <img src=d.png>")
    found = bank(note, media={"a b.png": PNG, "c.png": PNG, "d.png": PNG})
    (question,) = found.bank.questions.values()
    assert question.image
    assert (question.image.file, question.image.alt) == ("pictures/f46112345e590d35.png", "A map")
    assert [found.pictures.of_package[name] for name in found.used_pictures] == ["a b.png"]
    assert found.losses.told() == ("further pictures: 1 (where)", "pictures of answers: 1 (where)")


@pytest.mark.parametrize(
    "content", [b"", b"<html><script>alert(1)</script>", b"<svg onload='alert(1)'/>", b"GIF87"]
)
def test_what_only_calls_itself_a_picture_stays_behind(content: bytes) -> None:
    found = bank(basic("<img src=a.png>F", "B"), media={"a.png": content})
    assert found.used_pictures == ()
    assert found.losses.told()[0].startswith("pictures that are missing")


def test_a_front_of_a_picture_alone_asks_what_it_shows() -> None:
    with opened(BytesIO(package(basic("<img src=a.png>", "B"), media={"a.png": PNG})), "x") as read:
        (question,) = imported(read, Wishes("x")).bank.questions.values()
    assert question.plain()["front"] == "What does the picture show?"


def test_what_has_no_answer_is_kept_as_a_draft() -> None:
    found = bank(basic("F", "[sound:a.mp3]"), basic("G", "B"))
    assert [each.status for each in found.bank.questions.values()] == ["draft", "ready"]
    assert found.losses.told() == ("cards without a front or a back, kept as drafts: 1 (f)", "sounds: 1 (f)")


def test_pictures_with_hidden_parts_are_told() -> None:
    occlusion = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}"
    masks = {"Header": "A head", "Question Mask": "q", "Answer Mask": "a"}
    found = bank(basic("F", "B"), cloze(occlusion, "A map"), chosen(masks, name="Image Occlusion Enhanced"))
    assert found.losses.told() == ("pictures with hidden parts (image occlusion): 2 (A map, A head)",)


def test_where_nothing_can_be_carried_it_is_said_why() -> None:
    with pytest.raises(QuizError, match="hidden parts"):
        bank(chosen({"Question Mask": "q", "Answer Mask": "a"}))


HOSTILE = [
    "{{c1::x", "}}", "- : #", "*a* `b` [c](http://d.e)", "\x1b[2J", "<b", "&lt;script&gt;", "\u202eabc", "|", "::",
    "a\tb",
    "'\"", "{{x}}", "...", "null", "1. a", "- a", "%", "@", "\\", "<pre>```</pre>", "<code>`</code>", "x" * 5_000,
    "=1+1",
    "<a href='https://x.y/[z]'>[l]</a>", "<b>*</b>", "\\(", "true", "~", "? a", "! b", "> c", "&amp;amp;", "\U0001f469",
]  # fmt: skip


def test_hostile_words_pass_the_check_wherever_they_stand() -> None:
    templates = (("{{Front}} {{type:Back}}", "{{FrontSide}}<hr id=answer>{{Back}}"),)
    notes = [basic(f"{number} {text}", text) for number, text in enumerate(HOSTILE)]
    notes += [
        basic(f"{number} {text}", f"a {text}", templates=templates, name="Typed")
        for number, text in enumerate(HOSTILE)
    ]
    notes += [
        cloze(f"{number} {text} {{{{c1::a {text}::{text}}}}} {text}") for number, text in enumerate(HOSTILE)
    ]
    notes += [
        chosen({"Question": f"{number} {text}", "A": text, "B": "other", "Answer": "A"})
        for number, text in enumerate(HOSTILE)
    ]
    found = bank(*notes)
    assert len(found.bank.questions) == len(notes)


def test_hostile_names_of_decks_and_tags_pass_the_check() -> None:
    decks = ["a::b", "::", "a::::b", "x" * 300, "- : #", "漢字", "\x1b[2J", "a::b ", "A::B"]
    notes = [
        basic(f"F{number}", "B", deck=deck, tags=["a::", "::", "!", "x" * 300])
        for number, deck in enumerate(decks)
    ]
    assert len(bank(*notes).bank.questions) == len(decks)


def test_the_cards_of_a_package_are_told_with_what_became_of_them() -> None:
    templates = (("{{Front}}", "{{Back}}"), ("{{Back}}", "{{Front}}"))
    found = bank(basic("dog", "Hund", templates=templates), cloze("{{c1::x}} {{c2::y}}"))
    assert found.cards == {
        "guid0": {"0": ("dog", ""), "1": ("dog", "reverse")},
        "guid1": {"0": ("x-y", ""), "1": ("x-y-c2", "")},
    }


def test_a_question_that_will_not_do_becomes_plainer_and_then_goes() -> None:
    found = bank(cloze("{{c1::x}} y"), basic("F", "B"))
    kinds = []
    for _ in range(4):
        question = found.bank.questions.get("x-y")
        kinds.append((question.kind, question.status) if question else None)
        found.mend({"x-y"})
    assert kinds == [("cloze", "ready"), ("card", "ready"), ("card", "draft"), None]
    assert found.losses.told() == ("questions that could not be written: 1 (x-y)",)


def test_a_large_deck_comes_over_whole() -> None:
    notes = [
        basic(f"Word <b>{number % 4_000}</b>", f"<div>meaning</div>{number}") for number in range(10_000)
    ]
    assert len(bank(*notes).bank.questions) == 10_000


def test_what_the_reader_passes_over_is_told_as_well() -> None:
    archive = BytesIO(package(basic("F", "B"), basic("G", "B")))
    with opened(
        BytesIO(without(archive, "delete from cards where nid = (select max(id) from notes)")), "x"
    ) as read:
        found = imported(read, Wishes("x"))
    assert found.losses.told() == ("notes without cards: 1 (G)",)


def test_more_than_any_bank_can_hold_is_refused_before_it_is_read() -> None:
    notes = [basic(f"F{number}", "long " * 180_000) for number in range(40)]
    with pytest.raises(QuizError, match="--deck"):
        bank(*notes)


def test_gaps_without_number_are_refused_before_they_are_filled() -> None:
    with pytest.raises(QuizError, match="--deck"):
        bank(cloze("".join(f"{{{{c{number}::a}}}}" for number in range(1, 4_000))))


def test_thousands_of_decks_whose_names_cannot_be_spelt_are_sections_each() -> None:
    notes = [basic(f"F{number}", "B", deck=f"課程::第{number}课") for number in range(2_000)]
    assert len(bank(*notes).bank.sections) == 2_000


def without(archive: BytesIO, statement: str) -> bytes:
    """The package after a change of its collection."""
    buffer = BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(buffer, "w") as new:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(old.read("collection.anki2"))
            connection.execute(statement)
            connection.commit()
            new.writestr("collection.anki2", connection.serialize())
        new.writestr("media", "{}")
    return buffer.getvalue()
