"""What stands before each operator on pages of ours: they are written by one program, always in the same turns.

The table is read from its pages, their drawings with them, and from dashed and double lines of an association's own. An
operator that is put in, or taken out, stands in a turn that it never takes.
"""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from pypdf.generic import DictionaryObject, PdfObject

from clearfold.model.messages import message
from clearfold.proof.readers.pdf.operators.visitor import Operation

_TURNS = """
TJ Tf TJ Tm Tr
Tf Tm TJ
Tm BT Tr
Tr BT TJ Tr
ET TJ BT Tr
BT rg BDC M gs EMC scn
S l c h re
f h re c l
f* h re c l
B h l c re
B* h l c re
n W W*
W re c h l
W* l h re c
Do n cm gs q
EMC Q ET Do EMC
w RG SCN gs d
d w rg scn gs J
J d RG
j J
M j
l m l c h re
c m l c h re
h c l
cm q gs cm
scn cs
SCN CS
RG gs rg scn q
BDC q n Q EMC
q cm BDC Q q EMC gs n
gs q n BDC Q gs rg cm scn EMC
rg gs BDC q n f*
Q f EMC Q f* S B B* ET Do sh
"""
TURNS = MappingProxyType(
    {first: frozenset(before) for first, *before in (line.split() for line in _TURNS.split("\n") if line)}
)
"""Each operator, and those behind which it stands; of one that is not here, any."""


def out_of_turn(operations: Sequence[Operation]) -> Iterator[str]:
    """Yield the operators of a page that stand behind what they never follow.

    Drawings of an association's own are drawn as they are written, in any turn, and looked at as pictures.
    """
    drawing, before = False, ""
    for operands, operator in operations:
        name = operator.decode("latin-1")
        drawing = is_drawing(operands, name, drawing=drawing)
        if before and not drawing and name in TURNS and before not in TURNS[name]:
            yield message("the operator {name} behind {names}", name=name, names=before)
        before = name


def is_drawing(operands: Sequence[PdfObject], name: str, *, drawing: bool) -> bool:
    """Say whether a page draws a picture, or what decorates it, behind an operator; ``drawing`` is so before it."""
    if name in ("BDC", "BMC"):
        if not operands:
            return False
        tag = str(operands[0])
        running = isinstance(operands[-1], DictionaryObject) and operands[-1].get("/Type") == "/Pagination"
        return tag == "/Figure" or (tag == "/Artifact" and not running)
    return drawing and name != "EMC"
