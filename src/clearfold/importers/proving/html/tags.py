"""The tags of a page as elements within each other, with the ends that HTML lets writers leave out."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ENDS_P = frozenset(
    "address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hgroup hr main menu nav ol p pre search section table ul".split()
)
_ENDS = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "tbody": ({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, {"table"}),
    "thead": ({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, {"table"}),
    "tfoot": ({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, {"table"}),
    "option": ({"option"}, {"select", "datalist"}),
    "rt": ({"rt", "rp"}, {"ruby"}),
    "rp": ({"rt", "rp"}, {"ruby"}),
}
_ROLES = {"table": "table", "rowgroup": "tbody", "row": "tr", "cell": "td", "gridcell": "td"}
_ROLES |= {"columnheader": "th", "rowheader": "th"}
_RAW = ("xmp", "noembed", "noframes")  # there are no tags in them
_HEAD = frozenset("title meta link style script base head".split())


@dataclass(slots=True)
class Tag:
    """An element: its name, what it says, and what it holds."""

    name: str
    said: dict[str, str] = field(default_factory=dict)
    held: "list[Tag | str]" = field(default_factory=list)

    def tags(self) -> "Iterator[Tag]":
        """Yield it, and all within it."""
        yield self
        for one in self.held:
            if isinstance(one, Tag):
                yield from one.tags()

    def letters(self) -> str:
        """Return all its letters."""
        return "".join(one if isinstance(one, str) else one.letters() for one in self.held)

    @property
    def marks(self) -> set[str]:
        """Return its classes, roles and types."""
        return set(" ".join(self.said.get(key, "") for key in ("class", "role", "epub:type")).lower().split())


class _Reader(HTMLParser):
    def __init__(self, *, strict: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Tag("")
        self.open = [self.root]
        self.strict = strict  # XHTML: what is closed at once holds nothing, and no end is left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.strict:
            self._close(tag)
        one = Tag(tag, {key: value or "" for key, value in reversed(attrs)})
        self.open[-1].held.append(one)
        if tag not in VOID:
            self.open.append(one)
        if tag in _RAW and not self.strict:
            self.set_cdata_mode(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.strict and tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self.open[-1].held.append(Tag("br"))
        if tag in [one.name for one in self.open[1:]]:
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].held.append(data)

    def _close(self, tag: str) -> None:
        """Close what a tag ends without saying so."""
        names = [one.name for one in self.open]
        if tag in _ENDS_P and "p" in names:
            last = len(names) - 1 - names[::-1].index("p")
            if not {"td", "th", "table", "button", "object"} & set(names[last:]):
                del self.open[last:]
        if tag in _ENDS:
            ended, within = _ENDS[tag]
            first = max((at for at, one in enumerate(self.open) if one.name in within), default=0)
            last = next((at for at in range(first + 1, len(self.open)) if self.open[at].name in ended), len(self.open))
            del self.open[last:]
        if "head" in names and tag not in _HEAD and tag not in ("noscript", "template"):
            del self.open[names.index("head") :]


def tags_of(data: bytes, *, strict: bool = False) -> Tag:
    """Return a page as elements."""
    reader = _Reader(strict=strict)
    text = _text(data)
    if strict:
        text = re.sub(r"<!\[CDATA\[(.*?)\]\]>", lambda m: escape(m[1]), text, flags=re.S)
    else:
        text = re.sub(r"<!\[CDATA\[[^>]*>", "", text)  # a comment, in HTML
    reader.feed(text)
    reader.close()
    for tag in reader.root.tags():
        _rename(tag)
    return reader.root


def _rename(tag: Tag) -> None:
    """Give an element the name of what its role says, or what is shown of it."""
    if tag.name in ("div", "span", "p", "section"):
        tag.name = _ROLES.get(tag.said.get("role", ""), tag.name)
    elif tag.name == "template" and "shadowrootmode" in tag.said:
        tag.name = "div"


def _text(data: bytes) -> str:
    for mark, coding in ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(coding, errors="replace")
    told = re.search(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)", data[:200]) or re.search(
        rb"(?i)charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096]
    )
    name = told[1].decode("ascii", "replace").lower() if told else "utf-8"
    for coding in ("cp1252" if name in ("iso-8859-1", "latin1", "latin-1") else name, "utf-8" if told else "cp1252"):
        try:
            return data.decode(coding)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", errors="replace")
