"""Notes of any kind become flashcards, typed answers and gaps, card by card."""

import pytest

from foreign_packages import PNG, Foreign, bank, basic, cloze, entries

TWO_WAYS = (
    ("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"),
    ("{{Back}}", "{{FrontSide}}<hr id=answer>{{Front}}"),
)
TYPED = (("{{Front}}\n\n{{type:Back}}", "{{Front}}\n\n<hr id=answer>\n\n{{type:Back}}"),)


def test_a_note_is_a_flashcard() -> None:
    assert entries(basic("What?", "<i>That</i>")) == [{"type": "card", "front": "What?", "back": "*That*"}]


def test_two_cards_that_ask_each_others_answer_are_one_question() -> None:
    (entry,) = entries(basic("dog", "Hund", templates=TWO_WAYS))
    assert entry == {"type": "card", "front": "dog", "back": "Hund", "reverse": "true"}


def test_an_optional_reverse_is_there_where_the_note_has_it() -> None:
    templates = (TWO_WAYS[0], ("{{#Both}}{{Back}}{{/Both}}", TWO_WAYS[1][1]))
    notes = [
        Foreign({"Front": front, "Back": "B " + front, "Both": both}, templates)
        for front, both in (("one", "y"), ("two", ""))
    ]
    assert [entry.get("reverse") for entry in entries(*notes)] == ["true", None]


def test_cards_that_ask_different_things_are_questions_of_their_own() -> None:
    templates = (
        ("Capital of {{Land}}?", "{{City}}"),
        ("Where is {{City}}?", "{{Land}}"),
        ("Flag of {{Land}}?", "{{Flag}}"),
    )
    found = entries(Foreign({"Land": "France", "City": "Paris", "Flag": "blue, white, red"}, templates))
    assert [(entry["front"], entry["back"]) for entry in found] == [
        ("Capital of France?", "Paris"), ("Where is Paris?", "France"), ("Flag of France?", "blue, white, red"),
    ]  # fmt: skip


def test_a_back_that_repeats_its_front_answers_without_it() -> None:
    templates = (("<div class=q>{{Front}}</div>", "<div class=q>{{Front}}</div><div>{{Back}}</div>"),)
    (entry,) = entries(basic("What?", "That", templates=templates))
    assert entry["back"] == "That"


def test_what_is_typed_in_anki_is_typed_here() -> None:
    (entry,) = entries(basic("milk", "<b>lait</b>", templates=TYPED))
    assert entry == {"type": "short", "ask": "milk", "answer": "lait"}


@pytest.mark.parametrize("answer", ["word " * 40, "two<br>lines"])
def test_what_nobody_would_type_is_recalled(answer: str) -> None:
    (entry,) = entries(basic("front", answer, templates=TYPED))
    assert entry["type"] == "card"


def test_a_hint_stays_a_hint() -> None:
    templates = (("{{Front}} {{hint:Help}}", "{{FrontSide}}<hr id=answer>{{Back}}"),)
    (entry,) = entries(Foreign({"Front": "F", "Back": "B", "Help": "So"}, templates))
    assert entry == {"type": "card", "front": "F", "back": "B", "hint": ["So"]}


def test_each_number_of_gaps_is_a_question_with_the_others_filled() -> None:
    text = "{{c1::Bern::city}} is in {{c2::Switzerland}}, {{c1::not Zurich}}."
    assert entries(cloze(text, "It lies on the <i>Aare</i>.")) == [
        {"type": "cloze", "text": question, "explain": "It lies on the *Aare*."}
        for question in (
            "{{Bern::city}} is in Switzerland, {{not Zurich}}.",
            "Bern is in {{Switzerland}}, not Zurich.",
        )
    ]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("{{c1::a {{c2::b}} c}} d", ["{{a b c}} d", "a {{b}} c d"]),
        ("{{c1,2::a}} and {{c2::b}}", ["{{a}} and b", "{{a}} and {{b}}"]),
        ("<b>bold {{c1::gap}} text</b>", ["**bold** {{gap}} **text**"]),
        ("{{c1::<b>a</b>&nbsp;b::<i>h</i>}} x", ["{{a b::h}} x"]),
        (r"{{c1::a}} \(\frac{1}{2^{3}}\)", [r"{{a}} \(\frac{1}{2^{3} }\)"]),
        ("{{c1::a}} }} {{c9", ["{{a}} } } { {c9"]),
    ],
)
def test_gaps_are_read_as_anki_reads_them(text: str, texts: list[str]) -> None:
    assert [entry["text"] for entry in entries(cloze(text))] == texts


@pytest.mark.parametrize("text", [r"\(x^{ {{c1::2}} }\)", "{{c1::a|b}} x", "{{c1::" + "long " * 40 + "}} x"])
def test_a_gap_that_cannot_be_typed_is_recalled(text: str) -> None:
    (entry,) = entries(cloze(text))
    assert entry["type"] == "card"
    assert "…" in entry["front"]


def test_right_to_left_and_han_scripts_come_over() -> None:
    fronts = [entry["front"] for entry in entries(basic("مرحبا", "שלום"), basic("漢字", "かんじ"))]
    assert fronts == ["مرحبا", "漢字"]


def test_cards_that_look_alike_in_words_are_all_kept() -> None:
    templates = (
        ("{{Flag}}", "{{Land}}"),
        ("{{Map}}", "{{Land}}"),
        ("Where?", "{{Land}}"),
        ("Where?", "{{Land}}"),
    )
    fields = {"Land": "France", "Flag": "<img src=flag.png>", "Map": "<img src=map.png>"}
    found = entries(Foreign(fields, templates), media={"flag.png": PNG, "map.png": PNG + b"0"})
    assert [entry["image"]["file"] for entry in found if "image" in entry] == [
        "pictures/f46112345e590d35.png", "pictures/ac6d0707151d05bb.png",
    ]  # fmt: skip
    assert [entry["front"] for entry in found[2:]] == ["Where?", "Where?"]


def test_what_a_card_hides_at_first_is_told() -> None:
    templates = (("{{Front}}", '{{Back}}<div style="display:none">{{Front}} more</div>'),)
    assert bank(basic("F", "B", templates=templates)).losses.told() == (
        "parts that are hidden at first: 1 (f)",
    )


def test_a_field_shows_nothing_on_the_cards_that_ask_for_none_of_its_gaps() -> None:
    templates = [("{{cloze:One}}{{cloze:Two}}", "{{cloze:One}}{{cloze:Two}}<hr>{{cloze:All}}")]
    fields = {"One": "{{c1::a}} …", "Two": "a {{c2::b}}", "All": "{{c9::a b}}"}
    assert entries(Foreign(fields, templates, is_cloze=True)) == [
        {"type": "cloze", "text": "{{a}} …"}, {"type": "cloze", "text": "a {{b}}"},
    ]  # fmt: skip


def test_a_gap_that_is_a_picture_has_no_answer_and_is_told() -> None:
    found = bank(cloze('a {{c1::<img src="a.png">}}'), media={"a.png": PNG})
    assert [each.status for each in found.bank.questions.values()] == ["draft"]
    assert "pictures of answers: 1 (a)" in found.losses.told()


def test_a_script_of_a_template_is_not_read() -> None:
    front = "<script>if (a < b) {{Back}}</script>{{Front}}<style>.a{{Back}}</style>"
    (entry,) = entries(basic("F", "B", templates=[(front, "{{Back}}")]))
    assert entry == {"type": "card", "front": "F", "back": "B"}
