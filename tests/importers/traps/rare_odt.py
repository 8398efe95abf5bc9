"""An OpenDocument text of marked traps that are met more seldom; each word must be in the copy or in the ledger."""

from base64 import b64encode
from collections.abc import Callable, Mapping

from tests.importers.office import PNG, zipped
from tests.importers.traps.odt import (
    AB,
    MIME,
    SPACES,
    STYLES,
    TEXT,
    cell,
    document,
    frame,
    h,
    image,
    item,
    items,
    math,
    p,
    row,
    span,
    style,
    table,
)

STYLES_OF_ALL = STYLES + "".join(
    (
        style("Hidden", 'text:display="none"', "paragraph"),
        style("Wings", 'style:font-name="Wingdings"'),
        style("Strong_20_Emphasis", 'fo:font-weight="bold"'),
        style("Bold2", "", "text", "Strong_20_Emphasis"),
        style("Small", 'fo:font-variant="small-caps"'),
        style("White", 'fo:color="#ffffff"'),
        style("HE", 'style:language-complex="he" style:country-complex="IL"'),
        style("Contents_20_Heading", "", "paragraph", "Heading"),
        style("Fresh", "", "paragraph", "Standard", 'style:list-style-name="L7"'),
        '<text:list-style style:name="L7"><text:list-level-style-number text:level="1" style:num-format="I"/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>'
        '<text:list-style style:name="L8"><text:list-level-style-number text:level="1" style:num-format=""/>'
        '</text:list-style><text:list-style style:name="L9"><text:list-level-style-image text:level="1"/>'
        "</text:list-style>",
    )
)
DOT = b64encode(PNG).decode()
PHONE, SEVENTH, NOT_SHOWN = "\uf028", 'text:start-value="7"', "text:display='none'"
WIDE, SUB = "table:number-columns-spanned='2'", "table:is-sub-table='true'"
ROOT = (
    "<math:mrow><math:msup><math:mi>x</math:mi><math:mn>2</math:mn></math:msup><math:mo>=</math:mo><math:msqrt>"
    "<math:mi>{}</math:mi></math:msqrt></math:mrow>"
)
THERE = "text:anchor-type='char'"
HERE = "text:anchor-type='as-char'"


def note(inside: str, kind: str = "footnote", number: int = 1) -> str:
    return (
        f"<text:note text:id='n{number}' text:note-class='{kind}'><text:note-citation>{number}</text:note-citation>"
        f"<text:note-body>{inside}</text:note-body></text:note>"
    )


def field(name: str, shown: str, more: str = "") -> str:
    return f"<text:{name} {more}>{shown}</text:{name}>"


def textbox(inside: str) -> str:
    return frame(f"<draw:text-box>{inside}</draw:text-box>")


def covered(more: str = "") -> str:
    return f"<table:covered-table-cell {more}/>"


