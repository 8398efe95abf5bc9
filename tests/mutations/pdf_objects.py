"""Mutations of a PDF's objects: any entry of any dictionary or array changed, dropped, moved, added or exchanged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from tests.mutations.mutation import Mutant, shortened, two
from tests.mutations.values import other_number, other_text

# Entries that a dictionary may be given, from all of ISO 32000, whether or not they make sense where they are put.
ADDED = (
    "AA A AF Alt ActualText AP Annots AcroForm BBox Border BM C CA ca ClassMap Contents CropBox TrimBox D Decode Desc "
    "Dest Dur E F Filter FitWindow Flags Font Group Headers HideMenubar ID Intent JS K Kids Lang LW Mask Matrix "
    "Metadata Names NS OC OCProperties OpenAction Order Outlines P Parent PageMode PieceInfo QuadPoints R Ref Rotate "
    "RoleMap RowSpan ColSpan S Scope SMask StructParent StructParents Subtype T Tabs Thumb Title TK Trans Type URI "
    "UserUnit ViewerPreferences W Widths"
).split()
NAMES = "P Span H1 H2 Artifact NonStruct Figure Link Table TD TH LI Multiply Off Row Column None FullScreen Hidden"


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of a dictionary or array that the catalogue or the document's information leads to.

    ``sort`` is the sort of the dictionary in which it stands, directly or in arrays, and the entry's own key.
    """

    holder: Object
    key: str | int
    sort: str

    @property
    def value(self) -> Object:
        """Return what stands there: a pikepdf object, or a plain value."""
        return self.holder[self.key]  # each place has the key that its holder asks for

    def put(self, value: object) -> None:
        """Let something else stand there; a copy of what has no number of its own, which might hold its holder."""
        self.holder[self.key] = _own(value)


def _own(value: object) -> object:
    """Return a copy of a direct array or dictionary, with all direct ones in it."""
    if isinstance(value, Array) and not value.is_indirect:
        return Array([_own(one) for one in value])
    if isinstance(value, Dictionary) and not value.is_indirect:
        return Dictionary({key: _own(one) for key, one in value.items()})
    return value


def places(pdf: pikepdf.Pdf) -> Iterator[Place]:
    """Yield each place of a file that is reached from its trailer, once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Object, str]] = [(pdf.trailer, "trailer")]
    while waiting:
        held, sort = waiting.pop()
        if held.is_indirect and held.objgen != (0, 0):
            if held.objgen in seen:
                continue
            seen.add(held.objgen)
        if isinstance(held, Array):
            entries: list[tuple[str | int, object]] = list(enumerate(held))
        else:
            sort = _sort(held, sort)
            entries = [(key, held[key]) for key, _ in held.items() if key not in ("/Length", "/Parent", "/P", "/Size")]
        for key, value in entries:
            own = sort if isinstance(key, int) else f"{sort} {key}"
            yield Place(held, key, own)
            if isinstance(value, (Dictionary, Stream, Array)):
                waiting.append((value, own))


def _sort(held: Object, reached: str) -> str:
    """Return the sort of a dictionary: its type, with a structure element's own, or the key that led to it."""
    kind = held.get("/Type")
    if isinstance(kind, Name):
        own = held.get("/S") if kind == Name.StructElem else held.get("/Subtype")
        return f"{str(kind)[1:]} {str(own)[1:]}" if isinstance(own, Name) else str(kind)[1:]
    return reached.rpartition("/")[2]


def _drawn(pdf: pikepdf.Pdf, random: Random) -> tuple[Place, list[Place]]:
    """Draw a place, each sort of dictionary as likely as another, and return with it all of its sort."""
    sorts: dict[str, dict[str, list[Place]]] = {}
    for place in places(pdf):
        sorts.setdefault(place.sort.partition(" /")[0], {}).setdefault(place.sort, []).append(place)
    entries = sorts[random.choice(sorted(sorts))]
    same = entries[random.choice(sorted(entries))]
    return random.choice(same), same


