"""The field `Entry`: what a question says beyond the other fields of its note, so that it can be read back."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from ...model.tree import Plain
from ...questions import Question
from ...questions.choice import Choice
from ...questions.cloze import Cloze
from ...questions.keys import Key, keys_of
from ...questions.matching import Likeness
from ...questions.multi import Multi
from ...questions.short import Short
from ..note_types import BASIC, CHOICE, CLOZE, TYPED, NoteType

_UNSAID = frozenset(("stance", "by", "objective", "bloom", "difficulty", "claims", "was", "revision", "lang"))
"""Keys of every question that no field shows."""
_ELSEWHERE = frozenset(("id", "status", "allow", "note"))
"""Keys that stand in the note otherwise, or are for authors alone."""
_USUAL = {
    "choice": CHOICE,
    "multi": CHOICE,
    "true-false": CHOICE,
    "short": TYPED,
    "cloze": CLOZE,
    "card": BASIC,
}

# Without any of these signs HTML says what the text says.
_MARKS = ("<", "&", "\\", "`", "*", "\xa0", "\n", "\t", "  ", "\x1f ", " \x1f")
# What HTML may say in more ways than one: for it the note is read back, which takes longer than to write it.
_AMBIGUOUS = re.compile(
    r"[\\`*\xa0\x00-\x1e]|  |&#(?:58|9[13]|12[35]);|<(?!/?(?:strong|ol|li)>|/?span|a href|/a>|/?cite>)|"
    r"(?:^|\x1f|(?<!</strong)(?<!</a)>) | (?:$|\x1f|<(?!strong>|a href))|<strong> |(?:</strong>|</a>)<(?:strong|a)"
)
_AMBIGUOUS_EVIDENCE = re.compile(r"[“”\\`*\[\]\s](?<! )|  |^sha:|^ | $")
_MORE_IN_GAPS = re.compile(r"\||\{\{ | \}\}| ::|:: ")
_LIKENESS = Likeness()
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def entry(question: Question, note_type: NoteType, fields: tuple[str, ...]) -> str:
    """JSON with keys of a bank; empty where the other fields say it all. `fields`: those before it."""
    said = _unsaid(question)
    if question.source.section:
        said["source"] = {"section": question.source.section}
    if not _is_plain(question, note_type, fields):
        said |= _difference(question, note_type, fields, said)
    return _JSON.encode(said) if said else ""


def _unsaid(question: Question) -> dict[str, Plain | None]:
    """What no field shows of any question."""
    keys, values_of, defaults = _unsaid_keys()
    values = values_of(question)
    if values == defaults:
        return {}
    return {
        key.name: key.shape.plain(value)
        for key, value in zip(keys, values, strict=True)
        if value != key.default
    }


@cache
def _unsaid_keys() -> tuple[tuple[Key, ...], Callable[[Question], tuple[Any, ...]], tuple[Any, ...]]:
    """They, what reads their values, and the values that need no word."""
    keys = tuple(each for each in keys_of(Question) if each.name in _UNSAID)
    return keys, attrgetter(*(each.field for each in keys)), tuple(each.default for each in keys)


def _is_plain(question: Question, note_type: NoteType, fields: tuple[str, ...]) -> bool:
    """Whether it is clear at a glance that the fields say all that is left."""
    tags, source = question.tags, question.source
    return (
        _USUAL.get(question.kind) is note_type
        and not question.image
        and not (question.hint and (question.hint[1:] or "\n" in question.hint[0]))
        and (len(tags) < 2 or tags == tuple(sorted({*tags})))
        and not source.paragraph
        and not (source.evidence and _AMBIGUOUS_EVIDENCE.search(source.evidence))
        and not _has_more(question)
        and not _is_ambiguous(note_type, fields)
    )


def _is_ambiguous(note_type: NoteType, fields: tuple[str, ...]) -> bool:
    written = f"\x1f{_written(note_type, fields)}\x1f"
    # To look for single signs takes a twentieth of the time.
    return any(mark in written for mark in _MARKS) and bool(_AMBIGUOUS.search(written))


def _written(note_type: NoteType, fields: tuple[str, ...]) -> str:
    """The texts of the question, with the further answers freed of the list that they always are."""
    if note_type is TYPED:
        fields = (*fields[:2], fields[2].removeprefix("<ul>").removesuffix("</ul>"), *fields[3:])
    return "\x1f".join(fields[: len(note_type.own_fields) + 2])


def _has_more(question: Question) -> bool:
    """Whether its kind has keys that no field shows, or more in them."""
    match question:
        case Choice(shuffle=False) | Multi(shuffle=False) | Multi(score="parts"):
            return True
        case Choice(options=options) | Multi(options=options):
            return any(option.pin for option in options)
        case Short(reject=reject, likeness=likeness):
            return bool(reject) or likeness != _LIKENESS
        case Cloze(passage=passage):
            return bool(_MORE_IN_GAPS.search(passage))
    return False


def _difference(
    question: Question, note_type: NoteType, fields: tuple[str, ...], said: Mapping[str, Plain | None]
) -> dict[str, Plain | None]:
    """What differs where the note is read back; None for what is not there."""
    # Imported here: most exports need none of it.
    from ..importing.own_fields import entry_shown, kind_shown

    values = dict(zip(note_type.fields, fields, strict=False))
    shown = entry_shown(note_type, values, question.kind)
    shown |= {"type": kind_shown(note_type, values), "tags": [*sorted({*question.tags})]}
    whole = {name: value for name, value in question.plain().items() if name not in _ELSEWHERE | said.keys()}
    more: dict[str, Plain | None] = {
        name: value
        for name, value in whole.items()
        if shown.get(name) != value and name not in ("source", "image")
    }
    more |= dict.fromkeys(shown.keys() - whole.keys() - {"tags", "source", "image"})
    for part in ("source", "image"):
        own, seen = question.plain().get(part), shown.get(part, {})
        if isinstance(own, dict) and isinstance(seen, dict):
            unsaid = {
                name: value for name, value in own.items() if seen.get(name) != value and name != "file"
            }
            more |= {part: unsaid} if unsaid else {}
    return more
