"""Lines that begin in the wrong column."""

from collections.abc import Iterator, Sequence
from functools import cache

from ...questions import Question
from ...questions.keys import keys_of
from ..names import known_names
from ..parsing.lines import BLOCK, indentation, is_content, taken_apart
from .context import Context, Mistake, contexts

_BEGINS_ENTRY = ("right", "wrong", "item", "text", "id")
_OF_PARTS = frozenset({"right", "wrong", "why", "pin", "item", "match"})
_FURTHEST = 3
"""Columns by which a dash slips."""


@cache
def names_of_questions() -> frozenset[str]:
    """Keys of questions that no part of one has."""
    return frozenset(key.name for kind in Question.kinds.values() for key in keys_of(kind)) - {
        "text",
        *_OF_PARTS,
    }


def beginning(column: int, *, with_followers: bool = False) -> str:
    """What to do with a line that has to begin in that column, from 0."""
    spaces = f"with exactly {column} space{'s' * (column != 1)}" if column else "at the left edge"
    return f"Begin this line {spaces}{', and move the lines below it along' * with_followers}."


def moved(context: Context, column: int, message: str) -> Mistake:
    """A line, and what moved along with it, that begins in another column than it should."""
    line = context.line
    own = indentation(context.lines[context.at])
    followers = _followers(context) if "-" in line.lead else 0
    meant = " " * column + context.lines[context.at].lstrip()
    remedy = beginning(column, with_followers=followers > 0)
    return Mistake(context.at, own, message, remedy, meant, followers)


def _followers(context: Context) -> int:
    """How many lines below a dash stand as far from it as they should; 0 where they stayed behind."""
    below, column = context.lines[context.at + 1 :], context.line.column
    end = next(
        (index for index, line in enumerate(below) if is_content(line) and indentation(line) < column),
        len(below),
    )
    first = next((indentation(line) for line in below[:end] if is_content(line)), 0)
    return end if context.line.key and first == column else 0


def slips_above(lines: Sequence[str], at: int) -> Iterator[Mistake]:
    """What is wrong if line `at` stands right: the key or the dash above it stands in the wrong column."""
    context = next(iter(contexts(lines, at)), None)
    if not context:
        return
    line, has_dash = context.line, "-" in context.line.lead
    if not line.key and not has_dash:
        return
    for index in range(context.at - 1, -1, -1):
        above = taken_apart(lines[index])
        if "-" not in above.lead and (has_dash or not above.key):
            continue
        further = indentation(line.lead) - indentation(above.lead) if has_dash else line.column - above.column
        own = indentation(lines[index])
        if 0 < abs(further) <= _FURTHEST and own + further >= 0:
            what = "The dash" if "-" in above.lead else f"“{above.key}”"
            message = (
                f"{what} stands in column {own + 1}, but the lines below need it in {own + further + 1}."
            )
            meant = " " * (own + further) + lines[index].lstrip()
            yield Mistake(index, own, message, beginning(own + further), meant)
        if "-" in above.lead:
            return


# Each looks for one mistake


def indented(context: Context) -> Mistake | None:
    line, columns = context.line, context.columns
    has_dash = "-" in line.lead
    own = line.lead.index("-") if has_dash else line.column
    open_columns = [each for each in columns if (each[1] == "-") == has_dash]
    if not (has_dash or line.key in known_names()) or not open_columns or (own, "-") in columns:
        return None
    if (home := _home(context)) is not None:
        return _belongs(context, home)
    column, name = min(open_columns, key=lambda each: (abs(each[0] - own), -each[0]))
    if column == own:
        return None
    what = "The dash" if has_dash else f"“{line.key}”"
    below = "the dash" if has_dash else f"“{name}”"
    message = f"{what} stands in column {own + 1}, not right below {below} in column {column + 1}."
    return moved(context, column, message)


def _home(context: Context) -> int | None:
    """The column of the question's keys, where one of them stands among those of a part of it."""
    line, columns = context.line, [each for each in context.columns if each[1] != "-"]
    if "-" in line.lead or line.key not in names_of_questions() or not columns:
        return None
    if columns[-1][1] not in _OF_PARTS:
        return None
    return max((column for column, name in columns if name in names_of_questions()), default=None)


def _belongs(context: Context, column: int) -> Mistake:
    return moved(context, column, f"“{context.line.key}” belongs to the question.")


def dash_missing(context: Context) -> Mistake | None:
    line = context.line
    if not context.is_below_dash or (line.key and line.key not in _BEGINS_ENTRY):
        return None
    meant = f"{line.lead}- {line.with_value(line.value).lstrip()}"
    message = "The dash at the beginning of this entry is missing."
    return Mistake(context.at, line.column, message, f"Write  {meant.strip()}", meant)


def below_dash(context: Context) -> Mistake | None:
    """A key that stands below the dash of its entry instead of below its first key."""
    line = context.line
    if not context.is_below_dash:
        return None
    if (home := _home(context)) is not None:
        return _belongs(context, home)
    keys = [column for column, name in context.columns if column > line.column and name != "-"]
    column = min(keys, default=line.column + 2)
    message = f"“{line.key}” stands in column {line.column + 1}, not in column {column + 1}."
    return moved(context, column, message)


def not_indented(context: Context) -> Mistake | None:
    """The second line of a text, which stands no further right than the first."""
    line, above = context.line, context.above
    if line.key or "-" in line.lead or not above or not (above.is_plain or BLOCK.fullmatch(above.value)):
        return None
    if line.column > above.column - (not above.key):
        return None
    column = above.column + 2 * bool(above.key)
    what = f"“{above.key}”" if above.key else "the entry above"
    return moved(context, column, f"The text of {what} goes on here, but the line is not indented.")
