"""Small books of other makers, each with one thing that readers of books must know; and what is told of it."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from clearfold.proof.prove import prove
from tests.proof.copies import source

HEAD = "---\ntitle: Koorts\nlang: nl\n---\n"
TEXT = "Neem 1 tablet, niet meer."
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>{roots}</rootfiles>'
    "</container>"
)
ROOT = '<rootfile full-path="OPS/{name}" media-type="application/{kind}"/>'
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x:1</dc:identifier><dc:title>Koorts'
    "</dc:title><dc:language>nl</dc:language></metadata><manifest>"
    '<item id="a" href="a.xhtml" media-type="{media}"/>'
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}</manifest>'
    '<spine><itemref idref="a"/>{spine}</spine></package>'
)
PAGE = (
    '{start}<html xmlns="http://www.w3.org/1999/xhtml" lang="nl" xml:lang="nl"><head><title>Koorts</title>{head}'
    "</head><body>{body}</body></html>"
)
NAV = (
    '<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><h1>Inhoud</h1><ol><li><a href="a.xhtml">Koorts</a>'
    "</li></ol></nav>"
)
EPUB_2 = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'


MATH_OF = '<math xmlns="http://www.w3.org/1998/Math/MathML">'
SWITCH = (
    '<e:switch xmlns:e="http://www.idpf.org/2007/ops"><e:case required-namespace="http://www.w3.org/1998/Math/MathML">'
    f"{MATH_OF}{{}}</math></e:case><e:default>{{}}</e:default></e:switch>"
)
NOTED = '<a xmlns:e="http://www.idpf.org/2007/ops" e:type="noteref" id="r" href="z.xhtml#f">1</a>'
NOTES_ITEM = '<item id="z" href="z.xhtml" media-type="application/xhtml+xml"/>'
NOTES = (
    '<aside xmlns:e="http://www.idpf.org/2007/ops" e:type="footnote" id="f"><p>Slik niet meer. <a href="a.xhtml#r">↩'
    "</a></p></aside>"
)
SVG_OF = "<svg xmlns='http://www.w3.org/2000/svg'>"


def page(body: str = f"<h1>Koorts</h1><p>{TEXT}</p>", head: str = "", start: str = "") -> bytes:
    return PAGE.format(body=body, head=head, start=start).encode()


def book(
    document: bytes | None = None,
    *,
    media: str = "application/xhtml+xml",
    items: str = "",
    spine: str = "",
    roots: tuple[str, ...] = ("p.opf",),
    more: tuple[tuple[str, bytes], ...] = (),
) -> bytes:
    """Return a book of one document, with more items of its package and more files, in their order."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_STORED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        kinds = ("pdf" if name.endswith(".pdf") else "oebps-package+xml" for name in roots)
        named = (ROOT.format(name=name, kind=kind) for name, kind in zip(roots, kinds, strict=True))
        container = CONTAINER.format(roots="".join(named))
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("OPS/p.opf", PACKAGE.format(media=media, items=items, spine=spine))
        archive.writestr("OPS/nav.xhtml", page(NAV))
        for name, content in more:
            archive.writestr(name, content)
        archive.writestr("OPS/a.xhtml", document or page())
    return data.getvalue()


def told(data: bytes, text: str = TEXT) -> list[str]:
    """Return the codes of the errors that are told of a book."""
    report = prove(source(text + "\n", HEAD), data, "application/epub+zip", name="boek.epub")
    return [found.code for found in report.diagnostics if found.severity == "error"]


def heading(rest: str) -> str:
    return f"<h1>Koorts</h1>{rest}"


def styled(rules: str, body: str = f"<h1>Koorts</h1><p>{TEXT}</p>") -> bytes:
    return book(page(body, head=f"<style>{rules}</style>"))


PARTS = "<p><span>Neem 1 tablet,</span> <span>niet meer.</span></p>"
WORDS = {"TXT-006", "EPB-062", "TXT-005", "TXT-017"}  # hidden, moved, added, or not looked at


