"""Runs of text in one style each, written in the Markdown subset so that they read back as they are."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from ...model.markdown import Span, bare, spans

_ACTING = re.compile(r"[*`\[\]\\]")
_PLAIN = re.compile(r"[^*`\[\]\\]*")
_FENCE = "```"

_MOST_MARKS = 1_000
"""Characters that may be marks, in a text that is tried with and without escapes: that takes time with their number."""


def written(runs: Iterable[Span]) -> str:
    """The text; a mark is escaped only where it would act, and a style that cannot be said is left out."""
    runs = _settled(runs)
    text = "".join(run.text for run in runs)
    if all(_is_plain(run) for run in runs) and _PLAIN.fullmatch(text):
        return text
    is_tried = sum(len(_ACTING.findall(run.text)) + 1 for run in runs) < _MOST_MARKS
    return (is_tried and (_first_true(runs) or _line_by_line(runs))) or _escaped(text)


def written_plainly(text: str) -> str:
    """A text in which nothing is a mark."""
    return written((Span(text=text),))


def _first_true(runs: tuple[Span, ...]) -> str:
    """The text that says these runs and nothing else; empty where there is none."""
    texts = (_styled(runs, literal) for literal in (str, _escaped))
    return next((text for text in texts if _says(text, runs)), "")


def _line_by_line(runs: tuple[Span, ...]) -> str:
    """The same, where what stands on one line keeps another from being said."""
    lines: list[list[Span]] = [[]]
    for run in runs:
        first, *others = [run.text] if run.is_code else run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=text)] for text in others]
    texts = [
        _first_true(tuple(line)) or _escaped("".join(run.text for run in line))
        for line in map(_settled, lines)
    ]
    text = "\n".join(texts)
    return text if bare(text) == "".join(run.text for run in runs) else ""


def _settled(runs: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours of one style as one run; formulas stay apart."""
    merged = list[Span]()
    for style, group in groupby((run for run in runs if run.text), _style):
        same = list(group)
        is_apart = style[3] or len(same) == 1
        merged += same if is_apart else [replace(same[0], text="".join(run.text for run in same))]
    return tuple(merged)


def _style(run: Span) -> tuple[bool, bool, bool, bool, str]:
    return run.is_bold, run.is_italic, run.is_code, run.is_math, run.link


def _is_plain(run: Span) -> bool:
    return not (run.is_bold or run.is_italic or run.is_code or run.is_math or run.link)


def _says(text: str, runs: Iterable[Span]) -> bool:
    said = spans(text)
    return "".join(span.text for span in said) == "".join(run.text for run in runs) and _shape(
        said
    ) == _shape(runs)


def _shape(runs: Iterable[Span]) -> list[tuple[object, str]]:
    """The runs by their styles without spaces, of which nobody sees the style."""
    unspaced = ((_style(run), "".join(run.text.split())) for run in runs)
    grouped = groupby((each for each in unspaced if each[1]), lambda each: each[0])
    return [(style, "".join(text for _, text in group)) for style, group in grouped]


def _styled(runs: Iterable[Span], literal: Callable[[str], str]) -> str:
    def leaf(run: Span) -> str:
        if run.is_code:
            is_long = "\n" in run.text or "`" in run.text
            return f"{_FENCE}\n{run.text}\n{_FENCE}" if is_long else f"`{run.text}`"
        if run.link:
            return f"[{run.text}]({run.link})"
        return run.text if run.is_math else literal(run.text)

    def slanted(group: Iterable[Span]) -> Iterator[str]:
        for is_italic, inner in groupby(group, lambda run: run.is_italic):
            yield _marked("*" * is_italic, "".join(map(leaf, inner)))

    return "".join(
        _marked("**" * is_bold, "".join(slanted(group)))
        for is_bold, group in groupby(runs, lambda run: run.is_bold)
    )


def _marked(mark: str, text: str) -> str:
    """Between marks there is no space at the edge."""
    before, inner, after = _parted(text)
    return f"{before}{mark}{inner}{mark}{after}" if inner and mark else text


def _parted(text: str) -> tuple[str, str, str]:
    inner = text.strip()
    start = text.find(inner) if inner else 0
    return text[:start], inner, text[start + len(inner) :]


def _escaped(text: str) -> str:
    return _ACTING.sub(r"\\\g<0>", text)
