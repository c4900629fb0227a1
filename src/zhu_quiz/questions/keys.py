"""What may be written in a bank, declared once: a key's name, how its value reads, one sentence of help.

The declaration is the dataclass field itself: parsing, writing, schema and documents cannot disagree."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, dataclass, field, fields
from difflib import get_close_matches
from functools import cache
from typing import Any, cast

from ..model.problem import Problem
from ..model.tree import Group, Items, Node, Place, Plain, Text

FOREIGN_NAMES = {
    "question": "ask", "prompt": "ask", "stem": "ask", "explanation": "explain", "feedback": "explain",
    "correct": "right", "answer_text": "answer", "incorrect": "wrong", "distractor": "wrong",
    "choices": "options", "answers": "options", "because": "why", "clue": "hint", "section": "source",
    "alternatives": "accept", "tolerance": "within", "units": "unit", "level": "difficulty",
    "category": "tags", "tag": "tags", "author": "by", "comment": "note", "kind": "type", "images": "image",
    "reversed": "reverse",
}  # fmt: skip
"""What other tools call our keys; recognised only to suggest ours."""

COUNTERPARTS = {
    "ask": ("text", "front", "item"), "text": ("ask", "front"), "front": ("ask", "text", "item"),
    "answer": ("back", "right", "match"), "back": ("answer", "match"),
    "options": ("items", "pairs"), "items": ("options", "pairs"),
    "left": ("item",), "right": ("match",), "term": ("front", "item"), "definition": ("back", "match"),
    "key": ("item",), "value": ("match",),
}  # fmt: skip
"""What a key is called in other kinds of question."""


class Refused(Exception):
    """A value that cannot be read, with everything that is wrong in it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Shape:
    """How a value is written, and back. `read` raises `Refused`."""

    read: Callable[[Node], Any]
    plain: Callable[[Any], Plain]


@dataclass(frozen=True)
class Key:
    """One entry that a question, or a part of one, may have."""

    name: str
    field: str
    shape: Shape
    help: str
    is_required: bool
    default: Any
    is_trailing: bool


def key(shape: Shape, help: str, *, default: Any = MISSING, name: str = "", trailing: bool = False) -> Any:
    """Declares a dataclass field to be a key of the bank; required where it has no default.

    `name` where the key is called otherwise than the field; `trailing` puts it after a kind's own keys."""
    metadata = {"shape": shape, "help": help, "name": name, "trailing": trailing}
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)


def keys_of(record: type) -> tuple[Key, ...]:
    """The keys of a record type in the order in which a bank lists them."""
    return _keys_of(record)


@cache
def _keys_of(record: type) -> tuple[Key, ...]:
    declared = tuple(_key(each) for each in fields(record) if "shape" in each.metadata)
    return tuple(sorted(declared, key=lambda each: each.is_trailing))


def _key(declared: "Field[Any]") -> Key:
    return Key(
        name=declared.metadata["name"] or declared.name,
        field=declared.name,
        shape=declared.metadata["shape"],
        help=declared.metadata["help"],
        is_required=declared.default is MISSING,
        default=declared.default,
        is_trailing=declared.metadata["trailing"],
    )


def read_keys(record: type, group: Group) -> tuple[dict[str, Any], list[Problem]]:
    """The values of `group` by field name, and everything wrong with them; a wrong value is left out."""
    known = _by_name(record)
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    present = set[str]()
    for name, node in group.entries:
        declared = known.get(name.value)
        if declared is None:
            meant = suggestion(name.value, known)
            present.add(meant)  # Misspelt, and so not missing as well.
            problems.append(unknown(name, meant, known))
            continue
        present.add(name.value)
        try:
            values[declared.field] = declared.shape.read(node)
        except Refused as refused:
            problems.extend(refused.problems)
            values.setdefault(declared.field, None)
    problems.extend(
        Problem(
            code="ZQ102", place=_heading(group), message=f"“{each.name}” is missing.",
            remedy=f"Add a line `{each.name}: …`. {each.help}",
        )
        for each in _required(record)
        if each.name not in present
    )  # fmt: skip
    return values, problems


@cache
def _by_name(record: type) -> dict[str, Key]:
    return {each.name: each for each in keys_of(record)}


@cache
def _required(record: type) -> tuple[Key, ...]:
    return tuple(each for each in keys_of(record) if each.is_required)


def write_keys(record: Any) -> dict[str, Plain]:
    """The inverse of `read_keys`: plain data in the order of the keys, defaults left out."""
    return {
        each.name: each.shape.plain(getattr(record, each.field))
        for each in keys_of(type(record))
        if getattr(record, each.field) != each.default
    }


def suggestion(word: str, words: Iterable[str]) -> str:
    """The one of `words` that `word` was probably meant to be; empty where none is close."""
    known = list(words)
    ours = FOREIGN_NAMES.get(word.lower(), word.lower())
    namesakes = [each for each in (ours, *COUNTERPARTS.get(ours, ())) if each in known]
    namesakes += [each for each in known if len(each) == 2 and each == ours[::-1]]
    return next(iter(namesakes or get_close_matches(word.lower(), known, n=1, cutoff=0.6)), "")


