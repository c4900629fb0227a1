"""What the right options of many questions have in common: a learner sees it sooner than the author."""

from collections import Counter
from collections.abc import Iterator

from ...model.markdown import bare
from ...questions.choice import Choice
from ...questions.options import are_figures
from ...questions.true_false import TrueFalse
from ..counting import exceeds_chance, listed
from ..material import Material, Subject
from ..rule import Finding, of_bank

_FEWEST = 6
_FEWEST_LENGTHS = 10
_MOST_ALIKE = 0.75
_PLACES = ("first", "second", "third", "fourth", "fifth")

_FIXED = "- {{id: {0}, type: choice, shuffle: false, ask: {1}, options: [{2}]}}\n"
_SIZES = (
    ("cup", "How much does a cup hold?", "a little", "more", "a lot"),
    ("bath", "How much does a bath hold?", "a lot", "a little", "more"),
    ("spoon", "How much does a spoon hold?", "a little", "more", "a lot"),
    ("pool", "How much does a pool hold?", "a lot", "a little", "more"),
    ("bowl", "How much does a bowl hold?", "more", "a little", "a lot"),
    ("mug", "How much does a mug hold?", "a little", "more", "a lot"),
    ("tank", "How much does a tank hold?", "a lot", "a little", "more"),
)


def _sizes(places: tuple[int, ...]) -> str:
    """The questions above with the right option at these places."""
    entries = []
    for (name, ask, right, *wrong), place in zip(_SIZES, places, strict=True):
        options = [f"{{wrong: {each}}}" for each in wrong]
        options.insert(place, f"{{right: {right}}}")
        entries.append(_FIXED.format(name, ask, ", ".join(options)))
    return "".join(entries)


@of_bank(
    "ZQ301",
    "warning",
    "Where options are not shuffled, the right one stands at every place about equally often.",
    why="Authors tend to put the right option at one place, and learners find out which. "
    "Only questions whose options keep the order of the file are counted: those with `shuffle: false`, "
    "and those of figures, which are shown in order.",
    whole=True,
    bad=_sizes((0, 0, 0, 0, 0, 0, 0)),
    good=_sizes((0, 2, 0, 2, 1, 0, 2)),
)
def place_of_the_right_option(material: Material) -> Iterator[Finding]:
    fixed = [
        (subject, subject.question)
        for subject in material.subjects
        if isinstance(subject.question, Choice) and not subject.question.is_shuffled
    ]
    rights = Counter(_place_of_right(question) for _, question in fixed)
    for place, hits in rights.most_common(1):
        possible = [1 / len(question.options) for _, question in fixed if len(question.options) > place]
        if len(possible) >= _FEWEST and place < len(_PLACES) and exceeds_chance(hits, possible):
            subject = next(subject for subject, question in fixed if _place_of_right(question) == place)
            yield Finding(
                at=subject.node("options", place, "right"),
                message=f"In {hits} of {len(possible)} questions that are not shuffled, "
                f"the right option is the {_PLACES[place]} one.",
                remedy="Delete `shuffle: false` where the order does not matter. "
                "With figures, choose wrong ones on both sides of the right one.",
                question=subject.question.id,
            )


