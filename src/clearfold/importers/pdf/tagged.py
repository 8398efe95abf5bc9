"""A tagged PDF → a document by its tags, where they can be believed."""

from collections.abc import Iterator, Sequence

from clearfold.importers.document import Document, Place
from clearfold.importers.ledger import Entry
from clearfold.importers.pdf.layout.panels import Panel
from clearfold.importers.pdf.page.glyphs import Glyph, Page
from clearfold.importers.pdf.page.lines import Line, lines_of
from clearfold.importers.pdf.page.pictures import drawing_file, file_ending, picture_files
from clearfold.importers.pdf.places import room_in_file
from clearfold.importers.pdf.runs import Typesetting
from clearfold.importers.pdf.tags.blocks import TagMaker
from clearfold.importers.pdf.tags.letters import Letters, believable
from clearfold.importers.pdf.tags.tree import Element, Mark, is_own, read_tree
from clearfold.importers.reading import Imported, Options
from clearfold.importers.words.breaks import Breaks
from clearfold.importers.words.languages import language_of
from clearfold.importers.words.wrapped import whole_words
from clearfold.model.messages import message


def tagged(data: bytes, pages: Sequence[Page], panels: Sequence[Panel], options: Options) -> Imported | None:
    """Return what a PDF holds by its tags; None where it has none, or they leave letters out or jump about."""
    root = read_tree(data)
    letters = Letters(panels)
    if root is None or options.order or not believable(root, letters):
        return None
    texts = [row.line.text for row in letters.rows(root.marks())]
    lang = options.lang or _lang(root) or language_of(" ".join(texts))
    links = [(page.number, link) for page in pages for link in page.links]
    figures = _Figures(data, panels)
    maker = TagMaker(letters, Typesetting(Breaks(lang, whole_words(texts)), links), figures.name, lang, is_own(data))
    blocks = maker.document(root)
    document = Document(maker.title, lang, blocks, maker.notes, figures.files)
    by_number = {page.number: page for page in pages}
    ledger = (
        Entry("IMP-045", Place()),
        *maker.setting.ledger,
        *maker.ledger,
        *figures.ledger,
        *_beside(panels, root),
    )
    rooms = tuple(room_in_file(by_number[room.panel.page], room.panel, room.box) for room in maker.rooms)
    notes = tuple(room_in_file(by_number[room.panel.page], room.panel, room.box) for room in maker.note_rooms)
    return Imported(document, ledger, rooms=rooms, notes=notes, tagged=True)


def _lang(element: Element) -> str:
    """Return the language of the whole: that of the root or of its only child."""
    if element.lang:
        return element.lang
    inner = element.elements()
    return _lang(inner[0]) if len(inner) == 1 else ""


class _Figures:
    """The pictures of figures, each with a name of its own."""

    def __init__(self, data: bytes, panels: Sequence[Panel]) -> None:
        self._data = data
        self._pictures = {
            (panel.page, picture.mark): picture
            for panel in panels
            for picture in (*panel.pictures, *panel.behind)
            if picture.mark >= 0
        }
        self.files: dict[str, bytes] = {}
        self.ledger: list[Entry] = []

    def name(self, element: Element) -> str:
        """Return the name of a figure's picture; a drawing is drawn as one; "" where nothing is there to be drawn."""
        marks = list(element.marks())
        file = self._photograph(marks)
        if not file and marks:
            file = drawing_file(self._data, marks[0].page, marks[0].number)
            if file:
                place = Place(page=marks[0].page)
                self.ledger.append(Entry("IMP-022", place, name=message("a PNG: it is a drawing in the PDF")))
        if not file:
            place = Place(page=marks[0].page if marks else 0)
            self.ledger.append(Entry("IMP-053", place, name=element.alternative or message("it cannot be read")))
            return ""
        name = f"picture-{len(self.files) + 1}{file_ending(file)}"
        self.files[name] = file
        return name

    def _photograph(self, marks: Sequence[Mark]) -> bytes:
        """Return the file of the first picture among marked content, none where only lines are drawn."""
        shown = (self._pictures.get((mark.page, mark.number)) for mark in marks)
        for mark, picture in zip(marks, shown, strict=True):
            if picture is not None:
                return next(iter(picture_files(self._data, [(mark.page, picture.number)]).values()), b"")
        return b""


def _beside(panels: Sequence[Panel], root: Element) -> Iterator[Entry]:
    """Yield an entry for each line that no element holds: what the file says is no part of its text."""
    told = {(mark.page, mark.number) for mark in root.marks()}
    for panel in panels:
        out = [g for g in (*panel.glyphs, *panel.aside) if g.text.strip() and (panel.page, g.mark) not in told]
        for line in _lines(out):
            box = line.box
            place = Place(page=panel.page, panel=panel.place, box=(box.left, box.top, box.right, box.bottom))
            yield Entry("IMP-088", place, line.text, name=message("a running line, a page number or what decorates"))


def _lines(glyphs: Sequence[Glyph]) -> list[Line]:
    return lines_of(glyphs) if glyphs else []
