"""The examples of the rules as whole banks."""

_HEAD = """\
format: zhu-quiz/1
id: example
title: An example
questions:
"""


def as_bank(fragment: str) -> str:
    """A bank that holds these questions; what is a bank already stays as it is."""
    return fragment if fragment.startswith("format:") else _HEAD + fragment
