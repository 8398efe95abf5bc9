"""One reading of a copy: front matter and body turned into what the press works with, and what is wrong with them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from clearfold.model.braille import READ_BACK, Grade
from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.source import Source
from clearfold.press.document.blocks import Paragraph
from clearfold.press.document.inlines import Text as PlainText
from clearfold.press.document.walk import words_of, written
from clearfold.press.front_matter.fields import (
    ContactFields,
    CoverFields,
    FrontMatter,
    ImageFields,
    SponsorFields,
)
from clearfold.press.front_matter.missing import title_of
from clearfold.press.front_matter.yaml_text import Address, Yaml
from clearfold.press.images.sharpness import OF_LOGO, ON_COVER
from clearfold.press.labels import Labels
from clearfold.press.leaflet import (
    Contact,
    Entry,
    Evaluation,
    Metadata,
    Phrase,
    Picture,
    Publisher,
    Section,
    Sponsor,
    slug,
)
from clearfold.press.markdown.alphabets import place_in_order
from clearfold.press.markdown.body import read_body
from clearfold.press.markdown.dialect import BOXES, Dialect
from clearfold.press.markdown.glyph_coverage import YAML_COMMENT, Text
from clearfold.press.markdown.nodes import read_html
from clearfold.press.markdown.pictures import Pictures
from clearfold.press.markdown.positions import Places
from clearfold.press.markdown.written import tidy


def leaflet_id(path: Path) -> str:
    """Return the id that a leaflet has where its front matter gives none: the name of its folder."""
    return slug(path.resolve().parent.name) or "leaflet"


@dataclass(slots=True)
class Reading:
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
        body = read_body(html, self.source, title, self.pictures, self.places, self.dialect.meanings())
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
        contact = self.contact(data.contact) if data.contact else publisher.contact
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
            translated_by=data.translated_by,
            checked_by=data.checked_by,
            checked=data.checked,
            translation_of=data.translation_of or "",
            audience=data.audience,
            subjects=tuple(dict.fromkeys(" ".join(subject.split()) for subject in data.subjects)),
            cover=self._cover(data.cover),
            credit=data.cover.credit if data.cover else "",
            design=data.design or publisher.design,
            series=data.series,
            sponsors=self.sponsors(data.sponsors) or publisher.sponsors,
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
            density=data.density or publisher.density,
            thumb_index=publisher.thumb_index if data.thumb_index is None else data.thumb_index,
            braille_page=data.braille_page or publisher.braille_page,
            braille_grade=data.braille_grade or _grade(data.lang, publisher),
            braille_print_pages=publisher.braille_print_pages
            if data.braille_print_pages is None
            else data.braille_print_pages,
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

    def contact(self, given: ContactFields) -> Contact:
        """Return the address and numbers that a key ``contact`` gives."""
        return Contact(
            text=self.phrase(given.text, ("contact", "text")) if given.text else None,
            phone=given.phone,
            hours=given.hours,
            email=given.email or "",
            website=given.website,
            address=given.address,
            place=self.document.place(("contact",)),
        )

    def texts(self) -> tuple[Text, Text]:
        """Return what the copy's author has written."""
        source = self.source
        front = Text(source.path, source.front_matter, source.front_matter_line, YAML_COMMENT)
        return front, Text(source.path, source.body, source.body_line)

    def shown(self, publisher: Publisher) -> Iterable[Picture]:
        """Return every picture that can be read, the logo among them."""
        logos = (publisher.logo, *(sponsor.logo for sponsor in publisher.sponsors))
        return (*self.pictures.found, *(logo for logo in logos if logo))

    def _phrases(self, name: str, values: Iterable[str]) -> tuple[Phrase, ...]:
        return tuple(self.phrase(value, (name, index)) for index, value in enumerate(values))

    def _entries(self, name: str, values: dict[str, str]) -> tuple[Entry, ...]:
        terms = [term for term in values if term not in self.defined]
        for before, after in pairwise(terms):
            if place_in_order(after, self.words.lang) < place_in_order(before, self.words.lang):
                self.diagnostics.append(
                    mistake("SRC-016", self.document.place((name, after)), before=before, after=after)
                )
        return tuple(Entry(term, self.phrase(value, (name, term))) for term, value in values.items())

    def picture(self, given: ImageFields | None, name: str) -> Picture | None:
        """Return the picture that a key names, None where it cannot be used."""
        if given is None:
            return None
        place = self.document.place((name, "image"))
        room = ON_COVER if name == "cover" else OF_LOGO
        self.diagnostics += self.pictures.add(given.image, given.alt, place, decoration=not given.alt, room=room)
        found = next((picture for picture in self.pictures.found if picture.name == given.image), None)
        return replace(found, alternative=given.alt) if found else None

    def sponsors(self, given: Iterable[SponsorFields]) -> tuple[Sponsor, ...]:
        """Return who is thanked, with the logos that can be used; the name is what a screen reader says of one."""
        found = []
        for number, one in enumerate(given):
            place, logo = self.document.place(("sponsors", number)), None
            if one.logo:
                place = self.document.place(("sponsors", number, "logo"))
                self.diagnostics += self.pictures.add(one.logo, one.name, place, room=OF_LOGO)
                logo = next((picture for picture in self.pictures.found if picture.name == one.logo), None)
            found.append(Sponsor(one.name, replace(logo, alternative=one.name) if logo else None, place))
        return tuple(found)

    def _cover(self, given: CoverFields | None) -> Picture | None:
        picture = self.picture(given, "cover")
        return replace(picture, focus=given.focus) if picture and given else None

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


def _grade(lang: str, publisher: Publisher) -> Grade:
    """Return how braille is written where the copy does not say it: contracted where that can be read back."""
    known = lang.split("-")[0].lower() in READ_BACK
    return publisher.braille_grade if known else Grade.UNCONTRACTED
