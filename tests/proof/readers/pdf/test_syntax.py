"""What a page draws keeps the grammar in which ours are written."""

import pytest
from pypdf.generic import DictionaryObject, FloatObject, NameObject

from clearfold.proof.readers.pdf.operators.syntax import broken


@pytest.mark.parametrize(("name", "key"), [("/a0.8", "/ca"), ("/A0.8", "/CA")])
def test_state_is_as_opaque_as_its_name_says(name: str, key: str) -> None:
    """A small a names how opaque what is filled is, a capital one what is drawn."""
    for opacity, faults in ((0.8, 0), (0.5, 1)):
        state = DictionaryObject({NameObject(key): FloatObject(opacity)})
        states = DictionaryObject({NameObject(name): state})
        resources = DictionaryObject({NameObject("/ExtGState"): states})
        assert faults == len(list(broken([([NameObject(name)], b"gs")], resources)))