TRAPS: Mapping[str, Callable[[str], str]] = {
    "picture between letters": lambda m: p(f"{m}{frame(image(), 'a dot', HERE)}end"),
    "picture that floats within a word": lambda m: p(f"{m[:4]}{frame(image(), 'a dot', THERE)}{m[4:]} end"),
    "spans within spans": lambda m: p(span(f"a {span(span(m, 'B'), 'I')} b", "Small")),
    "bold through another style": lambda m: p(f"so {span(m, 'Bold2')}"),
    "white letters": lambda m: p(f"seen {span(m, 'White')}"),
    "from right to left": lambda m: p(f"שלום {span(m, 'HE')}"),
    "paragraph that is hidden": lambda m: p("seen") + p(m, "Hidden"),
    "paragraph that a condition hides": lambda m: p(
        f"seen<text:hidden-paragraph text:is-hidden='true' text:condition='x'/> {m}"
    ),
    "text of a condition": lambda m: p(field("conditional-text", m, "text:condition='x'")),
    "heading that is counted": lambda m: (
        "<text:list text:style-name='L7'><text:list-item>" + h(m) + "</text:list-item></text:list>" + TEXT
    ),
    "heading of an item": lambda m: items(h("Head", 2) + p(m), p("two")),
    "heading that does not count": lambda m: (
        f'<text:h text:outline-level="2" text:is-list-header="true">{m}</text:h>' + TEXT
    ),
    "title within the text": lambda m: p("One") + p(m, "Title") + TEXT,
    "note in a heading": lambda m: h(f"Head{note(p(m), number=3)}", 2) + TEXT,
    "note in a cell": lambda m: table(row(cell(p(f"a{note(p(m), number=4)}")), cell(p("b"))), head=AB),
    "note with a list": lambda m: p(f"x{note(p('see') + items(p(m), p('b')), number=5)}"),
    "note with a table": lambda m: p(f"x{note(p('see') + table(row(cell(p(m)), cell(p('c'))), head=AB), number=6)}"),
    "note with a comment": lambda m: p(
        f"x{note(p(f'noted<office:annotation>{p(m)}</office:annotation>'), 'endnote', 7)}"
    ),
    "comment over words": lambda m: p(
        f"a<office:annotation office:name='c1'><dc:creator>Ann</dc:creator>{p(m)}</office:annotation>word"
        "<office:annotation-end office:name='c1'/> end"
    ),
    "comment with a list": lambda m: p(f"a<office:annotation>{items(p(m))}</office:annotation>"),
    "list in Roman figures": lambda m: items(p(m), p("two"), name="L7"),
    "list with no numbers": lambda m: items(p(m), p("two"), name="L8"),
    "list with pictures for signs": lambda m: items(p(m), p("two"), name="L9"),
    "list by a paragraph's style": lambda m: p(m, "Fresh"),
    "list that begins again": lambda m: items(p("one"), p("two"), name="L2") + TEXT + items(p(m), p("b"), name="L2"),
    "list that goes on": lambda m: (
        items(p("one"), name="L2")
        + TEXT
        + f"<text:list text:style-name='L2' text:continue-numbering='true'>{item(p(m))}{item(p('b'))}</text:list>"
    ),
    "item that is numbered anew": lambda m: (
        f"<text:list text:style-name='L2'>{item(p('one'))}{item(p(m), SEVENTH)}</text:list>"
    ),
    "list header": lambda m: (
        f"<text:list text:style-name='L1'><text:list-header>{p(m)}</text:list-header>{item(p('one'))}</text:list>"
    ),
    "table in an item": lambda m: items(
        p("one") + table(row(cell(p(m)), cell(p("c"))), head=AB),
        p("two"),
    ),
    "empty items": lambda m: items("", p(m), "", p("two")),
    "three levels": lambda m: items(p("1") + items(p("2") + items(p(m), name=""), name=""), p("end")),
    "cells merged both ways": lambda m: table(
        row(
            cell(p(m), "table:number-columns-spanned='2' table:number-rows-spanned='2'"), covered(), cell(p("c"))
        ),
        row(covered(), covered(), cell(p("d"))),
        row(cell(p("e")), cell(p("f")), cell(p("g"))),
    ),
    "words in a covered cell": lambda m: table(
        row(cell(p("A"), WIDE), f"<table:covered-table-cell>{p(m)}</table:covered-table-cell>"),
        row(cell(p("b")), cell(p("c"))),
    ),
    "rows in a group": lambda m: table(
        f"<table:table-row-group>{row(cell(p(m)), cell(p('c')))}</table:table-row-group>", head=AB
    ),
    "table within a table": lambda m: table(
        row(cell(table(row(cell(p(m)), cell(p("x"))), AB)), cell(p("c"))), head=AB
    ),
    "part of a cell's table": lambda m: table(
        row(cell(f"<table:table {SUB}>{row(cell(p(m)), cell(p('x')))}</table:table>"), cell(p("c"))),
        head=AB,
    ),
    "repeated cells": lambda m: table(
        row(cell(p(m), "table:number-columns-repeated='2'")), head=AB
    ),
    "name and description of a table": lambda m: (
        f"<table:table><table:title>About</table:title><table:desc>{m}</table:desc>{AB}"
        f"{row(cell(p('c')), cell(p('d')))}</table:table>"
    ),
    "hidden row": lambda m: table(
        row(cell(p("c")), cell(p("d"))),
        f"<table:table-row table:visibility='collapse'>{cell(p(m))}{cell(p('e'))}</table:table-row>",
        head=AB,
    ),
    "value without words": lambda m: table(row(cell("", f"office:string-value='{m}'"), cell(p("d"))), head=AB),
    "text box in a text box": lambda m: p(f"x{textbox(p(f'y{textbox(p(m))}'))}"),
    "text box with a table": lambda m: p(f"x{textbox(table(row(cell(p(m)), cell(p('c'))), head=AB))}"),
    "text box with a picture and its caption": lambda m: p(
        f"x{textbox(p(frame(image(), 'a dot') + f'Figure 1: {m}', 'Illustration'))}"
    ),
    "text box on a page": lambda m: textbox(p(m)) + TEXT,
    "group of shapes": lambda m: p(
        f"x<draw:g><svg:desc>about</svg:desc><draw:custom-shape>{p(m)}</draw:custom-shape><draw:line>{p('z')}</draw:line>"
        "</draw:g>"
    ),
    "words along a path": lambda m: p(
        f"x<draw:custom-shape>{p(m)}<draw:enhanced-geometry draw:text-path='true'/></draw:custom-shape>"
    ),
    "picture and what stands for it": lambda m: p(frame(image("Pictures/new.svg") + image(), m)),
    "picture in the file itself": lambda m: p(
        frame(f"<draw:image><office:binary-data>{DOT}</office:binary-data></draw:image>", m)
    ),
    "picture with both": lambda m: p(
        f"<draw:frame>{image()}<svg:title>Short</svg:title><svg:desc>{m}</svg:desc></draw:frame>"
    ),
    "map of a picture": lambda m: p(
        frame(
            image()
            + f"<draw:image-map><draw:area-rectangle><svg:title>{m}</svg:title></draw:area-rectangle></draw:image-map>",
            "a dot",
        )
    ),
    "link around a picture": lambda m: p(f"<draw:a xlink:href='https://example.org/'>{frame(image(), m)}</draw:a>"),
    "link with a title": lambda m: p(f"<text:a xlink:href='https://example.org/' office:title='{m}'>there</text:a>"),
    "object with its picture": lambda m: p(frame(f"<draw:object-ole xlink:href='./x'/>{image()}", m)),
    "formula in a row": lambda m: p(f"so {frame(math(ROOT.format(m)))}"),
    "film": lambda m: p(f"<draw:frame><draw:plugin xlink:href='x.mp4'/><svg:title>{m}</svg:title></draw:frame>"),
    "page within": lambda m: p(
        f"<draw:frame><draw:floating-frame xlink:href='x'/><svg:desc>{m}</svg:desc></draw:frame>"
    ),
    "button": lambda m: p(f"<draw:control draw:control='c'><svg:desc>{m}</svg:desc></draw:control>x"),
    "entry of an index": lambda m: p(f"word<text:alphabetical-index-mark text:string-value='{m}'/> on"),
    "index of words": lambda m: (
        f"<text:alphabetical-index><text:index-title>{p('Index')}</text:index-title><text:index-body>{p(m)}"
        "</text:index-body></text:alphabetical-index>"
    ),
    "heading of the contents": lambda m: p(m, "Contents_20_Heading"),
    "list to choose from": lambda m: p(
        f"<text:drop-down text:name='d'><text:label text:value='{m}'/><text:label text:value='b'/>b</text:drop-down>"
    ),
    "field of input": lambda m: p(field("text-input", m, "text:description='say'")),
    "field that is read": lambda m: p(f"a {field('variable-get', m)} b"),
    "field that is not shown": lambda m: p(f"a{field('variable-set', m, NOT_SHOWN)}b"),
    "chapter": lambda m: p(field("chapter", m)),
    "data about words": lambda m: p(f"<text:meta>{m}</text:meta> and {field('meta-field', 'x')}"),
    "letters above": lambda m: p(
        f"<text:ruby><text:ruby-base>{m}</text:ruby-base><text:ruby-text>a</text:ruby-text></text:ruby>"
    ),
    "counted lines": lambda m: p(m) + "<text:linenumbering-configuration/>",
    "large first letter": lambda m: p(m, "Drop"),
    "section of a file": lambda m: f"<text:section><text:section-source xlink:href='x.odt'/>{p(m)}</text:section>",
    "section in a section": lambda m: (
        f"<text:section><text:section text:display='none'>{p('no')}</text:section>{p(m)}</text:section>"
    ),
    "condition of a section": lambda m: (
        f"<text:section text:display='condition' text:condition='x'>{p(m)}</text:section>"
    ),
    "tracked and moved": lambda m: p(f"one <text:change text:change-id='q'/>{m}"),
    "tracked table": lambda m: (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{table(row(cell(p(m)), cell(p('b'))))}</text:deletion></text:changed-region></text:tracked-changes>"
    ),
    "spaces by number": lambda m: p(f'{m}<text:s text:c="2"/><text:s/>end'),
    "line of dots to a number": lambda m: p(f"{m}<text:tab/>12"),
    "sign above the plane": lambda m: p(f"😀 {m} 𝒳"),
    "signs of Wingdings": lambda m: p(f"{span(PHONE, 'Wings')} {m}"),
    "reference to a note": lambda m: p(f"see {field('note-ref', '3')} {m}"),
    "bookmark over words": lambda m: p(f"<text:bookmark-start text:name='b'/>{m}<text:bookmark-end text:name='b'/>"),
    "processing instruction": lambda m: p(f"one<?x y?>{m}"),
    "comment of XML": lambda m: p(f"one <!-- no -->{m}"),
    "head of the first page": lambda m: f"<!--{m}-->",
    "text box in a foot": lambda m: f"<!--{m}-->",
}  # fmt: skip


def mark(number: int) -> str:
    """Return the word of a trap."""
    return f"Rare{number:03}x"


def rare_odt_traps(only: str = "") -> bytes:
    """Return the text."""
    marks = {name: mark(number) for number, name in enumerate(TRAPS)}
    inside = "".join(make(marks[name]) + TEXT for name, make in TRAPS.items() if only in ("", name))
    first, box = p(marks["head of the first page"]), p(f"x{textbox(p(marks['text box in a foot']))}")
    masters = (
        f"<style:master-page><style:header-first>{first}</style:header-first><style:footer>{box}</style:footer>"
        "</style:master-page>"
    )
    return zipped(
        {
            "mimetype": MIME,
            "content.xml": document(inside, STYLES_OF_ALL),
            "styles.xml": (
                f"<office:document-styles {SPACES}><office:master-styles>{masters}</office:master-styles>"
                "</office:document-styles>"
            ),
            "Pictures/dot.png": PNG,
            "Pictures/new.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path/></svg>',
        }
    )
