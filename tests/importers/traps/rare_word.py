"""A Word file of marked traps that are met more seldom; each word must be in the copy or in the ledger."""

from collections.abc import Callable, Mapping

from tests.importers.office import PNG, docx, p, part, r
from tests.importers.traps.word import (
    DOT,
    TEXT,
    around,
    box,
    cell,
    field,
    number,
    picture,
    row,
    said,
    style,
    table,
    value,
)

STYLES = part(
    "w:styles",
    "".join(
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
        for key, kind, name, more in (
            ("Heading1", "paragraph", "heading 1", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
            ("ListNumber", "paragraph", "List Number", ""),
            ("Strong", "character", "Strong", "<w:rPr><w:b/></w:rPr>"),
            ("TOCHeading", "paragraph", "TOC Heading", '<w:basedOn w:val="Heading1"/>'),
            ("Figures", "paragraph", "table of figures", ""),
            ("Header", "paragraph", "header", ""),
            ("IntenseQuote", "paragraph", "Intense Quote", ""),
        )
    ),
)
NUMBERING = part(
    "w:numbering",
    "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>'
        for n, (kind, text) in enumerate(
            (("decimal", "%1."), ("none", "Note:"), ("decimal", "Chapter %1"), ("upperRoman", "%1."), ("ordinal", "%1"))
        )
    )
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(5))
    + '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>",
)


def bare(words: str) -> str:
    """Return a run whose white space nobody preserves."""
    return f"<w:r><w:t>{words}</w:t></w:r>"


def old(inside: str, shape: str = "shape", more: str = "") -> str:
    return f"<w:p><w:r><w:pict><v:{shape} {more}>{inside}</v:{shape}></w:pict></w:r></w:p>"


def boxed(inside: str) -> str:
    return f"<w:p>{box(inside, p('old'))}</w:p>"


