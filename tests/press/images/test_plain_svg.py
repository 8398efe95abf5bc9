"""Drawings as programs write them are published as what they draw, and refused where what they draw is not harmless."""

import gzip
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from clearfold.model.diagnostic import Location
from clearfold.press.images.plain_svg import plain_svg
from clearfold.press.images.published import published
from clearfold.press.images.svg import svg_faults
from clearfold.press.images.svg_words import svg_words

NS = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
SHAPE = '<path d="M0 0h4v4z"/>'
PLAIN = f"<svg {NS}>{SHAPE}</svg>"
LAID = '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Left {}</p></foreignObject>'


def coded(kind: str, **said: object) -> str:
    """Return a small picture as addresses hold it."""
    out = BytesIO()
    Image.new("L", (4, 4)).save(out, kind, **said)
    return b64encode(out.getvalue()).decode()


PNG, JPEG = coded("PNG"), coded("JPEG")
NOTE = coded("JPEG", comment=b"An")
TURNED = coded("JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0")
HELD = f'<svg {NS}><image href="data:image/{{}};base64,{{}}"/></svg>'


def refused(drawing: str | bytes) -> list[str]:
    """Return the codes that are told of a drawing."""
    data = drawing.encode() if isinstance(drawing, str) else drawing
    return [found.code for found in svg_faults(data, "cup.svg", Location(Path("cup.svg")))]


@pytest.mark.parametrize(
    ("drawn", "drawing"),
    [
        (PLAIN, f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.0//EN" "http://localhost/svg10.dtd">{PLAIN}'),
        (PLAIN, f'<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;">{SHAPE}</svg>'),
        (PLAIN, f'<!DOCTYPE svg [<!ATTLIST svg xmlns:a CDATA #FIXED "urn:a">]><svg a:b="c" {NS}>{SHAPE}</svg>'),
        (PLAIN, f"<?draw me?><svg {NS}>{SHAPE}<?draw you?></svg>"),
        (PLAIN, f'<?xml-stylesheet href="#a"?>{PLAIN}'),
        (PLAIN, f'<svg {NS} xmlns:i="urn:i" i:docname="/home/an/cup.svg" xml:base="/home/an">{SHAPE}<i:view/></svg>'),
        (PLAIN, f'<svg {NS}><metadata><a href="javascript:a()" xmlns="urn:i">An</a></metadata>{SHAPE}</svg>'),
        (PLAIN, f"<svg>{SHAPE}</svg>"),
        (PLAIN, f'<svg {NS} content="&lt;mxfile host=&quot;url(https://example.org)&quot;/&gt;">{SHAPE}</svg>'),
        (f"<svg {NS}><a>{SHAPE}</a></svg>", f'<svg {NS}><a href="C:\\cups\\a.html">{SHAPE}</a></svg>'),
        (
            f"<svg {NS}><text>e b</text></svg>",
            f'<!DOCTYPE svg [<!ENTITY e "e">]><svg {NS} xmlns:i="urn:i"><text>&e;<i:a>x</i:a> b</text></svg>',
        ),
        (
            f'<svg {NS} {XLINK}><image xlink:href="data:image/png;base64,{PNG}"/></svg>',
            f'<svg {NS} {XLINK}><image xlink:href="data:;base64,\n{PNG}"/></svg>',
        ),
        (
            f"<svg {NS}><style> a{{}}</style></svg>",
            f'<svg {NS}><style>@font-face{{font-family:A;src:url("#f") format(svg)}} a{{}}</style></svg>',
        ),
        (HELD.format("png", PNG), HELD.format("png", f"{PNG[:40]}\n{PNG[40:]}")),
        (HELD.format("jpeg", JPEG), HELD.format("jpg", NOTE)),
        (f'<svg {NS} id="é-1"><g/></svg>', f'<svg {NS} id="é-1"><g id="Layer 1"/></svg>'),
        (f'<svg {NS}><g id="a b"/><use href="#a b"/></svg>', f'<svg {NS} id=""><g id="a b"/><use href="#a b"/></svg>'),
        (HELD.format("jpg", TURNED), HELD.format("jpg", TURNED)),
    ],
    ids="type names rest notices sheet notes meta bare source way text kind font lines comment name used turn".split(),
)
def test_what_draws_nothing_is_not_published(drawn: str, drawing: str) -> None:
    """What programs for drawings write for themselves goes; the drawing stays, to the letter."""
    assert [] == refused(drawing)
    assert drawn == published(drawing.encode()).decode()


@pytest.mark.parametrize(
    "drawing",
    [
        PLAIN,
        f'<?xml version="1.0" encoding="UTF-8"?><!-- by hand -->\n{PLAIN}\n',
        f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg {NS}><title>A cup</title><style/></svg>',
        '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path d="M0 0h4v4z"/></s:svg>',
        f'<svg {NS} {XLINK}><a xlink:href="https://example.org" xml:space="preserve">{SHAPE}</a></svg>',
    ],
)
def test_plain_drawing_stays_as_it_is(drawing: str) -> None:
    """A drawing that holds nothing else is published byte for byte."""
    assert drawing.encode() == plain_svg(drawing.encode())


def test_picture_beside_the_drawing_that_is_never_drawn_goes() -> None:
    """What was traced and is hidden, or filled a shape once, is no part of the drawing; what fills one still is."""
    hidden = '<g style="display: none"><image href="a.png"/></g>'
    unused = '<defs><pattern id="p"><image href="a.png"/></pattern></defs>'
    assert [] == refused(f"<svg {NS}>{hidden}{unused}{SHAPE}</svg>")
    assert (
        f'<svg {NS}><g style="display: none"/>{SHAPE}</svg>'
        == plain_svg(f"<svg {NS}>{hidden}{SHAPE}</svg>".encode()).decode()
    )
    for use in ('<rect fill="url(#p)"/>', "<rect style=\"fill:url( '#p')\"/>", "<style>a{fill:url(#p)}</style>"):
        assert ["SRC-086"] == refused(f"<svg {NS}>{unused}{use}</svg>")


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "windows-1252"])
def test_every_encoding_becomes_utf_8(encoding: str) -> None:
    """E-readers need not read others (EPUB 3.3, 3.9)."""
    data = f'<?xml version="1.0" encoding="{encoding}"?><svg {NS}><text>Fée</text></svg>'.encode(encoding)
    assert [] == refused(data)
    assert f"<svg {NS}><text>Fée</text></svg>" == plain_svg(data).decode()


