"""Set each word of the lists of words on one line with its meaning, and each label of “About” with what it introduces.

A step of the paged writer, from a template's page to the layout. Word and meaning are wrapped, so that the two are
kept together: a ``dt`` has no style by which the ``dd`` behind it could stand on its line, and stay there.
"""

from xml.etree.ElementTree import Element

RUN_IN = frozenset({"panel abbreviations", "panel glossary", "panel about", "panel sources", "panel contact"})


def run_in(root: Element) -> None:
    """Wrap each term with its descriptions, in the panels that list them."""
    for panel in root.iter("section"):
        for listed in panel.iter("dl") if panel.get("class") in RUN_IN else ():
            _wrap(listed)


def _wrap(listed: Element) -> None:
    wrapped: list[Element] = []
    for part in list(listed):
        listed.remove(part)
        if part.tag == "dt":
            wrapped.append(Element("div", {"class": "run-in"}))
        wrapped[-1].append(part)
    listed.extend(wrapped)
