"""Of what the package, the navigation and the NCX of a book of ours are made; grammar.py says how a line is read."""

from types import MappingProxyType

from clearfold.proof.readers.epub.closed.kinds import read_kinds

XHTML, OPF, DC = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
NCX, OCF = "http://www.daisy.org/z3986/2005/ncx/", "urn:oasis:names:tc:opendocument:xmlns:container"
TYPES = MappingProxyType(
    {
        "xhtml": "application/xhtml+xml",
        "ncx": "application/x-dtbncx+xml",
        "css": "text/css",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "png": "image/png",
        "gif": "image/gif",
        "webp": "image/webp",
        "svg": "image/svg+xml",
    }
)
"""The media type of each sort of file that a book may hold, by the end of its name."""
_NAVIGATION = """
html: lang xml:lang dir=ltr|rtl > head body
head: > meta title link
meta: charset=utf-8|UTF-8 >
title: > #
link: rel=stylesheet type=text/css href >
body: > nav-toc nav-landmarks nav-page-list?
nav-toc: epub:type=toc role=doc-toc id=toc aria-labelledby > h2 ol
nav-landmarks: epub:type=landmarks id=landmarks hidden=hidden| aria-labelledby > h2 ol
nav-page-list: epub:type=page-list role=doc-pagelist id=page-list hidden=hidden| aria-labelledby > h2 ol
h2: id > #
ol: > li+
li: > a
a: href epub:type? > (#|sub|sup)*
sub: > (#|sub|sup)*
sup: > (#|sub|sup)*
"""
PREFIXES = "a11y:~http://www.idpf.org/epub/vocab/package/a11y/#"
_CORE = "identifier|title|language|creator|contributor|publisher|date|description|subject|rights"
_PACKAGE = f"""
package: unique-identifier=id version=3.0 prefix?={PREFIXES} xml:lang dir=ltr|rtl > metadata manifest spine
metadata: > ({_CORE}|meta|meta-cover|link)+
identifier: id=id > #
title: id > #
language: > #
creator: > #
contributor: > #
publisher: > #
date: > #
description: > #
subject: > #
rights: > #
meta: property refines? id? > #
meta-cover: name=cover content >
link: rel=a11y:certifierReport refines href >
manifest: > item+
item: href id media-type properties?=nav|cover-image >
spine: toc page-progression-direction?=rtl > itemref+
itemref: idref linear?=yes >
"""
_OLDER = """
ncx: version=2005-1 xml:lang dir=ltr|rtl > head doctitle navmap pagelist?
head: > meta meta meta meta
meta: name content >
doctitle: > text
text: > #
navmap: > navpoint+
navpoint: id playOrder > navlabel content
navlabel: > text
content: src >
pagelist: > navlabel pagetarget+
pagetarget: id type=normal value playOrder > navlabel content
"""
_CONTAINER = """
container: version=1.0 > rootfiles
rootfiles: > rootfile+
rootfile: full-path media-type=application/oebps-package+xml >
"""
NAVIGATION, PACKAGE, OLDER, CONTAINER = (read_kinds(text, {}) for text in (_NAVIGATION, _PACKAGE, _OLDER, _CONTAINER))
