"""The note types: what Anki has once seen of them must not move."""

from hashlib import sha256
from json import dumps

import pytest

from zhu_quiz.anki.note_types import BASIC, CHANGED, NOTE_TYPES, NoteType

EVERY = pytest.mark.parametrize("note_type", NOTE_TYPES.values(), ids=lambda each: each.name)


def test_a_change_of_templates_style_or_fields_is_dated() -> None:
    """When this fails: set `CHANGED` to today, so that Anki takes up the change, and write both here."""
    models = [each.model().to_json(CHANGED, 1) for each in NOTE_TYPES.values()]
    fingerprint = sha256(dumps(models, sort_keys=True).encode()).hexdigest()[:12]
    assert (CHANGED, fingerprint) == (1_795_461_420, "373b1b414bc3")


@EVERY
def test_fields_and_templates_are_known_by_numbers_of_their_own(note_type: NoteType) -> None:
    model = note_type.model().to_json(CHANGED, 1)
    ids = [each["id"] for each in (*model["flds"], *model["tmpls"])]
    assert len(set(ids)) == len(ids)


@EVERY
def test_fields_are_kept_in_reserve(note_type: NoteType) -> None:
    assert note_type.fields[-2:] == ("Entry", "Reserved2")


@EVERY
def test_a_template_is_whole_and_fetches_nothing(note_type: NoteType) -> None:
    model = note_type.model().to_json(CHANGED, 1)
    text = "".join(template["qfmt"] + template["afmt"] for template in model["tmpls"]) + model["css"]
    assert "<!--" not in text
    assert not any(mark in text for mark in ("src=", "url(", "@import", "http", "innerHTML", "eval("))


def test_scripts_hold_nothing_that_anki_takes_for_a_field() -> None:
    front = NOTE_TYPES[min(NOTE_TYPES)].model().templates[0]["qfmt"]
    script = front.partition("<script>")[2]
    assert script
    assert "{{" not in script


def test_a_basic_note_has_its_second_card_only_where_it_is_asked_for() -> None:
    rest = ("",) * (len(BASIC.fields) - 3)
    assert BASIC.cards(("front", "back", "", *rest)) == (0,)
    assert BASIC.cards(("front", "back", "yes", *rest)) == (0, 1)