def _changed(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    place, same = _drawn(pdf, random)
    before = place.value
    other = _other(before, same, random)
    if other is None:
        return None
    note = f"{place.sort}: {_said(before)} is {_said(other)}"
    place.put(other)
    return place.sort, note


def _other(value: object, same: list[Place], random: Random) -> object:
    """Return another value of the same type; of what is none, one with less in it, or from elsewhere."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, Decimal, float)):
        return Decimal(str(other_number(float(value), random))) if random.random() < 0.5 else int(value) + 1
    if isinstance(value, Name):
        return Name(f"/{random.choice(NAMES.split())}")
    if isinstance(value, String):
        return String(other_text(str(value), random))
    if isinstance(value, Array) and len(value) > 1:
        kept = list(value)
        del kept[random.randrange(len(kept))]
        return Array(kept)
    return random.choice(same).value


def _dropped(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    place, _ = _drawn(pdf, random)
    note = f"{place.sort}: {_said(place.value)} is dropped"
    del place.holder[place.key]
    return place.sort, note


def _added(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    place, _ = _drawn(pdf, random)
    key = f"/{random.choice(ADDED)}"
    if not isinstance(place.holder, Dictionary) or key in place.holder:
        return None
    action = Dictionary(S=Name.URI, URI=String("https://example.org/other"))
    values = (5, Name(f"/{random.choice(NAMES.split())}"), String("10 tablets"), Array([0, 0, 90, 90]), action, True)
    value = random.choice(values)
    place.holder[key] = value
    return place.sort.partition(" /")[0], f"{place.sort}: beside it {key} is {_said(value)}"


def _moved(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    """Let an entry of an array stand elsewhere in it."""
    rows = [place for place in places(pdf) if isinstance(place.value, Array) and len(place.value) > 1]
    sorts = sorted({row.sort for row in rows})
    sort = random.choice(sorts)
    row = random.choice([row for row in rows if row.sort == sort])
    entries = list(row.value)
    one, other = random.sample(range(len(entries)), 2)
    entries.insert(other, entries.pop(one))
    row.put(Array(entries))
    return sort, f"{sort}: entry {one} of {len(entries)} stands at {other}"


def _repeated(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    """Let an entry of an array stand in it twice."""
    rows = [place for place in places(pdf) if isinstance(place.value, Array) and len(place.value)]
    sort = random.choice(sorted({row.sort for row in rows}))
    row = random.choice([row for row in rows if row.sort == sort])
    entries = list(row.value)
    at = random.randrange(len(entries))
    entries.insert(random.randrange(len(entries) + 1), entries[at])
    row.put(Array(entries))
    return sort, f"{sort}: entry {at} of {len(entries) - 1} stands twice"


def _exchanged(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    _, same = _drawn(pdf, random)
    drawn = two(random, same)
    if drawn is None:
        return None
    first, second = drawn[0].value, drawn[1].value
    note = f"{drawn[0].sort}: {_said(first)} and {_said(second)} are exchanged"
    drawn[0].put(second)
    drawn[1].put(first)
    return drawn[0].sort, note


def _said(value: object) -> str:
    if isinstance(value, (Dictionary, Stream, Array)):
        return f"object {value.objgen[0]}" if value.is_indirect else shortened(repr(value), 50)
    return shortened(value, 50)


Change = Callable[[pikepdf.Pdf, Random], tuple[str, str] | None]
"""Changes an opened file; returns the sort of what was changed, and what was done; None where there is no place."""


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the file's bytes, the same ones each time."""
    out = BytesIO()
    pdf.save(out, deterministic_id=False, static_id=False, fix_metadata_version=False)
    return out.getvalue()


def mutator(action: str, change: Change) -> Callable[[bytes, Random], Mutant | None]:
    """Return what opens a file, changes it, and writes it."""

    def mutate(data: bytes, random: Random) -> Mutant | None:
        with pikepdf.open(BytesIO(data)) as pdf:
            done = change(pdf, random)
            return None if done is None else Mutant(saved(pdf), f"{done[0]}, {action}", done[1])

    return mutate


OBJECTS = {
    "entry changed": mutator("changed", _changed),
    "entry dropped": mutator("dropped", _dropped),
    "entry added": mutator("added", _added),
    "order changed": mutator("moved", _moved),
    "entry doubled": mutator("doubled", _repeated),
    "two exchanged": mutator("exchanged", _exchanged),
}
