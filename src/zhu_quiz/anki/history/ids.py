"""Names of events that came from Anki: the same everywhere, however often they come."""

from hashlib import sha256

from ...model.event import Event

_ASTRAY_MS = 3_600_000


def id_of(at_ms: int, *names: object, is_first: bool = False) -> str:
    """A UUID of version 7 that follows from moment and names alone.

    `is_first`: sorts before all others of its millisecond."""
    chance = sha256(" ".join(map(str, names)).encode()).hexdigest()
    order = "000" if is_first else f"{0x800 | int(chance[:3], 16):03x}"
    time, variant = f"{at_ms:012x}", "89ab"[int(chance[3], 16) % 4]
    return f"{time[:8]}-{time[8:]}-7{order}-{variant}{chance[4:7]}-{chance[7:19]}"


def ms_of(event: Event) -> int:
    """The millisecond in its id: by that Anki knows a review of ours."""
    ms = int(event.id[:8] + event.id[9:13], 16)
    # Ids only ever grow: where a clock was once far ahead, those drawn since say its time and not their own.
    return ms if ms - event.at_ms < _ASTRAY_MS else event.at_ms
