"""HTML becomes text that looks the same, whoever wrote it, and in bounded time."""

import time

import pytest

from zhu_quiz.anki.importing.markdown import Picture, markdown, shown
from zhu_quiz.anki.importing.tokens import LONGEST, items, lists
from zhu_quiz.anki.writing.html import rendered


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a <b>bold</b> and <em>slanted</em> word", "a **bold** and *slanted* word"),
        ("<b>a <i>b</i> c</b>", "**a *b* c**"),
        ("<b> a </b>b", "**a** b"),
        ("<span style='font-weight: 700'>a</span>", "**a**"),
        ("<b>a<br>b</b>", "**a\nb**"),
        ("<code>x[0]</code>", "`x[0]`"),
        ("<pre><code>a = 1\nb = 2</code></pre>end", "```\na = 1\nb = 2\n```\nend"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<p>a</p>\n<p>b</p>", "a\n\nb"),
        ("a<br>", "a"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol><li>a<ul><li>in</li></ul></li><li>b</li></ol>", "1. a\n  - in\n2. b"),
        ("<table><tr><th>A</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "**A** | b\nc | d"),
        ('<a href="https://a.org/x(y)">there</a>', "[there](https://a.org/x%28y%29)"),
        ('<a href="javascript:alert(1)">there</a>', "there"),
        ("H<sub>2</sub>O, x<sup>ab</sup>", "H₂O, x^ab"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "漢(かん)"),
        ("a &lt;b&gt; &amp; c&nbsp;&nbsp;d", "a <b> & c d"),
        ("x < y, a<b", "x < y, a<b"),
        ("a<script>alert('<b>')</script>b<style>c</style><!-- d -->", "ab"),
        ('<div style="display: none">id 5</div>a', "a"),
        (r"\(x_1\) and \[y\]", r"\(x_1\) and \(y\)"),
        (r"\(a \\<br>b\) c<br>d", "\\(a \\\\ b\\) c\nd"),
        ('<ol start="5"><li>a</li><li>b</li></ol>', "5. a\n6. b"),
        ("<div>if a:</div><div>&nbsp; &nbsp; b</div><div>&nbsp;c</div>", "if a:\n    b\nc"),
        ("[$]x[/$], [$$]y[/$$], [latex]$z$[/latex]", r"\(x\), \(y\), \(z\)"),
        ('<anki-mathjax block="true">a*b</anki-mathjax>', r"\(a*b\)"),
        ("x[0] costs 5*3 and 4*2", "x[0] costs 5*3 and 4*2"),
        ("*a*", r"\*a\*"),
        ("", ""),
    ],
)
def test_html_becomes_the_subset(html: str, text: str) -> None:
    assert markdown(html) == text


@pytest.mark.parametrize(
    ("html", "lost"),
    [
        ("[sound:a.mp3] b [sound:c.mp3]", ("sounds", "sounds")),
        ("<audio src=a></audio>", ("sounds",)),
        ("<iframe src=a></iframe>", ("embedded pages",)),
        (r"[latex]\begin{x}[/latex]", ("LaTeX blocks",)),
        ("<svg><path/></svg>", ("drawings",)),
        ("&#91;sound:a.mp3]", ()),
    ],
)
def test_what_a_text_cannot_carry_is_told(html: str, lost: tuple[str, ...]) -> None:
    assert shown(html).lost == lost


def test_pictures_are_named_with_their_words() -> None:
    html = 'a <img class="x" src="a b.png" alt="a &amp; b"><img src=\'c.jpg\'>'
    assert shown(html).pictures == (Picture(file="a b.png", alt="a & b"), Picture(file="c.jpg"))


def test_nothing_that_acts_on_a_terminal_comes_through() -> None:
    assert markdown("a&#27;[2Jb\x1b]0;t\x07<b>\u202ec</b>").isprintable()


def test_the_lists_of_a_text_are_told_apart() -> None:
    html = "<ul><li>a<ol><li>in</li></ol></li><li>b</ul>x<ol><li>c</ol>"
    assert lists(html) == (("a<ol><li>in</li></ol>", "b"), ("c",))
    assert items("none") == ()


HOSTILE = [
    "<a ", '<a "', "<!--", "<b>", "</b>", "<b><i></b>", "[latex]", "\\(", "\\[", "**", "*a", "<script>", "[sound:",
    "<a b='", "<li>", "<ul>", "<p>", "`", "&#", "&amp", "<td>x", "<pre>", "<b>a</b>", "<i>*</i>", "[$]", "<br>x",
    "<div style='display:none'>", "x<u>", "[latex]a[$]b[$$]",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_damaged_html_takes_no_longer_than_its_length_allows(piece: str) -> None:
    def seconds(length: int) -> float:
        begin = time.process_time()
        shown((piece * length)[:length])
        return time.process_time() - begin

    assert seconds(LONGEST) < 40 * max(seconds(LONGEST // 10), 0.01)


@pytest.mark.parametrize("piece", ["a ", "a", "<b>a</b>"])
def test_a_long_text_ends_where_that_of_a_bank_does(piece: str) -> None:
    found = shown(piece * (LONGEST + 1))
    assert len(found.text) <= LONGEST
    assert found.lost == ("ends of very long texts",)


def test_an_escaped_formula_is_no_formula() -> None:
    assert markdown(rendered(r"\\(x\\)")) == r"\\(x\\)"