def test_packed_drawing_is_unpacked() -> None:
    """SVGZ that is called SVG is taken; one that is broken, or grows out of measure, is told of."""
    packed = gzip.compress(PLAIN.encode())
    assert ([], PLAIN.encode()) == (refused(packed), plain_svg(packed))
    assert ["SRC-085"] == refused(packed[:12] + b"\xff" * 20)
    assert ["SRC-085"] == refused(gzip.compress(f"<svg {NS}>{' ' * 21 * 2**20}</svg>".encode()))


@pytest.mark.parametrize(
    ("drawn", "switch"),
    [
        ("<text>Left atrium</text>", f"{LAID.format('atrium')}<text>Left atrium</text>"),
        ("<image/>", f"{LAID.format('atrium')}<image/>"),
        ("<g/>", "<g/><text>This cannot be shown</text>"),
        ("<g/>", '<foreignObject requiredExtensions="urn:ai"><a xmlns="urn:ai"/></foreignObject><g/>'),
        ("<g/>", '<g requiredExtensions="urn:ai"/><g/>'),
        ('<g systemLanguage="nl"/><g/>', '<g systemLanguage="nl"/><g/>'),
    ],
)
def test_of_a_choice_that_is_left_which_is_drawn(drawn: str, switch: str) -> None:
    """A <switch> keeps the first child that every program draws, and no other; languages are its readers' to choose."""
    drawing = f"<svg {NS}><switch>{switch}</switch></svg>"
    assert [] == refused(drawing)
    assert f"<svg {NS}><switch>{drawn}</switch></svg>" == plain_svg(drawing.encode()).decode()


