"""Text that means harm, or looks as if: Anki shows it to the letter."""

import json
import re
from collections.abc import Callable

import pytest
from anki.collection import Collection
from anki.notes import Note

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank

HOSTILE = (
    "<script>window.owned = 1</script>",
    "<img src=x onerror='window.owned = 1'>",
    "[sound:beep.mp3] and [latex]x[/latex] and [$]y[/$]",
    "{{FrontSide}} {{c1::gone}} }} {{",
    "a :: b ::: c",
    "[[type:Front]] [anki:tts lang=en]x[/anki:tts]",
    "</div></body><h1>&amp; \" ' `",
)
SPOTS = {
    "choice": "type: choice\nask: {0}\noptions:\n- right: {0}\n  why: {0}\n- wrong: other\n- wrong: another",
    "short": "type: short\nask: {0}\nanswer: {0}\naccept: [other]",
    "card": "type: card\nfront: {0}\nback: {0}\nreverse: true",
}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", SPOTS)
def test_hostile_text_arrives_as_text(
    kind: str, text: str, bank_of: Callable[..., Bank], collection: Collection,
    note_of: Callable[[str], Note], imports: Callable[[bytes], dict[str, int]],
) -> None:  # fmt: skip
    entry = (
        SPOTS[kind].format(json.dumps(text))
        + f"\nid: it\nexplain: {json.dumps(text)}\nhint: {json.dumps(text)}"
    )
    assert imports(export_package(bank_of(entry), None, 0).package) == {"new": 1}
    assert collection.fix_integrity()[1]
    for card in note_of("it").cards():
        shown = card.render_output()
        assert not shown.question_av_tags
        assert not shown.answer_av_tags
        for side in (shown.question_text, shown.answer_text):
            assert "<script>window" not in side
            page = re.sub(r"<script>.*?</script>", "", side, flags=re.DOTALL)
            assert not [
                mark
                for mark in ("<img", "<h1", "[sound:", "[latex", "[$]", "{{", "[[type:Front")
                if mark in page
            ]
            assert page.count("<div") == page.count("</div")


def test_no_gap_can_be_smuggled_into_a_cloze_text(
    bank_of: Callable[..., Bank], note_of: Callable[[str], Note], imports: Callable[[bytes], dict[str, int]]
) -> None:
    entry = 'id: it\ntype: cloze\ntext: "c2::x } } {c3::y} {{a ::b}} <b>z</b>"'
    imports(export_package(bank_of(entry), None, 0).package)
    assert [card.ord for card in note_of("it").cards()] == [0]
    assert "&lt;b&gt;z&lt;/b&gt;" in note_of("it").cards()[0].render_output().question_text