@pytest.mark.parametrize(
    ("rules", "body"),
    [
        ("p{display:block} @layer a{body p{display:none}}", ""),
        ("@layer b,a; @layer a{p{display:block}} @layer b{body p{display:none}}", ""),
        ("@layer a{@layer b{body p{display:none}} p{display:block}}", ""),
        ("p{display:block}", f'<p hidden="">{TEXT}</p>'),
        (":root{--d:block} p{display:var(--d, none)}", ""),
        (":root{--a:var(--b);--b:var(--a)} p{display:var(--a)}", ""),
        ("p{display:none} p{all:unset}", ""),
        ("body{color:#fff} p,h1{color:initial}", ""),
        ("body{visibility:hidden} *{visibility:initial}", ""),
        ("body{font-size:0} h1,p{font-size:1rem}", ""),
        ("@scope (.x){p{display:none}}", ""),
        ("@starting-style{p{opacity:0}}", ""),
        ('@namespace s "http://www.w3.org/2000/svg"; s|p{display:none}', ""),
        ("p{order:-1;grid-column:span 2}", ""),
        ("p{display:flex;flex-direction:row-reverse}", ""),
        ('body{display:grid;grid-template-areas:"a" "b"} h1{grid-area:a} p{grid-area:b}', ""),
        ("p{clip-path:inset(0);mask:none;filter:grayscale(1);content-visibility:auto}", ""),
        ("h1{margin:0}", f'<div bgcolor="black"><font color="white"><p>{TEXT}</p></font></div>'),
    ],
)
def test_style_that_changes_no_word_is_let_be(rules: str, body: str) -> None:
    """What loses in the cascade, holds nowhere, or moves nothing, is not told of the words."""
    data = styled(rules, heading(body or f"<p>{TEXT}</p>"))
    assert not WORDS & set(told(data))


