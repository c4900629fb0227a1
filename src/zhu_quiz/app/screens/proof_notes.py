"""What is wrong with a question, and its lines in the file, each in a pane of its own."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widgets import Static

from ...model.problem import Problem, Severity
from ...model.words import counted
from ...teach.telling.proofs import Proof
from ..prompts.form import HERE, NO_SIGN
from ..text import raw, shown
from ..widgets.panes import Pane
from ..widgets.row import Row

MOST = 200
"""Lines of a broken question that are shown."""
ABOVE = 2
"""Lines that are seen before the one that is wrong."""
SEVERITIES = {
    Severity.ERROR: ("✗ error", "bold $text-error"),
    Severity.WARNING: ("! warning", "bold $text-warning"),
    Severity.INFO: ("· info", "bold $text-muted"),
}


class Problems(Pane):
    yields: var[bool] = var(False)
    """Leaves the room to the question, but for its beginning."""

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, proof: Proof) -> None:
        self.yields = proof.question is not None
        total = len(proof.problems)
        drawn = [_drawn(each, number, total) for number, each in enumerate(proof.problems, start=1)]
        none = Content.assemble(("No problems found.", "$text-muted"))
        self.query_one(Static).update(Content("\n\n").join(drawn) if drawn else none)
        self.scroll_home(animate=False)

    def least(self, room: Size) -> int:
        return min(self.want(room), 3) if self.yields else self.want(room)


class Lines(Pane):
    """Numbered as in the file, those that are wrong with a sign."""

    def least(self, room: Size) -> int:
        return min(self.want(room), 2 * ABOVE + 1)

    async def show(self, proof: Proof) -> None:
        wrong = {each.place.line for each in proof.problems}
        numbers = range(proof.line, proof.line + len(proof.source))
        first = next((number for number in numbers if number in wrong), proof.line)
        start = max(0, first - proof.line - MOST // 2)
        lines = list(zip(numbers, proof.source, strict=True))[start : start + MOST]
        await self.remove_children()
        rows = {number: _row(number, line, is_wrong=number in wrong) for number, line in lines}
        await self.mount_all(rows.values())
        above = rows.get(max(first - ABOVE, proof.line + start))
        if above:
            self.call_after_refresh(self.scroll_to_widget, above, animate=False, top=True)

    async def clear(self) -> None:
        await self.remove_children()


def found(problems: Iterable[Problem]) -> str:
    """How much is wrong with all of the bank."""
    severities = [each.severity for each in problems]
    counts = ((severities.count(severity), severity) for severity in Severity)
    return " · ".join(counted(count, severity) for count, severity in counts if count)


def _row(number: int, line: str, *, is_wrong: bool) -> Row:
    lead = Content.assemble(HERE if is_wrong else NO_SIGN, (f"{number} │ ", "$text-muted"))
    return Row(lead, raw(line, "" if is_wrong else "$text-muted"))


def _drawn(problem: Problem, number: int, total: int) -> Content:
    place = f" · line {problem.place.line}" if problem.place.line else ""
    which = f" · {number} of {total}" if total > 1 else ""
    lines = [
        Content.assemble(SEVERITIES[problem.severity], (f" {problem.code}{place}{which}", "$text-muted")),
        shown(problem.message),
    ]
    if problem.remedy:
        lines.append(shown(problem.remedy, "$text-muted"))
    return Content("\n").join(lines)
