"""German."""

from .words import Words, whole, within

_NUMBERED = r"(?:erste|zweite|dritte|vierte|fünfte|letzte)[nrs]?"
_LABEL = r"(?:\(?(?:[a-f1-6]|i{1,3}|iv|vi?)\)?)"
_OPTIONS = r"(?:option|antwort|antwortmöglichkeit|aussage|möglichkeit|alternative)(?:en)?"
_NAMED = r"(?:oben )?(?:genannten|obigen|oben|aufgeführten|vorherigen|anderen)"
_OTHERS = (
    rf"(?:(?:(?:von )?(?:den|der|die) )?{_NAMED}(?: {_OPTIONS})?|davon|(?:von |dieser |diese |der |die )?{_OPTIONS}"
    r"|(?:der|von den) oben (?:genannten|aufgeführten))"
)
_TRUE = r"(?:richtig|wahr|korrekt|möglich|falsch)"
_ASKED = (
    r"(?:\A|[.?!:;—–]\s+)(?:(?:an|auf|aus|bei|für|in|mit|nach|über|unter|von|zu) )?"
    r"(?:was|welche[rsnm]?|wer|wen|wem)\b"
)
_RIGHT = rf"(?: (?:sind|ist) {_TRUE})?"


def _inflected(stems: str) -> frozenset[str]:
    """Adjectives in all their endings."""
    return frozenset(
        f"{stem}{ending}" for stem in stems.split() for ending in ("", "e", "em", "en", "er", "es")
    )


