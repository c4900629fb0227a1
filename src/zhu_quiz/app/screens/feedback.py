"""What is said after an answer, as content."""

from typing import TYPE_CHECKING

from textual.content import Content

from ...model.memory import Grade
from ...model.prompt import FillGaps, PickMany, TypeText
from ...study.values import Answered, Turn
from ..prompts.form import RIGHT, WRONG
from ..text import in_line, shown

if TYPE_CHECKING:
    from ...bank import Bank


def verdict(answered: Answered) -> Content:
    """Sign, word, and the remark on this very response."""
    mark = answered.mark
    sign, style = RIGHT if mark.is_right else WRONG
    word = "Right." if mark.is_right else "Not yet."
    if not mark.remark and any(mark.parts) and not isinstance(answered.turn.prompt, PickMany):
        word = word if mark.is_right else f"Not yet: {sum(mark.parts)} of {len(mark.parts)} are right."
    remark = shown(mark.remark)
    return Content.assemble((sign + word, style), "\n" if "\n" in remark.plain else " ", remark)


def consequence(answered: Answered) -> str:
    """When the card comes again; before that why, where it is not plain from the verdict."""
    grade, plain = answered.review.grade, Grade.GOOD if answered.mark.is_right else Grade.AGAIN
    if grade is not answered.proposal.grade:
        return f"You chose {grade.word}. {answered.outlook}"
    return answered.outlook if grade is plain else f"{answered.proposal.reason} {answered.outlook}"


def passage(turn: Turn) -> Content:
    """Where in the article it stands, in a line."""
    evidence = turn.question.source.evidence
    quoted = "" if evidence.startswith("sha:") else evidence and f"“{evidence}”"
    return in_line(" · ".join(filter(None, (turn.section, quoted))))


def source(turn: Turn, bank: "Bank") -> Content:
    """The article itself, and the paragraph."""
    article, paragraph = bank.source, turn.question.source.paragraph
    parts = (
        article.title and f"“{article.title}”", article.author, article.publisher, article.published,
        paragraph and f"paragraph {paragraph}", article.url,
    )  # fmt: skip
    return in_line(", ".join(part for part in parts if part) or "The bank does not name its article.")


def progress(turn: Turn, *, is_flagged: bool) -> Content:
    """How far the sitting is."""
    again = "asked again" if turn.is_again else ""
    coming = f"{turn.coming_again} coming again" if turn.coming_again else ""
    flag = "* flagged" if is_flagged else ""
    return Content(" · ".join(filter(None, (f"{turn.number} of {turn.total}", again, coming, flag))))


def section(turn: Turn) -> Content:
    return in_line(turn.section)


def overrules(answered: Answered) -> tuple[str, ...]:
    """What a learner may say against the grade that counts."""
    mark, grade = answered.mark, answered.review.grade
    if mark.is_self_graded or answered.response is None:
        return ()
    if grade >= Grade.GOOD:
        return ("guess",) if mark.is_right else ()
    is_typed = isinstance(answered.turn.prompt, TypeText | FillGaps)
    return ("right", "typo") if is_typed and not mark.is_right else ("right",)
