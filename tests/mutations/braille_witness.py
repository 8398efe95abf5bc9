"""What another reader sees of braille: liblouis, which reads cells backwards, and lxml, which reads files apart.

Neither shares code with the decoder of the proof. liblouis is asked of the cells as they stand on their pages.
"""

import re
import zipfile
from io import BytesIO

from lxml import etree

from clearfold.model.media_types import BRF, PEF
from clearfold.proof.readers.braille.contracted import read_back
from tests.mutations.sight import Sight, letters, witnessed, words

TABLES = {"nl": "nl.tbl", "fr": "fr-bfu-comp6.utb", "de": "de-g0-detailed.utb", "en": "en-ueb-g1.ctb"}
ASCII = " a1b'k2l@cif/msp\"e3h9o6r^djg>ntq,*5<-u8v.%[$+x!&;:4\\0z7(_?w]#y)="
OTHERS = "`{|}~"
DRAWN = re.compile("\u2810{2,}|(.)\\1{9,}")  # leaders of contents, and lines around boxes: no text
BLANK = "\u2800"


def look(data: bytes, media_type: str, lang: str) -> Sight:
    """Return what the witnesses see of a file of braille in a language."""
    seen = witnessed(lambda: _seen(data, media_type, TABLES[lang.split("-")[0]]))
    if not isinstance(seen, dict):
        seen = dict.fromkeys(("words", "targets", "spaces", "structure", "metadata"), (seen,))
    return Sight(seen)


def _seen(data: bytes, media_type: str, table: str) -> dict[str, tuple[object, ...]]:
    if media_type == BRF:
        text = data.decode("ascii").lower().replace("\r\n", "\n").removesuffix("\f")
        text = text.translate(str.maketrans(OTHERS, "@[\\]^"))
        pages = [page.split("\n") for page in text.translate(_cells()).split("\f")]
        return _of_pages([pages], table, ())
    if media_type == PEF:
        root = etree.fromstring(data)
        volumes = [
            [[_said(row) for row in page.iter("{*}row")] for page in volume.iter("{*}page")]
            for volume in root.iter("{*}volume")
        ]
        facts = [
            (one.tag, one.text) for head in root.iter("{*}head") for one in head.iter() if one.text and one.text.strip()
        ]
        sizes = [sorted((str(key), str(value)) for key, value in v.attrib.items()) for v in root.iter("{*}volume")]
        return _of_pages(volumes, table, (facts, sizes))
    return _of_book(data, table)


def _cells() -> dict[int, int]:
    return {ord(sign): 0x2800 + number for number, sign in enumerate(ASCII)}


def _of_pages(volumes: list[list[list[str]]], table: str, facts: tuple[object, ...]) -> dict[str, tuple[object, ...]]:
    said = [_read(BLANK.join(page), table) for volume in volumes for page in volume]
    return {
        "words": (letters(" ".join(said)),),
        "targets": (),
        "spaces": tuple(words(one) for one in said),
        "structure": tuple(tuple(len(page) for page in volume) for volume in volumes),
        "metadata": facts,
    }


def _of_book(data: bytes, table: str) -> dict[str, tuple[object, ...]]:
    with zipfile.ZipFile(BytesIO(data)) as book:
        names = [one.filename for one in book.infolist()]
        text = etree.fromstring(book.read("ebraille/text.html"))
        contents = etree.fromstring(book.read("index.html"))
        package = etree.fromstring(book.read("package.opf"))
    read = [_read(_said(one), table) for one in text.iter("{*}h1", "{*}h2", "{*}h3", "{*}p", "{*}li")]
    read += [_read(_said(one), table) for one in text.iter("{*}aside")]
    entries = [_read(_said(one), table) for one in contents.iter("{*}a")]
    facts = [(one.tag, one.get("property"), one.text) for one in package.iter() if one.text and one.text.strip()]
    return {
        "words": (letters(" ".join(read)), letters(" ".join(entries))),
        "targets": tuple(one.get("href") for one in contents.iter("{*}a")),
        "spaces": (words(" ".join(read)),),
        "structure": (names, [str(one.tag) for one in text.iter()], [sorted(one.attrib) for one in package.iter()]),
        "metadata": tuple(facts),
    }


def _said(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _read(cells: str, table: str) -> str:
    plain = DRAWN.sub(BLANK, cells.replace(" ", BLANK))
    return read_back(re.sub(f"{BLANK}+", BLANK, plain).strip(BLANK), table)
