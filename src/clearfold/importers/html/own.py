"""Books and web pages of our own making: panels go back into the front matter; words of our templates are left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from clearfold.importers.document import NOWHERE, Block, FrontValue, Inlines, Paragraph, Picture
from clearfold.importers.finish.signs import cleaned
from clearfold.importers.html.elements import letters_of
from clearfold.importers.html.flow import Flow
from clearfold.importers.html.tree import Node
from clearfold.importers.labels import labels_of
from clearfold.importers.writing import inlines
from clearfold.model.messages import message

_ABOUT = {
    "Authors": "authors", "Reviewed by": "reviewers", "Tested by": "testers", "Funding": "funding",
    "Conflicts of interest": "conflicts", "Version": "version", "Published": "published", "Next review": "review_by",
    "Translated by": "translated_by", "Translation checked by": "checked_by", "Translation checked on": "checked",
    "Picture on the cover": "cover", "Licence": "licence", "Last search for sources": "searched",
}  # fmt: skip
_LISTS = ("authors", "reviewers", "testers", "translated_by", "checked_by")
_DATES = ("published", "review_by", "searched", "checked")
_PROSE = ("funding", "conflicts", "licence")
_READ = ("summary", "abbreviations", "glossary", "sources", "about", "contact")
_BREAK = "\u200b"
_SCHEMES = (("tel:", "phone"), ("mailto:", "email"), ("http", "website"))


def is_own(whole: Node) -> bool:
    """Tell whether Clearfold has made a book."""
    titles = [node for node in whole.all() if "titlepage" in node.get("epub:type").split()]
    return any(node.name == "p" and "format" in node.marks for title in titles for node in title.all())


def is_own_page(root: Node) -> bool:
    """Tell whether Clearfold has made a web page."""
    return any(
        node.name == "meta" and node.get("name") == "generator" and node.get("content") == "Clearfold"
        for node in root.all()
    )


def sections(body: Node) -> Iterator[tuple[str, Node]]:
    """Yield the panels of a chapter, by name."""
    for node in body.all():
        if "titlepage" in node.get("epub:type").split() or (node.name == "header" and "cover" in node.marks):
            yield "title", node
        elif node.name == "section" and "panel" in node.marks:
            named = node.marks - {"panel"}
            yield next((name for name in _READ if name in named), ""), node


@dataclass(slots=True)
class Panels:
    """What the panels of a book hold, by the keys of the front matter."""

    flow: Flow
    lang: str
    title: str = ""
    subtitle: str = ""
    front: dict[str, FrontValue] = field(default_factory=dict)
    _labels: Mapping[str, str] = field(default_factory=dict)

    def take(self, body: Node) -> bool:
        """Take a chapter that is a panel; tell whether it was one."""
        found = [(name, node) for name, node in sections(body) if name]
        self._labels = self._labels or labels_of(self.lang)
        for name, node in found:
            for heading in node.elements():
                if heading.name == "h2":
                    self._leave(heading)
            self._read(name, node)
        return bool(found)

    def _read(self, name: str, node: Node) -> None:
        match name:
            case "title":
                self._title(node)
            case "summary":
                self.front["key_messages"] = self._items(node)
            case "abbreviations" | "glossary":
                self.front[name] = dict(self._terms(node))
            case "sources":
                self.front["sources"] = self._items(node)
                self._about(node)
            case "about":
                self._about(node)
            case _:
                self._contact(node)

    def _leave(self, node: Node) -> None:
        if node.words:
            self.flow.tell("IMP-079", node.words, name=message("words that Clearfold adds"))

    def _breaks(self, node: Node) -> None:
        """List the places at which a long address may end a line."""
        for _ in range(node.text().count(_BREAK)):
            self.flow.tell("IMP-008", _BREAK, "", name=message("zero-width space"))

    def _title(self, node: Node) -> None:
        for one in node.all():
            if one.name == "h1":
                self.title = one.words
                words, _ = cleaned(one.words, NOWHERE)
                self.flow.tell("IMP-004", words, words)
            elif one.name == "p" and "subtitle" in one.marks:
                self.subtitle = one.words
            elif one.name == "p" and one.marks & {"publisher", "audience"}:
                self.front["publisher" if "publisher" in one.marks else "audience"] = self._clean(one.words)
            elif one.name == "p" and one.marks & {"format", "imprint"}:
                self._leave(one)
            elif one.marks & {"aids", "skip"} or (one.name == "nav" and "languages" in one.marks):
                self.flow.tell(
                    "IMP-078",
                    " ".join(letters_of(one).split()),
                    name=message("what belongs to the page, not to its text"),
                )
            elif one.name == "p" and "logo" in one.marks:
                for image in one.elements():
                    self.flow.tell(
                        "IMP-079", image.get("alt"), name=message("what is said of the logo, which all leaflets share")
                    )
            elif one.name == "p" and "picture" in one.marks:
                self._cover(one)

    def _cover(self, node: Node) -> None:
        for block in self.flow.read(node):
            for one in _content(block):
                if isinstance(one, Picture):
                    self.front["cover"] = {"image": f"images/{one.name}", "alt": one.alternative or ""}

    def _about(self, node: Node) -> None:
        key = ""
        for one in node.all():
            if one.name == "dt":
                key = _ABOUT.get(self._labels.get(one.words, one.words), "")
                self._leave(one)
            elif one.name == "dd" and key:
                self._detail(key, one)

    def _detail(self, key: str, node: Node) -> None:
        if key in _LISTS:
            before = self.front.get(key, ())
            self.front[key] = (*(before if isinstance(before, tuple) else ()), self._clean(node.words))
        elif key in _PROSE:
            self.front[key] = self._prose(node)
        elif key == "cover":
            cover = self.front.get("cover")
            self.front[key] = {**(cover if isinstance(cover, dict) else {}), "credit": node.words}
        else:
            self.front[key] = _day(node.words, self.lang) if key in _DATES else node.words

    def _contact(self, node: Node) -> None:
        contact: dict[str, str] = {}
        behind = False  # the list of formats: a list that follows is of those who support the publisher
        for one in node.elements():
            if one.name == "p" and not one.marks & {"label", "languages"}:
                contact["text"] = self._prose(one)
            elif one.name == "p":
                self._leave(one)
            elif one.name == "dl":
                self._reached(one, contact)
            elif one.name == "ul" and ("logos" in one.marks or behind):
                words = " ".join(letters_of(one).split())
                self.flow.tell("IMP-079", words, name=message("what is said of the publisher, and stands in no copy"))
            elif one.name == "ul":
                behind = True
                self.front["formats"] = tuple(self._clean(item.words) for item in one.elements())
            elif "online" in one.marks:
                behind = True
                for inner in one.elements():
                    if "label" in inner.marks:
                        self._leave(inner)
                    else:
                        self._breaks(inner)
                        self.front["online"] = next((n.get("href") for n in inner.all() if n.name == "a"), inner.words)
        if contact:
            self.front["contact"] = contact

    def _reached(self, node: Node, contact: dict[str, str]) -> None:
        for one in node.elements():
            if one.name == "dt":
                self._leave(one)
            elif one.name == "dd":
                self._breaks(one)
                address = next((link.get("href") for link in one.elements() if link.name == "a"), "")
                key = next((key for scheme, key in _SCHEMES if address.startswith(scheme)), "address")
                contact[key] = address if key == "website" else one.words.replace(_BREAK, "")

    def _items(self, node: Node) -> tuple[str, ...]:
        return tuple(self._prose(one) for one in node.all() if one.name == "li")

    def _terms(self, node: Node) -> Iterator[tuple[str, str]]:
        term = ""
        for one in node.all():
            if one.name == "dt":
                term = self._clean(one.words)
            elif one.name == "dd":
                yield term, self._prose(one)

    def _prose(self, node: Node) -> str:
        """Return the words of an element as Markdown in one line."""
        lines = [inlines.markdown(_content(block), cell=True).strip() for block in self.flow.read(node)]
        return self._clean("<br>".join(line for line in lines if line))

    def _clean(self, text: str) -> str:
        """Return words for the front matter without signs that nobody sees, which are listed."""
        text, entries = cleaned(text, NOWHERE)
        self.flow.ledger += entries
        return text


def _content(block: Block) -> Inlines:
    return block.content if isinstance(block, Paragraph) else ()


def _day(words: str, lang: str) -> str:
    """Return a date that is written out as the front matter has it; one that is none stays as it is."""
    from babel.core import UnknownLocaleError
    from babel.dates import format_date

    year = next((int(word) for word in words.replace(",", " ").split() if word.isdigit() and len(word) == 4), 0)
    first = date(year, 1, 1) if year else date(1, 1, 1)
    told = words.replace("1er ", "1 ")
    try:
        days = (first + timedelta(days=n) for n in range(366 if year else 0))
        return next(
            (day.isoformat() for day in days if format_date(day, "long", lang.replace("-", "_")) == told), words
        )
    except (UnknownLocaleError, ValueError):
        return words
