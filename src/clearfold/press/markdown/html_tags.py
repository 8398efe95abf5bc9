"""The tags of HTML as they are written, before a parser has made elements of them, dropped some and moved others."""

from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import takewhile

# Elements that hold nothing, and are never closed: HTML Living Standard, 13.1.2.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# HTML lets an author leave out their ends: HTML Living Standard, 13.1.2.4.
OPTIONAL = frozenset("colgroup dd dt li optgroup option p rp rt tbody td tfoot th thead tr".split())


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: the element's name in small letters, and line and column from 1.

    ``closing`` tells the end of an element from its beginning; ``after`` is the text up to the next tag.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    closing: bool
    line: int
    column: int
    after: str = ""


def tags_of(html: str) -> tuple[Tag, ...]:
    """Return the tags of a text in their order; of an attribute that stands twice, the first."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(Tag(*tag, after) for tag, after in zip(reader.found, reader.after, strict=True))


def left_open(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """Return the tags of elements that have to be closed, and are not."""
    opened: list[Tag] = []
    left: list[Tag] = []
    for tag in tags:
        if tag.name in VOID or tag.name in OPTIONAL:
            continue
        if not tag.closing:
            opened.append(tag)
        elif any(tag.name == other.name for other in opened):
            while opened[-1].name != tag.name:
                left.append(opened.pop())
            opened.pop()
    return (*left, *opened)


def too_deep(tags: tuple[Tag, ...], most: int) -> str | None:
    """Return the words where more than so many elements stand within each other that have to be closed, if they do."""
    opened: list[str] = []
    for index, tag in enumerate(tags):
        if tag.name in VOID or tag.name in OPTIONAL:
            continue
        if not tag.closing:
            opened.append(tag.name)
        elif tag.name in opened:
            del opened[len(opened) - 1 - opened[::-1].index(tag.name) :]
        if len(opened) > most:
            inside = takewhile(lambda tag: not tag.closing, tags[index:])
            return "".join(tag.after for tag in inside)
    return None


class _Reader(HTMLParser):
    """Gathers tags, and the text after each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, tuple[tuple[str, str], ...], bool, int, int]] = []
        self.after: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the beginning of an element."""
        self._keep(tag, {name: value or "" for name, value in reversed(attrs)}, closing=False)

    def handle_endtag(self, tag: str) -> None:
        """Keep the end of an element."""
        self._keep(tag, {}, closing=True)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is written as an empty element: to HTML it is a beginning all the same."""
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        """Keep text; what stands before the first tag is after none."""
        if self.after:
            self.after[-1] += data

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over what begins as ``<![``: to HTML it is a comment, and Python's own reading of it may fail."""
        return self.parse_bogus_comment(i, bool(report))

    def _keep(self, name: str, attributes: dict[str, str], *, closing: bool) -> None:
        line, column = self.getpos()
        self.found.append((name, tuple(reversed(attributes.items())), closing, line, column + 1))
        self.after.append("")
