"""Options that do not say what they are, or say it elsewhere: which is right is found out where it can be."""

import re
from collections.abc import Sequence

from ...model.problem import Fix, Problem
from ...model.tree import Group, Items, Node, Place, Text
from ..writer import on_one_line
from .habit import Meant, found, replaced, span, texts_in, without_lines
from .lost_dashes import apart, values_of
from .marks import Marked, marked
from .option_forms import Option, behind_label, plain_options, starred, with_colon

_KINDS = ("choice", "multi")
_RIGHT_ELSEWHERE = re.compile(
    "answers?|correct(answers?|options?|choices?|index)?|rightanswers?|right|solutions?|key|answer(key|index)"
    "|antwort(en)?|lösung(en)?|richtig(eantwort)?|réponses?|bonneréponse|respuestas?|respuestacorrecta|correcta"
)
"""What the key is called that names the right option, without spaces and signs."""
_NUMBERED = re.compile(
    "(?:answer|option|choice|alternative|antwort|réponse|respuesta|opción|risposta|opzione)[ _-]?([1-9a-h])",
    re.IGNORECASE,
)


def options_as_meant(kind: str, entry: Group) -> Meant:
    if kind not in _KINDS:
        return Meant(entry)
    entry, gathered = _gathered(entry)
    entry, numbered = _numbered(entry)
    at = found(entry, "options")
    if not at:
        return Meant(entry, gathered)
    gathered += numbered
    key, node = at
    answer = _answer(entry, key)
    options, problems = _options(node, texts_in(answer[1]) if answer else [], key)
    is_told = not problems and not gathered
    if problems:
        entry = replaced(entry, key, (key, options))
    if answer:
        problems.append(_elsewhere(kind, *answer, options, is_told=is_told))
        entry = replaced(entry, answer[0])
    return Meant(entry, (*gathered, *problems))


def _answer(entry: Group, options: Text | None) -> tuple[Text, Node] | None:
    """What names the right option."""
    return next(
        (
            (name, each)
            for name, each in entry
            if name is not options and _RIGHT_ELSEWHERE.fullmatch(_squashed(name))
        ),
        None,
    )


def _squashed(name: Text) -> str:
    return re.sub(r"[\s_-]", "", name.value.lower())


def _options(node: Node, answers: Sequence[str], key: Text) -> tuple[Node, list[Problem]]:
    """The list as it was meant, and what is wrong with it."""
    if isinstance(node, Text):
        plain = [Option(marked(text), node, node.place) for text in texts_in(node)]
        return _of_plain(plain, answers, key, node) if len(plain) > 1 else (node, [])
    if (
        isinstance(node, Group)
        and node.entries
        and all(len(name.value) == 1 and isinstance(each, Text) for name, each in node)
    ):
        plain = [behind_label(name, each, lead="- ") for name, each in node if isinstance(each, Text)]
        lines = {option.place.line for option in plain}
        return _of_plain(plain, answers, key if len(lines) < len(plain) else None, node)
    values, problems = apart(node)
    plain = [option for each in values for option in plain_options(each)]
    if not plain:
        return (Items(tuple(values), node.place) if problems else node), problems
    is_block = node.place.line > key.place.line and len({each.place.line for each in plain}) == len(plain)
    if any(isinstance(each, Group) and found(each, "right", "wrong") for each in values):
        plain = [option._replace(written=with_colon(option.written)) for option in plain]
    is_told = any(isinstance(each, Group) and found(each, "right") for each in values)
    if is_told:
        plain = [starred(option) for option in plain]
    meant, said = _of_plain(plain, answers, None if is_block else key, node, is_told=is_told)
    told = {id(option.node): each for option, each in zip(plain, values_of(meant), strict=True)}
    listed = Items(tuple(told.get(id(each), each) for each in values), node.place)
    if not is_block and len(plain) < len(values):
        said = [_on_one_line(span(key, node), _lines_of(listed), is_sure=is_told)]
    return listed, problems + said


def _lines_of(options: Items) -> list[str]:
    parts = [each.entries[0] for each in options.values if isinstance(each, Group) and each.entries]
    return [f"{key.value}: {on_one_line(node.value)}" for key, node in parts if isinstance(node, Text)]


# Options without a word


