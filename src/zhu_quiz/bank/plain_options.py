"""Options that do not say what they are, or say it elsewhere: which is right is found out where it can be."""

import re
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.problem import Fix, Problem
from ..model.tree import Group, Items, Node, Place, Text
from ..questions.foreign import ours
from .habits import Meant, found, replaced, span, texts_in, without_lines
from .lost_dashes import FLAGS, TEXTS, apart, is_flagged, values_of
from .marks import Marked, marked
from .writer import on_one_line

_KINDS = ("choice", "multi")
_RIGHT_ELSEWHERE = re.compile(
    "answers?|correct(answers?|options?|choices?|index)?|rightanswers?|right|solutions?|key|answer(key|index)"
    "|antwort(en)?|lösung(en)?|richtig(eantwort)?|réponses?|bonneréponse|respuestas?|respuestacorrecta|correcta"
)
"""What the key is called that names the right option, without spaces and signs."""
_YES = ("true", "yes", "1", "x", "ja", "oui", "si", "sí", "right", "correct", "richtig")


class _Option(NamedTuple):
    written: Marked
    node: Node
    place: Place
    """What a fix replaces."""
    lead: str = ""
    """Before the text that replaces it."""
    rest: tuple[tuple[Text, Node], ...] = ()
    """Its other keys, such as `why`."""


def options_as_meant(kind: str, entry: Group) -> Meant:
    if kind not in _KINDS:
        return Meant(entry)
    entry, gathered = _gathered(entry)
    at = found(entry, "options")
    if not at:
        return Meant(entry, gathered)
    key, node = at
    answer = next(
        (
            (name, each)
            for name, each in entry
            if name is not key and _RIGHT_ELSEWHERE.fullmatch(_squashed(name))
        ),
        None,
    )
    options, problems = _options(node, texts_in(answer[1]) if answer else [], key)
    is_told = not problems
    if problems:
        entry = replaced(entry, key, (key, options))
    if answer:
        problems.append(_elsewhere(kind, *answer, options, is_told=is_told))
        entry = replaced(entry, answer[0])
    return Meant(entry, (*gathered, *problems))


def _squashed(name: Text) -> str:
    return re.sub(r"[\s_-]", "", name.value.lower())


def _options(node: Node, answers: Sequence[str], key: Text) -> tuple[Node, list[Problem]]:
    """The list as it was meant, and what is wrong with it."""
    if isinstance(node, Text):
        plain = [_Option(marked(text), node, node.place) for text in texts_in(node)]
        return _of_plain(plain, answers, key) if len(plain) > 1 else (node, [])
    if (
        isinstance(node, Group)
        and node.entries
        and all(len(name.value) == 1 and isinstance(each, Text) for name, each in node)
    ):
        plain = [_labelled(name, each, lead="- ") for name, each in node if isinstance(each, Text)]
        return _of_plain(plain, answers, None)
    values, problems = apart(node)
    plain = [option for each in values for option in _plain(each)]
    if not plain:
        return (Items(tuple(values), node.place) if problems else node), problems
    is_block = len({option.place.line for option in plain}) == len(plain)
    if any(isinstance(each, Group) and found(each, "right", "wrong") for each in values):
        plain = [option._replace(written=_with_colon(option.written)) for option in plain]
    is_told = any(isinstance(each, Group) and found(each, "right") for each in values)
    meant, said = _of_plain(plain, answers, None if is_block else key, is_told=is_told)
    told = {id(option.node): each for option, each in zip(plain, values_of(meant), strict=True)}
    return Items(tuple(told.get(id(each), each) for each in values), node.place), problems + said


# Options without a word


def _plain(node: Node) -> Iterator[_Option]:
    if isinstance(node, Text) and node.value.strip():
        yield _Option(marked(node.value), node, node.place)
    elif isinstance(node, Group) and node.entries:
        key, value = node.entries[0]
        if len(node.entries) == 1 and len(key.value) == 1 and isinstance(value, Text):
            yield _labelled(key, value)._replace(node=node)
        elif is_flagged(node):
            yield from _flagged(node)


