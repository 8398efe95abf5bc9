"""Parts of Word files, one at a time: how lists count, tables merge, formulas are read, pictures are taken."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from tests.importers.office import PNG, docx, p, part, r, zipped
from tests.importers.taken import take
from tests.importers.traps.word import NUMBERING, STYLES, cell, number, row, style, table

PARTS: dict[str, str | bytes] = {"styles.xml": STYLES, "numbering.xml": NUMBERING}


def body(inside: str, parts: dict[str, str | bytes] | None = None) -> str:
    taken = take(docx(p("T", style("Titel")) + inside, {**PARTS, **(parts or {})}), "a.docx")
    assert () == taken.proof.differences
    return taken.body


def test_numbers_go_on_after_a_paragraph() -> None:
    """A list that something interrupts goes on counting where it was."""
    told = body(p("a", number(2)) + p("b", number(2)) + p("between") + p("c", number(2)))
    assert "1. a\n2. b\n\nbetween\n\n3. c" == told


def test_numbers_begin_again_where_the_file_says_so() -> None:
    """A list of its own number begins where that says."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    more = f'<w:num w:numId="9"><w:abstractNumId w:val="1"/>{override}</w:num></w:numbering>'
    told = body(
        p("a", number(2)) + p("x") + p("b", number(9)), {"numbering.xml": NUMBERING.replace("</w:numbering>", more)}
    )
    assert "1. a\n\nx\n\n4. b" == told


def test_inner_numbers_begin_again_below_each_item() -> None:
    """Each inner list counts from one."""
    told = body(
        p("a", number(2)) + p("b", number(2, 1)) + p("c", number(2, 1)) + p("d", number(2)) + p("e", number(2, 1))
        + p("f", number(2, 1))
    )  # fmt: skip
    assert "1. a\n    1. b\n    2. c\n2. d\n    1. e\n    2. f" == told


def test_list_goes_by_the_name_of_its_style_alone() -> None:
    """Numbers by a style that is called one, without any list that the file defines."""
    styles = STYLES.replace("List Bullet 2", "List Number")
    assert "1. a\n2. b" == body(p("a", style("Punten")) + p("b", style("Punten")), {"styles.xml": styles})


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            row(cell(p("A"), '<w:hMerge w:val="restart"/>'), cell(p(""), '<w:hMerge w:val="continue"/>')),
            '<th scope="col" colspan="2">A</th>',
        ),
        (
            row(cell(p("A")), cell(p("B")), properties='<w:gridBefore w:val="1"/>'),
            "| | A | B |",
        ),
    ],
)
def test_cells_are_merged_as_old_and_new_programs_write_it(rows: str, told: str) -> None:
    """Cells merged by the older way, and rows that begin later, have their columns."""
    assert told in body(table(rows, row(cell(p("c")), cell(p("d")), cell(p("e")))))


def test_row_that_was_struck_is_left_out() -> None:
    """A row that was deleted while changes were tracked is listed, and no part of the table."""
    gone = row(cell("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"), properties="<w:del/>")
    taken = take(docx(table(row(cell(p("A"))), row(cell(p("b"))), gone), PARTS), "a.docx")
    assert ("gone" not in taken.copy, True, ()) == (True, taken.has("gone"), taken.proof.differences)


def test_cells_hold_whatever_they_hold() -> None:
    """Lists, quotations, headings, boxes and pictures in a cell stand in HTML."""
    inside = p("one", number(1)) + p("two", number(1)) + p("q", style("Citaat")) + p("H", style("Kop1"))
    inside += table(row(cell(p("box")))) + p("n", number(2)) + p("m", number(2))
    told = body(table(row(cell(p("A")), cell(p("B"))), row(cell(inside), cell(p("x")))))
    expected = "<ul><li>one</li><li>two</li></ul><blockquote><p>q</p></blockquote><p><strong>H</strong></p><p>box</p>"
    assert f"{expected}<ol><li>n</li><li>m</li></ol>" in told


def run(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        (f"<m:f><m:num>{run('a+b')}</m:num><m:den>{run('c')}</m:den></m:f>", "(a+b)/c"),
        (f"<m:sSup><m:e>{run('x')}</m:e><m:sup>{run('2')}</m:sup></m:sSup>", "x^2"),
        (f"<m:sSub><m:e>{run('x')}</m:e><m:sub>{run('i')}</m:sub></m:sSub>", "x_i"),
        (f"<m:sSubSup><m:e>{run('x')}</m:e><m:sub>{run('i')}</m:sub><m:sup>{run('2')}</m:sup></m:sSubSup>", "x_i^2"),
        (f"<m:rad><m:deg/><m:e>{run('a+b')}</m:e></m:rad>", "√(a+b)"),
        (f"<m:d><m:e>{run('a')}</m:e><m:e>{run('b')}</m:e></m:d>", "(a, b)"),
        (f"<m:func><m:fName>{run('sin')}</m:fName><m:e>{run('x')}</m:e></m:func>", "sin x"),
        (
            f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{run('i')}</m:sub><m:sup>{run('n')}</m:sup>"
            f"<m:e>{run('i')}</m:e></m:nary>",
            "∑_i^n i",
        ),
        (f"<m:m><m:mr><m:e>{run('a')}</m:e><m:e>{run('b')}</m:e></m:mr></m:m>", "[a, b]"),
    ],
)
def test_formula_is_written_in_one_line(formula: str, told: str) -> None:
    """What stands above, below or under something in a formula stands beside it, between brackets where it must."""
    taken = take(docx(f"<w:p>{r('so ')}<m:oMath>{formula}</m:oMath></w:p>"), "a.docx")
    assert ([told], ()) == (
        [entry.after for entry in taken.ledger if entry.code == "IMP-055"],
        taken.proof.differences,
    )


