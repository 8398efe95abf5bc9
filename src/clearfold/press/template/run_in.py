"""Set each word of the lists of abbreviations and words on one line with its meaning.

A step of the paged writer, from a template's page to the layout. Word and meaning are wrapped, so that the two are
kept together: a ``dt`` has no style by which the ``dd`` behind it could stand on its line, and stay there.
"""

from xml.etree.ElementTree import Element

RUN_IN = frozenset({"panel abbreviations", "panel glossary"})


def run_in(root: Element) -> None:
    """Wrap each term and its description, in the panels that list them."""
    for panel in root.iter("section"):
        for listed in panel.iter("dl") if panel.get("class") in RUN_IN else ():
            entries = list(listed)
            for term, meaning in zip(entries[::2], entries[1::2], strict=True):
                wrapped = Element("div", {"class": "run-in"})
                listed.insert(list(listed).index(term), wrapped)
                for part in (term, meaning):
                    listed.remove(part)
                    wrapped.append(part)
