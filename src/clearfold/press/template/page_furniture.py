"""What the templates add to the copy, declared so that the proof can account for every character and ask for labels."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clearfold.model.transcript import Furniture, Kind, Span
from clearfold.press.document.blocks import Box
from clearfold.press.document.inlines import Image
from clearfold.press.document.walk import walk
from clearfold.press.edition import Edition
from clearfold.press.labels import Labels
from clearfold.press.leaflet import Leaflet, Sibling
from clearfold.press.markdown.dialect import BOXES
from clearfold.press.template.back_look import back_of
from clearfold.press.template.page import line_of, panels_of, words_of
from clearfold.press.template.panels import Listed, Panels
from clearfold.press.template.thumbs import thumbs
from clearfold.press.template.wide_tables import Head, heads_in_cards, labels, stack_wide_tables

BEFORE = {"languages": "online"}  # the names of other languages are in no copy
NOTHING = r"(?!)"  # what is declared so is no words, but where words of the copy stand


def paged(leaflet: Leaflet, edition: Edition) -> tuple[Furniture, ...]:
    """Declare the furniture of a printed edition: labels, contents with folios, running heads and folios."""
    words, made = words_of(leaflet), panels_of(leaflet, edition)
    contents = made.contents if edition.contents else ()
    return (
        *_labels(leaflet, made, contents=bool(contents)),
        *(
            Furniture("contents entry", rf"{_exactly(entry.title)} ?(\d+)?", least=1, text=entry.title)
            for entry in contents
        ),
        *_cell_labels(leaflet, edition),
        *_signature(leaflet, made, edition),
        Furniture("folio", "{page}", limit=0),
        *(Furniture("thumb", tab.mark, limit=0, text=tab.mark) for tab in thumbs(leaflet, edition).values()),
        *(
            Furniture("running head", _exactly(head), limit=0, text=head)
            for head in sorted(_heads(made, words("Contents")))
        ),
    )


def flowing(leaflet: Leaflet, edition: Edition) -> tuple[Furniture, ...]:
    """Declare the furniture of an edition without pages: labels alone, since contents stand apart from the text."""
    made = panels_of(leaflet, edition)
    signature = _signature(leaflet, made, edition)
    return (*_labels(leaflet, made, contents=False), *_cell_labels(leaflet, edition), *signature)


def embossed(leaflet: Leaflet, edition: Edition) -> tuple[Furniture, ...]:
    """Declare the furniture of braille: labels, contents with pages, labels of cells, pictures, title pages, folios."""
    words, made = words_of(leaflet), panels_of(leaflet, edition)
    stacked = stack_wide_tables(leaflet, edition.line, Head.KEPT)
    entries = made.contents if edition.contents else ()
    images = [node for part in leaflet.sections for node in walk(part.blocks) if isinstance(node, Image)]
    around = (leaflet.publisher.logo, leaflet.metadata.cover)
    pictures = sum(bool(seen and seen.alternative) for seen in (*images, *around))
    pictures += sum(bool(one.logo) for one in leaflet.metadata.sponsors)
    picture = f"{words('Picture')}:"
    return (
        *_labels(leaflet, made, contents=bool(entries)),
        *(
            Furniture("contents entry", rf"{_exactly(entry.signed)} ?(\d+)?", least=1, text=entry.signed)
            for entry in entries
        ),
        *(
            Furniture("cell label", _exactly(label), count, least=count, text=label)
            for label, count in Counter(labels(stacked)).items()
        ),
        *((Furniture("picture", _exactly(picture), pictures, text=picture),) if pictures else ()),
        Furniture("volume", words("Volume {number} of {count}").format(number=r"\d+", count=r"\d+"), limit=0),
        Furniture("title of a volume", _exactly(leaflet.metadata.title), limit=0, text=leaflet.metadata.title),
        Furniture("folio", "{page}", limit=0),
    )


def browsed(leaflet: Leaflet, edition: Edition) -> tuple[Furniture, ...]:
    """Declare the furniture of a web page: labels, contents, reading aids, and a way past them."""
    words, made = words_of(leaflet), panels_of(leaflet, edition)
    contents = (words("Contents"), *(entry.title for entry in made.contents)) if made.contents else ()
    return (
        *_labels(leaflet, made, contents=False),
        *(
            Furniture("contents entry", _exactly(text), count, least=count, text=text)
            for text, count in Counter(contents).items()
        ),
        *_cell_labels(leaflet, edition),
        *(Furniture("reading aid", _exactly(text), count, least=count, text=text) for text, count in _aids(words)),
        Furniture("voice", rf"{_exactly(words('Read aloud'))} ?{_exactly(words('Stop'))}", hidden=True),
        Furniture("close", NOTHING, text=words("Close")),
    )


def _aids(words: Labels) -> Iterator[tuple[str, int]]:
    """Yield the words of what stands above a web page's cover, with how often each stands there."""
    texts = (
        words("Skip to the text"),
        words("Reading aids"),
        *(words("Size of the letters"), words("Usual"), words("Large"), words("Very large")),
        *(words("Space between letters and lines"), words("Usual"), words("Wide")),
        *(words("Colours"), words("As on this device"), words("Light"), words("Dark"), words("Soft")),
    )
    yield from Counter(texts).items()


