"""What may be written in a bank, declared once: a key's name, how its value reads, one sentence of help.

The declaration is the dataclass field itself: parsing, writing, schema and documents cannot disagree."""

from collections.abc import Callable, Iterable
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from functools import cache
from typing import Any

from ..model.problem import Fix, Problem
from ..model.tree import Group, Node, Place, Plain, Text
from .foreign import COUNTERPARTS, FOREIGN_WORDS, NOT_OURS, ours, spelt

MISSING = "“{}” is missing."
_SELDOM = frozenset(
    "id type stance by objective bloom difficulty tags claims source image status was revision allow lang".split()
)
"""Keys of every question, which nobody means who writes a word that is none of them."""


_SHORT = 2
"""Letters of a name that is near to many; `A` and `B` are options."""


class Refused(Exception):
    """A value that cannot be read, with everything that is wrong in it."""

    def __init__(self, *problems: Problem, partly: Any = None) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
        self.partly = partly
        """What can be read of it, for those who look for further mistakes; None where that is too little."""


Schema = dict[str, Any]
"""What JSON Schema can say of a value."""


@dataclass(frozen=True)
class Shape:
    """How a value is written, and back. `read` raises `Refused`."""

    read: Callable[[Node], Any]
    plain: Callable[[Any], Plain]
    schema: Callable[[], Schema]
    """The same for editors; made only when asked for, since hardly any start needs it."""


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
    limits: Schema


def key(
    shape: Shape,
    help: str,
    *,
    default: Any = NO_DEFAULT,
    name: str = "",
    trailing: bool = False,
    limits: Schema | None = None,
) -> Any:
    """Declares a dataclass field to be a key of the bank; required where it has no default.

    `name` where the key is called otherwise than the field; `trailing` puts it after a kind's own keys;
    `limits` are those of a question's complaints about it that an editor can have as well."""
    metadata = {"shape": shape, "help": help, "name": name, "trailing": trailing, "limits": limits or {}}
    return field(metadata=metadata) if default is NO_DEFAULT else field(default=default, metadata=metadata)


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
        is_required=declared.default is NO_DEFAULT,
        default=declared.default,
        is_trailing=declared.metadata["trailing"],
        limits=declared.metadata["limits"],
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
            is_free = bool(meant) and group.get(meant) is None
            problems.append(unknown(name, meant * is_free, known, _renamed(name, node, meant, group, known)))
            if not is_free or not is_slip(name.value, meant, known):
                continue
            declared = known[meant]
        elif declared.field in values:
            problems.append(_twice(name))
            continue
        present.add(declared.name)
        try:
            values[declared.field] = declared.shape.read(node)
        except Refused as refused:
            problems.extend(refused.problems)
            values.setdefault(declared.field, refused.partly)
    problems.extend(
        Problem(
            code="ZQ102", place=_heading(group), message=MISSING.format(each.name),
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
    known, name = list(words), ours(word)
    near = (name, FOREIGN_WORDS.get(name, ""), *COUNTERPARTS.get(name, ()))
    namesakes = [each for each in near if each in known]
    namesakes += [each for each in known if len(each) == 2 and each == name[::-1]]
    if not namesakes and spelt(word) not in NOT_OURS and len(name) > _SHORT:
        namesakes = get_close_matches(spelt(word), known, n=1, cutoff=0.6)
    return next(iter(namesakes), "")


def is_slip(word: str, meant: str, words: Iterable[str]) -> bool:
    """Whether `word` is a misspelling of `meant`, or another tool's name of it, and of none else of the `words`."""
    near = get_close_matches(spelt(word), list(words), n=2, cutoff=0.6)
    return bool(meant) and (ours(word) == meant or near == [meant])


def rewritten(node: Node, meant: str, *, is_safe: bool) -> tuple[Fix, ...]:
    """`meant` instead of a text; nothing where that is empty, or the text stands on several lines."""
    is_plain = isinstance(node, Text) and node.place.line == node.place.end_line
    return (Fix(node.place, meant, is_safe),) if meant and is_plain else ()


def unknown(name: Text, meant: str, known: Iterable[str], fixes: tuple[Fix, ...] = ()) -> Problem:
    """`meant` is the key that it was probably meant to be, if any, of those known."""
    names = list(known)
    likely = [f"`{each}:`" for each in names if len(names) < 9 or each not in _SELDOM]
    remedy = f"Delete it, or write one of {', '.join(likely)}."
    if meant:
        remedy = f"Did you mean `{meant}:`?"
    elif spelt(name.value) in NOT_OURS:
        remedy = "Delete this line; points, time and the like are not set here."
    return Problem(
        code="ZQ101", place=name.place, message=f"There is no key “{name.value}” here.", remedy=remedy,
        fixes=fixes,
    )  # fmt: skip


def _renamed(name: Text, node: Node, meant: str, group: Group, known: dict[str, Key]) -> tuple[Fix, ...]:
    """The key that was meant, where it stands nowhere else in the group and can have that value."""
    if not meant or group.get(meant):
        return ()
    try:
        known[meant].shape.read(node)
    except Refused:
        return ()
    return rewritten(name, meant, is_safe=is_slip(name.value, meant, known))


def _twice(name: Text) -> Problem:
    return Problem(
        code="ZQ008", place=name.place, message=f"“{name.value}” stands here again.",
        remedy="Keep one of the two; if another entry begins here, begin it with a dash.",
    )  # fmt: skip


def _heading(group: Group) -> Place:
    return group.entries[0][0].place if group.entries else group.place