def _of_plain(
    plain: list[Option], answers: Sequence[str], key: Text | None, node: Node, *, is_told: bool = False
) -> tuple[Node, list[Problem]]:
    """`key` where the options stand on one line, as they cannot; `is_told` where others say which is right."""
    verdicts = _verdicts([option.written for option in plain], answers)
    lines, meant = list[str](), list[Node]()
    problems: list[Problem] = []
    texts = [option.written.text.casefold() for option in plain]
    is_marked = any(option.written.is_right and option.written.is_sure for option in plain)
    is_certain = is_marked or any(each.casefold() in texts for each in answers)
    for option, is_right in zip(plain, verdicts, strict=True):
        name, text = "right" if is_right else "wrong", option.written.text
        line = f"{name}: {on_one_line(text)}"
        lines.append(line)
        meant.append(
            Group(((Text(name, option.place), Text(text, option.place)), *option.rest), option.place)
        )
        if key is None:
            is_safe = option.written.is_sure and (
                is_certain or (is_told and option.written.is_right is not None)
            )
            problems.append(_unsaid(option, line, is_sure=is_told or any(verdicts), is_safe=is_safe))
    if key is not None:
        problems.append(_on_one_line(span(key, node), lines, is_sure=any(verdicts)))
    if not is_told and not any(verdicts):  # Nobody knows which; that one is right is not the question.
        first = plain[0]
        meant[0] = Group(((Text("right", first.place), Text(first.written.text, first.place)),), first.place)
    return Items(tuple(meant), plain[0].place), problems


def _on_one_line(whole: Place, lines: list[str], *, is_sure: bool) -> Problem:
    lead = "\n" + " " * (whole.column + 1) + "- "
    return Problem(
        code="ZQ103", place=whole, message="Each option has a line of its own that says what it is.",
        remedy="Write  options:  and below it  " + "  ".join(f"- {line}" for line in lines),
        fixes=(Fix(whole, lead.join(["options:", *lines]), is_safe=False),) if is_sure else (),
    )  # fmt: skip


def _unsaid(option: Option, line: str, *, is_sure: bool, is_safe: bool) -> Problem:
    """`is_safe` where a mark or the text of the answer says which is right, and no figure that may count from 0."""
    text = line.partition(": ")[2]
    fix = Fix(option.place, option.lead + line, is_safe)
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


def _numbered(entry: Group) -> Meant:
    """Options under keys of their own: `answer1:`, `option_b:`."""
    told = [
        (key, node, label[1])
        for key, node in entry
        if isinstance(node, Text) and (label := _NUMBERED.fullmatch(key.value.strip()))
    ]
    if len(told) < 2 or found(entry, "options"):
        return Meant(entry)
    answer = _answer(entry, None)
    written = [marked(node.value)._replace(label=label) for _, node, label in told]
    verdicts = _verdicts(written, texts_in(answer[1]) if answer else [])
    parts = [
        ("right" if verdict else "wrong", each.text) for verdict, each in zip(verdicts, written, strict=True)
    ]
    problems = _of_numbered([each[:2] for each in told], parts, is_sure=any(verdicts))
    if not any(verdicts):  # Nobody knows which; that one is right is not the question.
        parts[0] = ("right", parts[0][1])
    first = told[0][0]
    options = tuple(
        Group(((Text(name, first.place), Text(text, first.place)),), first.place) for name, text in parts
    )
    for key, _, _ in told[1:]:
        entry = replaced(entry, key)
    entry = replaced(entry, first, (Text("options", first.place), Items(options, first.place)))
    return Meant(entry, problems)


def _of_numbered(
    told: Sequence[tuple[Text, Node]], parts: Sequence[tuple[str, str]], *, is_sure: bool
) -> tuple[Problem, ...]:
    lines = [f"- {name}: {on_one_line(text)}" for name, text in parts]
    first, *others = told
    lead = "\n" + " " * (first[0].place.column + 1)
    fix = Fix(span(*first), lead.join(["options:", *lines]), is_safe=False)
    remedies = [
        f"Write  options:  and below it  {'  '.join(lines)}",
        *(f"Write it under `options:`, as  {line}  and delete this line." for line in lines[1:]),
    ]
    fixes = (fix, *(without_lines(*each) for each in others)) if is_sure else ()
    return tuple(
        Problem(
            code="ZQ103", place=key.place, message="The answers to choose from stand in one list.", remedy=remedy,
            fixes=fixes if key is first[0] else (),
        )
        for (key, _), remedy in zip(told, remedies, strict=True)
    )  # fmt: skip