@of_bank(
    "ZQ302",
    "warning",
    "Of the true-false questions, a quarter to three quarters are true.",
    why="Where almost all statements are true, or almost all false, a learner who gives the same answer "
    "each time does well without knowing anything.",
    whole=True,
    bad="""\
- {id: saturn, type: true-false, ask: Saturn has rings., answer: true}
- {id: mars, type: true-false, ask: Mars has two moons., answer: true}
- {id: venus, type: true-false, ask: Venus is hotter than Mercury., answer: true}
- {id: sun, type: true-false, ask: The Sun is a star., answer: true}
- {id: pluto, type: true-false, ask: Pluto is a dwarf planet., answer: true}
- {id: earth, type: true-false, ask: The Earth has one moon., answer: true}
""",
    good="""\
- {id: saturn, type: true-false, ask: Saturn has rings., answer: true}
- {id: mars, type: true-false, ask: Mars has one moon., answer: false}
- {id: venus, type: true-false, ask: Venus is hotter than Mercury., answer: true}
- {id: sun, type: true-false, ask: The Sun is a planet., answer: false}
- {id: pluto, type: true-false, ask: Pluto is a dwarf planet., answer: true}
- {id: earth, type: true-false, ask: The Earth has one moon., answer: true}
""",
)
def share_of_true(material: Material) -> Iterator[Finding]:
    statements = [
        (subject, subject.question.answer)
        for subject in material.subjects
        if isinstance(subject.question, TrueFalse)
    ]
    for answer, hits in Counter(answer for _, answer in statements).most_common(1):
        if len(statements) >= _FEWEST and hits > _MOST_ALIKE * len(statements):
            first = next(subject for subject, each in statements if each == answer)
            usual, rare = ("true", "false") if answer else ("false", "true")
            yield Finding(
                at=first.node("answer"),
                message=f"Of {len(statements)} true-false statements {hits} are {usual}, so that guessing pays.",
                remedy=f"Turn some of them round, so that about half are {rare}.",
                question=first.question.id,
            )


_LONGEST = "- {{id: {0}, type: choice, ask: What is {0}?, options: [{{right: {1}}}, {{wrong: {2}}}, {{wrong: {3}}}]}}\n"
_MATTERS = (
    ("iron", "a metal that rusts in damp air", "a gas", "a salt"),
    ("neon", "a gas that glows red in tubes", "a metal", "a salt"),
    ("sodium", "a metal that is kept in oil", "a gas", "an acid"),
    ("helium", "a gas that is lighter than air", "a salt", "a metal"),
    ("gypsum", "a mineral that holds some water", "a metal", "a gas"),
    ("bronze", "a mixture of copper and tin", "a salt", "an acid"),
    ("ozone", "a gas of three atoms of oxygen", "a metal", "a salt"),
    ("quartz", "a mineral that most sand is made of", "a gas", "a metal"),
    ("amber", "the resin of trees that died long ago", "a metal", "a salt"),
    ("chalk", "the shells of very small creatures", "a metal", "a gas"),
)


@of_bank(
    "ZQ305",
    "warning",
    "The right option is the longest no more often than chance would have it.",
    why="Authors make the right option exact, and so long; it is the sign that learners who guess use most. "
    "One such question proves nothing, so all questions of a bank are counted together.",
    whole=True,
    bad="".join(_LONGEST.format(*each) for each in _MATTERS),
    good="".join(
        _LONGEST.format(name, " ".join(right.split()[:2]), *wrong) for name, right, *wrong in _MATTERS
    ),
)
def right_is_longest(material: Material) -> Iterator[Finding]:
    leads: list[tuple[float, Subject]] = []
    chances: list[float] = []
    for subject in material.subjects:
        question = subject.question
        if isinstance(question, Choice) and not are_figures(question.options):
            chances.append(1 / len(question.options))
            lead = _lead(question)
            if lead > 1:
                leads.append((lead, subject))
    if len(chances) >= _FEWEST_LENGTHS and exceeds_chance(len(leads), chances):
        leads.sort(key=lambda each: -each[0])
        worst = leads[0][1]
        yield Finding(
            at=worst.node("options", _place_of_right(worst.question), "right"),
            message=f"In {len(leads)} of {len(chances)} questions the right option is the longest; "
            f"chance would make it {round(sum(chances))}.",
            remedy="Shorten right options or make wrong ones as exact. It shows most in "
            f"{listed([subject.question.id for _, subject in leads[:5]])}.",
            question=worst.question.id,
        )


def _place_of_right(question: object) -> int:
    """From 0, as it stands in the file."""
    assert isinstance(question, Choice)
    return next(place for place, option in enumerate(question.options) if option.is_right)


def _lead(question: Choice) -> float:
    """How many times as long the right option is as the longest wrong one."""
    lengths = {option.is_right: 0 for option in question.options}
    for option in question.options:
        lengths[option.is_right] = max(lengths[option.is_right], len(bare(option.text)))
    return lengths[True] / lengths[False]