@pytest.mark.parametrize(
    ("rules", "body", "code"),
    [
        ("@layer a,b; @layer b{p{display:none}} @layer a{body p{display:block}}", "", "TXT-006"),
        ("@layer a{p{display:none!important}} p{display:block!important}", "", "TXT-006"),
        (":root{--a:var(--b);--b:none} p{display:var(--a)}", "", "TXT-006"),
        (':root{--w:"Niet "} p::before{content:var(--w)}', "", "TXT-005"),
        ("body{color:#fff} p{color:inherit} h1{color:#000}", "", "TXT-006"),
        ("p{font:0/0 serif}", "", "TXT-006"),
        ("body{font-size:0} h1{font-size:1rem} p{font-size:1em}", "", "TXT-006"),
        ("p{block-size:0;overflow-y:clip}", "", "TXT-006"),
        ("p{position:absolute;inset-inline:-9999px auto}", "", "TXT-006"),
        (":is(p,:foo){display:none}", "", "TXT-006"),
        ("p:dir(ltr){display:none}", "", "TXT-006"),
        ('@namespace h "http://www.w3.org/1999/xhtml"; h|p{display:none}', "", "TXT-006"),
        ('body{display:grid;grid-template-areas:"b" "a"} h1{grid-area:a} p{grid-area:b}', "", "EPB-062"),
        ("p{display:flex;direction:rtl}", PARTS, "EPB-062"),
        (":root{--o:-1} body{display:flex} p{order:var(--o)}", "", "EPB-062"),
        ("span{position:relative;left:5em}", PARTS, "EPB-062"),
        ("", "<table><tfoot><tr><td>Neem 1</td></tr></tfoot><tbody><tr><td>pil</td></tr></tbody></table>", "EPB-062"),
        ("p{mask-image:linear-gradient(transparent,transparent)}", "", "TXT-017"),
        ("p{clip-path:polygon(0 0,0 0,0 0)}", "", "TXT-017"),
        ("p{filter:blur(2em)}", "", "TXT-017"),
        ("p{transform:scaleX(-1)}", "", "TXT-017"),
        ("p{color:color-mix(in srgb, white, white)}", "", "TXT-017"),
        ("@keyframes k{to{opacity:0}} p{animation:k 1s forwards}", "", "TXT-017"),
        ('li{list-style-type:"10 "}', f"<ul><li>{TEXT}</li></ul>", "TXT-017"),
        ("ol{counter-reset:list-item 9}", f"<ol><li>{TEXT}</li></ol>", "TXT-017"),
        ("", f'<p><font color="white">{TEXT}</font></p>', "TXT-006"),
        ("", f'<p inert="">{TEXT}</p>', "TXT-006"),
        ("", '<p>Neem <meter value="10">1</meter> tablet, niet meer.</p>', "TXT-002"),
        ("", f"<p>Neem {MATH_OF}<mphantom><mn>1</mn></mphantom></math> tablet, niet meer.</p>", "TXT-002"),
        ("", f'<p>Neem {MATH_OF[:-1]} alttext="10"><mn>1</mn></math> tablet, niet meer.</p>', "TXT-015"),
        ("", f"<p>{TEXT}</p>{SVG_OF}<symbol id='t'><text>Neem 10.</text></symbol><use href='#t'/></svg>", "TXT-005"),
        ("", f"<p>{TEXT}</p><map><area href='#x' alt='Neem 10.'/></map>", "ALT-003"),
    ],
)
def test_style_and_markup_that_change_words_are_told(rules: str, body: str, code: str) -> None:
    """What wins in the cascade and hides, adds or moves words is told; what it may do and nobody follows is said."""
    assert code in told(styled(rules, heading(body or f"<p>{TEXT}</p>")))


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><text y="9">Neem 1 tablet, niet meer.</text></svg>'
LOCK = (
    b'<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
    b'<e:EncryptedData><e:EncryptionMethod Algorithm="%s"/><e:CipherData><e:CipherReference URI="OPS/%s"/>'
    b"</e:CipherData></e:EncryptedData></encryption>"
)
MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">{}</math>'
AES, FONT = b"http://www.w3.org/2001/04/xmlenc#aes128-cbc", b"http://www.idpf.org/2008/embedding"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(book(), TEXT, id="plain"),
        pytest.param(
            book(page(heading("<p>Het caf&eacute;: 5&nbsp;mg &mdash; &frac12; pil.</p>"), start=EPUB_2)),
            "Het café: 5 mg — ½ pil.",
            id="named characters of EPUB 2",
        ),
        pytest.param(book(page(head="<style>[hidden]{display:none}</style>")), TEXT, id="a rule for what is hidden"),
        pytest.param(book(page(head="<style>p{display:none}p{display:block}</style>")), TEXT, id="a rule that loses"),
        pytest.param(
            book(
                page(head='<link rel="stylesheet" media="print" href="h.css"/>'),
                items='<item id="c" href="h.css" media-type="text/css"/>',
                more=(("OPS/h.css", b"p{display:none}"),),
            ),
            TEXT,
            id="a sheet for paper",
        ),
        pytest.param(book(media="text/x-oeb1-document"), TEXT, id="a type of old books"),
        pytest.param(
            book(items='<item id="m" href="https://example.org/a.mp3" media-type="audio/mpeg"/>'), TEXT, id="remote"
        ),
        pytest.param(
            book(items='<item id="m" href="http://[" media-type="audio/mpeg"/>'), TEXT, id="remote, and no address"
        ),
        pytest.param(
            book(
                page("<h1>Koorts</h1>"),
                items='<item id="s" href="s.svg" media-type="image/svg+xml"/>',
                spine='<itemref idref="s"/>',
                more=(("OPS/s.svg", SVG),),
            ),
            TEXT,
            id="a page that is a drawing",
        ),
        pytest.param(
            book(more=(("META-INF/encryption.xml", LOCK % (FONT, b"f.otf")),)), TEXT, id="a font that is obfuscated"
        ),
        pytest.param(
            book(
                page(head='<style>@import "h.css" print;</style>'),
                items='<item id="c" href="h.css" media-type="text/css"/>',
                more=(("OPS/h.css", b"p{display:none}"),),
            ),
            TEXT,
            id="an imported sheet for paper",
        ),
        pytest.param(
            book(page(heading(f"<p hidden=''>{TEXT}</p>"), head="<style>p[hidden]{display:block}</style>")),
            TEXT,
            id="hidden, and shown by style",
        ),
        pytest.param(
            book(
                page("<h1>Koorts</h1>"),
                spine='<itemref idref="b"/>',
                items='<item id="b" href="b.xyz" media-type="application/x-xyz" fallback="c"/>'
                '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>',
                more=(("OPS/b.xyz", b"xyz"), ("OPS/c.xhtml", page(f"<p>{TEXT}</p>"))),
            ),
            TEXT,
            id="a text that stands for a strange file",
        ),
        pytest.param(
            book(page(heading(f"<p>Neem {MATH.format('<mfrac><mn>1</mn><mn>2</mn></mfrac>')} pil.</p>"))),
            "Neem 1/2 pil.",
            id="a fraction",
        ),
        pytest.param(
            book(page(heading(f"<p><a href='https://example.org' aria-label='Lees: {TEXT}'>{TEXT}</a></p>"))),
            f"[{TEXT}](https://example.org)",
            id="a label around words",
        ),
        pytest.param(
            book(page(heading("<p>Bel <span role='text' aria-label='de huisarts'>HA</span>, niet 112.</p>"))),
            "Bel HA, niet 112.",
            id="a short word spoken in full",
        ),
        pytest.param(
            book(page(heading("<p>Neem &een; tablet, niet meer.</p>"), start='<!DOCTYPE html [<!ENTITY een "1">]>')),
            TEXT,
            id="a name that the document gives",
        ),
        pytest.param(
            book(
                page(heading("<p>薬を一錠。</p>"), start='<?xml version="1.0" encoding="Shift_JIS"?>')
                .decode()
                .encode("shift_jis")
            ),
            "薬を一錠。",
            id="an encoding of several bytes",
        ),
        pytest.param(
            book(page(heading(f"<p>Neem {MATH.format('<mfenced><mn>1</mn></mfenced>')} pil.</p>"))),
            "Neem (1) pil.",
            id="brackets of a formula",
        ),
        pytest.param(
            book(page(heading(f"<p>Neem {SWITCH.format('<mn>1</mn>', '1')} tablet, niet meer.</p>"))),
            TEXT,
            id="a choice of two that say the same",
        ),
        pytest.param(
            book(page(heading("<p>Bel <a href='tel:+3280012345'>0800 123 45</a>.</p>"))),
            "Bel 0800 123 45.",
            id="a number that a link calls",
        ),
        pytest.param(book(roots=("blad.pdf", "p.opf")), TEXT, id="a PDF beside the package"),
        pytest.param(
            book(page(heading(f"<p><span style='float:left'>N</span>{TEXT[1:]}</p>"))), TEXT, id="a letter that drops"
        ),
    ],
)
def test_a_right_book_is_proven(data: bytes, text: str) -> None:
    """What readers of books know how to read is read."""
    assert [] == told(data, text)


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        pytest.param(
            book(page(heading("<p>Neem 1&frac12; tablet, niet meer.</p>"), start=EPUB_2)), ["TXT-002"], id="½ added"
        ),
        pytest.param(
            book(more=(("OPS/A.xhtml", page(heading("<p>Neem 1 tablet, of meer.</p>"))),)), ["EPB-061"], id="two files"
        ),
        pytest.param(book(roots=("p.opf", "q.opf")), ["EPB-063"], id="two packages"),
        pytest.param(
            book(page(heading(f"<p>Neem {SWITCH.format('<mn>10</mn>', '1')} tablet, niet meer.</p>"))),
            ["TXT-017"],
            id="a choice of two that say something else",
        ),
        pytest.param(
            book(page(head='<link rel="stylesheet" href="http://["/>')), ["EPB-051"], id="a sheet at no address"
        ),
        pytest.param(
            book(page(heading(f"<audio src='x.mp3'><p>{TEXT}</p></audio>"))), ["TXT-006", "TXT-017"], id="fallback"
        ),
        pytest.param(book(page(heading(f"<dialog><p>{TEXT}</p></dialog>"))), ["TXT-006"], id="dialogue"),
        pytest.param(book(page(heading(f'<p style="opacity:0">{TEXT}</p>'))), ["TXT-006"], id="opacity"),
        pytest.param(book(page(head="<style>p{color:#fff;background:#fff}</style>")), ["TXT-006"], id="white on white"),
        pytest.param(
            book(page(head="<style>p::after{content:' Dan nog 10.'}</style>")), ["TXT-005"], id="words of the style"
        ),
        pytest.param(
            book(page(head="<style>body{display:flex;flex-direction:column-reverse}</style>")),
            ["EPB-062"],
            id="order of the style",
        ),
        pytest.param(
            book(page(heading("<svg xmlns='http://www.w3.org/2000/svg'><text>10</text></svg>" + f"<p>{TEXT}</p>"))),
            ["TXT-005"],
            id="words in a drawing",
        ),
        pytest.param(
            book(
                page(start='<?xml-stylesheet href="h.css" type="text/css"?>'),
                items='<item id="c" href="h.css" media-type="text/css"/>',
                more=(("OPS/h.css", b"p{display:none}"),),
            ),
            ["TXT-006"],
            id="a sheet named before the document",
        ),
        pytest.param(
            book(page(head='<link rel="stylesheet" href="h.css"/>'), more=(("OPS/h.css", b"p{display:none}"),)),
            ["TXT-006"],
            id="a sheet that the manifest does not list",
        ),
        pytest.param(
            book(
                page(head='<link rel="stylesheet" href="h.css"/>'),
                items='<item id="c" href="h.css" media-type="text/css"/>',
                more=(("OPS/h.css", "p{display:none}".encode("utf-16")),),
            ),
            ["TXT-006"],
            id="a sheet in UTF-16",
        ),
        pytest.param(book(page(head="<style>body { p {display:none} }</style>")), ["TXT-006"], id="a rule in a rule"),
        pytest.param(book(page(heading(f"<p popover=''>{TEXT}</p>"))), ["TXT-006"], id="a window that is shut"),
        pytest.param(book(page(heading("<p>Neem <del>1</del> tablet, niet meer.</p>"))), ["EPB-070"], id="deleted"),
        pytest.param(
            book(page(head="<style>p{text-decoration:underline line-through}</style>")), ["EPB-070"], id="struck out"
        ),
        pytest.param(
            book(page(heading(f'<p aria-label="{TEXT.replace("1", "10")}">{TEXT}</p>'))), ["TXT-015"], id="a label"
        ),
        pytest.param(
            book(page(head="<style>p::first-line{color:transparent}</style>")), ["TXT-006"], id="a line that is hidden"
        ),
        pytest.param(
            book(page(heading('<p>Neem <span style="float:right">1 </span>tablet, niet meer.</p>'))),
            ["EPB-062"],
            id="words that float away",
        ),
        pytest.param(
            book(page(heading('<p>Neem <bdo dir="rtl">1</bdo> tablet, niet meer.</p>'))), ["EPB-062"], id="turned round"
        ),
        pytest.param(
            book(
                page("<h1>Koorts</h1>"),
                items='<item id="s" href="s.svg" media-type="image/svg+xml"/>',
                spine='<itemref idref="s"/>',
                more=(("OPS/s.svg", SVG.replace(b"<text", b'<text visibility="hidden"')),),
            ),
            ["TXT-001"],
            id="a drawing that is not painted",
        ),
        *(
            pytest.param(
                book(
                    spine='<itemref idref="b"/>',
                    items=f'<item id="b" href="{name}" media-type="{media}"/>' if name else "",
                ),
                ["EPB-001", "TXT-017"] if name and ":" not in name else ["TXT-017"],
                id=f"the reading order has {media}",
            )
            for name, media in (
                ("b.pdf", "application/pdf"),
                ("b.jpg", "image/jpeg"),
                ("https://example.org/b.xhtml", "application/xhtml+xml"),
                ("", "nothing"),
            )
        ),
        *(
            pytest.param(book(page(heading(f"<p>{TEXT}</p>{shown}"))), ["TXT-017"], id=shown.split()[0][1:])
            for shown in (
                '<iframe src="b.xhtml"></iframe>',
                '<object data="b.swf"></object>',
                '<video src="b.mp4"></video>',
                '<p><input value="10"/></p>',
            )
        ),
        pytest.param(
            book(page(head="<style>p{counter-increment:a 10}p::before{content:counter(a)}</style>")),
            ["TXT-017"],
            id="numbers of the style",
        ),
        pytest.param(
            book(page(head='<style>@import url("h.css");</style>'), more=(("OPS/h.css", b"p{display:none}"),)),
            ["TXT-006"],
            id="a sheet that another one imports",
        ),
        pytest.param(
            book(page(head='<link rel="stylesheet" href="h.txt"/>'), more=(("OPS/h.txt", b"p{display:none}"),)),
            ["TXT-006"],
            id="a sheet of another name",
        ),
        pytest.param(
            book(
                page(head='<link rel="stylesheet" href="h.css"/>'),
                more=(("OPS/h.css", b"\x99{"), ("META-INF/encryption.xml", LOCK % (AES, b"h.css"))),
            ),
            ["TXT-017"],
            id="a sheet that is locked",
        ),
        pytest.param(
            book(
                page("<h1>Koorts</h1>"),
                spine='<itemref idref="b" linear="no"/>',
                items='<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>',
                more=(("OPS/b.xhtml", page(f"<p>{TEXT}</p>")),),
            ),
            ["TXT-017"],
            id="text beside the reading order",
        ),
        pytest.param(
            book(page(head='<meta http-equiv="refresh" content="0;url=b.xhtml"/>')), ["TXT-017"], id="leads elsewhere"
        ),
        pytest.param(
            book(b"\x00\x01", more=(("META-INF/encryption.xml", LOCK % (AES, b"a.xhtml")),)), ["TXT-090"], id="locked"
        ),
        pytest.param(book(page(heading("<p>&nobody;</p>"), start=EPUB_2)), ["TXT-090"], id="a character of no name"),
    ],
)
def test_a_book_that_says_something_else_is_told(data: bytes, codes: list[str]) -> None:
    """What a reader meets and the copy does not hold is told, by its own code alone."""
    assert codes == sorted(set(told(data)))


