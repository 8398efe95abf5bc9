"""Of what a book of ours is made, element by element: where each may stand, and what is said of it.

An allow-list, so that what nobody thought of falls out by itself: no script, form, deleted word, base address or label
for screen readers alone is in it. **A new element of a template is one line here**, and its name in what may hold it.

A line is a kind, ``:``, its attributes, ``>``, and what it may hold. A kind is the name of an element, with a word
behind it where one of its own attributes tells it from others of that name (KINDS says which). An attribute has ``?``
where it may be absent, and ``=`` before the values that it may have, parted by ``|``. What a kind holds stands in its
order, with the signs of a regular expression; ``#`` is text, and a word in capitals is one of a group. Marks of printed
pages stand anywhere but in CLOSED. What the copy itself writes as HTML is allowed beside, element by element.
"""

from types import MappingProxyType

from clearfold.proof.readers.epub.closed.kinds import read_kinds

SPACES = MappingProxyType({"{http://www.idpf.org/2007/ops}": "epub:", "{http://www.w3.org/XML/1998/namespace}": "xml:"})
"""Name spaces of attributes, and how they are written here."""

KINDS = MappingProxyType(
    {
        "a": (("role", "doc-noteref doc-glossref doc-backlink"),),
        "aside": (("role", "doc-footnote"), ("class", "admonition")),
        "body": (("epub:type", "frontmatter bodymatter"),),
        "div": (("class", "foot online"),),
        "img": (("class", "icon"),),
        "meta": (("name", "cover"),),
        "nav": (("epub:type", "toc landmarks page-list"),),
        "p": (
            (
                "class",
                "logo publisher series subtitle audience picture format imprint label languages admonition-title skip "
                "voice",
            ),
        ),
        "section": (("epub:type", "titlepage"), ("class", "part summary abbreviations glossary sources about contact")),
        "span": (("role", "doc-pagebreak"), ("aria-hidden", "true")),
        "table": (("class", "stacked"),),
    }
)
"""For each element that is of several kinds the attributes that tell them apart, and the words in them that do."""
PAGE = "span-doc-pagebreak"
OF_TABLES = frozenset("thead tbody tfoot tr th td".split())
"""Parts of tables; in one that is shown as rows they are of a kind of their own."""
CLOSED = frozenset("html head title ul ol dl table table-stacked colgroup thead tbody tfoot tr".split())
"""Where no mark of a page may stand: lists and tables hold their own parts alone."""

ADDED = (
    "stacked",
    "cards",
    "untitled",
    "step",
    "loose",
    "marker-",
    "checklist",
    "logos",
    "tick",
    "short",
    "long",
    "empty",
    "speaker",
    "quotation",
    "days",
    "icon",
)
"""How words begin that the press adds to a class for the eye alone; the copy's own are asked for."""
FILLED = frozenset(
    "h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd figure figcaption blockquote div section aside table tr a abbr b cite em i "
    "q span strong sub sup".split()
)
"""What is never empty, but where the copy has it so."""
COPY = "class? dir? id? lang? xml:lang? role? title?"
"""What a copy may write on any element; that it has written it there is asked apart."""
INLINE = "# a a-doc-noteref a-doc-glossref a-doc-backlink abbr b bdi br cite code em i img q span strong sub sup"
HEADED = "h1 h2 h3 h4 h5 h6"
BLOCK = (
    f"{HEADED} p p-label ul ol dl table table-stacked figure blockquote pre hr aside aside-doc-footnote "
    "aside-admonition div section"
)
PARTS = (
    "section-part section-summary section-abbreviations section-glossary section-sources section-about section-contact"
)
# The last panel: what stands first in it has no label where its heading says the same.
_ONLINE = "div-online? (p-label ul)?"
_OTHERS = f"(p-label p-languages)? {_ONLINE}"
CONTACT = f"h2 (p? dl? (p-label ul)? {_OTHERS}|ul {_OTHERS}|p-languages {_ONLINE})"
GROUPS = MappingProxyType({"INLINE": INLINE, "BLOCK": BLOCK, "FLOW": f"{INLINE} {BLOCK}", "PART": PARTS})

