"""Signs with which options are marked elsewhere: `(correct)`, `*`, `[x]`, `A.`, `=` and `~`."""

import re
from typing import NamedTuple

_RIGHT = (
    "correcte?|right|true|richtig|korrekt|wahr|juste|vrai|bonne|correct[ao]|verdadero|giusta|x|ok|[✓✔✅*]"
)
_WRONG = "wrong|incorrect|false|falsch|faux|fausse|incorrect[ao]|falso|[✗✘❌]"
_AFTER = re.compile(
    rf"""\s*(?: (?<!\w) [(\[]\s*(?: (?P<right>{_RIGHT}) | (?P<wrong>{_WRONG}) )\s*[)\]]
    | (?P<sign>[✓✔✅] | (?<=\w)\s?\*) | [✗✘❌] )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = re.compile(
    r"""\s*(?:
    (?P<right> [(\[][xX✓✔*][)\]] | [✓✔✅]\ufe0f? | \*(?![^*]*\*) | =(?=\S) | (?:right|correct|richtig)\ ?[;=：,] )
    | [(\[]\s?[)\]] | [✗✘❌✖]\ufe0f? | ~(?=\S) | (?:wrong|incorrect|falsch)\ ?[;=：,]
    )\s*""",
    re.VERBOSE,
)
_BOLD = re.compile(r"\*\*(?P<text>[^*]+)\*\*")
_LABEL = re.compile(r"[(]?(?P<label>[A-Ha-h1-9])[.):]\s+(?=\S)")


class Marked(NamedTuple):
    text: str
    """Without the marks."""
    label: str = ""
    """Such as `A`; empty where there is none."""
    is_right: bool | None = None
    """None where no mark tells."""
    is_bold: bool = False
    """Which may mark the right one."""
    is_sure: bool = True
    """Whether the marks, if any, cannot belong to the text, as those of `A*`, `=1` or `(x)` may."""


def marked(written: str) -> Marked:
    """An option as it is written elsewhere."""
    text, is_right, is_sure = written.strip(), None, True
    if (before := _BEFORE.match(text)) and before.end() < len(text):
        text, is_right = text[before.end() :], bool(before["right"])
        is_sure = before[0].strip() not in ("=", "~", "*", "()", "( )")
    if (after := _AFTER.search(text)) and after.start():
        text, is_right = text[: after.start()], bool(after["right"] or after["sign"])
        is_sure = is_sure and after[0].strip(" ()[]") not in ("x", "X", "*", "ok")
    label = ""
    if found := _LABEL.match(text):
        label, text = found["label"], text[found.end() :]
    if bold := _BOLD.fullmatch(text):
        return Marked(bold["text"], label, is_right, is_bold=True, is_sure=is_sure)
    return Marked(text, label, is_right, is_sure=is_sure)
