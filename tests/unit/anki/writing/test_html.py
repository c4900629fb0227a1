"""Text on its way into Anki: it looks as it was written, and does nothing."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.anki.writing.html import escaped, gap, inline, rendered
from zhu_quiz.model.markdown import bare

NASTY = st.text(alphabet="ab1 \n<>&\"'[]{}()*`$:/\\#!-.;=|cs", max_size=60)

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[sound:beep.mp3]",
    "[latex]\\input{/etc/passwd}[/latex]",
    "[$]x^2[/$] and [$$]y[/$$]",
    "{{FrontSide}} {{c1::gone}} {{#Hint}}",
    "[[type:Answer]] [anki:tts]x[/anki:tts]",
    "vector<int> a & b && c > d",
    'a "quoted" <b onclick="x()">word</b>',
    "&lt;b&gt; &amp;amp;",
)


class Shown(HTMLParser):
    """What a reader sees, and the elements that it took."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags = set[str]()
        self.addresses = list[str | None]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value for name, value in attrs if name == "href"]
        self.text += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_to_the_letter(text: str) -> None:
    shown = Shown(rendered(text))
    assert shown.text == bare(text)
    assert shown.tags <= {"span"}


@settings(max_examples=200)
@given(NASTY)
def test_whatever_the_text_only_harmless_elements_come_out(text: str) -> None:
    shown = Shown(inline(text))
    assert shown.tags <= {"strong", "em", "code", "pre", "a", "br", "span"}
    assert shown.text.replace("\n", "") == bare(text).replace("\n", "")


@settings(max_examples=200)
@given(NASTY)
def test_nothing_is_left_that_anki_would_act_on(text: str) -> None:
    for html in (rendered(text), inline(text), escaped(text)):
        assert not set('[]{}"') & set(html.replace('<a href="', "").replace('">', ""))


@settings(max_examples=200)
@given(NASTY, NASTY)
def test_a_gap_stays_one_gap_with_one_hint(answer: str, hint: str) -> None:
    inner = gap(answer, hint).removeprefix("{{c1::").removesuffix("}}")
    assert "{" not in inner
    assert "}" not in inner
    assert inner.count(":") == (2 if hint else 0)


def test_the_marks_of_the_subset_become_elements() -> None:
    assert rendered("**b** *i* `c<d`\n[t](https://example.org/?a=1&b=2)") == (
        '<strong>b</strong> <em>i</em> <code>c&lt;d</code><br><a href="https://example.org/?a=1&amp;b=2">t</a>'
    )


def test_only_web_addresses_become_links() -> None:
    assert Shown(rendered("[a](javascript:alert(1)) [b](file:///etc/passwd)")).addresses == []


def test_fenced_code_keeps_its_lines_and_has_no_breaks_around_it() -> None:
    assert rendered("Run:\n\n```py\nif x:\n    y\n```\n\nWhat then?") == (
        "Run:<pre><code>if x:\n    y</code></pre>What then?"
    )


def test_lines_that_begin_as_a_list_become_one() -> None:
    assert rendered("Order:\n\n- b\n- *a*") == "Order:<ul><li>b</li><li><em>a</em></li></ul>"
    assert rendered("1. a\n2. b") == "<ol><li>a</li><li>b</li></ol>"


@pytest.mark.parametrize("text", ["- 5", "1. a\n3. b", "In\n1. a", "2020. A year.\n2021. Another."])
def test_what_only_resembles_a_list_stays_text(text: str) -> None:
    assert Shown(rendered(text)).text == text


def test_a_formula_is_handed_on_for_mathjax() -> None:
    assert rendered(r"\( x_{1} < 2 \)") == r"\( x_&#123;1&#125; &lt; 2 \)"


@pytest.mark.parametrize(
    "tex", [r"\href{javascript:alert(1)}{x}", r"\require{html}", r"\def\x{y}", r"\let\a\b"]
)
def test_a_formula_that_reaches_beyond_itself_is_shown_as_code(tex: str) -> None:
    assert rendered(rf"\( {tex} \)").startswith("<code>")


@pytest.mark.parametrize("text", [r"\(", r"\[ x \]", r"\) and \(", "\\( " + "x" * 600 + r" \)"])
def test_a_stray_mark_of_a_formula_is_no_mark(text: str) -> None:
    html = rendered(text)
    assert Shown(html).text == bare(text)
    assert r"\(" not in html
    assert r"\&#91;" not in html


def test_a_long_text_of_openings_takes_no_longer_than_others() -> None:
    assert len(rendered("<a " * 20_000)) == len("&lt;a ") * 20_000
