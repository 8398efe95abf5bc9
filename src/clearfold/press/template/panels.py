"""What the templates place around the body: cover line, contents, colophon and contact, made from the front matter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from markupsafe import Markup

from clearfold.press.design.text_width import LETTER, width
from clearfold.press.document.inlines import Style, Styled, Text
from clearfold.press.document.render import xhtml
from clearfold.press.document.walk import Nodes, children
from clearfold.press.labels import Labels
from clearfold.press.leaflet import Contact, Leaflet, Metadata, Phrase, Section, Sibling, Status
from clearfold.press.template.leaning_words import leans
from clearfold.press.template.tall_rows import ROWS

CUT = " …"  # what ends a running head that was cut
_SIGNS = " ,;:–-("
_FIGURES, _RAISED, _LOWERED = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_SIGNED = {Style.SUP: str.maketrans(_FIGURES, _RAISED), Style.SUB: str.maketrans(_FIGURES, _LOWERED)}
_FLAT = str.maketrans(_RAISED + _LOWERED, 2 * _FIGURES)
FOLIO = 3.2  # em of a line that a running head leaves to the folio at its other end: styles/paged.css
SHORT = 0.7  # of a page's lines, at most, that key messages take which share their page with what follows
MESSAGE = 1.3  # lines for each of a key message: their letters are larger
AROUND = 4  # lines for the heading and the ground
FULL = 0.5  # of the room, at least, that a head takes which ends with no article


@dataclass(frozen=True, slots=True)
class Row:
    """A label of ours and the values of the copy that it introduces, as XHTML, which the copy has in that part."""

    part: str
    label: str
    values: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A part that the table of contents lists: its id, its heading, and what stands for it at the foot of a page.

    ``shown`` is the heading as contents show it: its words, in which figures that are raised or lowered stay so.
    ``signed`` is the same where no figure can be raised: those have signs of their own.
    """

    id: str
    title: str
    head: str
    shown: Markup
    signed: str


@dataclass(frozen=True, slots=True)
class Panels:
    """All panels of a leaflet; what is empty is not printed. ``format`` is what readers call the edition.

    ``publisher`` is the name that stands beside the logo, "" where the logo says it.
    """

    format: str
    publisher: str
    imprint: str
    summary: Listed | None
    shares: bool
    """Whether the body begins on the page of the key messages, since these are few."""
    parts: tuple[tuple[Section, str], ...]
    """The body's sections, each with its running head."""
    abbreviations: Listed | None
    glossary: Listed | None
    sources: Listed | None
    sources_rows: tuple[Row, ...]
    about: Listed | None
    about_rows: tuple[Row, ...]
    questions: Listed | None
    """Ruled pages for the reader's own questions, in editions that have them."""
    contact: Listed | None
    """The last panel. Its heading is that of the ``contact_part``, the first part of the copy that it holds."""
    contact_part: str
    contact_rows: tuple[Row, ...]
    contact_labels: Mapping[str, str]
    """The labels of what else the last panel holds, by its parts, but for the one that is its heading."""
    siblings: tuple[Sibling, ...] = ()
    """The other languages of the leaflet, where the edition does not lead to them."""

    @property
    def contents(self) -> tuple[Listed, ...]:
        """Every part with a heading, in reading order."""
        body = (
            Listed(part.id, part.title.text, head, shown_in_contents(part.title), signed(part.title))
            for part, head in self.parts
            if part.title
        )
        back = (self.abbreviations, self.glossary, self.sources, self.about, self.questions, self.contact)
        return tuple(entry for entry in (self.summary, *body, *back) if entry)


