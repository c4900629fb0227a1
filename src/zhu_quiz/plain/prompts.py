"""The seven prompts line by line: how each is shown, and how what is typed is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..model.mark import Response
from ..model.prompt import Arrange, FillGaps, Pair, PickMany, PickOne, Prompt, Recall, TypeText


class Misread(Exception):
    """A line that is no answer, with what to type instead."""


@dataclass(frozen=True)
class PlainForm:
    """How a kind of prompt is shown and read."""

    lines: Callable[[Any], tuple[str, ...]]
    """The prompt without its stem."""
    requests: Callable[[Any], tuple[str, ...]]
    """One for each line to type."""
    read: Callable[[Any, tuple[str, ...]], Response]
    """Raises `Misread`."""


def form_of(prompt: Prompt) -> PlainForm:
    return FORMS[type(prompt)]


def _numbered(texts: tuple[str, ...], letters: bool = False) -> tuple[str, ...]:
    return tuple(f"{_letter(index) if letters else index + 1}. {text}" for index, text in enumerate(texts))


def _letter(index: int) -> str:
    return chr(ord("a") + index) if index < 26 else f"z{index - 25}"


def _one(prompt: PickOne, line: str) -> Response:
    return prompt.options[_index(line, len(prompt.options))]


def _many(prompt: PickMany, line: str) -> Response:
    return tuple(prompt.options[index] for index in _indices(line, len(prompt.options)))


def _arranged(prompt: Arrange, line: str) -> Response:
    order = _indices(line, len(prompt.items))
    if len(order) != len(prompt.items):
        raise Misread(f"Type all {len(prompt.items)} numbers, each once, in the right order.")
    return tuple(prompt.items[index] for index in order)


def _paired(prompt: Pair, line: str) -> Response:
    letters = line.lower().replace(",", " ").split()
    if len(letters) == 1:
        letters = list(letters[0])
    known = [_letter(index) for index in range(len(prompt.matches))]
    if len(letters) != len(prompt.items) or not {*letters} <= {*known, "-"}:
        raise Misread(
            f"Type {len(prompt.items)} letters, one for each number in turn: b a c. A hyphen leaves one open."
        )
    return tuple("" if letter == "-" else prompt.matches[known.index(letter)] for letter in letters)


def _gap_text(prompt: FillGaps) -> tuple[str, ...]:
    text = prompt.pieces[0]
    for number, (hint, piece) in enumerate(zip(prompt.hints, prompt.pieces[1:], strict=True), 1):
        label = f"{number}: {hint}" if hint else f"{number}"
        text += f"[{label if len(prompt.hints) > 1 else hint or '…'}]{piece}"
    return (text,)


def _gap_requests(prompt: FillGaps) -> tuple[str, ...]:
    if len(prompt.hints) == 1:
        return ("Type what is missing.",)
    return tuple(f"Type what is missing in gap {number}." for number in range(1, len(prompt.hints) + 1))


def _indices(line: str, count: int) -> tuple[int, ...]:
    words = line.replace(",", " ").split()
    if len(words) == 1 and count < 10:
        words = list(words[0])
    indices = tuple(_index(word, count) for word in words)
    if not indices or len(set(indices)) < len(indices):
        raise Misread(f"Type numbers from 1 to {count} with spaces between them, each once.")
    return indices


def _index(word: str, count: int) -> int:
    word = word.strip().rstrip(".")
    if not (word.isascii() and word.isdigit() and len(word) <= 4 and 1 <= int(word) <= count):
        raise Misread(f"Type a number from 1 to {count}.")
    return int(word) - 1


def _in_one_line(
    lines: Callable[[Any], tuple[str, ...]], request: str, read: Callable[[Any, str], Response]
) -> PlainForm:
    return PlainForm(lines, lambda _: (request,), lambda prompt, typed: read(prompt, typed[0]))


FORMS: dict[type, PlainForm] = {
    PickOne: _in_one_line(lambda prompt: _numbered(prompt.options), "Type the number of your answer.", _one),
    PickMany: _in_one_line(
        lambda prompt: _numbered(prompt.options),
        "Type the numbers of all that are right, such as 1 3.",
        _many,
    ),
    TypeText: _in_one_line(
        lambda prompt: (f"(in {prompt.unit})",) if prompt.unit else (),
        "Type your answer.",
        lambda _, line: line,
    ),
    FillGaps: PlainForm(_gap_text, _gap_requests, lambda _, typed: typed),
    Arrange: _in_one_line(
        lambda prompt: _numbered(prompt.items),
        "Type the numbers in the right order, with spaces between them.",
        _arranged,
    ),
    Pair: _in_one_line(
        lambda prompt: (*_numbered(prompt.items), "Match with:", *_numbered(prompt.matches, letters=True)),
        "Type one letter for each number in turn, such as b a c.",
        _paired,
    ),
    Recall: _in_one_line(
        lambda _: (), "Recall it, then press Enter to see the other side.", lambda _, __: ""
    ),
}
