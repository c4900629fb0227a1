"""The little of Protocol Buffers that Anki's own tables and packages are written in."""

from collections.abc import Iterator

from .refusal import DAMAGED, Refusal


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Each field's number and what it holds, in order: a whole number, or bytes."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        match key & 7:
            case 0:
                value, at = _varint(message, at)
                yield key >> 3, value
                continue
            case 1:
                size = 8
            case 2:
                size, at = _varint(message, at)
            case 5:
                size = 4
            case _:
                raise Refusal(DAMAGED)
        if at + size > len(message):
            raise Refusal(DAMAGED)
        yield key >> 3, message[at : at + size]
        at += size


def number(message: bytes, field: int) -> int:
    """0 where it is not there, as Protocol Buffers have it."""
    return next((value for key, value in fields(message) if key == field and isinstance(value, int)), 0)


def content(message: bytes, field: int) -> bytes:
    """A message, a text or bytes; empty where it is not there."""
    return next((value for key, value in fields(message) if key == field and isinstance(value, bytes)), b"")


def text(message: bytes, field: int) -> str:
    return content(message, field).decode(errors="replace")


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """The number at a place, and where the next thing stands."""
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(message):
            break
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise Refusal(DAMAGED)
