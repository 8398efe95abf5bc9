"""From a source to a leaflet: what the front matter says, what the body says, and all that is wrong with either."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location, Severity
from clearfold.model.source import Source, read_text
from clearfold.press.design.typefaces import characters
from clearfold.press.document.blocks import Paragraph
from clearfold.press.document.inlines import Text as PlainText
from clearfold.press.document.walk import words_of, written
from clearfold.press.front_matter.brand import pale, typeface
from clearfold.press.front_matter.fields import (
    ContactFields,
    FrontMatter,
    ImageFields,
    PublisherFields,
)
from clearfold.press.front_matter.missing import is_missing, missing, title_of
from clearfold.press.front_matter.paths import is_file, of_project, strayed
from clearfold.press.front_matter.validation import validate
from clearfold.press.front_matter.yaml_text import Address, Yaml, read_yaml
from clearfold.press.labels import Labels, labels_of
from clearfold.press.leaflet import (
    Contact,
    Entry,
    Evaluation,
    Leaflet,
    Metadata,
    Phrase,
    Picture,
    Publisher,
    Section,
    slug,
)
from clearfold.press.markdown.body import read_body
from clearfold.press.markdown.dialect import BOXES, Dialect
from clearfold.press.markdown.glyph_coverage import YAML_COMMENT, Text, drawn_text, escaped, pictured, undrawn
from clearfold.press.markdown.nodes import read_html
from clearfold.press.markdown.pictures import Pictures
from clearfold.press.markdown.positions import Places
from clearfold.press.markdown.written import tidy

PUBLISHER_FILE = "publisher.yaml"


def read_leaflet(source: Source, editions: Sequence[str] = ()) -> Leaflet:
    """Read a copy; raise LeafletError with every mistake that its author can mend.

    ``editions`` are the names that publisher.yaml may give; without any, it may give every name.
    """
    document = read_yaml(source.path, source.front_matter, source.front_matter_line)
    if is_missing(source):
        document.diagnostics.append(missing(source))
    fields = validate(FrontMatter, document)
    words = labels_of(fields.lang) if fields else None
    shared = _Shared(source.path, words or Labels("en", {}), editions)
    publisher, findings = shared.publisher(), shared.diagnostics
    findings += document.diagnostics
    if fields and words is None:
        findings.append(mistake("SRC-014", document.place(("lang",)), lang=fields.lang))
    reading = _Reading(source, document, fields, words or Labels("en", {}))
    sections = reading.body()
    metadata = reading.metadata(publisher)
    findings += reading.diagnostics
    if metadata:
        known = characters(publisher.typeface)
        spoken = (picture.alternative for picture in reading.shown(publisher))
        said = (*drawn_text(metadata, sections), *spoken, *reading.written, *shared.written)
        findings += escaped(said, [*reading.texts(), *shared.texts])
        findings += undrawn(drawn_text(metadata, sections), [*reading.texts(), *shared.texts], known)
        findings += pictured(reading.shown(publisher), known)
    if metadata is None or any(f.severity is Severity.ERROR for f in findings):
        raise LeafletError(findings)
    return Leaflet(source, metadata, publisher, sections, reading.pictures.found, tuple(findings))


def leaflet_id(path: Path) -> str:
    """Return the id that a leaflet has where its front matter gives none: the name of its folder."""
    return slug(path.resolve().parent.name) or "leaflet"


def publisher_file(path: Path) -> Path | None:
    """Return the publisher.yaml nearest to a copy: in its folder, else in the one above."""
    folder = path.resolve().parent
    return next((f for f in (folder / PUBLISHER_FILE, folder.parent / PUBLISHER_FILE) if f.is_file()), None)


@dataclass(slots=True)
class _Reading:
    """One reading of one copy; what is wrong gathers in ``diagnostics``."""

    source: Source
    document: Yaml
    fields: FrontMatter | None
    words: Labels
    pictures: Pictures = field(init=False)
    places: Places = field(init=False)
    dialect: Dialect = field(init=False)
    plain: Dialect = field(init=False)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    defined: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pictures = Pictures(self.source.path.parent)
        self.places = Places(self.source)
        titles = {name: self.words(name.capitalize()) for name in BOXES}
        given = dict(self.fields.abbreviations) if self.fields else {}
        self.plain = Dialect({}, titles)

        def spoken(prose: str) -> str:
            return words_of(read_html(self.plain.convert(prose), self.places).nodes or ())

        meanings = {term: spoken(prose) for term, prose in given.items()}
        self.dialect = Dialect(meanings, titles, spoken)

    def body(self) -> tuple[Section, ...]:
        """Return the sections of the body."""
        text, remarks = tidy(self.source.body, self._line)
        self.diagnostics += remarks
        html = self.dialect.convert(text)
        self.defined = self.dialect.defined()
        # Where the front matter is wrong, the title is still what it says: one mistake is told, and not two.
        given = self.fields.title if self.fields else self.document.values.get("title", "")
        title = given if isinstance(given, str) and given else title_of(self.source)
        body = read_body(html, self.source, title, self.pictures, self.places)
        self.diagnostics += body.diagnostics
        self.diagnostics += self._redefined()
        for section in body.sections:
            self.written += written((*(section.title.content if section.title else ()), *section.blocks))
        return body.sections

    def metadata(self, publisher: Publisher) -> Metadata | None:
        """Return the front matter as the press has it, or None where it is not valid."""
        data = self.fields
        if data is None:
            return None
        if data.lang.lower() != self.source.path.stem.lower():
            place = self.document.place(("lang",))
            self.diagnostics.append(mistake("SRC-015", place, file=self.source.path.name, lang=data.lang))
        contact = _contact(self, data.contact, ("contact",)) if data.contact else publisher.contact
        return Metadata(
            id=data.id or leaflet_id(self.source.path),
            lang=data.lang,
            title=" ".join(data.title.split()),
            subtitle=data.subtitle,
            version=data.version,
            status=data.status,
            published=data.published,
            review_by=data.review_by,
            publisher=data.publisher or publisher.name,
            authors=data.authors,
            reviewers=data.reviewers,
            testers=data.testers,
            audience=data.audience,
            cover=self.picture(data.cover, "cover"),
            key_messages=self._phrases("key_messages", data.key_messages),
            abbreviations=self._entries("abbreviations", {**data.abbreviations, **self.defined}),
            glossary=self._entries("glossary", data.glossary),
            sources=self._phrases("sources", data.sources),
            searched=data.searched,
            funding=self.phrase(data.funding, ("funding",)) if data.funding else None,
            conflicts=self.phrase(data.conflicts, ("conflicts",)) if data.conflicts else None,
            contact=contact,
            formats=data.formats,
            online=data.online,
            licence=self.phrase(data.licence, ("licence",)) if data.licence else None,
            evaluation=Evaluation(**dict(data.evaluation)) if data.evaluation else None,
        )

    def phrase(self, text: str, address: Address) -> Phrase:
        """Return a prose value of the front matter; more than one paragraph of it is a mistake."""
        html = self.plain.prose(text)
        place = self.document.place(address)
        parsed = read_html(html, self.places, place)
        self.diagnostics += (replace(fault, location=place) for fault in parsed.diagnostics)
        if parsed.nodes is None:
            return Phrase("")
        self.written += written(parsed.nodes)
        blocks = [node for node in parsed.nodes if not (isinstance(node, PlainText) and node.blank)]
        if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
            self.diagnostics.append(mistake("SRC-017", place))
            return Phrase(words_of(blocks))
        return Phrase(words_of(blocks), blocks[0].children)

    def texts(self) -> tuple[Text, Text]:
        """Return what the copy's author has written."""
        source = self.source
        front = Text(source.path, source.front_matter, source.front_matter_line, YAML_COMMENT)
        return front, Text(source.path, source.body, source.body_line)

    def shown(self, publisher: Publisher) -> Iterable[Picture]:
        """Return every picture that can be read, the logo among them."""
        return (*self.pictures.found, *([publisher.logo] if publisher.logo else []))

    def _phrases(self, name: str, values: Iterable[str]) -> tuple[Phrase, ...]:
        return tuple(self.phrase(value, (name, index)) for index, value in enumerate(values))

    def _entries(self, name: str, values: dict[str, str]) -> tuple[Entry, ...]:
        terms = [term for term in values if term not in self.defined]
        for before, after in pairwise(terms):
            if slug(after) < slug(before):
                self.diagnostics.append(
                    mistake("SRC-016", self.document.place((name, after)), before=before, after=after)
                )
        return tuple(Entry(term, self.phrase(value, (name, term))) for term, value in values.items())

    def picture(self, given: ImageFields | None, name: str) -> Picture | None:
        """Return the picture that a key names, None where it cannot be used."""
        if given is None:
            return None
        place = self.document.place((name, "image"))
        self.diagnostics += self.pictures.add(given.image, given.alt, place, decoration=not given.alt)
        found = next((picture for picture in self.pictures.found if picture.name == given.image), None)
        return replace(found, alternative=given.alt) if found else None

    def _line(self, number: int) -> Location:
        """Return where the text of a line of the body begins."""
        line = self.source.body.split("\n")[number]
        return self.source.at(self.source.body_line + number, len(line) - len(line.lstrip()) + 1)

    def _redefined(self) -> Iterable[Diagnostic]:
        seen = dict(self.fields.abbreviations) if self.fields else {}
        pattern = re.compile(r"^ {0,3}\*\[([^\]\n]+)\][ ]?:[ ]*(.*)$", re.MULTILINE)
        for match, place in self.places.all(pattern):
            term, meaning = match[1].strip(), match[2].strip()
            if seen.setdefault(term, meaning) != meaning:
                yield mistake("SRC-053", place, term=term, first=seen[term], second=meaning)


