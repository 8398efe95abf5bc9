"""Front matter and publisher.yaml: which keys there are, and what each may hold."""

import re
from datetime import date
from typing import Annotated, Self, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from clearfold.model.braille import Grade, PageSize
from clearfold.model.messages import Language, message
from clearfold.press.leaflet import Density, Design, Focus, PdfProfile, Status


def _day(value: object) -> object:
    # pydantic would also take a number of seconds for a date.
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError(message("“{value}” is not a date as year-month-day", value=value))
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(message("“{value}” is no day of the calendar", value=value)) from error
    return value


def _language(value: str) -> str:
    # The language, script, region and variant subtags of BCP 47; extensions have no use in a leaflet.
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{5,8})*", value):
        raise ValueError(message("“{value}” is not a language tag", value=value))
    return value


def _copy_name(value: str) -> str:
    name = value.removesuffix(".md")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", name):
        raise ValueError(message("“{value}” is not the name of a copy in this folder", value=value))
    return name


def _identifier(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError(message("“{value}” cannot be an id", value=value))
    return value


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError(message("“{value}” is not a colour", value=value))
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s.<>]+", value):
        raise ValueError(message("“{value}” is not an e-mail address", value=value))
    return value


def _standard(value: str) -> str:
    # The wording that EPUB Accessibility 1.1, 4.3.2, prescribes, so that shops can read it.
    if not re.fullmatch(r"EPUB Accessibility 1\.[12] - WCAG 2\.[012] Level A{1,3}", value):
        raise ValueError(message("“{value}” is not the name of a standard", value=value))
    return value


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", value):
        raise ValueError(message("“{value}” is not an address", value=value))
    return value


def _website(value: str) -> str:
    # Without "://" it is the name of a server, and https:// is put before it.
    if "://" in value and not re.match(r"https?://", value, re.IGNORECASE):
        raise ValueError(message("“{value}” is not an address of a website", value=value))
    return value


Text: TypeAlias = Annotated[str, Field(min_length=1)]
Prose: TypeAlias = Text
Day: TypeAlias = Annotated[date, BeforeValidator(_day)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=False)


class ImageFields(_Model):
    """A picture beside the copy, and what it shows."""

    image: Text
    alt: str


class LogoFields(ImageFields):
    """The sign of the association; ``name`` says that its name is drawn in it."""

    name: bool = False


class CoverFields(ImageFields):
    """The picture of a cover: what of it is kept where it is cropped, and who made it."""

    focus: Focus | None = None
    credit: Text = ""


class SponsorFields(_Model):
    """Who made a leaflet possible: a name, and the logo that stands for it, if there is one."""

    name: Text
    logo: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: object) -> object:
        return {"name": value} if isinstance(value, str) else value


class ContactFields(_Model):
    """How readers reach the publisher."""

    text: Prose = ""
    phone: Text = ""
    hours: Text = ""
    email: Annotated[str, AfterValidator(_email)] | None = None
    website: Annotated[Text, AfterValidator(_website)] = ""
    address: Text = ""


class ColourFields(_Model):
    """The colours of the association."""

    primary: Annotated[str, AfterValidator(_colour)] | None = None
    accent: Annotated[str, AfterValidator(_colour)] | None = None


class TypefaceFields(_Model):
    """The typeface of the association: the name of a shipped one, or a name and its files."""

    family: Text
    regular: Text = ""
    bold: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: object) -> object:
        return {"family": value} if isinstance(value, str) else value


class EvaluationFields(_Model):
    """Who has held the e-book against an accessibility standard, and when."""

    by: Text
    date: Day
    standard: Annotated[str, AfterValidator(_standard)]
    report: Annotated[str, AfterValidator(_address)] = ""


class PrintFields(_Model):
    """How the file for the print shop is made."""

    # A black letter that is knocked out of a tint has a white edge where the plates shift, so that printers ask for
    # overprint and most set it themselves. Off, for a press whose workflow sets it.
    overprint: bool = True


class PublisherFields(_Model):
    """The keys of publisher.yaml."""

    name: Text = ""
    contact: ContactFields | None = None
    colours: ColourFields = ColourFields()
    logo: LogoFields | None = None
    design: Design | None = None
    sponsors: tuple[SponsorFields, ...] = ()
    style: Text = ""
    pdf_profile: PdfProfile = PdfProfile.ARCHIVE
    program_language: Language | None = None  # the command line reads it, before it reads anything else
    density: Density | None = None
    thumb_index: bool | None = None
    braille_page: PageSize | None = None
    braille_grade: Grade | None = None
    braille_print_pages: bool | None = None
    editions: tuple[Text, ...] = ()
    must_be_clean: tuple[Text, ...] = ()
    words: tuple[Text, ...] = ()
    print: PrintFields = PrintFields()
    typeface: TypefaceFields | None = None


class FrontMatter(_Model):
    """The keys of a leaflet's front matter, as docs/writing.md gives them."""

    title: Text
    lang: Annotated[str, AfterValidator(_language)]
    translation_of: Annotated[str, AfterValidator(_copy_name)] | None = None
    subtitle: Text = ""
    id: Annotated[str, AfterValidator(_identifier)] | None = None
    version: Text = ""
    status: Status = Status.DRAFT
    published: Day | None = None
    review_by: Day | None = None
    publisher: Text = ""
    authors: tuple[Text, ...] = ()
    reviewers: tuple[Text, ...] = ()
    testers: tuple[Text, ...] = ()
    translated_by: tuple[Text, ...] = ()
    checked_by: tuple[Text, ...] = ()
    checked: Day | None = None
    audience: Text = ""
    subjects: tuple[Text, ...] = ()
    cover: CoverFields | None = None
    design: Design | None = None
    series: Text = ""
    sponsors: tuple[SponsorFields, ...] = ()
    key_messages: tuple[Prose, ...] = ()
    abbreviations: dict[Text, Prose] = {}
    glossary: dict[Text, Prose] = {}
    sources: tuple[Prose, ...] = ()
    searched: Day | None = None
    funding: Prose = ""
    conflicts: Prose = ""
    contact: ContactFields | None = None
    formats: tuple[Text, ...] = ()
    online: Annotated[str, AfterValidator(_address)] = ""
    licence: Prose = ""
    evaluation: EvaluationFields | None = None
    density: Density | None = None
    thumb_index: bool | None = None
    braille_page: PageSize | None = None
    braille_grade: Grade | None = None
    braille_print_pages: bool | None = None

    @model_validator(mode="after")
    def _dates_agree(self) -> Self:
        if self.status is Status.FINAL and self.published is None:
            raise ValueError(message("a final leaflet needs the key “published” with its date"))
        if self.published and self.review_by and self.review_by <= self.published:
            raise ValueError(message("“review_by” must be later than “published”"))
        return self
