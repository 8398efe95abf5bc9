"""In which order a web page of ours holds its elements, and which attributes each must have.

The lines are read as those of a book (readers/epub/closed/grammar.py), whose text a page shares; here stand those that
are the page's own. What values attributes may have is in grammar.py. The list of languages has a check of its own.
"""

from types import MappingProxyType

from clearfold.model.messages import message
from clearfold.proof.readers.epub.closed.grammar import COPY, DOCUMENT, GROUPS
from clearfold.proof.readers.epub.closed.kinds import read_kinds

SPACES = frozenset({""})
CHOICES = (
    *(("letters", value) for value in ("usual", "large", "largest")),
    *(("spacing", value) for value in ("usual", "wide")),
    *(("colours", value) for value in ("device", "light", "dark", "soft")),
)
"""What a reader chooses of how the page looks, in its order; the first of each is chosen already."""
COVER = "p-logo? p-publisher? p-series? h1 p-subtitle? p-audience? p-picture? div-foot"
_PAGE = message(
    "\nhtml: lang dir=ltr > head body\nhead: > (meta|title|link|style|script)*\nmeta: "
    "charset? http-equiv? name? content? >\ntitle: > #\nlink: rel href >\nstyle: > #\n"
    "script: type > #\nbody: data-close > header nav? main\n\nheader: class=cover > p-skip "
    "details {cover}\np-skip: class=skip > a\ndetails: class=aids > summary fieldset "
    "fieldset fieldset p-voice\nsummary: > (#|span)+\nfieldset: > legend p p*\nlegend: > "
    "(#|span)+\nlabel: > input (#|span)+\ninput: type name value checked? >\np-voice: "
    "class=voice hidden > button button\nbutton: type class=read|stop > #\nnav: "
    "class=contents role aria-label > h2 ol\nmain: id > PART*\n\nsection-glossary: id "
    "class=panel~glossary role=doc-glossary aria-labelledby > h2 dl\nsection-sources: id "
    "class=panel~sources role=doc-bibliography aria-labelledby > h2 ol dl?\np: {copy} > "
    "(INLINE|label)*\na-doc-glossref: class=glossref role=doc-glossref href > INLINE*\n"
    "span-true: class=label aria-hidden > (#|span)+\np-publisher: class=publisher > "
    "(#|span)+\np-series: class=series > (#|span)+\np-subtitle: class=subtitle > (#|span)+\n"
    "p-audience: class=audience > (#|span)+\np-format: class=format > (#|span)+\n"
    "p-imprint: class=imprint > (#|span)*\np-label: class=label > (#|span)+\n",
    cover=COVER,
    copy=COPY,
)
_OWN = read_kinds(_PAGE, GROUPS)
PAGE = MappingProxyType(_OWN | {kind: row for kind, row in DOCUMENT.items() if kind not in _OWN})
"""The kinds of a page; the first one is its root."""
