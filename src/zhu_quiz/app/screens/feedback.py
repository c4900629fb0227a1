"""What is said after an answer, as content."""

from typing import TYPE_CHECKING

from textual.content import Content

from ...model.event import Mode
from ...model.memory import Grade
from ...model.prompt import PickMany
from ...study.values import Answered, Marked, Turn
from ..prompts.form import RIGHT, WRONG
from ..text import in_line, shown

if TYPE_CHECKING:
    from ...bank import Bank


def verdict(answered: Marked) -> Content:
    """Sign, word, and the remark on this very response."""
    mark = answered.mark
    sign, style = RIGHT if mark.is_right else WRONG
    word = "Right." if mark.is_right else "Not yet."
    if not mark.remark and any(mark.parts) and not isinstance(answered.turn.prompt, PickMany):
        right = sum(mark.parts)
        are = "is" if right == 1 else "are"
        word = word if mark.is_right else f"Not yet: {right} of {len(mark.parts)} {are} right."
    remark = shown(mark.remark)
    return Content.assemble((sign + word, style), "\n" if "\n" in remark.plain else " ", remark)


def consequence(answered: Answered) -> str:
    """When the card comes again; before that why, where it is not plain from the verdict."""
    if is_practice(answered):
        return answered.outlook
    grade, plain = answered.review.grade, Grade.GOOD if answered.mark.is_right else Grade.AGAIN
    if grade is not answered.proposal.grade:
        return f"You chose {grade.word}. {answered.outlook}"
    return answered.outlook if grade is plain else f"{answered.proposal.reason} {answered.outlook}"


def is_practice(answered: Answered) -> bool:
    return answered.review.mode is Mode.PRACTICE


def self_grading(grade: Grade, *, counts: bool) -> str:
    """What a learner who has turned a card is asked; Enter gives that grade."""
    if counts:
        return "How well did you know it? A digit grades it and goes on."
    return "Enter goes on." if grade is Grade.AGAIN else "Did you know it? Enter for yes, x for no."


def passage(turn: Turn) -> Content:
    """Where in the article it stands, in a line."""
    return in_line(" · ".join(filter(None, (turn.section, turn.question.source.quotation))))


def source(turn: Turn, bank: "Bank") -> Content:
    """The article itself, and the paragraph; empty where the bank does not say."""
    article, paragraph = bank.source, turn.question.source.paragraph
    parts = (
        article.title and f"“{article.title}”", article.author, article.publisher, article.published,
        paragraph and f"paragraph {paragraph}", article.url,
    )  # fmt: skip
    return in_line(", ".join(part for part in parts if part))


def progress(turn: Turn, *, is_flagged: bool) -> Content:
    """How far the sitting is."""
    again = "asked again" if turn.is_again else ""
    coming = f"{turn.coming_again} coming again" if turn.coming_again else ""
    flag = "* flagged" if is_flagged else ""
    return Content(" · ".join(filter(None, (f"{turn.number} of {turn.total}", again, coming, flag))))


def section(turn: Turn) -> Content:
    return in_line(turn.section)


def overrules(answered: Answered) -> tuple[str, ...]:
    """What a learner may say against the grade that counts, as it is called here."""
    if is_practice(answered):
        return ()
    # Who was right needs not say so, but may find the grade too low.
    right = "good" if answered.mark.is_right else "right"
    return tuple(right if each == "right" else each for each in answered.overrules)
