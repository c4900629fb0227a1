"""The two parsers of PyYAML: libyaml, and where that is missing one in Python, made to read the same."""

import re
from collections.abc import Iterator
from typing import Any

Event = Any
"""Of PyYAML, whose stubs hold that events may lack a mark."""

# Signs with a meaning in YAML that banks do not use, and that the parsers understand differently. Where one opens
# a text, the parsers are shown other signs instead, which stand in no text that was cleaned.
_STAND_INS = str.maketrans("?&*!", "\ufdd0\ufdd1\ufdd2\ufdd3")
_SIGNS = str.maketrans("\ufdd0\ufdd1\ufdd2\ufdd3", "?&*!")
_ANY = re.compile(r"[?&*!](?<=[\n:,\[{ -].)")
_OPENING = re.compile(r"[\n:,\[{-] *[?&*!]")
# What only libyaml refuses between brackets: a text that ends in a colon without a space.
_GLUED = re.compile(r"\s*:[,\[\]{}]")


def events(text: str) -> Iterator[Event]:
    """The events of a text. Raises `YAMLError`, `ValueError` or `OverflowError` where it is none.

    The `anchor` of a text says that it opens with a sign which banks do not use."""
    import yaml  # Here, since a bank from the cache needs none of its 20 to 120 ms.

    loader = getattr(yaml, "CSafeLoader", None)
    start = "\n" + text
    if loader and not (_ANY.search(start) and _OPENING.search(start)):
        return iter(loader(text).get_event, None)
    text = text.translate(_STAND_INS)
    return _alike(iter((loader or yaml.SafeLoader)(text).get_event, None), text)


def _alike(events: Iterator[Event], text: str) -> Iterator[Event]:
    from yaml import CollectionEndEvent, CollectionStartEvent, ScalarEvent
    from yaml.scanner import ScannerError

    in_brackets = [False]
    for event in events:
        if isinstance(event, CollectionStartEvent):
            in_brackets.append(bool(event.flow_style))
        elif isinstance(event, CollectionEndEvent):
            in_brackets.pop()
        elif isinstance(event, ScalarEvent):
            event.value = event.value.translate(_SIGNS)
            if event.value and not event.style:
                end: Any = event.end_mark
                if in_brackets[-1] and _GLUED.match(text, end.index):
                    raise ScannerError(problem_mark=end)
                event.anchor = event.value[0] if event.value[0] in "&*!" else None
        yield event
