"""What YAML cannot read, in words: which mistake it is, and the line that was meant."""

import re
from collections.abc import Sequence

from .columns import below_dash, dash_missing, indented, not_indented
from .context import Context, Detector, Mistake, contexts
from .events import Unreadable, grow
from .lines import BLOCK, quoted, quotes_end
from .names import known_names

_CHECKBOX = re.compile(r"\[([ xX]?)\] +(?=\S)")
_COLON = re.compile(r":(?= |$)")
_BAD_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(\\[^0abtnvfre \"/\\N_LPxuU\n]|\\[xuU])")
_WORD = re.compile(r"([a-z-]+)(?= |$)")

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
        return context.rewritten(quoted(value[1:]), start, "The quotes that open here are not closed.")
    rest = value[end:].strip()
    if end and rest and not rest.startswith("#"):
        inner = value[1:-1] if value[-1] == value[0] else value
        return context.rewritten(quoted(inner), start + end, "The quotes close here, but the text goes on.")
    if value[:1] == '"' and (escape := _BAD_ESCAPE.search(value)):
        message = f"“{escape[1]}” cannot stand in double quotes."
        return context.rewritten(quoted(value[1 : end - 1]), start + escape.start(1), message)
    return None


def _checkbox(context: Context) -> Mistake | None:
    line = context.line
    found = _CHECKBOX.match(line.value)
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
        return context.rewritten(closed, start, f"The bracket “{value[0]}” is not closed.")
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
    message = f"A text that begins with “{begins}” must be in quotes."
    return context.rewritten(quoted(line.value), line.start, message)


def _second_value(context: Context) -> Mistake | None:
    """A list below a text that already stands after the colon, or a colon in the second line of a text."""
    line, above = context.line, context.above
    if not above or not above.key or not above.is_plain or line.column <= above.column:
        return None
    if line.lead.strip() == "-" and line.lead.index("-") < above.column:
        return None
    if line.lead.strip() == "-" and line.key:
        return Mistake(
            context.above_at, above.start, f"“{above.key}” has both a text and a list below it.",
            f"Delete “{above.value}”, or give the list a key of its own.", f"{above.lead}{above.key}:",
        )  # fmt: skip
    colon = _COLON.search(line.with_value(line.value))
    if line.key in known_names() or not colon:
        return None
    return Mistake(
        context.at, colon.start(), "The colon in the second line of a text makes it unreadable.",
        f"Write  {above.key}: >-  and the whole text on the lines below it.",
        " " * line.column + "…",
    )  # fmt: skip


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
    return context._replace(line=line).rewritten(quoted(value), start + colon.start(), message)


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


_DETECTORS: tuple[Detector, ...] = (
    _quotes, _checkbox, _brackets, _colon_missing, not_indented, _special_start, dash_missing, below_dash,
    _colon_in_text, _second_value, _colon_missing_above,
)  # fmt: skip
