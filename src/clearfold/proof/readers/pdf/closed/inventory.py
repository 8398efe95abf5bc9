"""Walk through all that is reachable in a PDF, and name what the make of our editions does not explain."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from clearfold.model.messages import message
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.closed.grammar import KINDS, Key

TEXT = (TextStringObject, ByteStringObject)
NUMBER = (NumberObject, FloatObject)
PLAIN = (*TEXT, *NUMBER, BooleanObject, NameObject, NullObject)
BY_KEY = {
    "page-or-pages": ("/Type", {"/Page": "page", "/Pages": "pages"}),
    "kid": ("/Type", {"/StructElem": "element", "/MCR": "marked-content", "/OBJR": "reference"}),
    "annotation": ("/Subtype", {"/Link": "link"}),
    "action": ("/S", {"/URI": "address", "/GoTo": "go"}),
    "drawn": ("/Subtype", {"/Form": "form", "/Image": "image"}),
}
"""Kinds that are told apart by the value of a key."""
DESTINATION = frozenset(("/D", "/SD"))
ARRAYS: dict[str, tuple[str, int | None]] = {
    "numbers": ("number", None),
    "values": ("", None),
    "box": ("number", 4),
    "matrix": ("number", 6),
    "once": ("text", None),
}
"""Arrays by the sort of what they hold, and how many there are."""
ELEMENTS = {
    "/Span": "span",
    "/Figure": "figure",
    "/L": "list",
    "/TH": "header-cell",
    "/TD": "cell-of-a-table",
    **dict.fromkeys(("/Note", "/FENote"), "note"),
    **dict.fromkeys(("/TOCI", "/Reference"), "way"),
    "/Link": "link-of-words",
    **{f"/H{level}": "heading" for level in range(1, 7)},
}
"""Elements of the structure tree that have keys of their own."""


@dataclass(frozen=True, slots=True)
class Strange:
    """Something that the make does not explain: where it stands, such as "page 3", and what it is, in a few words."""

    place: str
    what: str


@foreign()
def read_strange(reader: PdfReader) -> tuple[Strange, ...]:
    """Return what is in a PDF, and in no edition of ours; and what every one of ours has, and it has not."""
    walk = _Walk(
        {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1) if page.indirect_reference}
    )
    found = list(walk.dictionary(reader.trailer, "trailer", "file"))
    while walk.waiting:
        value, kind, place = walk.waiting.pop()
        found += walk.dictionary(value, kind, place)
    return tuple(dict.fromkeys(found))


@foreign()
def read_lacking(reader: PdfReader) -> tuple[str, ...]:
    """Return what every file has that claims a standard, and this one lacks: colours of its output, numbers of pages.

    Where the tags are, a viewer also shows the numbers that stand on the pages (ISO 32000-1, 12.4.2 and 14.11.5).
    """
    catalogue = reader.root_object
    asked = ("OutputIntents", *(("PageLabels",) if "/StructTreeRoot" in catalogue else ()))
    lacking = (key for key in asked if isinstance(catalogue.get(f"/{key}", NullObject()), NullObject))
    return tuple(message("the {name} without {key}", name="catalogue", key=key) for key in lacking)


@dataclass(slots=True)
class _Walk:
    """What waits to be looked at, and what has been, by object number."""

    pages: dict[int, int]
    waiting: list[tuple[DictionaryObject, str, str]] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def dictionary(self, value: DictionaryObject, kind: str, place: str) -> Iterator[Strange]:
        """Yield what is strange in a dictionary or stream, and put off what it refers to."""
        keys = KINDS[kind]
        name = kind.replace("-", " ")
        # A key whose value is null is not there (ISO 32000-1, 7.3.7).
        given = [key for key in value if not isinstance(value.get(key), NullObject)]
        for key in given:
            if key in keys:
                yield from self._value(
                    value.raw_get(key), keys[key], message("{key} of the {name}", key=key[1:], name=name), place
                )
            else:
                yield Strange(place, message("{key} in the {name}", key=key[1:], name=name))
        if kind == "link" and "/A" not in given and "/Dest" not in given:
            yield Strange(place, message("the {name} without {key}", name=name, key="Dest"))
        for key, entry in keys.items():
            if entry.needed and key not in given:
                yield Strange(place, message("the {name} without {key}", name=name, key=key[1:]))

    def _value(self, raw: object, entry: Key, what: str, place: str) -> Iterator[Strange]:
        if "^" in entry.allowed:
            return
        value = raw.get_object() if isinstance(raw, PdfObject) else raw
        for allowed in entry.allowed:
            if allowed[0] in "@[{(" and self._put_off(raw, value, allowed, place):
                return
            if _fits(value, allowed):
                return
        yield Strange(place, message("{what} is {told}", what=what, told=_told(value)))

    def _put_off(self, raw: object, value: object, allowed: str, place: str) -> bool:
        """Put off what an entry refers to; say whether it is of the sort that is allowed there."""
        kind = allowed.strip("@[]{}()")
        if allowed[0] == "@":
            return isinstance(value, DictionaryObject) and self._one(raw, value, kind, place)
        if allowed[0] == "{":
            given = list(value.items()) if isinstance(value, DictionaryObject) else None
            members = [value.raw_get(key) for key, _ in given] if isinstance(value, DictionaryObject) and given else []
            return given is not None and all(self._member(one, kind, place) for one in members)
        if not isinstance(value, ArrayObject) or (allowed[0] == "(" and len(value) != 1):
            return False
        return all(self._member(one, kind, place) for one in value)

    def _member(self, raw: object, kind: str, place: str) -> bool:
        value = raw.get_object() if isinstance(raw, PdfObject) else raw
        if isinstance(value, DictionaryObject):
            return self._one(raw, value, kind, place)
        if isinstance(value, ArrayObject):
            return all(self._member(one, kind, place) for one in value)
        return isinstance(value, PLAIN)

    def _one(self, raw: object, value: DictionaryObject, kind: str, place: str) -> bool:
        if isinstance(raw, IndirectObject):
            if raw.idnum in self.seen:
                return True
            self.seen.add(raw.idnum)
            place = message("page {pages}", pages=self.pages[raw.idnum]) if raw.idnum in self.pages else place
        if kind == "annotation" and value.get("/Subtype") != "/Link":
            return True  # whatever lies over a page is told as such, by its words: TXT-014
        known = _kind(value, kind)
        if known:
            self.waiting.append((value, known, place))
        return bool(known)


def _kind(value: DictionaryObject, kind: str) -> str:
    """Return the kind of a dictionary where several may stand, "" for none of them."""
    if kind == "space-part":
        return (
            "profile" if isinstance(value, StreamObject) else "function" if "/FunctionType" in value else "calibrated"
        )
    if kind in BY_KEY:
        key, kinds = BY_KEY[kind]
        # Of an element of the structure tree the type may be left out (ISO 32000-1, 14.7.2).
        kind = "element" if kind == "kid" and key not in value else kinds.get(str(value.get(key)), "")
    if kind == "descriptor":
        return "cff-descriptor" if "/FontFile3" in value else kind
    if kind == "element":
        return ELEMENTS.get(str(value.get("/S")), kind)
    return "cell" if kind == "pattern" and isinstance(value, StreamObject) else kind


def _fits(value: object, allowed: str) -> bool:
    if allowed.startswith("/"):
        return isinstance(value, NameObject) and value == allowed
    if allowed.startswith("="):
        return isinstance(value, NUMBER) and float(value) == float(allowed[1:])
    if allowed == "pairs":
        names = [str(one.get_object()) for one in value[::2]] if isinstance(value, ArrayObject) else []
        return isinstance(value, ArrayObject) and len(value) % 2 == 0 and names == sorted(set(names)) and _named(value)
    if allowed == "place":
        return _place(value)
    if allowed in ARRAYS:
        inner, length = ARRAYS[allowed]
        if not isinstance(value, ArrayObject) or length not in (None, len(value)):
            return False
        once = allowed != "once" or len(set(map(str, value))) == len(value)
        return once and all(_plain(one, inner) for one in value)
    return _plain(value, allowed)


def _named(value: ArrayObject) -> bool:
    """Say whether names and what they name take turns: texts, and places on pages (ISO 32000-1, 7.9.6)."""
    named = [one.get_object() for one in value[1::2]]
    places = [one.get("/D") if isinstance(one, DictionaryObject) and set(one) <= DESTINATION else one for one in named]
    texts = all(isinstance(one.get_object(), TEXT) for one in value[::2])
    return texts and all(_place(one.get_object() if isinstance(one, PdfObject) else one) for one in places)


def _place(value: object) -> bool:
    """Say whether a value is a place on a page, at a height, that leaves the size as it is (ISO 32000-1, 12.3.2.2)."""
    if not isinstance(value, ArrayObject) or len(value) != 5:
        return False
    page, mode, left, top, size = (one.get_object() for one in value)
    whole = isinstance(page, DictionaryObject) and page.get("/Type") == "/Page" and mode == "/XYZ"
    return whole and isinstance(left, NUMBER) and isinstance(top, NUMBER) and _fits(size, "=0")


def _plain(raw: object, sort: str) -> bool:
    """Say whether a value is plain, and of that sort; "" for any, also an array of such or what leads elsewhere."""
    value = raw.get_object() if isinstance(raw, PdfObject) else raw
    sorts = {"text": TEXT, "number": NUMBER, "int": (NumberObject,), "bool": (BooleanObject,), "name": (NameObject,)}
    if sort:
        return isinstance(value, sorts.get(sort, ()))
    if isinstance(value, ArrayObject):
        return all(_plain(one, "") for one in value)
    return isinstance(value, PLAIN) or isinstance(raw, IndirectObject)


def _told(value: object) -> str:
    """Say in a few words what a value is."""
    if isinstance(value, DictionaryObject):
        kind = value.get("/Subtype") or value.get("/Type") or value.get("/S")
        if isinstance(kind, NameObject):
            return message("a {kind}", kind=str(kind)[1:])
        return message("a dictionary")
    if isinstance(value, ArrayObject):
        return message("an array of something else")
    return f"“{str(value)[:40]}”"