_DOCUMENT = f"""
html: lang xml:lang dir=ltr|rtl > head (body-frontmatter|body-bodymatter)
head: > meta title link
meta: charset=utf-8|UTF-8 >
title: > #
link: rel=stylesheet type=text/css href >
body-frontmatter: epub:type=frontmatter > section-titlepage
body-bodymatter: epub:type=bodymatter > PART

section-titlepage: epub:type=titlepage > p-logo? p-publisher? p-series? h1 p-subtitle? p-audience? p-picture? div-foot
p-logo: class=logo > img
p-publisher: class=publisher > #
p-series: class=series > #
p-subtitle: class=subtitle > #
p-audience: class=audience > #
p-picture: class=picture > img
div-foot: class=foot > p-format p-imprint
p-format: class=format > #
p-imprint: class=imprint > #?

section-part: id class=part aria-labelledby? > h2? BLOCK*
section-summary: id class=panel~summary aria-labelledby > h2 ul
section-abbreviations: id class=panel~abbreviations aria-labelledby > h2 dl
section-glossary: id class=panel~glossary role=doc-glossary epub:type=glossary aria-labelledby > h2 dl
section-sources: id class=panel~sources role=doc-bibliography epub:type=bibliography aria-labelledby > h2 ol dl?
section-about: id class=panel~about aria-labelledby > h2 dl
section-contact: id class=panel~contact aria-labelledby > {CONTACT}
div-online: class=online > p-label? p
p-label: class=label > #
p-languages: class=languages > span (# span)*

h1: {COPY} > INLINE*
h2: {COPY} > INLINE*
h3: {COPY} > INLINE*
h4: {COPY} > INLINE*
h5: {COPY} > INLINE*
h6: {COPY} > INLINE*
p: {COPY} > INLINE*
ul: {COPY} > li*
ol: {COPY} start? type? > li*
li: {COPY} value? > FLOW*
dl: {COPY} > (dt|dd)*
dt: {COPY} > FLOW*
dd: {COPY} > FLOW*
figure: {COPY} > (FLOW|figcaption)*
figcaption: {COPY} > FLOW*
blockquote: {COPY} > BLOCK*
pre: {COPY} > INLINE*
hr: {COPY} >
div: {COPY} > FLOW*
section: {COPY} > FLOW*
aside: {COPY} > FLOW*
aside-doc-footnote: class=note role=doc-footnote id > BLOCK*
aside-admonition: {COPY} > (FLOW|p-admonition-title)*
p-admonition-title: {COPY} class=admonition-title > img-icon? INLINE*

table: {COPY} > caption? (thead|tbody|tfoot|tr)*
caption: {COPY} > FLOW*
thead: {COPY} > tr*
tbody: {COPY} > tr*
tfoot: {COPY} > tr*
tr: {COPY} > (th|td)*
th: {COPY} scope colspan? rowspan? > FLOW*
td: {COPY} colspan? rowspan? > FLOW*
table-stacked: {COPY} role=table > caption? (thead-stacked|tbody-stacked|tfoot-stacked)*
thead-stacked: {COPY} role=rowgroup > tr-stacked*
tbody-stacked: {COPY} role=rowgroup > tr-stacked*
tfoot-stacked: {COPY} role=rowgroup > tr-stacked*
tr-stacked: {COPY} role=row > (th-stacked|td-stacked)*
th-stacked: {COPY} scope colspan? rowspan? role=rowheader|columnheader > (FLOW|span-true)*
td-stacked: {COPY} colspan? rowspan? role=cell > (FLOW|span-true)*
span-true: class=label aria-hidden=true > #

span-doc-pagebreak: epub:type=pagebreak role=doc-pagebreak id aria-label >
a: {COPY} href? > INLINE*
a-doc-noteref: class=noteref role=doc-noteref href id > #
a-doc-glossref: class=glossref role=doc-glossref epub:type=glossref href > #
a-doc-backlink: role=doc-backlink href > #
abbr: {COPY} > INLINE*
b: {COPY} > INLINE*
bdi: dir=ltr > (#|span)+
cite: {COPY} > INLINE*
code: {COPY} > INLINE*
em: {COPY} > INLINE*
i: {COPY} > INLINE*
q: {COPY} > INLINE*
span: {COPY} > INLINE*
strong: {COPY} > INLINE*
sub: {COPY} > INLINE*
sup: {COPY} > INLINE*
br: {COPY} >
img: class? dir? id? lang? xml:lang? role? alt src >
img-icon: class=icon role=presentation alt src >
"""
DOCUMENT = read_kinds(_DOCUMENT, GROUPS)
