"""A published drawing is held against the copy's by what both draw: nothing may be lost, changed or added."""

import gzip
from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from clearfold.proof.expect.plain_drawings import draws_the_same
from clearfold.proof.readers.picture_data import beside

NS = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
ROOM = '<g transform="scale(2)"><path d="M0 0h4" fill="red"/><text>left <tspan>atrium</tspan></text></g>'
PLAIN = f"<svg {NS}>{ROOM}</svg>"
WEB = '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">left</p></foreignObject>'
OURS = (
    f'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.0//EN" "svg10.dtd" [<!ENTITY i "urn:i">]>'
    f'<!-- drawn by An --><svg {NS} xmlns:i="&i;" i:file="/home/an/heart.svg" xml:base="/home/an">'
    f"<metadata><i:by>An</i:by></metadata><i:view/><foreignObject/>{ROOM}<?i?></svg>"
)


@pytest.mark.parametrize(
    ("ours", "published"),
    [
        (OURS, PLAIN),
        (f"<svg>{ROOM}</svg>", PLAIN),
        (
            f"<svg {NS}><style>@font-face {{src: url(#f)}}a{{}}</style></svg>",
            f"<svg {NS}><style>a{{}}</style></svg>",
        ),
        (f"<svg {NS}><style>@font-face {{src: local(A)}}</style></svg>",) * 2,
        (f"<svg {NS} content='&lt;mxfile/&gt;'>{ROOM}</svg>", PLAIN),
        (PLAIN.replace("<text>", "<text><x:a xmlns:x='urn:x'>no</x:a>"), PLAIN),
        (f"<svg {NS}><switch>{WEB}<g/><a/></switch></svg>", f"<svg {NS}><switch><g/></switch></svg>"),
        (f"<svg {NS}><switch>{WEB}<g systemLanguage='nl'/></switch></svg>",) * 2,
        (f"<svg {NS}><a href='a.html'>{ROOM}</a></svg>", f"<svg {NS}><a>{ROOM}</a></svg>"),
        (f"<svg {NS}><a href='https://a.org'>{ROOM}</a></svg>",) * 2,
        (
            f'<svg {NS} {XLINK}><image xlink:href="data:;base64, /9j/4AAQ"/></svg>',
            f'<svg {NS} {XLINK}><image xlink:href="data:image/jpeg;base64,/9j/4AAQ"/></svg>',
        ),
        (f"<svg {NS}><defs><image href='a.png'/></defs>{ROOM}</svg>", f"<svg {NS}><defs/>{ROOM}</svg>"),
        (f"<svg {NS} id='Layer 1'><g id='é-1'/></svg>", f"<svg {NS}><g id='é-1'/></svg>"),
        (f"<svg {NS} id=''><g id='1'/><use href='#1'/></svg>", f"<svg {NS}><g id='1'/><use href='#1'/></svg>"),
        (f"<svg {NS}><image href='a.png' style='display: none'/>{ROOM}</svg>", PLAIN),
    ],
)
def test_what_draws_the_same(ours: str, published: str) -> None:
    """What a program wrote for itself may be gone, in any encoding, packed or not."""
    assert draws_the_same(ours.encode(), published.encode())
    assert draws_the_same(gzip.compress(ours.encode()), published.encode())
    if not ours.startswith("<?"):
        assert draws_the_same(f'<?xml version="1.0" encoding="utf-16"?>{ours}'.encode("utf-16"), published.encode())


