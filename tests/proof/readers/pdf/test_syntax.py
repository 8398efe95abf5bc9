"""What a page draws keeps the grammar in which ours are written."""

from io import BytesIO

import pikepdf
import pytest
from pypdf.generic import DictionaryObject, FloatObject, NameObject

from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.operators.syntax import broken


@pytest.mark.parametrize(("name", "key"), [("/a0.8", "/ca"), ("/A0.8", "/CA")])
def test_state_is_as_opaque_as_its_name_says(name: str, key: str) -> None:
    """A small a names how opaque what is filled is, a capital one what is drawn."""
    for opacity, faults in ((0.8, 0), (0.5, 1)):
        state = DictionaryObject({NameObject(key): FloatObject(opacity)})
        states = DictionaryObject({NameObject(name): state})
        resources = DictionaryObject({NameObject("/ExtGState"): states})
        assert faults == len(list(broken([([NameObject(name)], b"gs")], resources)))


@pytest.mark.parametrize("ours", [True, False])
def test_grammar_is_asked_of_editions_of_ours_alone(ours: bool) -> None:
    """A page of others breaks it nearly everywhere, which takes longer than to read the page."""
    made = pikepdf.new()
    page = made.add_blank_page()
    page.obj.Contents = made.make_stream(b"0 0 9 9 re B 1 i")
    out = BytesIO()
    made.save(out)
    assert ours == bool(open_pdf(out.getvalue(), ours=ours).pages[0].strange)


def test_filter_by_its_short_name_is_the_file_s_fault() -> None:
    """A stream that is packed by a name that only pictures within a page may use cannot be read, and that is said."""
    made = pikepdf.new()
    made.add_blank_page().obj.Contents = made.make_stream(b"87cURD]~>", Filter=pikepdf.Name("/A85"))
    out = BytesIO()
    made.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    with pytest.raises(UnreadableError, match="damaged"):
        open_pdf(out.getvalue())


BLACK_THEN_BLUE = b"/P <</MCID 0>> BDC 0 0 0 rg [<01>] TJ EMC /Lbl <</MCID 1>> BDC 0 0 1 rg [<02>] TJ EMC "


@pytest.mark.parametrize(
    ("drawn", "faults"),
    [
        (BLACK_THEN_BLUE + b"/P <</MCID 2>> BDC 0 0 0 rg [<03>] TJ EMC", 0),
        (BLACK_THEN_BLUE.replace(b"0 0 1 rg", b"") + b"/P <</MCID 2>> BDC 0 0 0 rg [<03>] TJ EMC", 1),
        (b"0 0 0 rg q 0 0 1 rg [<01>] TJ Q [<02>] TJ", 1),  # all is given anew behind Q
        (b"0 0 0 rg [<01>] TJ /a1.0 gs 0 0 0 rg [<02>] TJ", 0),  # a state was restored, and nothing drawn in it
        (b"/Figure <</MCID 0>> BDC 0 0 0 rg q Q 0 0 9 9 re f EMC", 0),  # a drawing keeps the ways of its maker
        (b"q 0 0 m 9 0 l S Q", 1),
    ],
    ids=["own colours", "colour lost", "none given", "given anew", "drawing", "line"],
)
def test_what_is_drawn_has_a_colour_of_its_own(drawn: bytes, faults: int) -> None:
    """What lost its colour is known by what follows: the same colour once more, or none since a state was restored."""
    made = pikepdf.new()
    made.add_blank_page().obj.Contents = made.make_stream(drawn)
    out = BytesIO()
    made.save(out)
    assert faults == len(open_pdf(out.getvalue(), ours=True).pages[0].uncoloured)
