"""What the language of a question decides: its decimal sign, its articles, its words for true and false."""

_COMMA = """af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl pl pt ro ru
sk sl sq sr sv tr uk uz vi"""
"""Languages in which a comma divides the whole from the fraction."""
_POINT = "de-ch de-li es-419 es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us it-ch"
"""Regions of these in which a point does."""

_ARTICLES = {
    "da": "en et",
    "de": "der die das den dem des ein eine einen einem einer eines",
    "en": "the a an",
    "es": "el la los las un una unos unas",
    "fr": "le la les l un une des",
    "it": "il lo la i gli le l un uno una",
    "nb": "en ei et",
    "nl": "de het een",
    "pt": "o a os as um uma uns umas",
    "sv": "en ett",
}

_TRUE_FALSE = {
    "ar": ("صحيح", "خطأ"),
    "cs": ("Pravda", "Nepravda"),
    "da": ("Sandt", "Falsk"),
    "de": ("Richtig", "Falsch"),
    "es": ("Verdadero", "Falso"),
    "fi": ("Oikein", "Väärin"),
    "fr": ("Vrai", "Faux"),
    "it": ("Vero", "Falso"),
    "ja": ("正しい", "誤り"),
    "ko": ("참", "거짓"),
    "nb": ("Sant", "Usant"),
    "nl": ("Waar", "Onwaar"),
    "pl": ("Prawda", "Fałsz"),
    "pt": ("Verdadeiro", "Falso"),
    "ru": ("Верно", "Неверно"),
    "sv": ("Sant", "Falskt"),
    "tr": ("Doğru", "Yanlış"),
    "uk": ("Правда", "Неправда"),
    "zh": ("对", "错"),
}

_SPELT_OUT = {
    "da": {"å": "aa", "ø": "oe", "æ": "ae"},
    "de": {"ä": "ae", "ö": "oe", "ü": "ue"},
    "nb": {"å": "aa", "ø": "oe", "æ": "ae"},
    "sv": {"å": "aa"},
}


def primary(lang: str) -> str:
    """The language of a tag without its region: `de` of `de-AT`."""
    language = _tag(lang).partition("-")[0]
    return "nb" if language in ("no", "nn") else language


def _tag(lang: str) -> str:
    return lang.strip().lower().replace("_", "-")


def decimal_sign(lang: str) -> str:
    """The sign before the fraction; the other one of `.` and `,` groups thousands."""
    has_comma = primary(lang) in _COMMA.split() and _tag(lang) not in _POINT.split()
    return "," if has_comma else "."


def articles(lang: str) -> frozenset[str]:
    """The words, in small letters, that may stand before an answer without mattering."""
    return frozenset(_ARTICLES.get(primary(lang), "").split())


def true_false(lang: str) -> tuple[str, str]:
    """The words for true and for false."""
    return _TRUE_FALSE.get(primary(lang), ("True", "False"))


def spelt_out(text: str, lang: str) -> str:
    """The text with special letters as that language writes them where there are none: `ü` as `ue`."""
    for letter, letters in _SPELT_OUT.get(primary(lang), {}).items():
        text = text.replace(letter, letters).replace(letter.upper(), letters.title())
    return text
