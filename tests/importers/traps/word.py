"""A Word file of many marked traps: each holds a word of its own, which must be in the copy or in the ledger."""

from collections.abc import Callable, Mapping

from tests.importers.office import PNG, docx, p, part, r

STYLES = part(
    "w:styles",
    "".join(
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
        for key, kind, name, more in (
            ("Kop1", "paragraph", "heading 1", ""),
            ("Kop3", "paragraph", "Kop 3", ""),
            ("Eigen", "paragraph", "Eigen kop", '<w:basedOn w:val="Kop1"/>'),
            ("Niveau", "paragraph", "Niveau", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
            ("Titel", "paragraph", "Title", ""),
            ("Ondertitel", "paragraph", "Subtitle", ""),
            ("Bijschrift", "paragraph", "caption", ""),
            ("Citaat", "paragraph", "Quote", ""),
            ("Inhopg1", "paragraph", "toc 1", ""),
            ("Lijst", "paragraph", "List Paragraph", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
            ("Punten", "paragraph", "List Bullet 2", ""),
            ("Verder", "paragraph", "List Continue", ""),
            ("Weg", "character", "Weg", "<w:rPr><w:vanish/></w:rPr>"),
            ("Rooster", "table", "Rooster", '<w:tblStylePr w:type="firstRow"/><w:tblStylePr w:type="firstCol"/>'),
        )
    ),
)
NUMBERING = part(
    "w:numbering",
    "".join(
        f'<w:abstractNum w:abstractNumId="{n}">'
        + "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%1."/></w:lvl>'
            for at in (0, 1)
        )
        + "</w:abstractNum>"
        for n, kind in enumerate(("bullet", "decimal", "lowerLetter"))
    )
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3)),
)


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def value(name: str, of: str, attribute: str = "val") -> str:
    return f'<w:{name} w:{attribute}="{of}"/>'


def said(words: str, attribute: str = "descr") -> str:
    return f'{attribute}="{words}"'


