"""Numbers in words, as every face says them."""

from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """Such as “1 question” or “1,200 questions”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def some(names: Sequence[str], most: int = 3, comma: str = ", ") -> str:
    """The first few, and how many more there are."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return comma.join(names[:most]) + more
