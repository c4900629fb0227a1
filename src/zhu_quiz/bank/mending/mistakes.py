"""What YAML cannot read, in words: which mistake it is, and the line that was meant."""

import re
from collections.abc import Sequence

from ..names import known_names
from ..parsing.events import Unreadable, grow
from ..parsing.lines import BLOCK, Line, quoted, quotes_end, swallowed, taken_apart
from .columns import below_dash, dash_missing, indented, moved, not_indented
from .context import Context, Detector, Mistake, contexts

CHECKBOX = re.compile(r"\[([ xX]?)\] +(?=\S)")
_COLON = re.compile(r":(?= |$)")
_IN_CURLY_QUOTES = re.compile("[“„«]([^“”„«»]*)[“”»]")
_BAD_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(\\[^0abtnvfre \"/\\N_LPxuU\n]|\\[xuU])")
_OTHER_ESCAPE = re.compile(r'\\["\\n]')
_OPENED = re.compile(r"[|>][+-]? +([^\W\d_].*)")
"""A text on the line of the sign that says it stands below."""
_WORD = re.compile(r"([a-z-]+)(?: ?[;=：](?= )|(?= |$))")

_PARTS = ("right", "wrong", "item")
"""With which the entries of a list begin."""

UNEXPLAINED = "This line does not fit what stands above it."


def mistake(lines: Sequence[str], at: int) -> Mistake:
    """What makes line `at`, counted from 0, the first that cannot be read."""
    for context in contexts(lines, at):
        # Where a line begins can only be told of the first that does not fit.
        for detect in (*_DETECTORS, indented) if context.at == at else _DETECTORS:
            found = detect(context)
            if found:
                return found
    column = len(lines[at]) - len(lines[at].lstrip())
    return Mistake(
        at, column, UNEXPLAINED,
        "Compare its indentation, colons and quotes with those of a question that works.", None,
    )  # fmt: skip


# Each looks for one mistake


def _quotes(context: Context) -> Mistake | None:
    value, start = context.line.value, context.line.start
    end = quotes_end(value)
    if end < 0:
        if found := _closed_below(context):
            return found
        message = "The quotes that open here are not closed."
        return context.rewritten(quoted(value[1:]), start, message, is_sure=False)
    rest = value[end:].strip()
    if end and rest == ",":
        return context.rewritten(value[:end], start + end, "No comma stands at the end of a line.")
    if end and rest and not rest.startswith("#"):
        is_wrapped = value[-1] == value[0]
        # Of “"A" and "B"”, nobody knows whether the outer quotes belong to the text.
        is_sure = not is_wrapped or value.count(value[0]) % 2 == 1
        message = "The quotes close here, but the text goes on."
        return context.rewritten(
            quoted(value[1:-1] if is_wrapped else value), start + end, message, is_sure=is_sure
        )
    if value[:1] == '"' and (escape := _BAD_ESCAPE.search(value)):
        message = f"“{escape[1]}” cannot stand in double quotes."
        is_sure = not _OTHER_ESCAPE.search(value)
        meant = quoted(value[1 : end - 1]) + value[end:]
        return context.rewritten(meant, start + escape.start(1), message, is_sure=is_sure)
    return None


def _closed_below(context: Context) -> Mistake | None:
    """Quotes that close at the end of another key's line."""
    line, sign = context.line, context.line.value[0]
    end = context.at + swallowed(context.lines[context.at :])
    if end == context.at:
        return None
    below = taken_apart(context.lines[end])
    if not below.value.endswith(sign) or below.value.count(sign) != 1:
        return None
    found = context.rewritten(
        quoted(line.value[1:]), line.start, f"The quotes that open here close only behind “{below.key}”."
    )
    remedy = f"{found.remedy}  and delete the quotes at the end of  {below.key}: {below.value}"
    return found._replace(remedy=remedy, also=((end, below.with_value(below.value[:-1])),))


def _checkbox(context: Context) -> Mistake | None:
    line = context.line
    found = CHECKBOX.match(line.value)
    if not found or line.key or "-" not in line.lead:
        return None
    name = "right" if found[1].strip() else "wrong"
    message = "Options are marked with a word instead of a box."
    return context.rewritten(f"{name}: {line.value[found.end() :]}", line.start, message)


def _brackets(context: Context) -> Mistake | None:
    value, start = context.line.value, context.line.start
    if value[:1] not in ("[", "{"):
        return None
    depth = end = 0
    for place, sign in enumerate(value):
        depth += (sign in "[{") - (sign in "]}")
        if not depth:
            end = place + 1
            break
    rest = value[end:].strip()
    if depth:
        closed = value + ("]" if value[0] == "[" else "}")
        message = f"The bracket “{value[0]}” is not closed."
        return context.rewritten(closed, start, message, is_sure=False)
    if rest and not rest.startswith("#"):
        message = f"A text that begins with “{value[0]}” must be in quotes."
        return context.rewritten(quoted(value), start, message)
    if _is_readable(value):
        return None
    return Mistake(
        context.at, start, "What stands between the brackets cannot be read.",
        "Put texts with signs in quotes, or write one entry on each line.",
        context.line.with_value(quoted(value)),
    )  # fmt: skip


def _is_readable(value: str) -> bool:
    try:
        return grow(value) is not None
    except Unreadable:
        return False


def _special_start(context: Context) -> Mistake | None:
    line = context.line
    begins = line.value[:1]
    if not begins or BLOCK.fullmatch(line.value):
        return None
    if begins not in "%@`|>]},:" and not line.value.startswith("- "):
        return None
    if line.key and (opened := _OPENED.fullmatch(line.value)):
        meant = quoted(opened[1]) if _COLON.search(opened[1]) else opened[1]
        message = f"After “{begins}”, the text begins on the line below."
        return context.rewritten(meant, line.start, message, is_sure=False)
    message = f"A text that begins with “{begins}” must be in quotes."
    return context.rewritten(quoted(line.value), line.start, message)


def _second_value(context: Context) -> Mistake | None:
    """A list below a text that already stands after the colon, or a colon in the second line of a text."""
    line, above = context.line, context.above
    if not above or not above.key or not above.is_plain or line.column <= above.column:
        return None
    if line.lead.strip() == "-" and line.lead.index("-") < above.column:
        return None
    if line.lead.strip() == "-" and line.key in ("right", "wrong", "item") and "-" in above.lead:
        column = above.lead.rindex("-")
        return moved(context, column, "The dash stands further to the right than that of the entry above.")
    if above.key in _PARTS and line.key in _PARTS and line.lead == " " * above.column + "- ":
        return _dash_missing_above(context, above)
    if line.lead.strip() == "-" and line.key:
        return Mistake(
            context.above_at, above.start, f"“{above.key}” has both a text and a list below it.",
            f"Delete “{above.value}”, or give the list a key of its own.", f"{above.lead}{above.key}:",
            is_makeshift=True,
        )  # fmt: skip
    colon = _COLON.search(line.with_value(line.value))
    if line.key in known_names() or not colon:
        return None
    return Mistake(
        context.at, colon.start(), "The colon in the second line of a text makes it unreadable.",
        f"Write  {above.key}: >-  and the whole text on the lines below it.",
        " " * line.column + "…", is_makeshift=True,
    )  # fmt: skip


def _dash_missing_above(context: Context, above: Line) -> Mistake:
    """Where the line below shows the column in which the dashes stand."""
    meant = f"{above.lead}- {above.key}: {above.value}"
    message = "The dash at the beginning of this entry is missing."
    return Mistake(context.above_at, above.column, message, f"Write  {meant.strip()}", meant, is_sure=True)


def _colon_in_text(context: Context) -> Mistake | None:
    line = context.line
    value, start = line.value, line.start
    if not line.is_plain:
        return None
    if line.key and line.key not in known_names() and "-" in line.lead:
        value, start = f"{line.key}: {value}", line.column
        line = line._replace(key="", value=value, start=start)
    colon = _COLON.search(value)
    if not colon or not (line.key or "-" in line.lead):
        return None
    where = "that ends with a colon" if colon.end() == len(value) else "with a colon and a space in it"
    message = f"A text {where} must be in quotes."
    curly = _IN_CURLY_QUOTES.fullmatch(value)  # As word processors write them.
    meant = quoted(curly[1] if curly else value)
    return context._replace(line=line).rewritten(meant, start + colon.start(), message)


def _colon_missing(context: Context) -> Mistake | None:
    line = context.line
    word = _WORD.match(line.value)
    if line.key or not word or word[1] not in known_names():
        return None
    meant = f"{line.lead}{word[1]}: {line.value[word.end() :].strip()}"
    message = f"A colon is missing after “{word[1]}”."
    return Mistake(context.at, line.start + word.end(), message, f"Write  {meant.strip()}", meant)


def _colon_missing_above(context: Context) -> Mistake | None:
    """Where a line stands right below a key that was not seen to be one."""
    above = context.above
    if not above or not context.line.key or context.line.column != above.column:
        return None
    return _colon_missing(context._replace(at=context.above_at, line=above))


def _option_unsaid(context: Context) -> Mistake | None:
    """A reason below an option that does not say whether it is right."""
    line, above = context.line, context.above
    if not above or line.key not in ("why", "pin") or "-" not in above.lead or above.key:
        return None
    if not above.is_plain or above.column != line.column:
        return None
    right, wrong = (above._replace(key=name).with_value(above.value) for name in ("right", "wrong"))
    has_right = any(taken_apart(each).key == "right" for each in context.lines)
    remedy = f"If it is right, write  {right.strip()}  else  {wrong.strip()}"
    message = "An option says first whether it is right or wrong."
    meant = wrong if has_right else right
    return Mistake(context.above_at, above.start, message, remedy, meant, is_makeshift=True)


_DETECTORS: tuple[Detector, ...] = (
    _quotes, _checkbox, _brackets, _option_unsaid, _colon_missing, not_indented, _special_start, dash_missing,
    below_dash, _colon_in_text, _second_value, _colon_missing_above,
)  # fmt: skip
