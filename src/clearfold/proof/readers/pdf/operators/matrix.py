"""Matrices of PDF, and what they do to points and boxes (ISO 32000-1, 8.3.3)."""

from pypdf.generic import PdfObject

from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.pdf.objects import floats

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
SQUARE = (0.0, 0.0, 1.0, 1.0)
"""Where an image is drawn: ISO 32000-1, 8.9.5.1."""


def times(one: Matrix, two: Matrix) -> Matrix:
    """Multiply two matrices: first one, then two."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def around(matrix: Matrix, box: tuple[float, float, float, float]) -> Box:
    """Return the upright box around one, as left, bottom, right and top, that a matrix has moved."""
    left, bottom, right, top = box
    corners = [point(matrix, *corner) for corner in ((left, bottom), (right, bottom), (left, top), (right, top))]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def matrix_of(operands: list[PdfObject]) -> Matrix:
    """Return a matrix that is written as six numbers."""
    a, b, c, d, e, f = floats(operands)[:6]
    return (a, b, c, d, e, f)


def box_of(values: list[PdfObject]) -> tuple[float, float, float, float]:
    """Return a box that is written as four numbers."""
    left, bottom, right, top = floats(values)[:4]
    return (left, bottom, right, top)
