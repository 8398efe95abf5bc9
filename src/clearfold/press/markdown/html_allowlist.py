"""The HTML that a copy may hold; everything else is an error of the copy, and is taken out before anything reads it."""

import re
from collections.abc import Iterator

import nh3
from lxml import etree
from lxml import html as lxml_html

from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.press.markdown.positions import Places

ELEMENTS = frozenset(
    "a abbr aside b blockquote br caption cite code dd div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img "
    "li ol p pre q section span strong sub sup table tbody td tfoot th thead tr ul".split()
)
EVERYWHERE = frozenset({"class", "dir", "id", "lang", "role", "title"})
SOME = {
    "a": frozenset({"href"}),
    "img": frozenset({"alt", "src"}),
    "ol": frozenset({"start", "type"}),
    "li": frozenset({"value"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope"}),
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# HTML lets an author leave out the end of the others: HTML Living Standard, 13.1.2.4.
_CLOSED = ELEMENTS - {"br", "dd", "dt", "hr", "img", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr"}
_TAG = re.compile(rf"<(?P<closing>/?)(?P<name>{'|'.join(sorted(_CLOSED))})(?=[\s/>])[^>]*>", re.IGNORECASE)
# Every document has these once, and so parsers of HTML take those of a copy for their own, and drop them.
_SWALLOWED = re.compile(r"<(?P<name>html|head|body)(?=[\s/>])", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Python-Markdown writes a column's alignment as a style of just this form.
_ALIGNMENT = re.compile(r'style="text-align: (left|center|right);"')


def clean(html: str) -> str:
    """Return HTML in which only what is allowed is left, well-formed by the rules of HTML."""
    attributes = {name: set(EVERYWHERE | SOME.get(name, frozenset())) for name in ELEMENTS}
    return nh3.clean(
        _ALIGNMENT.sub(r'class="align-\1"', html),
        tags=set(ELEMENTS),
        attributes=attributes,
        url_schemes=set(SCHEMES),
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def faults(html: str, places: Places) -> Iterator[Diagnostic]:
    """Yield an error for each element, attribute and address of the copy that clean() takes out."""
    for match in _SWALLOWED.finditer(html):
        yield _refused(match["name"].lower(), places)
    for element in parse(html).iterdescendants():
        if isinstance(element, etree._Comment):
            continue
        if not isinstance(element.tag, str) or element.tag not in ELEMENTS:
            yield _refused(str(element.tag) if isinstance(element.tag, str) else "?", places)
            continue
        yield from _attribute_faults(element, places)


def _refused(name: str, places: Places) -> Diagnostic:
    hint = "write it in Markdown, or with an element that docs/writing.md lists"
    fact = f"the HTML element <{name}> is not accepted"
    return Diagnostic("SRC-020", Severity.ERROR, places.next(f"<{name}"), fact, hint)


def unclosed(places: Places) -> Iterator[Diagnostic]:
    """Yield an error for each element that the copy opens and does not close: all that follows would be in it."""
    opened: list[tuple[str, Location]] = []
    for match, place in places.all(_TAG):
        name = match["name"].lower()
        if match["closing"] and any(name == other for other, _ in opened):
            while opened[-1][0] != name:
                yield _unclosed(*opened.pop())
            opened.pop()
        elif not match["closing"]:
            opened.append((name, place))
    for item in opened:
        yield _unclosed(*item)


def _unclosed(name: str, place: Location) -> Diagnostic:
    hint = f"write </{name}> where it ends"
    return Diagnostic("SRC-023", Severity.ERROR, place, f"the element <{name}> is opened and never closed", hint)


def _attribute_faults(element: lxml_html.HtmlElement, places: Places) -> Iterator[Diagnostic]:
    allowed = EVERYWHERE | SOME.get(str(element.tag), frozenset())
    for name, value in element.attrib.items():
        if _ALIGNMENT.fullmatch(f'{name}="{value}"'):
            continue
        if name not in allowed:
            fact = f"the attribute “{name}” is not accepted on <{element.tag}>"
            yield Diagnostic(
                "SRC-021", Severity.ERROR, places.next(f"{name}="), fact, "take it out; looks belong in a style sheet"
            )
        elif name == "lang" and not LANGUAGE.fullmatch(value):
            fact = f"“{value}” is not a language tag"
            yield Diagnostic(
                "SRC-046", Severity.ERROR, places.next(value or "lang"), fact, "write one such as en, fr or nl-BE"
            )
        elif name in ("href", "src"):
            # Browsers pass over blanks and line ends within a scheme: URL Standard, 4.4.
            scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", value))
            if scheme and scheme[1].lower() not in SCHEMES:
                fact = f"an address may not begin with “{scheme[1]}:”"
                yield Diagnostic("SRC-022", Severity.ERROR, places.next(value), fact, "use https:, mailto: or tel:")


def parse(html: str) -> lxml_html.HtmlElement:
    """Return a ``div`` that holds the parsed HTML."""
    return lxml_html.fragment_fromstring(html, create_parent="div")
