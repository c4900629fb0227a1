"""A page of the manual about one code, for a terminal and for a document."""

import re
from collections.abc import Iterable, Iterator
from textwrap import fill, indent

from ...model.clean import clean
from ...model.problem import Severity
from ..rule import Page, Rule

_WIDTH = 80


def as_text(page: Page, width: int = _WIDTH) -> str:
    shown = (f"{name}\n\n{indent(example, '    ')}" for name, example in _examples(page, width - 4))
    parts = [f"{page.code} ({page.severity})", _filled(page.title, width), _filled(page.why, width), *shown]
    return "\n\n".join([*parts, *(_filled(each, width) for each in _remarks(page))])


def as_markdown(page: Page) -> str:
    shown = (f"{name}\n\n```yaml\n{example}\n```" for name, example in _examples(page, _WIDTH))
    return "\n\n".join([f"**{page.title}** ({page.severity})", page.why, *shown, *_remarks(page)])


def listed(pages: Iterable[Page], width: int = _WIDTH) -> str:
    """A line or two a code."""
    return "\n".join(
        fill(
            clean(f"{page.code}  {page.severity:<7}  {page.title}"),
            width,
            subsequent_indent=" " * 16,
            break_long_words=False,
        )
        for page in pages
    )


def _examples(page: Page, width: int) -> Iterator[tuple[str, str]]:
    """With arrows for tabs, which look like spaces otherwise."""
    examples = {
        "Where the article says": _filled(page.article, width),
        "After this was published": page.published,
        "Instead of": page.bad,
        "write": page.good,
    }
    for name, example in examples.items():
        if example:
            yield name, clean(example.strip("\n").replace("\t", "→   "))


def _remarks(page: Page) -> Iterator[str]:
    if isinstance(page, Rule) and not page.is_on:
        yield "It is looked for only with `zhu-quiz check --all`, for it finds much that is no mistake."
    if page.severity is not Severity.ERROR:
        yield (
            f"If it names a question in which it is meant so, write `allow: [{page.code}]` there, with a "
            "comment that says why."
        )


def _filled(text: str, width: int) -> str:
    return "\n\n".join(
        fill(" ".join(part.split()), width, break_long_words=False)
        for part in re.split(r"\n\s*\n", clean(text))
    )