WORDS = Words(
    function=frozenset(
        "ab aber alle als also am an auch auf aus bei beim bis da damit dann das dass dem den denn der des deren "
        "dessen die dies diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er es "
        "für gegen habe haben hat hatte hatten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist jede "
        "jedem jeden jeder jedes kann können konnte mehr mein mit muss müssen nach nicht noch nun nur ob oder "
        "ohne sehr sein seine seinem seinen seiner seines seit sich sie sind so soll sollte über um und uns unser "
        "unter vom von vor war waren was weil welche welchem welchen welcher welches wenn wer werden wie wir wird "
        "wo wurde wurden zu zum zur zwischen".split()
    ),
    reporting=frozenset(
        "sagt sagte sagen gesagt meint meinte meinen behauptet behauptete behaupten berichtet berichtete berichten "
        "erklärt erklärte erklären äußert äußerte schreibt schrieb schreiben nennt nannte nennen genannt zufolge "
        "bezeichnet bezeichnete bezeichnen beschreibt beschrieb beschreiben hält hielt halten sieht sah sehen "
        "findet fand finden glaubt glaubte glauben denkt dachte betont betonte betonen bewertet bewertete bewerten "
        "beurteilt beurteilte beurteilen urteilt urteilte warnt warnte warnen kritisiert kritisierte kritisieren "
        "lobt lobte loben zitiert zitierte erwähnt erwähnte erwähnen vertritt vertrat vertreten argumentiert "
        "argumentierte stellt stellte spricht sprach bestreitet bestritt führt führte schildert schilderte "
        "betrachtet betrachtete gibt gab begründet begründete ansicht ansichten meinung meinungen aussage "
        "aussagen zitat worte worten sogenannte sogenannten sogenannter laut gemäß".split()
    )
    | {"nach angaben", "nach ansicht", "nach meinung", "in den augen", "aus sicht", "so genannte"},
    valuation=_inflected(
        "atemberaubend außergewöhnlich außerordentlich bahnbrechend beeindruckend beispiellos berüchtigt "
        "bewundernswert brillant dumm ehrenhaft einzigartig empörend entsetzlich erbärmlich erschreckend "
        "erstaunlich fabelhaft fantastisch feige furchtbar furchtlos gefährlich genial gewissenlos grandios "
        "großartig heldenhaft herausragend herrlich hervorragend inspirierend katastrophal kühn lächerlich legendär "
        "leichtsinnig meisterhaft mutig naiv peinlich prächtig renommiert revolutionär rücksichtslos schamlos "
        "schändlich schrecklich selbstlos sensationell skandalös skrupellos spektakulär tapfer unfassbar unglaublich "
        "unübertroffen unvergleichlich verantwortungslos verheerend visionär vorbildlich weise weltklasse "
        "wunderbar wundervoll"
    ),
    ageing=frozenset(
        "derzeit momentan aktuell gegenwärtig heutzutage heute gestern morgen kürzlich neulich neuerdings jüngst "
        "inzwischen mittlerweile zurzeit bisher bislang bald demnächst unlängst".split()
    )
    | _inflected("derzeitig momentan aktuell gegenwärtig heutig bisherig neuest")
    | {"zur zeit", "im moment", "bis heute", "bis jetzt", "in letzter zeit", "in jüngster zeit", "vor kurzem"}
    | {
        "dieses jahr",
        "letztes jahr",
        "nächstes jahr",
        "in diesem jahr",
        "im letzten jahr",
        "im nächsten jahr",
    }
    | {"in den letzten jahren", "seit kurzem", "in dieser woche"},
    negatives=frozenset("nicht nie niemals weder außer unmöglich falsch".split()) | _inflected("kein"),
    absolutes=frozenset(
        "immer nie niemals alle alles niemand nichts nur jeder jede jedes stets ausschließlich vollständig völlig "
        "ausnahmslos keinesfalls unmöglich überhaupt sämtliche".split()
    )
    | _inflected("kein")
    | {"auf keinen fall", "in jedem fall", "unter allen umständen"},
    vague=frozenset(
        "oft häufig selten manchmal gelegentlich meistens meist üblicherweise regelmäßig gewöhnlich normalerweise "
        "mitunter bisweilen öfter".split()
    )
    | {"ab und zu", "hin und wieder", "von zeit zu zeit", "sehr oft", "nicht oft", "dann und wann"},
    openings=frozenset(
        "was wer wen wem wessen welche welcher welches welchen welchem wann wo woher wohin warum weshalb wieso wie "
        "wieviel wozu womit wodurch worin woran worauf worüber wofür wovon wobei ist sind war waren hat haben hatte "
        "kann können darf muss soll wird werden gibt nenne nennen wähle wählen kreuze kreuzen markiere markieren "
        "ordne ordnen bringe bringen vervollständige vervollständigen ergänze ergänzen gib geben berechne berechnen "
        "bestimme bestimmen erkläre erklären beschreibe beschreiben finde finden schreibe schreiben übersetze "
        "übersetzen sortiere sortieren entscheide entscheiden löse lösen vergleiche vergleichen beurteile "
        "beurteilen begründe begründen zähle zählen lies lesen schätze schätzen wandle".split()
    ),
    conjunctions=frozenset("und aber sondern weil obwohl während sowie".split()),
    alternatives=frozenset(["oder", "entweder"]),
    ranges=frozenset(
        "bereich bereiche bereichs spanne band intervall intervalle zwischen zeitraum zeitfenster".split()
    ),
    verbs=frozenset(
        "ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte muss müssen musste "
        "soll sollte will wollte darf ging geht gab gibt kam kommt ließ lässt nahm nimmt sagt sagte verließ verlässt "
        "zog zieht arbeitet arbeitete begann beginnt führt führte macht machte bleibt blieb".split()
    ),
    positions=within(
        rf"\b(?:option|antwort|möglichkeit|alternative)(?:en)? \(?(?:[A-H]\b|(?:nr\. ?|nummer )?\d\b)"
        rf"|\b(?:die|der|den) {_NUMBERED} (?:option|antwort|möglichkeit|auswahl)"
        r"|\b(?:option|antwort|möglichkeit)(?:en)? (?:oben|unten)\b"
        r"|(?<!\w )\((?:[A-H]|[ivx]{1,4})\) (?:ist|sind|war|waren|und|oder|kann|wäre)\b"
        r"|(?<![\w.])[B-H] (?:ist|sind) (?:richtig|falsch|wahr|korrekt)\b"
    ),
    all_options=whole(
        rf"alle[sr]? {_OTHERS}{_RIGHT}|alle[sr]?(?: {_OPTIONS})? (?:sind|ist) {_TRUE}|alle genannten(?: {_OPTIONS})?"
        r"|alles (?:oben )?(?:genannte|davon)"
    ),
    no_option=whole(
        rf"keine[rs]? {_OTHERS}{_RIGHT}|nichts (?:davon|von alledem|von all dem|(?:oben )?genanntes)"
        rf"|keine[rs]? (?:{_TRUE}e )?{_OPTIONS}(?: (?:ist|sind) {_TRUE})?|keine[rs]? (?:ist|sind) {_TRUE}"
    ),
    some_options=whole(
        rf"(?:sowohl|beide|nur) (?:{_OPTIONS} )?{_LABEL} (?:und|als auch|&) (?:{_OPTIONS} )?{_LABEL}{_RIGHT}"
        rf"|(?:nur )?{_OPTIONS} {_LABEL}(?:, ?{_LABEL})* (?:und|oder|&) (?:{_OPTIONS} )?{_LABEL}{_RIGHT}"
        rf"|weder (?:{_OPTIONS} )?{_LABEL} noch (?:{_OPTIONS} )?{_LABEL}"
        rf"|beide {_OPTIONS}{_RIGHT}|alle außer (?:{_OPTIONS} )?\(?[a-f]\)?"
        r"|(?P<bare>\(?[a-f]\)?(?:, ?\(?[a-f]\)?)* (?:und|oder|&) \(?[a-f]\)?)"
    ),
    asks_negatively=within(
        rf"{_ASKED}[^.?!;:,]{{0,200}}?\b(?P<no>nicht(?! nur\b)|nie|niemals)\b"
        rf"|{_ASKED}[^.?!;:,]{{0,200}}?\b(?:ist|sind|war|waren)\b[^.?!;:,]{{0,200}}?\b(?P<none>keine?[nrsm]?)\b"
        r"|\b(?P<but>außer)(?=[:.…?_]*\s*\Z)"
    ),
)
