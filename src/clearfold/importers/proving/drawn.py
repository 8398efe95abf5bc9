"""What a page of a PDF draws: its letters, piece by piece, and where each piece begins; forms stand where they are put.

pypdf tells the letters; it gives what stands on one line in one piece, and does not say where a form is put.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u2010": "-",
        "\u00ad": "-",
        "\0": "",  # half of a code of two bytes that pypdf reads as two
        # Codes of WinAnsiEncoding that stand for no letter show a bullet (ISO 32000-1, D.2, note 3).
        **dict.fromkeys("\x7f\x81\x8d\x8f\x90\x9d", "•"),
    }
)
_GUESS = 3  # letters by which the place of a jump may be missed
_SHOWING = (b"Tj", b"TJ", b"'", b'"')
_UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Numbers = Sequence[float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Letters that are drawn in one go: where they begin, in the coordinates of the file; their size, in points."""

    page: int
    x: float
    y: float
    size: float
    text: str
    word: bool = False  # a whole word, before which a space stands


@dataclass(frozen=True, slots=True)
class _Show:
    """One operator that shows letters: where it begins, the scale of the page there, how many bytes it shows."""

    x: float
    y: float
    scale: float
    codes: int


@dataclass(slots=True)
class _Watcher:
    """Looks on while pypdf follows a page: ``bases`` are the places of the forms within which it is, with resources."""

    page: int
    bases: list[tuple[Numbers, DictionaryObject | None]]
    found: list[Drawn] = field(default_factory=list)
    shows: list[_Show] = field(default_factory=list)

    def before(self, operator: bytes, operands: Sequence[PdfObject], current: Numbers, matrix: Numbers) -> None:
        """Remember where letters are shown, and where a form is put."""
        base, resources = self.bases[-1]
        if operator in _SHOWING:
            whole = _times(_times(matrix, current), base)
            self.shows.append(_Show(whole[4], whole[5], _scale(whole), _codes(operands)))
        elif operator == b"Do":
            form = _form(resources, operands)
            own = form.get("/Resources") if form is not None else None
            inner = own.get_object() if own is not None else resources
            put = _times(_times(_matrix(form), current), base)
            self.bases.append((put, inner if isinstance(inner, DictionaryObject) else resources))

    def after(self, operator: bytes, _: Sequence[PdfObject], __: Numbers, ___: Numbers) -> None:
        """Leave a form."""
        if operator == b"Do" and len(self.bases) > 1:
            self.bases.pop()

    def text(self, text: str, current: Numbers, matrix: Numbers, _: DictionaryObject | None, size: float) -> None:
        """Take the letters that pypdf has put together since it last told some."""
        if text.strip():
            whole = _times(_times(matrix, current), self.bases[-1][0])
            shows = self.shows or [_Show(whole[4], whole[5], _scale(whole), 0)]
            tall = shows[0].scale * size
            self.found += [Drawn(self.page, x, y, tall, part) for x, y, part in _apart(written(text), shows, tall)]
        self.shows.clear()


def drawn(page: PageObject, number: int) -> list[Drawn]:
    """Return what a page draws, in the order in which it is drawn."""
    resources = page.get("/Resources")
    value = resources.get_object() if resources is not None else None
    watcher = _Watcher(number, [(_UPRIGHT, value if isinstance(value, DictionaryObject) else None)])
    page.extract_text(
        visitor_operand_before=watcher.before, visitor_operand_after=watcher.after, visitor_text=watcher.text
    )
    return watcher.found


def written(text: str) -> str:
    """Return letters as the copy writes them."""
    return " ".join(text.translate(_LIGATURES).split())


def _form(resources: DictionaryObject | None, operands: Sequence[PdfObject]) -> DictionaryObject | None:
    named = resources.get("/XObject") if resources is not None else None
    there = named.get_object() if named is not None else None
    one = there.get(str(operands[0])) if isinstance(there, DictionaryObject) and operands else None
    value = one.get_object() if one is not None else None
    return value if isinstance(value, DictionaryObject) else None


def _matrix(form: DictionaryObject | None) -> Numbers:
    given = form.get("/Matrix") if form is not None else None
    value = given.get_object() if given is not None else None
    numbers = [float(str(one)) for one in value] if isinstance(value, ArrayObject) else []
    return numbers if len(numbers) == 6 else _UPRIGHT


def _times(one: Numbers, other: Numbers) -> Numbers:
    """Return the matrix that does the one, and then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _scale(matrix: Numbers) -> float:
    return float(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)


def _codes(operands: object) -> int:
    """Return how many bytes are shown."""
    if isinstance(operands, bytes | str):
        return len(operands)
    return sum(_codes(one) for one in operands) if isinstance(operands, list | tuple) else 0


def _apart(text: str, shows: Sequence[_Show], size: float) -> list[tuple[float, float, str]]:
    """Return a piece in parts: at spaces where a show begins far from where the one before it began."""
    total = sum(show.codes for show in shows)
    parts: list[tuple[float, float, str]] = []
    start, done, place = 0, 0, (shows[0].x, shows[0].y)
    for number, show in enumerate(shows):
        if number and total:
            near = round(done / total * len(text))
            spaces = [at for at, letter in enumerate(text) if letter == " " and at > start and abs(at - near) <= _GUESS]
            if spaces and abs(show.x - place[0]) + abs(show.y - place[1]) > size:
                at = min(spaces, key=lambda at: abs(at - near))
                parts.append((*place, text[start:at]))
                start, place = at + 1, (show.x, show.y)
        done += show.codes
    return [*parts, (*place, text[start:])]
