"""Which characters of a leaflet no font of its pages has, and where they stand; each would be an empty box."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import joined, message
from clearfold.model.unsafe_text import odd, odd_in
from clearfold.press.document.walk import texts
from clearfold.press.images.plain_svg import plain_svg
from clearfold.press.leaflet import Contact, Entry, Metadata, Phrase, Picture, Section

MARKDOWN_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
YAML_COMMENT = re.compile(r"^[ \t]*#[^\n]*", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
# Variation selectors and the grapheme joiner are marks by their category, and draw nothing.
_SHOWN = 5  # further places that are told
_SILENT = frozenset((0x034F, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
# The first words of their letters' names in Unicode.
_SCRIPTS = frozenset(
    "Arabic Armenian Bengali Cjk Devanagari Ethiopic Georgian Gujarati Gurmukhi Hangul Hebrew Hiragana Kannada "
    "Katakana Khmer Lao Malayalam Myanmar Sinhala Syriac Tamil Telugu Thaana Thai Tibetan".split()
)
# Points of Hebrew and Arabic, over and under their letters.
_POINTS = "".join(chr(code) for code in range(0x590, 0x700) if unicodedata.category(chr(code)) == "Mn")
_POINTED = re.compile(rf"[\u0590-\u06ff]*[{_POINTS}][\u0590-\u06ff]*")
_NO_GLYPH = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))


class Text:
    """A text of the copy as it is written, with the line of its file at which it begins."""

    def __init__(self, path: Path, text: str, first_line: int = 1, comment: re.Pattern[str] = MARKDOWN_COMMENT) -> None:
        """Keep the text, and the same with its comments blanked: what stands in one is not printed."""
        self.path, self.text, self.first_line = path, text, first_line
        self.spoken = comment.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)

    def places(self, character: str) -> list[Location]:
        """Return where a character stands, as itself or as an entity."""
        literal = [at for at, found in enumerate(self.spoken) if found == character]
        named = [match.start() for match in _ENTITY.finditer(self.spoken) if _meant(match[0]) == character]
        return [self.at(at) for at in sorted((*literal, *named))]

    def at(self, offset: int) -> Location:
        """Return the place of a character of the text, counted from 0."""
        line = self.text.count("\n", 0, offset)
        return Location(self.path, self.first_line + line, offset - self.text.rfind("\n", 0, offset))


def _meant(entity: str) -> str:
    """Return what a parser of HTML reads for an entity; Python's own leaves out the numbers of what is no text."""
    if meant := unescape(entity):
        return meant
    number = entity.removeprefix("&#").removesuffix(";")
    return chr(int(number[1:], 16) if number[0] in "xX" else int(number))


def undrawn(drawn: Iterable[str], texts: Sequence[Text], known: frozenset[int]) -> Iterator[Diagnostic]:
    """Find each character of what is drawn that no font has (SRC-073), and say where the texts hold it."""
    # Letters and their marks are drawn as one where the font has them as one, as HarfBuzz does.
    seen = frozenset[str]().union(*(unicodedata.normalize("NFC", text) for text in drawn))
    missing = sorted(c for c in seen if ord(c) not in known and needs_glyph(c))
    for script, letters in _scripts(missing).items():
        missing = [character for character in missing if character not in letters]
        yield _foreign(script, letters, texts)
    for character in missing:
        places = [place for text in texts for place in text.places(character)]
        yield _finding(character, places or [Location(texts[0].path)], known)


def pointed(drawn: Iterable[str], texts: Sequence[Text]) -> Iterator[Diagnostic]:
    """Find words of Arabic and Hebrew with points over and under their letters, in what is to be printed (SRC-073).

    WeasyPrint 70 draws each point as text of its own that is raised, and says nothing of what it belongs to.
    """
    words = sorted({word[0] for text in drawn for word in _POINTED.finditer(text)})
    for word in words:
        places = [text.at(found.start()) for text in texts for found in re.finditer(re.escape(word), text.spoken)]
        yield mistake("SRC-073", (places or [Location(texts[0].path)])[0], "points", words=word)


