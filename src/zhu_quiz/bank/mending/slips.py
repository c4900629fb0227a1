"""Lines that YAML takes for something else: other bullets than dashes, a list too deep, a forgotten dash."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from ...questions.foreign import ours, slug
from ..habits.marks import marked
from ..names import known_names
from ..parsing.lines import Line, indentation, is_content, taken_apart
from .mistakes import CHECKBOX

_BULLET = re.compile(
    r"""\ *(?: (?:[•·●○▪‣◦–—−]\ ? | (?:[*+] | [0-9]{1,2}[.)] | [a-hA-H][)])\ +) (?=[^\s•·●○▪‣◦–—−])
    | (?:-- | [☐☑☒✓✔✅✗✘❌]\ufe0f?)\ +(?=\S) )""",
    re.VERBOSE,
)
_MARKS = {"right": "☑☒✓✔✅", "wrong": "☐✗✘❌"}
_COLON = re.compile(r"( *(?:- +)*([a-z][a-z-]*)) ?：\s*(?=\S)")
_BOX = re.compile(r" *(?=\[[ xX]?\] +\S)")
_TAGS = re.compile(r"( *tags:) +((?:#[^\W_][\w-]*[ ,;]*)+)")
_NEAR = 30
"""Lines in which the other options stand."""
_NUMBERED = re.compile(r" *(?:[0-9]{1,2}[.)]|[a-hA-H]\)) ")
_LIST = re.compile(r" {1,3}(?:claims|sections|objectives|questions): *")
_QUESTIONS = re.compile(r"questions: *")
_FIRST = re.compile(r" {2,4}id: ")
_ENTRY = re.compile(r" {0,4}- +(?:id|type): ")
_LISTS = frozenset(
    "options items pairs accept reject extra questions sections objectives claims tags authors".split()
)

# Looked for in the whole text first.
_ANY = re.compile(
    r"\n *(?:[•·●○▪‣◦–—−☐☑☒✓✔✅✗✘❌]|-- |[*+] |[0-9]{1,2}[.)] |[a-hA-H]\) |\[[ xX]?\] |tags: +#\w)"
    r"|\n {1,3}(?:claims|sections|objectives|questions): *\n|\nquestions: *\n+ +id: "
)


class Slip(NamedTuple):
    meant: str
    message: str
    remedy: str = ""
    """Empty where it is to write what was meant."""
    is_sure: bool = True
    """Whether the line cannot be sound as it stands."""


def slips(text: str) -> bool:
    """Whether there may be any in a text that begins with a line feed."""
    return "\nquestions" not in text or "：" in text or _ANY.search(text) is not None


def opening_missing(lines: Sequence[str]) -> int:
    """The line of the first question, from 0, where the empty one above should say `questions:`; else 0."""
    if any(line.startswith("question") for line in lines):
        return 0
    first = next((index for index, line in enumerate(lines) if _ENTRY.match(line)), 0)
    above = next((line for line in reversed(lines[:first]) if is_content(line)), "")
    is_text = first and not is_content(lines[first - 1]) and bool(taken_apart(above).value)
    return first if is_text and indentation(above) == 0 else 0


def slip(lines: Sequence[str], index: int) -> Slip | None:
    """What is wrong with a line, those above it being tidy already."""
    line = lines[index]
    if found := _BULLET.match(line) or _BOX.match(line):
        return _dashed(lines, index, line[found.end() :])
    if found := _TAGS.fullmatch(line):
        words = ", ".join(filter(None, map(slug, found[2].split("#"))))
        message = "From “#” on this is a comment; tags stand in brackets."
        return Slip(f"{found[1]} [{words}]", message, is_sure=False)
    if _LIST.fullmatch(line):
        return _at_the_edge(lines, index)
    if _FIRST.match(line):
        return _with_first_dash(lines, index)
    if (found := _COLON.match(line)) and found[2] in known_names():
        return Slip(f"{found[1]}: {line[found.end() :]}", "This colon is that of another script.")
    return None


def _dashed(lines: Sequence[str], index: int, text: str) -> Slip | None:
    own = indentation(lines[index])
    above = _outer(lines, index, own)
    if not above:
        return None
    is_list = ours(above.key) in _LISTS and not above.value and above.column <= own
    has_dash = above.lead.find("-") == own
    # “1. Platz” below `accept:` is the one answer.
    is_alone = not any(map(_NUMBERED.match, lines[index + 1 : index + 2]))
    if not has_dash and (not is_list or (_NUMBERED.match(lines[index]) and is_alone)):
        return None
    box = CHECKBOX.match(text)
    name = next((name for name, signs in _MARKS.items() if lines[index].lstrip()[0] in signs), "")
    if box:
        name, text = "right" if box[1].strip() else "wrong", text[box.end() :]
    is_sure = not _NUMBERED.match(lines[index])
    if not name and taken_apart(text).key not in ("right", "wrong") and _is_option(lines, index):
        name, text, is_sure = *_verdict(lines, index, text), False
    message = "An entry of a list begins with a dash."
    if name == "?":
        remedy = f"If it is right, write  - right: {text}  else  - wrong: {text}"
        return Slip(f"{' ' * own}- {text}", message, remedy, is_sure=False)
    text = f"{name}: {text}" if name else text
    return Slip(f"{' ' * own}- {text}", message, is_sure=is_sure)


def _is_option(lines: Sequence[str], index: int) -> bool:
    """Whether the list to which the line belongs is one of options."""
    own = indentation(lines[index])
    for line in reversed(lines[max(index - _NEAR, 0) : index]):
        if is_content(line) and indentation(line) <= own and "-" not in taken_apart(line).lead:
            return ours(taken_apart(line).key) == "options"
    return False


def _verdict(lines: Sequence[str], index: int, text: str) -> tuple[str, str]:
    """`right` or `wrong`, or a question mark where no mark tells, and the text without its marks."""
    own = indentation(lines[index])
    written = marked(text)
    above = takewhile(
        lambda line: "-" in taken_apart(line).lead, reversed(lines[max(index - _NEAR, 0) : index])
    )
    below = takewhile(lambda line: indentation(line) >= own, lines[index + 1 : index + _NEAR])
    is_told = (
        written.is_right
        or any(taken_apart(line).key == "right" for line in above)
        or any(marked(_BULLET.sub("", line)).is_right for line in below if _BULLET.match(line))
    )
    if not is_told:
        return "?", text
    return ("right" if written.is_right else "wrong"), written.text


def _at_the_edge(lines: Sequence[str], index: int) -> Slip | None:
    """A list of the bank that stands below the dashes of the questions."""
    own = indentation(lines[index])
    above = _outer(lines, index, own)
    if not above or above.key not in ("id", "type") or above.lead.find("-") != own:
        return None
    meant = lines[index].lstrip()
    name = meant.partition(":")[0]
    return Slip(
        meant, f"“{name}” belongs to the bank, not to a question.", "Begin this line at the left edge."
    )


def _with_first_dash(lines: Sequence[str], index: int) -> Slip | None:
    above = next((line for line in reversed(lines[:index]) if is_content(line)), "")
    if not _QUESTIONS.fullmatch(above):
        return None
    own = indentation(lines[index])
    meant = f"{' ' * (own - 2)}- {lines[index].lstrip()}"
    remedy = f"Write  {meant.strip()}  with the dash in column {own - 1}."
    return Slip(meant, "The dash at the beginning of this question is missing.", remedy)


def _outer(lines: Sequence[str], index: int, own: int) -> Line | None:
    """The nearest line above that stands no further right."""
    for line in reversed(lines[:index]):
        if is_content(line) and indentation(line) <= own:
            return taken_apart(line)
    return None
