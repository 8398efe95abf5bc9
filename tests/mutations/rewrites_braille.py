"""What programs do to files of braille that leaves them as they are for every finger."""

import re
from collections.abc import Callable
from dataclasses import replace

from tests.mutations.archive import packed, unpacked

Rewrite = Callable[[bytes], bytes]


def _pef(change: Callable[[str], str]) -> Rewrite:
    return lambda data: change(data.decode()).encode()


def _prefixed(pef: str) -> str:
    """Name every element of PEF with a prefix."""
    named = re.sub(r"<(/?)(pef|head|meta|body|volume|section|page|row)(?=[ >/])", r"<\1p:\2", pef)
    return named.replace('xmlns="http://www.daisy.org/ns/2008/pef"', 'xmlns:p="http://www.daisy.org/ns/2008/pef"')


BRF_REWRITES: dict[str, Rewrite] = {
    "small letters": lambda data: data.lower(),
    "line ends of Unix": lambda data: data.replace(b"\r\n", b"\n"),
    "no form feed at the end": lambda data: data.removesuffix(b"\f"),
    "signs of the other form": lambda data: data.replace(b"@", b"`").replace(b"^", b"~"),
}
PEF_REWRITES: dict[str, Rewrite] = {
    "blanks between elements": _pef(lambda pef: pef.replace("<page>", "\n  <page>")),
    "a comment": _pef(lambda pef: pef.replace("<body>", "<body><!-- for nobody -->")),
    "empty rows as one element": _pef(lambda pef: pef.replace("<row></row>", "<row/>")),
    "cells by number": _pef(lambda pef: pef.replace("⠑", "&#x2811;")),
    "elements with a prefix": _pef(_prefixed),
    "no declaration": _pef(lambda pef: pef.partition("\n")[2]),
    "line ends of Windows": _pef(lambda pef: pef.replace("\n", "\r\n")),
}
EBRAILLE_REWRITES: dict[str, Rewrite] = {
    "stored and not deflated": lambda data: packed([replace(one, deflated=False) for one in unpacked(data)]),
    "deflated as much as can be": lambda data: packed(
        [replace(one, level=9, deflated=one.name != "mimetype") for one in unpacked(data)]
    ),
    "dates of today": lambda data: packed([replace(one, date=(2026, 11, 29, 10, 0, 0)) for one in unpacked(data)]),
    "cells by number": lambda data: packed(
        [
            one.holding(one.data.replace("⠑".encode(), b"&#x2811;")) if one.name.endswith("html") else one
            for one in unpacked(data)
        ]
    ),
}
