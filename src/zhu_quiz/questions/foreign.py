"""What other tools, other languages and other kinds of question call our keys; recognised only to suggest ours."""

import re

from .spelling import unaccented

_NAMES = {
    "ask": """question prompt stem question-text q statement aussage frage fragetext aufgabe pregunta enunciado
        énoncé domanda pergunta vraag pytanie zadanie вопрос soru سؤال السؤال 问题 题目""",
    "answer": """answer-text correct-answer a antwort lösung loesung solution respuesta solución réponse reponse
        risposta resposta antwoord odpowiedź ответ cevap yanıt إجابة الإجابة جواب الجواب 答案""",
    "options": """choices answers possible-answers answer-options optionen antworten antwortmöglichkeiten auswahl
        opciones respuestas choix réponses reponses opzioni risposte opções odpowiedzi opcje варианты ответы
        seçenekler şıklar خيارات الخيارات 选项""",
    "right": """correct richtig korrekt correcta correcto bonne juste giusta corretta certa goed giusto corretto
        esatta esatto certo correto juist poprawna poprawny poprawne prawidłowa верно правильно
        правильный doğru صح صحيح 正确""",
    "wrong": """incorrect distractor distractors wrong-answers incorrect-answers falsch incorrecta incorrecto fausse
        faux mauvaise sbagliata errada fout sbagliato errata errato mauvais incorreta incorreto errado
        onjuist błędna błędny niepoprawna zła неверно неправильно неправильный yanlış خطأ 错误""",
    "why": "because reason warum weil porqué pourquoi raison perché waarom dlaczego почему neden لماذا 为什么",
    "explain": """explanation feedback rationale context generalfeedback general-feedback feedback-correct erklärung
        erklaerung begründung erläuterung explicación explicacion explication spiegazione explicação uitleg
        wyjaśnienie объяснение пояснение açıklama شرح تفسير 解释 解析""",
    "hint": """clue hinweis tipp pista indice suggerimento dica tip wskazówka podpowiedź подсказка ipucu تلميح 提示""",
    "accept": "alternatives synonyms variants auch-richtig",
    "within": "tolerance margin toleranz tolerancia tolérance tolleranza tolerância marge",
    "unit": "units einheit unidad unité",
    "difficulty": "level schwierigkeit dificultad difficulté",
    "tags": "category tag keywords labels schlagwörter etiquetas étiquettes",
    "source": "section quelle fuente",
    "by": "author",
    "note": "comment notiz anmerkung",
    "type": "kind question-type typ tipo тип tür نوع النوع 类型",
    "image": "images picture bild imagen",
    "file": "path src datei fichier",
    "alt": "caption alt-text",
    "evidence": "quote quotation zitat citation",
    "paragraph": "page para absatz seite",
    "reverse": "reversed",
    "front": "vorderseite anverso recto",
    "back": "rückseite reverso verso",
    "pairs": "paare parejas paires",
    "items": "elemente elementos éléments steps schritte",
    "shuffle": "random randomize mischen",
    "title": "name titel título titre titolo tytuł название başlık عنوان 标题",
    "lang": "language sprache idioma langue lingua língua taal język язык dil لغة 语言",
    "authors": "autor autoren autores auteurs",
    "about": "description beschreibung descripción",
    "questions": "fragen preguntas domande vragen perguntas pytania вопросы sorular أسئلة الأسئلة",
    "sections": "abschnitte kapitel secciones chapters",
}

FOREIGN_NAMES = {theirs: ours for ours, names in _NAMES.items() for theirs in names.split()}

_WORDS = {
    "ready": "done published publish live final finished active ok fertig",
    "draft": "wip todo in-progress unfinished entwurf",
    "retired": "archived deleted inactive old deprecated",
    "easy": "1 low simple leicht einfach facile fácil",
    "medium": "2 middle normal moderate mittel moyen medio",
    "hard": "3 4 5 high difficult schwer schwierig difficile difícil",
    "remember": "l1 knowledge recall remembering",
    "understand": "l2 comprehension understanding",
    "apply": "l3 application applying",
    "analyze": "l4 analysis analyse analyzing analysing",
    "evaluate": "l5 evaluation evaluating",
    "create": "l6 synthesis creating",
    "fact": "true",
}

FOREIGN_WORDS = {theirs: ours for ours, words in _WORDS.items() for theirs in words.split()}
"""The same for values."""

COUNTERPARTS = {
    "ask": ("text", "front", "item"), "text": ("ask", "front"), "front": ("ask", "text", "item"),
    "answer": ("back", "right", "match"), "back": ("answer", "match"),
    "options": ("items", "pairs"), "items": ("options", "pairs"),
    "left": ("item",), "right": ("match", "answer", "back"), "wrong": ("reject",),
    "term": ("front", "item"), "definition": ("back", "match"),
    "key": ("item",), "value": ("match",), "explain": ("why",), "why": ("explain",), "by": ("authors",),
    "title": ("text",),
}  # fmt: skip
"""What a key is called in other kinds of question."""


NOT_OURS = frozenset(
    """points point marks score weight time time-limit timer timeout defaultgrade default-grade penalty grade
    shuffleanswers single answernumbering""".split()
)
"""Keys of other tools that have no counterpart here, however close they look to one."""


def spelt(word: str) -> str:
    """As our keys are: in small letters, with hyphens instead of spaces and underscores."""
    return "-".join(word.lower().replace("_", " ").replace("-", " ").split())


def ours(word: str) -> str:
    """Our name of a key, or the same word in our spelling; of `prompt.answer`, that of the last part."""
    name = spelt(word).rpartition(".")[2]
    return FOREIGN_NAMES.get(name, name)


_LANGUAGES = {
    "en": "english englisch anglais inglés", "de": "german deutsch allemand alemán", "fr": "french français",
    "es": "spanish español spanisch espagnol", "it": "italian italiano italienisch", "pt": "portuguese português",
    "zh": "chinese 中文 chinesisch", "nl": "dutch nederlands", "ja": "japanese 日本語", "ru": "russian русский",
}  # fmt: skip


def language_meant(word: str) -> str:
    """The tag of a language that is written out, or with a sign of another form; empty where none is known."""
    name = word.strip().lower()
    tag, *region = word.strip().replace("_", "-").split("-")
    by_name = next((each for each, names in _LANGUAGES.items() if name in names.split()), "")
    return by_name or ("-".join([tag.lower(), *(each.upper() for each in region)]) if region else "")


def slug(text: str) -> str:
    """The text in small letters without accents, figures and single hyphens; empty where nothing is left."""
    plain = unaccented(re.sub("['’]", "", text).lower())
    return "-".join(re.findall("[a-z0-9]+", plain))