def panels(
    leaflet: Leaflet, words: Labels, format_label: str, line: int, *, questions: bool, siblings: bool = True
) -> Panels:
    """Return the panels of a leaflet in its language, for lines of so many letters, with or without ruled pages.

    With ``siblings`` its other languages are named.
    """
    others = leaflet.siblings if siblings else ()
    metadata = leaflet.metadata
    about, reach = about_rows(metadata, words), contact_rows(metadata.contact, words)
    prose = metadata.contact and metadata.contact.text
    wanted = (
        ("contact", "Contact", reach or prose),
        ("formats", "Also available as", metadata.formats),
        ("languages", "In other languages", others),
        ("online", "Find it online", metadata.online),
        ("sponsors", "With the support of", metadata.sponsors),
    )
    last, *below = [(part, english) for part, english, held in wanted if held] or [("", "")]
    searched = _text(words.day(metadata.searched) if metadata.searched else "")

    def listed(name: str, english: str, wanted: object) -> Listed | None:
        if not wanted:
            return None
        text = words(english)
        return Listed(f"panel-{name}", text, text, Markup.escape(text), text)

    return Panels(
        format=words(format_label),
        publisher="" if leaflet.publisher.logo_names and _is_own(leaflet) else metadata.publisher,
        imprint=imprint(metadata, words),
        summary=listed("summary", "In brief", metadata.key_messages),
        shares=_lines(metadata.key_messages, line) < SHORT * ROWS * line,
        parts=tuple((part, running_head(part, line)) for part in leaflet.sections),
        abbreviations=listed("abbreviations", "Abbreviations", metadata.abbreviations),
        glossary=listed("glossary", "Difficult words", metadata.glossary),
        sources=listed("sources", "Sources", metadata.sources),
        sources_rows=(Row("searched", words("Last search for sources"), searched),) if searched else (),
        about=listed("about", "About this leaflet", about),
        about_rows=about,
        questions=listed("questions", "My questions", questions),
        contact=listed("contact", last[1], last[0]),
        contact_part=last[0],
        contact_rows=reach,
        contact_labels={part: words(english) for part, english in below},
        siblings=others,
    )


def _lines(messages: Sequence[Phrase], line: int) -> float:
    """Return how many lines of a page key messages take: an estimate, from their words alone."""
    return AROUND + sum(MESSAGE * ceil(MESSAGE * width(one.text) / (line * LETTER)) + 1 for one in messages)


def _is_own(leaflet: Leaflet) -> bool:
    """Say whether a leaflet is published by the association of publisher.yaml, whose logo it is."""
    return leaflet.metadata.publisher == leaflet.publisher.name


def shown_in_contents(title: Phrase) -> Markup:
    """Return a heading's words for the contents: 10⁹ is not 109, whatever else is left of how it is written."""
    shown = Markup("").join(_figures(title.content)).strip()
    return shown if " ".join(shown.striptags().split()) == title.text else Markup.escape(title.text)


def _figures(nodes: Nodes) -> Iterator[Markup]:
    for node in nodes:
        below = Markup("").join(_figures(children(node)))
        if isinstance(node, Text):
            yield Markup.escape(node.text)
        elif isinstance(node, Styled) and node.style in _SIGNED:
            yield Markup("<{0}>{1}</{0}>").format(node.style.value, below)
        else:
            yield below


def signed(title: Phrase) -> str:
    """Return a heading's words, with raised and lowered figures as the signs that Unicode has for them."""
    text = " ".join("".join(_signs(title.content)).split())
    return text if text.translate(_FLAT) == title.text.translate(_FLAT) else title.text


