"""A collection that has our note types as an earlier release wrote them."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from typing import Any

import pytest
from anki.collection import Collection

from zhu_quiz.anki.note_types import CHANGED
from zhu_quiz.anki.writing.container import zipped
from zhu_quiz.anki.writing.export import Export, export_package
from zhu_quiz.bank import Bank

Imports = Callable[..., dict[str, int]]
Edited = Callable[..., Bank]
Model = dict[str, Any]

LATER_MS = 1_800_000_000_000
EDITED = "id: c\ntype: card\nfront: edited\nback: B"
NAME = "zhu-quiz Basic"
IF_NEWER, ALWAYS, NEVER = range(3)


def earlier(package: bytes, change: Callable[[Model], None]) -> bytes:
    """The package as an earlier release would have written it."""
    with zipfile.ZipFile(BytesIO(package)) as archive, closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(archive.read("collection.anki2"))
        models = json.loads(connection.execute("select models from col").fetchone()[0])
        for model in models.values():
            model["mod"] = CHANGED - 86_400
            change(model)
        connection.execute("update col set models = ?", (json.dumps(models),))
        connection.commit()
        return zipped(connection.serialize(), {})


def as_reserve(model: Model) -> None:
    for field in model["flds"]:
        field["name"] = field["name"].replace("Entry", "Reserved1")


def called_otherwise(model: Model) -> None:
    model["name"] = "Former name of " + model["name"]


@pytest.mark.parametrize("change", [as_reserve, called_otherwise], ids=["a field", "the note type"])
@pytest.mark.parametrize("merging", [False, True], ids=["", "merging"])
def test_what_we_renamed_is_renamed_and_nothing_is_doubled(
    change: Callable[[Model], None], merging: bool, edited: Edited, collection: Collection,
    imports_with: Imports, answer_ten: Callable[[], None], progress_of: Callable[[], object],
) -> None:  # fmt: skip
    first = export_package(edited(), None, 0)
    imports_with(earlier(first.package, change))
    answer_ten()
    before, types_before = progress_of(), len(collection.models.all())
    second = export_package(edited(c=EDITED), first.package, LATER_MS)
    assert imports_with(second.package, merge_notetypes=merging) == {"updated": 1, "duplicate": 11}
    collection.models._clear_cache()  # Python's copy of them, which an import does not refresh.
    ours = collection.models.by_name(NAME)
    assert ours
    assert [field["name"] for field in ours["flds"]][-2:] == ["Entry", "Reserved2"]
    assert len(collection.models.all()) == types_before
    assert collection.find_notes("Front:edited")
    assert progress_of() == before
    assert collection.fix_integrity()[1]


def test_new_templates_and_style_reach_collections_although_no_question_changed(
    edited: Edited, collection: Collection, imports_with: Imports
) -> None:
    first = export_package(edited(), None, 0)
    old = earlier(first.package, lambda model: model.update(css=".card { color: red }"))
    imports_with(old)
    second = export_package(edited(), old, LATER_MS)
    assert second.looks_new
    assert imports_with(second.package) == {"duplicate": 12}
    ours = collection.models.by_name(NAME)
    assert ours
    assert "color: red" not in ours["css"]


def test_where_note_types_are_never_updated_the_questions_still_are(
    edited: Edited, collection: Collection, imports_with: Imports
) -> None:
    first = export_package(edited(), None, 0)
    imports_with(earlier(first.package, as_reserve))
    second = export_package(edited(c=EDITED), first.package, LATER_MS)
    imports_with(second.package, update_notetypes=NEVER)
    assert collection.find_notes("Front:edited")


@pytest.mark.parametrize(
    "options",
    [
        {"merge_notetypes": True},
        {"with_scheduling": True},
        {"with_deck_configs": True},
        {"merge_notetypes": True, "with_scheduling": True, "with_deck_configs": True},
        {"update_notes": ALWAYS},
        {"update_notes": ALWAYS, "update_notetypes": ALWAYS},
    ],
    ids=str,
)
def test_whatever_boxes_are_ticked_what_changed_is_updated_and_progress_stays(
    options: dict[str, Any], first: Export, edited: Edited, imports_with: Imports,
    progress_of: Callable[[], object], mods: Callable[[], dict[str, int]],
) -> None:  # fmt: skip
    before, mods_before = progress_of(), mods()
    second = export_package(edited(c=EDITED), first.package, LATER_MS)
    assert imports_with(second.package, **options) == {"updated": 1, "duplicate": 11}
    assert progress_of() == before
    assert {name for name, mod in mods().items() if mod != mods_before[name]} == {"c"}
    assert imports_with(second.package, **options) == {"duplicate": 12}


def test_where_notes_are_never_updated_none_is(
    first: Export, edited: Edited, imports_with: Imports, mods: Callable[[], dict[str, int]]
) -> None:
    before = mods()
    imports_with(export_package(edited(c=EDITED), first.package, LATER_MS).package, update_notes=NEVER)
    assert mods() == before


def test_an_older_package_is_taken_up_where_notes_are_always_updated(
    first: Export, edited: Edited, imports_with: Imports, collection: Collection
) -> None:
    second = export_package(edited(c=EDITED), first.package, LATER_MS)
    imports_with(second.package)
    assert imports_with(first.package) == {"duplicate": 12}
    assert imports_with(first.package, update_notes=ALWAYS) == {"updated": 1, "duplicate": 11}
    assert not collection.find_notes("Front:edited")


def test_a_field_that_the_learner_added_asks_for_the_box_merge_note_types(
    first: Export, edited: Edited, imports_with: Imports, collection: Collection,
    progress_of: Callable[[], object],
) -> None:  # fmt: skip
    ours = collection.models.by_name(NAME)
    assert ours
    collection.models.add_field(ours, collection.models.new_field("Mine"))
    collection.models.update_dict(ours)
    (nid,) = collection.find_notes("ID:*/d")
    note = collection.get_note(nid)
    note["Mine"] = "my own words"
    collection.update_note(note)
    before = progress_of()
    second = export_package(edited(c=EDITED), first.package, LATER_MS)
    assert imports_with(second.package) == {"trouble": 12}
    assert imports_with(second.package, merge_notetypes=True) == {"updated": 1, "duplicate": 11}
    assert collection.get_note(nid)["Mine"] == "my own words"
    assert collection.find_notes("Front:edited")
    assert progress_of() == before
