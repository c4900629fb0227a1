"""How a value of a bank is written: what a key's text, list or group must look like, and how it reads."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from ..model.problem import Fix, Problem
from ..model.tree import Group, Items, Node, Plain, Text
from . import schemas
from .keys import Refused, Schema, Shape, is_slip, keys_of, read_keys, rewritten, suggestion, write_keys


def refuse(node: Node, code: str, message: str, remedy: str = "", fixes: tuple[Fix, ...] = ()) -> Refused:
    return Refused(Problem(code=code, place=node.place, message=message, remedy=remedy, fixes=fixes))


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


text = Shape(_read_text, lambda value: cast(Plain, value), schemas.one_text)
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
            values.append(refused.partly)
    if problems:
        raise Refused(*problems, partly=None if None in values else tuple(values))
    return tuple(values)


texts = Shape(_read_texts, list, lambda: schemas.listed(schemas.one_text()))
"""A list of texts; one text alone stands for a list of one."""


def one_of(*words: str, told: Sequence[str] = (), code: str = "ZQ115") -> Shape:
    """One of a few words; `told` says of each what it means."""

    def read(node: Node) -> str:
        word = _read_text(node)
        if word in words:
            return word
        meant = suggestion(word, words)
        remedy = f"Did you mean `{meant}`?" if meant else f"Write one of: {', '.join(words)}."
        fixes = rewritten(node, meant, is_safe=is_slip(word, meant, words))
        raise refuse(node, code, f"“{word}” is not possible here.", remedy, fixes)

    return Shape(read, lambda value: cast(Plain, value), lambda: schemas.one_word(words, told))


YES_NO = dict.fromkeys(
    """true yes on y t 1 correct right ja wahr richtig oui vrai juste si sí verdadero vero sim verdadeiro waar juist
    sant correcto cierto giusto corretto certo correto prawda tak да верно правда evet doğru نعم صح صحيح
    是 对 正确 真""".split(),
    "true",
)
YES_NO |= dict.fromkeys(
    """false no off n f 0 incorrect wrong nein falsch non faux falso não onwaar onjuist fout falskt
    nee incorrecto sbagliato errato errado incorreto fałsz nie нет неверно ложь hayır yanlış لا خطأ خاطئ
    否 错 错误 假""".split(),
    "false",
)
"""What stands elsewhere for true and false."""


def _read_yes_no(node: Node) -> bool:
    word = _read_text(node)
    if word not in ("true", "false"):
        meant = YES_NO.get(word.lower(), word.lower())
        is_clear = meant in ("true", "false")
        remedy = f"Write `{meant}`." if is_clear else "Write `true` or `false`."
        fixes = rewritten(node, meant * is_clear, is_safe=True)
        raise refuse(node, "ZQ117", f"“{word}” is neither true nor false.", remedy, fixes)
    return word == "true"


yes_no = Shape(
    _read_yes_no,
    lambda value: "true" if value else "false",
    lambda: schemas.whole("true|false", "Write `true` or `false`.", ("boolean", "string")),
)


_HIGHEST = 1_000
"""Nobody counts further; what is made once for each number stays bounded."""


def _read_count(node: Node) -> int:
    word = _read_text(node)
    if not (word.isascii() and word.isdigit() and len(word) <= 9 and 0 < int(word) <= _HIGHEST):
        told = f"“{word}” is not a whole number from 1 to {_HIGHEST:,}."
        raise refuse(node, "ZQ103", told, "Write a number such as 2.")
    return int(word)


count = Shape(
    _read_count,
    str,
    lambda: {
        **schemas.whole(
            rf"(?!\S{{10}})0*(?:[1-9][0-9]{{0,2}}|{_HIGHEST})",
            f"Write a number from 1 to {_HIGHEST:,}.",
            ("integer", "string"),
        ),
        "minimum": 1,
        "maximum": _HIGHEST,
    },
)
"""A whole number from 1."""


def matching(
    pattern: str, code: str, is_what: str, remedy: str, meant: Callable[[str], str] = lambda word: ""
) -> Shape:
    """A text of one form; `meant` makes one of another text, or nothing."""
    form = re.compile(pattern)

    def read(node: Node) -> str:
        word = _read_text(node)
        if not form.fullmatch(word):
            near = meant(word) if form.fullmatch(meant(word)) else ""
            told = f"Write `{near}`. {remedy}" if near else remedy
            raise refuse(
                node, code, f"“{word}” is not {is_what}.", told, rewritten(node, near, is_safe=False)
            )
        return word

    def schema() -> Schema:
        taken_for = {"true": "boolean", "7": "integer"}
        types = [name for word, name in taken_for.items() if form.fullmatch(word)]
        limits = {"minimum": 0} if "integer" in types else {}
        return {**schemas.whole(pattern, remedy, ["string", *types]), **limits}

    return Shape(read, lambda value: cast(Plain, value), schema)


def list_of(one: Shape) -> Shape:
    """A list of what `one` reads; one alone stands for a list of one."""

    def read(node: Node) -> tuple[Any, ...]:
        return _each(node if isinstance(node, Items) else Items((node,), node.place), one.read)

    return Shape(
        read, lambda values: [one.plain(value) for value in values], lambda: schemas.listed(one.schema())
    )


def record(kind: type) -> Shape:
    """Keys of their own, as a frozen dataclass declares them; its `complaints(group)`, if any, are heard."""

    def read(node: Node) -> Any:
        if not isinstance(node, Group):
            names = ", ".join(f"`{each.name}:`" for each in keys_of(kind))
            raise refuse(node, "ZQ103", "A plain text cannot stand here.", f"Name what it is: {names}.")
        values, problems = read_keys(kind, node)
        if problems:
            values = {name: value for name, value in values.items() if value is not None}
            if any(each.is_required and each.field not in values for each in keys_of(kind)):
                raise Refused(*problems)
        value = kind(**values)
        complaints: Callable[[Group], Iterator[Problem]] | None = getattr(value, "complaints", None)
        found = tuple(complaints(node)) if complaints else ()
        if found:
            raise Refused(*(problems or found))
        if problems:
            raise Refused(*problems, partly=value)
        return value

    return Shape(read, write_keys, lambda: schemas.of_record(kind))
