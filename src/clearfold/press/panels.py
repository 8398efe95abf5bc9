"""What the templates place around the body: cover line, contents, colophon and contact, made from the front matter."""

from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from clearfold.press.leaflet import Contact, Leaflet, Metadata, Phrase, Section, Status
from clearfold.press.messages import Catalogue

# A running head longer than this would meet the folio at the other end of a large-print line.
HEAD_LENGTH = 36


@dataclass(frozen=True, slots=True)
class Row:
    """A label of ours and the values of the copy that it introduces, as XHTML."""

    label: str
    values: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A part that the table of contents lists: its id, its heading, and its place in the leaflet's order."""

    id: str
    title: str
    head: str


@dataclass(frozen=True, slots=True)
class Panels:
    """All panels of a leaflet; what is empty is not printed."""

    imprint: str
    summary: Listed | None
    parts: tuple[tuple[Section, str], ...]
    """The body's sections, each with its running head."""
    abbreviations: Listed | None
    glossary: Listed | None
    sources: Listed | None
    about: Listed | None
    about_rows: tuple[Row, ...]
    contact: Listed | None
    contact_rows: tuple[Row, ...]

    @property
    def contents(self) -> tuple[Listed, ...]:
        """Every part with a heading, in reading order."""
        body = (Listed(part.id, part.title.text, head) for part, head in self.parts if part.title)
        back = (self.abbreviations, self.glossary, self.sources, self.about, self.contact)
        return tuple(entry for entry in (self.summary, *body, *back) if entry)


def panels(leaflet: Leaflet, words: Catalogue, format_label: str) -> Panels:
    """Return the panels of a leaflet in its language."""
    metadata = leaflet.metadata
    about, reach = about_rows(metadata, words), contact_rows(metadata.contact, words)
    has_contact = bool(reach or (metadata.contact and metadata.contact.text))

    def listed(name: str, english: str, wanted: object) -> Listed | None:
        return Listed(f"panel-{name}", words(english), words(english)) if wanted else None

    return Panels(
        imprint=imprint(metadata, words, format_label),
        summary=listed("summary", "In brief", metadata.key_messages),
        parts=tuple((part, running_head(part)) for part in leaflet.sections),
        abbreviations=listed("abbreviations", "Abbreviations", metadata.abbreviations),
        glossary=listed("glossary", "Difficult words", metadata.glossary),
        sources=listed("sources", "Sources", metadata.sources),
        about=listed("about", "About this leaflet", about),
        about_rows=about,
        contact=listed("contact", "Contact", has_contact),
        contact_rows=reach,
    )


def running_head(part: Section) -> str:
    """Return a section's heading where it is short enough to stand at the foot of a page, else nothing."""
    return part.title.text if part.title and len(part.title.text) <= HEAD_LENGTH else ""


def imprint(metadata: Metadata, words: Catalogue, format_label: str) -> str:
    """Return the line at the foot of the cover: format, version, month, and that it is a draft."""
    version = f"{words('Version')} {metadata.version}" if metadata.version else ""
    month = words.month(metadata.published) if metadata.published else ""
    state = {Status.DRAFT: words("Draft"), Status.REVIEW: words("In review"), Status.FINAL: ""}[metadata.status]
    return " · ".join(filter(None, (words(format_label), state, version, month)))


def about_rows(metadata: Metadata, words: Catalogue) -> tuple[Row, ...]:
    """Return the colophon."""
    rows = (
        ("Authors", tuple(Markup(escape(name)) for name in metadata.authors)),
        ("Reviewed by", tuple(Markup(escape(name)) for name in metadata.reviewers)),
        ("Funding", _prose(metadata.funding)),
        ("Conflicts of interest", _prose(metadata.conflicts)),
        ("Version", _text(metadata.version)),
        ("Published", _text(words.day(metadata.published) if metadata.published else "")),
        ("Next review", _text(words.day(metadata.review_by) if metadata.review_by else "")),
        ("Licence", _prose(metadata.licence)),
    )
    return tuple(Row(words(label), values) for label, values in rows if values)


def contact_rows(contact: Contact | None, words: Catalogue) -> tuple[Row, ...]:
    """Return the ways to reach the publisher, each linked where readers can follow it."""
    if contact is None:
        return ()
    site = contact.website if "://" in contact.website else f"https://{contact.website}"
    rows = (
        ("Phone", _link(contact.phone, "tel:" + "".join(c for c in contact.phone if c.isdigit() or c == "+"))),
        ("E-mail", _link(contact.email, f"mailto:{contact.email}")),
        ("Website", _link(contact.website, site)),
        ("Address", (Markup("<br/>").join(contact.address.splitlines()),) if contact.address else ()),
    )
    return tuple(Row(words(label), values) for label, values in rows if values)


def _text(value: str) -> tuple[Markup, ...]:
    return (Markup(escape(value)),) if value else ()


def _prose(value: Phrase | None) -> tuple[Markup, ...]:
    return (Markup(value.html),) if value else ()


def _link(text: str, target: str) -> tuple[Markup, ...]:
    return (Markup('<a href="{}">{}</a>').format(target, text),) if text else ()
