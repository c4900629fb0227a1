"""One right option among several."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.mark import Mark, Response
from ..model.note import ChoiceNote
from ..model.problem import Problem
from ..model.prompt import PickOne
from ..model.tree import Group
from .keys import key
from .lists import place_of
from .options import Option, are_figures, arranged, as_note, option_limits, option_problems, reasons
from .question import Question
from .shapes import list_of, record, text, yes_no


@dataclass(frozen=True, kw_only=True)
class Choice(Question, kind="choice"):
    ask: str = key(text, "The question.")
    options: tuple[Option, ...] = key(
        list_of(record(Option)),
        "The answers to choose from: one that is `right:`, and one or more that are `wrong:`.",
        limits=option_limits("Write a list with one option that begins with `- right:`."),
    )
    shuffle: bool = key(yes_no, "`false` keeps the options in the order of the file.", default=True)

    example = """\
id: us-employer
type: choice
ask: Which US university employed Zhu before he moved?
options:
  - right: University of California, Los Angeles
  - wrong: University of California, Berkeley
    why: Also in California, but not the one the article names.
  - wrong: Massachusetts Institute of Technology
explain: The article presents Zhu as a professor at UCLA who gave up that post.
"""

    def complaints(self, group: Group) -> Iterator[Problem]:
        yield from option_problems(self.options, group)
        rights = [index for index, option in enumerate(self.options) if option.is_right]
        if len(rights) != 1:
            found = f"{len(rights)} options are right." if rights else "No option is right."
            yield Problem(
                code="ZQ107", place=place_of(group, "options", rights[1] if rights else None),
                message=f"{found} A `choice` has exactly one right option.",
                remedy="Mark one option with `right:` and the others with `wrong:`"
                + (", or write `type: multi`." if rights else "."),
            )  # fmt: skip

    def prompt(self, seed: int) -> PickOne:
        return PickOne(stem=self.ask, options=arranged(self.options, seed, shuffle=self.is_shuffled))

    def mark(self, response: Response | None) -> Mark:
        picked = next((option for option in self.options if option.text == response), None)
        if picked is None:
            return self.wrong()
        return Mark(
            fraction=float(picked.is_right),
            expected=self.solution,
            remark=picked.why,
            chance=1 / len(self.options),
        )

    @property
    def solution(self) -> str:
        return next(option.text for option in self.options if option.is_right)

    def note(self) -> ChoiceNote:
        return as_note(self.ask, self.options, several=False, shuffle=self.is_shuffled)

    @property
    def said_of_answers(self) -> Iterator[tuple[str, str]]:
        return reasons(self.options)

    @property
    def is_shuffled(self) -> bool:
        return self.shuffle and not are_figures(self.options)
