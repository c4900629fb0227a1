"""A bank from text: every question that can be asked, and everything that is wrong with the others."""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType

from ..model.problem import Fix, Problem, Severity
from ..model.tree import NO_KEYS, Group, Items, Node, Place, Text
from ..questions.keys import read_keys
from .bank import Bank
from .collector import resting
from .entries import Entries, has_error, places_of
from .habits.lost_dashes import questions_apart
from .habits.misplaced import misplaced
from .habits.outline import head_as_meant, questions_by_name, unwrapped
from .habits.wrapped import questions_unwrapped
from .head import FORMAT, File, Head, is_too_new
from .mending.mend import Grown, grown
from .mending.tidy import tidied
from .parsing.text import NotRead, decoded, first_version
from .references import References


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A bank together with the text and the tree that it was read from, for those who look closer."""

    bank: Bank
    text: str = ""
    """With line feeds as the only line ends."""
    head: Group = NO_KEYS
    """The keys at the left edge."""
    entries: Mapping[str, Group] = field(default_factory=lambda: MappingProxyType({}))
    """The questions that can be asked, by id."""
    shifts: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))

    def placed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those found in the tree, in the order of the file, each once, where they stand in the text."""
        return _sorted(problems, self.shifts)


def read_text(text: str | bytes, path: Path | None = None) -> Bank:
    """The bank that a file holds. It raises nothing: all that is wrong stands in `problems`."""
    return read_closely(text, path).bank


def read_closely(text: str | bytes, path: Path | None = None) -> Reading:
    """The same, with the tree."""
    try:
        with resting():
            return _read(text, path)
    except NotRead as refused:
        return Reading(bank=Bank(id="", title="", path=path, problems=(refused.problem,)))


def _read(text: str | bytes, path: Path | None) -> Reading:
    content, problems = decoded(text)
    first, versions = first_version(content)
    tidy = tidied(first)
    tree = grown(tidy.text)
    # A line that had to be mended to be read has had its say.
    mended = {each.place.line for each in tidy.problems if each.severity is Severity.ERROR}
    problems += [
        *versions,
        *tidy.problems,
        *(each for each in tree.problems if each.place.line not in mended),
    ]
    bank, entries = _bank(tree, problems, content)
    return Reading(
        bank=replace(bank, path=path, problems=_sorted(bank.problems, tidy.shifts)),
        text=content,
        head=tree.tree if isinstance(tree.tree, Group) else NO_KEYS,
        entries=entries,
        shifts=tidy.shifts,
    )


def _bank(grown: Grown, earlier: list[Problem], text: str) -> tuple[Bank, Mapping[str, Group]]:
    """`earlier` are the problems of the text, which still have to find their questions."""
    tree = grown.tree
    if not isinstance(tree, Group):
        is_unexplained = tree is not None or not has_error(earlier)
        found = _no_bank(tree, text) if is_unexplained else ()
        return Bank(id="", title="", problems=(*grown.loose, *earlier, *found)), {}
    tree, wrapped = unwrapped(tree)
    stray = misplaced(tree)
    tree, earlier = stray.tree, [each for each in earlier if each.place.line not in stray.lines]
    bank, problems = _head(tree)
    if problems:
        tree, meant = head_as_meant(tree)
        bank, problems = _head(tree)
        problems += meant
    problems += wrapped
    tree, by_name = questions_by_name(tree)
    earlier += by_name
    version = tree.get("format")
    if version and is_too_new(tree.text("format")):
        return Bank(
            id="", title="", problems=tuple(each for each in problems if each.place == version.place)
        ), {}
    references = _references(bank, tree, earlier, problems)
    problems += [*references.of_head(tree), *stray.problems]
    nodes, lines = _questions(tree, problems)
    entries = Entries(_one_by_one(nodes, earlier), bank.lang, references)
    entries.read([each for each in earlier if _is_within(each, lines)], grown.unread)
    problems += [*grown.loose, *(each for each in earlier if not _is_within(each, lines))]
    if not bank.id:  # Learners' history hangs on it, so nothing can be asked.
        return replace(bank, left_out=("all questions",), problems=(*problems, *entries.problems)), {}
    return replace(
        bank,
        questions=entries.questions,
        lines=entries.lines,
        left_out=(*entries.left_out, *stray.names),
        problems=(*problems, *entries.problems),
    ), entries.groups


