"""In which order a web page of ours holds its elements, and which attributes each must have.

The lines are read as those of a book (readers/epub/closed/grammar.py), whose text a page shares; here stand those that
are the page's own. What values attributes may have is in grammar.py. The list of languages has a check of its own.
"""

from types import MappingProxyType

from clearfold.proof.readers.epub.closed.grammar import CONTACT, COPY, DOCUMENT, GROUPS
from clearfold.proof.readers.epub.closed.kinds import read_kinds

SPACES = frozenset({""})
CHOICES = (
    *(("letters", value) for value in ("usual", "large", "largest")),
    *(("spacing", value) for value in ("usual", "wide")),
    *(("colours", value) for value in ("device", "light", "dark", "soft")),
)
"""What a reader chooses of how the page looks, in its order; the first of each is chosen already."""
COVER = "p-logo? p-publisher? p-series? h1 p-subtitle? p-audience? p-picture? div-foot"
# A panel that is called as a section before it is no region of its own (checks/web/make.py holds it to that).
_PAGE = f"""
html: lang dir=ltr|rtl > head body
head: > (meta|title|link|style|script)*
meta: charset? http-equiv? name? content? >
title: > #
link: rel href >
style: > #
script: type > #
body: data-close > header nav? main

header: class=cover > p-skip details {COVER}
p-skip: class=skip > a
details: class=aids > summary fieldset fieldset fieldset p-voice
summary: > (#|span)+
fieldset: > legend p p*
legend: > (#|span)+
label: > input (#|span)+
input: type name value checked? >
p-voice: class=voice hidden > button button
button: type class=read|stop > #
nav: class=contents role aria-label > h2 ol
main: id > PART*

section: {COPY} aria-labelledby? > FLOW*
aside: {COPY} role=note > FLOW*
aside-admonition: {COPY} role=note > (FLOW|p-admonition-title)*
section-glossary: id class=panel~glossary role=doc-glossary aria-labelledby > h2 dl
section-sources: id class=panel~sources role=doc-bibliography aria-labelledby > h2 ol dl?
section-abbreviations: id class=panel~abbreviations aria-labelledby? > h2 dl
section-about: id class=panel~about aria-labelledby? > h2 dl
section-contact: id class=panel~contact aria-labelledby? > {CONTACT}
p: {COPY} > (INLINE|label)*
a-doc-glossref: class=glossref role=doc-glossref href > INLINE*
span-true: class=label aria-hidden > (#|span)+
p-publisher: class=publisher > (#|span)+
p-series: class=series > (#|span)+
p-subtitle: class=subtitle > (#|span)+
p-audience: class=audience > (#|span)+
p-format: class=format > (#|span)+
p-imprint: class=imprint > (#|span)*
p-label: class=label > (#|span)+
"""
_OWN = read_kinds(_PAGE, GROUPS)
PAGE = MappingProxyType(_OWN | {kind: row for kind, row in DOCUMENT.items() if kind not in _OWN})
"""The kinds of a page; the first one is its root."""
