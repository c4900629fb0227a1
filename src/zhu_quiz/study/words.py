"""Days, chances and outlooks in a learner's words."""

from ..model.mark import Response
from ..model.memory import CardState
from ..model.prompt import Arrange, FillGaps, Pair, Prompt, Recall
from ..model.words import counted
from .values import Summary


def in_days(days: int) -> str:
    """When something comes, to stand after “comes again”; 0 days is today."""
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case _ if days < 14:
            return f"in {days} days"
        case _ if days < 60:
            return f"in {round(days / 7)} weeks"
        case _ if days < 330:
            return f"in {round(days / 30.4)} months"
        case _ if days < 548:
            return "in a year"
        case _:
            return f"in {round(days / 365.25)} years"


def days_ago(days: int) -> str:
    """When something was, to stand after “last seen”; a clock that was set back makes it today."""
    match max(days, 0):
        case 0:
            return "today"
        case 1:
            return "yesterday"
        case _:
            return in_days(days).removeprefix("in ") + " ago"


def why_now(state: CardState, today: int, recall: float | None, *, is_again: bool) -> str:
    """Why a card is asked now; `recall` is the chance of knowing it, None for a new one."""
    if is_again:
        return "You missed it earlier in this sitting, so it comes once more."
    if state.memory is None or recall is None:
        return "It is new to you."
    seen = f"Last seen {days_ago(today - state.memory.study_day)}."
    chance = f"You would still know it about {min(max(round(10 * recall), 1), 9)} times in 10"
    if state.due_day is not None and state.due_day > today:
        return f"{seen} {chance}; it is asked ahead of its time."
    return f"{seen} {chance}, so it is time to refresh it."


def outlook(days: int, *, is_coming_again: bool, counts: bool) -> str:
    """What becomes of a card after an answer; `days` until it is due."""
    if not counts:
        return "Practice: the schedule stays as it is."
    if is_coming_again:
        return f"Comes again in this sitting, then {in_days(max(days, 1))}."
    return f"Comes again {in_days(days)}." if days else "Comes again in your next sitting."


def words_in(prompt: Prompt) -> int:
    """How much there is to read."""
    values = vars(prompt).values()
    return sum(
        len(text.split()) for value in values for text in ((value,) if isinstance(value, str) else value)
    )


def told(prompt: Prompt, response: Response) -> str:
    """A response in words, on one line."""
    match prompt, response:
        case FillGaps(pieces=pieces), str():
            return "…".join(pieces)
        case Recall(back=back), _:
            return back
        case Pair(items=items), tuple(matches):
            return "; ".join(f"{item} – {match or '?'}" for item, match in zip(items, matches, strict=False))
        case Arrange(), tuple(parts):
            return " → ".join(parts)
        case _, tuple(parts):
            return ", ".join(part or "?" for part in parts)
        case _, str(text):
            return text


def farewell(summary: Summary) -> str:
    """The summary as lines of text, to be left behind on the terminal."""
    if not summary.answered:
        return "No question answered this time."
    lines = [
        f"{counted(summary.answered, 'question')} answered, {summary.right_at_first} right at first sight."
    ]
    if summary.missed:
        lines.append("Not yet:")
        for missed in summary.missed:
            lines.append(f"  {missed.stem}")
            if missed.yours is not None:
                lines.append(f"    you: {missed.yours or 'no answer'}")
            lines.append(f"    ✓    {missed.right}")
    if summary.next_day is not None:
        lines.append(next_review(summary.next_day - summary.today, summary.next_count))
    return "\n".join(lines)


def next_review(days: int, count: int) -> str:
    """When to come back."""
    return f"Next review {in_days(days)}: {counted(count, 'question')}."
