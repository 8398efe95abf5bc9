"""The leaflet: what the press knows of a copy once it is read, and all that an edition is made from."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from clearfold.model.braille import Grade, PageSize
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.source import Source
from clearfold.press.document.inlines import Text
from clearfold.press.document.walk import Nodes, walk


class Status(StrEnum):
    """How far a leaflet has come."""

    DRAFT = "draft"
    REVIEW = "review"
    FINAL = "final"
    WITHDRAWN = "withdrawn"


class Density(StrEnum):
    """How much room lines and blocks have in print; letters are of one size in both."""

    ROOMY = "roomy"
    COMPACT = "compact"


class Design(StrEnum):
    """How covers look: the picture below a band with the words, above them, or words alone on the house colour."""

    BAND = "band"
    PICTURE = "picture"
    PLAIN = "plain"


class Focus(StrEnum):
    """What of a picture is kept where its place has another shape."""

    CENTRE = "centre"
    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


class PdfProfile(StrEnum):
    """The conformance that a PDF claims, all of it in one file.

    ``ARCHIVE``, asked for today, is PDF/UA-1 (ISO 14289-1) with PDF/A-2a (ISO 19005-2), in PDF 1.7; ``NEXT``, the
    coming standards, is PDF/UA-2 (ISO 14289-2) with PDF/A-4f (ISO 19005-4) and WTPDF 1.0, in PDF 2.0.
    """

    ARCHIVE = "archive"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One paragraph of prose: its text, and the same as nodes."""

    text: str
    content: Nodes = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A term and what it means."""

    term: str
    meaning: Phrase


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file: where it is, what the copy calls it, and its text alternative ("" if it only decorates).

    ``focus`` is what of it is kept on a cover, which may crop it then as it likes.
    """

    path: Path
    name: str
    alternative: str = ""
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who made a leaflet possible; the ``logo``, where there is one, stands for the name, written at ``place``."""

    name: str
    logo: Picture | None = None
    place: Location | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """How readers reach the publisher; what is unknown is empty. ``place`` is where the copy says it."""

    text: Phrase | None = None
    phone: str = ""
    hours: str = ""
    email: str = ""
    website: str = ""
    address: str = ""
    place: Location | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Who has held the e-book against which accessibility standard, and when; ``report`` is an address or empty."""

    by: str
    date: date
    standard: str
    report: str = ""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface: a file for each of its weights, the lightest first, and its x-height and mean width in em."""

    family: str
    files: tuple[tuple[int, Path], ...]
    x_height: float
    width: float


@dataclass(frozen=True, slots=True)
class Publisher:
    """What all leaflets of an association share; colours are ``#rrggbb``, typeface is None for the usual one.

    ``must_be_clean`` are codes of advice that a final leaflet must not have. With ``overprint`` black letters are
    printed over what is below them, for the print shop. Where the ``logo_names`` the association, its name is not
    printed beside it.
    """

    name: str = ""
    contact: Contact | None = None
    primary: str = ""
    accent: str = ""
    logo: Picture | None = None
    logo_names: bool = False
    logo_place: Location | None = None
    design: Design | None = None
    sponsors: tuple[Sponsor, ...] = ()
    style: Path | None = None
    pdf_profile: PdfProfile = PdfProfile.ARCHIVE
    editions: tuple[str, ...] = ()
    must_be_clean: tuple[str, ...] = ()
    overprint: bool = True
    typeface: Typeface | None = None
    density: Density | None = None
    thumb_index: bool = False
    braille_page: PageSize = PageSize.USUAL
    braille_grade: Grade = Grade.UNCONTRACTED
    braille_print_pages: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """The front matter, validated; what the copy leaves out is empty or None."""

    id: str
    lang: str
    title: str
    subtitle: str = ""
    version: str = ""
    status: Status = Status.DRAFT
    published: date | None = None
    review_by: date | None = None
    publisher: str = ""
    authors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    testers: tuple[str, ...] = ()
    translated_by: tuple[str, ...] = ()
    checked_by: tuple[str, ...] = ()
    checked: date | None = None
    audience: str = ""
    subjects: tuple[str, ...] = ()
    cover: Picture | None = None
    credit: str = ""
    design: Design | None = None
    series: str = ""
    sponsors: tuple[Sponsor, ...] = ()
    key_messages: tuple[Phrase, ...] = ()
    abbreviations: tuple[Entry, ...] = ()
    glossary: tuple[Entry, ...] = ()
    sources: tuple[Phrase, ...] = ()
    searched: date | None = None
    funding: Phrase | None = None
    conflicts: Phrase | None = None
    contact: Contact | None = None
    formats: tuple[str, ...] = ()
    online: str = ""
    licence: Phrase | None = None
    evaluation: Evaluation | None = None
    density: Density | None = None
    thumb_index: bool = False
    braille_page: PageSize = PageSize.USUAL
    braille_grade: Grade = Grade.UNCONTRACTED
    braille_print_pages: bool = False
    translation_of: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the body under one h2; what stands before the first h2 has no title and an id of its own.

    ``blocks`` are what stands below the h2; ``short`` is the title as running heads have it, "" where it is the same.
    """

    id: str
    title: Phrase | None
    blocks: Nodes
    short: str = ""

    @property
    def ids(self) -> frozenset[str]:
        """All ids in the section, its own among them."""
        below = (node.attributes.id for node in walk(self.blocks) if not isinstance(node, Text))
        return frozenset((self.id, *filter(None, below)))


@dataclass(frozen=True, slots=True)
class Sibling:
    """The same leaflet in another language: its language, what readers call that, and whether it is the source."""

    lang: str
    name: str
    is_source: bool


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A whole leaflet, ready for every edition.

    ``languages`` are those in which it is built together, its own among them; () where it is built alone.
    ``siblings`` are its translations, or its source and the others of that, which stand beside its copy.
    """

    source: Source
    metadata: Metadata
    publisher: Publisher
    sections: tuple[Section, ...]
    pictures: tuple[Picture, ...]
    warnings: tuple[Diagnostic, ...] = ()
    languages: tuple[str, ...] = ()
    siblings: tuple[Sibling, ...] = ()

    @property
    def shown(self) -> tuple[Picture, ...]:
        """All that is shown: the copy's pictures, the cover's, the association's logo, and those of its sponsors."""
        logos = (sponsor.logo for sponsor in self.metadata.sponsors)
        extra = (self.metadata.cover, self.publisher.logo, *logos)
        return (*self.pictures, *(picture for picture in extra if picture))


def slug(text: str, separator: str = "-") -> str:
    """Return text as an id in ASCII: letters without accents, digits and the separator."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", separator, plain.lower()).strip(separator)


def fresh(name: str, taken: set[str]) -> str:
    """Return a name that is not taken yet, and take it: the name itself wherever that is free."""
    while name in taken:
        name += "_"
    taken.add(name)
    return name