def picture(data: bytes, name: str) -> list[tuple[str, str]]:
    inside = '<w:drawing><wp:docPr id="1" name="x" descr="d"/><a:blip r:embed="it"/></w:drawing>'
    drawing = f"<w:p>{r('x')}<w:r>{inside}</w:r></w:p>"
    taken = take(docx(drawing, {name: data}, {"it": ("image", name)}), "a.docx")
    assert () == taken.proof.differences
    pictures = [(one, "") for one in taken.document.pictures]
    return pictures + [(e.code, e.name) for e in taken.ledger if e.code in ("IMP-023", "IMP-053")]


def drawn(kind: str, mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.new(mode, (2, 2)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (PNG, [("picture-1.png", "")]),
        (drawn("JPEG"), [("picture-1.jpg", "")]),
        (drawn("BMP"), [("picture-1.png", ""), ("IMP-023", "picture-1.png: it was written as PNG")]),
        (drawn("TIFF", "RGBA"), [("picture-1.png", ""), ("IMP-023", "picture-1.png: it was written as PNG")]),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", [("picture-1.svg", "")]),
        (PNG[:40], [("IMP-053", "it is broken, or of a kind that is not known")]),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), [("IMP-053", "WMF drawing, which e-readers do not show")]),
    ],
)  # fmt: skip
def test_pictures_are_taken_as_e_readers_show_them(data: bytes, told: list[tuple[str, str]]) -> None:
    """PNG, JPEG, GIF and SVG stay as they are, others become PNG, and what cannot is left to a person."""
    assert told == picture(data, "media/it.bin")


def test_document_in_the_strict_form_is_read() -> None:
    """Names of the strict form of the standard mean the same."""
    data = docx(p("word", style("Titel")) + p("text"), {"styles.xml": STYLES})
    archive = ZipFile(BytesIO(data))
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    files = {name: archive.read(name).replace(old, new) for name in archive.namelist()}
    taken = take(zipped(files), "a.docx")
    assert ("word", "text", ()) == (taken.document.title, taken.body, taken.proof.differences)


def test_what_the_file_says_of_itself_is_listed() -> None:
    """Properties that are not the title are no part of the copy."""
    core = '<c:x xmlns:c="urn:x" xmlns:dc="urn:dc"><dc:creator>Ann Smith</dc:creator><dc:title>T</dc:title></c:x>'
    data = docx(p("T", style("Titel")) + p("text"), {"styles.xml": STYLES, "../docProps/core.xml": core})
    archive = ZipFile(BytesIO(data))
    files = {name.replace("word/../", ""): archive.read(name) for name in archive.namelist()}
    taken = take(zipped(files), "a.docx")
    assert ["Ann Smith"] == [entry.before for entry in taken.ledger if entry.code == "IMP-081"]


def test_notes_hold_lists_as_paragraphs() -> None:
    """A note is read as paragraphs."""
    inside = p("First.") + p("one", number(1)) + p("two", number(1))
    notes = part("w:footnotes", f'<w:footnote w:id="1">{inside}</w:footnote>')
    told = body(f"<w:p>{r('a')}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>", {"footnotes.xml": notes})
    assert "a[^f1]\n\n[^f1]: First.\n\n    one\n\n    two" == told


def test_title_that_the_file_says_stands_in_its_text() -> None:
    """Without a style for it, the title is what the file says of itself, where those words stand in its text."""
    core = '<c:x xmlns:c="urn:x" xmlns:dc="urn:dc"><dc:title>Gout</dc:title></c:x>'
    archive = ZipFile(BytesIO(docx(p("A leaflet") + p("Gout") + p("text"))))
    files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    taken = take(zipped({**files, "docProps/core.xml": core}), "a.docx")
    assert ("Gout", "A leaflet\n\ntext", ()) == (taken.document.title, taken.body, taken.proof.differences)


@pytest.mark.parametrize("change", [lambda n: n.replace("/", "\\"), lambda n: n.replace("word/", "Word/")])
def test_names_of_parts_are_written_in_several_ways(change: Callable[[str], str]) -> None:
    """Backslashes and capitals in an archive's names are those of other programs, and no fault."""
    with ZipFile(BytesIO(docx(p("Said.")))) as archive:
        files = {change(name): archive.read(name) for name in archive.namelist()}
    taken = take(zipped(files), "a.docx")
    assert ("Said.", ()) == (taken.body, taken.proof.differences)


def test_cell_that_goes_on_with_words_keeps_them_in_its_row() -> None:
    """Words in a cell that goes on from above are not moved to the row in which it begins."""
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    told = body(
        table(
            row(cell(p("A")), cell(p("B")), properties="<w:tblHeader/>"),
            row(cell(p("tall"), begins), cell(p("one"))),
            row(cell(p("words"), goes_on), cell(p("two"))),
        )
    )
    assert "| A | B |\n| --- | --- |\n| tall | one |\n| words | two |" == told
