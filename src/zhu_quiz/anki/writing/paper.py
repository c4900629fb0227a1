"""A choice as a front and a back, for where nothing can be picked: lettered options in one order for good."""

from hashlib import sha256

from ...model.note import ChoiceNote, NoteOption
from .html import inline

_SEVERAL = '<div class="zq-how" data-word="several" lang="en">Several may be right</div>'


def options_in_letters(note: ChoiceNote, question: str) -> tuple[str, str]:
    """What follows the stem on the front, and the back: what is right, then why the rest is not."""
    placed = list(enumerate(_in_order(note, question), 1))
    right = [(place, each) for place, each in placed if each.is_right]
    wrong = [(place, each) for place, each in placed if each.why and not each.is_right]
    front = "".join(f"<li>{inline(each.text)}</li>" for _, each in placed)
    return (_SEVERAL if note.several else "") + _lettered(front), _explained("✓", right) + _explained(
        "✗", wrong
    )


def _in_order(note: ChoiceNote, question: str) -> list[NoteOption]:
    """The id of the question shuffles them, so that the right one is not first in all; pinned ones stay."""
    options = list(note.options)
    first, last = note.pinned_first, len(options) - note.pinned_last
    if not note.shuffled:
        first = last
    moving = sorted(range(first, last), key=lambda place: sha256(f"{question}:{place}".encode()).digest())
    return options[:first] + [options[place] for place in moving] + options[last:]


def _explained(sign: str, options: list[tuple[int, NoteOption]]) -> str:
    items = (
        f'<li value="{place}">{sign} {inline(each.text)}{_reason(each.why)}</li>' for place, each in options
    )
    return _lettered("".join(items)) if options else ""


def _reason(why: str) -> str:
    return f"<br><em>{inline(why)}</em>" if why else ""


def _lettered(items: str) -> str:
    # As a block: in Anki's own note types, which centre everything, the letters stay below each other.
    return f'<ol type="A" style="display: inline-block; text-align: start">{items}</ol>'
