"""Cut a content stream into its operators (ISO 32000-1, 7.8.2): the plain ones at once, all else as pypdf does.

Most of a stream are numbers, names, letters in hexadecimal and operators, which one pattern reads. Strings in brackets
and dictionaries are read by pypdf where they stand; a stream with anything else in it is read by pypdf as a whole.
"""

import re
from collections.abc import Sequence
from io import BytesIO

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    read_object,
)

from clearfold.proof.readers.pdf.operators.visitor import Operation

LARGEST = 8_000_000  # bytes: of more, pypdf counts what it reads, and ends
WHITE, ENDS = rb"\x00\t\n\f\r ", rb"\x00\t\n\f\r ()<>\[\]{}/%"
TOKEN = re.compile(
    rb"[%(white)s]*(?:(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+))(?=[%(ends)s]|\Z)"
    rb"|(?P<operator>[A-Za-z'\"][^%(ends)s]{0,9}(?=[%(ends)s]|\Z))"
    rb"|(?P<letters><(?:[0-9A-Fa-f]{2})*>)"
    rb"|(?P<name>/[A-Za-z0-9_.+*-]+(?=[%(ends)s]|\Z))"
    rb"|(?P<begin>\[)|(?P<end>\])|(?P<other>[<(/])|(?P<last>\Z))" % {b"white": WHITE, b"ends": ENDS}
)


def operations_of(stream: ContentStream) -> Sequence[Operation]:
    """Return the operators of a content stream in their order, each with its operands."""
    data = stream.get_data()
    read = _read(data) if len(data) <= LARGEST else None
    return stream.operations if read is None else read


def _read(data: bytes) -> list[Operation] | None:
    """Return the operators of a stream, None for one that is not as plain as most are."""
    operations: list[Operation] = []
    operands: list[PdfObject] = []
    held: list[PdfObject] | None = None  # what stands before an array that is open
    known: dict[bytes, PdfObject] = {}
    at, match = 0, TOKEN.match
    while (found := match(data, at)) is not None:
        sort, at = found.lastgroup, found.end()
        if sort == "operator":
            operator = found["operator"]
            if operator == b"BI" or held is not None:
                return None
            operations.append((operands, operator))
            operands = []
        elif sort in ("number", "name"):
            word = found[sort]
            if word not in known:
                known[word] = _one(word)
            operands.append(known[word])
        elif sort == "letters":
            operands.append(ByteStringObject(bytes.fromhex(found["letters"][1:-1].decode())))
        elif sort == "begin" and held is None:
            held, operands = operands, []
        elif sort == "end" and held is not None:
            held.append(ArrayObject(operands))
            operands, held = held, None
        elif sort == "other":
            source = BytesIO(data)
            source.seek(found.start("other"))
            operands.append(read_object(source, None))
            at = source.tell()
        elif sort == "last":
            return operations if held is None else None
        else:
            return None
    return None


def _one(word: bytes) -> PdfObject:
    """Return a number or a name."""
    if word.startswith(b"/"):
        return NameObject(word.decode("ascii"))
    return FloatObject(word.decode("ascii")) if b"." in word else NumberObject(word.decode("ascii"))
