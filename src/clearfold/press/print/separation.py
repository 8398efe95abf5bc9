"""Turn the operators of a page, and of all that it draws, from the colours of the screen to inks.

Second step of the print shop's writer. Only colours change: what is drawn, and where, stays as it was.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, FloatObject, NameObject, NumberObject, PdfObject

from clearfold.model.messages import message
from clearfold.press.pdf.render_error import RenderError
from clearfold.press.print.inks import BLACK, Inks, inks, lettering, lights, limited

Operation = tuple[list[PdfObject], bytes]

_PATH = frozenset({b"m", b"re"})
_FILLING = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_STROKING = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_PAINTING = _FILLING | _STROKING | {b"n"}
_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_COLOURS = {b"g": 1, b"rg": 3, b"k": 4}
KNOCK_OUT, OVERPRINT = "/KnockOut", "/Overprint"


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as it is printed in shapes, and in letters."""

    shape: Inks = BLACK
    letter: Inks = BLACK


@dataclass(slots=True)
class _Side:
    """The colour of one of filling and stroking: what was asked for, None for a pattern, and what is in force."""

    space: str = "/DeviceGray"
    asked: Colour | None = field(default_factory=Colour)
    in_force: Inks | None = None


@dataclass(slots=True)
class _State:
    fill: _Side = field(default_factory=_Side)
    stroke: _Side = field(default_factory=_Side)
    mode: int = 0  # of text: ISO 32000-1, 9.3.6
    overprint: bool = False

    def copy(self) -> "_State":
        return replace(self, fill=replace(self.fill), stroke=replace(self.stroke))


class Separator:
    """Rewrites one content stream; a ``mask`` is separated in greys, which say how much is seen.

    ``spaces`` are the colour spaces that its resources name.
    """

    def __init__(self, spaces: DictionaryObject, *, overprint: bool, mask: bool = False) -> None:
        self._spaces, self._overprint, self._mask = spaces, overprint, mask
        self._state, self._saved = _State(), list[_State]()

    def separate(self, operations: list[Operation]) -> Iterator[Operation]:
        """Yield the operations with their colours as inks, and their marks without a structure tree."""
        end, in_path = b"", False
        for index, (operands, operator) in enumerate(operations):
            state = self._state
            if operator in _PATH and not in_path:
                # No colour may change between a path and its painting: ISO 32000-1, 8.2.
                end = next((o for _, o in operations[index:] if o in _PAINTING), b"n")
                in_path = True
                yield from self._colours(letters=False, fill=end in _FILLING, stroke=end in _STROKING)
            elif operator in _PAINTING:
                in_path = False
            elif operator in _SHOWING and state.mode != 3:
                yield from self._colours(letters=True, fill=state.mode in (0, 2), stroke=state.mode in (1, 2))
            elif operator == b"Do":
                yield from self._colours(letters=False, fill=True, stroke=True)
            yield from self._follow(operands, operator)

    def _follow(self, operands: list[PdfObject], operator: bytes) -> Iterator[Operation]:
        """Yield an operation as it stays; nothing of one that sets a colour, which is set where it is used."""
        state = self._state
        lower = operator.lower()
        side = state.fill if operator.islower() else state.stroke
        if operator == b"q":
            self._saved.append(state.copy())
        elif operator == b"Q" and self._saved:
            self._state = self._saved.pop()
        elif operator == b"Tr":
            state.mode = int(str(operands[0]))
        elif lower in _COLOURS:
            side.asked = self._colour(_COLOURS[lower], operands)
            return
        elif lower == b"cs":
            side.space = str(operands[0])
            if side.space != "/Pattern":
                side.asked = Colour()
                return
        elif lower in (b"sc", b"scn"):
            if side.space != "/Pattern":
                side.asked = self._colour(self._parts(side.space), operands)
                return
            side.asked = side.in_force = None
        elif operator in (b"BDC", b"BMC"):
            yield self._open(operands)
            return
        yield operands, operator

    def _open(self, operands: list[PdfObject]) -> Operation:
        """Return a mark without its place in the structure tree; where words end, and what is furniture, stays."""
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, DictionaryObject) and "/MCID" in properties:
            del properties["/MCID"]
        return ([operands[0], properties], b"BDC") if properties else ([operands[0]], b"BMC")

    def _parts(self, name: str) -> int:
        """Return of how many parts a colour of a space is; raise RenderError for one that is not separated."""
        plain = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}
        space = self._spaces.get(name)
        if name in plain:
            return plain[name]
        if isinstance(space, ArrayObject) and space[0] == "/ICCBased":
            return int(str(space[1].get_object().get("/N")))
        raise RenderError((message("a colour of {name} is not turned into inks: write it as #rrggbb", name=name[1:]),))

    def _colour(self, parts: int, operands: list[PdfObject]) -> Colour:
        values = [float(str(operand)) for operand in operands[:parts]]
        if parts == 4:
            cyan, magenta, yellow, black = values
            mixed = limited((cyan, magenta, yellow, black))
            return Colour(mixed, lettering(*lights(mixed)))
        red, green, blue = values if parts == 3 else values * 3
        return Colour(inks(red, green, blue), lettering(red, green, blue))

    def _colours(self, *, letters: bool, fill: bool, stroke: bool) -> Iterator[Operation]:
        """Yield what makes the colours that are asked for those in force."""
        state = self._state
        black = False
        for side, used, operator in ((state.fill, fill, b"k"), (state.stroke, stroke, b"K")):
            if not used or side.asked is None:
                continue
            wanted = side.asked.letter if letters and not self._mask else side.asked.shape
            black = black or (letters and wanted == BLACK)
            if wanted != side.in_force:
                side.in_force = wanted
                yield self._set(wanted, operator)
        if self._overprint and not self._mask and black != state.overprint:
            state.overprint = black
            yield [NameObject(OVERPRINT if black else KNOCK_OUT)], b"gs"

    def _set(self, wanted: Inks, operator: bytes) -> Operation:
        if self._mask:
            grey = round(sum(lights(wanted)) / 3, 4)
            return [FloatObject(grey)], operator.replace(b"k", b"g").replace(b"K", b"G")
        return [FloatObject(part) for part in wanted], operator


def overprinting() -> DictionaryObject:
    """Return the two graphics states by which black letters are printed over what is below, and all else knocks out.

    In mode 1 inks of which there is none leave those below as they are: ISO 32000-1, 8.6.7.
    """
    states = DictionaryObject()
    for name, on in ((OVERPRINT, True), (KNOCK_OUT, False)):
        states[NameObject(name)] = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/ExtGState"),
                NameObject("/OP"): BooleanObject(on),
                NameObject("/op"): BooleanObject(on),
                NameObject("/OPM"): NumberObject(int(on)),
            }
        )
    return states
