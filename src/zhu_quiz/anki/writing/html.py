"""A bank's text as HTML for Anki, in which nothing acts: no markup, sound, LaTeX, template or script."""

import re
from html import escape

from ...model.markdown import Span, spans

# Most texts have none of these; looking first halves the time of an export.
_MARKS = re.compile(r'[&<>"\[\]{}\\*`\n]')

# As entities they look the same, and Anki, which reads the source, finds no `[sound:`, `[latex]` or `{{`.
_INERT = str.maketrans({"[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", '"': "&quot;"})

# MathJax reads the text that is shown, where entities no longer help; it does not look across elements.
_MATH_MARK = re.compile(r"\\(?=\(|\)|&#91;|&#93;|\Z)")

# These leave the formula: they make links, load extensions, or define words for all cards that follow.
_TEX_THAT_ACTS = re.compile(
    r"\\(?:href|url|require|class|cssId|style|data|html\w*|csname|[egx]?def|let|(?:re)?new(?:command|environment))(?![a-z])"
)

_LISTS = re.compile(r"^(?:- .+(?:\n|\Z)){2,}|^1\. .+\n(?:\d{1,3}\. .+(?:\n|\Z))+", re.MULTILINE)

_BREAKS_AROUND_CODE = re.compile("(?:<br>)+(?=<pre>)|(?<=</pre>)(?:<br>)+")


def escaped(text: str) -> str:
    """Literal text; also fit for an attribute in double quotes."""
    return escape(text, quote=False).translate(_INERT) if _MARKS.search(text) else text


def rendered(text: str) -> str:
    """A text of the Markdown subset; two or more lines that begin as a list does become one."""
    if "\n" not in text or "```" in text:
        return inline(text)
    html, position = "", 0
    for found in _LISTS.finditer(text):
        tag, items = _items(found[0])
        if items:
            html += inline(text[position : found.start()].strip("\n")) + listed(items, tag)
            position = found.end()
    return html + inline(text[position:].lstrip("\n") if position else text)


def inline(text: str) -> str:
    """A text of the Markdown subset, or a part of one."""
    return _BREAKS_AROUND_CODE.sub("", "".join(map(_run, spans(text)))) if _MARKS.search(text) else text


def gap(answer: str, hint: str) -> str:
    """A gap of a cloze text. All are number 1: in Anki too, the gaps of a question are one card."""
    parts = (answer, hint) if hint else (answer,)
    return "{{c1::" + "::".join(inline(part).replace(":", "&#58;") for part in parts) + "}}"


def listed(items: tuple[str, ...], tag: str = "ul") -> str:
    """A list of what is HTML already; empty where there is nothing."""
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>" if items else ""


def _items(block: str) -> tuple[str, tuple[str, ...]]:
    """The tag of a list and its items; none where the numbers do not count 1, 2, 3."""
    lines = [line.partition(" ") for line in block.splitlines()]
    is_numbered = block.startswith("1.")
    if is_numbered and [line[0] for line in lines] != [f"{number}." for number in range(1, len(lines) + 1)]:
        return "", ()
    return "ol" if is_numbered else "ul", tuple(inline(text) for _, _, text in lines)


def _run(span: Span) -> str:
    if span.is_math and not _TEX_THAT_ACTS.search(span.text):
        html = escaped(span.text)
    elif span.is_code or span.is_math:
        html = escaped(span.text)
        html = f"<pre><code>{html}</code></pre>" if "\n" in span.text else f"<code>{html}</code>"
    else:
        html = _MATH_MARK.sub(r"<span>\\</span>", escaped(span.text)).replace("\n", "<br>")
    if span.is_bold:
        html = f"<strong>{html}</strong>"
    if span.is_italic:
        html = f"<em>{html}</em>"
    return f'<a href="{escaped(span.link)}">{html}</a>' if span.link else html