@dataclass(slots=True)
class _Shared:
    """One reading of the publisher.yaml that a copy has; what is wrong gathers in ``diagnostics``."""

    copy: Path
    words: Labels
    editions: Sequence[str]
    texts: list[Text] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def publisher(self) -> Publisher:
        """Return what the file says, nothing where there is none or it cannot be read."""
        path = publisher_file(self.copy)
        if path is None:
            return Publisher()
        try:
            text = read_text(path)
        except LeafletError as error:
            self.diagnostics += error.diagnostics
            return Publisher()
        self.texts.append(Text(path, text, comment=YAML_COMMENT))
        document = read_yaml(path, text, 1)
        fields = validate(PublisherFields, document)
        self.diagnostics += document.diagnostics
        if fields is None:
            return Publisher()
        return self._read(path, document, fields)

    def _read(self, path: Path, document: Yaml, fields: PublisherFields) -> Publisher:
        reading = _Reading(Source(path, "", "", 1, "", 1), document, None, Labels("en", {}))
        face, faults = typeface(fields.typeface, document, self.words)
        style = of_project(path.parent, fields.style) if fields.style else None
        publisher = Publisher(
            name=fields.name,
            contact=_contact(reading, fields.contact, ("contact",)) if fields.contact else None,
            primary=fields.colours.primary or "",
            accent=fields.colours.accent or "",
            logo=reading.picture(fields.logo, "logo"),
            style=style,
            pdf_profile=fields.pdf_profile,
            editions=fields.editions,
            overprint=fields.print.overprint,
            typeface=face,
        )
        self.written += reading.written
        self.diagnostics += (*reading.diagnostics, *faults, *pale(fields, document), *self._unknown(fields, document))
        if fields.style and style is None:
            self.diagnostics.append(strayed("style sheet", fields.style, document.place(("style",))))
        elif style and not is_file(style):
            self.diagnostics.append(mistake("SRC-018", document.place(("style",)), name=fields.style))
        elif style:
            try:
                read_text(style)
            except LeafletError as error:
                self.diagnostics += error.diagnostics
        return publisher

    def _unknown(self, fields: PublisherFields, document: Yaml) -> Iterable[Diagnostic]:
        for index, name in enumerate(fields.editions):
            if self.editions and name not in self.editions:
                choices, place = ", ".join(self.editions), document.place(("editions", index))
                yield mistake("SRC-012", place, "edition", name=name, choices=choices)


def _contact(reading: _Reading, contact: ContactFields, address: Address) -> Contact:
    return Contact(
        text=reading.phrase(contact.text, (*address, "text")) if contact.text else None,
        phone=contact.phone,
        email=contact.email or "",
        website=contact.website,
        address=contact.address,
    )
