"""English."""

from .words import Words, whole, within

_NUMBERED = r"(?:first|second|third|fourth|fifth|last)"
_LABEL = r"(?:\(?(?:[a-f1-6]|i{1,3}|iv|vi?)\)?)"
_LETTER = r"(?:\(?(?:[a-f]|i{1,3}|iv|vi?)\)?)"
"""Both 1 and 3 may be roots of an equation."""
_OPTIONS = r"(?:options?|answers?|choices?|alternatives?)"
_OTHERS = rf"(?:above|these|those|(?:other )?{_OPTIONS}|others?)"
_NOUN = rf"(?: (?:{_OPTIONS}|statements?|listed|mentioned))*"
_TRUE = r"(?:true|correct|right|possible)"
_RIGHT = rf"(?: (?:is|are)(?: all)? {_TRUE})?"
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)"
_SAME_CLAUSE = (
    r"(?:(?!\b(?:if|when|whenever|whether|that|because|while|unless|until|where|who|whom|which|what|but|and|or|to|"
    r"although|since|so|why|how)\b)[^.?!;:,]){0,200}?"
)
_ASKED = (
    r"(?:(?:\A|[.?!:;—–]\s+|--\s*|\b(?:of|in|to|from|by|with|for|under|at|on) )(?:what|which|who|whom)\b"
    rf"|, (?:what|which) (?!{_AUXILIARY}\b))"
)
"""Of a question; “which” and “who” also tell of what went before."""