def _signature(leaflet: Leaflet, made: Panels, edition: Edition) -> Iterator[Furniture]:
    """Declare the name of the association at the foot of the back cover."""
    back = back_of(leaflet, made, edition.paper)
    if back and back.signature:
        yield Furniture("signature", _exactly(back.signature), least=1, text=back.signature)


def _cell_labels(leaflet: Leaflet, edition: Edition) -> Iterator[Furniture]:
    stacked = stack_wide_tables(leaflet, line_of(leaflet, edition), Head.MOVED if edition.paper else Head.UNDRAWN)
    cells = Counter(labels(stacked))
    for label, count in cells.items():
        yield Furniture("cell label", _exactly(label), count, hidden=True, least=count, text=label)
    for head in dict.fromkeys(heads_in_cards(stacked)):
        yield Furniture("cards", NOTHING, text="\n".join(" ".join(words.split()) for words in head))


def _labels(leaflet: Leaflet, made: Panels, *, contents: bool) -> Iterator[Furniture]:
    """Declare the labels in reading order, each before the part of the copy that it introduces."""
    words = words_of(leaflet)
    yield _label("format", made.format, "key_messages")
    yield _label("imprint", made.imprint, "key_messages")
    if contents:
        yield _label("contents heading", words("Contents"), "key_messages", Kind.HEADING)
    yield from _heading(made.summary, "key_messages")
    yield from _heading(made.abbreviations, "abbreviations")
    yield from _heading(made.glossary, "glossary")
    yield from _heading(made.sources, "sources")
    yield from (_label("label", row.label, row.part) for row in made.sources_rows if made.sources)
    yield from _heading(made.about, "about")
    yield from (_label("label", row.label, row.part) for row in made.about_rows)
    yield from _heading(made.questions, "contact")
    yield from _last(made)
    boxes = [node for part in leaflet.sections for node in walk(part.blocks) if isinstance(node, Box)]
    for name in BOXES:
        count = sum(box.type == name and box.untitled for box in boxes)
        if count:
            yield _label("box title", words(name.capitalize()), f"box {name}", Kind.BOX_TITLE, count)


def _last(made: Panels) -> Iterator[Furniture]:
    """Declare the labels of the last panel, of which the first is its heading."""
    yield from _heading(made.contact, BEFORE.get(made.contact_part, made.contact_part))
    yield from (_label("label", row.label, row.part) for row in made.contact_rows)
    for part in ("formats", "languages", "online", "sponsors"):
        if part in made.contact_labels:
            yield _label("label", made.contact_labels[part], BEFORE.get(part, part))
        if part == "languages" and made.siblings:
            yield _languages(made.siblings)


def _languages(others: Sequence[Sibling]) -> Furniture:
    """Declare the line that names other languages, each in itself."""
    text, spans = "", list[Span]()
    for one in others:
        text += " · " if text else ""
        spans.append(Span(len(text), len(text) + len(one.name), lang=one.lang))
        text += one.name
    return replace(_label("languages", text, "online"), spans=tuple(spans))


def _heading(panel: Listed | None, before: str) -> Iterator[Furniture]:
    if panel:
        yield _label("panel heading", panel.title, before, Kind.HEADING)


def _label(name: str, text: str, before: str, kind: Kind = Kind.LABEL, limit: int = 1) -> Furniture:
    """Declare words that must stand right before a part of the copy."""
    return Furniture(name, _exactly(text), limit, text=text, before=before, kind=kind)


def _exactly(text: str) -> str:
    """Return the pattern of a text: CLDR has a narrow space in Ukrainian dates, and a space is a space."""
    return re.escape(" ".join(text.split()))


def _heads(made: Panels, contents: str) -> set[str]:
    return {entry.head for entry in made.contents if entry.head} | {contents}
