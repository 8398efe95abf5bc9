"""Books and pages of our own: which words their templates added."""

from clearfold.importers.document import Place
from clearfold.importers.proving.html.flow import words_of
from clearfold.importers.proving.html.tags import Tag
from clearfold.importers.reading import Passage
from clearfold.model.transcript import Kind


def is_own(root: Tag) -> bool:
    """Tell whether Clearfold has made a web page."""
    return any(
        tag.name == "meta" and (tag.said.get("name"), tag.said.get("content")) == ("generator", "Clearfold")
        for tag in root.tags()
    )


def is_title(tag: Tag) -> bool:
    """Tell whether an element is a title page, or the head of a web page."""
    head = tag.name == "header" and "cover" in tag.marks
    return head or "titlepage" in tag.said.get("epub:type", "").split()


def titles(tag: Tag) -> list[Tag]:
    """Return what stands on a title page."""
    return list(tag.tags()) if is_title(tag) else []


def added(chapter: Tag) -> list[Passage]:
    """Take out of a book of our own, and return, the words that its templates added."""
    found: list[Tag] = []
    for panel in chapter.tags():
        title = is_title(panel)
        if not title and not (panel.name == "section" and "panel" in panel.marks):
            continue
        details = bool(panel.marks & {"about", "contact", "sources"})
        for tag in panel.tags():
            label = tag.name == "p" and bool(tag.marks & {"format", "imprint", "logo", "label", "skip", "languages"})
            label = label or (tag.name == "details" and "aids" in tag.marks)
            label = label or (tag.name == "nav" and "languages" in tag.marks)
            if label or (tag.name == "h2" and not title) or (tag.name == "dt" and details):
                found.append(tag)
        if "contact" in panel.marks:
            found += _supporters(panel)
    left: list[Passage] = []
    for tag in found:
        words = words_of(tag)
        left.append(Passage(Kind.LABEL, words, Place("")))
        tag.held = []
    return [one for one in left if one.text.strip()]


def _supporters(contact: Tag) -> list[Tag]:
    """Return the lists of who supports the publisher: with logos, or behind the formats and the address."""
    held = [tag for tag in contact.held if isinstance(tag, Tag)]
    first = next((n for n, tag in enumerate(held) if tag.name == "ul" or "online" in tag.marks), len(held))
    return [tag for n, tag in enumerate(held) if tag.name == "ul" and (n > first or "logos" in tag.marks)]
