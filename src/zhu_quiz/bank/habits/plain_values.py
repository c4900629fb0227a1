"""Values that are written as one text where they have keys of their own, or are a list."""

from ...model.problem import Fix, Problem
from ...model.tree import Group, Items, Node, Text
from ...questions.foreign import ours
from ..writer import on_one_line
from .habit import SEPARATORS, Meant, below, bracketed, found, replaced, span, texts_in, without_lines

_OF_IDS = ("tags", "claims", "objective", "was", "allow")
"""Keys whose value is a list of single words."""
_OF_SOURCES = ("section", "paragraph", "evidence")


def plain_records(kind: str, entry: Group) -> Meant:
    """A source or a picture whose keys were left out."""
    problems: list[Problem] = []
    for name in ("source", "image"):
        node = entry.get(name)
        if not isinstance(node, Text) or not node.value.strip():
            continue
        word = node.value.strip()
        inner = "file" if name == "image" else "evidence" if " " in word else "section"
        meant = f"{{{inner}: {on_one_line(word, in_brackets=True)}}}"
        problems.append(
            Problem(
                code="ZQ103", place=node.place, message=f"What follows `{name}:` has keys of its own.",
                remedy=f"Write  {name}: {meant}" + "  with an `alt:` that tells what it shows." * (name == "image"),
                fixes=(Fix(node.place, meant, is_safe=False),),
            )
        )  # fmt: skip
        key = next(key for key, value in entry if value is node)
        # That a picture needs words as well is not said of the same line.
        alt = ((Text("alt", node.place), Text("…", node.place)),) if name == "image" else ()
        entry = replaced(entry, key, (key, Group(((Text(inner, node.place), node), *alt), node.place)))
    return Meant(entry, tuple(problems))


def parts_of_a_source(kind: str, entry: Group) -> Meant:
    """`section:` and `evidence:` beside `source:` instead of in it."""
    parts = [(key, node) for key, node in entry if key.value in _OF_SOURCES and isinstance(node, Text)]
    if not parts or entry.get("source"):
        return Meant(entry)
    words = [
        f"{key.value}: {on_one_line(node.value, in_brackets=True)}"
        for key, node in parts
        if isinstance(node, Text)
    ]
    problems = []
    for key, node in parts:
        is_first = key is parts[0][0]
        remedy = (
            f"Write  source: {{{', '.join(words)}}}"
            if is_first
            else "Delete this line, since it stands in `source:` then."
        )
        fix = (
            Fix(span(key, node), f"source: {{{', '.join(words)}}}", is_safe=False)
            if is_first
            else without_lines(key, node)
        )
        problems.append(
            Problem(
                code="ZQ101", place=key.place, message=f"“{key.value}” is a part of `source:`.", remedy=remedy,
                fixes=(fix,),
            )
        )  # fmt: skip
    for key, _ in parts[1:]:
        entry = replaced(entry, key)
    source = Group(tuple(parts), parts[0][0].place)
    return Meant(replaced(entry, parts[0][0], (Text("source", parts[0][0].place), source)), tuple(problems))


def plain_lists(kind: str, entry: Group) -> Meant:
    """Several words in one text where each is an entry of a list."""
    problems: list[Problem] = []
    for key, node in entry:
        words = SEPARATORS.split(node.value.strip()) if isinstance(node, Text) else []
        if key.value in ("claims", "allow") and len(words) == 1:
            words = words[0].split()
        if key.value not in _OF_IDS or len(words) < 2 or not all(words):
            continue
        meant = bracketed(words)
        problems.append(
            Problem(
                code="ZQ103", place=node.place, message="Several of them stand in brackets, with commas.",
                remedy=f"Write  {key.value}: {meant}", fixes=(Fix(node.place, meant),),
            )
        )  # fmt: skip
        parts = Items(tuple(Text(word, node.place) for word in words), node.place)
        entry = replaced(entry, key, (key, parts))
    return Meant(entry, tuple(problems))


def items_without_keys(kind: str, entry: Group) -> Meant:
    """The items of an order as those of pairs have to be written."""
    at = found(entry, "items")
    if kind != "order" or not at or not isinstance(at[1], Items):
        return Meant(entry)
    problems, values = [], list[Node]()
    for node in at[1].values:
        first = node.entries[0] if isinstance(node, Group) and len(node.entries) == 1 else None
        if first and ours(first[0].value) in ("item", "text", "step", "right") and isinstance(first[1], Text):
            meant, place = on_one_line(first[1].value), span(*first)
            problems.append(
                Problem(
                    code="ZQ103", place=place, message="The items of an order are plain texts.",
                    remedy=f"Write  - {meant}", fixes=(Fix(place, meant),),
                )
            )  # fmt: skip
            node = Text(first[1].value, place)
        values.append(node)
    entry = replaced(entry, at[0], (at[0], Items(tuple(values), at[1].place))) if problems else entry
    return Meant(entry, tuple(problems))


def plain_items(kind: str, entry: Group) -> Meant:
    """The items of an order in one text, or numbered by keys."""
    at = found(entry, "items")
    if kind != "order" or not at or isinstance(at[1], Items):
        return Meant(entry)
    key, node = at
    if isinstance(node, Group):
        texts = [value.value for name, value in node if isinstance(value, Text) and len(name.value) <= 2]
        texts = texts if len(texts) == len(node.entries) else []
    else:
        texts = texts_in(node)
    if len(texts) < 2:
        return Meant(entry)
    lines = ["items:", *(f"  - {on_one_line(text)}" for text in texts)]
    problem = Problem(
        code="ZQ103", place=node.place, message="Each item stands on a line of its own, after a dash.",
        remedy=f"Write  {lines[1].strip()}  and so on, each below `items:`.",
        fixes=(Fix(span(key, node), below(key, lines), is_safe=False),),
    )  # fmt: skip
    listed = Items(tuple(Text(text, node.place) for text in texts), node.place)
    return Meant(replaced(entry, key, (Text("items", key.place), listed)), (problem,))