def _with_colon(written: Marked) -> Marked:
    """`wrong 1799` among options that have a colon after that word."""
    name, _, text = written.text.partition(" ")
    return (
        written._replace(text=text, is_right=name == "right")
        if name in ("right", "wrong") and text
        else written
    )


def _labelled(key: Text, value: Text, lead: str = "") -> _Option:
    """An option behind a letter or a figure."""
    return _Option(marked(value.value)._replace(label=key.value), key, span(key, value), lead)


def _flagged(group: Group) -> Iterator[_Option]:
    told = {ours(key.value): (key, node) for key, node in reversed(group.entries)}
    text = next(told[name] for name in TEXTS if name in told)
    flag = next(told[name] for name in FLAGS if name in told)
    if isinstance(text[1], Text) and isinstance(flag[1], Text):
        is_right = flag[1].value.strip().lower() in _YES
        rest = tuple(each for each in group if each not in (text, flag))
        place = Place(*group.entries[0][0].place[:2], *group.place[2:])
        yield _Option(Marked(text[1].value.strip(), "", is_right), group, place, rest=rest)


def _of_plain(
    plain: list[_Option], answers: Sequence[str], key: Text | None, *, is_told: bool = False
) -> tuple[Node, list[Problem]]:
    """`key` where the options stand on one line, as they cannot; `is_told` where others say which is right."""
    verdicts = _verdicts([option.written for option in plain], answers)
    lines, meant = list[str](), list[Node]()
    problems: list[Problem] = []
    texts = [option.written.text.casefold() for option in plain]
    is_certain = any(option.written.is_right for option in plain) or any(
        each.casefold() in texts for each in answers
    )
    for option, is_right in zip(plain, verdicts, strict=True):
        name, text = "right" if is_right else "wrong", option.written.text
        line = f"{name}: {on_one_line(text)}"
        lines.append(line)
        meant.append(
            Group(((Text(name, option.place), Text(text, option.place)), *option.rest), option.place)
        )
        if key is None:
            problems.append(_unsaid(option, line, is_sure=is_told or any(verdicts), is_certain=is_certain))
    if key is not None:
        problems.append(_on_one_line(plain, lines, key, is_sure=any(verdicts)))
    if not is_told and not any(verdicts):  # Nobody knows which; that one is right is not the question.
        first = plain[0]
        meant[0] = Group(((Text("right", first.place), Text(first.written.text, first.place)),), first.place)
    return Items(tuple(meant), plain[0].place), problems


def _on_one_line(plain: list[_Option], lines: list[str], key: Text, *, is_sure: bool) -> Problem:
    lead = "\n" + " " * (key.place.column + 1) + "- "
    fix = Fix(_whole(key, plain), lead.join(["options:", *lines]), is_safe=False)
    return Problem(
        code="ZQ103", place=plain[0].node.place, message="Each option has a line of its own that says what it is.",
        remedy="Write  options:  and below it  " + "  ".join(f"- {line}" for line in lines),
        fixes=(fix,) if is_sure else (),
    )  # fmt: skip


def _whole(key: Text, plain: Sequence[_Option]) -> Place:
    """All that stands on the line of `key`, its brackets included."""
    return key.place._replace(end_line=plain[-1].node.place.end_line, end_column=sys.maxsize)


def _unsaid(option: _Option, line: str, *, is_sure: bool, is_certain: bool) -> Problem:
    """`is_certain` where a mark or the text of the answer says which is right, and no figure that may count from 0."""
    text = line.partition(": ")[2]
    fix = Fix(option.place, option.lead + line, is_safe=is_certain)
    is_alone = not option.rest
    remedy = (
        f"Write  - {line}" if is_sure else f"If it is right, write  - right: {text}  else  - wrong: {text}"
    )
    return Problem(
        code="ZQ103", place=option.node.place, message="An option says first whether it is right or wrong.",
        remedy=remedy, fixes=(fix,) if is_sure and is_alone else (),
    )  # fmt: skip