WORDS = Words(
    function=frozenset(
        "a about after all also an and any are as at be because been before between both but by can could did "
        "do does during each for from had has have he her him his how i if in into is it its may might more most "
        "must my no nor not of off on onto or other our out over shall she should so some such than that the "
        "their them then there these they this those through to too under until up upon us very was we were what "
        "when where which while who whom whose why will with within without would you your".split()
    ),
    reporting=frozenset(
        "say says said tell tells told claim claims claimed report reports reported state states stated assert "
        "asserts asserted argue argues argued suggest suggests suggested describe describes described call calls "
        "called mention mentions mentioned name names named present presents presented quote quotes quoted "
        "explain explains explained believe believes believed think thinks thought see sees saw view views "
        "viewed consider considers considered regard regards regarded judge judges judged hold holds held "
        "maintain maintains maintained deny denies denied admit admits admitted announce announces announced "
        "note notes noted stress stresses stressed emphasise emphasises emphasised emphasize emphasizes "
        "emphasized insist insists insisted warn warns warned write writes wrote cite cites cited criticise "
        "criticises criticised criticize criticizes criticized praise praises praised speak speaks spoke give "
        "gives gave attribute attributes attributed link links linked portray portrays portrayed quotation "
        "opinion opinions argument arguments statement statements words".split()
    )
    | {"according to", "in the words of", "in the eyes of", "point out", "points out", "pointed out"}
    | {
        "as he puts it",
        "as she puts it",
        "in his view",
        "in her view",
        "in their view",
        "so called",
        "so-called",
    },
    valuation=frozenset(
        "admirable alarming amazing appalling astonishing astounding awesome awful bold brave brilliant "
        "catastrophic courageous cowardly dangerous deplorable despicable disastrous disgraceful dreadful "
        "exceptional extraordinary fabulous fantastic foolish genius glorious gorgeous great greatest "
        "groundbreaking ground-breaking heroic horrible impressive incredible ingenious inspiring irresponsible "
        "legendary ludicrous magnificent marvellous marvelous masterful naive noble notorious outrageous "
        "outstanding pathetic pioneering prestigious reckless remarkable renowned revolutionary ridiculous "
        "scandalous selfish sensational shameful shameless shocking spectacular splendid stunning stupid superb "
        "terrible terrific thought-provoking treacherous unforgivable unparalleled unprecedented visionary "
        "wise wonderful world-class world-leading".split()
    ),
    ageing=frozenset(
        "currently nowadays recently lately today tomorrow yesterday presently newest up-to-date ongoing".split()
    )
    | {"at present", "at the moment", "these days", "right now", "as of now", "to date", "so far", "just now"}
    | {"this year", "last year", "next year", "this month", "last month", "this week", "last week"}
    | {"this decade", "in recent years", "in recent months", "in the last few years", "in the past few years"}
    | {"state of the art", "soon", "until now"},
    negatives=frozenset("not except never cannot neither nor incorrect false untrue".split())
    | {
        f"{verb}n't"
        for verb in "is are was were do does did has have had can could will would should must".split()
    }
    | {"won't", "can't"},
    absolutes=frozenset(
        "all always never none nobody nothing only every everyone everybody everything entirely completely "
        "absolutely totally impossible invariably".split()
    )
    | {"no one", "in all cases", "in no case", "under all circumstances"},
    vague=frozenset(
        "often frequently rarely seldom sometimes occasionally usually regularly generally normally".split()
    )
    | {"from time to time", "now and then", "very often", "not often", "most of the time", "once in a while"},
    openings=frozenset(
        "what which who whom whose when where why how is are was were do does did has have had can could will "
        "would should may might must if name list select choose pick mark tick find match put order sort complete "
        "fill give tell identify decide calculate compute determine explain describe define state say write "
        "enter type translate click drag arrange rank consider read look suppose imagine compare evaluate solve "
        "convert round estimate draw label count add correct check use show predict assume let indicate "
        "classify".split()
    ),
    conjunctions=frozenset(["and", "but", "because", "although", "whereas", "while"]),
    alternatives=frozenset(["or", "either"]),
    ranges=frozenset("range ranges band bands interval intervals between window bracket brackets".split()),
    verbs=frozenset(
        "is are was were be has have had does do did can could will would may might must should became becomes "
        "become took takes take went goes go made makes make left leaves gave gives said says wants wanted got "
        "gets moved moves worked works began begins started starts came comes kept keeps led leads lost loses "
        "won wins wrote writes saw sees".split()
    ),
    indefinite=("a", "an"),
    positions=within(
        rf"\b(?:option|answer|choice|alternative)s? \(?(?:[A-H]\b(?!['’])|(?:no\. ?|number |#)?\d\b|{_NUMBERED}\b)"
        rf"|\bthe {_NUMBERED} (?:option|answer|choice|alternative|one listed)\b"
        r"|\b(?:option|answer|choice|alternative)s? (?:above|below)\b"
        r"|(?<!\w )\((?:[A-H]|[ivx]{1,4})\) (?:is|are|was|were|and|or|would|cannot|can't|isn't)\b"
        r"|(?<![\w.])[B-H] (?:is|are) (?:right|wrong|correct|incorrect|true|false)\b"
    ),
    all_options=whole(
        rf"(?:all|any|every one|everything) of (?:the )?{_OTHERS}{_NOUN}{_RIGHT}"
        rf"|all (?:the )?(?:above|{_OPTIONS}|these {_OPTIONS}|other {_OPTIONS}){_NOUN}{_RIGHT}"
        rf"|(?:everything|all) (?:listed )?above|(?:they|these) are all {_TRUE}|all are {_TRUE}"
    ),
    no_option=whole(
        rf"(?:none|neither|not any) of (?:the )?{_OTHERS}{_NOUN}{_RIGHT}"
        rf"|none (?:above|(?:is|are) {_TRUE})|nothing (?:listed )?above"
        rf"|no {_TRUE} {_OPTIONS}|no (?:other )?{_OPTIONS} (?:is|are) {_TRUE}"
        rf"|there is no {_TRUE} {_OPTIONS}"
    ),
    some_options=whole(
        rf"both (?:{_OPTIONS} )?{_LETTER} (?:and|&) (?:{_OPTIONS} )?{_LETTER}(?: (?:are )?{_TRUE})?"
        rf"|(?:only )?{_OPTIONS} {_LABEL}(?:, ?{_LABEL})*,? (?:and|or|&|but not) (?:{_OPTIONS} )?{_LABEL}(?: only)?"
        rf"|{_LABEL}(?:, ?{_LABEL})*,? (?:and|or|&) {_LABEL} only"
        rf"|(?:both|two|either|some|more than one|at least one) of (?:the )?(?:above|these {_OPTIONS}){_NOUN}{_RIGHT}"
        rf"|all of {_LABEL}(?:, ?{_LABEL})*,? and {_LABEL}(?: (?:are|will be) {_TRUE})?"
        rf"|all (?:of the above )?(?:but|except) (?:{_OPTIONS} )?\(?[a-f]\)?|both (?:{_OPTIONS}|of the above)"
        rf"|neither (?:{_OPTIONS} )?{_LABEL} nor (?:{_OPTIONS} )?{_LABEL}"
        r"|(?P<bare>\(?[a-f]\)?(?:, ?\(?[a-f]\)?)*,? (?:and|or|&) \(?[a-f]\)?)"
    ),
    asks_negatively=within(
        rf"{_ASKED}{_SAME_CLAUSE}\b{_AUXILIARY}\b{_SAME_CLAUSE}\b"
        r"(?P<no>not(?! only| to\b| \w+ing\b)|never|cannot)\b"
        rf"|{_ASKED}{_SAME_CLAUSE}\b(?P<short>{_AUXILIARY}n['’]t|won['’]t|can['’]t)\b"
        r"|\b(?P<but>except)(?= ?(?:for ?)?[:.…?_]*\s*\Z)"
    ),
)
