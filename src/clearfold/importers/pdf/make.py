"""A PDF → a document and a ledger: pages cut at their folds, panels in the order in which they are read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pypdfium2

from clearfold.importers.document import Document, Place
from clearfold.importers.ledger import Entry
from clearfold.importers.pdf.blocks import Maker
from clearfold.importers.pdf.flow import flow
from clearfold.importers.pdf.layout.content import Content, Sheets, largest, read_sheets, words_of
from clearfold.importers.pdf.layout.panels import Panel, cut
from clearfold.importers.pdf.layout.pieces import Piece
from clearfold.importers.pdf.ordering.joints import ends_of
from clearfold.importers.pdf.ordering.order import Choice, choose
from clearfold.importers.pdf.page.glyphs import Box, Page, Picture, read_pages
from clearfold.importers.pdf.page.lines import Line, lines_of
from clearfold.importers.pdf.page.machine import NoMachineError, is_picture, read_by_machine
from clearfold.importers.pdf.page.pictures import file_ending, page_pictures, picture_files
from clearfold.importers.pdf.places import room_in_file
from clearfold.importers.pdf.runs import Typesetting
from clearfold.importers.pdf.tagged import tagged
from clearfold.importers.reading import Imported, NotImportableError, Options, Preview
from clearfold.importers.words.breaks import Breaks
from clearfold.importers.words.languages import language_of
from clearfold.model.messages import message


def make(data: bytes, name: str, options: Options) -> Imported:
    """Return what a PDF holds; raises NotImportableError where it cannot be read, or has no letters."""
    pages = _opened(data, name)
    pages, heard = _heard(data, pages, options)
    if not any(glyph.text.strip() for page in pages for glyph in page.glyphs):
        raise NotImportableError(message("its pages are pictures of pages, and have no letters: it needs --ocr"))
    if _runs_left(pages):
        raise NotImportableError(message("its text runs from right to left: give the file from which the PDF was made"))
    panels = cut(pages)
    by_tags = tagged(data, pages, panels, options)
    if by_tags is not None:
        return replace(by_tags, previews=_previews(data))
    sheets = read_sheets(panels)
    words = words_of(sheets.contents)
    lang = options.lang or language_of(" ".join(words))
    breaks = Breaks(lang, words)
    choice = _chosen(sheets, breaks, options, name)
    made = _document(data, pages, sheets, choice, breaks, lang)
    return replace(made, heard=heard, ledger=(*_of_pictures(pages, heard), *made.ledger))


def _heard(
    data: bytes, pages: tuple[Page, ...], options: Options
) -> tuple[tuple[Page, ...], tuple[tuple[int, float, float, float, str], ...]]:
    """Return the pages, those that are pictures with what a machine has read there, and the words that it has read."""
    if not options.ocr:
        return pages, ()
    try:
        pages, words = read_by_machine(data, pages, options.lang)
    except NoMachineError as error:
        raise NotImportableError(str(error)) from error
    by_number = {page.number: page for page in pages}
    found = []
    for word in words:
        left, bottom, _, _ = by_number[word.page].in_file(Box(word.x, word.y, word.x, word.y))
        found.append((word.page, left, bottom, word.size, word.text))
    return pages, tuple(found)


def _of_pictures(pages: Sequence[Page], heard: Sequence[tuple[int, float, float, float, str]]) -> Iterator[Entry]:
    """Yield an entry for each page that a machine has read, and for each picture of a page that nobody has."""
    read = {page for page, *_ in heard}
    for page in pages:
        if page.number in read:
            yield Entry(
                "IMP-062", Place(page=page.number), name=message("page {number}, by Tesseract", number=page.number)
            )
        elif is_picture(page):
            words = message(
                "Page {number} is a picture of a page, and has no letters: import again with --ocr", number=page.number
            )
            yield Entry("IMP-058", Place(page=page.number), name=words)


def _runs_left(pages: Sequence[Page]) -> bool:
    """Tell whether many letters are of a script that runs from right to left."""
    letters = [glyph.text for page in pages for glyph in page.glyphs if glyph.text.strip()]
    return sum("\u0590" <= text <= "\u08ff" or "\ufb1d" <= text <= "\ufefc" for text in letters) > 0.2 * len(letters)


def _opened(data: bytes, name: str) -> tuple[Page, ...]:
    try:
        return read_pages(data)
    except pypdfium2.PdfiumError as error:
        why = message("it needs a password") if "password" in str(error).lower() else message("it is damaged")
        raise NotImportableError(why) from None


def _chosen(sheets: Sheets, breaks: Breaks, options: Options, name: str) -> Choice:
    """Return the order of panels: the one that a person has given, else the best."""
    contents = sheets.contents
    if options.order:
        if sorted(options.order) != list(range(1, len(contents) + 1)):
            raise NotImportableError(
                message(
                    "it has {contents} panels: give --order each number from 1 to {contents} once",
                    contents=len(contents),
                )
            )
        return Choice(options.order, message("as you said"), 0.0)
    ends = {
        content.panel.number: ends_of(
            [unit if isinstance(unit, Piece) else None for unit in content.own],
            largest(content),
            sheets.furniture.numbers.get(content.panel.number),
            content.room if content.columns else None,
        )
        for content in contents
    }
    pages = Counter(content.panel.page for content in contents)
    return choose([pages[page] for page in sorted(pages)], ends, breaks)


def _document(
    data: bytes, pages: Sequence[Page], sheets: Sheets, choice: Choice, breaks: Breaks, lang: str
) -> Imported:
    by_number = {content.panel.number: content for content in sheets.contents}
    units = flow([by_number[number] for number in choice.order])
    shown = [(one.place.page, one.unit.number) for one in units if isinstance(one.unit, Picture)]
    files = picture_files(data, shown)
    units = [one for one in units if not isinstance(one.unit, Picture) or (one.place.page, one.unit.number) in files]
    names = {
        key: f"picture-{number}{file_ending(files[key])}"
        for number, key in enumerate((k for k in shown if k in files), 1)
    }
    setting = Typesetting(breaks, [(page.number, link) for page in pages for link in page.links])
    maker = Maker(setting, sheets.body, names)
    blocks = maker.blocks(units)
    document = Document(
        maker.title, lang, blocks, pictures={names[key]: files[key] for key in names}, subtitle=maker.subtitle
    )
    ledger = [
        *_order_entries(choice, by_number),
        *setting.ledger,
        *maker.ledger,
        *_left_out(sheets),
        *_on_their_side(sheets),
        *_across(sheets),
        *_without_file(sheets, shown, files),
    ]
    turned = {page.number: page for page in pages}
    rooms = tuple(
        room_in_file(turned[panel.page], panel, box)
        for one in units
        for panel, box in one.rooms
        if not isinstance(one.unit, Picture)
    )
    return Imported(document, tuple(ledger), choice.order, _previews(data), rooms)


def _previews(data: bytes) -> tuple[Preview, ...]:
    return tuple(Preview(n, png, wide, high) for n, (png, wide, high) in enumerate(page_pictures(data), 1))


def _order_entries(choice: Choice, contents: dict[int, Content]) -> Iterator[Entry]:
    """Yield what there is to say of the order of panels: with the words at each joint where it is not sure."""
    order = ",".join(map(str, choice.order))
    natural = ",".join(map(str, sorted(choice.order)))
    if not choice.sure:
        second = ",".join(map(str, choice.second))
        words = "; ".join(_joints(choice.order, contents))
        other = "; ".join(_joints(choice.second, contents))
        yield Entry(
            "IMP-057",
            Place(),
            name=message(
                "--order {order} ({name}) is taken: {words}. Or --order {second} ({second_name}): {other}",
                order=order,
                name=choice.name,
                words=words,
                second=second,
                second_name=choice.second_name,
                other=other,
            ),
        )
    elif order != natural:
        yield Entry("IMP-038", Place(), name=f"{order} ({choice.name})")


def _joints(order: Sequence[int], contents: dict[int, Content]) -> Iterator[str]:
    for one, other in pairwise(order):
        before = [unit for unit in contents[one].units if isinstance(unit, Piece)]
        after = [unit for unit in contents[other].units if isinstance(unit, Piece)]
        if before and after:
            end, start = " ".join(before[-1].text.split()[-3:]), " ".join(after[0].text.split()[:3])
            yield f"{one} → {other}: “… {end} | {start} …”"


def _left_out(sheets: Sheets) -> Iterator[Entry]:
    panels = {content.panel.number: content.panel for content in sheets.contents}
    furniture = sheets.furniture
    for code, lines in (("IMP-085", furniture.heads), ("IMP-085", furniture.feet), ("IMP-086", furniture.folios)):
        for number, each in lines.items():
            for line in each:
                yield Entry(code, _place(panels[number], line), line.text)


def _on_their_side(sheets: Sheets) -> Iterator[Entry]:
    """Yield an entry for the letters of each panel that stand on their side."""
    for content in sheets.contents:
        panel = content.panel
        words = "".join(glyph.text for glyph in panel.aside).split()
        for word in words:
            yield Entry("IMP-065", Place(page=panel.page, panel=panel.place), word)


def _across(sheets: Sheets) -> Iterator[Entry]:
    """Yield an entry for the lines of each panel that go over a fold: which panel they belong to is a guess."""
    for content in sheets.contents:
        lines = lines_of([glyph for glyph in content.panel.glyphs if glyph.index in content.panel.across])
        if lines:
            words = message(
                "Text goes over a fold, and is read with panel {place}: look whether it belongs there",
                place=content.panel.place,
            )
            text = " ".join(line.text for line in lines)
            yield Entry("IMP-058", _place(content.panel, lines[0]), text, text, words)


def _place(panel: Panel, line: Line) -> Place:
    box = line.box
    return Place(page=panel.page, panel=panel.place, box=(box.left, box.top, box.right, box.bottom))


def _without_file(
    sheets: Sheets, shown: Sequence[tuple[int, int]], files: dict[tuple[int, int], bytes]
) -> Iterator[Entry]:
    for content in sheets.contents:
        panel = content.panel
        for picture in (*panel.pictures, *panel.behind):
            box = (picture.box.left, picture.box.top, picture.box.right, picture.box.bottom)
            place = Place(page=panel.page, panel=panel.place, box=box)
            if picture in panel.behind:
                yield Entry("IMP-079", place, name=message("a picture behind the text"))
            elif (panel.page, picture.number) in shown and (panel.page, picture.number) not in files:
                yield Entry("IMP-053", place, name=message("it cannot be read, or has more than 50 megapixels"))
