"""Read the copy a second time, with parsers that the press does not use, into what every edition must hold.

Source goes in, the expected Transcript comes out, in the order that docs/writing.md promises.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

from markdown_it import MarkdownIt

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import LeafletError, Location
from clearfold.model.limits import DEEPEST
from clearfold.model.messages import message
from clearfold.model.source import Source
from clearfold.model.transcript import Block, Kind, Span, Transcript, opened
from clearfold.proof.expect.beside import facts_of, pictures_of
from clearfold.proof.expect.drawings import drawn_words
from clearfold.proof.expect.front_matter import (
    CONTACT,
    Fields,
    Value,
    bare,
    read_front,
    read_publisher,
    says_name,
    written_out,
)
from clearfold.proof.expect.markdown import Body, parser, prose, read_body
from clearfold.proof.expect.notes import number_notes
from clearfold.proof.html.walker import Walker

# What is beside the text of a section, where the meaning of an abbreviation goes with its first use.
UNABBREVIATED = frozenset(
    {Kind.HEADING, Kind.BOX_TITLE, Kind.CAPTION, Kind.CODE, Kind.ALTERNATIVE, Kind.DRAWING, Kind.TITLE}
    | {Kind.TERM, Kind.NOTE}
)


def expect(source: Source) -> Transcript:
    """Return what a reader of any edition must meet; raise LeafletError where the front matter cannot be read."""
    front, publisher = read_front(source), read_publisher(source)
    return _Oracle(source, front, publisher).transcript()


class _Oracle:
    """One reading of one copy."""

    def __init__(self, source: Source, front: Fields, publisher: Fields) -> None:
        self.source, self.front, self.publisher = source, front, publisher
        self.lang = front.text("lang").strip()
        self.md: MarkdownIt = parser()
        self.rows = source.body.split("\n")
        self.body: Body = read_body(self.md, source.body, source.body_line, " ".join(front.text("title").split()))
        for tree in (self.body.root, *self.body.notes.values()):
            _shallow(tree, source.at(source.body_line))
        self.prose: dict[tuple[Location, str], Element] = {}  # read more than once, and kept once

    def transcript(self) -> Transcript:
        blocks: list[Block] = []
        parts: list[tuple[str, int]] = []
        for part, read in self._parts():
            if part:
                parts.append((part, len(blocks)))
            blocks.extend(block for block in read if block.text)
        title = " ".join(self.front.text("title").split())
        trees = (self.body.root, *self.body.notes.values(), *self.prose.values())
        markup = tuple(tostring(tree, "unicode") for tree in (*trees, *self._address()))
        rights = [block for _, value in self.front.some("licence") for block in self._prose(value, Kind.DETAIL)]
        terms = "\n".join(" ".join(word.text.split()) for word, _ in self._abbreviations())
        facts = tuple(facts_of(self.source, self.front, self.publisher, self.body.root, rights))
        facts = (*facts, ("abbreviations", terms))
        pictures = tuple(pictures_of(self.source, self.front, self.publisher, trees))
        return Transcript(tuple(blocks), self.lang, title, facts, tuple(parts), markup, pictures)

    def _parts(self) -> Iterator[tuple[str, Iterable[Block]]]:
        """Yield the parts of the leaflet in reading order, also those that the copy leaves out."""
        yield "", self._cover()
        yield "key_messages", self._panel_list("key_messages", numbered=False)
        yield from self._body()
        yield "abbreviations", self._terms(self._abbreviations())
        yield "glossary", self._terms(self._map("glossary"))
        yield "sources", self._panel_list("sources", numbered=True)
        yield "searched", self._days("searched") if "sources" in self.front.lists else ()
        yield from self._about()
        yield from self._contact()

    # front matter

    def _cover(self) -> Iterator[Block]:
        yield from self._picture(self.publisher, "logo")
        name = self.front.texts.get("publisher") or self.publisher.texts.get("name")
        if not (name and says_name(self.publisher) and name.text == self.publisher.text("name")):
            yield from self._plain(name, Kind.PUBLISHER)
        yield from self._plain(self.front.texts.get("series"), Kind.DETAIL)
        for block in self._plain(self.front.texts.get("title"), Kind.TITLE):
            yield replace(block, level=1)
        yield from self._plain(self.front.texts.get("subtitle"), Kind.SUBTITLE)
        yield from self._plain(self.front.texts.get("audience"), Kind.AUDIENCE)
        yield from self._picture(self.front, "cover")

    def _picture(self, fields: Fields, key: str) -> Iterator[Block]:
        """Yield what is said of a picture, and the words that it draws."""
        if (named := fields.maps.get(key)) is None:
            return
        image = named.texts.get("image")
        for block in self._plain(named.texts.get("alt"), Kind.ALTERNATIVE):
            yield replace(block, picture=image.text.strip() if image else "")
        if image:
            words = drawn_words(image.location.path.parent, image.text.strip())
            yield from self._plain(replace(image, text=words), Kind.DRAWING)

    def _panel_list(self, key: str, *, numbered: bool) -> Iterator[Block]:
        for number, value in enumerate(self.front.lists.get(key, ()), start=1):
            blocks = self._prose(value, Kind.LIST_ITEM)
            yield from (replace(block, level=1, number=str(number) if numbered else "") for block in blocks[:1])
            yield from blocks[1:]

    def _map(self, key: str) -> Iterator[tuple[Value, list[Block]]]:
        fields = self.front.maps.get(key)
        for word, value in fields.texts.items() if fields else ():
            yield Value(word, fields.keys[word] if fields else value.location), self._prose(value, Kind.DEFINITION)

    def _abbreviations(self) -> Iterator[tuple[Value, list[Block]]]:
        yield from self._map("abbreviations")
        for definition in self.body.definitions:
            at = self.source.at(definition.line)
            yield Value(definition.short, at), self._prose(Value(definition.long, at), Kind.DEFINITION)

    def _terms(self, terms: Iterable[tuple[Value, list[Block]]]) -> Iterator[Block]:
        for word, meaning in terms:
            yield from self._plain(word, Kind.TERM)
            yield from meaning

    def _about(self) -> Iterator[tuple[str, Iterable[Block]]]:
        yield "about", ()
        for key in ("authors", "reviewers", "testers", "translated_by", "checked_by"):
            yield key, [block for value in self.front.lists.get(key, ()) for block in self._plain(value, Kind.DETAIL)]
        yield "checked", self._days("checked")
        cover = self.front.maps.get("cover")
        yield "credit", self._plain(cover.texts.get("credit") if cover else None, Kind.DETAIL)
        for key, value in self.front.some("funding", "conflicts", "version", "published", "review_by", "licence"):
            if key in ("funding", "conflicts", "licence"):
                yield key, self._prose(value, Kind.DETAIL)
            elif key == "version":
                yield key, self._plain(value, Kind.DETAIL)
            else:
                yield key, self._days(key)

    def _days(self, key: str) -> Iterator[Block]:
        """Yield a date of the front matter as people write it."""
        for _, value in self.front.some(key):
            yield from self._plain(replace(value, text=written_out(value.text, self.lang)), Kind.DETAIL)

    def _contact(self) -> Iterator[tuple[str, Iterable[Block]]]:
        yield "contact", ()
        fields = self._reached()
        for key, value in fields.some(*CONTACT) if fields else ():
            if key == "text":
                yield "", self._prose(value, Kind.DETAIL)
                continue
            plain = self._plain(value, Kind.DETAIL)
            yield key, (self._linked(block) if key == "website" and "://" in block.text else block for block in plain)
        items = [block for value in self.front.lists.get("formats", ()) for block in self._plain(value, Kind.LIST_ITEM)]
        yield "formats", (replace(block, level=1) for block in items)
        yield "online", map(self._linked, self._plain(self.front.texts.get("online"), Kind.DETAIL))
        thanked = self.front.lists.get("sponsors") or self.publisher.lists.get("sponsors", ())
        yield "sponsors", (replace(block, level=1) for value in thanked for block in self._thanked(value))

    def _reached(self) -> Fields | None:
        return self.front.maps.get("contact") or self.publisher.maps.get("contact")

    def _address(self) -> Iterator[Element]:
        """Yield an address of several lines, which end where the copy's do."""
        fields = self._reached()
        first, *others = (fields.text("address").splitlines() if fields else None) or [""]
        if others:
            address = Element("p")
            address.text = first
            for line in others:
                SubElement(address, "br").tail = line
            yield address

    def _thanked(self, sponsor: Value) -> Iterator[Block]:
        """Yield the name of a sponsor; where a logo stands for it, as what is said of that, and what it draws."""
        if not sponsor.picture:
            yield from self._plain(sponsor, Kind.LIST_ITEM)
            return
        for block in self._plain(sponsor, Kind.ALTERNATIVE):
            yield replace(block, picture=sponsor.picture)
        words = drawn_words(sponsor.location.path.parent, sponsor.picture)
        yield from self._plain(replace(sponsor, text=words), Kind.DRAWING)

    @staticmethod
    def _linked(block: Block) -> Block:
        text = bare(block.text)
        return replace(block, text=text, spans=(Span(0, len(text), link=block.text),))

    def _plain(self, value: Value | None, kind: Kind) -> Iterator[Block]:
        if value and value.text.strip():
            yield Block(kind, " ".join(value.text.split()), value.location, lang=self.lang)

    def _prose(self, value: Value, kind: Kind) -> list[Block]:
        walker = Walker(locate=lambda _line, _text: value.location)
        tree = prose(self.md, " ".join(value.text.split()))
        _shallow(tree, value.location)
        self.prose[value.location, value.text] = tree
        walker.flow(tree, walker.start(self.lang, kind), lambda _block: None)
        return walker.blocks

    # body

    def _body(self) -> Iterator[tuple[str, Iterable[Block]]]:
        """Yield the body, parted where a box without a title begins."""
        folder = self.source.path.parent
        walker = Walker(locate=self._locate, drawn=lambda name: drawn_words(folder, name))
        notes = number_notes(self.body)
        beside: set[int] = set()  # the numbers of the blocks of notes

        def read_notes(labels: Iterable[str]) -> None:
            for label in labels:
                first = len(walker.blocks)
                if label in self.body.notes:
                    walker.flow(self.body.notes[label], walker.start(self.lang, Kind.NOTE), lambda _inner: None)
                if first < len(walker.blocks):
                    self._number_note(walker, first, f"[{notes.numbers[label]}]")
                beside.update(range(first, len(walker.blocks)))

        walker.flow(self.body.root, walker.start(self.lang), lambda block: read_notes(notes.after.get(block, ())))
        read_notes(notes.rest)
        blocks, begins = (
            list(self._expanded(walker.blocks, beside)),
            [("body", 0), *((message("box {n}", n=n), at) for n, at in walker.boxes)],
        )
        for (part, at), (_, end) in pairwise([*begins, ("", len(blocks))]):
            yield part, blocks[at:end]

    @staticmethod
    def _number_note(walker: Walker, first: int, number: str) -> None:
        """Put the number of a note before its text, or, where it begins with a list or another block, above that."""
        block = walker.blocks[first]
        if block.kind is Kind.NOTE:
            walker.blocks[first] = opened(block, f"{number} ")
            return
        walker.blocks.insert(first, Block(Kind.NOTE, number, block.location, lang=block.lang))
        walker.boxes = [(kind, at + 1 if at >= first else at) for kind, at in walker.boxes]

    def _locate(self, line: int, text: str) -> Location:
        """Return the place of a block: its first word in the line on which its block begins, or right below."""
        word = re.split(r"\s", text.strip(), maxsplit=1)[0]
        first = self.source.body_line
        for offset in range(3):
            if (
                0 <= line - first + offset < len(self.rows)
                and (column := self.rows[line - first + offset].find(word)) >= 0
            ):
                return self.source.at(line + offset, column + 1)
        return self.source.at(line or first)

    def _expanded(self, blocks: list[Block], beside: Container[int]) -> Iterator[Block]:
        """Say what an abbreviation stands for where it first stands in the text of a section (docs/writing.md)."""
        meanings = {word.text: " ".join(block.text for block in meaning) for word, meaning in self._abbreviations()}
        if not meanings:
            yield from blocks
            return
        words = sorted(meanings, key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)})(?!\w)")
        known: set[str] = set()
        for at, block in enumerate(blocks):
            if block.kind is Kind.HEADING and block.level == 2:
                known.clear()
            if block.kind in UNABBREVIATED or at in beside:
                yield block
                continue
            said: list[Span] = []
            for match in pattern.finditer(block.text):
                span = Span(match.start(), match.end(), expansion=meanings[match[0]])
                taken = any(_meet(span, own) for own in block.spans if own.expansion or own.code)
                # A name that ends within words set otherwise, or that is partly a link, has no element of its own.
                taken = taken or any(_cut(span, own) or (own.link and _within(own, span)) for own in block.spans)
                if match[0] not in known and not taken:
                    known.add(match[0])
                    said.append(span)
            yield replace(block, spans=(*block.spans, *said))


def _shallow(root: Element, place: Location) -> None:
    """Raise LeafletError (SRC-083) where elements go too deep for the walker, which is recursive."""
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        if depth > DEEPEST + 1:  # the body around them
            raise LeafletError([mistake("SRC-083", place, "elements", most=DEEPEST)])
        waiting += [(child, depth + 1) for child in element]


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _within(one: Span, two: Span) -> bool:
    return two.start <= one.start and one.end <= two.end and two.end - two.start > one.end - one.start


def _cut(one: Span, two: Span) -> bool:
    """Say whether either begins or ends within the other, and goes on outside it."""
    return one.start < two.start < one.end < two.end or two.start < one.start < two.end < one.end