def number(which: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr>'


def around(name: str, inside: str, attributes: str = "") -> str:
    return f"<w:p><w:{name} {attributes}>{inside}</w:{name}></w:p>"


def field(words: str, shown: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    instruction = f'<w:r><w:instrText xml:space="preserve"> {words} </w:instrText></w:r>'
    return mark("begin") + instruction + mark("separate") + r(shown) + mark("end")


def picture(link: str, about: str, more: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" {about}>{more}</wp:docPr><a:graphic><a:graphicData>'
        f"<pic:pic><pic:blipFill><a:blip {link}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


def box(inside: str, again: str) -> str:
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
        f"{inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"<w:txbxContent>{again}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


DOT, OLD, LINKED, ALPHA = 'r:embed="png"', 'r:embed="emf"', 'r:link="out"', "\uf061"
TEXT = p("This is what the leaflet says to you about the illness and its treatment, and it is not short.")
SHEET = style("Rooster").replace("pStyle", "tblStyle")
HYPERLINK = 'HYPERLINK "https://example.org/{}"'
BEGIN, END = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

TRAPS: Mapping[str, Callable[[str], str]] = {
    "title": lambda m: p(f"The leaflet {m}", style("Titel")),
    "subtitle": lambda m: p(m, style("Ondertitel")),
    "heading by a localised id": lambda m: p(f"Kop {m}", style("Kop1")) + TEXT,
    "heading by a localised name": lambda m: p(m, style("Kop3")) + TEXT,
    "heading through another style": lambda m: p(m, style("Eigen")) + TEXT,
    "heading by its outline": lambda m: p(m, '<w:outlineLvl w:val="1"/>') + TEXT,
    "heading by a style's outline": lambda m: p(m, style("Niveau")) + TEXT,
    "heading that is only bold": lambda m: f"<w:p>{r(m, '<w:b/>')}</w:p>" + TEXT,
    "heading in runs": lambda m: f"<w:p><w:pPr>{style('Kop1')}</w:pPr>{r('Not ')}{r(m, '<w:b/>')}{r(' one')}</w:p>",
    "paragraph": p,
    "word in two runs": lambda m: f"<w:p>{r(m[:3])}{r(m[3:])}</w:p>",
    "bold within a word": lambda m: f"<w:p>{r(m[:3], '<w:b/>')}{r(m[3:])}</w:p>",
    "italics": lambda m: f"<w:p>{r(m, '<w:i/>')}</w:p>",
    "raised": lambda m: f"<w:p>{r('10')}{r(m, value('vertAlign', 'superscript'))}</w:p>",
    "capitals": lambda m: f"<w:p>{r(m, '<w:caps/>')}</w:p>",
    "line end": lambda m: f"<w:p>{r('One')}<w:r><w:br/></w:r>{r(m)}</w:p>",
    "tab": lambda m: f"<w:p>{r('One')}<w:r><w:tab/></w:r>{r(m)}</w:p>",
    "no-break hyphen": lambda m: f"<w:p>{r('T')}<w:r><w:noBreakHyphen/></w:r>{r(m)}</w:p>",
    "soft hyphen": lambda m: f"<w:p>{r(m)}<w:r><w:softHyphen/></w:r>{r('end')}</w:p>",
    "soft hyphen as a letter": lambda m: p(f"so\u00adft {m}"),
    "bullet": lambda m: p(m, number(1)) + p("two", number(1)),
    "inner bullet": lambda m: p("one", number(1)) + p(m, number(1, 1)) + p("three", number(1)),
    "numbered": lambda m: p(m, number(2)) + p("two", number(2)),
    "counted by letters": lambda m: p(m, number(3)) + p("two", number(3)),
    "bullet through a style": lambda m: p(m, style("Lijst")),
    "bullet by a style's name": lambda m: p(m, style("Punten")),
    "what hangs on an item": lambda m: p("one", number(1)) + p(m, style("Verder")) + p("two", number(1)),
    "typed bullets": lambda m: p(f"• {m}") + p("• two"),
    "typed hyphens": lambda m: p("text") + p(f"- {m}") + p("- two"),
    "typed numbers": lambda m: p("text") + p(f"1. {m}") + p("2. two"),
    "lone number": lambda m: p(f"1. {m} 2024"),
    "quotation": lambda m: p(m, style("Citaat")),
    "table with head rows": lambda m: table(
        row(cell(p("A")), cell(p("B")), properties="<w:tblHeader/>"), row(cell(p(m)), cell(p("c")))
    ),
    "table whose look says its head": lambda m: table(
        row(cell(p("A")), cell(p("B"))), row(cell(p("d")), cell(p(m))), properties=SHEET + '<w:tblLook w:val="04A0"/>'
    ),
    "table with a bold row": lambda m: table(
        row(cell(f"<w:p>{r('A', '<w:b/>')}</w:p>"), cell(f"<w:p>{r('B', '<w:b/>')}</w:p>")),
        row(cell(p(m)), cell(p("c"))),
    ),
    "table without a head": lambda m: table(row(cell(p(m)), cell(p("b"))), row(cell(p("c")), cell(p("d")))),
    "cells merged sideways": lambda m: table(
        row(cell(p(m), '<w:gridSpan w:val="2"/>')), row(cell(p("a")), cell(p("b")))
    ),
    "cells merged downwards": lambda m: table(
        row(cell(p("A")), cell(p("B"))),
        row(cell(p(m), '<w:vMerge w:val="restart"/>'), cell(p("b"))),
        row(cell("<w:p/>", "<w:vMerge/>"), cell(p("c"))),
    ),
    "table within a table": lambda m: table(
        row(cell(p("A")), cell(p("B"))),
        row(cell(table(row(cell(p(m)), cell(p("x"))), row(cell(p("y")), cell(p("z")))) + "<w:p/>"), cell(p("c"))),
    ),
    "table of one cell": lambda m: table(row(cell(p(m)))),
    "empty cell": lambda m: table(row(cell(p("A")), cell(p("B"))), row(cell("<w:p/>"), cell(p(m)))),
    "list in a cell": lambda m: table(
        row(cell(p("A")), cell(p("B"))), row(cell(p(m, number(1)) + p("two", number(1))), cell(p("c")))
    ),
    "bar in a cell": lambda m: table(row(cell(p("A")), cell(p("B"))), row(cell(p(f"{m} a|b")), cell(p("c")))),
    "row in a content control": lambda m: table(
        row(cell(p("A")), cell(p("B"))), f"<w:sdt><w:sdtContent>{row(cell(p(m)), cell(p('c')))}</w:sdtContent></w:sdt>"
    ),
    "caption of a table": lambda m: p(m, style("Bijschrift")) + table(
        row(cell(p("A")), cell(p("B"))), row(cell(p("c")), cell(p("d")))
    ),
    "caption below a table": lambda m: table(
        row(cell(p("A")), cell(p("B"))), row(cell(p("c")), cell(p("d")))
    ) + p(m, style("Bijschrift")) + TEXT,
    "text box": lambda m: f"<w:p>{r('before')}{box(p(m), p(m))}{r(' after')}</w:p>",
    "old text box": lambda m: (
        f"<w:p>{r('text')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(m)}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r></w:p>"
    ),
    "choice of text": lambda m: (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='w14'><w:t>{m}</w:t></mc:Choice><mc:Fallback>"
        "<w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
    "field": lambda m: f"<w:p>{field('DOCPROPERTY x', m)}</w:p>",
    "simple field": lambda m: around("fldSimple", r(m), 'w:instr=" AUTHOR "'),
    "field within a field": lambda m: (
        f'<w:p>{BEGIN}<w:r><w:instrText> IF {field("MERGEFIELD a", "never")}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(m)}{END}</w:p>'
    ),
    "link of a field": lambda m: f"<w:p>{field(HYPERLINK.format(m), f'to {m}')}</w:p>",
    "link": lambda m: around("hyperlink", r(m), 'r:id="web"'),
    "inner link": lambda m: (
        f'<w:p><w:pPr>{style("Kop1")}</w:pPr><w:bookmarkStart w:id="1" w:name="_Ref1"/>{r("Target")}</w:p>'
        + around("hyperlink", r(m), 'w:anchor="_Ref1"')
    ),
    "link to nowhere": lambda m: around("hyperlink", r(m), 'w:anchor="_gone"'),
    "link to a file": lambda m: around("hyperlink", r(m), 'r:id="file"'),
    "page number": lambda m: f"<w:p>{r('page ')}{field('PAGE', m)}</w:p>",
    "contents of a field": lambda m: (
        f'<w:p>{BEGIN}<w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{r('One 1')}</w:p><w:p>{r(m)}{END}</w:p>"
    ),
    "contents by a style": lambda m: p(m, style("Inhopg1")),
    "contents in a control": lambda m: (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p(m)}</w:sdtContent></w:sdt>"
    ),
    "content control": lambda m: f"<w:sdt><w:sdtContent>{p(m)}</w:sdtContent></w:sdt>",
    "control within a line": lambda m: around("sdt", f"<w:sdtContent>{r(m)}</w:sdtContent>"),
    "control that waits": lambda m: around(
        "sdt", f"<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r(m)}</w:sdtContent>"
    ),
    "added": lambda m: around("ins", r(m), 'w:author="Ann"'),
    "struck in tracking": lambda m: around("del", f"<w:r><w:delText>{m}</w:delText></w:r>", 'w:author="Ann"'),
    "moved from": lambda m: around("moveFrom", r(m)),
    "moved to": lambda m: around("moveTo", r(m)),
    "struck": lambda m: f"<w:p>{r('not ')}{r(m, '<w:strike/>')}</w:p>",
    "hidden": lambda m: f"<w:p>{r('seen ')}{r(m, '<w:vanish/>')}</w:p>",
    "hidden by a style": lambda m: f"<w:p>{r(m, value('rStyle', 'Weg'))}</w:p>",
    "not hidden after all": lambda m: f"<w:p>{r(m, value('rStyle', 'Weg') + value('vanish', '0'))}</w:p>",
    "comment": lambda m: f'<w:p>{r("noted")}<w:r><w:commentReference w:id="7"/></w:r></w:p><!--{m}-->',
    "footnote": lambda m: f'<w:p>{r("noted")}<w:r><w:footnoteReference w:id="7"/></w:r>{r(".")}</w:p><!--{m}-->',
    "endnote": lambda m: f'<w:p>{r("noted")}<w:r><w:endnoteReference w:id="7"/></w:r>{r(".")}</w:p><!--{m}-->',
    "note without a reference": lambda m: f"<!--{m}-->",
    "head": lambda m: f"<!--{m}-->",
    "foot": lambda m: f"<!--{m}-->",
    "symbol": lambda m: f'<w:p>{r(m)}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>',
    "symbol as a letter": lambda m: f"<w:p>{r(m)}{r(ALPHA, value('rFonts', 'Symbol', 'ascii'))}</w:p>",
    "letters in a font of signs": lambda m: f"<w:p>{r(m)}{r(' a', value('rFonts', 'Symbol', 'ascii'))}</w:p>",
    "symbol that nobody knows": lambda m: f'<w:p>{r(m)}<w:r><w:sym w:font="Odd" w:char="F0E7"/></w:r></w:p>',
    "private sign": lambda m: p(f"{m} \ue123"),
    "formula": lambda m: (
        f"<w:p>{r('so ')}<m:oMath><m:f><m:num><m:r><m:t>{m}</m:t></m:r></m:num><m:den><m:r><m:t>a+b</m:t></m:r></m:den>"
        "</m:f></m:oMath></w:p>"
    ),
    "formula of its own": lambda m: f"<m:oMathPara><m:oMath><m:r><m:t>{m}</m:t></m:r></m:oMath></m:oMathPara>",
    "picture": lambda m: f"<w:p>{picture(DOT, said(f'shows {m}'))}</w:p>",
    "picture in a line": lambda m: f"<w:p>{r('see ')}{picture(DOT, said('a dot'))}{r(m)}</w:p>",
    "picture with a title": lambda m: f"<w:p>{picture(DOT, said(m, 'title'))}</w:p>",
    "picture without words": lambda m: f"<w:p>{r(m)}</w:p><w:p>{picture(DOT, '')}</w:p>",
    "picture with a caption": lambda m: (
        f"<w:p>{picture(DOT, said('dot'))}</w:p>{p(m, style('Bijschrift'))}"
    ),
    "drawing of old programs": lambda m: f"<w:p>{picture(OLD, said(m))}</w:p>",
    "linked picture": lambda m: f"<w:p>{picture(LINKED, said(m))}</w:p>",
    "shape with an alternative": lambda m: (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{m}"/></wp:inline></w:drawing></w:r></w:p>'
    ),
    "letters that are drawn": lambda m: (
        f'<w:p><w:r><w:pict><v:shape><v:textpath string="{m}"/></v:shape></w:pict></w:r></w:p>'
    ),
    "diagram": lambda m: f"<!--{m}-->",
    "chart": lambda m: f"<!--{m}-->",
    "document in the document": lambda m: f'<w:altChunk r:id="chunk"/><!--{m}-->',
    "other language": lambda m: f"<w:p>{r('de ')}{r(f'la belle {m}', value('lang', 'fr-FR'))}</w:p>",
    "slip of the language": lambda m: f"<w:p>{r('de ')}{r(m, value('lang', 'fr-FR'))}{r(' x')}</w:p>",
    "large first letter": lambda m: (
        f"<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>{r(m[0])}</w:p>" + p(f"{m[1:]} goes on")
    ),
    "smart tag": lambda m: around("smartTag", r(m)),
    "custom XML": lambda m: around("customXml", r(m)),
    "small letters above": lambda m: (
        f"<w:p><w:r><w:ruby><w:rt>{r('above')}</w:rt><w:rubyBase>{r(m)}</w:rubyBase></w:ruby></w:r></w:p>"
    ),
    "signs of Markdown": lambda m: p(f"*{m}* _x_ `y` [z](u) &lt;b&gt; &amp;amp; # 5 ~6~ ^7^ {{x}} | \\"),
    "line like a heading": lambda m: p(f"# {m}"),
    "line like a quotation": lambda m: p(f"&gt; 38 {m}"),
    "row struck in tracking": lambda m: table(
        row(cell(p("A")), cell(p("B"))),
        row(cell(p(m)), cell(p("c")), properties="<w:del w:author='Ann'/>"),
        row(cell(p("d")), cell(p("e"))),
    ),
    "row set side by side": lambda m: table(row(cell(p(m, style("Kop1")) + TEXT), cell(TEXT))),
    "tip of a link": lambda m: around("hyperlink", r("there"), f'r:id="web" w:tooltip="{m}"'),
    "button that shows what it says": lambda m: (
        f"<w:p>{BEGIN}<w:r><w:instrText> MACROBUTTON NoMacro [{m}] </w:instrText></w:r>{END}</w:p>"
    ),
    "formula of a field": lambda m: f"<w:p>{BEGIN}<w:r><w:instrText> EQ \\f({m},2) </w:instrText></w:r>{END}</w:p>",
    "old text box of another program": lambda m: (
        f"<w:p><w:r><w:pict><v:rect><v:textbox><div>{m}</div></v:textbox></v:rect></w:pict></w:r></w:p>"
    ),
    "unknown element in a run": lambda m: f'<w:p><w:r><w:t>x</w:t><x:y xmlns:x="urn:x">{m}</x:y></w:r></w:p>',
    "unknown element around paragraphs": lambda m: f'<x:y xmlns:x="urn:x">{p(m)}</x:y>',
    "note that is not there": lambda m: f'<w:p>{r(m)}<w:r><w:footnoteReference w:id="77"/></w:r></w:p>',
    "list typed in one paragraph": lambda m: (
        f"<w:p>{r(f'- {m}')}<w:r><w:br/></w:r>{r('- two')}<w:r><w:br/></w:r>{r('- three')}</w:p>"
    ),
    "empty paragraphs in a list": lambda m: p("one", number(2)) + "<w:p/>" + p(m, number(2)) + "<w:p/>",
    "picture in a list": lambda m: p("one", number(2)) + f"<w:p>{picture(DOT, said('dot'))}</w:p>" + p(m, number(2)),
    "boxes in a group": lambda m: (
        '<w:p><w:r><w:drawing><wp:anchor><g:wgp xmlns:g="urn:g">'
        + "".join(f"<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx>" for words in (m, "second"))
        + "</g:wgp></wp:anchor></w:drawing></w:r></w:p>"
    ),
    "two empty heads": lambda m: table(
        row(cell("<w:p/>"), cell("<w:p/>"), cell(p("C"))), row(cell(p(m)), cell(p("b")), cell(p("c")))
    ),
    "no-break space": lambda m: p(f"3\u00a0000\u00a0{m}"),
    "separated signs": lambda m: p(f"a\u200bb \ufeff{m}"),
}  # fmt: skip


def mark(number: int) -> str:
    """Return the word of a trap."""
    return f"Mark{number:03}x"


def word_traps() -> bytes:
    """Return the Word file."""
    marks = {name: mark(number) for number, name in enumerate(TRAPS)}
    body = "".join(
        make(marks[name]) + (TEXT if number % 9 == 0 else "") for number, (name, make) in enumerate(TRAPS.items())
    )
    notes = "".join(
        f'<w:footnote w:id="{key}">{p(marks[name])}</w:footnote>'
        for key, name in (("7", "footnote"), ("9", "note without a reference"))
    )
    chart = f"<c:chart><c:title><a:p><a:r><a:t>{marks['chart']}</a:t></a:r></a:p></c:title></c:chart>"
    return docx(
        body,
        {
            "styles.xml": STYLES,
            "numbering.xml": NUMBERING,
            "comments.xml": part("w:comments", f'<w:comment w:id="7" w:author="Ann">{p(marks["comment"])}</w:comment>'),
            "footnotes.xml": part("w:footnotes", '<w:footnote w:id="0" w:type="separator"/>' + notes),
            "endnotes.xml": part("w:endnotes", f'<w:endnote w:id="7">{p(marks["endnote"])}</w:endnote>'),
            "header1.xml": part("w:hdr", p(marks["head"])),
            "footer1.xml": part("w:ftr", p(marks["foot"])),
            "charts/chart1.xml": part("c:chartSpace", chart),
            "diagrams/data1.xml": part("dgm:dataModel", f"<a:p><a:r><a:t>{marks['diagram']}</a:t></a:r></a:p>"),
            "chunk.html": f"<p>{marks['document in the document']}</p>",
            "media/dot.png": PNG,
            "media/old.emf": b"\x01\x00\x00\x00" + bytes(80),
        },
        {
            "png": ("image", "media/dot.png"),
            "emf": ("image", "media/old.emf"),
            "out": ("image", "https://example.org/x.png"),
            "web": ("hyperlink", "https://example.org/"),
            "file": ("hyperlink", "file:///C://x.docx"),
            "chunk": ("aFChunk", "chunk.html"),
        },
    )
