"""The questions of a bank, one entry after the other."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..model.problem import Fix, Problem, Severity
from ..model.tree import Group, Node, Place, Text
from ..questions import Question
from ..questions.keys import MISSING, is_slip, rewritten, suggestion, unknown
from .habits.meant import as_meant
from .ids import fresh_id
from .names import kind_meant, kind_of, of_kind
from .parsing.text import check_number
from .references import References, twice

_USABLE = re.compile(r"[a-z][a-z0-9-]{0,39}")


class Entries:
    """What became of each entry, in the order of the file."""

    def __init__(self, nodes: Sequence[Node], lang: str, references: References) -> None:
        self.questions: dict[str, Question] = {}
        self.problems: list[Problem] = []
        self._nodes = nodes
        self._lang = lang
        self._references = references
        self._left_out: list[int] = []
        self._ids: dict[str, int] = {}
        """Of all entries, and the lines on which they stand first."""
        self._groups: dict[str, tuple[int, Group]] = {}
        """Of the readable questions, by id, with the number of the entry."""

    def read(self, earlier: Iterable[Problem], unread: frozenset[int]) -> None:
        """`earlier` are problems of the text; `unread` the first lines of entries to leave out."""
        attached = self._attached(earlier)
        for index, node in enumerate(self._nodes):
            check_number(self.problems)
            before = attached.get(index, [])
            question = None if node.place.line in unread else self._question(node, before)
            if question and isinstance(node, Group) and not has_error(before):
                self.questions[question.id] = question
                self._groups[question.id] = index, node
            else:
                self._left_out.append(index)
        self._check_earlier_ids()
        self._name_nameless()

    @property
    def groups(self) -> dict[str, Group]:
        """Of the readable questions, by id."""
        return {name: group for name, (_, group) in self._groups.items()}

    @property
    def lines(self) -> dict[str, int]:
        return {name: group.place.line for name, (_, group) in self._groups.items()}

    @property
    def left_out(self) -> tuple[str, ...]:
        """Ids, where they say which entry is meant; else the number of the question."""
        names: dict[str, None] = {}
        for index in sorted(self._left_out):
            node = self._nodes[index]
            name = id_of(node)
            is_clear = name and name not in self.questions and name not in names
            names[name if is_clear else f"question {index + 1} (line {node.place.line})"] = None
        return tuple(names)

    def _attached(self, problems: Iterable[Problem]) -> Mapping[int, list[Problem]]:
        """By the number of the entry in which they stand."""
        attached: dict[int, list[Problem]] = {}
        starts = [node.place.line for node in self._nodes]
        for problem in sorted(problems, key=lambda each: each.code != "ZQ003"):
            first = bisect_right(starts, problem.place.line) - 1
            if problem.code == "ZQ004" and _has_tabs(attached.get(first, ())):
                continue
            self.problems.append(
                replace(problem, question=id_of(self._nodes[first])) if first >= 0 else problem
            )
            for place in places_of(problem):
                start, last = (bisect_right(starts, line) - 1 for line in (place.line, place.end_line))
                for index in range(max(start, 0), last + 1):
                    attached.setdefault(index, []).append(problem)
        return attached

    def _question(self, node: Node, before: Sequence[Problem]) -> Question | None:
        if not isinstance(node, Group):
            if not has_error(before):
                self.problems.append(
                    Problem(
                        code="ZQ103", place=node.place, message="This entry of the list is not a question.",
                        remedy="Begin it with `- id: …`; write `type:` and the other keys right below `id:`.",
                    )
                )  # fmt: skip
            return None
        question, found = None, tuple[Problem, ...]()
        if not _has_tabs(before):
            question, found = self._parsed(node)
        before = self._without_stars(before, found)
        # A line that had to be mended to be read has had its say.
        mended = {problem.place.line for problem in before if problem.severity is Severity.ERROR}
        heard = [
            problem for problem in (*found, *self._id_problems(node)) if problem.place.line not in mended
        ]
        self.problems += (replace(problem, question=id_of(node)) for problem in heard)
        return None if has_error(heard) else question

    def _without_stars(self, before: Sequence[Problem], found: Iterable[Problem]) -> Sequence[Problem]:
        """Of an option with a star, that it does not say what it is matters more than that it needs quotes."""
        signs = {each.place.line for each in before if each.code == "ZQ009"}
        told = {each.place.line for each in found if each.code == "ZQ103"} & signs if signs else ()
        if not told:
            return before
        self.problems = [
            each for each in self.problems if each.code != "ZQ009" or each.place.line not in told
        ]
        return [each for each in before if each.code != "ZQ009" or each.place.line not in told]

    def _parsed(self, node: Group) -> tuple[Question | None, tuple[Problem, ...]]:
        kind, found = _kind(node)
        question, entry = None, node
        if kind and not found:
            question, found = Question.parse(node, self._lang)
            if question:
                return question, (*found, *self._references.of_question(node, question))
            found = ()
        if kind:
            entry, meant = as_meant(kind, of_kind(kind, node))
            _, rest = Question.parse(entry, self._lang)
            found = (*found, *meant, *rest)
        unknown_ids = tuple(self._references.of_question(entry, None))
        # Where a title stands instead of an id, it does not matter that it is no id.
        named = {each.place for each in unknown_ids if each.fixes}
        return None, (*(each for each in found if each.place not in named), *unknown_ids)

    def _id_problems(self, node: Group) -> Iterator[Problem]:
        name, place = id_of(node), (node.get("id") or node).place
        if name in self._ids:
            yield twice(name, self._ids[name], place)
        elif name:
            self._ids[name] = place.line

    def _check_earlier_ids(self) -> None:
        """An id of earlier days must not be that of another question, today or then."""
        taken = dict(self._ids)
        for question in [each for each in self.questions.values() if each.was]:
            index, group = self._groups[question.id]
            clash = next((old for old in question.was if old in taken), "")
            if clash:
                problem = twice(clash, taken[clash], (group.get("was") or group).place)
                self.problems.append(replace(problem, question=question.id))
                del self.questions[question.id], self._groups[question.id]
                self._left_out.append(index)
            taken.update((old, group.place.line) for old in question.was)

    def _name_nameless(self) -> None:
        """Offers an id of its own to each entry that has none."""
        nameless = {
            node.entries[0][0].place: node for node in self._nodes if isinstance(node, Group) and node.entries
        }
        taken = {*self._ids, *(old for question in self.questions.values() for old in question.was)}
        for index, problem in enumerate(self.problems):
            entry = nameless.get(problem.place)
            if entry and problem.code == "ZQ102" and problem.message == MISSING.format("id"):
                name = fresh_id(entry, taken)
                taken.add(name)
                self.problems[index] = replace(problem, fixes=(_named(name, entry),))


def _named(name: str, entry: Group) -> Fix:
    """The fix that puts the id before all other keys."""
    first = entry.entries[0][0].place
    is_in_brackets = entry.place.column < first.column or entry.place.line < first.line
    between = ", " if is_in_brackets else "\n" + " " * (first.column - 1)
    return Fix(Place(first.line, first.column, first.line, first.column), f"id: {name}{between}")


def places_of(problem: Problem) -> tuple[Place, ...]:
    """Where it stands; that the file is saved in another encoding is told once, for all places."""
    return tuple(fix.place for fix in problem.fixes) if problem.code == "ZQ001" else (problem.place,)


def id_of(node: Node) -> str:
    """Empty where there is no usable one."""
    written = node.text("id") if isinstance(node, Group) else node.value if isinstance(node, Text) else ""
    return written if _USABLE.fullmatch(written) else ""


def _has_tabs(problems: Iterable[Problem]) -> bool:
    """Whether its lines stand where a tab was taken for two spaces, which explains all else."""
    return any(problem.code == "ZQ003" for problem in problems)


def has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _typed(kind: str, entry: Group) -> tuple[Fix, ...]:
    """The fix that puts the type below the id."""
    name, value = entry.entries[0]
    line, column, *_ = name.place
    end = Place(line, sys.maxsize, line, sys.maxsize)
    is_block = name.value == "id" and value.place.line == line and entry.place.column == column
    return (Fix(end, f"\n{' ' * (column - 1)}type: {kind}", is_safe=False),) if is_block else ()


def _kind(entry: Group) -> tuple[str, tuple[Problem, ...]]:
    """The kind of question that an entry is, or was probably meant to be, and what is wrong with its name."""
    word, node = entry.text("type"), entry.get("type")
    if word in Question.kinds:
        return word, ()
    kinds = ", ".join(f"`{kind}`" for kind in Question.kinds)
    misspelt = next((key for key, _ in entry if suggestion(key.value, ["type"])), None)
    if node is None and misspelt:
        word = entry.text(misspelt.value)
        fixes = rewritten(misspelt, "type", is_safe=word in Question.kinds)
        return kind_meant(word), (unknown(misspelt, "type", (), fixes),)
    if node is None:
        meant = kind_of(entry)
        return meant, (
            Problem(
                code="ZQ102", place=entry.entries[0][0].place if entry.entries else entry.place,
                message="“type” is missing.",
                remedy=f"Add a line `type: {meant}`." if meant else f"Add a line `type: …` with one of {kinds}.",
                fixes=_typed(meant, entry) if meant else (),
            ),
        )  # fmt: skip
    meant = kind_meant(word)
    return meant, (
        Problem(
            code="ZQ104", place=node.place, message=f"There is no type of question “{word}”.",
            remedy=f"Did you mean `{meant}`?" if meant else f"Write one of {kinds}.",
            fixes=rewritten(node, meant, is_safe=is_slip(word, meant, Question.kinds)),
        ),
    )  # fmt: skip
