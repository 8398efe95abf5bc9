"""Keep a number with its unit, and a French sign with its word, on one line of a book.

Spaces become such as do not break; the narrow ones of French are as wide as others here, since older readers' own
typefaces lack the narrow one (U+202F).
"""

from lxml import etree

from clearfold.press.reflow.markup import XHTML, local_name
from clearfold.press.template.spacing_by_language import NARROW, NO_BREAK, spaced

# What is copied as it is written, and what holds names for programs.
_AS_WRITTEN = frozenset({"code", "pre", "title", "head"})


def keep_spaces(root: etree._Element, lang: str) -> None:
    """Make the spaces of a tree at which no line may end such as do not break; ``lang`` is the leaflet's language."""
    for element in root.iter(f"{XHTML}*"):
        if not _is_as_written(element) and element.text:
            element.text = _kept(element.text, lang)
        parent = element.getparent()
        if parent is not None and not _is_as_written(parent) and element.tail:
            element.tail = _kept(element.tail, lang)


def _is_as_written(element: etree._Element) -> bool:
    return any(local_name(one) in _AS_WRITTEN for one in (element, *element.iterancestors()))


def _kept(text: str, lang: str) -> str:
    return spaced(text, lang).replace(NARROW, NO_BREAK)
