"""Notes with options by whatever name: their fields tell which is the question, an option and the key."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...reading.values import NoteType, Template
from ..choosing import draft, places
from ..faces import is_blank
from ..markdown import markdown, shown
from ..notes import Draft, ForeignNote
from ..tokens import items
from . import Kind

_STEM = re.compile(
    r"(?:question|stem|front|prompt|ask|statement|frage|pregunta|domanda|pergunta|enunciado|vorderseite"
    r"|вопрос|题目|问题|題目|問題)(?: ?text)?"
)
_OPTION = re.compile(
    r"(?:options?|choices?|answers?|opt|alternatives?|antwort|opción|opcion|réponse|risposta|variant|вариант"
    r"|选项|選項|q)?[ _.-]*(?:[a-j]|[1-9]|10)"
)
_WRONG = re.compile(
    r"(?:wrong|incorrect|false|distractors?|falsch|decoy)"
    r"(?:[ _-]*(?:answers?|options?|choices?))?[ _-]*(?:[a-h]|\d{0,2})"
)
_KEY = re.compile(
    r"(?:the )?(?:(?:correct|right|true)?[ _-]*(?:answers?|keys?|options?|choices?|solutions?)(?:[ _-]*key)?|correct"
    r"|right|richtig(?:e antwort)?|antwort|lösung|respuesta(?: correcta)?|réponse|(?:правильный )?ответ|(?:正确)?答案)"
)
_LIST = re.compile(
    r"(?:all )?(?:options|choices|alternatives|possible answers|antworten|optionen|opciones|选项)"
)
_MORE = re.compile(
    r"(?:extra|explanations?|explain|rationale|notes?|comments?|feedback|sources?|remarks?|erklärung|back extra"
    r"|解析).{0,10}"
)


def _read(note: ForeignNote) -> Sequence[Draft] | None:
    if note.note_type.is_cloze or len(note.cards) > 1:
        return None
    values = {_plainly(name): html for name, html in note.values.items() if not is_blank(html)}
    stem = next((name for name in values if _STEM.fullmatch(name)), None)
    options, rights = _options(values)
    if stem is None or not rights:
        return None
    told = {name: html for name, html in values.items() if _MORE.fullmatch(name)}
    rest = [html for name, html in values.items() if name not in (stem, *told) and not _is_part(name)]
    pictures = "".join(html for html in rest if not shown(html).text)
    found = draft(
        note, shown(values[stem] + pictures), options, rights, explain=shown("<p>".join(told.values()))
    )
    lost = ("other fields of notes with options",) * any(shown(html).text for html in rest)
    return [replace(found, lost=(*found.lost, *lost))] if found else None


def _plainly(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split())


def _is_part(name: str) -> bool:
    return any(form.fullmatch(name) for form in (_OPTION, _WRONG, _KEY, _LIST))


def _options(values: dict[str, str]) -> tuple[Sequence[str], frozenset[int]]:
    """The options, and the places of the right ones; none where the fields tell of no options."""
    key = next((name for name in values if _KEY.fullmatch(name) and not _LIST.fullmatch(name)), None)
    if key is None:
        return (), frozenset()
    named = {name: html for name, html in values.items() if name != key and _OPTION.fullmatch(name)}
    if len(named) > 1:
        meant = _plainly(markdown(values[key]))
        rights = frozenset({[*named].index(meant)}) if meant in named else frozenset[int]()
        return [*named.values()], places(values[key], [*named.values()]) or rights
    wrong = [html for name, html in values.items() if _WRONG.fullmatch(name)]
    if wrong:
        parts = [part for html in wrong for part in (items(html) or [html])] if len(wrong) == 1 else wrong
        return (values[key], *parts), frozenset({0})
    listed = next((html for name, html in values.items() if _LIST.fullmatch(name)), "")
    several = items(listed) or _lines(listed)
    return several, places(values[key], several) if len(several) > 1 else frozenset()


def _lines(html: str) -> tuple[str, ...]:
    """The entries of a field that has each on a line, or parts them otherwise."""
    parts = [part for part in re.split(r"<br[^<>]*>|</?(?:div|p)\b[^<>]*>|\n", html) if not is_blank(part)]
    if len(parts) == 1:
        parts = next((found for sign in ("||", "|", ";") if len(found := parts[0].split(sign)) > 1), parts)
    return tuple(parts)


KIND = Kind(
    name="options by the names of fields",
    rank=3,
    read=_read,
    example=ForeignNote(
        guid="options",
        note_type=NoteType(
            id=4,
            name="Multiple choice",
            fields=("Question", "Option A", "Option B", "Option C", "Correct", "Explanation"),
            templates=(Template(name="Card 1", front="{{Question}}", back="{{Correct}}"),),
            is_cloze=False,
        ),
        fields=("Which is the capital of Australia?", "Sydney", "Canberra", "Perth", "B", "Since 1913."),
    ),
)
