"""Answers that stand as other tools, other kinds of question or worksheets have them."""

import re

from ...model.problem import Fix, Problem
from ...model.tree import Group, Items, Node, Text
from ...questions.keys import rewritten
from ...questions.shapes import YES_NO
from ..writer import on_one_line
from .habit import Meant, below, bracketed, found, replaced, span, texts_in, without_lines

_LINE = re.compile(r"_{2,}|\.{4,}|…{2,}|\( *\)|\[ *\]")
"""Where a word is missing on paper."""


def several_answers(kind: str, entry: Group) -> Meant:
    """Several right answers under `answer`."""
    at = next((each for each in entry if each[0].value == "answer"), found(entry, "answer", "options"))
    if kind != "short" or not at or not isinstance(at[1], Items):
        return Meant(entry)
    key, node = at
    first, *others = texts_in(node) or [""]
    if not first:
        return Meant(entry)
    accept = [("accept", others)] if others and not entry.get("accept") else []
    lines = [f"answer: {on_one_line(first)}", *(f"{name}: {bracketed(each)}" for name, each in accept)]
    remedy = f"Write  {lines[0]}" + "".join(f"  and below it  {line}" for line in lines[1:])
    problem = Problem(
        code="ZQ103", place=key.place, message="One text is the answer; others count as well under `accept:`.",
        remedy=remedy,
        # Who lists several may want all of them.
        fixes=(Fix(span(key, node), below(key, lines), is_safe=not others),) if accept or not others else (),
    )  # fmt: skip
    return Meant(replaced(entry, key, (Text("answer", key.place), Text(first, node.place))), (problem,))


def one_in_brackets(kind: str, entry: Group) -> Meant:
    """The one answer as a list of one."""
    at = found(entry, "answer")
    if kind not in ("true-false", "number") or not at or not isinstance(at[1], Items):
        return Meant(entry)
    key, node = at
    first, *others = texts_in(node) or [""]
    if not first or others:
        return Meant(entry)
    word = YES_NO.get(first.lower(), first) if kind == "true-false" else first
    problem = Problem(
        code="ZQ103", place=node.place, message="The answer stands without brackets and dashes.",
        remedy=f"Write  answer: {word}", fixes=(Fix(span(key, node), f"answer: {word}"),),
    )  # fmt: skip
    return Meant(replaced(entry, key, (Text("answer", key.place), Text(word, node.place))), (problem,))


def answer_of_a_gap(kind: str, entry: Group) -> Meant:
    """A line where the word is missing, and the word under `answer`."""
    at, text = found(entry, "answer"), found(entry, "text")
    if kind != "cloze" or not at or not text or not isinstance(text[1], Text):
        return Meant(entry)
    word, (line, found_at) = " ".join(texts_in(at[1])), (text[1].value, _LINE.search(text[1].value))
    if not word or not found_at or "{{" in line:
        return Meant(entry)
    gap = "{{" + "|".join(texts_in(at[1])) + "}}"
    meant = line[: found_at.start()] + gap + line[found_at.end() :]
    problem = Problem(
        code="ZQ111", place=text[1].place, message="A gap holds its answer itself, between double braces.",
        remedy=f"Write  text: {on_one_line(meant)}  and delete the line `{at[0].value}:`.",
        fixes=(*rewritten(text[1], on_one_line(meant), is_safe=False), without_lines(*at)),
    )  # fmt: skip
    return Meant(replaced(replaced(entry, at[0]), text[0], (text[0], Text(meant, text[1].place))), (problem,))


def reasons_of_rejects(kind: str, entry: Group) -> Meant:
    """A wrong answer as the key of its reason."""
    at = found(entry, "reject")
    if kind != "short" or not at or not isinstance(at[1], Items):
        return Meant(entry)
    problems, values = [], list[Node]()
    for node in at[1].values:
        first = node.entries[0] if isinstance(node, Group) and len(node.entries) == 1 else None
        if first and first[0].value not in ("text", "why") and isinstance(first[1], Text):
            text, why = f"text: {on_one_line(first[0].value)}", f"why: {on_one_line(first[1].value)}"
            lead = "\n" + " " * (first[0].place.column - 1)
            problems.append(
                Problem(
                    code="ZQ103", place=first[0].place, message="A wrong answer has a `text:` and a `why:`.",
                    remedy=f"Write  - {text}  and right below `text:`  {why}",
                    fixes=(Fix(span(*first), f"{text}{lead}{why}", is_safe=False),),
                )
            )  # fmt: skip
            node = Group(((Text("text"), Text(*first[0])), (Text("why"), first[1])), node.place)
        values.append(node)
    entry = replaced(entry, at[0], (at[0], Items(tuple(values), at[1].place))) if problems else entry
    return Meant(entry, tuple(problems))


def statement_with_options(kind: str, entry: Group) -> Meant:
    """A statement with options instead of an answer."""
    at = entry.get("options")
    key = next((key for key, node in entry if node is at), None)
    if kind != "true-false" or not key or not isinstance(at, Items) or entry.get("answer"):
        return Meant(entry)
    right = next(
        (each.text("right") for each in at.values if isinstance(each, Group) and each.get("right")), ""
    )
    word = YES_NO.get(right.strip().lower(), right.strip().lower())
    if word not in ("true", "false"):
        return Meant(entry)
    problem = Problem(
        code="ZQ101", place=key.place, message="A statement has no options, but an `answer:`.",
        remedy=f"Write  answer: {word}  instead of “options” and what belongs to it.",
        fixes=(Fix(span(key, at), f"answer: {word}", is_safe=False),),
    )  # fmt: skip
    return Meant(replaced(entry, key, (Text("answer", key.place), Text(word, key.place))), (problem,))
