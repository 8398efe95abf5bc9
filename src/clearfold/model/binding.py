"""What a book of ours declares of all that stands around its text: the binding, which the proof holds it against."""

from dataclasses import dataclass

from clearfold.model.digest import digest


@dataclass(frozen=True, slots=True)
class Binding:
    """The style, names and sentences of a book; every word of them is in its own language.

    ``style`` is the digest that ``folded`` gives of its style sheet. ``names`` are headings and entries of the
    navigation by EPUB's own words for them: toc, landmarks, page-list, titlepage, bodymatter. ``summary`` are the
    sentences of which accessibilitySummary is made, each with what must be true of the book for it to stand there:
    "" always, "described" where a picture has an alternative, "pages" where it has the pages of the printed edition,
    "moves" where a picture moves. ``page_source`` names the printed edition, and ``printed`` is that edition itself,
    b"" where it is not at hand. ``icons`` are the digests of the pictures that decorate the titles of boxes, by the
    types of these. ``related`` are the books of the same leaflet in other languages: by schema.org's name for what they
    are to this one, their identifiers and languages.
    """

    identifier: str
    style: str
    names: tuple[tuple[str, str], ...]
    summary: tuple[tuple[str, str], ...]
    page_source: str
    printed: bytes = b""
    icons: tuple[tuple[str, str], ...] = ()
    related: tuple[tuple[str, str, str], ...] = ()


def folded(style: bytes) -> str:
    """Return the digest of a style sheet, the same whatever the ends of its lines are, and with a mark of UTF-8."""
    lines = style.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return digest(lines.rstrip(b"\n"))