@pytest.mark.parametrize(
    ("once", "now"),
    [
        ("scale(2)", "scale(3)"),
        ("red", "blue"),
        ('<path d="M0 0h4" fill="red"/>', ""),
        ("atrium", "ventricle"),
        ("left ", "left"),
        ("<g ", '<path d="M0 0h9v9"/><g '),
        ("<path ", '<path opacity="0" '),
        ("<path ", '<circle r="1" '),
        ("<svg ", '<svg onload="a()" '),
        ("<svg ", '<svg content="a" '),
        ("<g ", "<script>a()</script><g "),
        ("<g ", '<script xmlns="http://www.w3.org/1999/xhtml">a()</script><g '),
        ("<g ", "<metadata>An</metadata><g "),
        ("<g ", "<!-- An --><g "),
        ("<g ", "<?i An?><g "),
        ("</svg>", "</svg>\n"),
        ("<svg ", '<svg xmlns:i="urn:i" i:file="a.svg" '),
        ("<g ", '<image href="a.png"/><g '),
        ("</svg>", ""),
    ],
)
def test_what_draws_something_else(once: str, now: str) -> None:
    """A shape, a word, a colour, a place that is another, one that is gone, and whatever is added."""
    assert draws_the_same(OURS.encode(), PLAIN.encode())
    assert not draws_the_same(OURS.encode(), PLAIN.replace(once, now, 1).encode())


@pytest.mark.parametrize(
    "use",
    ["<path fill='url(#p)'/>", "<style>path{fill:url(#p)}</style>", "<pattern id='q' href='#p'/><use href='#q'/>"],
)
def test_picture_that_is_drawn_is_missed(use: str) -> None:
    """One that something drawn names may not be gone, whatever keeps it."""
    kept = "<defs><pattern id='p'>{}</pattern></defs>"
    ours, published = (f"<svg {NS}>{kept.format(inner)}{use}</svg>" for inner in ("<image href='a.png'/>", ""))
    assert not draws_the_same(ours.encode(), published.encode())


def held(kind: str, picture: Image.Image, lines: str = "", **said: object) -> bytes:
    """Return a drawing with a picture in it."""
    out = BytesIO()
    picture.save(out, kind, **said)
    coded = b64encode(out.getvalue()).decode()
    return f'<svg {NS}><image href="data:image/{kind};base64,{coded[:40]}{lines}{coded[40:]}"/></svg>'.encode()


def test_pictures_in_drawings_are_told_by_their_dots() -> None:
    """A comment may be gone, and lines of the code joined; a picture of other dots, or of another kind, is another."""
    dots = Image.linear_gradient("L").resize((8, 8))
    ours = held("jpeg", dots, "\n", comment=b"An")
    assert draws_the_same(ours, held("jpeg", dots))
    assert [("a comment",), ()] == [beside(ours), beside(held("jpeg", dots))]
    for other in (held("png", dots), held("jpeg", dots.rotate(180)), held("jpeg", dots)[:-30] + b'"/></svg>'):
        assert not draws_the_same(ours, other)


def test_picture_that_is_shown_turned_keeps_what_says_so() -> None:
    """A note of how the camera was held is needed to draw it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = held("jpeg", Image.new("L", (8, 4)), exif=exif)
    assert () == beside(turned)
    assert not draws_the_same(turned, held("jpeg", Image.new("L", (8, 4))))


def test_broken_drawings_draw_nothing() -> None:
    """What is no SVG, or packed and broken, is like nothing."""
    for ours in (b"<svg", b"<html/>", b"\x1f\x8b\x08", gzip.compress(OURS.encode())[:-9]):
        assert not draws_the_same(ours, PLAIN.encode())


@pytest.mark.parametrize(
    ("found", "drawing"),
    [
        ((), PLAIN),
        ((), f'<svg {NS} {XLINK} xml:space="preserve"><a xlink:href="#a"/></svg>'),
        (("notes of a program",), OURS),
        (("notes of a program",), f"<svg {NS}><metadata/></svg>"),
        (("notes of a program",), f'<svg {NS} xmlns:i="urn:i" i:file="a"/>'),
        (("notes of a program",), f'<svg {NS} content="&lt;mxfile/&gt;"/>'),
        (("notes of a program",), f'<svg {NS}><view xmlns="urn:i"/></svg>'),
        ((), "<svg"),
    ],
)
def test_what_is_beside_a_drawing(found: tuple[str, ...], drawing: str) -> None:
    """Metadata, and whatever is no SVG, says more than the drawing (CON-023)."""
    assert found == beside(drawing.encode())
