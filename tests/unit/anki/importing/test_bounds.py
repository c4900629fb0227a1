"""What somebody made to be slow, or to be large, is read within bounds all the same."""

import resource
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from io import BytesIO

import pytest

from foreign_packages import PNG, Foreign, bank, basic, cloze, package
from zhu_quiz.anki.importing.bank import Wishes, imported
from zhu_quiz.anki.importing.losses import Losses
from zhu_quiz.anki.importing.taken import length_of_note
from zhu_quiz.anki.reading import NoteRow, NoteType, Template, opened
from zhu_quiz.model.problem import QuizError

SECONDS = 8
"""Of a processor: each case takes less than one of them, or hours."""

LONG = {
    "spaces in a tag": "face('{{' + ' ' * 1_000_000 + 'x', {}).html[:3] == '{{ '",
    "names in a tag": "len(face('{{x' * 300_000, {}).html) > 90_000",
    "conditions": "face('{{#F}}' * 10_000, {'F': '<b>' * 30_000}).html == ''",
    "hints": "len(face('{{hint:F}}' * 9_000, {'F': 'a' * 90_000}).hints) == 1",
    "filters": "face(('{{type:' + 'kana:' * 50 + 'F}}') * 900, {'F': 'a' * 90_000}).typed == 'F'",
    "readings": "len(face('{{kana:F}}', {'F': 'a' * 1_000_000}).html) == LONGEST + 1",
    "lines of answers": "answer_of('<hr' + ' id=answer' * 100_000)[:3] == '<hr'",
    "answers on lines": "answer_of('<hr id=' * 150_000)[:3] == '<hr'",
    "spoken parts": "len(markdown('[anki:tts]' * 1_000_000)) > 90_000",
    "formulas": "len(markdown('a' + chr(92) * 2 + '(b' + (chr(92) * 2 + '(') * 33_000)) > 90_000",
    "nothing at all": "is_blank('<b>&nbsp;' * 100_000)",
    "pictures": "entry_shown(BASIC, {**NO, 'Front': '<div class=\"zq-picture\">' * 40_000})",
    "further parts": "entry_shown(BASIC, {**NO, 'Front': '<div class=\"zq-more\">' * 40_000})",
    "pairs": "entry_shown(BASIC, {**NO, 'Front': '<ul>' + '<li>a' * 18_000 + '</ul>', 'Back': "
    "'<ul>' + '<li>b' * 18_000 + '</ul>'}, 'match')",
}
BEGINNING = """
from zhu_quiz.anki.importing.faces import answer_of, face, is_blank
from zhu_quiz.anki.importing.markdown import markdown
from zhu_quiz.anki.importing.own_fields import entry_shown
from zhu_quiz.anki.importing.tokens import LONGEST
from zhu_quiz.anki.note_types import BASIC, CHOICE
NO = dict.fromkeys({*BASIC.fields, *CHOICE.fields}, '')
assert """


@pytest.mark.parametrize("case", LONG)
def test_a_long_text_takes_no_more_time_than_its_length_allows(case: str) -> None:
    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    command = [sys.executable, "-c", BEGINNING + LONG[case]]
    subprocess.run(command, check=True, preexec_fn=bounded)


def test_what_a_template_repeats_on_each_card_counts_as_text() -> None:
    long = "<b>x</b> " * 11_000
    template = [("{{Front}}" + long, "{{Back}}" + long)]
    with pytest.raises(QuizError, match="--deck"):
        bank(*(basic(f"F{number}", "B", templates=template) for number in range(400)))


def test_what_a_template_repeats_for_each_gap_counts_as_text() -> None:
    template = [("{{cloze:Text}}" + "<b>x</b> " * 11_000, "{{cloze:Text}}")]
    gaps = "".join(f"{{{{c{number}::a}}}}" for number in range(1, 400))
    with pytest.raises(QuizError, match="--deck"):
        bank(Foreign({"Text": gaps}, template, is_cloze=True))


def test_a_template_as_long_as_those_of_good_decks_counts_for_nothing() -> None:
    template = Template(
        name="Card 1", front="{{F}}" + "<div></div>" * 200, back="{{F}}" + "<div></div>" * 200
    )
    note_type = NoteType(id=1, name="Good", fields=("F",), templates=(template,), is_cloze=False)
    row = NoteRow(1, "guid", 1, 0, (), ("word",))
    assert length_of_note(row, note_type, (0,)) == 4


@pytest.mark.parametrize("number", ["99", "0", "9" * 5_000])
@pytest.mark.parametrize("sign", ["\ue000{}\ue001", "&#xe000;{}&#xe001;"])
def test_what_looks_like_the_sign_of_a_gap_is_none(number: str, sign: str) -> None:
    junk = sign.format(number)
    found = bank(
        cloze("{{c1::a}} b " + junk, junk),
        cloze("{{c1::" + junk + "}} c", ""),
        cloze("{{c1::d::" + junk + "}}"),
    )
    assert len(found.bank.questions) == 3


def test_a_million_cards_of_one_note_are_those_of_its_templates() -> None:
    with opened(BytesIO(with_cards(basic("F", "B"), 200_000)), "x") as read:
        found = imported(read, Wishes("x"))
    assert list(found.bank.questions) == ["f"]
    assert found.losses.told() == ("cards that no template makes: 200,000 (F)",)


def test_losses_are_counted_and_the_first_of_them_named() -> None:
    losses = Losses()
    losses.add("sounds", "", 10**12)
    for number in range(5_000):
        losses.add("videos", f"q{number % 5}")
    assert losses.told() == ("sounds: 1,000,000,000,000", "videos: 5,000 (q0, q1, q2 and 2 more)")


def test_a_damaged_picture_stays_behind_alone() -> None:
    whole = package(basic("<img src=a.png> Where?", "Here"), media={"a.png": PNG})
    damaged = bytearray(whole)
    damaged[whole.index(PNG) + 30] ^= 0xFF
    with opened(BytesIO(bytes(damaged)), "x") as read:
        found = imported(read, Wishes("x"))
    assert list(found.bank.questions) == ["where"]
    assert found.losses.told() == ("pictures that are missing, damaged, too large or no pictures: 1 (where)",)


def with_cards(note: Foreign, number: int) -> bytes:
    """A package with that many further cards of its note."""
    archive, buffer = BytesIO(package(note)), BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(buffer, "w") as new:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(old.read("collection.anki2"))
            columns = [row[1] for row in connection.execute("pragma table_info(cards)")]
            values = {"id": "10000000000000 + n", "ord": "1 + n"}
            connection.execute(
                f"with recursive count(n) as (select 0 union all select n + 1 from count where n + 1 < {number}) "
                f"insert into cards select {', '.join(values.get(each, each) for each in columns)} from cards, count"
            )
            connection.commit()
            new.writestr("collection.anki2", connection.serialize())
        new.writestr("media", "{}")
    return buffer.getvalue()
