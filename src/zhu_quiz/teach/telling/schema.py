"""The bank's format for editors, as JSON Schema: made from the keys that the checker reads by."""

import json
import re
import sys

from ...bank.head import FORMAT, File
from ...questions import Question
from ...questions.keys import Key, Schema, keys_of
from ...questions.schemas import of_key, of_record, required

NO_QUESTION = (
    "This is no question. Begin it with `- id: …`, and write `type:` and the other keys below `id:`."
)

_VALUE = re.compile(r"^( *(?:- )?[\w-]+: | *- )(.+)$", re.MULTILINE)
_SHORT = re.compile(r"[\[{]\n[^\[\]{}]{,100}[\]}]")
_SPECIAL = re.compile(r"[\\$}]")


def schema_text() -> str:
    """As it stands in a file, what is short on one line."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2)
    return _SHORT.sub(lambda found: re.sub(r"\n *", " ", found[0]), text) + "\n"


def schema() -> Schema:
    bank = of_record(File)
    bank["properties"]["questions"].update(_questions())
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        "title": "zhu-quiz",
        "description": "A bank of questions.",
        **bank,
        "definitions": {
            **{each.name: of_key(each) for each in _shared()},
            **{f"{name} question": _kind(kind) for name, kind in Question.kinds.items()},
        },
    }


def _questions() -> Schema:
    return {
        "type": "array",
        "minItems": 1,
        "errorMessage": "The questions are a list: begin each with `- id: …` on a line of its own.",
        "items": {
            "type": "object",
            "errorMessage": NO_QUESTION,
            "properties": {"id": _ref("id"), "type": _type()},
            "allOf": [
                *required(_shared())["allOf"],
                *map(_in_case_of, Question.kinds),
            ],
            # Editors offer a whole question only where none has begun.
            "if": {"type": "object", "minProperties": 1},
            "else": {"defaultSnippets": [_snippet(kind) for kind in Question.kinds.values()]},
        },
    }


def _shared() -> tuple[Key, ...]:
    """The keys of all kinds."""
    return keys_of(Question)


def _type() -> Schema:
    kinds = Question.kinds
    return {
        "description": next(each.help for each in _shared() if each.name == "type"),
        "enum": list(kinds),
        "enumDescriptions": [summary(kind) for kind in kinds.values()],
        "errorMessage": f"Write one of: {', '.join(kinds)}.",
    }


def _in_case_of(name: str) -> Schema:
    return {
        "if": {"type": "object", "properties": {"type": {"const": name}}, "required": ["type"]},
        "then": _ref(f"{name} question"),
    }


def _kind(kind: type[Question]) -> Schema:
    """What a question may have beside its id and type, which are looked at before the kind is known."""
    own = [each for each in keys_of(kind) if each not in _shared()]
    names = ", ".join(each.name for each in own)
    return {
        "description": summary(kind),
        "properties": {
            each.name: of_key(each) if each in own else each.name in ("id", "type") or _ref(each.name)
            for each in keys_of(kind)
        },
        "additionalProperties": False,
        "errorMessage": f"`{kind.kind}` questions have no such key; of their own they have: {names}.",
        **required(own),
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def summary(kind: type[Question]) -> str:
    """What a kind of question is, in a sentence: the first of its file."""
    return (sys.modules[kind.__module__].__doc__ or "").partition("\n")[0]


def _snippet(kind: type[Question]) -> Schema:
    """The kind's example; the tab key goes from value to value."""
    places = iter(range(1, 1000))

    def place(found: re.Match[str]) -> str:
        if found[1] == "type: ":
            return found[0]
        value = _SPECIAL.sub(r"\\\g<0>", found[2])
        return f"{found[1]}${{{next(places)}:{value}}}"

    return {
        "label": f"new {kind.kind} question",
        "description": summary(kind),
        "bodyText": _VALUE.sub(place, kind.example.rstrip()),
    }