def _scripts(missing: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the scripts, such as Arabic, of which two letters or more are missing, with those letters."""
    found: dict[str, set[str]] = {}
    for character in missing:
        if unicodedata.category(character)[0] in "LM":
            found.setdefault(unicodedata.name(character, "").split(" ")[0].capitalize(), set()).add(character)
    return {script: frozenset(letters) for script, letters in found.items() if script in _SCRIPTS and len(letters) > 1}


def _foreign(script: str, letters: frozenset[str], texts: Sequence[Text]) -> Diagnostic:
    """Return what is said of words in a script that no font has: one thing, however many letters they have."""
    places = sorted(place for letter in letters for text in texts for place in text.places(letter))
    sign = re.compile(f"[{''.join(sorted(letters))}]+(?:[ ]+[{''.join(sorted(letters))}]+)*")
    words = next((match[0] for text in texts if (match := sign.search(text.spoken))), "".join(sorted(letters)))
    name = "Chinese" if script == "Cjk" else script
    lines = sorted({str(place.line) for place in places[1:] if place.line != places[0].line}, key=int)
    others = message("; so it is in line {lines}", lines=joined(", ", lines[:_SHOWN])) if lines else ""
    place = places[0] if places else Location(texts[0].path)
    return mistake("SRC-073", place, "script", script=name, words=words, elsewhere=others)


def escaped(said: Iterable[str], texts: Sequence[Text]) -> Iterator[Diagnostic]:
    """Find each character that is not text, or turns its order, and is written as an entity (SRC-081, SRC-082)."""
    for character in sorted({found for text in said for found in odd_in(text)}):
        places = [place for text in texts for place in text.places(character)]
        yield odd(character, (places or [Location(texts[0].path)])[0])


def needs_glyph(character: str) -> bool:
    """Tell whether a character is drawn at all: spaces, controls, joiners and marks of direction are not."""
    return unicodedata.category(character) not in _NO_GLYPH and ord(character) not in _SILENT


def drawn_text(metadata: Metadata, sections: Iterable[Section]) -> Iterator[str]:
    """Yield every text of a leaflet that its pages draw; text alternatives are only spoken."""
    yield from (metadata.title, metadata.subtitle, metadata.version, metadata.publisher, metadata.audience)
    yield from (*metadata.authors, *metadata.reviewers, *metadata.testers, *metadata.formats, metadata.online)
    yield from (*metadata.translated_by, *metadata.checked_by)
    yield from (metadata.series, metadata.credit, *(one.name for one in metadata.sponsors if not one.logo))
    for phrase in (*metadata.key_messages, *metadata.sources, metadata.funding, metadata.conflicts, metadata.licence):
        yield from _said(phrase)
    for entry in (*metadata.abbreviations, *metadata.glossary):
        yield from _explained(entry)
    if metadata.contact:
        yield from _reached(metadata.contact)
    for section in sections:
        yield from _said(section.title)
        yield section.short
        yield "".join(texts(section.blocks))


def pictured(pictures: Iterable[Picture], known: frozenset[int]) -> Iterator[Diagnostic]:
    """Find each character in the text of an SVG picture that no font has (SRC-073)."""
    for picture in pictures:
        if picture.path.suffix.lower() == ".svg" and b"<text" in (data := plain_svg(picture.path.read_bytes())):
            try:
                root = ElementTree.fromstring(data)
            except ElementTree.ParseError:
                continue  # the renderer tells of it
            texts = ["".join(e.itertext()) for e in root.iter("{http://www.w3.org/2000/svg}text")]
            yield from undrawn(texts, [Text(picture.path, data.decode("utf-8", "replace"))], known)


def _said(phrase: Phrase | None) -> Iterator[str]:
    if phrase:
        yield phrase.text


def _explained(entry: Entry) -> Iterator[str]:
    yield from (entry.term, entry.meaning.text)


def _reached(contact: Contact) -> Iterator[str]:
    yield from (contact.phone, contact.hours, contact.email, contact.website, contact.address)
    yield from _said(contact.text)


def _finding(character: str, places: Sequence[Location], known: frozenset[int]) -> Diagnostic:
    first, *more = places
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower() or message("a character without a name")
    others = ", ".join(str(place) for place in more[:_SHOWN])
    others += message(" and {more} places more", more=len(more) - _SHOWN) if len(more) > _SHOWN else ""
    said = {"character": character, "name": f"{name}, {code}"}
    said["elsewhere"] = message("; it also stands at {others}", others=others) if others else ""
    plain = unicodedata.normalize("NFKC", character)
    if plain != character and all(ord(c) in known for c in plain):
        return mistake("SRC-073", first, "plain", **said, plain=plain)
    return mistake("SRC-073", first, "other", **said)
