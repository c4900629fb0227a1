"""One right option among several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.mark import Mark, Response
from ..model.note import ChoiceNote
from ..model.problem import Problem
from ..model.prompt import PickOne
from ..model.tree import Group
from .keys import key, list_of, record, text, yes_no
from .options import Option, arranged, option_problems
from .question import Question

FIGURE = re.compile(r"[\s\d.,:/%–-]*\d[\s\d.,:/%–-]*")


@dataclass(frozen=True, kw_only=True)
class Choice(Question, kind="choice"):
    ask: str = key(text, "The question.")
    options: tuple[Option, ...] = key(list_of(record(Option)), "The options: one `right:`, at least one `wrong:`.")
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
        rights = sum(option.is_right for option in self.options)
        if rights != 1:
            found = "No option is right." if not rights else f"{rights} options are right."
            yield Problem(
                code="ZQ107", place=(group.get("options") or group).place,
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
        return ChoiceNote(
            stem=self.ask,
            options=tuple(option.as_note() for option in self.options),
            shuffled=self.is_shuffled,
            pinned_first=sum(option.pin == "first" for option in self.options),
            pinned_last=sum(option.pin == "last" for option in self.options),
        )

    @property
    def is_shuffled(self) -> bool:
        """Numbers and dates keep the order of the file: sorted, they are quicker to read."""
        return self.shuffle and not all(FIGURE.fullmatch(option.text) for option in self.options)