def _verdicts(options: Sequence[Marked], answers: Sequence[str]) -> list[bool]:
    """Which are right; none where nobody tells."""
    if any(option.is_right for option in options):
        return [bool(option.is_right) for option in options]
    bold = [option.is_bold for option in options]
    if any(bold) and (len(bold) == 1 or not all(bold)):
        return bold
    named = _named([option.text for option in options], [option.label for option in options], answers)
    return [index in named for index in range(len(options))]


def _named(texts: Sequence[str], labels: Sequence[str], answers: Sequence[str]) -> set[int]:
    """The numbers of the options, from 0, that are named by their text, letter or number."""
    folded = [text.strip().casefold() for text in texts]
    by_text = {folded.index(each.casefold()) for each in answers if each.casefold() in folded}
    if by_text:
        return by_text
    first = 0 if "0" in answers else 1
    letters = {label.lower(): at for at, label in enumerate(labels) if label}
    letters |= {letter: at for at, letter in enumerate("abcdefgh"[: len(texts)]) if letter not in letters}
    numbers = {int(each) - first for each in answers if each.isascii() and each.isdigit() and len(each) < 3}
    found = {letters[each.lower()] for each in answers if each.lower() in letters}
    return found | {each for each in numbers if 0 <= each < len(texts)}


# What says elsewhere which option is right


def _elsewhere(kind: str, key: Text, node: Node, options: Node, *, is_told: bool) -> Problem:
    """`is_told` where the options say it themselves already, so that nothing is lost."""
    read = [each for each in values_of(options) if isinstance(each, Group)]
    told = [next(((name.value, value.value) for name, value in each if isinstance(value, Text)
                  and name.value in ("right", "wrong")), ("", "")) for each in read]  # fmt: skip
    picked = _named([text for _, text in told], [], texts_in(node))
    misled = [at for at in sorted(picked) if told[at][0] == "wrong"]
    if misled:
        at = misled[0]
        line = f"- right: {on_one_line(told[at][1])}"
        remedy = f"Delete this line; if it is true, write  {line}  in line {read[at].place.line}."
    elif picked:
        remedy = "Delete this line; the option is marked where it stands."
    else:
        remedy = "Delete this line, and begin the right option with `- right:`."
    return Problem(
        code="ZQ101", place=key.place, message=f"A `{kind}` has no “{key.value}”: its options say what is right.",
        remedy=remedy, fixes=(without_lines(key, node),) if picked and is_told and not misled else (),
    )  # fmt: skip


def _gathered(entry: Group) -> Meant:
    """Right and wrong answers that stand beside each other instead of in one list."""
    wrong = found(entry, "wrong")
    right = next(((key, node) for key, node in entry if _RIGHT_ELSEWHERE.fullmatch(_squashed(key))), None)
    if found(entry, "options") or not wrong or not right or right[0] is wrong[0]:
        return Meant(entry)
    parts = [(name, text) for name, at in (("right", right), ("wrong", wrong)) for text in texts_in(at[1])]
    lines = [f"- {name}: {on_one_line(text)}" for name, text in parts]
    lead = "\n" + " " * (right[0].place.column + 1)
    problems = (
        Problem(
            code="ZQ103", place=right[0].place, message="The answers to choose from stand in one list.",
            remedy=f"Write  options:  and below it  {'  '.join(lines)}",
            fixes=(Fix(span(*right), lead.join(["options:", *lines]), is_safe=False), without_lines(*wrong)),
        ),
        Problem(
            code="ZQ103", place=wrong[0].place, message="The answers to choose from stand in one list.",
            remedy="Write them under `options:`, each as  - wrong: … , and delete this.",
        ),
    )  # fmt: skip
    options = Items(
        tuple(
            Group(((Text(name, right[0].place), Text(text, right[0].place)),), right[0].place)
            for name, text in parts
        ),
        right[0].place,
    )
    entry = replaced(replaced(entry, wrong[0]), right[0], (Text("options", right[0].place), options))
    return Meant(entry, problems)
