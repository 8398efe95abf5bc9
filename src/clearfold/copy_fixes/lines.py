"""Which lines of a body are text, and which are code, notes to oneself or HTML, where nothing is mended."""

import re
from collections.abc import Sequence

FENCE = re.compile(r" {0,3}(?:> ?)*(`{3,}|~{3,})")
_TAG = re.compile(r" {0,3}</?[A-Za-z][A-Za-z0-9-]*(?:[\s/>]|$)")


def untouched(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers, from 0, of the lines in which nothing is mended."""
    found: set[int] = set()
    fence, note, html = "", False, False
    for number, line in enumerate(lines):
        opening = FENCE.match(line)
        if fence:
            found.add(number)
            if opening and opening[1].startswith(fence):
                fence = ""
            continue
        if opening and not note:
            fence = opening[1]
            found.add(number)
            continue
        html = bool(line.strip()) and (html or bool(_TAG.match(line)))
        if note or html or "<!--" in line:
            found.add(number)
        note = _still_open(line, note=note)
    return frozenset(found)


def _still_open(line: str, *, note: bool) -> bool:
    opened, closed = line.rfind("<!--"), line.rfind("-->")
    return opened > closed or (note and closed < 0)
