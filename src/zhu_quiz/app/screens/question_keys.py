"""The keys of a question, each declared once, in the order in which the footer shows them.

Where letters are typed, the second key of each does the same."""

from textual.binding import BindingType

from ...model.memory import Grade
from ..keys import key

GRADES = "Grade it yourself: Again, Hard, Good or Easy"

QUESTION_KEYS: list[BindingType] = [
    key("enter,space", "go_on", "go on", "Accept the grade and go on"),
    *(
        key(f"{grade}", f"grade({grade})", grade.word, GRADES, id=f"grade-{grade}", show=False)
        for grade in Grade
    ),
    key("o", "overrule('right')", "I was right", "It was right after all", id="right"),
    key("o", "overrule('good')", "it deserves Good", "I knew it well: grade it Good", id="deserves-good"),
    key("t", "overrule('typo')", "a typo", "I knew it and mistyped", id="typo"),
    key("g", "overrule('guess')", "I guessed", "It was right, but only guessed", id="guess"),
    key("asterisk,f8", "flag", "flag", "Flag the question, or take the flag away", show=False),
    key("minus,f7", "set_aside('bury')", "not today", "Put it off until tomorrow", id="bury", show=False),
    key("at,f6", "set_aside('suspend')", "suspend", "Never ask it again", id="suspend", show=False),
    key("h,f2", "hint", "hint", "A hint; then the next one"),
    key("x,f4", "give_up", "I don't know", "Give up and see the answer"),
    key("u,ctrl+z", "undo", "undo", "Take back the latest answer"),
    key("u,ctrl+z", "undo_nothing", "undo", "Nothing to take back yet", show=False),
    key("s,f5", "source", "source", "Where it stands in the article"),
    key("i,f3", "why_now", "why now", "Why this question is asked now"),
    key("b,f9", "introduction", "this part", "What this part of the article is about", show=False),
    key("e,ctrl+e", "edit", "edit", "Edit the question in your editor", show=False),
    key("q,escape", "leave", "leave", "Leave; everything is saved"),
]
