"""JSON that somebody else wrote, read within bounds."""

import json
from typing import Any

from .refusal import DAMAGED, Refusal

MOST_PARTS = 1_000_000


def json_object(text: str) -> dict[str, Any]:
    """Its values by their names."""
    # A few bytes each, they become a hundred in memory.
    if sum(map(text.count, "[{,")) > MOST_PARTS:
        raise Refusal("holds far longer lists than Anki makes, and they are not read")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refusal(DAMAGED) from error
    if not isinstance(found, dict):
        raise Refusal(DAMAGED)
    return found
