"""Names that a bank may use, to tell what was meant where they are misspelt or misplaced."""

from functools import cache

from ..model.tree import Group, Items, Text
from ..questions import Question
from ..questions.foreign import FOREIGN_NAMES, ours, spelt
from ..questions.keys import is_slip, keys_of, suggestion
from .head import File

_KINDS_ELSEWHERE = {
    "choice": """mcq multiple-choice multiplechoice single-choice singlechoice single radio one select quiz
        auswahl einfachauswahl qcm choix-multiple
        opción-múltiple selección-múltiple meerkeuze meerkeuzevraag scelta-multipla
        múltipla-escolha escolha-múltipla elección opción-única selección-única scelta scelta-singola escolha
        choix-unique wybór jednokrotny-wybór wielokrotny-wybór выбор один-выбор seçim çoktan-seçmeli
        اختيار اختيار-من-متعدد 选择 单选 单选题 选择题""",
    "multi": """multiple-select multiple-response multiple-answer multiple-answers multiple mrq checkbox
        checkboxes select-all many mehrfachauswahl 多选 多选题""",
    "true-false": """truefalse tf boolean bool yes-no richtig-falsch wahr-falsch vrai-faux verdadero-falso
        vero-falso verdadeiro-falso waar-onwaar juist-onjuist prawda-fałsz верно-неверно doğru-yanlış
        صح-خطأ صح-أو-خطأ 判断 判断题""",
    "short": """text open type-in typed string short-answer shortanswer input fill-in-text kurzantwort freitext
        réponse-courte respuesta-corta open-vraag risposta-breve resposta-curta krótka-odpowiedź краткий-ответ
        kısa-cevap إجابة-قصيرة 简答 简答题""",
    "number": """numeric numerical integer calculated zahl numérique numérica numero número nombre numer liczba число
        sayı عدد رقم 数字""",
    "cloze": """fill-in fill-in-the-blank fill-in-blank fill-in-the-blanks fitb fill gap gaps gapfill gap-fill
        blank blanks lückentext texte-à-trous
        invulvraag completamento lacunas huecos completar luki пропуски boşluk-doldurma 填空 填空题""",
    "order": """ordering sort sorting sequence ranking reihenfolge sortieren ordenar ordinamento volgorde kolejność
        порядок sıralama ترتيب 排序""",
    "match": """matching pairs pairing associate zuordnung zuordnen appariement emparejar abbinamento dopasowanie
        соответствие eşleştirme مطابقة توصيل 连线 配对""",
    "card": """flashcard flash-card basic term definition karteikarte lernkarte tarjeta carte scheda fiszka
        карточка kart بطاقة 卡片""",
}
"""What other tools call our kinds of question; recognised only to suggest ours."""


def kind_meant(word: str) -> str:
    """The kind of question that `word` was probably meant to be; empty where none is close."""
    name = spelt(word.replace("/", " "))
    foreign = next((kind for kind, names in _KINDS_ELSEWHERE.items() if name in names.split()), "")
    return foreign or suggestion(name, Question.kinds)


def kind_of(entry: Group) -> str:
    """The kind that the keys of an entry without `type:` speak of; empty where they do not."""
    names = {ours(key.value) for key, _ in entry}
    options = entry.get("options")
    if "options" in names:
        rights = sum(
            isinstance(each, Group) and bool(each.get("right"))
            for each in (options.values if isinstance(options, Items) else ())
        )
        return "multi" if rights > 1 else "choice"
    of_one_kind = {
        "pairs": "match", "items": "order", "front": "card", "back": "card", "accept": "short",
        "term": "card", "definition": "card",
    }  # fmt: skip
    if told := [kind for name, kind in of_one_kind.items() if name in names]:
        return told[0]
    if "{{" in entry.text("text"):
        return "cloze"
    answer = entry.text("answer").strip().lower()
    return ("true-false" if answer in ("true", "false") else "short") if answer else ""


def of_kind(kind: str, entry: Group) -> Group:
    """The entry with that `type:`, whatever it says itself, and keys of other kinds as they are spelt there."""
    entry = _respelt(kind, entry)
    if entry.text("type") == kind:
        return entry
    at = next((key for key, _ in entry if suggestion(key.value, ["type"])), None)
    own = (Text("type", at.place if at else entry.place), Text(kind, entry.place))
    entries = tuple(own if each[0] is at else each for each in entry)
    return Group(entries if at else (*entries, own), entry.place)


def _respelt(kind: str, entry: Group) -> Group:
    own = {key.name for key in keys_of(Question.kinds[kind])}
    others = _of_questions() - own
    spelt_right = {}
    for key, _ in entry:
        meant = "" if suggestion(key.value, own) else suggestion(key.value, others)
        is_known = not key.value.isalpha() or spelt(key.value) in {*FOREIGN_NAMES, *others}
        if not is_known and is_slip(key.value, meant, others) and not entry.get(meant):
            spelt_right[key] = Text(meant, key.place)
    return Group(tuple((spelt_right.get(key, key), node) for key, node in entry), entry.place)


_PARTS = (
    "right", "wrong", "why", "pin", "item", "match", "text", "section", "paragraph", "evidence",
    "file", "alt", "credit", "publisher", "author", "published", "url",
)  # fmt: skip
"""Keys of options, pairs, sources, pictures and the article."""


@cache
def top_names() -> frozenset[str]:
    """Keys at the left edge of a bank."""
    return frozenset(key.name for key in keys_of(File))


@cache
def known_names() -> frozenset[str]:
    """All keys, and what other tools call them."""
    return top_names() | _of_questions() | {*_PARTS, *FOREIGN_NAMES}


@cache
def _of_questions() -> frozenset[str]:
    """Keys of questions of any kind."""
    return frozenset(key.name for kind in Question.kinds.values() for key in keys_of(kind))
