"""A sitting line by line on stdin and stdout, for screen readers and scripts."""

from .face import PlainFace

__all__ = ["PlainFace"]
