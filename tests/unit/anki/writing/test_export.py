"""An export told from outside: what it counts, what it remembers, and that it repeats itself to the byte."""

import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from zhu_quiz.anki.note_types import CHANGED
from zhu_quiz.anki.writing import export as export_module
from zhu_quiz.anki.writing.export import Export, export_package
from zhu_quiz.bank import Bank
from zhu_quiz.bank.reader import read_text
from zhu_quiz.questions import Question

LATER_MS = 1_800_000_000_000
HEAD = "format: zhu-quiz/1\nid: sample\ntitle: Sample\nquestions:\n"


def text_of(*names: str, more: str = "") -> str:
    return HEAD + "".join(
        f"- {{id: {name}, type: card, front: Front {name}, back: Back{more}}}\n" for name in names
    )


def bank_of(*names: str, more: str = "") -> Bank:
    return read_text(text_of(*names, more=more))


def counts(export: Export) -> tuple[int, int, int, int]:
    return len(export.new), len(export.updated), len(export.unchanged), len(export.retired)


EVERY_KIND = HEAD + "".join(
    "- " + kind.example.replace("\n", "\n  ").rstrip() + "\n" for kind in Question.kinds.values()
)

EXPORT_AND_PRINT = """\
import sys
from hashlib import sha256
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank.reader import read_text
print(sha256(export_package(read_text(sys.stdin.read()), None, int(sys.argv[1])).package).hexdigest())
"""


def test_a_first_export_is_the_same_on_every_machine_and_day() -> None:
    def printed(seed: str, zone: str, now: str) -> str:
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", EXPORT_AND_PRINT, now]
        return subprocess.run(
            command, input=EVERY_KIND, env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert printed("1", "Asia/Shanghai", "5") == printed("77", "America/New_York", str(LATER_MS))


def test_an_export_over_its_own_package_is_that_package() -> None:
    first = export_package(bank_of("a", "b"), None, 0)
    again = export_package(bank_of("a", "b"), first.package, LATER_MS)
    assert again.package == first.package
    assert counts(again) == (0, 0, 2, 0)


def test_a_package_that_another_compressor_made_is_kept_as_it_is() -> None:
    first = export_package(bank_of("a"), None, 0)
    repacked = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(first.package)) as old,
        zipfile.ZipFile(repacked, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name), compresslevel=1)
    assert repacked.getvalue() != first.package
    assert export_package(bank_of("a"), repacked.getvalue(), LATER_MS).package == repacked.getvalue()


def test_the_tally_names_every_note_once() -> None:
    first = export_package(bank_of("a", "b", "c"), None, 0)
    questions = {**bank_of("b", "d", "e").questions, **bank_of("a", more=" edited").questions}
    bank = replace(bank_of("a"), questions=questions)
    assert counts(export_package(bank, first.package, LATER_MS)) == (2, 1, 1, 1)


def test_an_older_package_of_another_bank_is_no_memory_of_this_one() -> None:
    other = replace(bank_of("a", "x"), id="other")
    exported = export_package(bank_of("a"), export_package(other, None, 0).package, LATER_MS)
    assert counts(exported) == (1, 0, 0, 0)
    assert exported.package == export_package(bank_of("a"), None, 0).package


def test_what_cannot_be_read_at_present_is_not_taken_for_retired() -> None:
    first = export_package(bank_of("a", "b"), None, 0)
    broken = read_text(text_of("a") + "- {id: b, type: card, front: Front b}\n")
    assert broken.left_out
    assert counts(export_package(broken, first.package, LATER_MS)) == (0, 0, 2, 0)


def test_the_ledger_serves_as_well_as_the_previous_package() -> None:
    first = export_package(bank_of("a", "b"), None, 0)
    edited = bank_of("a", "b", more=" edited")
    by_ledger = export_package(edited, None, LATER_MS, first.ledger)
    assert by_ledger.package == export_package(edited, first.package, LATER_MS).package
    assert counts(by_ledger) == (0, 2, 0, 0)


def test_what_was_published_last_counts_wherever_it_went() -> None:
    first = export_package(bank_of("a"), None, 0)
    second = export_package(bank_of("a", more=" edited"), first.package, LATER_MS)
    back = export_package(bank_of("a"), first.package, LATER_MS, second.ledger)
    assert counts(back) == (0, 1, 0, 0)
    assert counts(export_package(bank_of("a", more=" edited"), second.package, 0, first.ledger)) == (
        0,
        0,
        1,
        0,
    )