def _one_by_one(nodes: tuple[Node, ...], earlier: list[Problem]) -> tuple[Node, ...]:
    """The questions, apart where a dash is missing, and free of keys around them."""
    if any(each.code == "ZQ008" for each in earlier):
        nodes = questions_apart(nodes)
    nodes, wrapped = questions_unwrapped(nodes)
    earlier += wrapped
    return nodes


def _no_bank(tree: Node | None, text: str) -> Iterator[Problem]:
    head = f"the lines `format: {FORMAT}`, `id: …`, `title: …` and `questions:`"
    is_empty = "There is nothing but comments in the file yet." if text.strip() else "The file is empty."
    made = f"Begin it with {head}, or {'delete it and ' * bool(text.strip())}let `zhu-quiz new` make one."
    yield Problem(
        code="ZQ102", place=Place(1, 1, 1, 1),
        message=is_empty if tree is None else "The file does not begin like a bank.",
        remedy=made if tree is None else f"Begin it with {head}.",
    )  # fmt: skip


def _head(tree: Group) -> tuple[Bank, list[Problem]]:
    """The bank without its questions."""
    values, problems = read_keys(File, tree)
    head = {each.name: values[each.name] for each in fields(Head) if values.get(each.name) is not None}
    claims = values.get("claims") or ()
    bank = Bank(
        **{"id": "", "title": head.get("id", ""), **head},
        claims=() if isinstance(claims, str) else claims,
        claims_path=claims if isinstance(claims, str) else "",
    )
    return bank, problems


def _references(bank: Bank, tree: Group, earlier: list[Problem], problems: list[Problem]) -> References:
    # What cannot be read, and what stands twice, is not in the tree.
    lost = (each for each in earlier if each.code in ("ZQ004", "ZQ008"))
    return References.of(bank, tree, _damaged(tree, [*earlier, *problems]), _damaged(tree, lost))


def _damaged(tree: Group, problems: Iterable[Problem]) -> set[str]:
    """The keys in whose values something was wrong with the text."""
    names = [name for name, _ in tree]
    starts = [name.place.line for name in names]
    found = (each.place.line for each in problems if each.severity is Severity.ERROR)
    return {names[bisect_right(starts, line) - 1].value for line in found if names}


def _questions(tree: Group, problems: list[Problem]) -> tuple[tuple[Node, ...], range]:
    """The entries of the list of questions, and the lines from its first to where another key begins."""
    node = tree.get("questions")
    if node is None:
        return (), range(0)
    if isinstance(node, Items) and node.values:
        start = node.values[0].place.line
        after = [name.place.line for name, _ in tree if name.place.line > start]
        return node.values, range(start, min(after, default=sys.maxsize))
    is_empty = isinstance(node, Items) or (isinstance(node, Text) and not node.value)
    problems.append(
        Problem(
            code="ZQ116" if is_empty else "ZQ103", place=node.place,
            message="There are no questions yet." if is_empty else "The questions must stand in a list.",
            remedy="Begin each question with `- id: …` on a line of its own.",
        )
    )  # fmt: skip
    return (), range(0)


def _is_within(problem: Problem, lines: range) -> bool:
    # A second document is no question's fault.
    return problem.code != "ZQ010" and any(
        place.line < lines.stop and place.end_line >= lines.start for place in places_of(problem) if lines
    )


def _sorted(problems: Iterable[Problem], shifts: Mapping[int, int]) -> tuple[Problem, ...]:
    """In the order of the file, each once, where they stand in it."""
    places = {each: _unshifted(each.place, shifts) for each in problems}
    return tuple(
        replace(each, place=places[each], fixes=_unshifted_fixes(each, shifts)) if shifts else each
        for each in sorted(
            places, key=lambda each: (places[each][:2], each.severity is not Severity.ERROR, each.code)
        )
    )


def _unshifted_fixes(problem: Problem, shifts: Mapping[int, int]) -> tuple[Fix, ...]:
    return tuple(fix._replace(place=_unshifted(fix.place, shifts)) for fix in problem.fixes)


def _unshifted(place: Place, shifts: Mapping[int, int]) -> Place:
    column, end = shifts.get(place.line, 0), shifts.get(place.end_line, 0)
    return place._replace(column=max(1, place.column - column), end_column=max(1, place.end_column - end))