def _signs(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        below = "".join(_signs(children(node)))
        if isinstance(node, Text):
            yield node.text
        else:
            yield below.translate(_SIGNED[node.style]) if isinstance(node, Styled) and node.style in _SIGNED else below


def bare(address: str) -> str:
    """Return an address of the web as it is printed: without its https://, which nobody types."""
    return address.removeprefix("https://")


def running_head(part: Section, line: int) -> str:
    """Return a section's heading, or its short form, as it stands at the foot of a page: cut where it is too long.

    It is cut behind a word that does not lean on the next, unless too little of it were left, and before a raised
    figure: at the foot of a page 10⁹ would be 109.
    """
    text, room = part.short or (part.title.text if part.title else ""), line * LETTER - FOLIO
    words = text.split()
    if part.title and not part.short:
        words = words[: _raised_at(part.title)]
    if width(text) <= room and words == text.split():
        return text
    while words and width(_cut(words)) > room:
        words.pop()
    longest = words[:]
    while words and leans(words[-1]):
        words.pop()
    kept = words if words and width(_cut(words)) >= FULL * min(room, width(_cut(longest))) else longest
    return _cut(kept) if kept else ""


def _raised_at(title: Phrase) -> int | None:
    """Return the number, from 0, of the first word of a heading that has a raised figure; None where none has."""
    words = enumerate(signed(title).split())
    return next((n for n, word in words if any(sign in word for sign in _RAISED)), None)


def _cut(words: Sequence[str]) -> str:
    return f"{' '.join(words).rstrip(_SIGNS)}{CUT}"


def imprint(metadata: Metadata, words: Labels) -> str:
    """Return the line at the foot of the cover: that it is a draft, version, month."""
    version = f"{words('Version')} {metadata.version}" if metadata.version else ""
    month = words.month(metadata.published) if metadata.published else ""
    state = {
        Status.DRAFT: words("Draft"),
        Status.REVIEW: words("In review"),
        Status.FINAL: "",
        Status.WITHDRAWN: words("Withdrawn"),
    }[metadata.status]
    return " · ".join(filter(None, (state, version, month)))


def about_rows(metadata: Metadata, words: Labels) -> tuple[Row, ...]:
    """Return the colophon."""
    rows = (
        ("authors", "Authors", tuple(Markup(escape(name)) for name in metadata.authors)),
        ("reviewers", "Reviewed by", tuple(Markup(escape(name)) for name in metadata.reviewers)),
        ("testers", "Tested by", tuple(Markup(escape(name)) for name in metadata.testers)),
        ("translated_by", "Translated by", tuple(Markup(escape(name)) for name in metadata.translated_by)),
        ("checked_by", "Translation checked by", tuple(Markup(escape(name)) for name in metadata.checked_by)),
        ("checked", "Translation checked on", _text(words.day(metadata.checked) if metadata.checked else "")),
        ("credit", "Picture on the cover", _text(metadata.credit)),
        ("funding", "Funding", _prose(metadata.funding)),
        ("conflicts", "Conflicts of interest", _prose(metadata.conflicts)),
        ("version", "Version", _text(metadata.version)),
        ("published", "Published", _text(words.day(metadata.published) if metadata.published else "")),
        ("review_by", "Next review", _text(words.day(metadata.review_by) if metadata.review_by else "")),
        ("licence", "Licence", _prose(metadata.licence)),
    )
    return tuple(Row(part, words(label), values) for part, label, values in rows if values)


def contact_rows(contact: Contact | None, words: Labels) -> tuple[Row, ...]:
    """Return the ways to reach the publisher, each linked where readers can follow it."""
    if contact is None:
        return ()
    site = contact.website if "://" in contact.website else f"https://{contact.website}"
    rows = (
        ("phone", "Phone", _link(contact.phone, "tel:" + "".join(c for c in contact.phone if c.isdigit() or c == "+"))),
        ("hours", "Opening hours", _text(contact.hours)),
        ("email", "E-mail", _link(contact.email, f"mailto:{contact.email}")),
        ("website", "Website", _link(bare(contact.website), site)),
        ("address", "Address", (Markup("<br/>").join(contact.address.splitlines()),) if contact.address else ()),
    )
    return tuple(Row(part, words(label), values) for part, label, values in rows if values)


def _text(value: str) -> tuple[Markup, ...]:
    return (Markup(escape(value)),) if value else ()


def _prose(value: Phrase | None) -> tuple[Markup, ...]:
    return (Markup(xhtml(value.content)),) if value else ()


def _link(text: str, target: str) -> tuple[Markup, ...]:
    return (Markup('<a href="{}">{}</a>').format(target, text),) if text else ()