def test_what_only_another_package_could_retire_is_counted() -> None:
    first = export_package(bank_of("a", "b"), None, 0)
    assert export_package(bank_of("a"), None, 0, first.ledger).out_of_reach == 1
    assert export_package(bank_of("a"), first.package, 0, first.ledger).out_of_reach == 0
    assert first.out_of_reach == 0


def test_the_ledger_keeps_what_was_once_published() -> None:
    first = export_package(bank_of("a", "b"), None, 0)
    second = export_package(bank_of("a"), None, 0, first.ledger)
    assert second.ledger == first.ledger


def test_a_change_is_dated_after_the_one_before_it_whatever_the_clock_says() -> None:
    package, mods = None, list[int]()
    for now, more in ((LATER_MS, " 1"), (LATER_MS, " 2"), (5, " 3"), (5, " 4")):
        export = export_package(bank_of("a", more=more), package, now)
        package = export.package
        mods += [stamp.mod for stamp in export.ledger.values()]
    assert mods == sorted(set(mods))


def test_a_picture_that_is_not_there_stays_behind_and_is_named() -> None:
    bank = bank_of("a", "b", more=", image: {file: map.png, alt: A map of the move}")
    export = export_package(bank, None, 0)
    assert export.without_picture == dict.fromkeys("ab", "the bank is in no folder")


def test_a_clock_that_is_years_ahead_is_not_believed() -> None:
    first = export_package(bank_of("a"), None, 0)
    in_2096 = 4_000_000_000_000
    (stamp,) = export_package(bank_of("a", more=" edited"), first.package, in_2096).ledger.values()
    assert stamp.mod < 2_200_000_000


def test_a_clock_that_is_behind_is_noticed() -> None:
    first = export_package(bank_of("a"), None, 0)
    second = export_package(bank_of("a", more=" 1"), first.package, LATER_MS)
    assert not second.is_clock_behind
    assert export_package(bank_of("a", more=" 2"), second.package, LATER_MS - 86_400_000).is_clock_behind
    assert not export_package(bank_of("a", more=" 2"), second.package, LATER_MS).is_clock_behind


def test_questions_that_have_another_deck_now_are_named() -> None:
    first = export_package(bank_of("a", "b"), None, 0)
    renamed = replace(bank_of("a", "b"), title="Another title")
    again = export_package(renamed, first.package, LATER_MS)
    assert (again.moved, again.unchanged) == (("a", "b"), ("a", "b"))
    assert export_package(renamed, again.package, LATER_MS).moved == ()


def test_a_deck_without_cards_is_left_out() -> None:
    text = text_of("a").replace("questions:", "sections: [{id: x, title: Nobody home}]\nquestions:")
    assert read_text(text).sections
    assert b"Nobody home" not in zipfile.ZipFile(
        BytesIO(export_package(read_text(text), None, 0).package)
    ).read("collection.anki2")


def test_a_question_that_changed_its_kind_is_another_note_from_then_on() -> None:
    """Anki would refuse a note of another type under the same name."""
    as_text = read_text(HEAD + "- {id: a, type: short, ask: Front a, answer: Back}\n")
    first = export_package(bank_of("a"), None, 0)
    second = export_package(as_text, first.package, LATER_MS)
    assert (second.new, second.retired) == (("a",), ("a",))
    for previous, known in ((second.package, None), (None, second.ledger)):
        assert export_package(as_text, previous, LATER_MS, known).new == ()
    third = export_package(bank_of("a"), second.package, LATER_MS)
    assert (third.updated, third.retired) == (("a",), ("a",))


def test_cards_are_told_to_look_new_after_the_templates_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    first = export_package(bank_of("a"), None, 0)
    assert not export_package(bank_of("a"), first.package, LATER_MS).looks_new
    monkeypatch.setattr(export_module, "CHANGED", CHANGED + 1)
    assert export_package(bank_of("a"), first.package, LATER_MS).looks_new
    assert not export_package(bank_of("a"), None, LATER_MS).looks_new


def test_an_empty_file_is_as_good_as_none() -> None:
    assert export_package(bank_of("a"), b"", 0) == export_package(bank_of("a"), None, 0)


def test_questions_renamed_in_a_chain_stay_one_note() -> None:
    package = None
    for names in (("a",), ("b", "a"), ("c", "b", "a"), ("d", "a", "c")):
        more = f", was: [{', '.join(names[1:])}]" if names[1:] else ""
        export = export_package(bank_of(names[0], more=more), package, 0)
        package = export.package
        assert len(export.ledger) == 1
