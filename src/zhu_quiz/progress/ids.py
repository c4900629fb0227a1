"""Names of events: UUIDs of version 7, ordered by time and unique across machines."""

import os
import re

UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def is_id(text: str) -> bool:
    return UUID7.fullmatch(text) is not None


def id_after(last: str, at_ms: int) -> str:
    """A new id of that time; one millisecond after `last` where the clock has not passed it."""
    earliest = int(last[:8] + last[9:13], 16) + 1 if last else 0
    time = f"{max(at_ms, earliest):012x}"
    chance = os.urandom(10).hex()
    variant = "89ab"[int(chance[0], 16) % 4]
    return f"{time[:8]}-{time[8:]}-7{chance[1:4]}-{variant}{chance[4:7]}-{chance[7:19]}"
