"""The pages of the site for people: the shelf, and one for each leaflet in each language."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import format_decimal

from clearfold.model.paper import Paper
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.editions import EDITIONS
from clearfold.press.labels import Labels, labels_of
from clearfold.site.covers import COVER
from clearfold.site.shelf import WITHDRAWN, Shelved, languages
from clearfold.store.manifest import MadeFile
from clearfold.store.published_set import PROOF

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
STATES = {WITHDRAWN: "Withdrawn", "Draft": "Draft", "In review": "In review"}
MB = 1_000_000
PAPERS: Mapping[str, tuple[float, float]] = {"A4": (210, 297), "A5": (148, 210)}
"""Width and height in mm."""
_EDITIONS = {edition.name: edition for edition in EDITIONS}


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is offered: where it stands beside its page, what it is called, what it is for, and how large."""

    path: str
    label: str
    purpose: str
    size: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a page is dressed in: its style and script, as they stand in it."""

    style: str
    script: str

    @property
    def policy(self) -> str:
        """What a browser may do with the page (Content Security Policy 3)."""
        script = _hash(self.script) if self.script else "'none'"
        return (
            f"default-src 'none'; style-src {_hash(self.style)}; script-src {script}; img-src 'self' data: file:; "
            "base-uri 'none'; form-action 'none'"
        )


def index_page(leaflets: Sequence[Shelved], name: str, colours: dict[str, str], feed: str) -> bytes:
    """Return the page on which all leaflets stand, by their languages."""
    lang = languages(leaflets)[0]
    look = _look(colours, "site.js")
    shelves = [
        {"lang": code, "name": language_name(code), "leaflets": [_listed(one) for one in leaflets if one.lang == code]}
        for code in languages(leaflets)
    ]
    return _made("index.html.j2", lang, look, name=name, shelves=shelves, feed=feed)


def leaflet_page(leaflet: Shelved, leaflets: Sequence[Shelved], colours: dict[str, str], feed: str) -> bytes:
    """Return the page of one leaflet: where to read it, what can be had, and in which other languages."""
    words = labels(leaflet.lang)
    siblings = [one for one in leaflets if one.manifest.leaflet == leaflet.manifest.leaflet]
    told = {
        **_listed(leaflet),
        "publisher": leaflet.fact("publisher"),
        "withdrawn": leaflet.withdrawn,
        "page": leaflet.page.path,
        "cover": COVER if leaflet.book else "",
        "proof": PROOF if (leaflet.folder / PROOF).is_file() else "",
        "downloads": [download(file, leaflet.lang) for file in sorted(leaflet.downloads, key=_order)],
        "others": [{"lang": one.lang, "name": language_name(one.lang)} for one in siblings] if siblings[1:] else [],
        "imprint": " · ".join(filter(None, _imprint(leaflet, words))),
    }
    return _made("leaflet.html.j2", leaflet.lang, _look(colours, ""), leaflet=told, feed=feed)


def download(file: MadeFile, lang: str) -> Download:
    """Return what people are told of a file."""
    words = labels(lang)
    edition = _EDITIONS.get(file.edition)
    label = words(edition.label) if edition else file.edition
    paper = paper_name(edition.paper) if edition and edition.paper else ""
    kind = file.path.rpartition(".")[2].upper()
    size = f"{format_decimal(file.bytes / MB, '0.0', locale=_locale(lang))}\N{NO-BREAK SPACE}MB"
    pages = f"{file.pages}\N{NO-BREAK SPACE}{words('pages')}" if file.pages else ""
    told = ", ".join(filter(None, (kind, pages, size)))
    return Download(file.path, ", ".join(filter(None, (label, paper))), purpose(file, words), told)


def paper_name(paper: Paper) -> str:
    """Return the name of the paper of an edition's pages, "" where it has none."""
    return next((name for name, size in PAPERS.items() if size == (paper.width, paper.height)), "")


def purpose(file: MadeFile, words: Labels) -> str:
    """Return what an edition is for."""
    if file.edition == "epub":
        return words("For an e-reader or a telephone")
    if file.edition == "accessible":
        return words("For a screen reader, and to keep")
    if file.edition == "print-shop":
        return words("For the print shop")
    if "booklet" in file.edition or "flyer" in file.edition:
        return words("To print and fold")
    return words("To print")


@lru_cache
def language_name(lang: str) -> str:
    """Return what a language is called in itself."""
    name = _locale(lang).get_language_name() or lang
    return f"{name[:1].upper()}{name[1:]}"


@lru_cache
def labels(lang: str) -> Labels:
    """Return the words in a language of a published leaflet; in English where there are none."""
    return labels_of(lang) or Labels("en", {})


def _locale(lang: str) -> Locale:
    return Locale.parse(lang.split("-")[0].lower())


def _order(file: MadeFile) -> int:
    """Return the place of a download: what is for most people first, and what is for the print shop last."""
    first = ("epub", "accessible", "large-print")
    if file.edition in first:
        return first.index(file.edition)
    return len(first) + list(_EDITIONS).index(file.edition) + (99 if file.edition == "print-shop" else 0)


def _listed(leaflet: Shelved) -> dict[str, object]:
    state = STATES.get(leaflet.fact("creativeWorkStatus"), "")
    return {
        "path": leaflet.path,
        "title": leaflet.manifest.title,
        "subtitle": leaflet.fact("alternativeHeadline"),
        "audience": leaflet.fact("audience", "audienceType"),
        "state": labels(leaflet.lang)(state) if state else "",
        "contents": " ".join(_contents(leaflet)),
    }


def _imprint(leaflet: Shelved, words: Labels) -> Iterator[str]:
    if version := leaflet.manifest.version:
        yield f"{words('Version')} {version}"
    if published := leaflet.fact("datePublished"):
        from datetime import date

        yield words.day(date.fromisoformat(published))


def _contents(leaflet: Shelved) -> Iterator[str]:
    """Yield the headings of a leaflet, by which it is found as well."""
    reader = _Contents()
    reader.feed(leaflet.files[leaflet.page.path].decode("utf-8", "replace"))
    return (" ".join(text.split()) for text in reader.texts if text.strip())


class _Contents(HTMLParser):
    """Gathers the entries of the contents."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = self.linked = False
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or (tag == "nav" and ("role", "doc-toc") in attrs)
        self.linked = self.inside and tag == "a"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "nav"
        self.linked = self.linked and tag != "a"

    def handle_data(self, data: str) -> None:
        if self.linked:
            self.texts.append(data)


def _look(colours: dict[str, str], script: str) -> Look:
    tokens = "".join(f"  --brand-{name}: {value};\n" for name, value in colours.items())
    sheets = "\n".join(_shipped(name) for name in ("web.css", "site.css"))
    return Look(f":root {{\n{tokens}}}\n{sheets}", _shipped(script) if script else "")


@lru_cache
def _shipped(name: str) -> str:
    return (styles_folder() / name).read_text("utf-8").strip()


def _made(template: str, lang: str, look: Look, **values: object) -> bytes:
    from markupsafe import Markup

    given = {"lang": lang, "words": labels(lang), "policy": look.policy}
    given |= {"style": Markup(look.style), "script": Markup(look.script)}
    return _environment().get_template(template).render({**given, **values}).strip().encode() + b"\n"


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
