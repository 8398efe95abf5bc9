"""Faults in what the tags of a finished PDF of ours announce beside their words."""

from collections.abc import Callable
from io import BytesIO
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.faults.fault import Injected, fault
from tests.faults.own_drawn import Instruction, edited
from tests.faults.tagged import saved

Change = Callable[[list[Dictionary]], None]
"""Changes some of the elements of one kind, or of the links, of a file."""


def _with(kind: str, change: Change, key: str = "") -> Callable[[bytes, Random], Injected | None]:
    """Return what changes elements of a type that have a key, or all links."""

    def inject(data: bytes, _: Random) -> Injected | None:
        with pikepdf.open(BytesIO(data)) as pdf:
            found = [one for one in pdf.objects if isinstance(one, Dictionary)]
            if kind == "links":
                found = [one for one in found if one.get("/Subtype") == Name.Link]
            else:
                found = [one for one in found if one.get("/Type") == Name.StructElem and str(one.S)[1:] == kind]
            found = [one for one in found if not key or key in one]
            if len(found) < 2:
                return None
            change(found)
            return Injected(saved(pdf))

    return inject


def _attributes(element: Dictionary) -> pikepdf.Object:
    return element.A[0] if isinstance(element.A, Array) else element.A


def _scope(found: list[Dictionary]) -> None:
    attributes = _attributes(found[0])
    attributes.Scope = Name.Row if attributes.Scope == Name.Column else Name.Column


def _headers(found: list[Dictionary]) -> None:
    _attributes(found[0]).Headers = Array([String("table-9-9-9")])


def _numbering(found: list[Dictionary]) -> None:
    """Have each list of figures say that it counts in Roman ones."""
    for one in found:
        if _attributes(one).ListNumbering == Name.Decimal:
            _attributes(one).ListNumbering = Name.UpperRoman


def _box(found: list[Dictionary]) -> None:
    _attributes(found[0]).BBox = Array([9, 9, 99, 99])


def _exchanged(key: str) -> Change:
    def change(found: list[Dictionary]) -> None:
        found[0][key], found[-1][key] = found[-1][key], found[0][key]

    return change


def _contents(found: list[Dictionary]) -> None:
    found[0].Contents = String("10 tablets")


def _named(found: list[Dictionary]) -> None:
    found[0].ID = String("another")


def _called(key: str, value: str) -> Callable[[bytes, Random], Injected | None]:
    """Return what has a marked-content sequence say more than its number."""

    def edit(operators: list[Instruction], _: pikepdf.Pdf, __: pikepdf.Page, ___: Random) -> list[Instruction] | None:
        for at, (operands, operator) in enumerate(operators):
            if str(operator) == "BDC" and operands[0] == Name.P:
                said = Dictionary({"/MCID": dict(operands[1])["/MCID"], key: String(value)})
                return [*operators[:at], ([operands[0], said], operator), *operators[at + 1 :]]
        return None

    return edited(edit)


FAULTS = (
    fault("announced", "scope of a header", "PDF-017", _with("TH", _scope)),
    fault("announced", "headers of a cell", "PDF-017", _with("TD", _headers, "/A")),
    fault("announced", "numbering of a list", "PDF-017", _with("L", _numbering)),
    fault("announced", "box of a picture", "PDF-017", _with("Figure", _box)),
    fault("announced", "headings of two entries", "PDF-017", _with("TOCI", _exchanged("/Ref"), "/Ref")),
    fault("announced", "references of two notes", "PDF-017", _with("Note", _exchanged("/Ref"), "/Ref")),
    fault("announced", "goals of two links", "PDF-017", _with("links", _exchanged("/Dest"), "/Dest"), also="TAG-006"),
    fault("announced", "words of a link", "PDF-017", _with("links", _contents)),
    fault("announced", "name of a header", "PDF-017", _with("TH", _named)),
    fault("announced", "expansion in the page", "PDF-017", _called("/E", "10 tablets"), also="TAG-005"),
    fault("announced", "alternative in the page", "PDF-017", _called("/Alt", "10 tablets")),
)
