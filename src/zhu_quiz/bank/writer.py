"""A bank as YAML in our style: one fact a line, quotes only where they are needed, long texts as blocks."""

import re
import textwrap
from collections.abc import Iterator

from ..model.tree import Plain
from ..questions.keys import write_keys
from .bank import Bank
from .head import FORMAT
from .parsing.lines import quoted

_WIDTH = 110
_FOLDED_WIDTH = 88

_NEEDS_QUOTES = re.compile(
    r"""
    $                                   # empty
    | (?!-\d) [-?:,\[\]{}#&*!|>'"%@`\s] # begins with a sign that YAML gives a meaning
    | .* (?: :(?:\s|$) | \s\# | \s$ | \n )
    """,
    re.DOTALL | re.VERBOSE,
)
_WORD = re.compile(r"\w[\w./'-]*")
_WORDS = re.compile(r"\w[\w./'-]*(?: [\w./'-]+)*")
"""Harmless between brackets."""


def write_bank(bank: Bank) -> str:
    """The text from which `read_text` reads the same bank."""
    head: dict[str, Plain] = {"format": FORMAT, **write_keys(bank)}
    if bank.claims_path:
        head["claims"] = bank.claims_path
    lines = [line for name, value in head.items() for line in _entry(name, value, 0)]
    lines += ["", "questions:" if bank.questions else "questions: []"]
    for question in bank.questions.values():
        lines += ["", *_item(question.plain(), 2)]
    if bank.claims:
        lines += ["", *_entry("claims", [write_keys(claim) for claim in bank.claims], 0)]
    return "\n".join(lines) + "\n"


def _entry(name: str, value: Plain, indentation: int) -> Iterator[str]:
    """The lines of a key and its value."""
    start = f"{' ' * indentation}{name}:"
    if isinstance(value, str):
        yield from _text(f"{start} ", value, indentation + 2)
        return
    short = f"{start} {_in_brackets(value)}"
    if _in_brackets(value) and len(short) <= _WIDTH:
        yield short
        return
    yield start
    if isinstance(value, list):
        for each in value:
            yield from _item(each, indentation + 2)
    else:
        for inner, each in value.items():
            yield from _entry(inner, each, indentation + 2)


def _item(value: Plain, indentation: int) -> Iterator[str]:
    """The lines of an entry of a list."""
    start = f"{' ' * indentation}- "
    if isinstance(value, str):
        yield from _text(start, value, indentation + 2)
    elif not value:
        yield start + _in_brackets(value)
    else:
        inner = value.items() if isinstance(value, dict) else None
        lines = (
            [line for name, each in inner for line in _entry(name, each, indentation + 2)]
            if inner
            else [line for each in value for line in _item(each, indentation + 2)]
        )
        yield start + lines[0][indentation + 2 :]
        yield from lines[1:]


def _in_brackets(value: list[Plain] | dict[str, Plain]) -> str:
    """On one line, where nothing in it can be misread; else empty."""
    if isinstance(value, list):
        is_short = all(isinstance(each, str) and _WORD.fullmatch(each) for each in value)
        return f"[{', '.join(map(str, value))}]" if is_short else ""
    is_short = all(isinstance(each, str) and _WORDS.fullmatch(each) for each in value.values())
    return f"{{{', '.join(f'{name}: {each}' for name, each in value.items())}}}" if is_short else ""


def _text(start: str, text: str, indentation: int) -> Iterator[str]:
    """`start` and the text; further lines are indented."""
    space = " " * indentation
    if "\n" in text and text == text.strip():
        yield f"{start}|"
        yield from (space + line if line else "" for line in text.split("\n"))
        return
    folded = textwrap.wrap(text, _FOLDED_WIDTH, break_long_words=False, break_on_hyphens=False)
    if len(start) + len(text) > _WIDTH and len(folded) > 1 and " ".join(folded) == text:
        yield f"{start}>-"
        yield from (space + line for line in folded)
        return
    yield start + on_one_line(text)


def on_one_line(text: str, *, in_brackets: bool = False) -> str:
    """The text as it may stand after a colon."""
    needs_quotes = _NEEDS_QUOTES.match(text) or (in_brackets and any(sign in text for sign in ",[]{}"))
    return _in_quotes(text) if needs_quotes else text


def _in_quotes(text: str) -> str:
    if "\n" not in text:
        return quoted(text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
