"""Header cells, languages and decorations in a book of ours: said so that every reading system hears them."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import XML_LANG, name_of, span_of
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees

SPANS = ("rowspan", "colspan")
SEVERAL = re.compile("[1-9][0-9]*")  # rowspan="0" goes on to the end of the table, and each program reads another


def book_cells(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of scopes and roles that do not follow from where a cell stands, and of what is said to some readers alone.

    HTML, 4.9.10: a header in the head or among headers alone is its column's, any other its row's; what the copy
    itself says holds.
    """
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    trees = copy_trees(evidence.expected.markup)
    spans = {e.get(name) for tree in trees for e in tree.iter() for name in SPANS}
    for path in epub.spine:
        root = epub.documents.get(path)
        if root is not None:
            yield from (_told(path, what) for what in misheaded(root, trees))
        for group in root.iter() if root is not None else ():
            for cell, _ in _headers(group):
                scope, role = cell.get("scope") or "", cell.get("role")
                if role and role != ("rowheader" if scope.startswith("row") else "columnheader"):
                    yield _told(path, message("role=“{role}” on a <th> with scope=“{scope}”", role=role, scope=scope))
            for name in SPANS:
                span = group.get(name)
                if span is not None and span not in spans and not SEVERAL.fullmatch(span):
                    yield _told(path, message("{name}=“{span}”, which is no number of cells", name=name, span=span))
            if (group.get("lang") or "") != (group.get(XML_LANG) or ""):
                yield _told(
                    path, message("a <{name_of}> of which lang and xml:lang are not one", name_of=name_of(group))
                )
            decorates = group.get("role") in ("presentation", "none")
            if name_of(group) == "img" and decorates == bool((group.get("alt") or "").strip()):
                yield _told(path, message("a picture that is a decoration and is not one"))


def misheaded(root: Element, trees: Sequence[Element]) -> Iterator[str]:
    """Yield which scopes below a root follow neither from where their cell stands nor from the trees of the copy."""
    given = {(e.get("scope"), _words(e)) for tree in trees for e in tree.iter() if name_of(e) == "th"}
    for group in root.iter():
        for cell, by_column in _headers(group):
            scope = cell.get("scope") or ""
            if scope != _scope(cell, by_column) and (scope, _words(cell)) not in given:
                yield message("scope=“{scope}” on a <th> in a <{name_of}>", scope=scope, name_of=name_of(group))


def _headers(group: Element) -> Iterator[tuple[Element, bool]]:
    """Yield the headers of a group of rows, each with whether it is that of a column."""
    if name_of(group) in ("thead", "tbody", "tfoot"):
        for row in group:
            by_column = name_of(group) == "thead" or all(name_of(cell) == "th" for cell in row)
            yield from ((cell, by_column) for cell in row if name_of(cell) == "th")


def _scope(cell: Element, by_column: bool) -> str:
    several = span_of(cell, "colspan" if by_column else "rowspan") > 1
    return f"{'col' if by_column else 'row'}{'group' if several else ''}"


def _words(cell: Element) -> str:
    """Return the letters of a cell without the head that stands in it for the eye alone."""
    return fold("".join([cell.text or "", *_unlabelled(cell)]))


def _unlabelled(cell: Element) -> Iterator[str]:
    for child in cell:
        yield "" if child.get("aria-hidden") == "true" else "".join(child.itertext())
        yield child.tail or ""


def _told(place: str, what: str) -> Diagnostic:
    return finding("EPB-069", None, place=place, found=what, fact=what)
