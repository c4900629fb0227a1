"""What the kinds of notes with options share: from the texts of a question with options to its entry."""

import re
from collections.abc import Collection, Sequence

from ...model.markdown import bare
from ...questions.lists import bulleted
from ...questions.shapes import YES_NO
from .markdown import NOTHING, Shown, shown
from .notes import Draft, Entry, ForeignNote

_NOT_TRUTH = frozenset(
    "yes no on off y n t f 1 0 ja nein oui non si sí sim não tak nie да нет evet hayır 是 否".split()
)
_LETTER = re.compile(r"\(?([A-Ja-j])(?:[.):]\s*\)?|\)\s*|$)")
_BETWEEN = re.compile(r"\s*(?:[,;/|&+]|\band\b|\s)\s*")
_LEAD = re.compile(r"\(?([A-Ja-j]|[0-9]{1,2})[.):]\)?\s+")


def draft(note: ForeignNote, ask: Shown, options: Sequence[str], rights: Collection[int], *, explain: Shown = NOTHING,
          is_several: bool = False) -> Draft | None:  # fmt: skip
    """A question with those options, as HTML, of which `rights` are the places; None where it would be none."""
    looks = [shown(each) for each in options]
    texts = [look.text for look in _unled(looks)]
    if not (ask.text or ask.pictures) or not all(texts) or len({*texts}) < max(2, len(texts)) or not rights:
        return None
    right = [text for place, text in enumerate(texts) if place in rights]
    more: Entry = {"explain": explain.text} if explain.text else {}
    card: Entry = {"type": "card", "front": "\n\n".join(filter(None, (ask.text, bulleted(texts)))),
                   "back": right[0] if len(right) == 1 else bulleted(right), **more}  # fmt: skip
    truth = {YES_NO.get(bare(text).lower(), "") for text in texts if bare(text).lower() not in _NOT_TRUTH}
    if truth == {"true", "false"} and len(texts) == 2 and len(right) == 1:
        entry: Entry = {
            "type": "true-false",
            "ask": ask.text,
            "answer": YES_NO[bare(right[0]).lower()],
            **more,
        }
    else:
        listed: list[Entry] = [
            {"right" if place in rights else "wrong": text} for place, text in enumerate(texts)
        ]
        kind = "multi" if is_several or len(right) > 1 else "choice"
        entry = {"type": kind, "ask": ask.text, "options": [*listed], **more}
    lost = [each for look in (ask, explain, *looks) for each in look.lost]
    lost += ["pictures of options"] * any(look.pictures for look in looks)
    lost += ["further pictures"] * (len(ask.pictures) > 1) + ["pictures of answers"] * bool(explain.pictures)
    return Draft(
        entry=entry, plainer=card, sides=dict.fromkeys(note.cards[:1] or (0,), ""), pictures=ask.pictures,
        lost=tuple(lost),
    )  # fmt: skip


def places(key: str, options: Sequence[str]) -> frozenset[int]:
    """Which options a key means: by letter, number, a row of 0 and 1, or by their text. None where it is unclear."""
    look = bare(shown(key).text).strip()
    texts = [bare(each.text).strip().casefold() for each in _unled([shown(option) for option in options])]
    if look.casefold() in texts:
        return frozenset({texts.index(look.casefold())})
    lines = [line.strip().casefold() for line in re.split(r"\n|;", look) if line.strip()]
    lines = [_LEAD.sub("", line, count=1).removeprefix("- ") for line in lines]
    if lines and all(line in texts for line in lines):
        return frozenset(map(texts.index, lines))
    return _by_signs(look, len(options))


def _by_signs(key: str, number: int) -> frozenset[int]:
    words = [word for word in _BETWEEN.split(key.removeprefix("Option ").removeprefix("option ")) if word]
    if len(words) == number > 1 and all(word in ("0", "1") for word in words):
        return frozenset(place for place, word in enumerate(words) if word == "1")
    if (
        len(words) == 1
        and words[0].isalpha()
        and words[0].isupper()
        and len({*words[0]}) == len(words[0]) > 1
    ):
        words = list(words[0])
    if len(words) == 1 and number < 10 < _number(words[0]) and len({*words[0]}) == len(words[0]):
        words = list(words[0])
    found = set[int]()
    for word in words:
        letter = _LETTER.fullmatch(word)
        place = ord(letter[1].lower()) - ord("a") if letter else _number(word) - 1
        if not 0 <= place < number:
            return frozenset()
        found.add(place)
    return frozenset(found)


def _number(word: str) -> int:
    figures = word.strip(".)(#")
    return int(figures) if figures.isascii() and figures.isdigit() and len(figures) < 3 else 0


def _unled(looks: Sequence[Shown]) -> Sequence[Shown]:
    """The options without letters or numbers of their own, where all have some."""
    if not all(_LEAD.match(look.text) for look in looks):
        return looks
    return [
        Shown(text=_LEAD.sub("", look.text, count=1), pictures=look.pictures, lost=look.lost)
        for look in looks
    ]
