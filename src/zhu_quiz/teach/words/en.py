"""English."""

from .words import Words

WORDS = Words(function=frozenset("the a an of to in on at by for and or but is are was were".split()))
