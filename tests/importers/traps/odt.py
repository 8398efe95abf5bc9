"""An OpenDocument text of many marked traps: each holds a word, which must be in the copy or in the ledger."""

from collections.abc import Callable, Mapping

from tests.importers.office import PNG, zipped

_URN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{prefix}="{_URN}:{name}:1.0"'
    for prefix, name in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
        "svg": "svg-compatible", "fo": "xsl-fo-compatible", "form": "form", "meta": "meta",
    }.items()
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    ' xmlns:math="http://www.w3.org/1998/Math/MathML"'
)  # fmt: skip
MIME = "application/vnd.oasis.opendocument.text"


def style(name: str, says: str = "", family: str = "text", parent: str = "", more: str = "") -> str:
    return (
        f'<style:style style:family="{family}" style:name="{name}" style:parent-style-name="{parent}" {more}>'
        f"<style:text-properties {says}/></style:style>"
    )


STYLES = "".join(
    (
        style("B", 'fo:font-weight="bold"'),
        style("I", 'fo:font-style="italic"'),
        style("Hoog", 'style:text-position="super 58%"'),
        style("Laag", 'style:text-position="sub 58%"'),
        style("Weg", 'text:display="none"'),
        style("Door", 'style:text-line-through-style="solid"'),
        style("FR", 'fo:language="fr" fo:country="FR"'),
        style("P1", "", "paragraph", "Heading_20_2"),
        style("P2", "", "paragraph", "Quotations"),
        style("P3", "", "paragraph", "Illustration"),
        style("Heading_20_2", "", "paragraph", "Heading", 'style:default-outline-level="2"'),
        style("Title", "", "paragraph"),
        style("Subtitle", "", "paragraph"),
        style("Illustration", "", "paragraph", "Caption"),
        style("Table", "", "paragraph", "Caption"),
        '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
        '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>',
        '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        '<text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>',
    )
)


def p(words: str, name: str = "Standard") -> str:
    return f'<text:p text:style-name="{name}">{words}</text:p>'