def unknown(name: Text, meant: str, known: Iterable[str]) -> Problem:
    """`meant` is the key that it was probably meant to be, if any, of those known."""
    remedy = f"Did you mean `{meant}:`?" if meant else f"Known here: {', '.join(known)}."
    return Problem(
        code="ZQ101", place=name.place, message=f"There is no key “{name.value}” here.", remedy=remedy
    )


def _heading(group: Group) -> Place:
    return group.entries[0][0].place if group.entries else group.place


# Shapes


def refuse(node: Node, code: str, message: str, remedy: str = "") -> Refused:
    return Refused(Problem(code=code, place=node.place, message=message, remedy=remedy))


def _read_text(node: Node) -> str:
    if isinstance(node, Items):
        raise refuse(
            node, "ZQ103", "Here stands a list, but one text is needed.", "Write the text after the colon."
        )
    if isinstance(node, Group):
        raise refuse(
            node, "ZQ103", "Here one text is needed, but a colon makes a key of its beginning.",
            "Put the whole text in quotes.",
        )  # fmt: skip
    if not node.value.strip():
        raise refuse(
            node, "ZQ116", "The text is empty.", "Write the text after the colon, or delete the line."
        )
    return node.value.strip()


text = Shape(_read_text, lambda value: cast(Plain, value))
"""Any text, in the Markdown subset."""


def _read_texts(node: Node) -> tuple[str, ...]:
    if isinstance(node, Text):
        return (_read_text(node),)
    if isinstance(node, Group):
        raise refuse(
            node, "ZQ103", "Here stand further keys, but a list is needed.", "Begin each entry with “- ”."
        )
    return _each(node, _read_text)


def _each(node: Items, read: Callable[[Node], Any]) -> tuple[Any, ...]:
    values, problems = [], list[Problem]()
    for child in node.values:
        try:
            values.append(read(child))
        except Refused as refused:
            problems.extend(refused.problems)
    if problems:
        raise Refused(*problems)
    return tuple(values)


texts = Shape(_read_texts, list)
"""A list of texts; one text alone stands for a list of one."""


def one_of(*words: str, code: str = "ZQ115") -> Shape:
    """One of a few words."""

    def read(node: Node) -> str:
        word = _read_text(node)
        if word in words:
            return word
        meant = suggestion(word, words)
        remedy = f"Did you mean `{meant}`?" if meant else f"Write one of: {', '.join(words)}."
        raise refuse(node, code, f"“{word}” is not possible here.", remedy)

    return Shape(read, lambda value: cast(Plain, value))


def _read_yes_no(node: Node) -> bool:
    word = _read_text(node)
    if word not in ("true", "false"):
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(word.lower(), word.lower())
        remedy = f"Write `{meant}`." if meant in ("true", "false") else "Write `true` or `false`."
        raise refuse(node, "ZQ117", f"“{word}” is neither true nor false.", remedy)
    return word == "true"


yes_no = Shape(_read_yes_no, lambda value: "true" if value else "false")


def _read_count(node: Node) -> int:
    word = _read_text(node)
    if not (word.isascii() and word.isdigit() and len(word) <= 9 and int(word) > 0):
        raise refuse(node, "ZQ103", f"“{word}” is not a whole number from 1.", "Write a number such as 2.")
    return int(word)


count = Shape(_read_count, str)
"""A whole number from 1."""


def matching(pattern: str, code: str, is_what: str, remedy: str) -> Shape:
    """A text of one form."""
    form = re.compile(pattern)

    def read(node: Node) -> str:
        word = _read_text(node)
        if not form.fullmatch(word):
            raise refuse(node, code, f"“{word}” is not {is_what}.", remedy)
        return word

    return Shape(read, lambda value: cast(Plain, value))


def list_of(one: Shape) -> Shape:
    """A list of what `one` reads; one alone stands for a list of one."""

    def read(node: Node) -> tuple[Any, ...]:
        return _each(node, one.read) if isinstance(node, Items) else (one.read(node),)

    return Shape(read, lambda values: [one.plain(value) for value in values])


def record(kind: type) -> Shape:
    """Keys of their own, as a frozen dataclass declares them; its `complaints(group)`, if any, are heard."""

    def read(node: Node) -> Any:
        if not isinstance(node, Group):
            names = ", ".join(f"`{each.name}:`" for each in keys_of(kind))
            raise refuse(node, "ZQ103", "A plain text cannot stand here.", f"Name what it is: {names}.")
        values, problems = read_keys(kind, node)
        if problems:
            raise Refused(*problems)
        value = kind(**values)
        complaints: Callable[[Group], Iterator[Problem]] | None = getattr(value, "complaints", None)
        found = tuple(complaints(node)) if complaints else ()
        if found:
            raise Refused(*found)
        return value

    return Shape(read, write_keys)
