"""The fields of our own note types read back: the entry of a bank that they show, as far as they tell it."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from ...model.markdown import bare
from ...model.tree import Plain
from ...questions.language import true_false
from ...questions.numbers import readings
from ...questions.options import Option, are_figures
from ..note_types import BASIC, CHOICE, CLOZE, NOTE_TYPES, TYPED, NoteType
from ..reading.values import NoteType as ForeignType
from .gaps import GapText, without_false_signs
from .markdown import GAP, markdown, shown
from .notes import Entry
from .tokens import items, lists

Values = Mapping[str, str]

PICTURE = re.compile(
    r'<div class="zq-picture">[^<]*+(?:<(?!/div>|div class="zq-picture">)[^<]*+)*+</div>'
    r'|<br><em>[^<]*+</em>(?=$|<div class="zq-more">)'
)
"""The picture of a question, or what it shows in words."""
_MORE = '<div class="zq-more">', "</div>"
_WHY = '<span class="zq-why">', "</span>"
_ENDS = re.compile(r"first (\d{1,3}) last (\d{1,3})")
_UNIT = re.compile(r"\n\n____ (.+)$")
_QUOTED = re.compile(r"(?:^| · )“([^“”]+)”$")


def own_type(foreign: ForeignType) -> NoteType | None:
    """Which of our note types it is, also where Anki gave it another id, or an earlier version other names."""
    own = NOTE_TYPES.get(foreign.id)
    if own and len(own.fields) == len(foreign.fields):
        return own
    return next((each for each in NOTE_TYPES.values() if each.fields == foreign.fields), None)


def kind_shown(note_type: NoteType, values: Values) -> str:
    """The kind of question that such a note is, unless its entry says otherwise."""
    if note_type is CHOICE and not values["Several"].strip():
        texts = tuple(map(markdown, items(values["Options"])))
        is_truth = values["Order"].strip() == "fixed" and texts == true_false(values["Language"])
        return "true-false" if is_truth else "choice"
    return {CHOICE.id: "multi", BASIC.id: "card", TYPED.id: "short", CLOZE.id: "cloze"}[note_type.id]


def entry_shown(note_type: NoteType, values: Values, kind: str = "") -> Entry:
    """What the fields say of a question of that kind; of an unknown kind, what all questions have in common."""
    kind = kind or kind_shown(note_type, values)
    read = _READERS.get((note_type.id, kind))
    hints = tuple(map(markdown, items(values["Hint"]) or filter(None, [values["Hint"]])))
    common: Entry = {
        "explain": markdown(values["Explanation"]),
        "hint": [*hints],
        "source": source_shown(values["Source"]),
        "image": image_shown(values[note_type.fields[0]]),
    }
    own = read(values) if read else {}
    return {"type": kind, **own, **{name: value for name, value in common.items() if value}}


def source_shown(html: str) -> Entry:
    where = _where(html)
    quoted = _QUOTED.search(where)
    _, _, paragraph = where[: quoted.start() if quoted else None].partition(", paragraph ")
    said = {"paragraph": paragraph, "evidence": quoted[1] if quoted else ""}
    return {name: value for name, value in said.items() if value}


def section_shown(html: str) -> str:
    """The title of the section; it is also what stands alone there."""
    where = _QUOTED.sub("", _where(html))
    return where.partition(", paragraph ")[0]


def article_shown(html: str) -> Entry:
    """The article that a bank is about."""
    line = html.rpartition("<br>")[2]
    if "<cite>" not in line:
        return {}
    title = bare(markdown(line[: line.index("</cite>")])) if "</cite>" in line else ""
    url = re.match(r'<a href="(https?://[^"]+)">', line)
    publisher = bare(markdown(re.sub(r"^.*</cite>(?:</a>)?(?:, )?", "", line)))
    said = {"title": title, "publisher": publisher, "url": bare(markdown(url[1])) if url else ""}
    return {name: value for name, value in said.items() if value}


def image_shown(html: str) -> Entry:
    pictures = shown(html).pictures
    if not pictures:
        return {}
    credit = re.search(r"<small>([^<]*)</small></div>$", html)
    said = {"file": pictures[0].file, "alt": pictures[0].alt, "credit": markdown(credit[1]) if credit else ""}
    return {name: value for name, value in said.items() if value}


def _where(html: str) -> str:
    first, _, _ = html.partition("<br>")
    return "" if "<cite>" in first else bare(markdown(first))


def _stem(html: str) -> str:
    stem, more = _parted(PICTURE.sub("", html), *_MORE)
    return markdown(stem) if more is None else f"{markdown(stem)}\n\n{markdown(more)}"


def _parted(html: str, start: str, end: str) -> tuple[str, str | None]:
    """What stands before an element that is the last, and in it; None where there is no such element."""
    before, sign, rest = html.partition(start)
    return (before, rest.removesuffix(end)) if sign and rest.endswith(end) else (html, None)


def _options(values: Values) -> list[Entry]:
    listed = items(values["Options"])
    rights = {int(each) for each in re.findall(r"\d{1,3}", values["Right"])}
    ends = _ENDS.search(values["Order"])
    first, last = (int(ends[1]), len(listed) - int(ends[2])) if ends else (0, len(listed))
    options = []
    for place, html in enumerate(listed):
        text, why = _parted(html, *_WHY)
        option: Entry = {"right" if place + 1 in rights else "wrong": markdown(text)}
        if why is not None:
            option["why"] = markdown(why)
        if not first <= place < last:
            option["pin"] = "first" if place < first else "last"
        options.append(option)
    return options


def _choice(values: Values) -> Entry:
    options = _options(values)
    texts = [str(option.get("right") or option.get("wrong")) for option in options]
    is_fixed = values["Order"].strip() == "fixed" and not are_figures(
        tuple(Option(wrong=each) for each in texts)
    )
    own: Entry = {"ask": _stem(values["Question"]), "options": [*options]}
    return {**own, "shuffle": "false"} if is_fixed else own


def _true_false(values: Values) -> Entry:
    return {"ask": _stem(values["Question"]), "answer": "true" if "1" in values["Right"] else "false"}


def _short(values: Values) -> Entry:
    accept = [markdown(each) for each in items(values["Also"])]
    own: Entry = {"ask": _stem(values["Question"]), "answer": bare(markdown(values["Answer"]))}
    return {**own, "accept": [*accept]} if accept else own


def _number(values: Values) -> Entry:
    ask = _stem(values["Question"])
    found = _UNIT.search(ask)
    unit = found[1] if found else ""
    figures = bare(markdown(values["Answer"]))
    numbers = readings(figures, values["Language"])
    answer = _figures(numbers[0]) if numbers else figures
    if unit.startswith("%"):
        answer, unit = f"{answer}%", unit.removeprefix("%").strip()
    own: Entry = {"ask": ask[: found.start()] if found else ask, "answer": answer}
    return {**own, "unit": unit} if unit else own


def _figures(number: Decimal) -> str:
    return format(number, "f")


def _card(values: Values) -> Entry:
    own: Entry = {"front": _stem(values["Front"]), "back": markdown(values["Back"])}
    return {**own, "reverse": "true"} if values["Reverse"].strip() else own


def _order(values: Values) -> Entry:
    return {"ask": _above_lists(values["Front"]), "items": [*_lines(values["Back"])]}


def _match(values: Values) -> Entry:
    left, right = ([*map(markdown, each)] for each in (*lists(values["Front"]), (), ())[:2])
    pairs = []
    for place, line in enumerate(_lines(values["Back"])):
        item = (
            left[place]
            if place < len(left) and line.startswith(f"{left[place]} – ")
            else line.partition(" – ")[0]
        )
        pairs.append({"item": item, "match": line.removeprefix(f"{item} – ")})
    matches = {pair["match"] for pair in pairs}
    extra: list[Plain] = [each for each in right if each not in matches]
    own: Entry = {"ask": _above_lists(values["Front"]), "pairs": [dict[str, Plain](pair) for pair in pairs]}
    return {**own, "extra": extra} if extra else own


def _cloze(values: Values) -> Entry:
    text = GapText(PICTURE.sub("", values["Text"]))
    html, gaps = text.shown(lambda number: True, 0)
    shown_text = without_false_signs(markdown(html), gaps)

    def gap(found: re.Match[str]) -> str:
        each = gaps[int(found[0][1:-1])]
        hint = markdown(each.hint)
        return "{{" + markdown(each.answer) + (f"::{hint}" if hint else "") + "}}"

    return {"text": GAP.sub(gap, shown_text)}


def _above_lists(html: str) -> str:
    return markdown(PICTURE.sub("", html).partition("<ul>")[0].removesuffix('<div class="zq-more">'))


def _lines(html: str) -> list[str]:
    return [markdown(each) for each in items(html)] or markdown(html).splitlines()


_READERS: dict[tuple[int, str], Callable[[Values], Entry]] = {
    (CHOICE.id, "choice"): _choice,
    (CHOICE.id, "multi"): _choice,
    (CHOICE.id, "true-false"): _true_false,
    (TYPED.id, "short"): _short,
    (TYPED.id, "number"): _number,
    (BASIC.id, "card"): _card,
    (BASIC.id, "order"): _order,
    (BASIC.id, "match"): _match,
    (CLOZE.id, "cloze"): _cloze,
}