@pytest.mark.parametrize(
    "inner",
    [
        LAID.format("atrium"),
        f"<switch>{LAID.format('atrium')}</switch>",
        f"<switch>{LAID.format('atrium')}<text>Left at…</text></switch>",
    ],
)
def test_words_that_only_browsers_lay_out_are_refused(inner: str) -> None:
    """Where nothing else is drawn in their place, or other words, they would be lost in print; an empty one goes."""
    (found,) = svg_faults(f"<svg {NS}>{inner}</svg>".encode(), "cup.svg", Location(Path("cup.svg")))
    assert "“cup.svg” holds words that only a browser lays out (<foreignObject>)" == found.fact
    assert [] == refused(f"<svg {NS}><foreignObject> </foreignObject></svg>")


@pytest.mark.parametrize(
    "drawing",
    [
        f'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>{PLAIN}',
        f'<!DOCTYPE svg [<!ENTITY a SYSTEM "a.txt">]>{PLAIN}',
        f'<!DOCTYPE svg [<!ENTITY % a "b">]>{PLAIN}',
        f'<!DOCTYPE svg [<!ENTITY a "{"b" * 201}">]>{PLAIN}',
        f'<!DOCTYPE svg SYSTEM "svg.dtd"><svg {NS} fill="&red;"/>',
        f'<!DOCTYPE svg SYSTEM "svg.dtd"><svg {NS}><text>&eacute;</text></svg>',
        f'<?xml-stylesheet href="cup.css"?>{PLAIN}',
        f'<svg {NS}><a href="java\nscript:a()"/></svg>',
        f'<svg {NS}><image href="cup.png"/></svg>',
        f'<svg {NS}><image href="data:;base64,PHN2Zy8+"/></svg>',
        f"<svg {NS}><script/></svg>",
        f"<svg {NS}><style>@font-face{{src:url(#a),url(#b)}}</style></svg>",
        f'<svg {NS}><x:script xmlns:x="http://www.w3.org/1999/xhtml"/></svg>',
        f"<svg>{SHAPE}<g onclick='a()'/></svg>",
    ],
)
def test_what_fetches_or_runs_is_refused(drawing: str) -> None:
    """A name that stands for others or for a file, or that nothing explains, a sheet, a script, another file."""
    assert ["SRC-086"] == refused(drawing)


@pytest.mark.parametrize(
    ("fact", "address"),
    [
        ("is no whole PNG: it is broken, or was cut off", PNG[:60]),
        ("is neither PNG, JPEG nor GIF", b64encode(b"RIFF____WEBP").decode()),
        ("is neither PNG, JPEG nor GIF", "Here!"),
    ],
)
def test_broken_picture_in_a_drawing_is_told(fact: str, address: str) -> None:
    """It would be a hole in the drawing."""
    (found,) = svg_faults(HELD.format("png", address).encode(), "cup.svg", Location(Path("cup.svg")))
    assert ("SRC-085", f"a picture in “cup.svg” {fact}") == (found.code, found.fact)


def test_short_name_for_a_long_text_is_bounded() -> None:
    """What a drawing is as its names are read may not be larger than a file may be."""
    text = "&a;" * 110_000
    assert ["SRC-085"] == refused(f'<!DOCTYPE svg [<!ENTITY a "{"b" * 199}">]><svg {NS}><text>{text}</text></svg>')


@pytest.mark.parametrize("drawing", [f"<html><svg {NS}/></html>", f"<SVG {NS}/>", f'<!DOCTYPE a SYSTEM "b"><a {NS}/>'])
def test_what_is_no_drawing_is_told(drawing: str) -> None:
    """The root of an SVG is svg, in small letters."""
    assert ["SRC-085"] == refused(drawing)


def test_words_are_those_that_are_drawn() -> None:
    """What is in the place of words that a browser lays out is read, once."""
    switch = f"<switch>{LAID.format('atrium')}<text>Left atrium</text></switch>"
    assert ("Left atrium",) == svg_words(f"<svg {NS}>{switch}</svg>".encode())