def control(words: str, properties: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{r(words)}</w:sdtContent></w:sdt>"


AB = row(cell(p("A")), cell(p("B")))
TICKED = "<w14:checkbox><w14:checked w14:val='1'/></w14:checkbox>"
SHEET = '<v:shape alt="{}"><v:imagedata r:id="png"/></v:shape><o:OLEObject ProgID="Excel.Sheet"/>'
DOTTED, PHONE, SOFT = "\uf0b7", "\uf028", "\u00ad"
TRAPS: Mapping[str, Callable[[str], str]] = {
    "runs whose white space nobody preserves": lambda m: (
        f"<w:p>{bare('one ')}{picture(DOT, said('a dot'))}{bare(f' {m} ')}"
        f"{picture(DOT, said('two'))}{bare('end')}</w:p>"
    ),
    "picture between letters": lambda m: f"<w:p>{r(m)}{picture(DOT, said('a dot'))}{r('end')}</w:p>",
    "text within two controls": lambda m: (
        f"<w:p><w:sdt><w:sdtContent><w:sdt><w:sdtContent>{r(m)}</w:sdtContent></w:sdt></w:sdtContent></w:sdt></w:p>"
    ),
    "cell in a control": lambda m: table(
        AB,
        row(f"<w:sdt><w:sdtContent>{cell(p(m))}</w:sdtContent></w:sdt>", cell(p("c"))),
    ),
    "choices of a list": lambda m: (
        "<w:p>"
        + control("chosen", f'<w:dropDownList><w:listItem w:displayText="{m}" w:value="1"/></w:dropDownList>')
        + "</w:p>"
    ),
    "box that is ticked": lambda m: (
        f"<w:p>{control('☒', TICKED)}{r(f' {m}')}</w:p>"
    ),
    "box of an old form": lambda m: (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
        f'</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{r(m)}</w:p>'
    ),
    "tags around paragraphs": lambda m: f"<w:customXml><w:smartTag>{p(m)}</w:smartTag></w:customXml>",
    "tag within a tag": lambda m: around("smartTag", f"<w:smartTagPr/><w:smartTag>{r(m)}</w:smartTag>"),
    "from right to left": lambda m: around("bdo", r(m, "<w:rtl/>"), 'w:val="rtl"'),
    "direction of its own": lambda m: around("dir", r(f"שלום {m}", "<w:rtl/>"), 'w:val="rtl"'),
    "paragraphs whose end was struck": lambda m: (
        f"<w:p><w:pPr><w:rPr><w:del w:author='Ann'/></w:rPr></w:pPr>{r('one ')}</w:p>{p(m)}"
    ),
    "paragraph whose end was added": lambda m: (
        f"<w:p><w:pPr><w:rPr><w:ins w:author='Ann'/></w:rPr></w:pPr>{r(m)}</w:p>"
    ),
    "link that was struck": lambda m: around(
        "hyperlink", f"<w:del w:author='Ann'><w:r><w:delText>{m}</w:delText></w:r></w:del>", 'r:id="web"'
    ),
    "moved paragraphs": lambda m: (
        '<w:moveFromRangeStart w:id="1" w:name="m"/>'
        f"<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>{r(f'went {m}')}</w:moveFrom></w:p>"
        '<w:moveFromRangeEnd w:id="1"/><w:moveToRangeStart w:id="2" w:name="m"/>'
        f"<w:p><w:moveTo>{r(f'came {m}')}</w:moveTo></w:p><w:moveToRangeEnd w:id=\"2\"/>"
    ),
    "cell struck in tracking": lambda m: table(
        AB, row(cell(p("c")), cell(p(m), "<w:cellDel w:author='Ann'/>"))
    ),
    "text that is not shown on the web": lambda m: f"<w:p>{r(m, '<w:webHidden/>')}</w:p>",
    "white letters": lambda m: f"<w:p>{r('seen ')}{r(m, value('color', 'FFFFFF'))}</w:p>",
    "style that ends within a line": lambda m: (
        f"<w:p><w:pPr>{style('Heading1')}<w:rPr><w:specVanish/></w:rPr></w:pPr>{r(m)}</w:p>" + TEXT
    ),
    "frame with text": lambda m: p(m, '<w:framePr w:w="2000" w:hAnchor="page"/>') + TEXT,
    "bold by a style of words": lambda m: f"<w:p>{r('so ')}{r(m, value('rStyle', 'Strong'))}</w:p>",
    "numbers by a style's name": lambda m: p(m, style("ListNumber")) + p("two", style("ListNumber")),
    "list with words for numbers": lambda m: p(m, number(2)) + p("two", number(2)),
    "list in Roman figures": lambda m: p(m, number(4)) + p("two", number(4)),
    "list in ordinals": lambda m: p(m, number(5)) + p("two", number(5)),
    "list that begins again": lambda m: (
        p("one", number(1)) + p("two", number(1)) + TEXT + p(m, number(9)) + p("b", number(9))
    ),
    "list in a list of figures": lambda m: (
        p("one", number(1)) + p("a", number(1, 1)) + p(m, number(1, 1)) + p("two", number(1)) + p("b", number(1, 1))
    ),
    "heading that is counted": lambda m: p(m, style("Heading1")) + TEXT,
    "heading of the contents": lambda m: p(m, style("TOCHeading")),
    "contents of figures": lambda m: p(m, style("Figures")),
    "paragraph in the style of a head": lambda m: p(m, style("Header")),
    "strong quotation": lambda m: p(m, style("IntenseQuote")),
    "entry of an index": lambda m: f"<w:p>{r('word')}{field(f'XE &quot;{m}&quot;', '')}{r(' goes on')}</w:p>",
    "picture of a field": lambda m: (
        f"<w:p>{field('INCLUDEPICTURE &quot;x.png&quot;', '')}{picture(DOT, said(m))}</w:p>"
    ),
    "text of another file": lambda m: f"<w:p>{field('INCLUDETEXT &quot;x.docx&quot;', m)}</w:p>",
    "field in a link": lambda m: around("hyperlink", field("REF _Ref9", m), 'w:anchor="_gone"'),
    "number of a page in a sentence": lambda m: f"<w:p>{r('see page ')}{field('PAGEREF _x', '7')}{r(f' {m}')}</w:p>",
    "field without an end": lambda m: (
        f'<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>{r(m)}</w:p>'
    ),
    "note in a table": lambda m: table(
        AB,
        row(cell(f'<w:p>{r("b")}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>'), cell(p("c"))),
    ) + f"<!--{m}-->",
    "note in a heading": lambda m: (
        f'<w:p><w:pPr>{style("Heading1")}</w:pPr>{r("Head")}<w:r><w:footnoteReference w:id="8"/></w:r></w:p>'
        f"{TEXT}<!--{m}-->"
    ),
    "note with a table": lambda m: f'<w:p>{r("noted")}<w:r><w:endnoteReference w:id="7"/></w:r></w:p><!--{m}-->',
    "text box in a head": lambda m: f"<!--{m}-->",
    "watermark": lambda m: f"<!--{m}-->",
    "foot of the first page": lambda m: f"<!--{m}-->",
    "text box in a text box": lambda m: boxed(f"<w:p>{r('in')}{box(p(m), p(m))}</w:p>"),
    "table in a text box": lambda m: boxed(table(AB, row(cell(p(m)), cell(p("c"))))),
    "choice that nobody knows": lambda m: (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='future'><w:t>new</w:t></mc:Choice><mc:Fallback>"
        f"<w:t>{m}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
    "choice of paragraphs": lambda m: (
        f"<mc:AlternateContent><mc:Choice Requires='future'>{p('never')}</mc:Choice><mc:Fallback>{p(m)}</mc:Fallback>"
        "</mc:AlternateContent>"
    ),
    "picture of old programs": lambda m: old("<v:imagedata r:id='png'/>", more=f"alt='{m}'"),
    "picture with a title of old programs": lambda m: old("<v:imagedata r:id='png'/>", more=f"title='{m}'"),
    "words of an old shape": lambda m: (
        old(f"<v:textbox><w:txbxContent>{p(m)}</w:txbxContent></v:textbox>", "roundrect")
    ),
    "rule across the page": lambda m: old("", "rect", "o:hr='t'") + p(m),
    "object with a picture": lambda m: (
        f'<w:p>{r("x")}<w:object>{SHEET.format(m)}'
        "</w:object></w:p>"
    ),
    "object in a run": lambda m: (
        f'<w:p><w:r><w:object>{SHEET.format(m)}'
        "</w:object></w:r></w:p>"
    ),
    "description of a table": lambda m: table(
        AB, row(cell(p("c")), cell(p("d"))),
        properties=f'<w:tblDescription w:val="{m}"/>',
    ),
    "name of a table": lambda m: table(
        AB, row(cell(p("c")), cell(p("d"))), properties=f'<w:tblCaption w:val="{m}"/>'
    ),
    "cells merged as in old files": lambda m: table(
        row(cell(p(m), '<w:hMerge w:val="restart"/>'), cell("<w:p/>", "<w:hMerge/>")), row(cell(p("a")), cell(p("b")))
    ),
    "row that begins later": lambda m: table(
        AB, row(cell(p(m)), properties='<w:gridBefore w:val="1"/>')
    ),
    "heading in a table": lambda m: table(
        AB, row(cell(p(m, style("Heading1"))), cell(TEXT))
    ),
    "three tables in each other": lambda m: table(
        AB,
        row(cell(table(row(cell(table(row(cell(p(m)), cell(p("x"))), AB)), cell(p("w"))), AB)), cell(p("c"))),
    ),
    "equations in a row": lambda m: (
        "<w:p><m:oMathPara><m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup>"
        f"</m:sSup><m:r><m:t>=</m:t></m:r><m:rad><m:deg/><m:e><m:r><m:t>{m}</m:t></m:r></m:e></m:rad></m:oMath>"
        "</m:oMathPara></w:p>"
    ),
    "letters above in a word": lambda m: (
        f"<w:p>{r('the ')}<w:r><w:ruby><w:rt>{r(m)}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r></w:p>"
    ),
    "large first letter beside the text": lambda m: (
        f"<w:p><w:pPr><w:framePr w:dropCap='margin' w:lines='3'/></w:pPr>{r(m[:2])}</w:p>" + p(f"{m[2:]} goes on")
    ),
    "large first letter before a heading": lambda m: (
        f"<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>{r('Q')}</w:p><w:p/>{p(m)}"
    ),
    "lines that are counted": lambda m: (
        f'<w:p><w:pPr><w:sectPr><w:lnNumType w:countBy="5"/></w:sectPr></w:pPr>{r(m)}</w:p>'
    ),
    "columns of a section": lambda m: (
        f'{p("left")}<w:p><w:r><w:br w:type="column"/></w:r>{r(m)}</w:p>'
        '<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>'
    ),
    "signs of a font by its style": lambda m: (
        f"<w:p>{r(m)}{r(DOTTED, value('rFonts', 'Symbol', 'hAnsi'))}{r(' x')}</w:p>"
    ),
    "signs of Wingdings": lambda m: f"<w:p>{r(PHONE, value('rFonts', 'Wingdings', 'ascii'))}{r(f' {m}')}</w:p>",
    "soft hyphens in two runs": lambda m: f"<w:p>{r(m[:3] + SOFT)}{r(m[3:])}</w:p>",
    "sign above the plane": lambda m: p(f"😀 {m} 𝒳"),
    "range that may be edited": lambda m: (
        f'<w:p><w:permStart w:id="1"/><w:proofErr w:type="spellStart"/>{r(m)}<w:permEnd w:id="1"/></w:p>'
    ),
    "another document": lambda m: f'<w:p>{r(m)}<w:subDoc r:id="web"/></w:p>',
    "tab at the right edge": lambda m: f'<w:p>{r("left")}<w:r><w:ptab w:alignment="right"/></w:r>{r(m)}</w:p>',
    "raised by points": lambda m: f"<w:p>{r('10')}{r(m, value('position', '6'))}</w:p>",
    "small capitals": lambda m: f"<w:p>{r(m, '<w:smallCaps/>')}</w:p>",
    "group of pictures": lambda m: (
        '<w:p><w:r><w:drawing><wp:anchor><wp:docPr id="3" name="g"/><a:graphic><a:graphicData>'
        + "".join(
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="a" descr="{words}"/></pic:nvPicPr><pic:blipFill>'
            '<a:blip r:embed="png"/></pic:blipFill></pic:pic>' for words in ("first", m)
        )
        + "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    ),
    "comment on several paragraphs": lambda m: (
        f'<w:commentRangeStart w:id="7"/>{p("one")}{p("two")}<w:p><w:r><w:t>x</w:t></w:r><w:commentRangeEnd w:id="7"/>'
        f'<w:r><w:commentReference w:id="7"/></w:r></w:p><!--{m}-->'
    ),
    "comment on nothing": lambda m: f"<!--{m}-->",
    "citation in a control": lambda m: f"<w:p>{control(f'({m}, 2019)', '<w:citation/>')}</w:p>",
}  # fmt: skip


def mark(number: int) -> str:
    """Return the word of a trap."""
    return f"Rare{number:03}x"


def rare_word_traps(only: str = "") -> bytes:
    """Return the Word file."""
    marks = {name: mark(number) for number, name in enumerate(TRAPS)}
    body = "".join(make(marks[name]) + TEXT for name, make in TRAPS.items() if only in ("", name))
    rows = AB + row(cell(p(marks["note with a table"])), cell(p("c")))
    notes = {"7": "note in a table", "8": "note in a heading"}
    return docx(
        f"{body}<w:sectPr/>",
        {
            "styles.xml": STYLES,
            "numbering.xml": NUMBERING,
            "comments.xml": part(
                "w:comments",
                f'<w:comment w:id="7">{p(marks["comment on several paragraphs"])}</w:comment>'
                f'<w:comment w:id="8">{p(marks["comment on nothing"])}</w:comment>',
            ),
            "footnotes.xml": part(
                "w:footnotes",
                "".join(f'<w:footnote w:id="{key}">{p(marks[name])}</w:footnote>' for key, name in notes.items()),
            ),
            "endnotes.xml": part("w:endnotes", f'<w:endnote w:id="7">{p("see")}{table(rows)}<w:p/></w:endnote>'),
            "header1.xml": part("w:hdr", f"<w:p>{box(p(marks['text box in a head']), p('old'))}</w:p>"),
            "header2.xml": part("w:hdr", old(f"<v:textpath string='{marks['watermark']}'/>")),
            "footer2.xml": part("w:ftr", table(row(cell(p(marks["foot of the first page"]))))),
            "media/dot.png": PNG,
        },
        {"png": ("image", "media/dot.png"), "web": ("hyperlink", "https://example.org/")},
    )
