"""What JSON Schema says of keys and values, with sentences that editors show instead of their own."""

from collections.abc import Iterable, Sequence

from .keys import Key, Schema, keys_of


def one_text() -> Schema:
    """Any text that is not empty. Editors take `2020` for a number and `true` for a boolean."""
    message = "Write one text here, in quotes where a colon stands in it."
    return {"type": ["string", "number", "boolean"], "pattern": r"\S", "errorMessage": message}


def whole(pattern: str, told: str, types: Sequence[str]) -> Schema:
    """A text that is of one form, give or take the spaces that quotes may hold."""
    return {"type": list(types), "pattern": rf"^\s*(?:{pattern})\s*$", "errorMessage": told}


def one_word(words: Sequence[str], told: Sequence[str] = ()) -> Schema:
    """One of a few words; `told` says of each what it means."""
    numbers = [int(word) for word in words if word.isdigit()]
    meanings: Schema = {"enumDescriptions": list(told)} if told else {}
    return {"enum": [*numbers, *words], **meanings, "errorMessage": f"Write one of: {', '.join(words)}."}


def listed(one: Schema) -> Schema:
    """A list of such values, or one of them alone."""
    types = one["type"] if isinstance(one["type"], list) else [one["type"]]
    message = "Write a list here, each entry on a line of its own that begins with “- ”."
    return {
        **one,
        "type": ["array", *types],
        "items": one,
        "patternErrorMessage": one["errorMessage"],
        "errorMessage": message,
    }


def of_record(record: type) -> Schema:
    """Keys of their own. A record type may have `limits` too."""
    names = ", ".join(f"`{each.name}:`" for each in keys_of(record))
    limits: Schema = getattr(record, "limits", {})
    return {
        "type": "object",
        "properties": {each.name: of_key(each) for each in keys_of(record)},
        "additionalProperties": False,
        "errorMessage": f"Only these keys can stand here: {names}.",
        **limits,
        **required(keys_of(record)),
    }


def required(declared: Iterable[Key]) -> Schema:
    """That those keys are there that have to be, each with a sentence of its own."""
    there = [
        {"required": [each.name], "errorMessage": f"“{each.name}” is missing. {each.help}"}
        for each in declared
        if each.is_required
    ]
    return {"allOf": there} if there else {}


def of_key(declared: Key) -> Schema:
    value = declared.shape.schema()
    if declared.limits.get("type") == "array":  # Where one entry is never enough, it cannot stand alone.
        value = {"items": value["items"]}
    default = declared.default
    return {
        "description": declared.help,
        **({"markdownDescription": declared.help} if "`" in declared.help else {}),
        **value,
        **({"default": default} if isinstance(default, str | int) and default != "" else {}),
        **declared.limits,
    }
