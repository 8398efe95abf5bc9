"""The objects of a PDF as plain values: dictionaries, arrays, resources; what is of another kind is not there."""

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

NUMBERS, STRINGS = (NumberObject, FloatObject), (TextStringObject, ByteStringObject)


def dictionary(value: object) -> DictionaryObject | None:
    """Return the dictionary that a value is or refers to, None for anything else."""
    target = value.get_object() if isinstance(value, PdfObject) else value
    return target if isinstance(target, DictionaryObject) else None


def items(value: object) -> list[PdfObject]:
    """Return what an array holds; a single object is a list of one, nothing an empty list."""
    target = value.get_object() if isinstance(value, PdfObject) else None
    if isinstance(target, ArrayObject):
        return list(target)
    return [value] if isinstance(value, PdfObject) and target is not None else []


def resource(resources: DictionaryObject, kind: str, name: str) -> PdfObject | None:
    """Return a resource by its kind and name, None where there is none."""
    group = dictionary(resources.get(kind))
    value = group.get(name) if group is not None else None
    return value.get_object() if value is not None else None


def mask_of(resources: DictionaryObject, name: str) -> DictionaryObject | None:
    """Return the form of the soft mask that a graphics state chooses, None where it has none (ISO 32000-1, 11.6.5)."""
    state = dictionary(resource(resources, "/ExtGState", name))
    mask = dictionary(state.get("/SMask")) if state is not None else None
    return dictionary(mask.get("/G")) if mask is not None else None


def number(operand: PdfObject) -> float:
    """Return a number as Python's."""
    return float(operand) if isinstance(operand, NUMBERS) else float(str(operand))


def floats(operands: list[PdfObject]) -> list[float]:
    """Return numbers as Python's."""
    return [number(operand) for operand in operands]


def text_string(value: object) -> str:
    """Return a text string, or the one to which a value refers; "" for anything else (ISO 32000-1, 7.9.2.2)."""
    target = value.get_object() if isinstance(value, PdfObject) else None
    if isinstance(target, ByteStringObject):
        return target.decode("latin-1")
    return str(target) if isinstance(target, TextStringObject) else ""


def rectangle(page: DictionaryObject, *keys: str) -> tuple[float, float, float, float]:
    """Return the sides of the first of some boxes that a page has: left, bottom, right, top, of any two corners.

    The page is left as it is: pypdf gives it the box that is asked for. One without boxes is as large as a letter.
    """
    for key in keys:
        sides = items(page.get(key))
        if len(sides) == 4:
            one, two, three, four = (float(str(side.get_object())) for side in sides)
            return min(one, three), min(two, four), max(one, three), max(two, four)
    return 0.0, 0.0, 612.0, 792.0
