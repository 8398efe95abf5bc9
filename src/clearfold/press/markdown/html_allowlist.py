"""The HTML that a copy may hold; everything else is an error of the copy, and is taken out before anything reads it."""

import re
from collections.abc import Iterable, Iterator

import nh3

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.press.document.parse import ALIGNMENTS
from clearfold.press.markdown.html_tags import Tag, left_open
from clearfold.press.markdown.positions import Places

_STRUCK = message(
    "take the words out: who cannot see the line hears them as if they held; or say in words that they do not"
)
# What is written in place of elements that people know.
_INSTEAD = {
    **dict.fromkeys(["center", "font", "big", "tt"], message("take it out; looks belong in a style sheet")),
    **dict.fromkeys("script style iframe form input button object embed".split(), message("take it out")),
    **dict.fromkeys(["del", "s", "strike"], _STRUCK),
    **dict.fromkeys(["video", "audio"], message("take it out, or link to it: [what it shows](https://…)")),
    "details": message("take it out; what is folded away cannot be read in print"),
    "summary": message("take it out, or make a heading of it: ### …"),
    **dict.fromkeys(
        ["main", "article", "header", "footer", "nav", "body", "html", "head"], message("take it out, its text stays")
    ),
    "picture": message("write ![what it shows](images/…)"),
}
_HTML = frozenset(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br "
    "button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em "
    "embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr "
    "html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav noframes "
    "noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search "
    "section select slot small source span strike strong style sub summary sup svg table tbody td template "
    "textarea tfoot th thead time title tr track tt u ul var video wbr xmp".split()
)
# Attributes that may stand without a value.
_ALONE = frozenset(
    "alt async autofocus autoplay checked class compact controls default defer disabled download hidden href "
    "draggable id inert ismap lang loop markdown multiple muted name noshade novalidate nowrap open playsinline "
    "readonly required reversed role scope selected src start style title translate type value width".split()
)
ELEMENTS = frozenset(
    "a abbr aside b blockquote br caption cite code dd div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img "
    "ins kbd li mark ol p pre q section small span strong sub sup table tbody td tfoot th thead tr u ul".split()
)
PASSED_OVER = frozenset({"colgroup", "col"})
"""How wide columns are to be, which the page decides: there are no words in them."""
EVERYWHERE = frozenset({"class", "dir", "id", "lang", "role", "title"})
SOME = {
    "a": frozenset({"href"}),
    "h2": frozenset({"short"}),  # which is printed, as a running head, and is in no edition's HTML
    "img": frozenset({"alt", "credit", "crop", "src"}),
    "ol": frozenset({"start", "type"}),
    "li": frozenset({"value"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope"}),
}
PASSED_OVER_SIZES = frozenset({"width", "height"})
"""How large a picture is to be, as other programs write of each: the page decides it."""
_SIZES = re.compile(r"\s*(?:(?:max-|min-)?(?:width|height)\s*:[^;:]*;?\s*)*")
_LOOKS = frozenset({"style", "custom-style"})
"""Attributes that give words a look, the second one that of a word processor."""
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_ALIGNED = frozenset({"td", "th"})
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def clean(html: str) -> str:
    """Return HTML in which only what is allowed is left, well-formed by the rules of HTML."""
    attributes = {name: set(EVERYWHERE | SOME.get(name, frozenset())) for name in ELEMENTS}
    for name in _ALIGNED:
        attributes[name].add("style")  # of which the document tree keeps an alignment, and nothing else
    return nh3.clean(
        html,
        tags=set(ELEMENTS),
        attributes=attributes,
        url_schemes={*SCHEMES, "data"},  # which is told of a picture, with what to do about it
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def faults(tags: Iterable[Tag], places: Places) -> Iterator[Diagnostic]:
    """Yield an error for each element, attribute and address of the copy that clean() takes out."""
    for tag in tags:
        if tag.closing or tag.name in PASSED_OVER:
            continue
        if _is_sign(tag):
            text = f"<{tag.name} {tag.attributes[0][0]}"
            yield mistake("SRC-020", places.next(text), "sign", text=text, name=tag.name)
        elif tag.name in ELEMENTS:
            yield from _attribute_faults(tag, places)
        else:
            yield _refused(tag.name, places)


def _refused(name: str, places: Places) -> Diagnostic:
    place = places.next(f"<{name}")
    if name not in _HTML:
        return mistake("SRC-020", place, "none", name=name)
    if name in _INSTEAD:
        return mistake("SRC-020", place, "instead", name=name, instead=_INSTEAD[name])
    return mistake("SRC-020", place, "other", name=name)


def unclosed(places: Places) -> Iterator[Diagnostic]:
    """Yield an error for each element that the copy opens and does not close: all that follows would be in it."""
    own = tuple(tag for tag in places.tags if tag.name in ELEMENTS and not _is_sign(tag))
    for tag in left_open(own):
        yield mistake("SRC-023", places.at(tag.line, tag.column), name=tag.name)


def _is_sign(tag: Tag) -> bool:
    """Tell whether a tag is a sign in a sentence, such as ``a<b and c>d``: its words are no attributes of HTML."""
    words = [name for name, value in tag.attributes if not value and name not in _ALONE]
    return not tag.closing and len(words) == len(tag.attributes) and bool(words)


def _attribute_faults(tag: Tag, places: Places) -> Iterator[Diagnostic]:
    allowed = EVERYWHERE | SOME.get(tag.name, frozenset())
    for name, value in tag.attributes:
        if name == "style" and tag.name in _ALIGNED and value in ALIGNMENTS:
            continue
        if tag.name == "img" and (name in PASSED_OVER_SIZES or (name == "style" and _SIZES.fullmatch(value))):
            continue
        if tag.name == "span" and name in _LOOKS:
            yield mistake("SRC-115", places.next(f"{name}="), name=name, text=" ".join(tag.after.split())[:30])
        elif name not in allowed:
            yield mistake("SRC-021", places.next(f"{name}="), name=name, element=tag.name)
        elif name == "lang" and not LANGUAGE.fullmatch(value):
            yield mistake("SRC-046", places.next(value or "lang"), value=value)
        elif name in ("href", "src"):
            # Browsers pass over blanks and line ends within a scheme: URL Standard, 4.4.
            scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", value))
            embedded = name == "src" and bool(scheme) and value.lower().startswith("data:")
            if scheme and scheme[1].lower() not in SCHEMES and not embedded:
                yield mistake("SRC-022", places.next(value), scheme=scheme[1])