def test_readings_over_characters_are_not_compared_and_said_to_be_so() -> None:
    """A reading of characters is no word of the text, and nobody looked at it; one with figures is text."""
    ruby = "<p><ruby>薬<rp>(</rp><rt>くすり</rt><rp>)</rp></ruby>を一錠。</p>"
    assert ["TXT-017"] == told(book(page(heading(ruby))), "薬を一錠。")
    assert "TXT-017" not in (codes := told(book(page(heading(ruby.replace("くすり", "10錠")))), "薬を一錠。"))
    assert codes


@pytest.mark.parametrize(("back", "codes"), [("r", []), ("nowhere", ["EPB-005"])])
def test_notes_in_a_document_of_their_own_lead_back(back: str, codes: list[str]) -> None:
    """The place to which a note leads back may stand in another document."""
    notes = page(NOTES.replace("#r", f"#{back}"))
    data = book(
        page(heading(f"<p>{TEXT}{NOTED}</p>")),
        items=NOTES_ITEM,
        spine='<itemref idref="z"/>',
        more=(("OPS/z.xhtml", notes),),
    )
    assert codes == told(data, f"{TEXT}[^1]\n\n[^1]: Slik niet meer.")


def test_a_link_that_calls_another_number_than_its_words_is_told() -> None:
    """The copy has no link there, and the words are right: who follows it calls somebody else."""
    called = "<p>Bel <a href='tel:080012354'>0800 123 45</a>.</p>"
    assert ["TAG-006"] == told(book(page(heading(called))), "Bel 0800 123 45.")


def test_figures_that_are_raised_are_no_figures_of_a_number() -> None:
    """A ten whose zero is a power is told, in words and in formulas; a note's number beside one is not."""
    ten = "Neem 10 tabletten, niet meer."
    for number in (
        "1<sup>0</sup>",
        '1<span style="vertical-align:super">0</span>',
        MATH.format("<msup><mn>1</mn><mn>0</mn></msup>"),
    ):
        assert ["EPB-070"] == told(book(page(heading(f"<p>Neem {number} tabletten, niet meer.</p>"))), ten)
