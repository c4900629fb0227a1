"""A drawing that fetches or does anything is refused, however it is written."""

import pytest

from zhu_quiz.anki.drawing import trouble_with


def drawn(inside: str) -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<style>@import "http://e/x.css";</style>',
        '<style>@\\69mport "http://e/x.css";</style>',
        '<style>@\\000069 mport "http://e/x.css";</style>',
        '<rect style="fill:u\\72l(http://e/x)"/>',
        '<rect fill="\\u\\r\\l(http://e/x)"/>',
        "<style>" + "a" * 8_185 + '@import "http://e/x.css";</style>',
        '<style>@im<!-- -->port "http://e/x.css";</style>',
        '<style>a{b:image-set("http://e/x" 1x)}</style>',
        '<style>a{b:image("http://e/x")}</style>',
        '<a><set attributeName="href" to="http://e"/></a>',
        '<image href="#a"><set attributeName="href" to="http://e/x.png"/></image>',
        '<image href="#a"><animate attributeName="xlink:href" values="#b;http://e/x.png"/></image>',
        '<rect><set attributeName="onclick" to="alert()"/></rect>',
        '<g xml:base="http://e/"><use href="#a"/></g>',
    ],
)
def test_what_is_elsewhere_is_refused(inside: str) -> None:
    assert trouble_with(drawn(inside)) == "it is a drawing with scripts, or with parts that are elsewhere"


@pytest.mark.parametrize(
    "inside",
    [
        '<style>a{fill:url(#a);font-family:"\\4f60"}</style><rect style="fill:url(#b)"/>',
        '<rect><animate attributeName="width" from="1" to="9"/></rect>',
        '<g id="image(1)" class="C:\\Users\\me\\drawing.svg"><use href="#a"/></g>',
        '<image href="data:image/png;base64,AAAA"/>',
    ],
)
def test_what_only_shows_something_is_taken(inside: str) -> None:
    assert trouble_with(drawn(inside)) == ""