def h(words: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def span(words: str, name: str) -> str:
    return f'<text:span text:style-name="{name}">{words}</text:span>'


def item(inside: str, more: str = "") -> str:
    return f"<text:list-item {more}>{inside}</text:list-item>"


def items(*inside: str, name: str = "L1") -> str:
    return f'<text:list text:style-name="{name}">{"".join(map(item, inside))}</text:list>'


def cell(inside: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{inside}</table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def table(*rows: str, head: str = "") -> str:
    top = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    return f"<table:table>{top}{''.join(rows)}</table:table>"


def frame(inside: str, about: str = "", more: str = "") -> str:
    said = f"<svg:desc>{about}</svg:desc>" if about else ""
    return f"<draw:frame {more}>{inside}{said}</draw:frame>"


def image(name: str = "Pictures/dot.png") -> str:
    return f'<draw:image xlink:href="{name}"/>'


def math(inside: str) -> str:
    noted = "<math:annotation>x</math:annotation>"
    return f"<draw:object><math:math><math:semantics>{inside}{noted}</math:semantics></math:math></draw:object>"


THIRD = "text:start-value='3'"
AB = row(cell(p("A")), cell(p("B")))
TEXT = p("This is what the leaflet says to you about the illness and its treatment, and it is not short.")
TRAPS: Mapping[str, Callable[[str], str]] = {
    "title": lambda m: p(f"The leaflet {m}", "Title"),
    "subtitle": lambda m: p(m, "Subtitle"),
    "heading": lambda m: h(m) + TEXT,
    "skipped level": lambda m: h(m, 4) + TEXT,
    "heading by a style": lambda m: p(m, "P1") + TEXT,
    "heading that is only bold": lambda m: p(span(m, "B")) + TEXT,
    "heading in a list": lambda m: items(h(m)) + TEXT,
    "heading with bold": lambda m: h(f"Not {span(m, 'B')}") + TEXT,
    "paragraph": p,
    "bold within a word": lambda m: p(f"{span(m[:3], 'B')}{m[3:]}"),
    "italics": lambda m: p(span(m, "I")),
    "raised": lambda m: p(f"10{span(m, 'Hoog')}"),
    "lowered": lambda m: p(f"H{span(m, 'Laag')}O"),
    "other language": lambda m: p(f"the {span(m, 'FR')}"),
    "spaces": lambda m: p(f'one<text:s text:c="3"/>{m}<text:tab/>two'),
    "line end": lambda m: p(f"one<text:line-break/>{m}"),
    "soft page break": lambda m: p(f"one<text:soft-page-break/> {m}"),
    "soft hyphen": lambda m: p(f"so\u00adft {m}"),
    "white space of the file": lambda m: p(f"one\n   {m}"),
    "bullets": lambda m: items(p(m), p("two")),
    "bullets within bullets": lambda m: items(p("one") + items(p(m), name=""), p("two")),
    "numbers": lambda m: items(p(m), p("two"), name="L2"),
    "numbers from three": lambda m: (
        f"<text:list text:style-name='L2'>{item(p(m), THIRD)}{item(p('two'))}</text:list>"
    ),
    "paragraphs in an item": lambda m: items(p("one") + p(m), p("two")),
    "head of a list": lambda m: (
        f"<text:list text:style-name='L1'><text:list-header>{p(m)}</text:list-header>{item(p('x'))}</text:list>"
    ),
    "list that goes on": lambda m: items(p("one"), name="L2") + p("between") + (
        f"<text:list text:style-name='L2' text:continue-numbering='true'>{item(p(m))}{item(p('x'))}</text:list>"
    ),
    "typed bullets": lambda m: p(f"• {m}") + p("• two"),
    "typed numbers": lambda m: p("text") + p(f"1. {m}") + p("2. two"),
    "quotation": lambda m: p(m, "P2"),
    "table with a head": lambda m: table(row(cell(p(m)), cell(p("c"))), head=AB),
    "table without a head": lambda m: table(row(cell(p(m)), cell(p("b"))), row(cell(p("c")), cell(p("d")))),
    "table with a bold row": lambda m: table(
        row(cell(p(span("A", "B"))), cell(p(span("B", "B")))), row(cell(p(m)), cell(p("c")))
    ),
    "cells merged sideways": lambda m: table(
        row(cell(p(m), 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>"),
        row(cell(p("c")), cell(p("d")))
    ),
    "cells merged downwards": lambda m: table(
        row(cell(p(m), 'table:number-rows-spanned="2"'), cell(p("b"))),
        row("<table:covered-table-cell/>", cell(p("d"))),
        head=AB,
    ),
    "empty cell": lambda m: table(row(cell(""), cell(p(m))), head=AB),
    "cells that are repeated": lambda m: table(row(cell(p(m), 'table:number-columns-repeated="2"')), head=AB),
    "table of one cell": lambda m: table(row(cell(p(m)))),
    "table within a table": lambda m: table(
        row(cell(table(row(cell(p(m)), cell(p("x"))), row(cell(p("y")), cell(p("z"))))), cell(p("c"))), head=AB
    ),
    "list in a cell": lambda m: table(row(cell(items(p(m), p("two"))), cell(p("c"))), head=AB),
    "bar in a cell": lambda m: table(row(cell(p(f"{m} a|b")), cell(p("c"))), head=AB),
    "two paragraphs in a cell": lambda m: table(row(cell(p("one") + p(m)), cell(p("c"))), head=AB),
    "caption of a table": lambda m: p(m, "Table") + table(row(cell(p("e")), cell(p("c"))), head=AB),
    "caption below a table": lambda m: table(row(cell(p("f")), cell(p("c"))), head=AB) + p(m, "Table") + TEXT,
    "section": lambda m: f"<text:section text:name='x'>{p(m)}</text:section>",
    "hidden section": lambda m: f"<text:section text:display='none'>{p(m)}</text:section>",
    "contents": lambda m: f"<text:table-of-content><text:index-body>{p(m)}</text:index-body></text:table-of-content>",
    "bibliography": lambda m: f"<text:bibliography><text:index-body>{p(m)}</text:index-body></text:bibliography>",
    "tracked and struck": lambda m: (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ann</dc:creator>"
        f"</office:change-info>{p(m)}</text:deletion></text:changed-region></text:tracked-changes>"
    ),
    "tracked and added": lambda m: (
        p(f"<text:change-start text:change-id='a'/>{m}<text:change-end text:change-id='a'/>")
    ),
    "comment": lambda m: p(f"seen<office:annotation><dc:creator>Ann</dc:creator>{p(m)}</office:annotation> on"),
    "footnote": lambda m: p(
        f"noted<text:note text:id='ftn1' text:note-class='footnote'><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p(m)}</text:note-body></text:note>."
    ),
    "endnote": lambda m: p(
        f"noted<text:note text:id='ftn2' text:note-class='endnote'><text:note-citation>i</text:note-citation>"
        f"<text:note-body>{p(m)}{p('more')}</text:note-body></text:note>."
    ),
    "hidden": lambda m: p(f"seen {span(m, 'Weg')}"),
    "struck": lambda m: p(f"not {span(m, 'Door')}"),
    "hidden text of a field": lambda m: p(f"<text:hidden-text text:string-value='{m}'/>x"),
    "field": lambda m: p(f"<text:user-defined text:name='x'>{m}</text:user-defined>"),
    "date": lambda m: p(f"<text:date>{m}</text:date>"),
    "page number": lambda m: p(f"page <text:page-number>{m}</text:page-number>"),
    "sequence": lambda m: p(f"Table <text:sequence>{m}</text:sequence>"),
    "field to be filled in": lambda m: p(f"name <text:placeholder>{m}</text:placeholder>"),
    "small letters above": lambda m: (
        p(f"<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>{m}</text:ruby-text></text:ruby>")
    ),
    "link": lambda m: p(f"<text:a xlink:href='https://example.org/'>{m}</text:a>"),
    "inner link": lambda m: (
        h("<text:bookmark text:name='goal'/>Goal") + TEXT + p(f"<text:a xlink:href='#goal'>{m}</text:a>")
    ),
    "link to a file": lambda m: p(f"<text:a xlink:href='../x.odt'>{m}</text:a>"),
    "reference": lambda m: p(f"see <text:bookmark-ref>{m}</text:bookmark-ref>"),
    "picture": lambda m: p(frame(image(), f"shows {m}")),
    "picture with a title": lambda m: p(f"<draw:frame>{image()}<svg:title>{m}</svg:title></draw:frame>"),
    "picture in a line": lambda m: p(f"see {frame(image(), 'a dot')} {m}"),
    "picture without words": lambda m: p(m) + p(frame(image())),
    "picture that decorates": lambda m: p(frame(image(), "", 'loext:decorative="true"')) + p(m),
    "picture with a caption": lambda m: p(frame(image(), "a dot")) + p(m, "P3"),
    "picture of a page": lambda m: frame(image(), m),
    "linked picture": lambda m: p(frame(image("https://example.org/x.png"), m)),
    "drawing of old programs": lambda m: p(frame(image("Pictures/old.emf"), m)),
    "text box": lambda m: p(f"before {frame(f'<draw:text-box>{p(m)}</draw:text-box>')} after"),
    "words of a shape": lambda m: p(f"x <draw:custom-shape>{p(m)}<draw:enhanced-geometry/></draw:custom-shape>"),
    "shape with an alternative": lambda m: p(f"<draw:rect><svg:desc>{m}</svg:desc></draw:rect>x"),
    "group": lambda m: (
        p(f"x<draw:g>{frame(image(), 'one')}{frame(f'<draw:text-box>{p(m)}</draw:text-box>')}</draw:g>")
    ),
    "formula": lambda m: p(f"so {frame(math(f'<math:mi>{m}</math:mi><math:mo>+</math:mo>'))} it is"),
    "chart": lambda m: p(frame(f'<draw:object xlink:href="./Object 1"/>{image()}') + "x") + f"<!--{m}-->",
    "form": lambda m: f"<office:forms><form:form><form:text form:current-value='{m}'/></form:form></office:forms>",
    "head": lambda m: f"<!--{m}-->",
    "foot": lambda m: f"<!--{m}-->",
    "what the file says of itself": lambda m: f"<!--{m}-->",
    "signs of Markdown": lambda m: p(f"*{m}* _x_ `y` [z](u) # 5 ~6~ ^7^ {{x}} | \\"),
    "line like a heading": lambda m: p(f"# {m}"),
    "no-break space": lambda m: p(f"3\u00a0000 {m}"),
    "unknown element": lambda m: p(f"<text:new-thing>{m}</text:new-thing>"),
    "unknown block": lambda m: f"<text:new-part>{p(m)}</text:new-part>",
    "numbered paragraph": lambda m: f"<text:numbered-paragraph text:list-id='x'>{p(m)}</text:numbered-paragraph>",
}  # fmt: skip


def mark(number: int) -> str:
    """Return the word of a trap."""
    return f"Mark{number:03}x"


def document(inside: str, styles: str = STYLES) -> str:
    """Return the content of a text."""
    return (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:text>{inside}</office:text></office:body></office:document-content>"
    )


def odt(inside: str, files: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return an OpenDocument text."""
    return zipped({"mimetype": MIME, "content.xml": document(inside), **(files or {})})


def odt_traps() -> bytes:
    """Return the text of all traps."""
    marks = {name: mark(number) for number, name in enumerate(TRAPS)}
    head = f"<style:header>{p(marks['head'])}</style:header><style:footer>{p(marks['foot'])}</style:footer>"
    masters = f"<office:master-styles><style:master-page>{head}</style:master-page></office:master-styles>"
    said = f"<office:meta><dc:subject>{marks['what the file says of itself']}</dc:subject></office:meta>"
    return odt(
        "".join(make(marks[name]) for name, make in TRAPS.items()),
        {
            "styles.xml": f"<office:document-styles {SPACES}>{masters}</office:document-styles>",
            "meta.xml": f"<office:document-meta {SPACES}>{said}</office:document-meta>",
            "Pictures/dot.png": PNG,
            "Pictures/old.emf": b"\x01\x00\x00\x00" + bytes(80),
            "Object 1/content.xml": document(p(marks["chart"]), ""),
        },
    )
