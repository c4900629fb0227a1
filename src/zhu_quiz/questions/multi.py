"""Several right options: all of them have to be found, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.mark import Mark, Response
from ..model.note import ChoiceNote
from ..model.problem import Problem
from ..model.prompt import PickMany
from ..model.tree import Group
from .keys import key
from .lists import parts_of, place_of
from .options import Option, are_figures, arranged, as_note, option_limits, option_problems, reasons
from .question import Question
from .shapes import list_of, one_of, record, text, yes_no


@dataclass(frozen=True, kw_only=True)
class Multi(Question, kind="multi"):
    ask: str = key(text, "The question.")
    options: tuple[Option, ...] = key(
        list_of(record(Option)),
        "The answers to choose from: one or more that are `right:`, the others `wrong:`.",
        limits=option_limits("Write a list in which options that are right begin with `- right:`."),
    )
    score: str = key(
        one_of("all", "parts", told=("All right options and no wrong one.", "Each right option counts.")),
        "What earns marks: only the full answer, or each right option, less the wrong ones.",
        default="all",
    )
    shuffle: bool = key(yes_no, "`false` keeps the options in the order of the file.", default=True)

    example = """\
id: drivers
type: multi
ask: Which of these does the article name as drivers of the move?
options:
  - right: Personal conviction
  - right: Professional ambition
  - right: Geopolitical realities
  - wrong: Health problems
    why: Health is never mentioned.
  - wrong: A conflict with his students
explain: The introduction lists three drivers; the numbered parts then expand on the situation.
"""

    def complaints(self, group: Group) -> Iterator[Problem]:
        yield from option_problems(self.options, group)
        if not self.solution:
            yield Problem(
                code="ZQ107", place=place_of(group, "options"),
                message="No option is right. A `multi` has at least one right option.",
                remedy="Mark the right options with `right:`.",
            )  # fmt: skip

    def prompt(self, seed: int) -> PickMany:
        return PickMany(stem=self.ask, options=arranged(self.options, seed, shuffle=self.is_shuffled))

    def mark(self, response: Response | None) -> Mark:
        if response is None:
            return self.wrong()
        picks, rights = parts_of(response), set(self.solution)
        hits, false_picks = len(rights & set(picks)), len(set(picks) - rights)
        share = max(0, hits - false_picks) / len(rights)
        return Mark(
            fraction=share if self.score == "parts" else float(share == 1),
            expected=self.solution,
            remark="\n".join(self._whys(picks)),
            chance=1 / (2 ** len(self.options) - 1),
            parts=tuple(pick in rights for pick in picks),
        )

    def _whys(self, picks: tuple[str, ...]) -> Iterator[str]:
        for option in self.options:
            if option.why and option.is_right != (option.text in picks):
                yield f"{option.text}: {option.why}"

    @property
    def solution(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.options if option.is_right)

    @property
    def answer_key(self) -> tuple[str, ...]:
        return tuple(sorted(self.solution))

    def note(self) -> ChoiceNote:
        return as_note(self.ask, self.options, several=True, shuffle=self.is_shuffled)

    @property
    def said_of_answers(self) -> Iterator[tuple[str, str]]:
        return reasons(self.options)

    @property
    def is_shuffled(self) -> bool:
        return self.shuffle and not are_figures(self.options)
