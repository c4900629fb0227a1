"""A deck for the bank, which holds what belongs to no section, and one below it for each section."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ...bank import Bank
from .html import escaped, rendered
from .package import deck


def decks_of(bank: Bank) -> dict[str, Any]:
    """By the title of the section; by nothing, that of the bank."""
    root = _part(bank.title)
    made_by = "; ".join(filter(None, (", ".join(bank.authors), bank.license)))
    about = "<br><br>".join(filter(None, (rendered(bank.about), escaped(made_by))))
    sections = {
        section.title: deck(f"{root}::{_part(section.title)}", rendered(section.about))
        for section in bank.sections
    }
    return {"": deck(root, about), **sections}


def inhabited(decks: Mapping[str, Any], homes: Iterable[int]) -> list[Any]:
    """That of the bank and those that hold a card: Anki makes others again as often as a learner deletes them."""
    used = {decks[""].deck_id, *homes}
    return [each for each in decks.values() if each.deck_id in used]


def _part(title: str) -> str:
    """One level of a deck's name; two colons would open another."""
    return re.sub(r"[\x00-\x1f]+|:{2,}", " ", title).strip(" :")[:100] or "zhu-quiz"
