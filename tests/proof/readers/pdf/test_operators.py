"""Content streams are cut into the operators that pypdf finds in them, whatever they are written with."""

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, PdfObject

from clearfold.proof.readers.pdf.operators.content import operations_of
from tests.faults import sample

STREAMS = {
    "text": b"BT /F1 12 Tf 1 0 0 1 72 700.5 Tm [<00480065> -20 <006c>]TJ <0048> Tj T* ET",
    "strings in brackets": b"BT (Take \\(1\\) tablet) Tj [(a) 3 (b)]TJ ET",
    "marks": b"/P <</MCID 3/Lang (nl)>> BDC EMC /Artifact <</Type/Pagination>> BDC EMC",
    "paths": b"q .5 -.25 +3 4. re W* n Q\n0 0 m 10 0 l h f*",
    "dashes": b"[3 1.5] 0 d [] 0 d",
    "a name with a number sign": b"/A#20B gs",
    "a comment": b"q % not read\nQ",
    "a picture in the stream": b"BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q",
    "half a letter": b"BT <004> Tj ET",
    "white space among letters": b"BT <00 48> Tj ET",
    "numbers written oddly": b"--5 0 m 1-2 0 l",
    "an array that does not end": b"[3 4 d",
    "an operator in an array": b"[3 q 4] 0 d",
    "an array in an array": b"[[1 2] 3] 0 d",
    "nothing": b"",
    "operands without an operator": b"q 1 2",
}


def stream(data: bytes) -> ContentStream:
    made = pikepdf.new()
    page = made.add_blank_page()
    page.obj.Contents = made.make_stream(data)
    out = BytesIO()
    made.save(out)
    content = PdfReader(BytesIO(out.getvalue())).pages[0].get_contents()
    assert content is not None
    return content


def plain(value: PdfObject) -> object:
    if isinstance(value, list):
        return [plain(one) for one in value]
    raw = getattr(value, "original_bytes", None)
    return repr(value) if raw is None else bytes(raw)


def told(operations: object) -> object:
    return [([plain(one) for one in held] if isinstance(held, list) else repr(held), name) for held, name in operations]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", STREAMS)
def test_operators_are_those_that_pypdf_finds(name: str) -> None:
    """Each operator has its operands, and a stream that pypdf cannot read cannot be read here."""
    data = STREAMS[name]
    try:
        expected = told(stream(data).operations)
    except Exception as error:
        with pytest.raises(type(error)):
            operations_of(stream(data))
        return
    assert expected == told(operations_of(stream(data)))


def test_pages_are_cut_alike() -> None:
    """The pages of a whole file have the operators that pypdf finds in them."""
    for page in PdfReader(BytesIO(sample.pdf())).pages:
        one, two = page.get_contents(), page.get_contents()
        assert one is not None
        assert two is not None
        assert told(one.operations) == told(operations_of(two))
