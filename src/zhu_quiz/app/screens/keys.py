"""The keys of a question, each declared once, in the order in which the footer shows them.

Where letters are typed, the second key of each does the same."""

from textual.binding import Binding, BindingType

from ...model.memory import Grade


def _grade(grade: Grade) -> Binding:
    tooltip = f"After the answer: make the grade {grade.word}"
    return Binding(
        f"{grade}", f"grade({grade})", grade.word, id=f"grade-{grade}", tooltip=tooltip, show=False
    )


def _key(keys: str, action: str, does: str, tooltip: str, *, id: str = "", show: bool = True) -> Binding:
    return Binding(keys, action, does, id=id or action.replace("_", "-"), tooltip=tooltip, show=show)


GRADES = "After the answer: grade it yourself, Again, Hard, Good or Easy"

QUESTION_KEYS: list[BindingType] = [
    _key("enter,space", "go_on", "go on", "Accept the grade and go on"),
    *(
        _key(f"{grade}", f"grade({grade})", grade.word, GRADES, id=f"grade-{grade}", show=False)
        for grade in Grade
    ),
    _key("o", "overrule('right')", "I was right", "After the answer: it was right after all", id="right"),
    _key("t", "overrule('typo')", "a typo", "After the answer: I knew it and mistyped", id="typo"),
    _key("g", "overrule('guess')", "I guessed", "After the answer: right, but only guessed", id="guess"),
    _key("h,f2", "hint", "hint", "A hint; then the next one"),
    _key("x,f4", "give_up", "I don't know", "Give up and see the answer"),
    _key("u,ctrl+z", "undo", "undo", "Take back the latest answer, as often as you like"),
    _key("s,f5", "source", "source", "After the answer: where it stands in the article"),
    _key("i,f3", "why_now", "why now", "Why this question is asked now"),
    _key("asterisk,f8", "flag", "flag", "Flag the question, or take the flag away", show=False),
    _key("minus,f7", "set_aside('bury')", "not today", "Put it off until tomorrow", id="bury", show=False),
    _key("at,f6", "set_aside('suspend')", "suspend", "Never ask it any more", id="suspend", show=False),
    _key("q,escape", "leave", "leave", "Leave; everything is saved"),
]
